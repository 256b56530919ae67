"""All workshops of this computer: list them, make one, open one, take one in."""

from __future__ import annotations

import dataclasses
import functools
import re
import sqlite3
import uuid
from typing import TYPE_CHECKING

from facilitator.foundation.atomic import sync_folder
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.folders import made
from facilitator.foundation.records import Records
from facilitator.foundation.words import _
from facilitator.workshop.copies import first_entries
from facilitator.workshop.document import Document
from facilitator.workshop.foreign import read_foreign
from facilitator.workshop.journal import Journal
from facilitator.workshop.keeping import Keeping
from facilitator.workshop.loading import Loaded, load
from facilitator.workshop.lock import Lock, take_lock
from facilitator.workshop.migrating import Migrations
from facilitator.workshop.places import Places
from facilitator.workshop.plain import WorkshopRecords
from facilitator.workshop.recovery import NewerVersionError, recover
from facilitator.workshop.reports import Notes, OpenReport
from facilitator.workshop.salvage import salvage_from
from facilitator.workshop.schema import create_database
from facilitator.workshop.secondlog import Reading, SecondLog
from facilitator.workshop.state import State
from facilitator.workshop.store import KEEP_PROBLEMS, Store
from facilitator.workshop.summary import Summary, read_summary, summarise, write_summary
from facilitator.workshop.writer import sentence_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.foundation.clocks import Clock
    from facilitator.workshop.model import Workshop

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


class NoSuchWorkshopError(FacilitatorError):
    """There is no workshop of that id on the shelf."""

    def __init__(self) -> None:
        super().__init__(_("This workshop is not on this computer."), way_out=_("Take it in with Open."))


class LostError(FacilitatorError):
    """Nothing of a workshop reads any more; its files are where they were."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            _("The workshop is damaged, and no backup of it could be read."),
            safe=_("Its files are unchanged in {folder}.").format(folder=folder),
            way_out=_("Put a copy of the folder from your own backup there, or take in a saved copy."),
        )


class NotMadeError(FacilitatorError):
    """A new workshop could not be put on the shelf."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            _("The workshop could not be made.") + " " + reason,
            safe=_("The other workshops are unchanged."),
            way_out=_("Make room on the disk, then try again."),
        )


def fresh_id() -> str:
    """Give an id that nobody has."""
    return uuid.uuid4().hex


