"""A workshop: one client, one agenda, its people, the frozen units it uses, its runs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from facilitator.agenda.model import Agenda
from facilitator.curriculum.audience import Profile
from facilitator.people.roster import Roster


@dataclass(frozen=True, slots=True)
class AudienceShare:
    """One audience of the room and how many people it has; ``name`` is what the client calls them, or ""."""

    profile: Profile
    people: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """Who it is for and how long we have got.

    Attributes:
        start, end: wanted start and end of a day, minutes since midnight.
        language: of the papers.
        keep_people_days: days after the last day until the names should go.
    """

    client: str = ""
    title: str = ""
    audiences: tuple[AudienceShare, ...] = ()
    date: dt.date | None = None
    start: int = 540
    end: int | None = None
    lunch: int | None = None
    group_size: int = 4
    room: str = ""
    trainer: str = ""
    organiser: str = ""
    aims: str = ""
    language: str = "en"
    programme_id: str = ""
    keep_people_days: int = 90

    def head_count(self) -> int:
        """Add up the people of all audiences."""
        return sum(share.people for share in self.audiences)


@dataclass(frozen=True, slots=True)
class UnitCopy:
    """A unit frozen into the workshop, so that a run never depends on outside files."""

    unit_id: str
    pack_id: str
    pack_version: str
    source: str
    digest: str  # SHA-256 of the source


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything of one workshop but its runs and its journal, which the document keeps."""

    id: str
    brief: Brief = field(default_factory=Brief)
    agenda: Agenda = field(default_factory=Agenda)
    roster: Roster = field(default_factory=Roster)
    units: tuple[UnitCopy, ...] = ()

    def unit_copy(self, unit_id: str) -> UnitCopy | None:
        """Find the frozen copy of a unit."""
        return next((copy for copy in self.units if copy.unit_id == unit_id), None)
