"""What the writer's thread does between two writes: plans, summaries, backups, the clean-up after an erasure."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from facilitator.foundation.limits import BACKUP_EVERY_S
from facilitator.workshop.backups import make_backup, thin_out
from facilitator.workshop.erasing import erased_people, finished_copies, forget, forget_in_copy
from facilitator.workshop.store import last_seq
from facilitator.workshop.summarising import summarise
from facilitator.workshop.summary import write_summary
from facilitator.workshop.texts import json_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.foundation.clocks import Clock
    from facilitator.workshop.journal import Journal
    from facilitator.workshop.places import Places
    from facilitator.workshop.state import State
    from facilitator.workshop.store import Store

PLAN_EVERY_EVENTS: Final = 200


class Chores:
    """Does what is due; a chore that fails is tried again later, and the writer goes on with writing."""

    def __init__(
        self, places: Places, clock: Clock, journal: Journal, state_at: Callable[[], tuple[int, State]]
    ) -> None:
        """Start with everything up to date.

        Args:
            places: where the workshop lies.
            clock: says when a backup is due.
            journal: writes plans.
            state_at: gives the state in memory and the number of its last event.
        """
        self._places = places
        self._clock = clock
        self._journal = journal
        self._state_at = state_at
        seq, _state = state_at()
        self._plan_seq = seq
        self._summary_seq = seq
        self._backup_seq = -1
        self._backup_at_s = clock.now().boot_s
        self._to_clean: deque[Path] = deque()

    def __call__(self, store: Store) -> None:
        """Do what is due now; raises what the disk says, and goes on with the same the next time."""
        seq, _state = self._state_at()
        if seq - self._plan_seq >= PLAN_EVERY_EVENTS:
            self.keep_plan(store)
        if seq != self._summary_seq:
            self.write_summary()
        if self._clock.now().boot_s - self._backup_at_s >= BACKUP_EVERY_S:
            self.back_up(store)
        if self._to_clean:
            forget_in_copy(self._to_clean.popleft(), erased_people(store.connection))

    def finish(self, store: Store) -> None:
        """Do everything that should be done before the workshop closes."""
        self.keep_plan(store)
        self.write_summary()
        self.back_up(store)

    def keep_plan(self, store: Store) -> None:
        """Keep the whole state, if every event up to it is kept."""
        seq, state = self._state_at()
        if seq == last_seq(store.connection) and seq != self._plan_seq:
            plan = self._journal.plan(state.workshop)
            store.keep_plan(seq, json_text(plan.body), plan.private)
            self._plan_seq = seq

    def write_summary(self) -> None:
        """Write the small file for the start page."""
        seq, state = self._state_at()
        write_summary(self._places.summary, summarise(state, self._clock.now().utc().isoformat(timespec="seconds")))
        self._summary_seq = seq

    def back_up(self, store: Store) -> None:
        """Make a backup if anything changed since the last one, and let go of those no longer needed."""
        now = self._clock.now()
        self._backup_at_s = now.boot_s
        seq = last_seq(store.connection)
        if seq != self._backup_seq:
            make_backup(store.connection, self._places.backups, now.utc(), seq)
            self._backup_seq = seq
            thin_out(self._places.backups, now.utc())

    def erase(self, store: Store) -> None:
        """Take the words about erased people out of the live file now, and line the copies up for it."""
        connection = store.connection
        forget(connection, erased_people(connection))
        self._plan_seq = -1
        self.keep_plan(store)
        connection.execute("VACUUM")
        self._to_clean.extend(finished_copies(self._places))

    def clean_copies(self, store: Store) -> int:
        """Erase in all copies lined up; give how many could not be cleaned because they do not read."""
        erased = erased_people(store.connection)
        bad = 0
        while self._to_clean:
            bad += not forget_in_copy(self._to_clean.popleft(), erased)
        return bad

    def line_up_copies(self, store: Store) -> None:
        """Clean the copies again after a start, in case a restored one or a stopped clean-up left words behind."""
        if erased_people(store.connection):
            self._to_clean.extend(finished_copies(self._places))
