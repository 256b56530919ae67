"""A process killed at any moment loses nothing it acknowledged."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import time
from typing import TYPE_CHECKING, Any

import kill_child
import pytest
from workshop_bench import Bench, StillClock

from facilitator.workshop.schema import VERSION
from facilitator.workshop.secondlog import read_log
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

    from facilitator.workshop.places import Places

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="kill -9 is a matter of POSIX"),
]
KILLS = 150 if os.environ.get("FACILITATOR_ON_DEMAND") else 20
START_S = 30.0


def run_and_kill(target: Callable[..., None], folder: Path, delay_s: float) -> list[Any]:
    """Run it in a process of its own, kill it so long after its first word, and give all its words."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["kill_child"])
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=target, args=(str(folder), theirs))
    process.start()
    theirs.close()
    words = [ours.recv()] if ours.poll(START_S) else []
    time.sleep(delay_s)
    assert process.pid is not None
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    return words + all_of(ours)


def all_of(pipe: Connection) -> list[Any]:
    words = []
    with contextlib.suppress(EOFError), pipe:
        while True:
            words.append(pipe.recv())
    return words


def numbers_in_database(places: Places, scratch: Path) -> list[int]:
    """Look at a copy, as the next process would find it."""
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    for path in (places.plan, places.journal):
        if path.exists():
            shutil.copyfile(path, scratch / path.name)
    with contextlib.closing(sqlite3.connect(scratch / places.plan.name)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [row[0] for row in copy.execute("SELECT seq FROM event ORDER BY seq")]


def test_that_killing_at_random_moments_loses_nothing_acknowledged(bench: Bench, tmp_path: Path) -> None:
    chance = random.Random(7)
    acknowledged = 0
    for _kill in range(KILLS):
        words = run_and_kill(kill_child.work, bench.places.folder.parent, chance.uniform(0.01, 0.2))
        assert words, "the child said nothing"
        acknowledged = max(words)
        in_database = numbers_in_database(bench.places, tmp_path / "copy")
        in_log = [entry.event.seq for entry in read_log(bench.places.second_log).entries]
        assert in_database[:acknowledged] == list(range(1, acknowledged + 1))
        assert in_log[:acknowledged] == list(range(1, acknowledged + 1))
        assert len(in_database) >= len(in_log)
    assert acknowledged > KILLS
    with bench.opened() as document:
        assert document.workshop.brief.title.startswith("title ")
        assert len(document.runs) == KILLS


def test_that_killing_during_a_migration_leaves_the_old_or_the_new_file(bench: Bench, tmp_path: Path) -> None:
    with bench.opened() as document:
        document.start_run({"day_id": "d1"})
    chance = random.Random(3)
    versions = set()
    for number in range(KILLS // 2):
        folder = tmp_path / f"shelf-{number}"
        shutil.copytree(bench.places.folder.parent, folder)
        run_and_kill(kill_child.migrate, folder, chance.uniform(0, 0.06))
        with contextlib.closing(sqlite3.connect(folder / "w1" / "plan.workshop")) as connection:
            versions.add(connection.execute("PRAGMA user_version").fetchone()[0])
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        document, _report = Shelf(folder, StillClock(), migrations=kill_child.NEXT).open("w1")
        assert len(document.runs) == 1
        document.close()
    assert versions <= {VERSION, VERSION + 1}
