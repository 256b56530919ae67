"""Names of participants stay where they belong, and go from everywhere when they are erased."""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest
from test_opening_damaged import leave_hot_journal
from workshop_bench import LONG_S, Bench

from facilitator.people.edits import AddPeople, ChangePerson, PersonField, RemovePeople, SetMark, SeveralPeopleEdits
from facilitator.people.roster import Mark, Person, Presence
from facilitator.workshop.edits import EditPeople, Several

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.workshop.document import Document

CANARY = "Zyxwella"
OTHER = "Quorthon"
PEOPLE = (
    Person(
        "p1", CANARY, f"{CANARY}-Gruber", f"{CANARY}@example.org", f"{CANARY} Ltd", CANARY, CANARY, CANARY, CANARY
    ),
    Person("p2", OTHER),
)


@pytest.fixture
def peopled(bench: Bench, caplog: pytest.LogCaptureFixture) -> Iterator[Document]:
    """A workshop in which the canary's name has been everywhere a name can be."""
    caplog.set_level(logging.DEBUG)
    with bench.opened() as document:
        document.do(EditPeople(AddPeople(PEOPLE)))
        document.do(EditPeople(ChangePerson("p1", PersonField.ROLE, f"{CANARY} the second")))
        mark = EditPeople(SetMark(Mark("p1", "d1.am", Presence.LATE, note=f"{CANARY} missed the bus")))
        document.do(Several("Two things", (mark,)))
        document.do(EditPeople(SeveralPeopleEdits(f"Rename {CANARY}", (RemovePeople(("p1",)),))))
        document.undo()
        document.start_run({"day_id": "d1"})
        document.back_up()
        yield document


def files_with(folder: Path, name: str) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and name.encode() in path.read_bytes())


def test_that_names_are_in_the_database_and_its_backups_only(bench: Bench, peopled: Document) -> None:
    peopled.close()
    found = files_with(bench.places.folder, CANARY)
    assert "plan.workshop" in found
    assert all(name.endswith(".workshop") for name in found)


def test_that_logs_hold_no_names(bench: Bench, peopled: Document, caplog: pytest.LogCaptureFixture) -> None:
    peopled.erase_person("p2")
    peopled.close()
    bench.shelf.open("w1")[0].close()
    assert CANARY not in caplog.text


def test_that_erasing_takes_the_name_out_of_every_file(bench: Bench, peopled: Document, tmp_path: Path) -> None:
    assert peopled.erase_person("p1") == 0
    peopled.close()
    assert files_with(tmp_path, CANARY) == []


def test_that_erasing_leaves_everybody_else(bench: Bench, peopled: Document) -> None:
    peopled.erase_person("p1")
    peopled.close()
    with bench.opened() as document:
        assert document.workshop.roster.people == (PEOPLE[1],)
        assert document.workshop.roster.marks == ()


def test_that_undo_cannot_bring_an_erased_person_back(peopled: Document) -> None:
    peopled.erase_person("p1")
    assert peopled.undo_label is None
    assert peopled.redo_label is None


def test_that_an_old_backup_put_back_erases_again(bench: Bench, peopled: Document, tmp_path: Path) -> None:
    peopled.close()
    old = shutil.copy(bench.places.plan, tmp_path / "old")
    with bench.opened() as document:
        document.erase_person("p1")
    shutil.copy(old, bench.places.plan)
    with bench.opened() as document:
        assert document.workshop.roster.people == (PEOPLE[1],)
    (tmp_path / "old").unlink()
    assert CANARY.encode() not in bench.places.plan.read_bytes()


def test_that_a_restored_backup_erases_again(bench: Bench, peopled: Document, tmp_path: Path) -> None:
    old = shutil.copytree(bench.places.backups, tmp_path / "old")
    peopled.erase_person("p1")
    peopled.close()
    shutil.rmtree(bench.places.backups)
    shutil.move(old, bench.places.backups)
    bench.places.plan.write_bytes(b"")
    with bench.opened() as document:
        assert document.workshop.roster.people == (PEOPLE[1],)
        document._keeping._ask(document._keeping._chores.clean_copies, LONG_S)  # type: ignore[union-attr]
    assert files_with(bench.places.folder, CANARY) == []


def test_that_a_copy_that_cannot_be_cleaned_is_counted(bench: Bench, peopled: Document) -> None:
    bench.places.aside.mkdir()
    (bench.places.aside / "damaged.workshop").write_bytes(b"\xff" * 5000)
    assert peopled.erase_person("p1") == 1


def test_that_files_copied_aside_after_a_crash_are_cleaned_too(bench: Bench, peopled: Document) -> None:
    peopled.close()
    leave_hot_journal(bench.places.plan)
    with bench.opened() as document:
        assert len(files_with(bench.places.aside, CANARY)) > 0
        assert document.erase_person("p1") == 0
    assert files_with(bench.places.folder, CANARY) == []


def test_that_everybody_can_be_erased_at_once(bench: Bench, peopled: Document) -> None:
    peopled.erase_people([person.id for person in PEOPLE])
    peopled.close()
    assert files_with(bench.places.folder, CANARY) + files_with(bench.places.folder, OTHER) == []


def test_that_a_saved_copy_holds_no_people_unless_asked(bench: Bench, peopled: Document, tmp_path: Path) -> None:
    peopled.save_copy(tmp_path / "plain.workshop")
    peopled.save_copy(tmp_path / "full.workshop", people=True)
    assert CANARY.encode() not in (tmp_path / "plain.workshop").read_bytes()
    assert CANARY.encode() in (tmp_path / "full.workshop").read_bytes()


def test_that_a_saved_copy_without_people_holds_no_run_either(peopled: Document, tmp_path: Path) -> None:
    peopled.save_copy(tmp_path / "plain.workshop")
    with contextlib.closing(sqlite3.connect(tmp_path / "plain.workshop")) as copy:
        assert copy.execute("SELECT kind FROM event").fetchall() == [("create",)]


def test_that_a_saved_copy_forgets_who_was_removed_before(bench: Bench, peopled: Document, tmp_path: Path) -> None:
    peopled.do(EditPeople(RemovePeople(("p1",))))
    peopled.save_copy(tmp_path / "full.workshop", people=True)
    content = (tmp_path / "full.workshop").read_bytes()
    assert CANARY.encode() not in content
    assert OTHER.encode() in content
