"""A day as the rows of a list: blocks, containers, and what is free or clashes between them. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.agenda.model import Block, Breakout, Day, Item, Section, Strand

if TYPE_CHECKING:
    from facilitator.agenda.slots import DaySchedule, Slot


class RowKind(StrEnum):
    """What a row of the list stands for."""

    BLOCK = "block"
    SECTION = "section"
    BREAKOUT = "breakout"
    STRAND = "strand"
    GAP = "gap"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        id: of the item or strand; gaps and overlaps carry the id of the item they stand before.
        depth: 0 at the top, 1 inside a section or strand.
        start, end: minutes since the day's midnight; a gap has its own.
        minutes: planned length of a block, worked-out length of a container, amount of a gap or overlap.
        other: title of what a clash is with, "" when none.
        counts: False in a strand that does not make the day's length.
    """

    kind: RowKind
    id: str
    title: str
    start: int
    end: int
    minutes: int
    depth: int = 0
    block: Block | None = None
    container: Section | Breakout | Strand | None = None
    other: str = ""
    counts: bool = True

    def is_movable(self) -> bool:
        """Tell whether the row is an item that can be moved, parked and edited."""
        return self.kind in {RowKind.BLOCK, RowKind.SECTION, RowKind.BREAKOUT}


def rows_of(day: Day, schedule: DaySchedule) -> tuple[Row, ...]:
    """Give the rows of a day in the order of its items."""
    slots = {slot.id: slot for slot in schedule.slots}
    titles = _titles(day)
    return tuple(row for item in day.items for row in _rows_of_item(item, slots, titles, depth=0))


def _titles(day: Day) -> dict[str, str]:
    titles: dict[str, str] = {}
    for item in day.items:
        titles[item.id] = item.title
        strands = item.strands if isinstance(item, Breakout) else ()
        titles.update({strand.id: strand.title for strand in strands})
        children = item.children if isinstance(item, Section) else tuple(b for s in strands for b in s.children)
        titles.update({block.id: block.title for block in children})
    return titles


def _rows_of_item(item: Item, slots: dict[str, Slot], titles: dict[str, str], depth: int) -> list[Row]:
    slot = slots.get(item.id)
    if slot is None:
        return []
    rows = _rows_before(slot, titles, depth)
    match item:
        case Block():
            rows.append(_block_row(item, slot, depth))
        case Section():
            rows.append(_container_row(RowKind.SECTION, item, slot, depth))
            for child in item.children:
                rows.extend(_rows_of_item(child, slots, titles, depth + 1))
        case Breakout():
            rows.append(_container_row(RowKind.BREAKOUT, item, slot, depth))
            for strand in item.strands:
                rows.extend(_rows_of_strand(strand, slots, titles, depth + 1))
    return rows


def _rows_of_strand(strand: Strand, slots: dict[str, Slot], titles: dict[str, str], depth: int) -> list[Row]:
    slot = slots.get(strand.id)
    if slot is None:
        return []
    rows = [_container_row(RowKind.STRAND, strand, slot, depth)]
    for child in strand.children:
        rows.extend(_rows_of_item(child, slots, titles, depth + 1))
    return rows


def _rows_before(slot: Slot, titles: dict[str, str], depth: int) -> list[Row]:
    if slot.gap:
        return [Row(RowKind.GAP, slot.id, "", slot.start - slot.gap, slot.start, slot.gap, depth)]
    if slot.overlap:
        other = titles.get(slot.overlaps_with, "")
        return [Row(RowKind.OVERLAP, slot.id, "", slot.start, slot.start, slot.overlap, depth, other=other)]
    return []


def _block_row(block: Block, slot: Slot, depth: int) -> Row:
    return Row(
        RowKind.BLOCK,
        block.id,
        block.title,
        slot.start,
        slot.end,
        block.minutes,
        depth,
        block=block,
        counts=slot.counts,
    )


def _container_row(kind: RowKind, container: Section | Breakout | Strand, slot: Slot, depth: int) -> Row:
    minutes = slot.end - slot.start
    return Row(
        kind,
        container.id,
        container.title,
        slot.start,
        slot.end,
        minutes,
        depth,
        container=container,
        counts=slot.counts,
    )
