"""Finished copies of the live database: made through its own connection, looked over, thinned out with age."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.foundation.atomic import replacing
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.folders import made
from facilitator.foundation.limits import BACKUPS_ALL_OF_S, BACKUPS_BYTES, BACKUPS_DAILY, BACKUPS_WEEKLY
from facilitator.foundation.words import _
from facilitator.workshop.places import SUFFIX, stamp
from facilitator.workshop.schema import flaws, open_for_reading

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = re.compile(r"plan-(\d{8}T\d{9})-(\d+)" + re.escape(SUFFIX))
_PAGES_AT_ONCE = 100


class BadCopyError(FacilitatorError):
    """A copy that was just made is not whole; it is not kept."""

    def __init__(self) -> None:
        super().__init__(
            _("The copy of the workshop came out damaged and was not kept."),
            safe=_("The workshop itself is unchanged."),
            way_out=_("Try another drive."),
        )


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: where, from when (UTC), up to which event, how big."""

    path: Path
    made_at: dt.datetime
    seq: int
    size_bytes: int


def make_backup(connection: sqlite3.Connection, folder: Path, moment: dt.datetime, seq: int) -> Path:
    """Copy a live database into the folder of backups, under a name that says when and how far.

    Raises:
        BadCopyError, WriteError: there is no new backup; the older ones are unchanged.
        sqlite3.Error: the live database cannot be read.
    """
    path = made(folder) / f"plan-{stamp(moment)}-{seq}{SUFFIX}"
    with replacing(path, check=refuse_damaged) as draft, contextlib.closing(sqlite3.connect(draft)) as copy:
        copy.execute("PRAGMA journal_mode = OFF")
        connection.backup(copy, pages=_PAGES_AT_ONCE)
    return path


def refuse_damaged(path: Path) -> None:
    """Look a finished copy over; raise BadCopyError when it is not whole."""
    try:
        with contextlib.closing(open_for_reading(path)) as copy:
            found = flaws(copy, thorough=False)
    except sqlite3.DatabaseError as problem:
        raise BadCopyError from problem
    if found:
        raise BadCopyError


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Give the backups, newest first."""
    found = []
    for path in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        if match := _NAME.fullmatch(path.name):
            seconds, fraction = match[1][:15], match[1][15:]
            made_at = dt.datetime.fromisoformat(f"{seconds}.{fraction}+00:00")
            found.append(Backup(path, made_at, int(match[2]), path.stat().st_size))
    return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.seq), reverse=True))


def no_longer_needed(backups: Sequence[Backup], now: dt.datetime) -> tuple[Backup, ...]:
    """Choose the backups to let go of, given them newest first.

    Kept are all of the last 48 hours, then the newest of each of 7 days and of 4 weeks; when they are more than
    500 MB together, the oldest go first. The newest one always stays.
    """
    kept: list[Backup] = []
    days: set[dt.date] = set()
    weeks: set[tuple[int, int]] = set()
    for backup in backups:
        day, week = backup.made_at.date(), backup.made_at.isocalendar()[:2]
        if (now - backup.made_at).total_seconds() <= BACKUPS_ALL_OF_S:
            kept.append(backup)
        elif day in days:
            continue
        elif len(days) < BACKUPS_DAILY:
            days.add(day)
            kept.append(backup)
        elif len(weeks) < BACKUPS_WEEKLY and week not in weeks:
            weeks.add(week)
            kept.append(backup)
    while len(kept) > 1 and sum(backup.size_bytes for backup in kept) > BACKUPS_BYTES:
        kept.pop()
    return tuple(backup for backup in backups if backup not in kept)


def thin_out(folder: Path, now: dt.datetime) -> None:
    """Delete the backups that are no longer needed; one that cannot be deleted stays."""
    for backup in no_longer_needed(list_backups(folder), now):
        with contextlib.suppress(OSError):
            backup.path.unlink()
