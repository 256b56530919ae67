"""What checking in and putting right mean as edits of the roster. Free of Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.foundation.words import _
from facilitator.people.edits import ChangePerson, ClearMark, PeopleEdit, PersonField, SetMark, SeveralPeopleEdits
from facilitator.people.presence import ATTENDING, check_in
from facilitator.people.roster import Mark, Person, Presence, Roster, Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from facilitator.agenda.halfdays import HalfDay


def mark_edit(
    roster: Roster, person_id: str, half: HalfDay, presence: Presence, now: dt.datetime, *, corrects: bool = False
) -> PeopleEdit | None:
    """Give the edit that marks somebody; None when that is what is marked already.

    On the day itself an arrival carries the time, and who comes more than five minutes after the start is late
    whatever key was pressed. On any other day the mark is one made later, without a time. With ``corrects`` somebody
    who has a mark gets what is said: a late one can be put right to here, and keeps the time.
    """
    before = roster.mark(person_id, half.id)
    if presence is Presence.UNKNOWN:
        return ClearMark(person_id, half.id) if before else None
    mark = _mark(person_id, half, presence, now)
    if corrects and before is not None and before.presence in ATTENDING:
        mark = replace(mark, presence=presence)
    if before is not None and before.presence is mark.presence:
        return None
    if before is not None and before.presence in ATTENDING and mark.presence in ATTENDING:
        mark = replace(mark, minute_in=before.minute_in, source=before.source)
    return SetMark(mark)


def _mark(person_id: str, half: HalfDay, presence: Presence, now: dt.datetime) -> Mark:
    if half.date != now.date():
        return Mark(person_id, half.id, presence, source=Source.LATER)
    if presence not in ATTENDING:
        return Mark(person_id, half.id, presence)
    mark = check_in(person_id, half, now.hour * 60 + now.minute)
    return replace(mark, presence=Presence.LATE) if presence is Presence.LATE else mark


def changes_of(person: Person, values: Mapping[PersonField, str]) -> PeopleEdit | None:
    """Give the edit that puts somebody's fields right, None when nothing differs."""
    changes = tuple(
        ChangePerson(person.id, field, value)
        for field, value in values.items()
        if getattr(person, field.value) != value
    )
    if not changes:
        return None
    return changes[0] if len(changes) == 1 else SeveralPeopleEdits(_("Change a person"), changes)


def person_of(person_id: str, values: Mapping[PersonField, str]) -> Person:
    """Make somebody new of typed fields."""
    return replace(Person(person_id, ""), **{field.value: value for field, value in values.items()})
