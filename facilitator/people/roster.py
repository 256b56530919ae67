"""Who takes part, and who was there when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Person:
    """One participant; only a name is required.

    ``function`` is an audience id or "", ``department`` what the list said.
    """

    id: str
    given_name: str
    family_name: str = ""
    email: str = ""
    organisation: str = ""
    department: str = ""
    function: str = ""
    role: str = ""
    note: str = ""

    def listed_name(self) -> str:
        """Give the name as lists sort it: family name first."""
        if self.family_name and self.given_name:
            return f"{self.family_name}, {self.given_name}"
        return self.full_name()

    def full_name(self) -> str:
        """Give the name as it is spoken."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)


class Presence(StrEnum):
    """What is known about one person in one half-day."""

    UNKNOWN = "unknown"
    HERE = "here"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"


class Source(StrEnum):
    """Where a mark came from; entries made afterwards are told apart and never back-dated."""

    DOOR = "door"
    LATER = "later"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Mark:
    """Presence of one person in one half-day.

    Attributes:
        half_day: id from :func:`facilitator.agenda.halfdays.half_days`, such as ``day-1.am``.
        minute_in, minute_out: minutes since the day's midnight, or None.
    """

    person_id: str
    half_day: str
    presence: Presence
    minute_in: int | None = None
    minute_out: int | None = None
    source: Source = Source.DOOR
    note: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody, and the last word on their presence; at most one mark for a person and half-day."""

    people: tuple[Person, ...] = ()
    marks: tuple[Mark, ...] = ()

    def person(self, person_id: str) -> Person | None:
        """Find a person."""
        return next((person for person in self.people if person.id == person_id), None)

    def mark(self, person_id: str, half_day: str) -> Mark | None:
        """Find the mark of a person in a half-day."""
        return next((m for m in self.marks if m.person_id == person_id and m.half_day == half_day), None)
