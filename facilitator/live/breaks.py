"""Breaks with a fixed end get shorter by themselves when the run is late; here is when that is too short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.unit import PAUSE_KINDS
from facilitator.live.recovery import Coming

if TYPE_CHECKING:
    from facilitator.live.projection import Projection
    from facilitator.live.timetable import Timetable


@dataclass(frozen=True, slots=True)
class ShortBreak:
    """A coming "back at" break that is left with less than its floor."""

    index: int
    left_s: float
    floor_s: float


def short_breaks(table: Timetable, projection: Projection) -> tuple[ShortBreak, ...]:
    """Give the coming breaks with a fixed end that lateness has eaten into too far."""
    found: list[ShortBreak] = []
    for expected in projection.coming:
        unit = table.units[expected.index]
        if unit.fixed_end_s is None or unit.kind not in PAUSE_KINDS:
            continue
        whole = table.planned_length_s(expected.index)
        floor = Coming(unit.id, whole, unit.kind, unit.min_s).floor_s
        left = expected.end_s - expected.start_s
        if left < floor:
            found.append(ShortBreak(expected.index, left, floor))
    return tuple(found)
