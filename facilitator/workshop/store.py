"""The database and the second log of one workshop as one thing: an event is in both, or it is not kept.

A store is used by one thread at a time; see :mod:`facilitator.workshop.writer`.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Final

from facilitator.workshop.events import Entry, Event, Kind, PrivateText
from facilitator.workshop.model import UnitCopy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from facilitator.workshop.secondlog import SecondLog

KEEP_PROBLEMS: Final = (sqlite3.Error, OSError)
PLANS_KEPT: Final = 3

_PUT_EVENT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_PUT_PRIVATE = "INSERT INTO person VALUES (?, ?, ?, ?, ?)"
_PUT_UNIT = "INSERT OR IGNORE INTO unit_copy VALUES (?, ?, ?)"
_PUT_PLAN = "INSERT OR REPLACE INTO plan VALUES (?, ?)"
_FROM_EVENT = "event"
_FROM_PLAN = "plan"


class Store:
    """Keeps events, whole or not at all."""

    def __init__(self, connection: sqlite3.Connection, second_log: SecondLog) -> None:
        self.connection = connection
        self._second_log = second_log
        self._last_seq: int | None = None

    def keep(self, entries: Sequence[Entry]) -> None:
        """Commit the entries and write them to the second log; returning means that both are on the disk.

        May be called again with the same entries after a failure; what is kept already is left alone.

        Raises:
            sqlite3.Error, OSError: not kept, or not in both places; nothing may be acknowledged.
        """
        if self._last_seq is None:
            self._last_seq = last_seq(self.connection)
        new = [entry for entry in entries if entry.event.seq > self._last_seq]
        if new:
            self._commit(new)
            self._last_seq = new[-1].event.seq
        self._second_log.append(entries)

    def _commit(self, entries: Sequence[Entry]) -> None:
        # Whether a commit that failed took place is known only by looking: forget what we knew
        known, self._last_seq = self._last_seq, None
        with transaction(self.connection):
            put_entries(self.connection, entries)
        self._last_seq = known

    def keep_plan(self, seq: int, body: str, private: Sequence[PrivateText]) -> None:
        """Keep the whole state as it is after an event, so that opening need not walk through all events."""
        with transaction(self.connection):
            self.connection.execute("DELETE FROM person WHERE origin = ? AND seq = ?", (_FROM_PLAN, seq))
            self.connection.execute(_PUT_PLAN, (seq, body))
            self.connection.executemany(_PUT_PRIVATE, _private_rows(_FROM_PLAN, seq, private))
            self.connection.execute(
                "DELETE FROM plan WHERE seq NOT IN (SELECT seq FROM plan ORDER BY seq DESC LIMIT ?)", (PLANS_KEPT,)
            )
            self.connection.execute(
                "DELETE FROM person WHERE origin = ? AND seq NOT IN (SELECT seq FROM plan)", (_FROM_PLAN,)
            )

    def close(self) -> None:
        """Let go of both files."""
        with contextlib.suppress(OSError):
            self._second_log.close()
        self.connection.close()


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all of the block or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise


def put_entries(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Insert events with their private words and units, inside a transaction of the caller."""
    for entry in entries:
        event = entry.event
        connection.execute(
            _PUT_EVENT,
            (
                event.seq,
                event.utc,
                event.mono_ns,
                event.boot_ns,
                event.boot_id,
                event.kind.value,
                event.person_id,
                event.body,
            ),
        )
        connection.executemany(_PUT_PRIVATE, _private_rows(_FROM_EVENT, event.seq, entry.private))
        connection.executemany(_PUT_UNIT, [(copy.digest, copy.unit_id, copy.source) for copy in entry.units])


def last_seq(connection: sqlite3.Connection) -> int:
    """Give the number of the last event, 0 when there is none."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()[0])


def read_events(connection: sqlite3.Connection, after: int = 0) -> list[Event]:
    """Give the events after a number, in order."""
    rows = connection.execute("SELECT * FROM event WHERE seq > ? ORDER BY seq", (after,))
    return [
        Event(seq, utc, mono_ns, boot_ns, boot_id, Kind(kind), person_id, body)
        for seq, utc, mono_ns, boot_ns, boot_id, kind, person_id, body in rows
    ]


def read_plans(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Give the kept states with the numbers of their events, newest first."""
    return [(int(seq), str(body)) for seq, body in connection.execute("SELECT * FROM plan ORDER BY seq DESC")]


def private_of_event(connection: sqlite3.Connection, seq: int) -> dict[int, str]:
    """Give the private words of an event by their slots; erased ones are absent."""
    return _private(connection, _FROM_EVENT, seq)


def private_of_plan(connection: sqlite3.Connection, seq: int) -> dict[int, str]:
    """Give the private words of a kept state by their slots; erased ones are absent."""
    return _private(connection, _FROM_PLAN, seq)


def _private(connection: sqlite3.Connection, origin: str, seq: int) -> dict[int, str]:
    rows = connection.execute("SELECT slot, value FROM person WHERE origin = ? AND seq = ?", (origin, seq))
    return dict(rows.fetchall())


def read_sources(connection: sqlite3.Connection) -> dict[str, str]:
    """Give the Markdown of all unit copies by digest."""
    return dict(connection.execute("SELECT digest, source FROM unit_copy").fetchall())


def units_of(connection: sqlite3.Connection, digests: Iterable[str]) -> tuple[UnitCopy, ...]:
    """Give stored copies by digest, to write them to the second log again."""
    found = []
    for digest in digests:
        row = connection.execute("SELECT unit_id, source FROM unit_copy WHERE digest = ?", (digest,)).fetchone()
        if row:
            found.append(UnitCopy(row[0], "", "", row[1], digest))
    return tuple(found)


def _private_rows(origin: str, seq: int, private: Sequence[PrivateText]) -> list[tuple[str, int, int, str, str]]:
    return [(origin, seq, text.slot, text.person_id, text.value) for text in private]
