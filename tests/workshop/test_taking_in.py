"""Files that came from outside: taken in by their content, refused when they are anything else than they should."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from facilitator.people.edits import AddPeople
from facilitator.people.roster import Person
from facilitator.workshop import foreign
from facilitator.workshop.edits import EditPeople, TakeUnits
from facilitator.workshop.foreign import ForeignFileError
from facilitator.workshop.model import UnitCopy
from facilitator.workshop.plain import WorkshopRecords
from facilitator.workshop.schema import VERSION
from facilitator.workshop.state import RunState
from facilitator.workshop.texts import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workshop_bench import Bench

    from facilitator.workshop.document import Document

SOURCE = "---\nid: F01\n---\n"
COPY = UnitCopy("F01", "pack", "1", SOURCE, digest_of(SOURCE))


@pytest.fixture
def saved(document: Document, tmp_path: Path) -> Path:
    document.do(TakeUnits((COPY,)))
    document.do(EditPeople(AddPeople((Person("p1", "Maria"),))))
    run_id = document.start_run({"day_id": "d1"})
    document.append_run_event(run_id, {"type": "next"})
    document.end_run(run_id)
    document.save_copy(tmp_path / "copy.workshop", people=True)
    return tmp_path / "copy.workshop"


def test_that_a_saved_copy_comes_back_whole_as_a_new_workshop(bench: Bench, document: Document, saved: Path) -> None:
    workshop_id = bench.shelf.take_in(saved)
    taken, report = bench.shelf.open(workshop_id)
    taken.close()
    assert workshop_id != "w1"
    assert (taken.workshop.brief, taken.workshop.agenda) == (document.workshop.brief, document.workshop.agenda)
    assert (taken.workshop.roster, taken.workshop.units) == (document.workshop.roster, (COPY,))
    assert [(run.state, run.events) for run in taken.runs] == [(RunState.FINISHED, ({"type": "next"},))]
    assert report.steps == ()


def test_that_taking_in_leaves_the_file_as_it_is(bench: Bench, saved: Path) -> None:
    before = saved.read_bytes()
    bench.shelf.take_in(saved)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir() if path.is_file()] == ["copy.workshop"]


def test_that_a_workshop_of_the_shelf_is_not_read_but_named(bench: Bench, document: Document) -> None:
    assert bench.shelf.take_in(bench.places.plan) == "w1"
    document.start_run({"day_id": "d1"})
    assert document.wait_kept(30)


def test_that_a_copy_may_not_take_the_name_of_a_live_file(document: Document, tmp_path: Path) -> None:
    from facilitator.foundation.atomic import WriteError

    with pytest.raises(WriteError):
        document.save_copy(tmp_path / "plan.workshop")


def sql(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return change


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))


ENDLESS = (
    "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n"
)
HOSTILE = {
    "empty": empty,
    "a picture": picture,
    "cut short": truncated,
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "missing": Path.unlink,
    "another application": sql("PRAGMA application_id = 7"),
    "a newer version": sql(f"PRAGMA user_version = {VERSION + 1}"),
    "no version": sql("PRAGMA user_version = 0"),
    "a trigger": sql("CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END"),
    "a view": sql("CREATE VIEW v AS SELECT 1"),
    "a table that is an endless view": sql("DROP TABLE meta", ENDLESS.replace("VIEW v", "VIEW meta")),
    "one table more": sql("CREATE TABLE more (x)"),
    "one table less": sql("DROP TABLE attachment"),
    "a changed unit": sql("UPDATE unit_copy SET source = source || 'x'"),
    "no events": sql("DELETE FROM event"),
    "a body that is no JSON": sql("UPDATE event SET body = '{' WHERE seq = 1"),
    "a body of another shape": sql("""UPDATE event SET body = '{"id": "w9", "agenda": {"days": 5}}' WHERE seq = 1"""),
    "a number where text is": sql("UPDATE event SET body = '5' WHERE seq = 1"),
    "a cell of two megabytes": sql("UPDATE event SET body = printf('%2000000d', 1) WHERE seq = 1"),
    "a write-ahead log": sql("PRAGMA journal_mode = WAL"),
    "an index that lies": sql(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET rootpage = 3 WHERE name = 'person_by_id'",
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_that_hostile_and_broken_files_are_refused_in_words(bench: Bench, saved: Path, what: str) -> None:
    HOSTILE[what](saved)
    listed = sorted(path.name for path in bench.places.folder.parent.iterdir())
    with pytest.raises(ForeignFileError) as refused:
        bench.shelf.take_in(saved)
    assert refused.value.happened
    assert "unchanged" in refused.value.safe
    assert sorted(path.name for path in bench.places.folder.parent.iterdir()) == listed


def test_that_a_file_over_the_limit_is_not_even_read(
    bench: Bench, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreign, "WORKSHOP_FILE_BYTES", 1000)
    with pytest.raises(ForeignFileError, match="larger than"):
        bench.shelf.take_in(saved)


def test_that_reading_stops_at_the_time_limit(bench: Bench, saved: Path) -> None:
    seconds: Iterator[float] = iter(range(0, 10_000, 10))
    sql(
        "INSERT INTO meta WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)"
        " SELECT i, i FROM n"
    )(saved)
    with pytest.raises(ForeignFileError, match="damaged"):
        foreign.read_foreign(saved, WorkshopRecords(), elapsed_s=lambda: next(seconds))


def test_that_an_id_that_is_a_path_never_becomes_one(bench: Bench, saved: Path) -> None:
    sql("""UPDATE event SET body = replace(body, '"id":"w1"', '"id":"../../evil"') WHERE seq = 1""")(saved)
    workshop_id = bench.shelf.take_in(saved)
    assert (bench.places.folder.parent / workshop_id).is_dir()
    assert not (bench.places.folder.parent.parent / "evil").exists()
