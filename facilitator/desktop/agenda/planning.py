"""What a key press or a drop in the day means as an edit of the agenda. Free of Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.agenda.edits import AgendaEdit, Several, add_all
from facilitator.agenda.model import Agenda, Block, Breakout, Section
from facilitator.agenda.places import END, Place, find, items_at, place_of
from facilitator.agenda.placing import Move, Unpark
from facilitator.curriculum.unit import Kind, Unit
from facilitator.desktop.agenda.frame_minutes import FRAME_MINUTES
from facilitator.desktop.agenda.rows import Row, RowKind
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence


def unit_block(unit: Unit, block_id: str, lead: str = "") -> Block:
    """Make a block that teaches a unit at its usual length."""
    minutes = unit.minutes
    return Block(
        block_id,
        Kind.UNIT,
        unit.title,
        minutes.typical,
        min_minutes=minutes.min,
        max_minutes=minutes.max,
        unit_id=unit.id,
        lead=lead,
    )


def frame_block(kind: Kind, title: str, block_id: str) -> Block:
    """Make a block without a unit, such as a break, at the length it usually has."""
    minutes = FRAME_MINUTES[kind]
    return Block(block_id, kind, title, minutes.typical, min_minutes=minutes.min, max_minutes=minutes.max)


def place_before(agenda: Agenda, day_id: str, rows: Sequence[Row], number: int) -> Place:
    """Give the place a drop before a row means; past the last row it is the end of the day."""
    if number >= len(rows):
        return Place(day_id)
    row = rows[number]
    if row.kind is RowKind.STRAND:
        return _before_strand(agenda, rows, number, day_id)
    return place_of(agenda, row.id)


def _before_strand(agenda: Agenda, rows: Sequence[Row], number: int, day_id: str) -> Place:
    """Above the first strand means its beginning, above another one the end of the strand before it."""
    above = rows[number - 1] if number else None
    if above is None or above.kind is RowKind.BREAKOUT:
        return Place(day_id, rows[number].id, 0)
    if above.kind is RowKind.STRAND:
        return Place(day_id, above.id, 0)
    return replace(place_of(agenda, above.id), index=END)


def drop_items(agenda: Agenda, day_id: str, rows: Sequence[Row], number: int, item_ids: Sequence[str]) -> AgendaEdit:
    """Give the edit that brings items to before a row; parked ones come back into the schedule."""
    place = place_before(agenda, day_id, rows, number)
    edits = []
    for offset, item_id in enumerate(item_ids):
        to = _level(agenda, item_id, place)
        old = place_of(agenda, item_id)
        shifted = to if to.index == END else replace(to, index=to.index + offset - _gone_before(old, to))
        edits.append(Move(item_id, shifted) if old.day_id else Unpark(item_id, shifted))
    return edits[0] if len(edits) == 1 else Several(_("Move blocks"), tuple(edits))


def drop_units(agenda: Agenda, day_id: str, rows: Sequence[Row], number: int, blocks: Sequence[Block]) -> AgendaEdit:
    """Give the edit that adds new blocks before a row."""
    return add_all(blocks, place_before(agenda, day_id, rows, number))


def _gone_before(old: Place, to: Place) -> int:
    """Count 1 when taking the item away shifts the line it goes to."""
    same_line = (old.day_id, old.container_id) == (to.day_id, to.container_id)
    return 1 if same_line and old.index < to.index else 0


def _level(agenda: Agenda, item_id: str, place: Place) -> Place:
    """Lift a container out of the container it was dropped into: it goes before that one."""
    if not place.container_id or isinstance(find(agenda, item_id), Block):
        return place
    return _outer(agenda, place)


def _outer(agenda: Agenda, place: Place) -> Place:
    items = items_at(agenda, Place(place.day_id))
    for index, item in enumerate(items):
        inner = {strand.id for strand in item.strands} if isinstance(item, Breakout) else {item.id}
        if place.container_id in inner and isinstance(item, Section | Breakout):
            return Place(place.day_id, "", index)
    return Place(place.day_id)


def move_by(agenda: Agenda, item_id: str, step: int) -> AgendaEdit | None:
    """Give the edit that takes an item one place up (-1) or down (1).

    At the edge of a section or strand it leaves it; at the edge of a day it goes to the next one. None when there
    is nowhere to go.
    """
    old = place_of(agenda, item_id)
    if not old.day_id:
        return None
    index = old.index + step
    line = items_at(agenda, old)
    if 0 <= index < len(line):
        return Move(item_id, replace(old, index=index))
    if old.container_id:
        outer = _outer(agenda, old)
        return Move(item_id, replace(outer, index=outer.index + (1 if step > 0 else 0)))
    return _to_neighbour_day(agenda, item_id, old.day_id, step)


def _to_neighbour_day(agenda: Agenda, item_id: str, day_id: str, step: int) -> AgendaEdit | None:
    days = [day.id for day in agenda.days]
    number = days.index(day_id) + step
    if not 0 <= number < len(days):
        return None
    return Move(item_id, Place(days[number], "", 0 if step > 0 else END))
