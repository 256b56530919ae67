"""The agenda: days of blocks, sections and breakouts. Lengths and order are kept; times are worked out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from facilitator.curriculum.unit import Kind

NOTHING: Mapping[str, object] = MappingProxyType({})


class Priority(StrEnum):
    """What goes first when time is short: could, then should; must stays."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


@dataclass(frozen=True, slots=True)
class Block:
    """One placed row of an agenda.

    Attributes:
        minutes: planned length, 0 to 1440; 0 is a note or a marker.
        pin: fixed start in minutes since the day's midnight, or None.
        unit_id: the unit taught, "" for a frame block such as a break.
        min_minutes, max_minutes: how far it may be squeezed or stretched; equal to ``minutes`` when it may not.
        transition_minutes: moving and reseating before it starts, part of ``minutes``.
        hidden: not on participants' papers.
        note: private to the trainer.
        extra: fields of a newer version, kept.
    """

    id: str
    kind: Kind
    title: str
    minutes: int
    min_minutes: int = 0
    max_minutes: int = 0
    pin: int | None = None
    unit_id: str = ""
    lead: str = ""
    helpers: tuple[str, ...] = ()
    room: str = ""
    priority: Priority = Priority.SHOULD
    transition_minutes: int = 0
    hidden: bool = False
    note: str = ""
    extra: Mapping[str, object] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Section:
    """A named run of blocks; its length is that of its children and is never typed."""

    id: str
    title: str
    children: tuple[Block, ...] = ()
    pin: int | None = None


@dataclass(frozen=True, slots=True)
class Strand:
    """One line of a breakout, with its own room and lead."""

    id: str
    title: str
    children: tuple[Block, ...] = ()
    room: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Breakout:
    """Strands that start together; it is as long as the longest of them."""

    id: str
    title: str
    strands: tuple[Strand, ...] = ()
    pin: int | None = None


Item: TypeAlias = Block | Section | Breakout


@dataclass(frozen=True, slots=True)
class Day:
    """One day, or one sitting of a series.

    Attributes:
        start: minutes since midnight.
        target_end: when it should be over, or None.
        split: where the half-days meet, for presence; None for a day with one half.
        cutoff: a pin before this minute belongs to the evening before and rolls over midnight.
    """

    id: str
    label: str
    start: int = 540
    items: tuple[Item, ...] = ()
    date: dt.date | None = None
    target_end: int | None = None
    split: int | None = None
    cutoff: int = 240
    room: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """All days, and the blocks parked out of the schedule with everything they carry.

    ``zone`` is an IANA name; planned times are local to it.
    """

    days: tuple[Day, ...] = ()
    parked: tuple[Item, ...] = ()
    zone: str = "Europe/Vienna"
    extra: Mapping[str, object] = field(default_factory=lambda: NOTHING)


def blocks_of(item: Item) -> tuple[Block, ...]:
    """Give the blocks of an item in agenda order; a block is its own only one."""
    match item:
        case Block():
            return (item,)
        case Section():
            return item.children
        case Breakout():
            return tuple(block for strand in item.strands for block in strand.children)


def all_blocks(agenda: Agenda, *, parked: bool = False) -> Iterator[Block]:
    """Walk every placed block in order, and the parked ones after them when asked."""
    for day in agenda.days:
        for item in day.items:
            yield from blocks_of(item)
    if parked:
        for item in agenda.parked:
            yield from blocks_of(item)
