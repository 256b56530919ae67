"""What still reads of a damaged database."""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.workshop.loading import Loaded, UnreadableError, load, load_from_events, load_newest_plan
from facilitator.workshop.schema import InUseError, open_database, open_for_reading

if TYPE_CHECKING:
    from facilitator.workshop.places import Places
    from facilitator.workshop.plain import WorkshopRecords

log = logging.getLogger(__name__)


def salvage(path: Path, records: WorkshopRecords) -> Loaded | None:
    """Read as much of the workshop as there is: all of it, else its newest plan, else its events; else None."""
    for reading in (load, load_newest_plan, load_from_events):
        try:
            with contextlib.closing(open_for_reading(path)) as connection:
                return reading(connection, records)
        except (sqlite3.Error, UnreadableError):
            log.warning("%s found nothing in the damaged file", reading.__name__)
    return None


def salvage_from(places: Places, records: WorkshopRecords) -> Loaded | None:
    """Read as much as there is from a copy of the live file; nothing is written where the workshop lies."""
    try:
        with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
            copy = Path(folder) / "copy.workshop"
            shutil.copyfile(places.plan, copy)
            if places.journal.exists():
                shutil.copyfile(places.journal, copy.with_name(copy.name + "-journal"))
                with contextlib.suppress(sqlite3.Error, InUseError):
                    open_database(copy).close()  # takes back a write that was cut short
            return salvage(copy, records)
    except OSError:
        log.warning("the damaged file cannot be copied")
        return None


def salvage_private_rows(path: Path) -> list[tuple[str, int, int, str, str]]:
    """Read the rows with words about people until the damage stops us."""
    rows: list[tuple[str, int, int, str, str]] = []
    try:
        with contextlib.closing(open_for_reading(path)) as connection:
            rows.extend(connection.execute("SELECT origin, seq, slot, person_id, value FROM person"))
    except sqlite3.Error:
        log.info("%s rows read before the damage", len(rows))
    return rows
