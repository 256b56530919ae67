"""An agenda made of a programme: its parts become days, its rows blocks and breakouts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.agenda.kind_names import kind_name
from facilitator.agenda.model import Agenda, Block, Breakout, Day, Item, Priority, Strand
from facilitator.agenda.schedule import lay_out
from facilitator.curriculum.unit import PAUSE_KINDS, Kind
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from facilitator.curriculum.programme import PlannedBlock, Programme, ProgrammePart
    from facilitator.curriculum.unit import Unit

_KEPT_FIRST = PAUSE_KINDS | {Kind.OPENING, Kind.CLOSING}


@dataclass(frozen=True, slots=True)
class _Give:
    """How far a frame block may go from its plan.

    Attributes:
        shrink, stretch: shares of the planned minutes it may lose and win, in percent.
        floor: minutes below which it makes no sense; one planned shorter stays as it is.
    """

    shrink: int
    stretch: int
    floor: int

    def limits(self, minutes: int) -> tuple[int, int]:
        """Give the shortest and longest length for a planned one."""
        least = min(minutes, max(self.floor, minutes - minutes * self.shrink // 100))
        return least, minutes + minutes * self.stretch // 100


# People need ten minutes to be back from a break and half an hour to eat; a buffer is there to be used up
_GIVE = {
    Kind.BREAK: _Give(shrink=34, stretch=34, floor=10),
    Kind.MEAL: _Give(shrink=34, stretch=25, floor=30),
    Kind.BUFFER: _Give(shrink=100, stretch=100, floor=0),
    Kind.NOTE: _Give(shrink=0, stretch=0, floor=0),
    Kind.OPENING: _Give(shrink=50, stretch=50, floor=3),
    Kind.CLOSING: _Give(shrink=50, stretch=50, floor=3),
    Kind.ASSESSMENT: _Give(shrink=0, stretch=50, floor=5),
}
_OTHER = _Give(shrink=34, stretch=50, floor=3)


def agenda_from(  # noqa: PLR0913 -- each is a field of the brief, named by the caller
    programme: Programme,
    units: Mapping[str, Unit],
    *,
    date: dt.date | None,
    start: int | None,
    target_end: int | None,
    zone: str,
    new_id: Callable[[], str],
) -> Agenda:
    """Make an agenda of a programme, ready to be edited.

    Args:
        programme: the rows and their minutes.
        units: the units by id, for titles and for how short and long they can be; a missing one is a rigid block.
        date: of the first part; the others follow on the next days.
        start: of every part, minutes since midnight; None takes each part's own.
        target_end: of every part; None takes each part's own length.
        zone: IANA name.
        new_id: gives an id that was not given before.
    """
    maker = _Maker(units, new_id)
    days = tuple(
        maker.day(
            replace(part, start=part.start if start is None else start),
            None if date is None else date + dt.timedelta(days=number),
            target_end,
        )
        for number, part in enumerate(programme.parts)
    )
    return Agenda(days=days, zone=zone)


class _Maker:
    """Turns rows of a programme into items, with new ids."""

    def __init__(self, units: Mapping[str, Unit], new_id: Callable[[], str]) -> None:
        self._units = units
        self._new_id = new_id

    def day(self, part: ProgrammePart, date: dt.date | None, target_end: int | None) -> Day:
        day = Day(
            id=self._new_id(),
            label=part.title,
            start=part.start,
            items=tuple(self._item(row) for row in part.blocks),
            date=date,
            target_end=part.start + part.minutes if target_end is None else target_end,
        )
        return replace(day, split=_after_first_meal(day))

    def _item(self, row: PlannedBlock) -> Item:
        if not row.strands:
            return self._block(row)
        strands = tuple(
            Strand(self._new_id(), strand.title, tuple(self._block(inner) for inner in strand.blocks))
            for strand in row.strands
        )
        return Breakout(self._new_id(), row.title or _("Breakout"), strands)

    def _block(self, row: PlannedBlock) -> Block:
        if row.unit_id:
            return self._unit_block(row)
        least, most = _GIVE.get(row.kind, _OTHER).limits(row.minutes)
        return Block(
            id=self._new_id(),
            kind=row.kind,
            title=row.title or kind_name(row.kind),
            minutes=row.minutes,
            min_minutes=least,
            max_minutes=most,
            priority=Priority.MUST if row.kind in _KEPT_FIRST else Priority.SHOULD,
            hidden=row.kind in {Kind.BUFFER, Kind.NOTE},
            note=row.note,
        )

    def _unit_block(self, row: PlannedBlock) -> Block:
        unit = self._units.get(row.unit_id)
        limits = (row.minutes, row.minutes) if unit is None else (unit.minutes.min, unit.minutes.max)
        return Block(
            id=self._new_id(),
            kind=Kind.UNIT,
            title=row.title or (unit.title if unit else row.unit_id),
            minutes=row.minutes,
            min_minutes=min(limits[0], row.minutes),
            max_minutes=max(limits[1], row.minutes),
            unit_id=row.unit_id,
            note=row.note,
        )


def _after_first_meal(day: Day) -> int | None:
    """Give when people are back from lunch, so that nobody is late for the afternoon while eating."""
    plan = lay_out(day)
    for item in day.items:
        if isinstance(item, Block) and item.kind is Kind.MEAL:
            slot = plan.slot(item.id)
            return slot.end if slot and slot.end < plan.end else None
    return None
