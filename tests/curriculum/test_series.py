"""Which programmes come after one another."""

from __future__ import annotations

import pytest

from facilitator.curriculum.programme import PlannedBlock, PlannedStrand, Programme, ProgrammePart
from facilitator.curriculum.series import SeriesPlace, place_in_series, units_taught
from facilitator.curriculum.unit import Kind


def programme(programme_id: str, *blocks: PlannedBlock) -> Programme:
    return Programme(programme_id, programme_id, "", (), (ProgrammePart("Part", 540, 60, blocks),))


def teaching(unit_id: str) -> PlannedBlock:
    return PlannedBlock(Kind.UNIT, 30, unit_id=unit_id)


ONE, TWO, THREE = (programme(f"G11-{number}") for number in (1, 2, 3))


def test_that_a_part_comes_after_those_with_smaller_numbers() -> None:
    assert place_in_series(TWO, (THREE, TWO, ONE, programme("G12-1"))) == SeriesPlace(2, 3, (ONE,))


def test_that_a_missing_part_is_left_out() -> None:
    assert place_in_series(THREE, (THREE, ONE)) == SeriesPlace(3, 3, (ONE,))


def test_that_a_part_knows_its_place_when_its_series_is_not_there() -> None:
    assert place_in_series(TWO, ()) == SeriesPlace(2, 2, ())


@pytest.mark.parametrize("programme_id", ["G1", "G11-", "-1", "G11-0", "G11-x", "G11-1234", "G11-²"])
def test_that_an_id_without_a_number_stands_alone(programme_id: str) -> None:
    assert place_in_series(programme(programme_id), (ONE, TWO)) is None


def test_that_what_strands_teach_is_taught() -> None:
    strands = tuple(PlannedStrand(name, (teaching(name),)) for name in ("D06", "D07"))
    clinics = PlannedBlock(Kind.UNIT, 30, "Clinics", strands=strands)
    taught = units_taught([programme("G5", teaching("F01"), PlannedBlock(Kind.BREAK, 15), clinics)])
    assert taught == {"F01", "D06", "D07"}
