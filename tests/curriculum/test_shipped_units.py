"""The units of the shipped packs, one by one: told differently where they say so, alike elsewhere."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from facilitator.curriculum.audience import Profile
from facilitator.curriculum.lengths import DEBRIEF_SHARE, LONG_EXERCISE
from facilitator.curriculum.pack_folders import pack_folders
from facilitator.curriculum.reader import read_pack
from facilitator.curriculum.tailoring import tailor
from facilitator.curriculum.unit import Kind, Slide, Slot, Unit
from facilitator.curriculum.variants import VariantRow, variant_rows
from facilitator.foundation.findings import Severity
from facilitator.foundation.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.curriculum.pack import Pack

FOLDERS = pack_folders((shipped("modules"),))
BOOT_CAMP = "social-media-boot-camp"
ROOMS = ("executives", "legal", "service")
UNIT_FILES = [path for folder in FOLDERS for path in sorted((folder / "units").glob("*.md"))]
EVERY_UNIT = pytest.mark.parametrize("name", [path.name for path in UNIT_FILES if path.parts[-3] == BOOT_CAMP])


@cache
def pack_in(folder_name: str) -> Pack:
    return read_pack(next(folder for folder in FOLDERS if folder.name == folder_name))


@cache
def rows() -> dict[tuple[str, str], VariantRow]:
    return {(row.unit_id, row.audience): row for row in variant_rows(pack_in(BOOT_CAMP))}


def unit_named(name: str) -> Unit:
    return next(unit for unit in pack_in(BOOT_CAMP).units if unit.path.endswith(name))


def slides(unit: Unit, room: str) -> list[Slide]:
    made = tailor(unit, (Profile(room),), unit.minutes.typical)
    return [slide for step in made.steps for slide in step.slides]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_that_a_shipped_pack_has_nothing_to_mend(folder: Path) -> None:
    found = pack_in(folder.name).findings
    assert [(f.place(), f.code, f.message) for f in found if f.severity is not Severity.NOTICE] == []


@EVERY_UNIT
def test_that_what_stands_in_no_slot_is_the_same_for_everybody(name: str) -> None:
    unit = unit_named(name)
    common = {part.title for step in unit.steps for part in step.parts if isinstance(part, Slide)}
    told = [[slide for slide in slides(unit, room) if slide.title in common] for room in ROOMS]
    assert told[0]
    assert all(one == other for one, other in combinations(told, 2))


@EVERY_UNIT
@pytest.mark.parametrize("room", ROOMS)
def test_that_whoever_has_a_variant_sees_other_slides_than_the_rest(name: str, room: str) -> None:
    unit = unit_named(name)
    differs = slides(unit, room) != slides(unit, "nobody")
    assert differs == any(
        use.variant != "default" and has_slides(unit, use.slot) for use in rows()[unit.id, room].uses
    )


def has_slides(unit: Unit, slot_name: str) -> bool:
    return any(
        isinstance(inner, Slide)
        for step in unit.steps
        for part in step.parts
        if isinstance(part, Slot) and part.name == slot_name and part.shown.at(unit.minutes.typical)
        for variant in part.variants
        for inner in variant.parts
    )


@EVERY_UNIT
def test_that_every_long_exercise_is_talked_over_for_a_quarter_of_it_at_any_length(name: str) -> None:
    unit = unit_named(name)
    for minutes in range(unit.minutes.min, unit.minutes.max + 1):
        steps = tailor(unit, (), minutes).steps
        for place, step in enumerate(steps):
            if step.kind is Kind.EXERCISE and step.minutes >= LONG_EXERCISE:
                after = next(later for later in steps[place + 1 :] if later.kind in {Kind.DEBRIEF, Kind.EXERCISE})
                assert after.kind is Kind.DEBRIEF, (minutes, step.title)
                assert after.minutes >= step.minutes * DEBRIEF_SHARE, (minutes, step.title)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="Pandoc is not installed")
@pytest.mark.parametrize("path", UNIT_FILES, ids=lambda path: path.stem)
def test_that_pandoc_reads_a_unit_without_a_warning(path: Path) -> None:
    command = ["pandoc", "--fail-if-warnings", "--from", "markdown", "--to", "plain", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
