"""Opening a workshop that may have been through anything.

The order: size above zero, stray journal and conflict copies, integrity, the second log, the newest good backup with
the second log on top, and what still reads. Nothing is deleted, nothing is moved without a word, and every step that
was needed leaves a dated report. The caller holds the lock.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from facilitator.foundation.atomic import sync_folder
from facilitator.foundation.folders import made
from facilitator.foundation.words import _, ngettext
from facilitator.workshop.backups import Backup, list_backups
from facilitator.workshop.erasing import forget, forget_at_last, known_erased
from facilitator.workshop.events import Kind
from facilitator.workshop.migrating import migrate
from facilitator.workshop.places import PLAN_FILE, SUFFIX, copied_as_draft, forget_draft, forget_journal, stamp
from facilitator.workshop.reconciling import erasures, reconcile, replay
from facilitator.workshop.salvage import salvage_private_rows
from facilitator.workshop.schema import (
    APPLICATION_ID,
    application_id_of,
    create_database,
    flaws,
    open_database,
    version_of,
)
from facilitator.workshop.secondlog import SecondLog, read_log
from facilitator.workshop.store import put_entries, transaction

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.workshop.migrating import Migrations
    from facilitator.workshop.places import Places
    from facilitator.workshop.reports import Notes
    from facilitator.workshop.secondlog import Reading

log = logging.getLogger(__name__)
_DAMAGE: Final = frozenset(
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR}
)


class NewerVersionError(Exception):
    """The file is of a newer version: read it, do not write it."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """An open database and its second log, in step with one another."""

    connection: sqlite3.Connection
    second_log: SecondLog


def recover(places: Places, notes: Notes, migrations: Migrations) -> Recovered | None:
    """Give the open files of a workshop, repaired if need be; None when nothing could be restored.

    Raises:
        InUseError: another program holds the database.
        NewerVersionError: the database is of a newer version; it was not touched.
        sqlite3.OperationalError: the place may not be written or read; nothing was changed.
        TooOldError, BadCopyError, WriteError: migrating failed; the old file is unchanged.
    """
    _look_for_strays(places, notes)
    connection = _sound(places, notes, migrations)
    if connection is None:
        if not _restore(places, notes):
            return None
        connection = open_database(places.plan)
    try:
        second_log = reconcile(connection, places, notes)
        forget_at_last(connection, known_erased(connection, ()))
    except BaseException:
        connection.close()
        raise
    return Recovered(connection, second_log)


def is_damage(problem: sqlite3.Error) -> bool:
    """Tell a damaged file from a place that cannot be used now."""
    return problem.sqlite_errorcode & 0xFF in _DAMAGE


def _look_for_strays(places: Places, notes: Notes) -> None:
    if places.journal.exists() and places.journal.stat().st_size and places.plan.exists():
        folder = made(places.aside) / stamp(notes.moment)
        folder.mkdir(mode=0o700, exist_ok=True)
        for path in (places.plan, places.journal):
            shutil.copyfile(path, folder / path.name)
        notes.add(_("A write was cut short; both files were copied aside before it was taken back."))
    for path in sorted(places.folder.glob(f"*{SUFFIX}")):
        if path.name != PLAN_FILE:
            notes.add(
                _("There is another copy in the folder, perhaps of a sync program: {name}").format(name=path.name)
            )


def _sound(places: Places, notes: Notes, migrations: Migrations) -> sqlite3.Connection | None:
    if not places.plan.exists():
        notes.add(_("The workshop's file was missing."))
        return None
    if places.plan.stat().st_size == 0:
        notes.add(_("The workshop's file was empty."))
        return None
    try:
        connection = open_database(places.plan)
    except sqlite3.DatabaseError as problem:
        if not is_damage(problem):
            raise
        notes.add(_("The workshop's file was damaged ({code}).").format(code=problem.sqlite_errorname))
        return None
    return _checked(connection, places, notes, migrations)


def _checked(
    connection: sqlite3.Connection, places: Places, notes: Notes, migrations: Migrations
) -> sqlite3.Connection | None:
    with contextlib.ExitStack() as closing:
        closing.callback(connection.close)
        if found := flaws(connection):
            log.warning("integrity check found %s flaws", len(found))
            notes.add(_("The workshop's file was damaged (it failed the integrity check)."))
            return None
        if application_id_of(connection) != APPLICATION_ID:
            notes.add(_("The workshop's file was damaged (it is not ours)."))
            return None
        version = version_of(connection)
        if version > migrations.version:
            raise NewerVersionError
        if version == migrations.version:
            closing.pop_all()
            return connection
    migrate(places, notes.moment, migrations)
    notes.add(_("The workshop's file was brought to this version; the old one is among the backups."))
    return open_database(places.plan)


def _restore(places: Places, notes: Notes) -> bool:
    reading = read_log(places.second_log)
    draft = places.folder / "restoring.draft"
    for backup in list_backups(places.backups):
        if _from_backup(backup, draft, reading):
            notes.restored_from = backup.made_at
            age = _age(int((notes.moment - backup.made_at).total_seconds() // 60))
            notes.add(
                _("A backup took its place, {age} old, and later changes came from the second log.").format(age=age)
            )
            break
        notes.add(_("A backup was damaged too: {name}").format(name=backup.path.name))
    else:
        if not _from_log(draft, reading):
            return False
        notes.add(_("It was made anew from the second log, which holds no names."))
    _salvage_private(places.plan, draft, reading)
    forget_journal(draft)
    _set_aside(places, notes)
    draft.replace(places.plan)
    sync_folder(places.folder)
    return True


def _from_backup(backup: Backup, draft: Path, reading: Reading) -> bool:
    copied_as_draft(backup.path, draft)
    try:
        with contextlib.closing(open_database(draft)) as copy:
            if flaws(copy) or application_id_of(copy) != APPLICATION_ID:
                return False
            replay(copy, reading)
            return True
    except sqlite3.DatabaseError:
        return False


def _from_log(draft: Path, reading: Reading) -> bool:
    entries = reading.after(0)
    if not entries or entries[0].event.kind is not Kind.CREATE:
        return False
    forget_draft(draft)
    with contextlib.closing(create_database(draft)) as copy, transaction(copy):
        put_entries(copy, entries)
    return True


def _salvage_private(damaged: Path, draft: Path, reading: Reading) -> None:
    rows = salvage_private_rows(damaged) if damaged.exists() and damaged.stat().st_size else []
    with contextlib.closing(open_database(draft)) as copy:
        with transaction(copy):
            copy.executemany(
                "INSERT OR IGNORE INTO person SELECT ?, ?, ?, ?, ? "
                "WHERE ?1 = 'event' AND EXISTS (SELECT 1 FROM event WHERE seq = ?2)",
                rows,
            )
        forget(copy, known_erased(copy, erasures(reading)))


def _set_aside(places: Places, notes: Notes) -> None:
    for path in (places.plan, places.journal):
        if path.exists():
            target = made(places.aside) / f"{stamp(notes.moment)}-{path.name}"
            path.replace(target)
            notes.add(_("The damaged file was set aside as {name}.").format(name=target.name))


def _age(minutes: int) -> str:
    if minutes < 120:
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    hours = minutes // 60
    return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
