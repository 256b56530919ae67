"""The one document: a workshop in memory, every change of it kept at once and undoable, also after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _
from facilitator.workshop.copies import write_copy
from facilitator.workshop.keeping import NotKeptError
from facilitator.workshop.state import (
    Change,
    Edited,
    Erased,
    Happening,
    Redone,
    RunEnded,
    RunRecord,
    RunStarted,
    RunTold,
    State,
    Undone,
    after,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from facilitator.foundation.clocks import Clock
    from facilitator.workshop.edits import WorkshopEdit
    from facilitator.workshop.journal import Journal
    from facilitator.workshop.keeping import Keeping
    from facilitator.workshop.model import Workshop
    from facilitator.workshop.writer import KeptReport

MERGE_WITHIN_S: Final = 2.0
ERASE_WAIT_S: Final = 60.0
BACKUP_WAIT_S: Final = 30.0


class ReadOnlyError(FacilitatorError):
    """The workshop is open for reading only; the sentence says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, safe=_("Nothing was changed."), way_out=_("Save a copy and work on that."))


class Document:
    """A workshop that is open. Everything is called from one thread, the window's; writing happens on another."""

    def __init__(
        self,
        state: State,
        seq: int,
        journal: Journal,
        clock: Clock,
        *,
        keeping: Keeping | None,
        read_only_reason: str = "",
    ) -> None:
        """Take over what was opened; without ``keeping`` nothing can be changed, and the reason says why."""
        self._now = (seq, state)  # one value, because the writer's thread reads it too
        self._journal = journal
        self._clock = clock
        self._keeping = keeping
        self._subscribers: list[Callable[[Workshop], None]] = []
        self._last_edit: tuple[int, float] = (0, 0.0)
        self.read_only_reason = read_only_reason
        if keeping:
            keeping.start(journal, clock, lambda: self._now)

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._state.workshop

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        steps = self._state.history.undo
        return steps[-1][0].edit.label() if steps else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, or None."""
        steps = self._state.history.redo
        return steps[-1][0].edit.label() if steps else None

    @property
    def runs(self) -> tuple[RunRecord, ...]:
        """The deliveries in the order they were started."""
        return tuple(self._state.runs.values())

    def do(self, edit: WorkshopEdit) -> int:
        """Make a change and queue it for the disk; give its number, to compare with what is kept.

        A change of the same thing within two seconds of the one before joins its undo step.

        Raises:
            FacilitatorError: the edit does not fit, or the document is read-only; nothing was changed.
        """
        now_s = self._clock.now().boot_s
        change = Change(edit, edit.inverse(self.workshop))
        seq = self._happen(Edited(change, joins=self._joins(edit, now_s)))
        self._last_edit = (seq, now_s)
        self._tell()
        return seq

    def undo(self) -> int | None:
        """Take the newest step back; None when there is none."""
        return self._move(Undone()) if self._state.history.undo else None

    def redo(self) -> int | None:
        """Do the step taken back last again; None when there is none."""
        return self._move(Redone()) if self._state.history.redo else None

    def subscribe(self, heard: Callable[[Workshop], None]) -> Callable[[], None]:
        """Hear of every change of the workshop, in the caller's thread; call the result to stop."""
        self._subscribers.append(heard)
        return lambda: self._subscribers.remove(heard)

    def on_kept(self, heard: Callable[[KeptReport], None]) -> None:
        """Hear what the disk has, on the writer's thread."""
        if self._keeping:
            self._keeping.hear(heard)

    def wait_kept(self, timeout_s: float) -> bool:
        """Wait until everything done so far is in the database and in the second log; tell whether it is."""
        return self._keeping is None or self._keeping.wait(self._seq, timeout_s)

    @property
    def kept(self) -> KeptReport | None:
        """What the disk has now; None for a document that cannot be changed."""
        return self._keeping.report if self._keeping else None

    def start_run(self, header: Mapping[str, object]) -> str:
        """Begin a delivery and give its id; ``header`` is plain JSON with a ``day_id``, and holds no names."""
        run_id = f"run-{len(self._state.runs) + 1}"
        self._happen(RunStarted(run_id, dict(header)))
        return run_id

    def append_run_event(self, run_id: str, event: Mapping[str, object]) -> int:
        """Add to a delivery's log, which is running from then on; plain JSON, people by id only."""
        self._run(run_id)
        return self._happen(RunTold(run_id, dict(event)))

    def end_run(self, run_id: str) -> int:
        """Say that a delivery is over; a later event opens it again."""
        self._run(run_id)
        return self._happen(RunEnded(run_id))

    def run_events(self, run_id: str) -> tuple[Mapping[str, object], ...]:
        """Give the log of a delivery."""
        return self._run(run_id).events

    def erase_person(self, person_id: str) -> int:
        """Take a person out for good; see :meth:`erase_people`."""
        return self.erase_people((person_id,))

    def erase_people(self, person_ids: Iterable[str]) -> int:
        """Take people out for good and give how many damaged copies may still hold a name.

        Gone are their rows and marks, and their names in the journal and in every backup. The undo history ends
        here.

        Raises:
            NotKeptError: the disk does not take it now; the person is gone from the screen and goes from the disk
                as soon as it does.
        """
        keeping = self._keep_with()
        for person_id in tuple(person_ids):
            self._happen(Erased(person_id))
        self._tell()
        return keeping.erase(ERASE_WAIT_S)

    def back_up(self, timeout_s: float = BACKUP_WAIT_S) -> None:
        """Make a backup now, beside those made by themselves; raise NotKeptError when the disk does not take it."""
        self._keep_with().back_up(timeout_s)

    def save_copy(self, path: Path, *, people: bool = False) -> None:
        """Write a finished file to send; people and the logs of deliveries are in it only when asked for.

        Raises:
            WriteError, BadCopyError: there is no new file; an older one of that name is unchanged.
        """
        write_copy(path, self._state, self._journal.fresh(), self._clock, people=people)

    def close(self) -> None:
        """Keep everything, make a backup and let go.

        Raises:
            NotKeptError: changes could not be written; the workshop is closed all the same.
        """
        if self._keeping:
            keeping, self._keeping = self._keeping, None
            self.read_only_reason = _("The workshop is closed.")
            if lost := keeping.stop():
                raise NotKeptError(lost)

    def _happen(self, happening: Happening) -> int:
        keeping = self._keep_with()
        state = after(self._state, happening)
        entry = self._journal.entry(self._seq + 1, self._clock.now(), happening)
        self._now = (entry.event.seq, state)
        keeping.put(entry)
        return self._seq

    def _keep_with(self) -> Keeping:
        if self._keeping is None:
            raise ReadOnlyError(self.read_only_reason)
        return self._keeping

    def _move(self, happening: Undone | Redone) -> int:
        seq = self._happen(happening)
        self._tell()
        return seq

    def _joins(self, edit: WorkshopEdit, now_s: float) -> bool:
        seq, at_s = self._last_edit
        steps = self._state.history.undo
        is_next = seq == self._seq and now_s - at_s <= MERGE_WITHIN_S
        return is_next and bool(steps) and steps[-1][-1].edit.merges_with(edit)

    def _run(self, run_id: str) -> RunRecord:
        return self._state.runs[run_id]

    def _tell(self) -> None:
        for heard in tuple(self._subscribers):
            heard(self.workshop)

    @property
    def _seq(self) -> int:
        return self._now[0]

    @property
    def _state(self) -> State:
        return self._now[1]
