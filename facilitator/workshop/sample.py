"""The sample workshop: what newcomers open, and what the demo makes its papers from."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from facilitator.curriculum.audience import Profile
from facilitator.foundation.minutes import parse_clock
from facilitator.foundation.resources import shipped
from facilitator.people.roster import Person, Roster
from facilitator.workshop.from_library import workshop_of
from facilitator.workshop.model import AudienceShare, Brief

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from facilitator.curriculum.library import Library
    from facilitator.workshop.model import Workshop


@dataclass(frozen=True, slots=True)
class Sample:
    """What the sample file says: where the content comes from, the brief, and the fictional people."""

    pack_id: str
    programme_id: str
    brief: Brief
    people: tuple[Mapping[str, Any], ...]

    def persons(self, new_id: Callable[[], str]) -> tuple[Person, ...]:
        """Give the people as roster entries with fresh ids, in the order of the file."""
        return tuple(
            Person(
                id=new_id(),
                given_name=entry["given"],
                family_name=entry["family"],
                email=entry["email"],
                organisation=self.brief.client,
                department=entry["department"],
                role=entry["role"],
            )
            for entry in self.people
        )


def sample_folder() -> Path:
    """Give the folder of the sample's files."""
    return shipped("assets") / "sample"


def make_sample(library: Library, new_id: Callable[[], str]) -> Workshop:
    """Make the shipped sample workshop of its file and the library: brief, agenda, units, people."""
    sample = read_sample(sample_folder() / "workshop.toml")
    workshop = workshop_of(sample.brief, library.programme(sample.programme_id), library, new_id)
    return replace(workshop, roster=Roster(sample.persons(new_id)))


def read_sample(path: Path) -> Sample:
    """Read the sample file; it ships with the app, so a fault in it is a bug and raises as it comes."""
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    return Sample(
        pack_id=plain["pack"],
        programme_id=plain["programme"],
        brief=_brief(plain),
        people=tuple(plain["person"]),
    )


def _brief(plain: Mapping[str, Any]) -> Brief:
    date: dt.date = plain["date"]
    shares = tuple(
        AudienceShare(Profile(function=entry["function"]), people=entry["people"]) for entry in plain["audience"]
    )
    return Brief(
        client=plain["client"],
        title=plain["title"],
        audiences=shares,
        date=date,
        start=parse_clock(plain["start"]) or 0,
        group_size=plain["group_size"],
        room=plain["room"],
        trainer=plain["trainer"],
        organiser=plain["organiser"],
        aims=plain["aims"],
        programme_id=plain["programme"],
    )
