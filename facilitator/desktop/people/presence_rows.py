"""People and their presence in one half-day, as rows of a table. Free of Qt."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from facilitator.foundation.minutes import clock_label
from facilitator.foundation.words import _, ngettext
from facilitator.people.presence import tally, tally_by_department
from facilitator.people.roster import Mark, Person, Presence, Roster


@dataclass(frozen=True, slots=True)
class PresenceRow:
    """One person in one half-day."""

    person: Person
    presence: Presence
    time: str
    note: str


@dataclass(frozen=True, slots=True)
class PresenceCount:
    """Who is here, in numbers; ``departments`` holds name, here, all."""

    here: int
    everybody: int
    excused: int
    departments: tuple[tuple[str, int, int], ...]


def presence_rows(roster: Roster, half_day: str, start: int) -> tuple[PresenceRow, ...]:
    """Give a row for everybody, by family name; ``start`` of the half-day tells how late somebody was."""
    marks = {mark.person_id: mark for mark in roster.marks if mark.half_day == half_day}
    people = sorted(roster.people, key=lambda person: sort_key(person.listed_name()))
    return tuple(_row(person, marks.get(person.id), start) for person in people)


def _row(person: Person, mark: Mark | None, start: int) -> PresenceRow:
    if mark is None:
        return PresenceRow(person, Presence.UNKNOWN, "", "")
    time = clock_label(mark.minute_in) if mark.minute_in is not None else ""
    note = mark.note
    if not note and mark.presence is Presence.LATE and mark.minute_in is not None:
        note = _("{n} min late").format(n=max(0, mark.minute_in - start))
    return PresenceRow(person, mark.presence, time, note)


def sort_key(name: str) -> str:
    """Fold case and accents, so that Élodie stands beside Elena."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def count(roster: Roster, half_day: str) -> PresenceCount:
    """Count who is here, also by department."""
    all_of_them = tally(roster, half_day)
    departments = tuple(
        (name or _("No department"), part.here, part.expected) for name, part in tally_by_department(roster, half_day)
    )
    named = departments if any(person.department for person in roster.people) else ()
    excused = sum(mark.half_day == half_day and mark.presence is Presence.EXCUSED for mark in roster.marks)
    return PresenceCount(all_of_them.here, all_of_them.expected, excused, named)


def presence_word(presence: Presence) -> str:
    """Give the word for a presence."""
    return {
        Presence.UNKNOWN: _("Not yet"),
        Presence.HERE: _("Here"),
        Presence.LATE: _("Late"),
        Presence.EXCUSED: _("Excused"),
        Presence.ABSENT: _("Absent"),
    }[presence]


def rest_sentence(counted: PresenceCount) -> str:
    """Say who is not here: ``1 excused, 1 not yet``."""
    missing = counted.everybody - counted.here - counted.excused
    parts = []
    if counted.excused:
        parts.append(ngettext("{n} excused", "{n} excused", counted.excused).format(n=counted.excused))
    if missing:
        parts.append(ngettext("{n} not yet", "{n} not yet", missing).format(n=missing))
    return ", ".join(parts) or (_("everybody is here") if counted.everybody else "")
