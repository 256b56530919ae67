"""A new workshop and the units frozen into it."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.agenda.model import all_blocks
from facilitator.curriculum.programme import PlannedBlock, Programme, ProgrammePart
from facilitator.curriculum.reader import read_unit
from facilitator.curriculum.unit import Kind, Unit
from facilitator.workshop.freezing import freeze, has_changed
from facilitator.workshop.model import Brief
from facilitator.workshop.starting import new_workshop
from facilitator.workshop.thawing import Thawer

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.curriculum.unit_files import Reading

SOURCE = """---
id: {id}
title: A unit
summary: What it is for.
minutes: {{min: 10, typical: 20, max: 30}}
audiences: {{core: [all]}}
objectives:
  - name three things
---

# Talk {{.input minutes=20 min=10 max=30}}

## A slide

- point
"""


@pytest.fixture
def unit() -> Unit:
    read, _findings = read_unit(SOURCE.format(id="F01"), "units/F01.md")
    assert read is not None
    return read


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"id{next(numbers)}"


def test_that_a_frozen_unit_thaws_to_the_same_unit(unit: Unit) -> None:
    thawed = Thawer().unit(freeze(unit, pack_id="p", pack_version="1"))
    assert thawed == replace(unit, path="F01.md")


def test_that_the_same_text_is_read_once(unit: Unit) -> None:
    read: list[str] = []

    def reader(source: str, path: str) -> Reading:
        read.append(path)
        return read_unit(source, path)

    thawer, copy = Thawer(reader), freeze(unit, pack_id="p", pack_version="1")
    first = thawer.unit(copy)
    assert thawer.unit(replace(copy, pack_version="2")) is first
    assert read == ["F01.md"]


def test_that_a_lost_text_gives_no_unit(unit: Unit) -> None:
    copy = replace(freeze(unit, pack_id="p", pack_version="1"), source="")
    assert Thawer().units([copy]) == {}


def test_that_a_change_in_the_library_is_seen(unit: Unit) -> None:
    copy = freeze(unit, pack_id="p", pack_version="1")
    assert not has_changed(copy, unit)
    assert has_changed(copy, replace(unit, source=unit.source + "\n- another point\n"))


def test_that_a_programme_brings_its_agenda_and_its_units(unit: Unit, new_id: Callable[[], str]) -> None:
    blocks = (
        PlannedBlock(Kind.OPENING, 10, "Welcome"),
        PlannedBlock(Kind.UNIT, 20, unit_id="F01"),
        PlannedBlock(Kind.UNIT, 25, unit_id="F01"),
        PlannedBlock(Kind.UNIT, 20, unit_id="F99", title="Not there"),
    )
    programme = Programme("half", "Half a day", "", ("all",), (ProgrammePart("Morning", 540, 180, blocks),))
    workshop = new_workshop(Brief(start=600), programme, {"F01": unit}, new_id, pack_id="p", pack_version="3")
    assert [(copy.unit_id, copy.pack_id, copy.pack_version) for copy in workshop.units] == [("F01", "p", "3")]
    assert [block.unit_id for block in all_blocks(workshop.agenda)] == ["", "F01", "F01", "F99"]
    assert workshop.agenda.days[0].start == 600


def test_that_without_a_programme_there_is_one_blank_day_as_the_brief_wants_it(new_id: Callable[[], str]) -> None:
    workshop = new_workshop(Brief(start=510, end=990, lunch=720, room="Blue"), None, {}, new_id)
    (day,) = workshop.agenda.days
    assert (day.start, day.target_end, day.split, day.room, day.items) == (510, 990, 720, "Blue", ())
    assert workshop.units == ()
