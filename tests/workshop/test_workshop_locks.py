"""A workshop is open once: two locks, and why nobody else may touch the live file."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workshop_bench import LONG_S, Bench, StillClock

from facilitator.workshop.document import ReadOnlyError
from facilitator.workshop.lock import take_lock
from facilitator.workshop.opening import NoSuchWorkshopError
from facilitator.workshop.schema import InUseError, open_database

if TYPE_CHECKING:
    from facilitator.workshop.places import Places

ROOT = Path(__file__).resolve().parents[2]


def write_foreign_lock(places: Places) -> None:
    holder = {"host": "other-laptop", "pid": 1, "boot_id": "their-boot", "since": "2027-01-15T07:00+00:00"}
    places.lock.write_text(json.dumps(holder))


def test_that_a_second_opening_is_refused_and_harms_nothing(bench: Bench) -> None:
    with bench.opened() as document:
        with pytest.raises(InUseError):
            bench.shelf.open("w1")
        document.start_run({"day_id": "d1"})
        assert document.wait_kept(LONG_S)


def test_that_the_database_refuses_even_when_the_lock_file_was_removed(bench: Bench) -> None:
    with bench.opened():
        bench.places.lock.unlink()
        code = (
            "import sys; from pathlib import Path; from facilitator.foundation.clocks import SystemClock\n"
            "from facilitator.workshop.shelf import Shelf\n"
            "Shelf(Path(sys.argv[1]), SystemClock()).open('w1')"
        )
        folder = str(bench.places.folder.parent)
        second = subprocess.run(
            [sys.executable, "-c", code, folder], capture_output=True, text=True, cwd=ROOT, check=False
        )
    assert second.returncode != 0
    assert "InUseError" in second.stderr


def test_that_another_computers_lock_is_named_with_its_time(bench: Bench) -> None:
    write_foreign_lock(bench.places)
    with pytest.raises(InUseError, match="other-laptop") as refused:
        bench.shelf.open("w1")
    assert (refused.value.host, refused.value.since) == ("other-laptop", "2027-01-15T07:00+00:00")


def test_that_a_workshop_open_elsewhere_can_be_read_from_its_backup(bench: Bench) -> None:
    with bench.opened() as document:
        document.back_up()
        copy, report = bench.shelf.open_backup("w1")
        assert copy.workshop == document.workshop
        assert copy.read_only_reason == report.read_only_reason != ""
        with pytest.raises(ReadOnlyError):
            copy.start_run({"day_id": "d1"})
        assert not can_write_from_outside(bench.places.plan)


def test_that_another_computers_lock_can_be_taken_over_on_purpose(bench: Bench) -> None:
    write_foreign_lock(bench.places)
    document, report = bench.shelf.open("w1", take_over=True)
    document.close()
    assert report.was_interrupted


def test_that_a_computer_that_changed_its_name_is_not_locked_out(bench: Bench, clock: StillClock) -> None:
    holder = {"host": "laptop.office", "pid": 1, "boot_id": "boot-1", "since": "2027-01-15T07:00+00:00"}
    bench.places.lock.write_text(json.dumps(holder))
    lock = take_lock(bench.places.lock, clock.now(), host="laptop.hotel")
    assert lock.found is not None
    lock.release()


def test_that_a_crash_leaves_no_lock_behind_but_is_told(bench: Bench) -> None:
    code = (
        "import os, sys; from pathlib import Path; from facilitator.foundation.clocks import SystemClock\n"
        "from facilitator.workshop.shelf import Shelf\n"
        "Shelf(Path(sys.argv[1]), SystemClock()).open('w1'); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", code, str(bench.places.folder.parent)], cwd=ROOT, check=False)
    document, report = bench.shelf.open("w1")
    document.close()
    assert report.was_interrupted


def test_that_an_orderly_close_is_no_interruption(bench: Bench) -> None:
    with bench.opened():
        pass
    document, report = bench.shelf.open("w1")
    document.close()
    assert not report.was_interrupted


def can_write_from_outside(plan: Path) -> bool:
    code = (
        "import sqlite3, sys\nsqlite3.connect(sys.argv[1], timeout=0).execute('DELETE FROM meta').connection.commit()"
    )
    return subprocess.run([sys.executable, "-c", code, str(plan)], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX belong to the process, others are not lost so")
def test_that_a_plain_open_of_the_live_file_drops_its_lock(bench: Bench) -> None:
    """The reason why one room owns the path: not even reading it is harmless."""
    connection = open_database(bench.places.plan)
    assert not can_write_from_outside(bench.places.plan)
    with bench.places.plan.open("rb") as file:
        file.read(1)
    assert can_write_from_outside(bench.places.plan)
    connection.close()


def test_that_no_code_outside_this_room_opens_workshop_files_by_itself() -> None:
    """Saved copies are handed to the shelf as paths; opening, copying or hashing them is nobody else's business."""
    sources = sorted((ROOT / "facilitator").rglob("*.py"))
    outside = [path for path in sources if path.parent.name != "workshop"]
    pattern = re.compile(r"import sqlite3|from sqlite3|QtSql|events\.jsonl|places\.plan")
    assert len(outside) > 20
    assert [path.name for path in outside if pattern.search(path.read_text("utf-8"))] == []


def test_that_only_the_store_and_its_neighbours_connect_to_databases() -> None:
    connecting = {
        path.name
        for path in sorted((ROOT / "facilitator" / "workshop").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "connect" and ast.unparse(node.value) == "sqlite3"
    }
    assert connecting == {"schema.py", "backups.py", "copies.py", "erasing.py"}


@pytest.mark.parametrize("workshop_id", ["nobody", "../w1", "", ".new-w1", "w1/backups"])
def test_that_only_workshops_of_the_shelf_open(bench: Bench, workshop_id: str) -> None:
    with pytest.raises(NoSuchWorkshopError):
        bench.shelf.open(workshop_id)


def test_that_a_folder_that_may_not_be_written_opens_for_reading(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.places.lock.unlink()
    before = sorted(path.name for path in bench.places.folder.iterdir())
    real = os.open

    def refusing(path: object, flags: int, *rest: int, **more: int) -> int:
        if flags & os.O_CREAT and Path(str(path)).is_relative_to(bench.places.folder):
            raise PermissionError(13, "read-only")
        return real(path, flags, *rest, **more)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(os, "open", refusing)
    document, report = bench.shelf.open("w1")
    assert document.workshop.brief.title == "Sharing day"
    assert "may not be written" in report.read_only_reason
    assert sorted(path.name for path in bench.places.folder.iterdir()) == before


def test_that_files_and_folders_are_closed_to_others(bench: Bench) -> None:
    before = os.umask(0)
    try:
        with bench.opened() as document:
            document.back_up()
            document.start_run({"day_id": "d1"})
    finally:
        os.umask(before)
    everything = [bench.places.folder, *bench.places.folder.rglob("*")]
    open_to_others = {path.name: oct(path.stat().st_mode) for path in everything if path.stat().st_mode & 0o077}
    assert open_to_others == {}
