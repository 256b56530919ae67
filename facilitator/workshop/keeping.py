"""An open document's hold on the disk: lock, writer, chores, and the way they end."""

from __future__ import annotations

import concurrent.futures
import sqlite3
from typing import TYPE_CHECKING, TypeVar

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _, ngettext
from facilitator.workshop.ballast import load_ballast, release_ballast
from facilitator.workshop.chores import Chores
from facilitator.workshop.writer import KeptReport, Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.foundation.clocks import Clock
    from facilitator.workshop.events import Entry
    from facilitator.workshop.journal import Journal
    from facilitator.workshop.lock import Lock
    from facilitator.workshop.places import Places
    from facilitator.workshop.state import State
    from facilitator.workshop.store import Store

ResultT = TypeVar("ResultT")


class NotKeptError(FacilitatorError):
    """Changes could not be written before the workshop was closed or cleaned; ``count`` of them."""

    def __init__(self, count: int) -> None:
        sentence = ngettext(
            "{count} change could not be kept on the disk.", "{count} changes could not be kept on the disk.", count
        )
        super().__init__(
            sentence.format(count=count),
            safe=_("Everything that was confirmed before is on the disk."),
            way_out=_("Make room on the disk, or save a copy to another place."),
        )
        self.count = count


class Keeping:
    """Keeps what a document does, from the moment it is started until it is stopped."""

    def __init__(self, places: Places, lock: Lock, store: Store) -> None:
        """Take over a locked folder and its open store."""
        self._places = places
        self._lock = lock
        self._store = store
        self._writer: Writer
        self._chores: Chores

    def start(self, journal: Journal, clock: Clock, state_at: Callable[[], tuple[int, State]]) -> None:
        """Start the writer's thread; ``state_at`` gives the state in memory and the number of its last event."""
        load_ballast(self._places.ballast)
        self._chores = Chores(self._places, clock, journal, state_at)
        self._writer = Writer(
            self._store,
            state_at()[0],
            make_room=lambda: release_ballast(self._places.ballast),
            chores=self._chores,
        )
        self._writer.ask(self._chores.back_up)
        self._writer.ask(self._chores.line_up_copies)

    def put(self, entry: Entry) -> None:
        """Queue an entry for the disk."""
        self._writer.put(entry)

    def hear(self, heard: Callable[[KeptReport], None]) -> None:
        """Tell somebody what the disk has, on the writer's thread."""
        self._writer.hear(heard)

    def wait(self, seq: int, timeout_s: float) -> bool:
        """Wait until an event is kept; tell whether it is."""
        return self._writer.wait_kept(seq, timeout_s)

    @property
    def report(self) -> KeptReport:
        """What the disk has now."""
        return self._writer.report

    def back_up(self, timeout_s: float) -> None:
        """Make a backup now; raise NotKeptError when the disk does not take it."""
        self._ask(self._chores.back_up, timeout_s)

    def erase(self, timeout_s: float) -> int:
        """Take the words about erased people off the disk; give how many copies do not read and may hold them.

        Raises:
            NotKeptError: the disk does not take it now.
        """
        self._ask(self._chores.erase, timeout_s)
        return self._ask(self._chores.clean_copies, timeout_s)

    def stop(self) -> int:
        """Keep what can be kept, make the last backup, let go; give the number of events that were lost."""
        self._writer.ask(self._chores.finish)
        try:
            return self._writer.stop()
        finally:
            self._lock.release()

    def _ask(self, task: Callable[[Store], ResultT], timeout_s: float) -> ResultT:
        answer = self._writer.ask(task)
        try:
            return answer.result(timeout_s)
        except (
            concurrent.futures.TimeoutError,
            concurrent.futures.CancelledError,
            sqlite3.Error,
            OSError,
        ) as problem:
            raise NotKeptError(self._writer.report.waiting) from problem
