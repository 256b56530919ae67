"""Break times across days: people plan calls and lunches by them, so they should be the same each day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.agenda.content_times import timed_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.agenda.model import Day
    from facilitator.agenda.slots import DaySchedule
    from facilitator.curriculum.unit import Kind


@dataclass(frozen=True, slots=True)
class BreakDrift:
    """A break that is not when it is on most days.

    Attributes:
        start, usual: minutes since midnight.
    """

    day_id: str
    block_id: str
    start: int
    usual: int

    @property
    def minutes_off(self) -> int:
        """How much later than usual it is, negative when earlier."""
        return self.start - self.usual


def break_drifts(
    days: Sequence[Day], schedules: Sequence[DaySchedule], *, tolerance_minutes: int = 10
) -> tuple[BreakDrift, ...]:
    """List each break and meal that is more than the tolerance off its usual time.

    Rule: the first break of a day is compared with the first breaks of the others, and so on, meals apart; the
    usual time is the one most days have, the earliest of these where several have as many.
    """
    groups: dict[tuple[Kind, int], list[tuple[str, str, int]]] = {}
    for day, schedule in zip(days, schedules, strict=True):
        seen: Counter[Kind] = Counter()
        for timed in timed_blocks(day, schedule):
            if timed.is_pause:
                kind = timed.block.kind
                groups.setdefault((kind, seen[kind]), []).append((day.id, timed.block.id, timed.start))
                seen[kind] += 1
    drifts = []
    for group in groups.values():
        usual = _usual([start for _day, _block, start in group])
        drifts += [
            BreakDrift(day_id, block_id, start, usual)
            for day_id, block_id, start in group
            if abs(start - usual) > tolerance_minutes
        ]
    return tuple(drifts)


def _usual(starts: Sequence[int]) -> int:
    counts = Counter(starts)
    return min(counts, key=lambda start: (-counts[start], start))
