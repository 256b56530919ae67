"""Taking a person out for good: from the tables, from the undo history, from every backup and file set aside.

The journal and the second log name people by id only; the words are rows of their own, so erasing is deleting rows.
With secure_delete and VACUUM nothing of them stays in the file.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
from typing import TYPE_CHECKING, Final

from facilitator.foundation.atomic import WriteError, replacing
from facilitator.workshop.backups import BadCopyError, refuse_damaged
from facilitator.workshop.events import Kind
from facilitator.workshop.places import SUFFIX
from facilitator.workshop.schema import InUseError, open_database
from facilitator.workshop.store import transaction

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from facilitator.workshop.places import Places

log = logging.getLogger(__name__)

_OF_PERSON: Final = "person_id = ?"
_UNCLEAR: Final = "origin = 'event' AND person_id = '' AND seq < ?"


def erased_people(connection: sqlite3.Connection) -> dict[str, int]:
    """Give the ids of everybody ever erased, with the number of the event that did it."""
    rows = connection.execute("SELECT person_id, max(seq) FROM event WHERE kind = ? GROUP BY 1", (Kind.ERASE.value,))
    return dict(rows.fetchall())


def forget(connection: sqlite3.Connection, erased: dict[str, int]) -> bool:
    """Delete the words about erased people; tell whether there were any.

    Words of older events that belong to nobody in particular go as well: they may name one of them, and the undo
    history that would need them ended with the erasure.
    """
    before = connection.total_changes
    with transaction(connection):
        for person_id, seq in erased.items():
            connection.execute(f"DELETE FROM person WHERE {_OF_PERSON}", (person_id,))
            connection.execute(f"DELETE FROM person WHERE {_UNCLEAR}", (seq,))
    return connection.total_changes > before


def forget_at_last(connection: sqlite3.Connection, erased: dict[str, int]) -> None:
    """Delete the words and rewrite the file, so that not even a free page holds them."""
    if erased and forget(connection, erased):
        connection.execute("VACUUM")


def finished_copies(places: Places) -> tuple[Path, ...]:
    """Give every file that may hold names beside the live one: backups and what was set aside."""
    folders = (places.backups, places.aside)
    return tuple(path for folder in folders if folder.is_dir() for path in sorted(folder.rglob(f"*{SUFFIX}")))


def forget_in_copy(path: Path, erased: dict[str, int]) -> bool:
    """Erase people in a finished copy, in one step; False when it cannot be read and therefore not be cleaned."""
    try:
        _take_back_cut_write(path)
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            if not _holds(copy, erased):
                return True
        with replacing(path, check=refuse_damaged) as draft:
            shutil.copyfile(path, draft)
            with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as copy:
                copy.execute("PRAGMA journal_mode = MEMORY")
                copy.execute("PRAGMA secure_delete = ON")
                forget_at_last(copy, erased)
    except (sqlite3.Error, OSError, WriteError, BadCopyError, InUseError):
        log.warning("a copy could not be cleaned of erased people")
        return False
    return True


def _take_back_cut_write(path: Path) -> None:
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        open_database(path).close()
        journal.unlink()


def _holds(copy: sqlite3.Connection, erased: dict[str, int]) -> bool:
    return any(_finds(copy, _OF_PERSON, who) or _finds(copy, _UNCLEAR, seq) for who, seq in erased.items())


def _finds(copy: sqlite3.Connection, where: str, value: object) -> bool:
    return copy.execute(f"SELECT 1 FROM person WHERE {where} LIMIT 1", (value,)).fetchone() is not None


def known_erased(connection: sqlite3.Connection, more: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Give everybody erased, those of the database and those the second log tells of."""
    return {**dict(more), **erased_people(connection)}
