"""Programmes: families of agendas made of the same units, ready to be put into a workshop."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.curriculum.unit import Kind


@dataclass(frozen=True, slots=True)
class PlannedBlock:
    """One row of a programme: a unit by id, or a frame block such as an opening or a break."""

    kind: Kind
    minutes: int
    title: str = ""
    unit_id: str = ""
    note: str = ""
    strands: tuple[PlannedStrand, ...] = ()  # a breakout when not empty


@dataclass(frozen=True, slots=True)
class PlannedStrand:
    """One line of a breakout: its title and the units in it."""

    title: str
    blocks: tuple[PlannedBlock, ...]


@dataclass(frozen=True, slots=True)
class ProgrammePart:
    """One day or sitting; ``start`` is minutes since midnight."""

    title: str
    start: int
    minutes: int
    blocks: tuple[PlannedBlock, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """An ordered choice of units with their minutes, for named audiences."""

    id: str
    title: str
    summary: str
    audiences: tuple[str, ...]
    parts: tuple[ProgrammePart, ...]
    people_min: int = 1
    people_max: int = 40
    note: str = ""
    path: str = ""
