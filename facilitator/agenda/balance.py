"""How a day is balanced: doing against listening, and how long people sit without a break."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from facilitator.agenda.content_times import timed_blocks
from facilitator.agenda.squeezing import shares
from facilitator.agenda.stretches import stretches
from facilitator.curriculum.unit import Kind

if TYPE_CHECKING:
    from facilitator.agenda.model import Block, Day
    from facilitator.agenda.slots import DaySchedule

DOING = frozenset({Kind.EXERCISE, Kind.DEBRIEF})
LISTENING = frozenset({Kind.INPUT, Kind.DEMO})

StepsOf: TypeAlias = Callable[["Block"], Sequence[tuple[Kind, int]]]


@dataclass(frozen=True, slots=True)
class Balance:
    """The foot of the agenda screen, for one day or several.

    Attributes:
        by_kind: minutes by kind; a unit's minutes are those of its steps, UNIT what is not known closer.
        longest_stretch: most minutes in a row without a break, a meal or a gap of five minutes.
        stretch_begins_with: id of the block that stretch begins with, "" without one.
    """

    by_kind: Mapping[Kind, int]
    work_minutes: int
    longest_stretch: int
    stretch_begins_with: str

    @property
    def doing_share(self) -> float:
        """Share of exercises and their debriefs in the time that is no pause, 0 to 1."""
        return self._share(DOING)

    @property
    def listening_share(self) -> float:
        """Share of input and demonstrations in the time that is no pause, 0 to 1."""
        return self._share(LISTENING)

    def _share(self, kinds: frozenset[Kind]) -> float:
        minutes = sum(self.by_kind.get(kind, 0) for kind in kinds)
        return minutes / self.work_minutes if self.work_minutes else 0.0


def balance(days: Sequence[Day], schedules: Sequence[DaySchedule], steps_of: StepsOf) -> Balance:
    """Weigh up days that are laid out.

    Args:
        days: the days.
        schedules: theirs, in the same order.
        steps_of: gives the kind and minutes of each step of a unit block at its length; () when not known. Steps
            longer than the block are scaled to it.
    """
    by_kind: dict[Kind, int] = {}
    work = longest = 0
    begins_with = ""
    for day, schedule in zip(days, schedules, strict=True):
        timed = timed_blocks(day, schedule)
        for one in timed:
            work += 0 if one.is_pause else one.block.minutes
            for kind, minutes in _kinds_of(one.block, steps_of):
                by_kind[kind] = by_kind.get(kind, 0) + minutes
        for stretch in stretches(timed):
            if stretch.minutes > longest:
                longest, begins_with = stretch.minutes, stretch.blocks[0].block.id
    return Balance(MappingProxyType(by_kind), work, longest, begins_with)


def _kinds_of(block: Block, steps_of: StepsOf) -> Sequence[tuple[Kind, int]]:
    """Give the block's minutes by kind: never more than it has, and its own kind for what its steps leave."""
    steps = tuple(steps_of(block)) if block.kind is Kind.UNIT else ()
    known = sum(minutes for _kind, minutes in steps)
    if known <= block.minutes:
        return (*steps, (block.kind, block.minutes - known)) if known < block.minutes else steps
    fitted = shares(block.minutes, [minutes for _kind, minutes in steps])
    return [(kind, minutes) for (kind, _usual), minutes in zip(steps, fitted, strict=True)]
