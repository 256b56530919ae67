"""The shelf: what is on it, without opening anything."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from workshop_bench import LONG_S, Bench, StillClock, small_workshop

from facilitator.agenda.model import Agenda, Block, Breakout, Day, Strand
from facilitator.curriculum.unit import Kind
from facilitator.people.edits import AddPeople
from facilitator.people.roster import Person
from facilitator.workshop.backups import list_backups
from facilitator.workshop.edits import EditPeople, SetBrief
from facilitator.workshop.migrating import Migrations, TooOldError
from facilitator.workshop.model import Brief, Workshop
from facilitator.workshop.schema import VERSION
from facilitator.workshop.shelf import Shelf
from facilitator.workshop.summary import Stage, StripPart

if TYPE_CHECKING:
    from facilitator.foundation.clocks import Instant


def test_that_an_empty_shelf_lists_nothing(shelf: Shelf) -> None:
    assert shelf.summaries() == ()


def test_that_a_summary_says_what_a_card_shows(bench: Bench) -> None:
    (summary,) = bench.shelf.summaries()
    assert (summary.id, summary.client, summary.title) == ("w1", "Acme", "Sharing day")
    assert (summary.start, summary.end, summary.stage) == (540, 600, Stage.PLANNED)
    assert summary.strip == (StripPart(Kind.OPENING, 15), StripPart(Kind.EXERCISE, 45))
    assert summary.changed_at == "2027-01-15T08:00:00+00:00"


def test_that_a_summary_follows_changes(bench: Bench) -> None:
    with bench.opened() as document:
        brief = replace(document.workshop.brief, client="Bolt", date=dt.date(2027, 3, 1))
        document.do(SetBrief(brief))
        document.do(EditPeople(AddPeople((Person("p1", "Maria"), Person("p2", "Jo")))))
    (summary,) = bench.shelf.summaries()
    assert (summary.client, summary.date, summary.head_count) == ("Bolt", dt.date(2027, 3, 1), 2)


def test_that_summaries_open_no_database(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    connected: list[object] = []
    monkeypatch.setattr(sqlite3, "connect", lambda *arguments, **_more: connected.append(arguments))
    assert len(bench.shelf.summaries()) == 1
    assert connected == []


@pytest.mark.parametrize("content", [b"", b"{", b'{"id": 3, "strip": 4}', b"\xff"])
def test_that_a_damaged_summary_still_lists_the_workshop(bench: Bench, content: bytes) -> None:
    bench.places.summary.write_bytes(content)
    assert [summary.id for summary in bench.shelf.summaries()] == ["w1"]


def test_that_the_one_changed_last_comes_first(bench: Bench) -> None:
    bench.clock.pass_s(60)
    bench.shelf.create(replace(small_workshop(), id="w2")).close()
    assert [summary.id for summary in bench.shelf.summaries()] == ["w2", "w1"]


def test_that_the_stage_follows_the_runs(bench: Bench) -> None:
    with bench.opened() as document:
        run_id = document.start_run({"day_id": "d1"})
    assert bench.shelf.summaries()[0].stage is Stage.INTERRUPTED
    with bench.opened() as document:
        document.end_run(run_id)
    assert bench.shelf.summaries()[0].stage is Stage.FINISHED


def test_that_a_breakout_shows_its_longest_strand(shelf: Shelf) -> None:
    short, long = Block("a", Kind.INPUT, "a", 10), Block("b", Kind.EXERCISE, "b", 30)
    breakout = Breakout("x", "x", (Strand("s", "s", (short,)), Strand("l", "l", (long,))))
    shelf.create(Workshop("w1", Brief(), Agenda((Day("d1", "1", items=(breakout,)),)))).close()
    assert shelf.summaries()[0].strip == (StripPart(Kind.EXERCISE, 30),)


def test_that_an_id_that_is_taken_is_replaced(bench: Bench) -> None:
    document = bench.shelf.create(small_workshop())
    document.close()
    assert document.workshop.id != "w1"
    assert len(bench.shelf.summaries()) == 2


def test_that_a_workshop_half_made_is_not_listed(bench: Bench) -> None:
    (bench.places.folder.parent / ".new-w9").mkdir()
    assert [summary.id for summary in bench.shelf.summaries()] == ["w1"]


def test_that_a_newer_file_opens_for_reading_only(bench: Bench) -> None:
    connection = sqlite3.connect(bench.places.plan)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = bench.places.plan.read_bytes()
    document, report = bench.shelf.open("w1")
    assert document.workshop.brief.title == "Sharing day"
    assert "newer version" in report.read_only_reason
    assert bench.places.plan.read_bytes() == before


def add_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE plan ADD COLUMN extra TEXT NOT NULL DEFAULT ''")


def fail(connection: sqlite3.Connection) -> None:
    add_column(connection)
    raise sqlite3.OperationalError("no")


class TickingClock(StillClock):
    """A clock that moves a little whenever it is looked at."""

    def now(self) -> Instant:
        self.pass_s(0.01)
        return self.instant


def migrating_shelf(bench: Bench, steps: dict[int, object]) -> Shelf:
    migrations = Migrations(VERSION + 1, MappingProxyType(steps))  # type: ignore[arg-type]
    return Shelf(bench.places.folder.parent, TickingClock(), migrations=migrations)


def test_that_an_older_file_is_migrated_and_kept_as_a_backup(bench: Bench) -> None:
    document, report = migrating_shelf(bench, {VERSION: lambda c: c.execute("CREATE TABLE extra (n)")}).open("w1")
    assert document.workshop.brief.title == "Sharing day"
    document.close()
    assert any("brought to this version" in step for step in report.steps)
    connection = sqlite3.connect(bench.places.plan)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
    connection.close()
    versions = set()
    for backup in list_backups(bench.places.backups):
        copy = sqlite3.connect(backup.path)
        versions.add(copy.execute("PRAGMA user_version").fetchone()[0])
        copy.close()
    assert versions == {VERSION, VERSION + 1}


def test_that_a_failed_migration_leaves_the_old_file(bench: Bench) -> None:
    before = bench.places.plan.read_bytes()
    document, report = migrating_shelf(bench, {VERSION: fail}).open("w1")
    assert report.read_only_reason
    assert document.workshop.brief.title == "Sharing day"
    assert bench.places.plan.read_bytes() == before


def test_that_a_version_without_a_way_to_ours_is_refused(bench: Bench) -> None:
    with pytest.raises(TooOldError):
        migrating_shelf(bench, {}).open("w1")
    with bench.opened() as document:
        document.start_run({"day_id": "d1"})
        assert document.wait_kept(LONG_S)
