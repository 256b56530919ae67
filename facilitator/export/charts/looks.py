"""How series are told apart: by colour, and by filling, marker and stroke for those who see no colours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Colour(StrEnum):
    """What a colour is for; each theme has its own four."""

    QUIET = "quiet"
    SECOND = "second"
    THIRD = "third"
    LEAD = "lead"


class Filling(StrEnum):
    """How a bar is filled; all but solid have an outline in their colour."""

    SOLID = "solid"
    PALE = "pale"
    STRIPES = "stripes"
    DOTS = "dots"


class Marker(StrEnum):
    """The sign at a point of a line."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


class Stroke(StrEnum):
    """How a line is drawn."""

    SOLID = "solid"
    DASHES = "dashes"
    DOTS = "dots"
    LONG_DASHES = "long-dashes"


@dataclass(frozen=True, slots=True)
class SeriesLook:
    """How one series looks."""

    colour: Colour
    filling: Filling
    marker: Marker
    stroke: Stroke


_QUIET = SeriesLook(Colour.QUIET, Filling.PALE, Marker.SQUARE, Stroke.LONG_DASHES)
_SECOND = SeriesLook(Colour.SECOND, Filling.STRIPES, Marker.TRIANGLE, Stroke.DASHES)
_THIRD = SeriesLook(Colour.THIRD, Filling.DOTS, Marker.DIAMOND, Stroke.DOTS)
_LEAD = SeriesLook(Colour.LEAD, Filling.SOLID, Marker.CIRCLE, Stroke.SOLID)


def looks_of(count: int) -> tuple[SeriesLook, ...]:
    """Give the looks of 1 to 4 series in order; the last one leads, since it is what the others are compared with."""
    return {1: (_LEAD,), 2: (_QUIET, _LEAD), 3: (_QUIET, _SECOND, _LEAD), 4: (_QUIET, _SECOND, _THIRD, _LEAD)}[count]
