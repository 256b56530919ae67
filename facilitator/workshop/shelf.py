"""All workshops of this computer: list them, make one, open one, take one in."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from facilitator.foundation.ids import fresh_id
from facilitator.foundation.records import Records
from facilitator.workshop.places import Places, is_workshop_id
from facilitator.workshop.summary import Summary, read_summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.foundation.clocks import Clock
    from facilitator.workshop.document import Document
    from facilitator.workshop.migrating import Migrations
    from facilitator.workshop.model import Workshop
    from facilitator.workshop.opening import Opening
    from facilitator.workshop.plain import WorkshopRecords
    from facilitator.workshop.reports import OpenReport


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
        self._migrations = migrations
        self._records = records

    def summaries(self) -> tuple[Summary, ...]:
        """Give all workshops, the one changed last first; no database is opened for it."""
        if not self._folder.is_dir():
            return ()
        records = Records()
        found = [
            read_summary(Places(folder).summary, records) or Summary(id=folder.name)
            for folder in self._folder.iterdir()
            if folder.is_dir() and is_workshop_id(folder.name)
        ]
        return tuple(sorted(found, key=lambda summary: (summary.changed_at, summary.id), reverse=True))

    def create(self, workshop: Workshop) -> Document:
        """Put a new workshop on the shelf and open it; an id that is taken or no good is replaced by a fresh one."""
        return self._opening.create(workshop)

    def take_in(self, path: Path) -> str:
        """Put the content of a workshop file on the shelf as a new workshop and give its id.

        A file that lies on the shelf already is not read; its id is given.

        Raises:
            ForeignFileError: the file is not ours, damaged or hostile.
        """
        inside = path.resolve()
        if inside.is_relative_to(self._folder.resolve()):
            return inside.relative_to(self._folder.resolve()).parts[0]
        return self._opening.take_in(path)

    def open(self, workshop_id: str, *, take_over: bool = False) -> tuple[Document, OpenReport]:
        """Open a workshop, repaired if need be; the report tells what was unusual.

        Args:
            workshop_id: from a summary.
            take_over: open it although another computer's lock is on it.

        Raises:
            NoSuchWorkshopError, InUseError, LostError, UnreadableError, TooOldError.
        """
        return self._opening.open(workshop_id, take_over=take_over)

    def open_backup(self, workshop_id: str) -> tuple[Document, OpenReport]:
        """Open the newest backup for reading, such as when the workshop itself is open on another computer.

        Raises:
            NoSuchWorkshopError, LostError: there is none that reads.
        """
        return self._opening.open_backup(workshop_id)

    @functools.cached_property
    def _opening(self) -> Opening:
        from facilitator.workshop.opening import Opening  # noqa: PLC0415 -- the start page needs none of it

        return Opening(self._folder, self._clock, self._new_id, self._migrations, self._records)
