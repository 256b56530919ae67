"""The database of a workshop: its tables, its settings, and how it is opened and looked over.

The settings are the ones that lost nothing in simulated power cuts: EXCLUSIVE locking, TRUNCATE journal,
synchronous EXTRA. Write-ahead logs travel badly and cannot be read in a read-only folder.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID: Final = 0x46414349  # "FACI"
VERSION: Final = 1

TABLES: Final = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE plan (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT",
    "CREATE TABLE unit_copy (digest TEXT PRIMARY KEY, unit_id TEXT NOT NULL, source TEXT NOT NULL) STRICT",
    "CREATE TABLE event (seq INTEGER PRIMARY KEY, utc TEXT NOT NULL, mono_ns INTEGER NOT NULL,"
    " boot_ns INTEGER NOT NULL, boot_id TEXT NOT NULL, kind TEXT NOT NULL, person_id TEXT NOT NULL,"
    " body TEXT NOT NULL) STRICT",
    "CREATE TABLE person (origin TEXT NOT NULL, seq INTEGER NOT NULL, slot INTEGER NOT NULL,"
    " person_id TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (origin, seq, slot)) STRICT",
    "CREATE INDEX person_by_id ON person (person_id)",
    "CREATE TABLE attachment (id TEXT PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL,"
    " content BLOB NOT NULL) STRICT",
)

SAFE_READING: Final = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
)
DURABLE_WRITING: Final = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
)


class InUseError(FacilitatorError):
    """Somebody else has the workshop open; ``host`` and ``since`` say who, where that is known."""

    def __init__(self, *, host: str = "", since: str = "") -> None:
        if host:
            happened = _("This workshop is open on {host} since {since}.").format(host=host, since=since)
        else:
            happened = _("This workshop is open in another window.")
        super().__init__(
            happened,
            safe=_("Nothing was changed."),
            way_out=_("Close it there, or open a copy to read it here."),
        )
        self.host = host
        self.since = since


def create_database(path: Path) -> sqlite3.Connection:
    """Make a new database with our tables, held by us alone; the file must not exist or be empty."""
    path.touch(mode=0o600)
    connection = _connect(path, "rw")
    for statement in (*SAFE_READING, *DURABLE_WRITING):
        connection.execute(statement)
    lay_tables(connection)
    return connection


def lay_tables(connection: sqlite3.Connection) -> None:
    """Put our tables and marks into an empty database."""
    connection.execute("BEGIN EXCLUSIVE")
    for statement in TABLES:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def open_database(path: Path) -> sqlite3.Connection:
    """Open a live database and hold it: from here to the close nobody else can read or write it.

    Raises:
        InUseError: somebody else holds it.
        sqlite3.DatabaseError: it is damaged or no database.
    """
    connection = _connect(path, "rw")
    try:
        for statement in (*SAFE_READING, *DURABLE_WRITING):
            connection.execute(statement)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except sqlite3.OperationalError as problem:
        connection.close()
        if is_busy(problem):
            raise InUseError from problem
        raise
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a finished file, never a live one, without writing anything beside it."""
    connection = _connect(path, "ro")
    try:
        for statement in SAFE_READING:
            connection.execute(statement)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def flaws(connection: sqlite3.Connection, *, thorough: bool = True) -> list[str]:
    """List what SQLite finds wrong with a database; empty when it is whole."""
    check = "PRAGMA integrity_check(20)" if thorough else "PRAGMA quick_check(20)"
    try:
        found = [str(row[0]) for row in connection.execute(check)]
    except sqlite3.DatabaseError as problem:
        return [problem.sqlite_errorname]
    return [] if found == ["ok"] else found


def application_id_of(connection: sqlite3.Connection) -> int:
    """Give the mark that says whose file it is."""
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def version_of(connection: sqlite3.Connection) -> int:
    """Give the version of the tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def schema_of(connection: sqlite3.Connection) -> set[str]:
    """Give the text of everything that is defined in a database."""
    return {str(row[0]) for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}


def is_busy(problem: sqlite3.Error) -> bool:
    """Tell whether somebody else holds the database."""
    return problem.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    # The thread that opens hands it to the writer thread, the only one that uses it from then on
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=0,
        isolation_level=None,
        check_same_thread=False,
    )
