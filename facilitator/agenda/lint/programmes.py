"""The agenda checks for the programmes of a pack, with the file and the line of the block."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from facilitator.agenda.from_programme import agenda_from
from facilitator.agenda.lint.checks import JUDGEMENT, lint
from facilitator.agenda.lint.room import Room, Series
from facilitator.agenda.model import Breakout
from facilitator.curriculum.audience import EVERYONE, profile_of
from facilitator.curriculum.series import place_in_series, planned_blocks, units_taught
from facilitator.curriculum.toml_values import toml_places
from facilitator.curriculum.unit import Kind
from facilitator.curriculum.values import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from facilitator.agenda.model import Agenda, Day
    from facilitator.curriculum.audience import Profile
    from facilitator.curriculum.pack import Pack
    from facilitator.curriculum.programme import Programme
    from facilitator.curriculum.toml_values import KeyPath
    from facilitator.foundation.findings import Finding

_NO_ZONE = "UTC"  # a programme has no dates, so that its clock never changes


def lint_programmes(pack: Pack, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """Give what the checks find in the programmes of a pack; ``sources`` are their files by path, for the lines."""
    return tuple(
        finding
        for programme in pack.programmes
        for finding in lint_programme(programme, pack, sources.get(programme.path, ""))
    )


def lint_programme(programme: Programme, pack: Pack, source: str = "") -> tuple[Finding, ...]:
    """Give what the checks find in one programme, as an agenda without people or dates.

    Rules: a part of a series comes after the parts before it. Sums, ranges of units and hard requirements are
    those of :func:`facilitator.curriculum.programme_checks.check_programme`, and not said again.
    """
    agenda = programme_agenda(programme, pack)
    units = {unit.id: unit for unit in pack.units}
    found = lint(agenda, units, _room(programme, pack), rules=JUDGEMENT)
    places = toml_places(source)
    paths = dict(_paths(agenda))
    return tuple(
        replace(finding, file=programme.path, line=place.line, column=place.column, subject=programme.id)
        for finding in found
        for place in [places.get(paths[finding.subject], NOWHERE)]
    )


def programme_agenda(programme: Programme, pack: Pack) -> Agenda:
    """Make the agenda the checks look at, with ids that are the same each time."""
    units = {unit.id: unit for unit in pack.units}
    numbers = count(1)
    return agenda_from(
        programme,
        units,
        date=None,
        start=None,
        target_end=None,
        zone=_NO_ZONE,
        new_id=lambda: f"{programme.id}/{next(numbers)}",
    )


def _room(programme: Programme, pack: Pack) -> Room:
    return Room(
        profiles=_profiles(programme, pack),
        pre_reads=frozenset(),
        has_follow_up=False,
        roles=pack.roles,
        series=_series(programme, pack),
    )


def _series(programme: Programme, pack: Pack) -> Series | None:
    place = place_in_series(programme, pack.programmes)
    if place is None:
        return None
    return Series(
        part=place.part,
        parts=place.parts,
        units_before=units_taught(place.earlier),
        minutes_before=sum(part.minutes for each in place.earlier for part in each.parts),
        assessments_before=sum(b.kind is Kind.ASSESSMENT for each in place.earlier for b in planned_blocks(each)),
    )


def _profiles(programme: Programme, pack: Pack) -> tuple[Profile, ...] | None:
    """Give the audiences a programme names; None when it is for everyone."""
    if EVERYONE in programme.audiences:
        return None
    audiences = {audience.id: audience for audience in pack.audiences}
    return tuple(profile_of(audiences[name]) for name in programme.audiences if name in audiences)


def _paths(agenda: Agenda) -> Iterator[tuple[str, KeyPath]]:
    """Walk the ids of an agenda with the place of their rows in the programme it was made of."""
    for number, day in enumerate(agenda.days):
        yield day.id, ("part", number)
        yield from _paths_in(day, number)


def _paths_in(day: Day, number: int) -> Iterator[tuple[str, KeyPath]]:
    for index, item in enumerate(day.items):
        path: KeyPath = ("part", number, "block", index)
        yield item.id, path
        for line, strand in enumerate(item.strands if isinstance(item, Breakout) else ()):
            yield strand.id, (*path, "strand", line)
            for row, block in enumerate(strand.children):
                yield block.id, (*path, "strand", line, "block", row)
