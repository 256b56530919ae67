"""Who is here, and for how many minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from facilitator.foundation.words import _
from facilitator.people.roster import Mark, Presence, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.people.roster import Person, Roster

GRACE_MINUTES = 5
ATTENDING = frozenset({Presence.HERE, Presence.LATE})


class HalfDaySpan(Protocol):
    """What presence needs to know of a half-day; :class:`facilitator.agenda.halfdays.HalfDay` is one."""

    @property
    def id(self) -> str:
        """Give its id."""
        ...

    @property
    def start(self) -> int:
        """Give the minute of the day at which its content begins."""
        ...

    @property
    def content(self) -> Sequence[tuple[int, int]]:
        """Give the stretches of content, apart and in order."""
        ...


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of how many."""

    here: int
    expected: int

    def label(self) -> str:
        """Say it: ``12 of 14``."""
        return _("{here} of {expected}").format(here=self.here, expected=self.expected)


def check_in(
    person_id: str,
    half: HalfDaySpan,
    minute: int,
    *,
    source: Source = Source.DOOR,
    grace_minutes: int = GRACE_MINUTES,
) -> Mark:
    """Give the mark for an arrival: here up to five minutes after the half-day begins, late from then on."""
    on_time = minute <= half.start + grace_minutes
    return Mark(person_id, half.id, Presence.HERE if on_time else Presence.LATE, minute_in=minute, source=source)


def tally(roster: Roster, half_day: str) -> Tally:
    """Count who came to a half-day, out of everybody."""
    return _tally(roster.people, _attending(roster, half_day))


def tally_by_department(roster: Roster, half_day: str) -> tuple[tuple[str, Tally], ...]:
    """Count who came by department, in order of the alphabet, those without one last under ``""``."""
    attending = _attending(roster, half_day)
    groups: dict[str, list[Person]] = {}
    for person in roster.people:
        groups.setdefault(person.department, []).append(person)
    ordered = sorted(groups, key=lambda name: (not name, name.casefold(), name))
    return tuple((name, _tally(groups[name], attending)) for name in ordered)


def minutes_present(mark: Mark | None, half: HalfDaySpan) -> int:
    """Give the minutes of content somebody was there for.

    Rules: only who is here or late has any; without a time of arrival it is the start, without one of leaving the
    end; times outside the half-day are cut to it and breaks do not count.
    """
    if mark is None or mark.presence not in ATTENDING:
        return 0
    return sum(max(0, _until(mark, end) - _since(mark, start)) for start, end in half.content)


def percent_present(roster: Roster, person_id: str, halves: Sequence[HalfDaySpan]) -> int | None:
    """Give the share of all content minutes somebody was there for, in whole percent, or None without content.

    Rule: rounded down, so that nobody reaches a threshold by rounding.
    """
    content = sum(end - start for half in halves for start, end in half.content)
    if not content:
        return None
    present = sum(minutes_present(roster.mark(person_id, half.id), half) for half in halves)
    return 100 * present // content


def _since(mark: Mark, start: int) -> int:
    return start if mark.minute_in is None else max(start, mark.minute_in)


def _until(mark: Mark, end: int) -> int:
    return end if mark.minute_out is None else min(end, mark.minute_out)


def _attending(roster: Roster, half_day: str) -> frozenset[str]:
    return frozenset(
        mark.person_id for mark in roster.marks if mark.half_day == half_day and mark.presence in ATTENDING
    )


def _tally(people: Sequence[Person], attending: frozenset[str]) -> Tally:
    return Tally(sum(person.id in attending for person in people), len(people))
