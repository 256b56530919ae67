"""Reversible changes of the days of an agenda; what a removed day held is parked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.agenda.model import Agenda, Day
from facilitator.agenda.parking import park_at, parked_indexes, unpark
from facilitator.agenda.places import END, day_of, inserted, nodes_of, refuse_known_ids
from facilitator.agenda.placing import OwnStep
from facilitator.agenda.wall import zone_of
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.foundation.edits import Edit


@dataclass(frozen=True, slots=True)
class AddDay(OwnStep):
    """Put a new day into the agenda, with anything that stands on it."""

    day: Day
    index: int = END

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the day; refuse one whose ids are taken."""
        refuse_known_ids(state, (self.day.id, *(node.id for item in self.day.items for node in nodes_of(item))))
        return replace(state, days=inserted(state.days, self.day, self.index))

    def inverse(self, state: Agenda) -> Edit[Agenda]:  # noqa: ARG002 -- shape of Edit
        """Give the edit that takes it away again."""
        return DropDay(self.day.id)

    def label(self) -> str:
        """Say what it does."""
        return _("Add a day")


@dataclass(frozen=True, slots=True)
class DropDay(OwnStep):
    """Delete a day with everything on it, to take back adding it; :class:`RemoveDay` keeps the blocks."""

    day_id: str

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda without the day."""
        return _without_day(state, day_of(state, self.day_id))

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that adds it again."""
        day = day_of(state, self.day_id)
        return AddDay(day, state.days.index(day))

    def label(self) -> str:
        """Say what it does."""
        return _("Delete the day")


@dataclass(frozen=True, slots=True)
class RemoveDay(OwnStep):
    """Take a day away; what stands on it is parked, last or at the places in ``parked_at``."""

    day_id: str
    parked_at: tuple[int, ...] = ()

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the items of the day parked."""
        day = day_of(state, self.day_id)
        return park_at(_without_day(state, day), day.items, self.parked_at)

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that brings the day back with its items."""
        day = day_of(state, self.day_id)
        item_ids = tuple(item.id for item in day.items)
        return RestoreDay(replace(day, items=()), state.days.index(day), item_ids)

    def label(self) -> str:
        """Say what it does."""
        return _("Remove the day")


@dataclass(frozen=True, slots=True)
class RestoreDay(OwnStep):
    """Bring a day back, with items out of the parked ones."""

    day: Day
    index: int
    item_ids: tuple[str, ...]

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the day and its items on it."""
        state, items = unpark(state, self.item_ids)
        return AddDay(replace(self.day, items=items), self.index).apply(state)

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that takes it away again."""
        return RemoveDay(self.day.id, parked_indexes(state, self.item_ids))

    def label(self) -> str:
        """Say what it does."""
        return _("Bring the day back")


@dataclass(frozen=True, slots=True)
class MoveDay(OwnStep):
    """Take a day to another place in the order; ``index`` does not count the day itself."""

    day_id: str
    index: int

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the days in their new order."""
        day = day_of(state, self.day_id)
        return replace(state, days=inserted(_without_day(state, day).days, day, self.index))

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that takes it back."""
        return MoveDay(self.day_id, state.days.index(day_of(state, self.day_id)))

    def label(self) -> str:
        """Say what it does."""
        return _("Move the day")


@dataclass(frozen=True, slots=True)
class SetZone(OwnStep):
    """Set the time zone by its IANA name; planned times stay as they are on the wall."""

    zone: str

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda in the zone; refuse one this computer does not know."""
        zone_of(self.zone)
        return replace(state, zone=self.zone)

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that sets the old zone again."""
        return SetZone(state.zone)

    def label(self) -> str:
        """Say what it does."""
        return _("Set the time zone")


def _without_day(state: Agenda, day: Day) -> Agenda:
    return replace(state, days=tuple(other for other in state.days if other.id != day.id))
