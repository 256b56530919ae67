"""What a process does until it is killed: it works on a workshop and says what was acknowledged."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from facilitator.foundation.clocks import SystemClock
from facilitator.foundation.ids import fresh_id
from facilitator.people.edits import AddPeople
from facilitator.people.roster import Person
from facilitator.workshop.edits import EditPeople, SetBrief
from facilitator.workshop.migrating import Migrations
from facilitator.workshop.schema import VERSION
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    import sqlite3
    from multiprocessing.connection import Connection


def work(folder: str, tell: Connection) -> None:
    """Edit, tap, undo and redo as fast as it goes, for ever; send the number of every acknowledged event."""
    document, _report = Shelf(Path(folder), SystemClock()).open("w1")
    document.on_kept(lambda report: tell.send(report.seq))
    run_id = document.start_run({"day_id": "d1"})
    for number in itertools.count():
        document.append_run_event(run_id, {"n": number})
        document.do(SetBrief(replace(document.workshop.brief, title=f"title {number}")))
        if number % 3 == 0:
            document.undo()
            document.redo()
        if number % 7 == 0:
            document.do(EditPeople(AddPeople((Person(fresh_id(), f"Person {number}"),))))
        document.wait_kept(10)


def migrate(folder: str, tell: Connection) -> None:
    """Open a workshop with a migration that takes a while."""
    shelf = Shelf(Path(folder), SystemClock(), migrations=NEXT)
    tell.send(0)
    shelf.open("w1")[0].close()
    tell.send(1)


def _grow(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE extra (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    connection.executemany("INSERT INTO extra VALUES (?, ?)", ((n, "x" * 200) for n in range(3000)))


NEXT = Migrations(VERSION + 1, MappingProxyType({VERSION: _grow}))
