from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from opened_papers import all_text, notes_of, parts_of, rows_of, sheets_of, titles_of

from facilitator.agenda.model import all_blocks
from facilitator.curriculum.tailoring import tailor

if TYPE_CHECKING:
    from pathlib import Path

    from command_bench import Call, Demo, Sample

    from facilitator.curriculum.library import Library

pytestmark = pytest.mark.slow

TITLE = "Executive session from megaphone to movement"
DECK = f"{TITLE} - Slide deck.pptx"
SLIDES_TO_SHARE = f"{TITLE} - Slides for participants.pptx"
ATTENDANCE = f"{TITLE} - Attendance.xlsx"
CARDS, KEYS = f"{TITLE} - Cards and sheets.docx", f"{TITLE} - Keys and scripts.docx"


def test_that_it_writes_every_paper_into_exports_and_nothing_else(demo: Demo) -> None:
    done, papers = demo.run, demo.papers
    assert (done.status, done.err) == (0, "")
    assert {path.name for path in papers.iterdir()} == {DECK, SLIDES_TO_SHARE, CARDS, KEYS, ATTENDANCE}


def test_that_each_file_has_a_line_with_what_is_in_it(demo: Demo) -> None:
    done, papers = demo.run, demo.papers
    slides, sheets = len(titles_of(papers / DECK)), len(sheets_of(papers / ATTENDANCE))
    assert done.lines[0].endswith(f"{DECK}  {slides} slides")
    assert done.lines[1].endswith(f"{SLIDES_TO_SHARE}  {slides} slides")
    assert re.search(rf"{re.escape(CARDS)}  \d+ decks of cards$", done.lines[2])
    assert re.search(rf"{re.escape(KEYS)}  \d+ decks of cards$", done.lines[3])
    assert done.lines[4].endswith(f"{ATTENDANCE}  {sheets} sheets")
    assert len(done.lines) == 6


def test_that_the_last_line_sums_the_run_up(demo: Demo) -> None:
    done, papers = demo.run, demo.papers
    actual = sum(row["Actual"] or 0 for row in rows_of(papers / ATTENDANCE, "Plan and actual"))
    assert "13 of 14 people here, 90 min planned, " in done.lines[-1]
    assert int(done.lines[-1].rpartition(", ")[2].split()[0]) == actual


def test_that_nobody_is_named_in_what_it_prints(demo: Demo, sample: Sample) -> None:
    printed = demo.run.out
    people = sample.workshop.roster.people
    private = {text for person in people for text in (person.family_name, person.email)}
    assert len(private) == 28
    assert [text for text in private if text in printed] == []


def test_that_the_deck_has_the_blocks_in_the_order_of_the_agenda(demo: Demo, sample: Sample) -> None:
    titles = titles_of(demo.papers / DECK)
    shown = [block.title for block in all_blocks(sample.workshop.agenda) if not block.hidden]
    assert len(shown) == 6
    assert [title for title in titles if title in shown] == shown


def test_that_the_deck_is_told_to_executives(demo: Demo, sample: Sample, library: Library) -> None:
    titles = set(titles_of(demo.papers / DECK))
    profiles = [share.profile for share in sample.workshop.brief.audiences]
    units = [block for block in all_blocks(sample.workshop.agenda) if block.unit_id]
    told, default = (
        {
            slide.title
            for block in units
            for step in tailor(library.unit(block.unit_id), to, block.minutes).steps
            for slide in step.slides
        }
        for to in (profiles, ())
    )
    assert told - default
    assert told <= titles
    assert not (default - told) & titles


def test_that_only_the_trainers_deck_has_notes(demo: Demo) -> None:
    papers = demo.papers
    assert "You have been asked to approve a lot of things" in notes_of(papers / DECK)
    assert notes_of(papers / SLIDES_TO_SHARE) == ""
    assert "You have been asked to approve a lot of things" not in all_text(papers / SLIDES_TO_SHARE)


@pytest.mark.parametrize("deck", [DECK, SLIDES_TO_SHARE])
def test_that_no_participant_is_in_a_deck(deck: str, demo: Demo, sample: Sample) -> None:
    text = all_text(demo.papers / deck)
    assert [person.email for person in sample.workshop.roster.people if person.full_name() in text] == []


def test_that_the_matrix_has_fourteen_people_with_their_minutes(demo: Demo, sample: Sample) -> None:
    rows = rows_of(demo.papers / ATTENDANCE, "Presence")
    people = {person.listed_name() for person in sample.workshop.roster.people}
    assert {row["Name"] for row in rows} == people
    assert len(rows) == 14
    codes = [row["Tue 19 Jan"] for row in rows]
    assert (codes.count("P"), codes.count("L"), codes.count("E")) == (12, 1, 1)
    minutes = {row["Tue 19 Jan"]: row["Minutes"] for row in rows if row["Tue 19 Jan"] != "P"}
    assert minutes == {"L": 81, "E": 0}


def test_that_plan_stands_beside_what_the_run_took(demo: Demo) -> None:
    rows = rows_of(demo.papers / ATTENDANCE, "Plan and actual")
    minutes = [(row["Planned"], row["Actual"]) for row in rows]
    assert minutes == [(3, 3), (15, 15), (20, 25), (20, 19), (20, 20), (5, None), (7, 7)]


def test_that_a_second_demo_gives_the_same_papers(demo: Demo, call: Call, tmp_path: Path) -> None:
    done = call("demo", "--out", tmp_path / "again")
    assert done.status == 0
    for paper in sorted(demo.papers.iterdir()):
        assert parts_of(tmp_path / "again" / paper.name) == parts_of(paper), paper.name


def test_that_a_folder_that_cannot_be_made_is_one_sentence(call: Call, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = call("demo", "--out", tmp_path / "taken")
    assert done.status == 1
    assert str(tmp_path / "taken") in done.complaint
    assert done.out == ""


def test_that_it_leaves_nothing_but_the_papers(demo: Demo) -> None:
    assert [path.name for path in demo.folder.iterdir()] == ["exports"]
