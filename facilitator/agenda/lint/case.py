"""What a rule gets to see: an agenda laid out, its units, the room and the limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from facilitator.agenda.content_times import TimedBlock, timed_blocks
from facilitator.agenda.lint.flow import Flow, flow_of
from facilitator.agenda.lint.limits import Limits
from facilitator.agenda.lint.room import Room
from facilitator.agenda.lint.summary import Summary, summary_of
from facilitator.agenda.model import Day
from facilitator.agenda.schedule import lay_out_all
from facilitator.agenda.slots import DaySchedule
from facilitator.agenda.wall import UnknownZoneError, time_label, zone_of
from facilitator.curriculum.unit import Unit
from facilitator.foundation.findings import Finding
from facilitator.foundation.minutes import clock_label

if TYPE_CHECKING:
    from facilitator.agenda.model import Agenda, Block


@dataclass(frozen=True, slots=True)
class DayCase:
    """One day with something in it.

    Attributes:
        part: its number among all days of the agenda and of its series, from 1.
        timed: the blocks that take time and count, by start; never empty.
        clock: writes a minute of the day as the clock on the wall shows it.
    """

    part: int
    day: Day
    plan: DaySchedule
    timed: tuple[TimedBlock, ...]
    flow: Flow
    summary: Summary
    clock: Callable[[int], str]
    units: Mapping[str, Unit]
    room: Room
    limits: Limits

    @property
    def minutes(self) -> int:
        """How long the day is by the clock, breaks included."""
        return self.plan.end - self.plan.start

    def unit_of(self, block: Block) -> Unit | None:
        """Give the unit of a block, None for a frame block or when it is not known."""
        return self.units.get(block.unit_id) if block.unit_id else None


@dataclass(frozen=True, slots=True)
class Case:
    """A whole agenda; days in which nothing takes time are left out."""

    days: tuple[DayCase, ...]
    units: Mapping[str, Unit]
    room: Room
    limits: Limits


Rule: TypeAlias = Callable[[Case], Iterator[Finding]]
DayRule: TypeAlias = Callable[[DayCase], Iterator[Finding]]


def case_of(agenda: Agenda, units: Mapping[str, Unit], room: Room, limits: Limits) -> Case:
    """Lay an agenda out for the rules."""
    days = []
    first_part = room.series.part if room.series else 1
    for part, (day, plan) in enumerate(zip(agenda.days, lay_out_all(agenda), strict=True), first_part):
        timed = timed_blocks(day, plan)
        if timed:
            flow = flow_of(day, plan, units)
            numbers = summary_of(day, plan, flow)
            clock = _clock(day, agenda.zone)
            days.append(DayCase(part, day, plan, timed, flow, numbers, clock, units, room, limits))
    return Case(tuple(days), units, room, limits)


def each_day(rule: DayRule) -> Rule:
    """Make a rule about one day a rule about all of them."""

    def on_every_day(case: Case) -> Iterator[Finding]:
        for day in case.days:
            yield from rule(day)

    return on_every_day


def _clock(day: Day, zone: str) -> Callable[[int], str]:
    try:
        zone_of(zone)
    except UnknownZoneError:
        return clock_label
    return partial(time_label, day, zone)
