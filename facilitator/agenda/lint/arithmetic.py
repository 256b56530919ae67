"""AL22: times that do not add up."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from facilitator.agenda.lint.found import error, notice
from facilitator.agenda.model import Breakout, blocks_of
from facilitator.agenda.places import nodes_of
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.agenda.lint.case import DayCase
    from facilitator.agenda.model import Block, Strand
    from facilitator.foundation.findings import Finding


def unit_ranges(case: DayCase) -> Iterator[Finding]:
    """AL22: a unit is shorter or longer than it can be; every strand counts."""
    for item in case.day.items:
        for block in blocks_of(item):
            unit, slot = case.unit_of(block), case.plan.slot(block.id)
            if unit is None or slot is None or unit.minutes.min <= block.minutes <= unit.minutes.max:
                continue
            message = _("“{title}” at {time} gets {minutes} min; it takes {min} to {max}.").format(
                title=block.title,
                time=case.clock(slot.start),
                minutes=block.minutes,
                min=unit.minutes.min,
                max=unit.minutes.max,
            )
            yield error("AL22", message, _("Give it minutes within its range, or choose another unit."), block.id)


def overlaps(case: DayCase) -> Iterator[Finding]:
    """AL22: something begins before what stands before it is over."""
    titles = {node.id: node.title for item in case.day.items for node in nodes_of(item)}
    for slot in case.plan.slots:
        if slot.overlap > 0 and slot.end > slot.start:
            message = _("“{title}” begins at {time}, {n} min before “{other}” is over.").format(
                title=titles[slot.id],
                time=case.clock(slot.start),
                n=slot.overlap,
                other=titles.get(slot.overlaps_with, ""),
            )
            yield error("AL22", message, _("Move it, or make what stands before it shorter."), slot.id)


def day_sum(case: DayCase) -> Iterator[Finding]:
    """AL22: the blocks of a day run over its end, or leave minutes that nobody has planned.

    Minutes to spare harm nobody, so they are worth knowing and no more.
    """
    over = case.plan.over or 0
    if over > 0:
        message = _("The day ends at {time}, {n} min late.").format(time=case.clock(case.plan.end), n=over)
        yield error("AL22", message, _("Shorten or park something, or let the day end later."), case.day.id)
    spare = case.plan.gaps + max(0, -over)
    if spare:
        message = _("{n} min between {start} and the end of the day are not planned.").format(
            n=spare, start=case.clock(case.plan.start)
        )
        yield notice("AL22", message, _("Make them a buffer, a break, or part of a unit."), case.day.id)


def shared_rooms(case: DayCase) -> Iterator[Finding]:
    """AL22: two strands are in the same room at the same time."""
    for item in case.day.items:
        if isinstance(item, Breakout):
            for first, second in combinations(item.strands, 2):
                yield from _in_one_room(case, first, second)


def _in_one_room(case: DayCase, first: Strand, second: Strand) -> Iterator[Finding]:
    for one, other in product(first.children, second.children):
        room = _room(other, second)
        minutes = _shared_minutes(case, one, other)
        if room and room.casefold() == _room(one, first).casefold() and minutes > 0:
            begin = max(slot.start for block in (one, other) if (slot := case.plan.slot(block.id)))
            message = _("From {time} “{one}” and “{other}” are both in the room {room}, for {n} min.").format(
                time=case.clock(begin), one=one.title, other=other.title, room=room, n=minutes
            )
            yield error("AL22", message, _("Give one of them another room."), other.id)


def _room(block: Block, strand: Strand) -> str:
    return (block.room or strand.room).strip()


def _shared_minutes(case: DayCase, one: Block, other: Block) -> int:
    first, second = case.plan.slot(one.id), case.plan.slot(other.id)
    return min(first.end, second.end) - max(first.start, second.start) if first and second else 0
