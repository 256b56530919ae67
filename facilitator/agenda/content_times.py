"""When there is content: the blocks that count, in the order of the clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.agenda.model import Block, blocks_of
from facilitator.curriculum.unit import PAUSE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.agenda.model import Day
    from facilitator.agenda.slots import DaySchedule


@dataclass(frozen=True, slots=True)
class TimedBlock:
    """A block that takes time and counts, with its time in minutes since the day's midnight."""

    block: Block
    start: int
    end: int

    @property
    def is_pause(self) -> bool:
        """Whether it is a break or a meal."""
        return self.block.kind in PAUSE_KINDS


def timed_blocks(day: Day, schedule: DaySchedule) -> tuple[TimedBlock, ...]:
    """Give the blocks that take time and count, by start; of a breakout those of the strand that counts."""
    slots = {slot.id: slot for slot in schedule.slots}
    found = [
        TimedBlock(block, slots[block.id].start, slots[block.id].end)
        for item in day.items
        for block in blocks_of(item)
        if block.id in slots and slots[block.id].counts and block.minutes > 0
    ]
    return tuple(sorted(found, key=lambda timed: (timed.start, timed.end)))


def merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join stretches that touch or overlap, so that no minute is in two of them."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        elif end > start:
            joined.append((start, end))
    return tuple(joined)
