"""The Social Media Boot Camp keeps what its unit map promises, unit by unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from unit_map import MapRow, unit_map

from facilitator.curriculum.audience import EVERYONE, AudienceLayer
from facilitator.curriculum.reader import read_pack
from facilitator.curriculum.unit import Kind, Unit
from facilitator.curriculum.variants import VariantRow, variant_rows
from facilitator.foundation.resources import shipped

if TYPE_CHECKING:
    from facilitator.curriculum.pack import Pack

KINDS = {"L": Kind.INPUT, "D": Kind.DEMO, "X": Kind.EXERCISE, "B": Kind.DEBRIEF, "Q": Kind.DISCUSSION}
EVERY_UNIT = pytest.mark.parametrize("row", unit_map(), ids=lambda row: row.id)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(shipped("modules") / "social-media-boot-camp")


@pytest.fixture(scope="module")
def ids(pack: Pack) -> dict[str, str]:
    """Audience and dimension ids by their codes."""
    return {entry.code: entry.id for entry in (*pack.audiences, *pack.model.dimensions)}


@pytest.fixture(scope="module")
def variants(pack: Pack) -> dict[tuple[str, str], VariantRow]:
    return {(row.unit_id, row.audience): row for row in variant_rows(pack)}


def unit_of(pack: Pack, row: MapRow) -> Unit:
    unit = pack.unit(row.id)
    assert unit is not None, f"{row.id} is not there"
    return unit


def test_that_the_boot_camp_has_the_units_of_its_map_and_no_others(pack: Pack) -> None:
    assert {unit.id for unit in pack.units} == {row.id for row in unit_map()}


@EVERY_UNIT
def test_that_a_unit_has_the_minutes_of_the_map(pack: Pack, row: MapRow) -> None:
    minutes = unit_of(pack, row).minutes
    assert (minutes.min, minutes.typical, minutes.max) == row.minutes


@EVERY_UNIT
def test_that_a_unit_flows_as_the_map_says(pack: Pack, row: MapRow) -> None:
    steps = unit_of(pack, row).steps
    assert [(step.kind, step.minutes.typical) for step in steps] == [(KINDS[kind], n) for kind, n in row.flow]


@EVERY_UNIT
def test_that_a_unit_is_for_those_whom_the_map_names(pack: Pack, ids: dict[str, str], row: MapRow) -> None:
    core = set(unit_of(pack, row).core)
    assert EVERYONE in core if row.core == ("ALL",) else core == {ids[code] for code in row.core}


@EVERY_UNIT
def test_that_a_unit_asks_for_what_the_map_says(pack: Pack, row: MapRow) -> None:
    requires = unit_of(pack, row).requires
    assert {frozenset(need.any_of) for need in requires if need.hard} == set(row.hard)
    assert {frozenset(need.any_of) for need in requires if not need.hard} == set(row.soft)


@EVERY_UNIT
def test_that_a_unit_serves_the_dimensions_of_the_map(pack: Pack, ids: dict[str, str], row: MapRow) -> None:
    assert set(unit_of(pack, row).dimensions) == {ids[code] for code in row.dimensions}


@EVERY_UNIT
def test_that_a_unit_differs_for_those_whom_the_map_names(
    pack: Pack, ids: dict[str, str], variants: dict[tuple[str, str], VariantRow], row: MapRow
) -> None:
    named = {ids[code] for code in row.differs}
    assert named <= set(unit_of(pack, row).differs)
    assert [name for name in named if variants[row.id, name].own < 1] == []


@EVERY_UNIT
def test_that_everybody_a_unit_is_made_for_hears_why_and_what_to_do_on_monday(
    pack: Pack, variants: dict[tuple[str, str], VariantRow], row: MapRow
) -> None:
    core = unit_of(pack, row).core
    functions = [audience.id for audience in pack.audiences if audience.layer is AudienceLayer.FUNCTION]
    unheard = [
        (name, use.slot)
        for name in (functions if EVERYONE in core else core)
        for use in variants[row.id, name].uses
        if use.slot in {"why", "monday"} and use.variant != name
    ]
    assert unheard == []


@EVERY_UNIT
def test_that_a_unit_is_complete_for_whoever_teaches_it(pack: Pack, row: MapRow) -> None:
    unit = unit_of(pack, row)
    assert unit.summary
    assert unit.objectives
    assert unit.key_points
    assert unit.access
    assert unit.materials
    assert len(unit.guide) >= 5


def test_that_simulations_and_the_educators_clinic_warn_before_they_begin(pack: Pack) -> None:
    silent = [
        unit.id for unit in pack.units if unit.id in {"S01", "S02", "S03", "S04", "D13"} and not unit.content_note
    ]
    assert silent == []
