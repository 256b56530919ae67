"""Checks of a programme against the units of its pack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.audience import EVERYONE
from facilitator.curriculum.file_findings import FileFindings, suggestion
from facilitator.curriculum.places import text_place
from facilitator.curriculum.programme import PlannedBlock
from facilitator.curriculum.programme_files import longest_strand
from facilitator.curriculum.series import place_in_series, units_taught
from facilitator.curriculum.toml_values import KeyPath, toml_places
from facilitator.curriculum.values import NOWHERE, Place
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.curriculum.pack import Pack
    from facilitator.curriculum.programme import Programme
    from facilitator.curriculum.unit import Unit
    from facilitator.foundation.findings import Finding


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """A unit in a programme: its block, where it stands, and the ids of the units taught before it."""

    block: PlannedBlock
    place: Place
    before: frozenset[str]


def check_programme(programme: Programme, pack: Pack, source: str) -> tuple[Finding, ...]:
    """Give what does not add up in a programme; ``source`` is its file, for the lines."""
    findings = FileFindings(programme.path, programme.id)
    places = toml_places(source)
    _check_sums(programme, places, findings)
    _check_people(programme, places, findings)
    known = {audience.id for audience in pack.audiences} | {EVERYONE}
    for name in programme.audiences:
        if name not in known:
            message = _("The audience “{name}” is not in audiences.toml.").format(name=name)
            findings.error("programme.audience", message, suggestion(name, known), text_place(source, f'"{name}"'))
    units = {unit.id: unit for unit in pack.units}
    for placed in placed_units(programme, places, _taught_before(programme, pack)):
        unit = units.get(placed.block.unit_id)
        if unit is None:
            message = _("The unit “{id}” is not in this pack.").format(id=placed.block.unit_id)
            findings.error("programme.unit", message, suggestion(placed.block.unit_id, units), placed.place)
        else:
            _check_length(unit, placed, findings)
            _check_requirements(unit, placed, findings)
    return findings.all()


def placed_units(
    programme: Programme, places: dict[KeyPath, Place], before: frozenset[str] = frozenset()
) -> Iterator[PlacedUnit]:
    """Walk the units of a programme; what a strand teaches comes before what follows the breakout."""
    taught = set(before)
    for number, part in enumerate(programme.parts):
        for index, block in enumerate(part.blocks):
            path: KeyPath = ("part", number, "block", index)
            if block.unit_id:
                yield PlacedUnit(block, places.get(path, NOWHERE), frozenset(taught))
                taught.add(block.unit_id)
            together: set[str] = set()
            for line, strand in enumerate(block.strands):
                inside = set(taught)
                for row, inner in enumerate(strand.blocks):
                    if inner.unit_id:
                        place = places.get((*path, "strand", line, "block", row), NOWHERE)
                        yield PlacedUnit(inner, place, frozenset(inside))
                        inside.add(inner.unit_id)
                together |= inside
            taught |= together


def _taught_before(programme: Programme, pack: Pack) -> frozenset[str]:
    place = place_in_series(programme, pack.programmes)
    return units_taught(place.earlier) if place else frozenset()


def _check_sums(programme: Programme, places: dict[KeyPath, Place], findings: FileFindings) -> None:
    for number, part in enumerate(programme.parts):
        for index, block in enumerate(part.blocks):
            if block.strands and block.minutes != longest_strand(block.strands):
                findings.error(
                    "programme.breakout-minutes",
                    _("The breakout “{title}” has {minutes} min and its longest strand {longest}.").format(
                        title=block.title, minutes=block.minutes, longest=longest_strand(block.strands)
                    ),
                    _("Leave the minutes of a breakout out; they follow from its strands."),
                    places.get(("part", number, "block", index), NOWHERE),
                )
        total = sum(block.minutes for block in part.blocks)
        if total != part.minutes:
            findings.error(
                "programme.minutes-sum",
                _(
                    "The blocks of “{title}” add up to {sum} min, not to {wanted}; the difference is {difference}."
                ).format(title=part.title, sum=total, wanted=part.minutes, difference=f"{total - part.minutes:+d}"),
                _("Change the minutes of the part or of its blocks."),
                places.get(("part", number, "minutes"), NOWHERE),
            )


def _check_people(programme: Programme, places: dict[KeyPath, Place], findings: FileFindings) -> None:
    if programme.people_min > programme.people_max:
        findings.error(
            "programme.people",
            _("The smallest group is larger than the largest."),
            _("Let min be the smaller number."),
            places.get(("people",), NOWHERE),
        )


def _check_length(unit: Unit, placed: PlacedUnit, findings: FileFindings) -> None:
    span, minutes = unit.minutes, placed.block.minutes
    if not span.min <= minutes <= span.max:
        findings.error(
            "programme.unit-minutes",
            _("The unit {id} gets {minutes} min; it takes {min} to {max}.").format(
                id=unit.id, minutes=minutes, min=span.min, max=span.max
            ),
            _("Give it minutes within its range, or choose another unit."),
            placed.place,
        )


def _check_requirements(unit: Unit, placed: PlacedUnit, findings: FileFindings) -> None:
    for requirement in unit.requires:
        if requirement.hard and not placed.before.intersection(requirement.any_of):
            wanted = _(" or ").join(requirement.any_of)
            findings.error(
                "programme.requirement",
                _("The unit {id} needs {wanted} before it.").format(id=unit.id, wanted=wanted),
                _("Put {wanted} before it, or take it out.").format(wanted=wanted),
                placed.place,
            )
