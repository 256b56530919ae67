"""Making, opening and taking in workshops: what the shelf does when it is asked for one of them."""

from __future__ import annotations

import dataclasses
import sqlite3
from typing import TYPE_CHECKING

from facilitator.foundation.atomic import sync_folder
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.folders import made
from facilitator.foundation.words import _
from facilitator.workshop.backups import list_backups
from facilitator.workshop.copies import first_entries
from facilitator.workshop.document import Document
from facilitator.workshop.foreign import read_foreign
from facilitator.workshop.journal import Journal
from facilitator.workshop.keeping import Keeping
from facilitator.workshop.loading import Loaded, load
from facilitator.workshop.lock import Lock, take_lock
from facilitator.workshop.migrating import Migrations
from facilitator.workshop.places import Places, is_workshop_id
from facilitator.workshop.plain import WorkshopRecords
from facilitator.workshop.recovery import NewerVersionError, recover
from facilitator.workshop.reports import Notes, OpenReport
from facilitator.workshop.salvage import salvage, salvage_from
from facilitator.workshop.schema import create_database
from facilitator.workshop.secondlog import Reading, SecondLog
from facilitator.workshop.state import State
from facilitator.workshop.store import KEEP_PROBLEMS, Store
from facilitator.workshop.summarising import summarise
from facilitator.workshop.summary import write_summary
from facilitator.workshop.writer import sentence_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.foundation.clocks import Clock
    from facilitator.workshop.model import Workshop


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


class Opening:
    """Makes and opens the workshops of one folder."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        new_id: Callable[[], str],
        migrations: Migrations | None,
        records: WorkshopRecords | None,
    ) -> None:
        """Stand before a folder; see :class:`facilitator.workshop.shelf.Shelf`."""
        self._folder = folder
        self._clock = clock
        self._new_id = new_id
        self._migrations = migrations or Migrations()
        self._records = records or WorkshopRecords()

    def create(self, workshop: Workshop) -> Document:
        """Put a new workshop there and open it."""
        return self.open(self._lay(State(workshop)))[0]

    def take_in(self, path: Path) -> str:
        """Put the content of a file there as a new workshop; raise ForeignFileError when it cannot be believed."""
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

    def open_backup(self, workshop_id: str) -> tuple[Document, OpenReport]:
        """Open the newest backup that reads, for reading; the live file is not touched, whoever has it open."""
        places = self._places(workshop_id)
        for backup in list_backups(places.backups):
            loaded = salvage(backup.path, self._records)
            if loaded is not None:
                reason = _("This is a copy of {moment} UTC, to read only.").format(
                    moment=f"{backup.made_at:%Y-%m-%d %H:%M}"
                )
                report = OpenReport(skipped=loaded.skipped, read_only_reason=reason)
                return self._document(loaded, None, reason), report
        raise LostError(places.folder)

    def _places(self, workshop_id: str) -> Places:
        places = Places(self._folder / workshop_id)
        if not is_workshop_id(workshop_id) or not places.folder.is_dir():
            raise NoSuchWorkshopError
        return places

    def _lay(self, state: State) -> str:
        """Build a workshop's files under a name that is not listed, and give them theirs when they are whole."""
        workshop_id = state.workshop.id
        if not is_workshop_id(workshop_id) or (self._folder / workshop_id).exists():
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
