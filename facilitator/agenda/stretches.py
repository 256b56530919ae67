"""Stretches: how long people sit from one break to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.agenda.content_times import TimedBlock

if TYPE_CHECKING:
    from collections.abc import Sequence


SHORTEST_REST_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """What lies between two breaks, meals or gaps of five minutes, or the ends of the day; buffers belong to it.

    Units: minutes since the day's midnight.
    """

    start: int
    end: int
    blocks: tuple[TimedBlock, ...]

    @property
    def minutes(self) -> int:
        """How long it is by the clock."""
        return self.end - self.start


def stretches(timed: Sequence[TimedBlock]) -> tuple[Stretch, ...]:
    """Give the stretches of a day in order; ``timed`` are its blocks by start."""
    found: list[Stretch] = []
    inside: list[TimedBlock] = []
    end = 0
    for one in timed:
        if inside and (one.is_pause or one.start - end >= SHORTEST_REST_MINUTES):
            found.append(Stretch(inside[0].start, end, tuple(inside)))
            inside = []
        if not one.is_pause:
            end = max(end, one.end) if inside else one.end
            inside.append(one)
    if inside:
        found.append(Stretch(inside[0].start, end, tuple(inside)))
    return tuple(found)
