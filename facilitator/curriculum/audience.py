"""Audiences: a function, and any number of sectors and overlays on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

DEFAULT = "default"
EVERYONE = "all"


class AudienceLayer(StrEnum):
    """Which layer of a profile an audience belongs to."""

    FUNCTION = "function"
    SECTOR = "sector"
    OVERLAY = "overlay"


@dataclass(frozen=True, slots=True)
class Audience:
    """One discipline, sector or overlay, and what it means for the teaching.

    Attributes:
        id: readable and stable, such as ``executives``.
        code: three letters used in unit maps, such as ``EXE``.
        short: the name on a chip or tab, such as ``Legal``.
        targets: level 1 to 4 by dimension id; empty for overlays.
        matters: what the law, standards and cases say to them, each with fact ids.
    """

    id: str
    code: str
    name: str
    short: str
    layer: AudienceLayer
    cares: tuple[str, ...] = ()
    fears: tuple[str, ...] = ()
    decides: tuple[str, ...] = ()
    can: tuple[str, ...] = ()
    matters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    targets: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """Who one part of a room is: a function, its sectors, its overlays, all by id.

    ``function`` may be "" for a general public of one sector.
    """

    function: str = ""
    sectors: tuple[str, ...] = ()
    overlays: tuple[str, ...] = ()

    def in_order_of_choice(self) -> tuple[str, ...]:
        """Give the ids in the order in which a variant is looked for, ``default`` last."""
        function = (self.function,) if self.function else ()
        return (*function, *self.sectors, *self.overlays, DEFAULT)


def profile_of(audience: Audience) -> Profile:
    """Give the room in which there is nobody but this audience."""
    match audience.layer:
        case AudienceLayer.FUNCTION:
            return Profile(audience.id)
        case AudienceLayer.SECTOR:
            return Profile(sectors=(audience.id,))
        case AudienceLayer.OVERLAY:
            return Profile(overlays=(audience.id,))
