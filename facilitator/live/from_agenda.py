"""The plan of a run from a day of the agenda and its worked-out times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.agenda.model import Block, Breakout, Priority, Section
from facilitator.agenda.slots import Slot
from facilitator.curriculum.unit import PAUSE_KINDS, Kind
from facilitator.live.cues import cues_of, planned_steps, strands_cue
from facilitator.live.plan import PlannedStrand, PlannedUnit, RunPlan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from facilitator.agenda.model import Day, Strand
    from facilitator.agenda.slots import DaySchedule
    from facilitator.curriculum.tailored import TailoredStep

DEBOUNCE_S = 0.35


@dataclass(frozen=True, slots=True)
class _Row:
    """One row that takes its turn on the clock, with what it has from the section around it."""

    item: Block | Breakout
    pin: int | None
    section: str = ""


@dataclass(frozen=True, slots=True)
class _Times:
    """The slots of a day, in seconds from its start."""

    start: int
    slots: Mapping[str, Slot]

    def fixed_start_s(self, row: _Row) -> float | None:
        """A pin that belongs to the next morning has been rolled over midnight by the schedule."""
        if row.pin is None:
            return None
        slot = self.slots.get(row.item.id)
        return ((row.pin if slot is None else slot.start) - self.start) * 60.0

    def start_s(self, row: _Row) -> float:
        slot = self.slots.get(row.item.id)
        return 0.0 if slot is None else (slot.start - self.start) * 60.0


def plan_from(
    day: Day,
    schedule: DaySchedule,
    steps_of: Callable[[Block], tuple[TailoredStep, ...]],
    zone: str,
    planned_start_wall_s: float,
) -> RunPlan:
    """Give the plan of a run of one day.

    Pins are fixed starts; a break or meal before a pinned row ends at that pin; a breakout is one unit as long as
    its longest strand; zero-minute rows take no turn and are named with the unit after them.

    Args:
        day: the day; parked blocks are not in it.
        schedule: its times; ``schedule.start`` is t = 0.
        steps_of: the tailored steps of a block, () for a frame block.
        zone: IANA name, for labels.
        planned_start_wall_s: seconds since 1970 UTC of ``schedule.start``.
    """
    times = _Times(schedule.start, {slot.id: slot for slot in schedule.slots})
    rows = tuple(_rows(day))
    units: list[PlannedUnit] = []
    before: tuple[str, ...] = ()
    for number, row in enumerate(rows):
        unit = _unit(row, times, steps_of)
        if unit.planned_s <= 0:
            before = (*before, unit.title)
            continue
        back_at = _back_at(rows, number, times)
        units.append(replace(unit, before=before, fixed_end_s=back_at))
        before = ()
    return RunPlan(tuple(units), zone, planned_start_wall_s, day.label, day.id, DEBOUNCE_S)


def _rows(day: Day) -> Iterator[_Row]:
    for item in day.items:
        if isinstance(item, Section):
            for number, block in enumerate(item.children):
                inherited = item.pin if number == 0 and block.pin is None else block.pin
                yield _Row(block, inherited, item.title)
        else:
            yield _Row(item, item.pin)


def _back_at(rows: Sequence[_Row], number: int, times: _Times) -> float | None:
    """Give when a break ends because of the pin after it; a pin before the break begins cannot end it."""
    row = rows[number]
    if not isinstance(row.item, Block) or row.item.kind not in PAUSE_KINDS or number + 1 == len(rows):
        return None
    pinned = times.fixed_start_s(rows[number + 1])
    return pinned if pinned is not None and pinned > times.start_s(row) else None


def _unit(row: _Row, times: _Times, steps_of: Callable[[Block], tuple[TailoredStep, ...]]) -> PlannedUnit:
    unit = _breakout(row.item, times) if isinstance(row.item, Breakout) else _block(row.item, steps_of)
    return replace(unit, fixed_start_s=times.fixed_start_s(row), section=row.section)


def _block(block: Block, steps_of: Callable[[Block], tuple[TailoredStep, ...]]) -> PlannedUnit:
    steps = steps_of(block)
    return PlannedUnit(
        id=block.id,
        title=block.title,
        planned_s=block.minutes * 60.0,
        kind=block.kind,
        optional=block.priority is Priority.COULD,
        min_s=_min_s((block,)),
        unit_id=block.unit_id,
        lead=block.lead,
        room=block.room,
        hidden=block.hidden,
        steps=planned_steps(steps),
        cues=cues_of(steps),
        note=block.note,
    )


def _min_s(blocks: Sequence[Block]) -> float | None:
    """Give how short blocks can get together, None when one of them does not say."""
    if not blocks or any(block.min_minutes <= 0 for block in blocks):
        return None
    return sum(min(block.min_minutes, block.minutes) for block in blocks) * 60.0


def _breakout(breakout: Breakout, times: _Times) -> PlannedUnit:
    strands = tuple(_strand(strand) for strand in breakout.strands)
    blocks = [block for strand in breakout.strands for block in strand.children]
    longest = max(breakout.strands, key=_minutes, default=None)
    slot = times.slots.get(breakout.id)
    minutes = max((s.minutes for s in strands), default=0) if slot is None else slot.end - slot.start
    return PlannedUnit(
        id=breakout.id,
        title=breakout.title,
        planned_s=minutes * 60.0,
        kind=Kind.UNIT,
        optional=bool(blocks) and all(block.priority is Priority.COULD for block in blocks),
        min_s=None if longest is None else _min_s(longest.children),
        strands=strands,
        cues=(strands_cue(breakout.title, strands),),
        note="\n".join(block.note for block in blocks if block.note),
    )


def _strand(strand: Strand) -> PlannedStrand:
    titles = tuple(block.title for block in strand.children)
    return PlannedStrand(strand.title, _minutes(strand), strand.room, strand.lead, titles)


def _minutes(strand: Strand) -> int:
    return sum(block.minutes for block in strand.children)
