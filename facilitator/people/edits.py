"""Reversible edits of the roster; their labels never say who.

A journal keeps any of them with ``Records(PeopleEdit)``, named as ``to_plain(edit, PeopleEdit)``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _, ngettext
from facilitator.people.roster import Mark, Person, Presence, Roster

if TYPE_CHECKING:
    from facilitator.foundation.edits import Edit

END = -1


class RosterError(FacilitatorError):
    """An edit does not fit the roster; nothing was changed."""

    def __init__(self, happened: str, way_out: str) -> None:
        super().__init__(happened, safe=_("Nobody was changed."), way_out=way_out)


class PersonField(StrEnum):
    """The fields of a person that can be changed."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    EMAIL = "email"
    ORGANISATION = "organisation"
    DEPARTMENT = "department"
    FUNCTION = "function"
    ROLE = "role"
    NOTE = "note"


class OwnPeopleStep:
    """An edit that is an undo step of its own."""

    __slots__ = ()

    def merges_with(self, later: Edit[Roster]) -> bool:  # noqa: ARG002 -- shape of Edit
        """Stay an undo step of its own."""
        return False


@dataclass(frozen=True, slots=True)
class AddPeople(OwnPeopleStep):
    """Put people at the end of the roster."""

    people: tuple[Person, ...]

    def apply(self, state: Roster) -> Roster:
        """Give the roster with them; refuse people without a name and ids that are taken."""
        known = {person.id for person in state.people} | {""}
        for person in self.people:
            if person.id in known:
                raise RosterError(_("Somebody is on the list already."), _("Look at the list and add the others."))
            if not person.full_name().strip():
                raise _nameless()
            known.add(person.id)
        return replace(state, people=(*state.people, *self.people))

    def inverse(self, state: Roster) -> Edit[Roster]:  # noqa: ARG002 -- shape of Edit
        """Give the edit that removes them."""
        return RemovePeople(tuple(person.id for person in self.people))

    def label(self) -> str:
        """Say what it does."""
        count = len(self.people)
        return ngettext("Add {count} person", "Add {count} people", count).format(count=count)


@dataclass(frozen=True, slots=True)
class RemovePeople(OwnPeopleStep):
    """Take people off the roster, with their marks."""

    person_ids: tuple[str, ...]

    def apply(self, state: Roster) -> Roster:
        """Give the roster without them."""
        gone = self._known(state)
        return Roster(
            tuple(person for person in state.people if person.id not in gone),
            tuple(mark for mark in state.marks if mark.person_id not in gone),
        )

    def inverse(self, state: Roster) -> Edit[Roster]:
        """Give the edit that brings them back where they were, with their marks."""
        gone = self._known(state)
        return ReturnPeople(
            tuple(Seat(index, person) for index, person in enumerate(state.people) if person.id in gone),
            tuple(MarkSeat(index, mark) for index, mark in enumerate(state.marks) if mark.person_id in gone),
        )

    def label(self) -> str:
        """Say what it does."""
        count = len(self.person_ids)
        return ngettext("Remove {count} person", "Remove {count} people", count).format(count=count)

    def _known(self, state: Roster) -> frozenset[str]:
        ids = frozenset(self.person_ids)
        if not ids <= {person.id for person in state.people}:
            raise _not_there()
        return ids


@dataclass(frozen=True, slots=True)
class Seat:
    """A person, and how many stood before them in the list."""

    index: int
    person: Person


@dataclass(frozen=True, slots=True)
class MarkSeat:
    """A mark, and how many were kept before it."""

    index: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class ReturnPeople(OwnPeopleStep):
    """Bring removed people back to their places in the list, with their marks."""

    people: tuple[Seat, ...]
    marks: tuple[MarkSeat, ...]

    def apply(self, state: Roster) -> Roster:
        """Give the roster with them."""
        people = list(state.people)
        for seat in self.people:
            if state.person(seat.person.id) is not None:
                raise RosterError(_("Somebody is on the list already."), _("Look at the list and try again."))
            people.insert(seat.index, seat.person)
        marks = list(state.marks)
        for mark_seat in self.marks:
            marks.insert(mark_seat.index, mark_seat.mark)
        return Roster(tuple(people), tuple(marks))

    def inverse(self, state: Roster) -> Edit[Roster]:  # noqa: ARG002 -- shape of Edit
        """Give the edit that removes them again."""
        return RemovePeople(tuple(seat.person.id for seat in self.people))

    def label(self) -> str:
        """Say what it does."""
        count = len(self.people)
        return ngettext("Bring {count} person back", "Bring {count} people back", count).format(count=count)


