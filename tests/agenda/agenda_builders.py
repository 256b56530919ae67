"""Short ways to write days for tests."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from facilitator.agenda.model import Agenda, Block, Breakout, Day, Item, Section, Strand
from facilitator.curriculum.unit import Kind

if TYPE_CHECKING:
    from facilitator.agenda.slots import DaySchedule, Notice, Slot, Trouble

VIENNA = "Europe/Vienna"
FORWARD = dt.date(2026, 3, 29)
BACK = dt.date(2026, 10, 25)


def clock(text: str) -> int:
    """Minutes since midnight of ``09:30``; ``25:00`` is one in the night after."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def block(block_id: str, minutes: int, pin: str | None = None, **fields: Any) -> Block:
    kind = fields.pop("kind", Kind.INPUT)
    title = fields.pop("title", block_id.title())
    return Block(block_id, kind, title, minutes, pin=None if pin is None else clock(pin), **fields)


def section(section_id: str, *children: Block, pin: str | None = None) -> Section:
    return Section(section_id, section_id.title(), children, None if pin is None else clock(pin))


def strand(strand_id: str, *children: Block, lead: str = "") -> Strand:
    return Strand(strand_id, strand_id.title(), children, lead=lead)


def breakout(breakout_id: str, *strands: Strand, pin: str | None = None) -> Breakout:
    return Breakout(breakout_id, breakout_id.title(), strands, None if pin is None else clock(pin))


def day(*items: Item, start: str = "09:00", end: str | None = None, **fields: Any) -> Day:
    day_id = fields.pop("id", "day-1")
    label = fields.pop("label", "Part 1")
    target = None if end is None else clock(end)
    return Day(day_id, label, clock(start), items, target_end=target, **fields)


def agenda(*days: Day, parked: tuple[Item, ...] = (), zone: str = VIENNA) -> Agenda:
    return Agenda(days, parked, zone)


def slot(plan: DaySchedule, item_id: str) -> Slot:
    found = plan.slot(item_id)
    assert found is not None, f"{item_id} is not on the clock"
    return found


def times(plan: DaySchedule, *item_ids: str) -> list[tuple[int, int]]:
    return [(slot(plan, item_id).start, slot(plan, item_id).end) for item_id in item_ids]


def notices(plan: DaySchedule, trouble: Trouble) -> list[Notice]:
    return [notice for notice in plan.notices if notice.trouble is trouble]
