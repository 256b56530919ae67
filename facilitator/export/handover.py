"""Everything an export needs, gathered once: papers never read a document, a clock or a pack by themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from facilitator.agenda.halfdays import HalfDay
from facilitator.agenda.slots import DaySchedule
from facilitator.curriculum.audience import Audience, Profile
from facilitator.curriculum.pack import CardDeck
from facilitator.curriculum.tailored import TailoredUnit
from facilitator.curriculum.unit import Unit
from facilitator.foundation.words import Catalogue, catalogue
from facilitator.workshop.model import Workshop

if TYPE_CHECKING:
    from facilitator.agenda.model import Block

NOTHING: Mapping[str, TailoredUnit] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BlockActual:
    """How long a block took in a run; ``started`` is minutes since the day's midnight, or None."""

    block_id: str
    minutes: float
    started: int | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """A workshop at the moment of an export.

    Attributes:
        schedules: one for each day of the agenda, in order.
        half_days: of every day, in order; marks of presence carry their ids.
        units: the frozen units, read again; materials and key points come from them.
        tailored: by block id, the unit as this room gets it at this length.
        audiences: names of the audience ids.
        profiles: for whom it was tailored.
        edition: what the chosen audience is called, "" when it is for the whole room.
        actuals: of the last run, empty before the first.
        made: the moment of the export, aware.
        pictures: the folder the units' pictures are in, or None.
        decks: the card decks of the units.
    """

    workshop: Workshop
    schedules: tuple[DaySchedule, ...]
    made: dt.datetime
    half_days: tuple[HalfDay, ...] = ()
    units: tuple[Unit, ...] = ()
    tailored: Mapping[str, TailoredUnit] = field(default_factory=lambda: NOTHING)
    audiences: tuple[Audience, ...] = ()
    profiles: tuple[Profile, ...] = ()
    edition: str = ""
    actuals: tuple[BlockActual, ...] = ()
    pictures: Path | None = None
    decks: tuple[CardDeck, ...] = ()
    words: Catalogue = field(default_factory=lambda: catalogue("en"))

    def unit(self, unit_id: str) -> Unit | None:
        """Find a unit."""
        return next((unit for unit in self.units if unit.id == unit_id), None)

    def schedule(self, day_id: str) -> DaySchedule | None:
        """Find the schedule of a day."""
        return next((schedule for schedule in self.schedules if schedule.day_id == day_id), None)

    def audience_names(self) -> Mapping[str, str]:
        """Give the short name of each audience by its id."""
        return {audience.id: audience.short or audience.name for audience in self.audiences}

    def actual(self, block: Block) -> BlockActual | None:
        """Find how long a block took."""
        return next((actual for actual in self.actuals if actual.block_id == block.id), None)