@dataclass(frozen=True, slots=True)
class ChangePerson:
    """Set one field of one person."""

    person_id: str
    field: PersonField
    value: str

    def apply(self, state: Roster) -> Roster:
        """Give the roster with the new value; refuse to take the whole name away."""
        change: dict[str, Any] = {self.field.value: self.value}
        changed = replace(_person(state, self.person_id), **change)
        if not changed.full_name().strip():
            raise _nameless()
        people = tuple(changed if person.id == self.person_id else person for person in state.people)
        return replace(state, people=people)

    def inverse(self, state: Roster) -> Edit[Roster]:
        """Give the edit that sets the old value again."""
        return ChangePerson(self.person_id, self.field, getattr(_person(state, self.person_id), self.field.value))

    def label(self) -> str:
        """Say what it does."""
        return _("Change a person's details")

    def merges_with(self, later: Edit[Roster]) -> bool:
        """Join typing in one field of one person into one undo step."""
        return isinstance(later, ChangePerson) and (later.person_id, later.field) == (self.person_id, self.field)


@dataclass(frozen=True, slots=True)
class SetMark(OwnPeopleStep):
    """Set the mark of a person in a half-day; a new one goes to ``index`` of all marks, or last."""

    mark: Mark
    index: int = END

    def apply(self, state: Roster) -> Roster:
        """Give the roster with the mark in place of an older one."""
        _person(state, self.mark.person_id)
        marks = list(state.marks)
        old = state.mark(self.mark.person_id, self.mark.half_day)
        if old is not None:
            marks[marks.index(old)] = self.mark
        else:
            marks.insert(len(marks) if self.index == END else self.index, self.mark)
        return replace(state, marks=tuple(marks))

    def inverse(self, state: Roster) -> Edit[Roster]:
        """Give the edit that sets the older mark, or clears this one."""
        old = state.mark(self.mark.person_id, self.mark.half_day)
        return ClearMark(self.mark.person_id, self.mark.half_day) if old is None else SetMark(old)

    def label(self) -> str:
        """Say what it does."""
        labels = {
            Presence.UNKNOWN: _("Clear presence"),
            Presence.HERE: _("Check in"),
            Presence.LATE: _("Check in late"),
            Presence.EXCUSED: _("Mark as excused"),
            Presence.ABSENT: _("Mark as absent"),
        }
        return labels[self.mark.presence]


@dataclass(frozen=True, slots=True)
class ClearMark(OwnPeopleStep):
    """Take the mark of a person in a half-day away."""

    person_id: str
    half_day: str

    def apply(self, state: Roster) -> Roster:
        """Give the roster without the mark."""
        mark = self._mark(state)
        return replace(state, marks=tuple(other for other in state.marks if other is not mark))

    def inverse(self, state: Roster) -> Edit[Roster]:
        """Give the edit that sets it again, where it was."""
        mark = self._mark(state)
        return SetMark(mark, state.marks.index(mark))

    def label(self) -> str:
        """Say what it does."""
        return _("Clear presence")

    def _mark(self, state: Roster) -> Mark:
        mark = state.mark(self.person_id, self.half_day)
        if mark is None:
            raise _not_there()
        return mark


@dataclass(frozen=True, slots=True)
class SeveralPeopleEdits(OwnPeopleStep):
    """Edits of the roster applied one after the other as one undo step; all of them or none."""

    name: str
    edits: tuple[PeopleEdit, ...]

    def apply(self, state: Roster) -> Roster:
        """Give the roster after all of them."""
        for edit in self.edits:
            state = edit.apply(state)
        return state

    def inverse(self, state: Roster) -> Edit[Roster]:
        """Give the edit that takes all of them back, last first."""
        inverses: list[PeopleEdit] = []
        for edit in self.edits:
            # The inverse of each member is a member; the protocol cannot say so
            inverses.append(cast("PeopleEdit", edit.inverse(state)))
            state = edit.apply(state)
        return SeveralPeopleEdits(self.name, tuple(reversed(inverses)))

    def label(self) -> str:
        """Say what it does."""
        return self.name


PeopleEdit: TypeAlias = (
    AddPeople | RemovePeople | ReturnPeople | ChangePerson | SetMark | ClearMark | SeveralPeopleEdits
)


def _person(state: Roster, person_id: str) -> Person:
    person = state.person(person_id)
    if person is None:
        raise _not_there()
    return person


def _not_there() -> RosterError:
    return RosterError(_("That person is no longer on the list."), _("Look at the list and try again."))


def _nameless() -> RosterError:
    return RosterError(_("A person needs a name."), _("Type a given name or a family name."))
