"""Reversible changes of one field of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from facilitator.agenda.fields import SetField, ValueT, refuse_odd_time
from facilitator.agenda.places import day_of
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.agenda.model import Agenda


class SetDayField(SetField[ValueT]):
    """Set one field of the day with an id; the base of those that follow."""

    __slots__ = ()

    def _with_value(self, state: Agenda) -> Agenda:
        change: dict[str, Any] = {self.FIELD: self.value}
        changed = replace(day_of(state, self.target_id), **change)
        return replace(state, days=tuple(changed if day.id == self.target_id else day for day in state.days))

    def _old_value(self, state: Agenda) -> ValueT:
        value: ValueT = getattr(day_of(state, self.target_id), self.FIELD)
        return value


@dataclass(frozen=True, slots=True)
class SetDayStart(SetDayField[int]):
    """Set when a day starts, minutes since midnight."""

    FIELD = "start"

    def label(self) -> str:
        """Say what it does."""
        return _("Set the start of the day")

    def check(self) -> None:
        """Refuse what is on no clock."""
        refuse_odd_time(self.value)


@dataclass(frozen=True, slots=True)
class SetDayTargetEnd(SetDayField[int | None]):
    """Set when a day should be over, or leave it open with None."""

    FIELD = "target_end"

    def label(self) -> str:
        """Say what it does."""
        return _("Set the end of the day")

    def check(self) -> None:
        """Refuse what is on no clock of the day or the night after."""
        refuse_odd_time(self.value)


@dataclass(frozen=True, slots=True)
class SetDayLabel(SetDayField[str]):
    """Set what a day is called."""

    FIELD = "label"
    MERGES = True

    def label(self) -> str:
        """Say what it does."""
        return _("Rename the day")


@dataclass(frozen=True, slots=True)
class SetDayDate(SetDayField[dt.date | None]):
    """Set the date of a day, or take it away with None."""

    FIELD = "date"

    def label(self) -> str:
        """Say what it does."""
        return _("Set the date")


@dataclass(frozen=True, slots=True)
class SetDaySplit(SetDayField[int | None]):
    """Set where the half-days meet, or make it one with None."""

    FIELD = "split"

    def label(self) -> str:
        """Say what it does."""
        return _("Set the half-days")

    def check(self) -> None:
        """Refuse what is on no clock of the day or the night after."""
        refuse_odd_time(self.value)


@dataclass(frozen=True, slots=True)
class SetDayRoom(SetDayField[str]):
    """Set the room of a day."""

    FIELD = "room"
    MERGES = True

    def label(self) -> str:
        """Say what it does."""
        return _("Set the room of the day")


@dataclass(frozen=True, slots=True)
class SetDayNote(SetDayField[str]):
    """Set the private note of a day."""

    FIELD = "note"
    MERGES = True

    def label(self) -> str:
        """Say what it does."""
        return _("Edit the note of the day")
