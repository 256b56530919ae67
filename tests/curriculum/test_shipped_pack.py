"""The shipped curriculum: sound, and right for every audience at every length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.curriculum.audience import AudienceLayer, Profile
from facilitator.curriculum.reader import read_pack
from facilitator.curriculum.tailoring import tailor
from facilitator.foundation.findings import Severity
from facilitator.foundation.resources import shipped

if TYPE_CHECKING:
    from facilitator.curriculum.pack import Pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(shipped("modules") / "social-media-boot-camp")


def test_that_the_shipped_pack_has_no_errors(pack: Pack) -> None:
    found = [(f.place(), f.code, f.message) for f in pack.findings if f.severity is Severity.ERROR]
    assert found == []


def test_that_every_unit_can_be_given_at_any_length_to_anybody(pack: Pack) -> None:
    functions = [audience.id for audience in pack.audiences if audience.layer is AudienceLayer.FUNCTION]
    rooms = [(), *((Profile(function),) for function in functions), tuple(Profile(name) for name in functions)]
    for unit in pack.units:
        for minutes in {unit.minutes.min, unit.minutes.typical, unit.minutes.max, unit.minutes.min + 7}:
            for room in rooms:
                made = tailor(unit, room, minutes)
                titles = [slide.title.casefold() for step in made.steps for slide in step.slides]
                assert sum(step.minutes for step in made.steps) == minutes
                assert len(titles) == len(set(titles)), (unit.id, room, minutes)


def test_that_every_timed_part_fits_its_step(pack: Pack) -> None:
    for unit in pack.units:
        for minutes in range(unit.minutes.min, unit.minutes.max + 1):
            for step in tailor(unit, (), minutes).steps:
                assert sum(part.seconds for part in step.timed) <= step.minutes * 60, (unit.id, step.title, minutes)
