"""When single calls of the disk fail, nothing is claimed that is not so, and later tries succeed."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import apsw
import pytest
from faulty_disk import Disk, FaultyConnection
from test_power_cut import OURS, entry
from workshop_bench import LONG_S, Bench

from facilitator.workshop import secondlog, writer
from facilitator.workshop.edits import SetBrief
from facilitator.workshop.keeping import NotKeptError
from facilitator.workshop.schema import lay_tables
from facilitator.workshop.secondlog import Reading, SecondLog, read_log
from facilitator.workshop.store import Store, last_seq

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from facilitator.workshop.document import Document

MOST_CALLS = 300

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.mark.parametrize("failure", [apsw.IOError, apsw.FullError])
@pytest.mark.parametrize("for_ever", [False, True])
def test_that_any_single_call_may_fail(failure: type[apsw.Error], for_ever: bool) -> None:
    reached = [fails_at(call, failure, for_ever=for_ever) for call in range(1, MOST_CALLS)]
    assert reached.index(False) > 20, "the faults were never met"


def fails_at(at_call: int, failure: type[apsw.Error], *, for_ever: bool) -> bool:
    """Keep five taps while one call fails; tell whether the fault was met at all."""
    disk = Disk()
    store = Store(cast("Any", FaultyConnection(disk, OURS)), cast("Any", NumbersOnly()))
    lay_tables(store.connection)
    calls = [0]

    def fail(_what: str) -> None:
        calls[0] += 1
        if calls[0] == at_call or (for_ever and calls[0] > at_call):
            raise failure

    disk.before_call = fail
    told = [seq for seq in range(1, 6) if keeps(store, seq)]
    disk.before_call = lambda _what: None
    assert last_seq(store.connection) >= max(told, default=0)
    store.keep([entry(seq) for seq in range(1, 6)])
    assert store.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert last_seq(store.connection) == 5
    store.connection.close()
    return calls[0] >= at_call


class NumbersOnly:
    """A second log that never fails."""

    def append(self, entries: list[Any]) -> None:
        pass


def keeps(store: Store, seq: int) -> bool:
    try:
        store.keep([entry(number) for number in range(1, seq + 1)])
    except sqlite3.Error:
        return False
    return True


@pytest.fixture
def broken_sync(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A second log whose disk fails while the event is set."""
    fault = threading.Event()
    sync = secondlog._sync_data

    def failing(handle: int) -> None:
        if fault.is_set():
            os.write(handle, b'{"torn')
            raise OSError(errno.EIO, "bad sector")
        sync(handle)

    monkeypatch.setattr(secondlog, "_sync_data", failing)
    monkeypatch.setattr(writer, "RETRY_S", 0.02)
    yield fault
    fault.clear()


def change(document: Document, title: str) -> int:
    return document.do(SetBrief(replace(document.workshop.brief, title=title)))


def test_that_nothing_is_acknowledged_before_the_second_log_has_it(
    bench: Bench, broken_sync: threading.Event
) -> None:
    failed = threading.Event()
    with bench.opened() as document:
        kept = document._seq
        document.on_kept(lambda report: failed.set() if report.failure else None)
        broken_sync.set()
        change(document, "a")
        change(document, "b")
        assert failed.wait(LONG_S)
        assert not document.wait_kept(0.1)
        report = document.kept
        assert report is not None
        assert (report.seq, report.waiting > 0, "EIO" in report.failure) == (kept, True, True)
        broken_sync.clear()
        assert document.wait_kept(LONG_S)
    reading = read_log(bench.places.second_log)
    assert (reading.last_seq, reading.bad_lines) == (kept + 2, 0)


def test_that_what_waits_is_still_on_the_screen_and_undoable(bench: Bench, broken_sync: threading.Event) -> None:
    with bench.opened() as document:
        broken_sync.set()
        change(document, "a")
        change(document, "b")
        document.undo()
        assert document.workshop.brief.title == "a"
        broken_sync.clear()
        assert document.wait_kept(LONG_S)


def test_that_closing_with_a_broken_disk_says_how_much_was_lost(bench: Bench, broken_sync: threading.Event) -> None:
    document, _report = bench.shelf.open("w1")
    broken_sync.set()
    change(document, "a")
    with pytest.raises(NotKeptError) as caught:
        document.close()
    assert caught.value.count == 1
    broken_sync.clear()
    with bench.opened() as again:
        assert again.workshop.brief.title in {"a", "Sharing day"}


def test_that_a_full_database_is_told_in_words_and_works_again_with_room(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "RETRY_S", 0.02)
    reports: list[writer.KeptReport] = []
    full = threading.Event()
    document, _report = bench.shelf.open("w1")
    document.on_kept(lambda report: (reports.append(report), full.set() if report.failure else None))
    run_id = document.start_run({"day_id": "d1"})
    ask(document, lambda store: store.connection.execute("PRAGMA max_page_count = 1").fetchone())
    for number in range(60):
        document.append_run_event(run_id, {"n": number, "pad": "x" * 3000})
    assert full.wait(LONG_S)
    assert {report.failure for report in reports if report.failure} == {"The disk is full."}
    document._keeping._store.connection.execute("PRAGMA max_page_count = 1000000")  # type: ignore[union-attr]
    assert document.wait_kept(LONG_S)
    document.close()
    with bench.opened() as again:
        assert [event["n"] for event in again.run_events(run_id)] == list(range(60))


def ask(document: Document, task: Callable[[Store], Any]) -> None:
    assert document._keeping is not None
    document._keeping._ask(task, LONG_S)


def test_that_the_ballast_goes_first_when_the_disk_is_full(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    document, _report = bench.shelf.open("w1")
    assert bench.places.ballast.stat().st_size == 4 * 1024 * 1024
    keep = Store.keep

    def full_until_room(self: Store, entries: Any) -> None:
        if bench.places.ballast.exists():
            raise OSError(errno.ENOSPC, "full")
        keep(self, entries)

    monkeypatch.setattr(Store, "keep", full_until_room)
    reports: list[writer.KeptReport] = []
    document.on_kept(reports.append)
    change(document, "a")
    assert document.wait_kept(LONG_S)
    document.close()
    assert not bench.places.ballast.exists()
    assert [report.failure for report in reports] == [""]


def test_that_a_file_size_limit_tears_no_line(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    import signal

    log = SecondLog(tmp_path / "events.jsonl", Reading())
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, before[1]))
        kept = append_until_refused(log)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert kept > 0
    assert read_log(tmp_path / "events.jsonl").last_seq == kept
    log.append([entry(kept + 1)])
    log.close()
    reading = read_log(tmp_path / "events.jsonl")
    assert (reading.last_seq, reading.bad_lines) == (kept + 1, 0)


def append_until_refused(log: SecondLog) -> int:
    for seq in range(1, 20):
        try:
            log.append([entry(seq)])
        except OSError:
            return seq - 1
    raise AssertionError


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (OSError(errno.ENOSPC, "x"), "The disk is full."),
        (OSError(errno.EROFS, "x"), "The folder of the workshop may not be written."),
        (OSError(errno.EIO, "x"), "The disk does not take the changes (EIO)."),
    ],
)
def test_that_failures_are_told_in_words(problem: OSError, sentence: str) -> None:
    assert writer.sentence_for(problem) == sentence
