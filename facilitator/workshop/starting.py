"""A new workshop: its brief, its agenda from a programme or blank, and the units it uses, frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.from_programme import agenda_from
from facilitator.agenda.model import Agenda, Day, all_blocks
from facilitator.foundation.words import _
from facilitator.workshop.freezing import freeze
from facilitator.workshop.model import Brief, UnitCopy, Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from facilitator.curriculum.programme import Programme
    from facilitator.curriculum.unit import Unit


def new_workshop(  # noqa: PLR0913 -- where the units come from is two words of the pack
    brief: Brief,
    programme: Programme | None,
    units: Mapping[str, Unit],
    new_id: Callable[[], str],
    *,
    pack_id: str = "",
    pack_version: str = "",
    zone: str = Agenda().zone,
) -> Workshop:
    """Give a workshop ready to be put on the shelf.

    Without a programme the agenda is one blank day as the brief wants it. Units of the programme that are not in
    ``units`` stay blocks without a copy.

    Args:
        brief: who it is for and how long there is.
        programme: what to teach, or None for a blank day.
        units: the library's units by id.
        new_id: gives a fresh id each time.
        pack_id: the pack the units come from.
        pack_version: of that pack.
        zone: IANA name of the place's time zone.
    """
    if programme is None:
        agenda = Agenda((blank_day(brief, new_id),), zone=zone)
    else:
        agenda = agenda_from(
            programme, units, date=brief.date, start=brief.start, target_end=brief.end, zone=zone, new_id=new_id
        )
    return Workshop(
        id=new_id(),
        brief=brief,
        agenda=agenda,
        units=copies_for(agenda, units, pack_id=pack_id, pack_version=pack_version),
    )


def blank_day(brief: Brief, new_id: Callable[[], str]) -> Day:
    """Give an empty first day as the brief wants it; the half-days meet at lunch."""
    return Day(
        id=new_id(),
        label=_("Day 1"),
        start=brief.start,
        date=brief.date,
        target_end=brief.end,
        split=brief.lunch,
        room=brief.room,
    )


def copies_for(agenda: Agenda, units: Mapping[str, Unit], *, pack_id: str, pack_version: str) -> tuple[UnitCopy, ...]:
    """Freeze the units an agenda uses, parked blocks included, each once, in the order of their first use."""
    used = dict.fromkeys(block.unit_id for block in all_blocks(agenda, parked=True) if block.unit_id in units)
    return tuple(freeze(units[unit_id], pack_id=pack_id, pack_version=pack_version) for unit_id in used)
