"""``facilitator cards``, through main."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from command_bench import Call


def test_that_the_decks_of_a_unit_are_written_as_text_table_and_key(call: Call, tmp_path: Path) -> None:
    done = call("cards", "--unit", "P02", "--out", str(tmp_path / "out"))
    assert done.status == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"P02-clauses.md", "P02-clauses.csv", "P02-clauses key.md"} <= names
    assert "Never disparage" in (tmp_path / "out" / "P02-clauses.md").read_text(encoding="utf-8")


def test_that_one_audience_gets_its_cards_and_no_other_ones(call: Call, tmp_path: Path) -> None:
    call("cards", "--unit", "L01", "--for", "finance", "--out", str(tmp_path))
    with (tmp_path / "L01-items.csv").open(encoding="utf-8-sig", newline="") as file:
        ids = [row[0] for row in csv.reader(file)][1:]
    assert len(ids) == 16
    assert {card_id.partition("-")[2] for card_id in ids} == {"", "finance"}


def test_that_the_cards_for_whoever_has_none_of_their_own_can_be_asked_for(call: Call, tmp_path: Path) -> None:
    call("cards", "--unit", "L01", "--for", "default", "--out", str(tmp_path))
    with (tmp_path / "L01-items.csv").open(encoding="utf-8-sig", newline="") as file:
        ids = [row[0] for row in csv.reader(file)][1:]
    assert ids == [f"{number:02}" for number in range(1, 9)]


def test_that_several_audiences_are_a_mixed_room(call: Call, tmp_path: Path) -> None:
    call("cards", "--unit", "L01", "--for", "finance", "--for", "legal", "--out", str(tmp_path))
    with (tmp_path / "L01-items.csv").open(encoding="utf-8-sig", newline="") as file:
        ids = [row[0] for row in csv.reader(file)][1:]
    assert {card_id.partition("-")[2] for card_id in ids} == {"", "finance", "legal"}


def test_that_an_audience_nobody_has_is_one_sentence(call: Call, tmp_path: Path) -> None:
    done = call("cards", "--for", "pirates", "--out", str(tmp_path / "out"))
    assert done.status == 1
    assert done.complaint.startswith("There is no audience “pirates”. There are communications, ")
    assert not (tmp_path / "out").exists()
