"""One open workshop as the windows see it: one way to change it, and what follows from a change, worked out once."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from facilitator.agenda.rooms import room_of
from facilitator.agenda.schedule import lay_out_all
from facilitator.foundation.errors import FacilitatorError
from facilitator.workshop.thawing import Thawer

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.agenda.model import Block
    from facilitator.agenda.slots import DaySchedule
    from facilitator.curriculum.audience import Profile
    from facilitator.curriculum.tailored import TailoredUnit
    from facilitator.curriculum.unit import Unit
    from facilitator.curriculum.unit_files import ReadUnit
    from facilitator.workshop.document import Document
    from facilitator.workshop.edits import WorkshopEdit
    from facilitator.workshop.model import Workshop
    from facilitator.workshop.writer import KeptReport

_log = logging.getLogger(__name__)


class KeptState(StrEnum):
    """Whether what is on the screen is on the disk."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
    READ_ONLY = "read-only"


@dataclass(frozen=True, slots=True)
class Kept:
    """The state of keeping, and a sentence for it where there is something to say."""

    state: KeptState
    sentence: str = ""


class WorkshopSession(QObject):
    """The open workshop: read it here, change it with :meth:`do`, and listen.

    Signals:
        workshop_changed: the workshop is another now; the schedules are already worked out.
        undo_changed: what undo and redo would do is another now.
        kept_changed: a :class:`Kept`.
        failed: a FacilitatorError: an edit did not fit.
    """

    workshop_changed = Signal()
    undo_changed = Signal()
    kept_changed = Signal(object)
    failed = Signal(object)
    _heard_kept = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None, read_unit: ReadUnit | None = None) -> None:
        """Listen to a document; ``read_unit`` reads the copies of units, such as one that remembers them on disk."""
        super().__init__(parent)
        self._thawer = Thawer(read_unit)
        self.document = document
        self._workshop = document.workshop
        self._schedules: tuple[DaySchedule, ...] | None = None
        self._tailored: dict[tuple[str, int, tuple[Profile, ...]], TailoredUnit | None] = {}
        reason = document.read_only_reason
        self._last_seq = 0
        self._kept = Kept(KeptState.READ_ONLY, reason) if reason else Kept(KeptState.SAVED)
        self._heard_kept.connect(self._on_kept, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = document.subscribe(self._on_changed)
        document.on_kept(self._heard_kept.emit)

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._workshop

    @property
    def undo_label(self) -> str:
        """What undo would take back, "" when there is nothing."""
        return self.document.undo_label or ""

    @property
    def redo_label(self) -> str:
        """What redo would do again, "" when there is nothing."""
        return self.document.redo_label or ""

    @property
    def kept(self) -> Kept:
        """Whether what is on the screen is on the disk."""
        return self._kept

    @property
    def is_read_only(self) -> bool:
        """Tell whether it can only be looked at."""
        return self._kept.state is KeptState.READ_ONLY

    def do(self, edit: WorkshopEdit) -> bool:
        """Change the workshop; an edit that does not fit is told by ``failed``. Tells whether it was done."""
        return self._attempt(lambda: self.document.do(edit))

    def undo(self) -> bool:
        """Take the last change back, if there is one."""
        return bool(self.undo_label) and self._attempt(self.document.undo)

    def redo(self) -> bool:
        """Do the last change taken back again, if there is one."""
        return bool(self.redo_label) and self._attempt(self.document.redo)

    def schedules(self) -> tuple[DaySchedule, ...]:
        """Give every day laid out, in agenda order; worked out once for each change."""
        if self._schedules is None:
            self._schedules = lay_out_all(self._workshop.agenda)
        return self._schedules

    def schedule(self, day_id: str) -> DaySchedule | None:
        """Give one day laid out."""
        return next((day for day in self.schedules() if day.day_id == day_id), None)

    def profiles(self) -> tuple[Profile, ...]:
        """Give who is in the room, in the order of the brief."""
        return tuple(share.profile for share in self._workshop.brief.audiences)

    def unit(self, unit_id: str) -> Unit | None:
        """Give a unit from the frozen copies of this workshop, None when it has none that can be read."""
        copy = self._workshop.unit_copy(unit_id)
        if copy is None:
            return None
        return self._thawer.unit(copy)

    def tailored(self, block: Block, profiles: tuple[Profile, ...] | None = None) -> TailoredUnit | None:
        """Give the unit of a block as this room gets it in the minutes after moving, or as ``profiles`` would.

        None for a block without a unit, without minutes, or whose copy cannot be read.
        """
        copy = self._workshop.unit_copy(block.unit_id)
        unit = self.unit(block.unit_id) if copy is not None else None
        minutes = block.minutes - block.transition_minutes
        if copy is None or unit is None or minutes <= 0:
            return None
        room = room_of(self._workshop.agenda, block.id, unit, self.profiles() if profiles is None else profiles)
        key = (copy.digest, minutes, room)
        if key not in self._tailored:
            from facilitator.curriculum.tailoring import tailor  # noqa: PLC0415 -- as above

            self._tailored[key] = tailor(unit, room, minutes)
        return self._tailored[key]

    def close(self) -> FacilitatorError | None:
        """Stop listening and let the document go; gives what could not be kept, if anything."""
        self._unsubscribe()
        try:
            self.document.close()
        except FacilitatorError as error:
            _log.warning("the workshop could not be kept whole on closing")
            return error
        return None

    def _attempt(self, change: Callable[[], int | None]) -> bool:
        try:
            seq = change()
        except FacilitatorError as error:
            self.failed.emit(error)
            return False
        self._last_seq = max(self._last_seq, seq or 0)
        return True

    def _on_changed(self, _workshop: Workshop) -> None:
        self._workshop = self.document.workshop
        self._schedules = None
        if not self.is_read_only:
            self._set_kept(Kept(KeptState.SAVING))
        self.workshop_changed.emit()
        self.undo_changed.emit()

    @Slot(object)
    def _on_kept(self, report: KeptReport) -> None:
        if report.failure:
            self._set_kept(Kept(KeptState.FAILED, report.failure))
        elif report.waiting or report.seq < self._last_seq:
            self._set_kept(Kept(KeptState.SAVING))
        else:
            self._set_kept(Kept(KeptState.SAVED))

    def _set_kept(self, kept: Kept) -> None:
        if kept != self._kept:
            self._kept = kept
            self.kept_changed.emit(kept)
