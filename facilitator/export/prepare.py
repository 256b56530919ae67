"""Gathering a handover: days laid out, units thawed and told to the audience that was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.agenda.halfdays import half_days
from facilitator.agenda.model import all_blocks
from facilitator.agenda.rooms import room_of
from facilitator.agenda.schedule import lay_out_all
from facilitator.curriculum.audience import Profile
from facilitator.curriculum.reader import read_unit
from facilitator.curriculum.tailoring import tailor
from facilitator.export.handover import BlockActual, Handover
from facilitator.foundation.words import catalogue

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from facilitator.curriculum.audience import Audience
    from facilitator.curriculum.pack import CardDeck
    from facilitator.curriculum.tailored import TailoredUnit
    from facilitator.curriculum.unit import Unit
    from facilitator.workshop.model import Workshop


@dataclass(frozen=True, slots=True)
class Edition:
    """For whom the papers are: one chosen audience with the name it goes by."""

    profile: Profile
    name: str


def prepare(  # noqa: PLR0913 -- each is gathered elsewhere, and most papers need few of them
    workshop: Workshop,
    made: dt.datetime,
    *,
    edition: Edition | None = None,
    actuals: Iterable[BlockActual] = (),
    audiences: Iterable[Audience] = (),
    pictures: Path | None = None,
    decks: Iterable[CardDeck] = (),
) -> Handover:
    """Gather everything the papers of a workshop need.

    Without an edition the papers are for everyone in the brief. Copies of units that cannot be read any more are
    left out; their blocks stay in the agenda.

    Args:
        workshop: as it is at this moment.
        made: the moment of the export, aware.
        edition: the one audience to tell it to.
        actuals: how long blocks took, of the last run.
        audiences: of the pack, for their names.
        pictures: the folder of the pack.
        decks: the card decks of the units.
    """
    profiles = (edition.profile,) if edition else tuple(share.profile for share in workshop.brief.audiences)
    thawed = (read_unit(copy.source, f"{copy.unit_id}.md")[0] for copy in workshop.units)
    units = {unit.id: unit for unit in thawed if unit is not None}
    schedules = lay_out_all(workshop.agenda)
    words = catalogue(workshop.brief.language)
    return Handover(
        workshop=workshop,
        schedules=schedules,
        made=made,
        half_days=tuple(
            half
            for day, schedule in zip(workshop.agenda.days, schedules, strict=True)
            for half in half_days(day, schedule, words.gettext)
        ),
        units=tuple(units.values()),
        tailored=_tailored(workshop, units, profiles),
        audiences=tuple(audiences),
        profiles=profiles,
        edition=edition.name if edition else "",
        actuals=tuple(actuals),
        pictures=pictures,
        decks=tuple(decks),
        words=words,
    )


def _tailored(
    workshop: Workshop, units: Mapping[str, Unit], profiles: tuple[Profile, ...]
) -> dict[str, TailoredUnit]:
    made: dict[str, TailoredUnit] = {}
    for block in all_blocks(workshop.agenda):
        unit, minutes = units.get(block.unit_id), block.minutes - block.transition_minutes
        if unit is not None and _can_be_taught(unit, minutes):
            made[block.id] = tailor(unit, room_of(workshop.agenda, block.id, unit, profiles), minutes)
    return made


def _can_be_taught(unit: Unit, minutes: int) -> bool:
    return minutes > 0 and bool(unit.steps)