class Shelf:
    """The folder that holds a folder for each workshop."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        new_id: Callable[[], str] = fresh_id,
        migrations: Migrations | None = None,
        records: WorkshopRecords | None = None,
    ) -> None:
        """Stand before a folder, which may not be there yet; nothing is read or made.

        Args:
            folder: the one of the workshops.
            clock: stamps events and backups.
            new_id: gives a fresh id each time.
            migrations: from older file versions to this one; ours when left out.
            records: readers and writers made before; they take a tenth of a second and are made when needed.
        """
        self._folder = folder
        self._clock = clock
        self._new_id = new_id
        self._migrations = migrations or Migrations()
        self._made_records = records

    def summaries(self) -> tuple[Summary, ...]:
        """Give all workshops, the one changed last first; no database is opened for it."""
        if not self._folder.is_dir():
            return ()
        records = Records()
        found = [
            read_summary(Places(folder).summary, records) or Summary(id=folder.name)
            for folder in self._folder.iterdir()
            if folder.is_dir() and _ID.fullmatch(folder.name)
        ]
        return tuple(sorted(found, key=lambda summary: (summary.changed_at, summary.id), reverse=True))

    def create(self, workshop: Workshop) -> Document:
        """Put a new workshop on the shelf and open it; an id that is taken or no good is replaced by a fresh one."""
        return self.open(self._lay(State(workshop)))[0]

    def take_in(self, path: Path) -> str:
        """Put the content of a workshop file on the shelf as a new workshop and give its id.

        A file that lies on the shelf already is not read; its id is given.

        Raises:
            ForeignFileError: the file is not ours, damaged or hostile.
        """
        inside = path.resolve()
        if inside.is_relative_to(self._folder.resolve()):
            return inside.relative_to(self._folder.resolve()).parts[0]
        state = read_foreign(path, self._records)
        workshop = dataclasses.replace(state.workshop, id=self._new_id())
        return self._lay(dataclasses.replace(state, workshop=workshop))

    def open(self, workshop_id: str, *, take_over: bool = False) -> tuple[Document, OpenReport]:
        """Open a workshop, repaired if need be; the report tells what was unusual.

        Args:
            workshop_id: from a summary.
            take_over: open it although another computer's lock is on it.

        Raises:
            NoSuchWorkshopError, InUseError, LostError, UnreadableError, TooOldError.
        """
        places = self._places(workshop_id)
        notes = Notes(self._clock.now().utc())
        try:
            lock = take_lock(places.lock, self._clock.now(), by_force=take_over)
        except PermissionError:
            return self._read_only(places, notes, _("The folder of the workshop may not be written."))
        except OSError:
            return self._read_only(places, notes, _("The folder of the workshop cannot be locked."))
        try:
            return self._open_locked(places, lock, notes)
        except BaseException:
            lock.release()
            raise
        finally:
            notes.write(places.reports)

    @functools.cached_property
    def _records(self) -> WorkshopRecords:
        return self._made_records or WorkshopRecords()

    def _places(self, workshop_id: str) -> Places:
        places = Places(self._folder / workshop_id)
        if not _ID.fullmatch(workshop_id) or not places.folder.is_dir():
            raise NoSuchWorkshopError
        return places

    def _lay(self, state: State) -> str:
        """Build a workshop's files under a name that is not listed, and give them theirs when they are whole."""
        workshop_id = state.workshop.id
        if not _ID.fullmatch(workshop_id) or (self._folder / workshop_id).exists():
            workshop_id = self._new_id()
        state = dataclasses.replace(state, workshop=dataclasses.replace(state.workshop, id=workshop_id))
        try:
            made(self._folder)
            draft = Places(made(self._folder / f".new-{workshop_id}"))
            store = Store(create_database(draft.plan), SecondLog(draft.second_log, Reading()))
            try:
                store.keep(first_entries(state, Journal(self._records, {}), self._clock, people=True))
            finally:
                store.close()
            write_summary(draft.summary, summarise(state, self._clock.now().utc().isoformat(timespec="seconds")))
            draft.folder.rename(self._folder / workshop_id)
            sync_folder(self._folder)
        except KEEP_PROBLEMS as problem:
            raise NotMadeError(sentence_for(problem)) from problem
        return workshop_id

    def _open_locked(self, places: Places, lock: Lock, notes: Notes) -> tuple[Document, OpenReport]:
        try:
            recovered = recover(places, notes, self._migrations)
        except NewerVersionError:
            lock.release()
            return self._read_only(places, notes, _("The workshop was written by a newer version of the app."))
        except sqlite3.OperationalError as problem:
            lock.release()
            return self._read_only(places, notes, sentence_for(problem))
        if recovered is None:
            lock.release()
            return self._read_only(
                places, notes, _("The workshop is damaged; this is what could still be read of it.")
            )
        try:
            loaded = load(recovered.connection, self._records)
        except BaseException:
            recovered.connection.close()
            raise
        store = Store(recovered.connection, recovered.second_log)
        report = OpenReport(
            tuple(notes.steps),
            was_interrupted=lock.found is not None,
            restored_from=notes.restored_from,
            skipped=loaded.skipped,
        )
        return self._document(loaded, Keeping(places, lock, store)), report

    def _read_only(self, places: Places, notes: Notes, reason: str) -> tuple[Document, OpenReport]:
        loaded = salvage_from(places, self._records)
        if loaded is None:
            raise LostError(places.folder)
        report = OpenReport(tuple(notes.steps), skipped=loaded.skipped, read_only_reason=reason)
        return self._document(loaded, None, reason), report

    def _document(self, loaded: Loaded, keeping: Keeping | None, reason: str = "") -> Document:
        return Document(
            loaded.state, loaded.last_seq, loaded.journal, self._clock, keeping=keeping, read_only_reason=reason
        )
