"""Readings kept on disk: the same as a fresh reading, sooner, and never in the way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from unit_sources import GOOD, spoiled, unit_with

from facilitator.curriculum import kept_readings, unit_reader
from facilitator.curriculum.flat_units import FlatError, from_flat
from facilitator.curriculum.kept_readings import KeptReadings
from facilitator.curriculum.reader import read_unit

if TYPE_CHECKING:
    from pathlib import Path

EXTRA = unit_with("# S {.discussion minutes=10}\n\n> quote\n\n| a |\n|---|\n| b |\n", keys="mine: {a: [b, c]}\n")
CHART = unit_with(
    "# S {.discussion minutes=10}\n\n## T\n\n::: {.chart type=line low=0 alt=Up}\n"
    "| x | y |\n|---|---|\n| a | 1 |\n| b | 2.5 |\n:::\n"
)
SOURCES = [
    GOOD,
    EXTRA,
    CHART,
    "no unit",
    spoiled("::: key", "::: kee"),
    spoiled("on one slip", "![x](pictures/a.png)"),
]


@pytest.mark.parametrize("source", SOURCES)
def test_that_a_kept_reading_is_the_same_as_a_fresh_one(tmp_path: Path, source: str) -> None:
    KeptReadings(tmp_path).read(source, "first.md")
    assert KeptReadings(tmp_path).read(source, "second.md") == read_unit(source, "second.md")


def test_that_a_kept_text_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = KeptReadings(tmp_path).read(GOOD, "unit.md")
    monkeypatch.setattr(unit_reader, "read_unit", None)
    assert KeptReadings(tmp_path).read(GOOD, "unit.md") == wanted


def test_that_readings_of_other_code_are_left_aside_and_pruned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    KeptReadings(tmp_path).read(GOOD, "unit.md")
    monkeypatch.setattr(kept_readings, "code_fingerprint", lambda: "another")
    kept = KeptReadings(tmp_path)
    kept.read(GOOD, "unit.md")
    assert len(list(tmp_path.iterdir())) == 2
    kept.prune()
    assert [folder.name for folder in tmp_path.iterdir()] == ["another"]


def test_that_pruning_keeps_only_so_many(tmp_path: Path) -> None:
    kept = KeptReadings(tmp_path)
    for source in SOURCES:
        kept.read(source, "unit.md")
    kept.prune(most=2)
    assert len(list(tmp_path.rglob("*.json"))) == 2


@pytest.mark.parametrize(
    "damage", ["", "{", "[-1]", "[99]", "[-1,1,2]", "[21,1]", '[-3,0,"nothing"]', "[-1,null,null]"]
)
def test_that_a_damaged_reading_is_worked_out_again(tmp_path: Path, damage: str) -> None:
    kept = KeptReadings(tmp_path)
    wanted = kept.read(GOOD, "unit.md")
    for file in tmp_path.rglob("*.json"):
        file.write_text(damage, encoding="utf-8")
    assert kept.read(GOOD, "unit.md") == wanted


def test_that_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert KeptReadings(tmp_path / "file").read(GOOD, "unit.md") == read_unit(GOOD, "unit.md")


def test_that_nothing_but_our_records_is_ever_made() -> None:
    with pytest.raises(FlatError):
        from_flat(json.dumps([len("os.system"), "ls", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]))
