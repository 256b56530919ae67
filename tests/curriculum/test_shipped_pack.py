"""The shipped curriculum: sound, and right for every audience at every length."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from facilitator.curriculum.audience import AudienceLayer, Profile
from facilitator.curriculum.reader import read_pack
from facilitator.curriculum.tailoring import tailor
from facilitator.foundation.findings import Severity
from facilitator.foundation.resources import shipped

if TYPE_CHECKING:
    from facilitator.curriculum.assessment import Assessment
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


@pytest.fixture(scope="module")
def literacy(pack: Pack) -> Assessment:
    (assessment,) = pack.assessments
    return assessment


def test_that_the_full_form_asks_five_items_in_each_dimension(pack: Pack, literacy: Assessment) -> None:
    full = literacy.form("full")
    assert full is not None
    assert full.items == tuple(f"Q{number:02}" for number in range(1, 31))
    asked = Counter(item.dimension for item in literacy.items)
    assert asked == dict.fromkeys((dimension.id for dimension in pack.model.dimensions), 5)


def test_that_the_short_form_asks_two_items_in_each_dimension_and_gives_no_level(literacy: Assessment) -> None:
    short = literacy.form("short")
    assert short is not None
    items = {item.id: item for item in literacy.items}
    assert set(Counter(items[name].dimension for name in short.items).values()) == {2}
    assert (len(short.items), short.bands) == (12, ())


def test_that_every_item_has_four_options_and_every_letter_is_a_key(literacy: Assessment) -> None:
    assert {len(item.options) for item in literacy.items} == {4}
    keys = Counter(item.key for item in literacy.items)
    assert min(keys[letter] for letter in "abcd") >= 6


def test_that_the_key_cannot_be_guessed_from_its_length(literacy: Assessment) -> None:
    """Of four options the right one is the longest in no more than a third of the items."""
    longest = [
        item.id
        for item in literacy.items
        if max(item.options, key=lambda option: len(option.text)).letter == item.key
    ]
    assert len(longest) <= len(literacy.items) / 3


def test_that_the_highest_level_takes_more_than_a_form(literacy: Assessment) -> None:
    full = literacy.form("full")
    assert full is not None
    assert [band.observed for band in full.bands if band.level == 4] == [True]


def test_that_confidence_is_asked_before_after_and_looking_back_in_each_dimension(
    pack: Pack, literacy: Assessment
) -> None:
    assert [item.dimension for item in literacy.confidence] == [dimension.id for dimension in pack.model.dimensions]
    assert {len(item.asked) for item in literacy.confidence} == {3}
