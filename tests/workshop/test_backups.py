"""Backups: made through the live connection, looked over, thinned out with age."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workshop_bench import LONG_S, Bench

from facilitator.foundation.limits import BACKUP_EVERY_S, MB
from facilitator.workshop import writer
from facilitator.workshop.backups import Backup, BadCopyError, list_backups, no_longer_needed, refuse_damaged
from facilitator.workshop.chores import PLAN_EVERY_EVENTS
from facilitator.workshop.edits import SetBrief

if TYPE_CHECKING:
    from facilitator.workshop.document import Document

NOW = dt.datetime(2027, 1, 15, 12, tzinfo=dt.UTC)


def aged(hours: float, size_bytes: int = MB) -> Backup:
    return Backup(Path(f"plan-{hours}"), NOW - dt.timedelta(hours=hours), 1, size_bytes)


def kept(backups: list[Backup]) -> list[Backup]:
    gone = no_longer_needed(backups, NOW)
    return [backup for backup in backups if backup not in gone]


def test_that_all_of_two_days_stay() -> None:
    backups = [aged(hours / 6) for hours in range(48 * 6)]
    assert kept(backups) == backups


def test_that_older_ones_become_daily_then_weekly() -> None:
    backups = [aged(hours) for hours in range(49, 24 * 90, 6)]
    days = {backup.made_at.date() for backup in kept(backups)}
    assert len(kept(backups)) == len(days) == 7 + 4


def test_that_the_oldest_go_first_when_they_are_too_big_together() -> None:
    backups = [aged(hours, 200 * MB) for hours in range(5)]
    assert kept(backups) == backups[:2]


def test_that_one_stays_however_big_and_old_it_is() -> None:
    backups = [aged(24 * 400, 900 * MB)]
    assert kept(backups) == backups


@given(st.lists(st.floats(0, 24 * 400), max_size=60))
def test_that_the_newest_always_stays_and_nothing_is_made_up(hours: list[float]) -> None:
    backups = [aged(hour) for hour in sorted(hours)]
    assert kept(backups)[:1] == backups[:1]
    assert set(kept(backups)) | set(no_longer_needed(backups, NOW)) == set(backups)


def test_that_opening_and_closing_make_one_each_if_something_changed(bench: Bench) -> None:
    with bench.opened() as document:
        document.start_run({"day_id": "d1"})
    assert [backup.seq for backup in list_backups(bench.places.backups)] == [2, 1]


def test_that_ten_minutes_of_changes_make_one_by_themselves(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "CHORES_EVERY_S", 0.01)
    with bench.opened() as document:
        wait_for_chores(document)  # what opening asks for is done before the change, not after it
        change(document)
        assert len(list_backups(bench.places.backups)) == 1
        bench.clock.pass_s(BACKUP_EVERY_S + 1)
        wait_for_chores(document)
        assert [backup.seq for backup in list_backups(bench.places.backups)] == [2, 1]


def test_that_ten_minutes_without_a_change_make_none(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "CHORES_EVERY_S", 0.01)
    with bench.opened() as document:
        wait_for_chores(document)
        bench.clock.pass_s(BACKUP_EVERY_S + 1)
        wait_for_chores(document)
        assert len(list_backups(bench.places.backups)) == 1


def change(document: Document) -> None:
    document.do(SetBrief(replace(document.workshop.brief, title="x")))
    assert document.wait_kept(LONG_S)


def wait_for_chores(document: Document) -> None:
    """Have the chores done by the thread that does them."""
    keeping = document._keeping
    assert keeping is not None
    keeping._ask(keeping._chores, LONG_S)


def test_that_a_backup_is_whole_and_holds_everything(bench: Bench) -> None:
    with bench.opened() as document:
        run_id = document.start_run({"day_id": "d1"})
        for number in range(100):
            document.append_run_event(run_id, {"n": number, "pad": "x" * 500})
        document.back_up()
    newest = list_backups(bench.places.backups)[0]
    refuse_damaged(newest.path)
    with contextlib.closing(sqlite3.connect(newest.path)) as copy:
        assert copy.execute("SELECT count(*) FROM event").fetchone() == (102,)


def test_that_a_damaged_copy_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "copy"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    with pytest.raises(BadCopyError):
        refuse_damaged(path)


def test_that_a_failing_backup_does_not_stop_the_work(bench: Bench) -> None:
    shutil.rmtree(bench.places.backups)
    bench.places.backups.write_text("a file where the folder should be")
    with bench.opened() as document:
        document.start_run({"day_id": "d1"})
        assert document.wait_kept(LONG_S)


def test_that_two_hundred_events_make_a_plan_to_open_from(bench: Bench) -> None:
    with bench.opened() as document:
        run_id = document.start_run({"day_id": "d1"})
        for number in range(PLAN_EVERY_EVENTS):
            document.append_run_event(run_id, {"n": number})
        assert document.wait_kept(LONG_S)
        wait_for_chores(document)
        change(document)
        document.back_up()
        with contextlib.closing(sqlite3.connect(list_backups(bench.places.backups)[0].path)) as copy:
            assert copy.execute("SELECT max(seq) FROM plan").fetchone()[0] > PLAN_EVERY_EVENTS
