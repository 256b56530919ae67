"""The schedule: when everything of a day starts and ends, worked out from order, lengths and pins.

How times are worked out: a block starts when the item before it in order ends, or at its pin. A pin fixes the
start of its own item and of nothing before it; free time before it is a gap, clashing time an overlap, and no
length ever changes. A section ends at its latest child, a breakout at its longest strand, the day at the latest
end of anything in it. A block without minutes is a note: it stands on the clock and moves nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.agenda.clashes import people_clashes
from facilitator.agenda.lengths import least_minutes, most_minutes
from facilitator.agenda.model import Block, Breakout, Section, Strand
from facilitator.agenda.slots import DaySchedule, Notice, Slot, Trouble, Verdict
from facilitator.agenda.timeline import Begin, Line, Meeting
from facilitator.agenda.wall import DayClock, Pins, PlainPins, UnknownZoneError, ZonedPins, zone_of
from facilitator.curriculum.unit import PAUSE_KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.agenda.model import Agenda, Day, Item


def lay_out(day: Day) -> DaySchedule:
    """Give every placed item of a day its start and end on the clock.

    Shape: one slot for each block, section, breakout and strand, in agenda order, containers before their
        children; an empty day gives ``()``.
    Units: minutes since the day's midnight; may pass 1440.
    Rules: see the module; what is odd becomes a notice and never an exception.
    """
    return _lay_out(day, PlainPins(day.start, day.cutoff))


def lay_out_all(agenda: Agenda) -> tuple[DaySchedule, ...]:
    """Lay out every day in the agenda's zone, with clock changes and days that run into one another.

    A dated day on which the clocks change counts real minutes on from its start; write its times with
    :func:`facilitator.agenda.wall.time_label`.
    """
    try:
        zone = zone_of(agenda.zone)
    except UnknownZoneError:
        return tuple(
            replace(plan, notices=(*plan.notices, Notice(Trouble.CORRUPT, plan.day_id, name=agenda.zone)))
            for plan in map(lay_out, agenda.days)
        )
    clocks = [DayClock(day.date, zone, day.start) if day.date else None for day in agenda.days]
    plans = [_lay_out_dated(day, clock) for day, clock in zip(agenda.days, clocks, strict=True)]
    return _with_cross_day_notices(plans, clocks)


def _lay_out_dated(day: Day, clock: DayClock | None) -> DaySchedule:
    if clock is None or not clock.changes():
        return lay_out(day)
    plan = _lay_out(day, ZonedPins(PlainPins(day.start, day.cutoff), clock))
    odd_start = clock.oddity(day.start)
    return replace(plan, notices=(Notice(odd_start, day.id), *plan.notices)) if odd_start else plan


def _with_cross_day_notices(plans: list[DaySchedule], clocks: Sequence[DayClock | None]) -> tuple[DaySchedule, ...]:
    dated = [
        (clock.utc(plan.start), clock.utc(plan.end), index)
        for index, (plan, clock) in enumerate(zip(plans, clocks, strict=True))
        if clock is not None and plan.end > plan.start
    ]
    dated.sort()
    for (_, end, earlier), (start, _, later) in pairwise(dated):
        if end > start:
            minutes = round((end - start).total_seconds() / 60)
            notice = Notice(Trouble.CROSS_DAY, plans[later].day_id, minutes, plans[earlier].day_id)
            plans[later] = replace(plans[later], notices=(*plans[later].notices, notice))
    return tuple(plans)


def _lay_out(day: Day, pins: Pins) -> DaySchedule:
    walk = _Walk(day.start, pins)
    line = Line(Begin(day.start, day.start, day.start))
    for item in day.items:
        match item:
            case Block():
                walk.place_block(item, line, "", counts=True)
            case Section():
                walk.place_section(item, line)
            case Breakout():
                walk.place_breakout(item, line)
    notices = [*walk.notices, *people_clashes(day, walk.slots), *_repeated_ids(walk.slots)]
    target = None if day.target_end is None else pins.at(day.target_end, line.reach)[0]
    return DaySchedule(
        day_id=day.id,
        slots=tuple(walk.slots),
        start=line.first.start,
        end=line.reach,
        earliest_end=line.early_reach,
        latest_end=line.late_reach,
        content=line.content,
        pauses=line.pauses,
        gaps=line.gaps,
        over=None if target is None else line.reach - target,
        verdict=_verdict(line, target),
        notices=tuple(notices),
    )


def _verdict(line: Line, target: int | None) -> Verdict:
    if target is None:
        return Verdict.NO_TARGET
    if line.late_reach <= target:
        return Verdict.ALWAYS
    if line.reach <= target:
        return Verdict.PLANNED
    return Verdict.SQUEEZED if line.early_reach <= target else Verdict.NEVER


def _repeated_ids(slots: Sequence[Slot]) -> list[Notice]:
    if len({slot.id for slot in slots}) == len(slots):
        return []
    counts = Counter(slot.id for slot in slots)
    return [Notice(Trouble.CORRUPT, item_id, name=item_id) for item_id, times in counts.items() if times > 1]


class _Walk:
    """One walk through a day, which collects slots and notices."""

    def __init__(self, day_start: int, pins: Pins) -> None:
        self.slots: list[Slot] = []
        self.notices: list[Notice] = []
        self._day_start = day_start
        self._pins = pins

    def place_block(self, block: Block, line: Line, parent: str, *, counts: bool) -> None:
        """Put a block on a line; one without minutes moves nothing."""
        start = line.cursor
        if block.pin is not None or block.minutes <= 0 or start < line.reach:
            self._place_oddly(block, line, parent, counts=counts)
            return
        early, late = line.early, line.late
        self.slots.append(Slot(block.id, parent, start, start + block.minutes, early, late, counts))
        self._fill(block, line, start, early, late)

    def _place_oddly(self, block: Block, line: Line, parent: str, *, counts: bool) -> None:
        """Put a block on a line that is pinned, takes no time, or follows an overlap."""
        begin = self._begin(block, line)
        pinned = block.pin is not None
        end = begin.start + max(block.minutes, 0)
        meeting = line.meet(begin.start, end, pinned=pinned)
        self.slots.append(_slot(block.id, parent, begin, end, meeting, counts=counts))
        if block.minutes < 0:
            self.notices.append(Notice(Trouble.CORRUPT, block.id, block.minutes))
        if block.minutes <= 0:
            return
        self._note_order(block.id, meeting)
        if pinned:
            line.open_at(begin)
        line.gaps += meeting.gap
        self._fill(block, line, begin.start, begin.early, begin.late)

    @staticmethod
    def _fill(block: Block, line: Line, start: int, early: int, late: int) -> None:
        end = start + block.minutes
        line.add(end, early + least_minutes(block), late + most_minutes(block))
        line.spans.append((start, end, block.id))
        if block.kind in PAUSE_KINDS:
            line.pauses += block.minutes
        else:
            line.content += block.minutes

    def place_section(self, section: Section, line: Line) -> None:
        """Put a section on a line; it is as long as its children make it."""
        inner = Line(self._begin(section, line))
        place = self._reserve()
        for block in section.children:
            self.place_block(block, inner, section.id, counts=True)
        self._close(section, place, line, [inner])

    def place_breakout(self, breakout: Breakout, line: Line) -> None:
        """Put a breakout on a line: strands start together and the first of the longest counts."""
        begin = self._begin(breakout, line)
        place = self._reserve()
        longest = self._longest(breakout.strands, begin.start)
        inners = [
            self._place_strand(strand, begin, breakout.id, counts=index == longest)
            for index, strand in enumerate(breakout.strands)
        ] or [Line(begin)]
        self._close(breakout, place, line, inners, longest)

    def _place_strand(self, strand: Strand, begin: Begin, parent: str, *, counts: bool) -> Line:
        inner = Line(begin)
        place = self._reserve()
        for block in strand.children:
            self.place_block(block, inner, strand.id, counts=counts)
        first = inner.first
        self.slots[place] = Slot(strand.id, parent, first.start, inner.reach, first.early, first.late, counts)
        if inner.spans:
            # An overlap with what follows the breakout names the strand
            inner.spans = [(first.start, inner.reach, strand.id)]
        return inner

    def _longest(self, strands: Sequence[Strand], start: int) -> int:
        # A strand in which nothing takes time is over before any other, even one pinned before the breakout's start
        ends = [self._end_of(strand.children, start) for strand in strands]
        timed = [end for end in ends if end is not None]
        return ends.index(max(timed)) if timed else 0

    def _end_of(self, blocks: Sequence[Block], cursor: int) -> int | None:
        ends = []
        for block in blocks:
            if block.minutes > 0:
                start = cursor if block.pin is None else self._pins.at(block.pin, cursor)[0]
                cursor = start + block.minutes
                ends.append(cursor)
        return max(ends, default=None)

    def _begin(self, item: Item, line: Line) -> Begin:
        if item.pin is None:
            return Begin(line.cursor, line.early, line.late)
        start = self._pinned(item.id, item.pin, line.cursor)
        return Begin(start, start, start)

    def _close(
        self, item: Section | Breakout, place: int, line: Line, inners: Sequence[Line], longest: int = 0
    ) -> None:
        """Fill the slot of a container and move its line on, unless nothing in it takes time."""
        counting = inners[longest]
        inners = [inner for inner in inners if inner.spans] or inners
        firsts = [inner.first for inner in inners]
        begin = Begin(
            min(first.start for first in firsts),
            min(first.early for first in firsts),
            min(first.late for first in firsts),
        )
        end = max(inner.reach for inner in inners)
        meeting = line.meet(begin.start, end, pinned=item.pin is not None)
        self.slots[place] = _slot(item.id, "", begin, end, meeting, counts=True)
        if end == begin.start:
            return
        self._note_order(item.id, meeting)
        line.open_at(begin)
        line.add(end, max(inner.early_reach for inner in inners), max(inner.late_reach for inner in inners))
        others = [inner for inner in inners if inner is not counting]
        line.spans.extend(span for inner in (*others, counting) for span in inner.spans)
        late_start = counting.first.start - begin.start  # another strand is pinned before the breakout itself
        line.gaps += counting.gaps + meeting.gap + late_start
        line.content += counting.content
        line.pauses += counting.pauses

    def _note_order(self, item_id: str, meeting: Meeting) -> None:
        if meeting.out_of_order:
            self.notices.append(Notice(Trouble.OUT_OF_ORDER, item_id, meeting.overlap, meeting.overlaps_with))

    def _reserve(self) -> int:
        self.slots.append(_RESERVED)
        return len(self.slots) - 1

    def _pinned(self, item_id: str, pin: int, cursor: int) -> int:
        minute, trouble = self._pins.at(pin, cursor)
        if trouble is not None:
            self.notices.append(Notice(trouble, item_id, pin))
        if minute < self._day_start:
            self.notices.append(Notice(Trouble.BEFORE_START, item_id, self._day_start - minute))
        return minute


def _slot(item_id: str, parent: str, begin: Begin, end: int, meeting: Meeting, *, counts: bool) -> Slot:
    return Slot(
        item_id,
        parent,
        begin.start,
        end,
        begin.early,
        begin.late,
        counts,
        meeting.gap,
        meeting.overlap,
        meeting.overlaps_with,
    )


_RESERVED = Slot("", "", 0, 0, 0, 0)
