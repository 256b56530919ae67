from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from opened_papers import all_text, rows_of, titles_of

from facilitator.foundation import atomic

if TYPE_CHECKING:
    from pathlib import Path

    from command_bench import Call, Demo, Sample

    from facilitator.curriculum.library import Library

OWN_PACK = """id = "bees"
title = "Bees"
version = "1"
language = "en"
licence = "CC BY 4.0"
authors = ["Us"]
"""
OWN_AUDIENCE = """[[audience]]
id = "beekeepers"
code = "BEE"
name = "Beekeepers"
short = "Bees"
layer = "function"
"""
TITLE = "Executive session from megaphone to movement"


@pytest.fixture(autouse=True)
def read_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, library: Library) -> None:
    """Reading the library is two thirds of an export; one test reads it again."""
    if "own_pack" not in request.fixturenames:
        monkeypatch.setattr("facilitator.cli.export.read_library", lambda _homes: library)


@pytest.fixture
def own_pack(home: Path) -> Path:
    """A pack of the user's own with an audience nobody else has."""
    pack = home / "data" / "packs" / "bees"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text(OWN_PACK, encoding="utf-8")
    (pack / "audiences.toml").write_text(OWN_AUDIENCE, encoding="utf-8")
    return pack


def test_that_one_paper_is_written_where_it_is_wanted(call: Call, sample: Sample, tmp_path: Path) -> None:
    done = call("export", sample.file, "--paper", "attendance", "--out", tmp_path / "new" / "papers")
    written = tmp_path / "new" / "papers" / f"{TITLE} - Attendance.xlsx"
    assert (done.status, done.err, done.lines) == (0, "", [f"{written}  6 sheets"])
    assert [path.name for path in written.parent.iterdir()] == [written.name]


def test_that_all_papers_are_written_when_none_is_named(call: Call, sample: Sample, tmp_path: Path) -> None:
    assert call("export", sample.file, "--out", tmp_path / "papers").status == 0
    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == [
        f"{TITLE} - Attendance.xlsx",
        f"{TITLE} - Cards and sheets.docx",
        f"{TITLE} - Keys and scripts.docx",
        f"{TITLE} - Slide deck.pptx",
        f"{TITLE} - Slides for participants.pptx",
    ]


def test_that_papers_go_into_the_folder_one_stands_in(
    call: Call, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    call("export", sample.file, "--paper", "attendance")
    assert (tmp_path / f"{TITLE} - Attendance.xlsx").is_file()


def test_that_the_last_run_is_in_the_attendance(call: Call, sample: Sample, tmp_path: Path) -> None:
    call("export", sample.file, "--paper", "attendance", "--out", tmp_path)
    rows = rows_of(tmp_path / f"{TITLE} - Attendance.xlsx", "Plan and actual")
    assert [row["Actual"] for row in rows] == [3, 15, 25, 19, 20, None, 7]


def test_that_a_file_without_people_makes_blank_lists_and_says_so(
    call: Call, bare_copy: Path, tmp_path: Path
) -> None:
    done = call("export", bare_copy, "--paper", "attendance", "--out", tmp_path)
    assert done.status == 0
    assert done.lines[-1] == "There are no people in this file, so lists of names are blank."
    assert [row for row in rows_of(tmp_path / f"{TITLE} - Attendance.xlsx", "Presence") if row["Name"]] == []


def test_that_a_deck_is_told_to_the_audience_that_is_wanted(
    call: Call, bare_copy: Path, demo: Demo, tmp_path: Path
) -> None:
    call("export", bare_copy, "--paper", "deck", "--for", "legal", "--out", tmp_path)
    deck = tmp_path / f"{TITLE} - Slide deck - Legal.pptx"
    assert "For Legal" in all_text(deck)
    assert set(titles_of(deck)) != set(titles_of(demo.papers / f"{TITLE} - Slide deck.pptx"))


def test_that_lists_of_names_are_for_everybody(call: Call, sample: Sample, tmp_path: Path) -> None:
    call("export", sample.file, "--paper", "attendance", "--for", "legal", "--out", tmp_path)
    assert [path.name for path in tmp_path.glob("*.xlsx")] == [f"{TITLE} - Attendance.xlsx"]


def test_that_a_paper_of_that_name_is_replaced(call: Call, sample: Sample, tmp_path: Path) -> None:
    old = tmp_path / f"{TITLE} - Attendance.xlsx"
    old.write_text("from last week", encoding="utf-8")
    call("export", sample.file, "--paper", "attendance", "--out", tmp_path)
    assert len(rows_of(old, "Presence")) == 14


def test_that_the_exported_file_is_not_touched(call: Call, sample: Sample, tmp_path: Path) -> None:
    before = (sample.file.read_bytes(), sample.file.stat().st_mtime_ns)
    call("export", sample.file, "--paper", "attendance", "--out", tmp_path)
    assert (sample.file.read_bytes(), sample.file.stat().st_mtime_ns) == before


def test_that_an_unknown_paper_is_told_with_those_there_are(call: Call, sample: Sample, tmp_path: Path) -> None:
    done = call("export", sample.file, "--paper", "poster", "--out", tmp_path / "papers")
    assert (done.status, done.out) == (1, "")
    assert done.complaint == "There is no paper “poster”; there are deck, deck-participants, cards, keys, attendance."
    assert not (tmp_path / "papers").exists()


def test_that_the_users_own_audiences_are_known(call: Call, bare_copy: Path, own_pack: Path, tmp_path: Path) -> None:
    done = call("export", bare_copy, "--paper", "deck", "--for", "beekeepers", "--out", tmp_path)
    assert (done.status, done.err) == (0, "")
    assert (tmp_path / f"{TITLE} - Slide deck - Bees.pptx").is_file()


def test_that_an_unknown_audience_is_told_with_those_there_are(
    call: Call, bare_copy: Path, library: Library, tmp_path: Path
) -> None:
    done = call("export", bare_copy, "--for", "pirates", "--out", tmp_path / "papers")
    known = {audience.id for audience in library.audiences}
    assert (done.status, done.out) == (1, "")
    assert known
    assert all(name in done.complaint for name in known)
    assert not (tmp_path / "papers").exists()


@pytest.mark.parametrize("content", [b"", b"Dear all", b"SQLite format 3\x00" + bytes(200)])
def test_that_what_is_no_workshop_is_one_sentence(content: bytes, call: Call, tmp_path: Path) -> None:
    (tmp_path / "letter.workshop").write_bytes(content)
    done = call("export", tmp_path / "letter.workshop", "--out", tmp_path)
    assert done.status == 1
    assert "Nothing was taken in" in done.complaint


@pytest.mark.parametrize("name", ["missing.workshop", "."])
def test_that_a_missing_file_is_one_sentence(name: str, call: Call, tmp_path: Path) -> None:
    done = call("export", tmp_path / name, "--out", tmp_path)
    assert done.status == 1
    assert done.complaint.startswith("There is no file")


def test_that_a_folder_that_may_not_be_written_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, call: Call, sample: Sample, tmp_path: Path
) -> None:
    # Root may write everywhere, so a closed folder would not do
    really = atomic._new_draft

    def closed(target: Path) -> Path:
        if target.parent == tmp_path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return really(target)

    monkeypatch.setattr(atomic, "_new_draft", closed)
    done = call("export", sample.file, "--paper", "attendance", "--out", tmp_path)
    assert done.status == 1
    assert "may not be written there" in done.complaint
