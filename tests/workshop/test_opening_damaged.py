"""Opening a workshop that has been through something: what is found, what wins, what is told."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workshop_bench import LONG_S, Bench

from facilitator.people.edits import AddPeople, SetMark
from facilitator.people.roster import Mark, Person, Presence
from facilitator.workshop.edits import EditPeople, SetBrief
from facilitator.workshop.opening import LostError
from facilitator.workshop.secondlog import read_log
from facilitator.workshop.state import RunState

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.workshop.document import Document

MARIA = Person("p1", "Maria", "Gruber")


def retitle(document: Document, title: str) -> None:
    document.do(SetBrief(replace(document.workshop.brief, title=title)))


@pytest.fixture
def used(bench: Bench) -> Bench:
    """A workshop with a backup, and a person, a mark and a tap after it."""
    with bench.opened() as document:
        retitle(document, "before the backup")
        document.do(EditPeople(AddPeople((MARIA,))))
        document.back_up()
        run_id = document.start_run({"day_id": "d1"})
        document.do(EditPeople(SetMark(Mark("p1", "d1.am", Presence.HERE))))
        document.append_run_event(run_id, {"type": "next"})
        retitle(document, "after the backup")
        assert document.wait_kept(LONG_S)
        backups = shutil.copytree(bench.places.backups, bench.places.folder.parent.parent / "kept")
    shutil.rmtree(bench.places.backups)  # without the backup of the close, as if the process had been killed
    shutil.move(backups, bench.places.backups)
    return bench


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garbled(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 500)


def cut_in_half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def scribbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for offset in range(8192, len(content), 4096):
        content[offset : offset + 64] = b"\xff" * 64
    path.write_bytes(bytes(content))


DAMAGE = [empty, garbled, cut_in_half, scribbled, Path.unlink]


@pytest.mark.parametrize("damage", DAMAGE)
def test_that_a_damaged_file_is_replaced_by_backup_and_second_log(
    used: Bench, damage: Callable[[Path], None]
) -> None:
    damage(used.places.plan)
    document, report = used.shelf.open("w1")
    try:
        assert document.workshop.brief.title == "after the backup"
        assert document.workshop.roster.people == (MARIA,)
        assert document.workshop.roster.marks == (Mark("p1", "d1.am", Presence.HERE),)
        assert document.runs[0].state is RunState.INTERRUPTED
        assert report.restored_from is not None
        assert any("backup took its place" in step for step in report.steps)
    finally:
        document.close()


@pytest.mark.parametrize("damage", [garbled, cut_in_half, scribbled])
def test_that_the_damaged_file_stays_as_it_was_found(used: Bench, damage: Callable[[Path], None]) -> None:
    damage(used.places.plan)
    damaged = used.places.plan.read_bytes()
    used.shelf.open("w1")[0].close()
    assert damaged in [path.read_bytes() for path in used.places.aside.iterdir()]


def test_that_every_unusual_opening_leaves_a_dated_report(used: Bench) -> None:
    empty(used.places.plan)
    _document, report = used.shelf.open("w1")
    _document.close()
    (written,) = used.places.reports.iterdir()
    assert list(report.steps) == written.read_text("utf-8").splitlines()[1:]
    assert "Maria" not in written.read_text("utf-8")


def test_that_an_ordinary_opening_leaves_no_report(used: Bench) -> None:
    document, report = used.shelf.open("w1")
    document.close()
    assert report.steps == ()
    assert not used.places.reports.exists()


def test_that_a_restoring_that_was_killed_before_is_done_again_from_the_start(used: Bench) -> None:
    draft = used.places.folder / "restoring.draft"
    shutil.copyfile(used.places.plan, draft)
    leave_hot_journal(draft)
    used.places.plan.unlink()
    document, report = used.shelf.open("w1")
    document.close()
    assert document.workshop.brief.title == "after the backup"
    assert report.restored_from is not None
    assert sorted(path.name for path in used.places.folder.glob("restoring*")) == []


def test_that_a_damaged_backup_is_passed_over_for_an_older_one(used: Bench) -> None:
    newest = max(used.places.backups.iterdir())
    scribbled(newest)
    empty(used.places.plan)
    document, report = used.shelf.open("w1")
    document.close()
    assert document.workshop.brief.title == "after the backup"
    assert any(newest.name in step for step in report.steps)


def test_that_without_backups_the_second_log_alone_brings_all_but_names(used: Bench) -> None:
    shutil.rmtree(used.places.backups)
    empty(used.places.plan)
    document, _report = used.shelf.open("w1")
    document.close()
    assert document.workshop.brief.title == "after the backup"
    assert document.workshop.roster.marks == (Mark("p1", "d1.am", Presence.HERE),)
    assert [person.given_name for person in document.workshop.roster.people] == ["?"]


def test_that_names_still_readable_in_the_damaged_file_are_saved(used: Bench) -> None:
    shutil.rmtree(used.places.backups)
    with contextlib.closing(sqlite3.connect(used.places.plan)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'event'")
        connection.commit()
    document, _report = used.shelf.open("w1")
    document.close()
    assert document.workshop.roster.people == (MARIA,)


def test_that_what_still_reads_is_shown_for_reading_when_all_else_is_gone(used: Bench) -> None:
    shutil.rmtree(used.places.backups)
    used.places.second_log.unlink()
    with contextlib.closing(sqlite3.connect(used.places.plan)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'event'")
        connection.commit()
    before = used.places.plan.read_bytes()
    document, report = used.shelf.open("w1")
    assert document.workshop.brief.title == "after the backup"
    assert document.read_only_reason == report.read_only_reason != ""
    assert used.places.plan.read_bytes() == before


def test_that_nothing_left_is_said_plainly_and_nothing_is_touched(used: Bench) -> None:
    shutil.rmtree(used.places.backups)
    used.places.second_log.unlink()
    garbled(used.places.plan)
    before = used.places.plan.read_bytes()
    with pytest.raises(LostError):
        used.shelf.open("w1")
    assert used.places.plan.read_bytes() == before


def test_that_events_only_the_second_log_has_are_taken_in(used: Bench, tmp_path: Path) -> None:
    shutil.copyfile(max(used.places.backups.iterdir()), used.places.plan)  # an older state of the database
    document, report = used.shelf.open("w1")
    document.close()
    assert document.workshop.brief.title == "after the backup"
    assert any("second log" in step for step in report.steps)


def test_that_events_only_the_database_has_go_to_the_second_log(used: Bench) -> None:
    lines = used.places.second_log.read_bytes().splitlines(keepends=True)
    used.places.second_log.write_bytes(b"".join(lines[:2]))
    document, report = used.shelf.open("w1")
    document.close()
    assert report.steps == ()
    assert used.places.second_log.read_bytes() == b"".join(lines)


def test_that_a_torn_last_line_is_mended_without_a_word(used: Bench) -> None:
    content = used.places.second_log.read_bytes()
    used.places.second_log.write_bytes(content[:-20])
    document, report = used.shelf.open("w1")
    document.close()
    assert report.steps == ()
    assert used.places.second_log.read_bytes() == content


def test_that_a_damaged_line_has_the_log_set_aside_and_written_anew(used: Bench) -> None:
    content = used.places.second_log.read_bytes()
    damaged = content.replace(b"before the backup", b"before the bakcup")
    used.places.second_log.write_bytes(damaged)
    document, report = used.shelf.open("w1")
    document.close()
    assert any("second log was damaged" in step for step in report.steps)
    assert used.places.second_log.read_bytes() == content
    assert read_log(used.places.second_log).bad_lines == 0
    assert damaged in [path.read_bytes() for path in used.places.aside.iterdir()]


def test_that_a_write_cut_short_is_copied_aside_before_it_is_taken_back(used: Bench) -> None:
    leave_hot_journal(used.places.plan)
    before = (used.places.plan.read_bytes(), used.places.journal.read_bytes())
    document, report = used.shelf.open("w1")
    document.close()
    assert document.workshop.brief.title == "after the backup"
    assert any("cut short" in step for step in report.steps)
    (folder,) = used.places.aside.iterdir()
    assert tuple((folder / path.name).read_bytes() for path in (used.places.plan, used.places.journal)) == before


def leave_hot_journal(plan: Path) -> None:
    """Copy the files in the middle of a large write, and put them back after it was rolled back."""
    connection = sqlite3.connect(plan, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE event SET body = body || '                    '")
    connection.executemany("INSERT INTO meta VALUES (?, ?)", ((str(n), "x" * 3000) for n in range(50)))
    copies = {path: path.read_bytes() for path in (plan, plan.with_name(plan.name + "-journal"))}
    connection.execute("ROLLBACK")
    connection.close()
    for path, content in copies.items():
        path.write_bytes(content)


def test_that_a_sync_programs_conflict_copy_is_pointed_out_and_left(used: Bench) -> None:
    stray = used.places.folder / "plan (conflicted copy).workshop"
    stray.write_bytes(b"who knows")
    document, report = used.shelf.open("w1")
    document.close()
    assert any(stray.name in step for step in report.steps)
    assert stray.read_bytes() == b"who knows"
