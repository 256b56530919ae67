"""Opening, making and closing workshops: one at a time, every failure told as a message."""

from __future__ import annotations

import dataclasses
import zoneinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimeZone, Signal

from facilitator.agenda.model import Agenda
from facilitator.desktop.place import PlaceId
from facilitator.desktop.programmes.making import workshop_of
from facilitator.desktop.session import WorkshopSession
from facilitator.desktop.widgets.messages import Message, MessageTone
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.names import safe_file_name
from facilitator.foundation.words import _
from facilitator.workshop.model import Brief
from facilitator.workshop.places import SUFFIX
from facilitator.workshop.schema import InUseError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.curriculum.programme import Programme
    from facilitator.desktop.desk_parts import Parts
    from facilitator.desktop.dialogs import Dialogs
    from facilitator.foundation.settings import Settings
    from facilitator.workshop.document import Document
    from facilitator.workshop.model import Workshop

SAMPLE_ID = "sample"


class Opening(QObject):
    """Holds the open workshop.

    Signals:
        session_opened: a :class:`WorkshopSession` and the :class:`PlaceId` to show it in.
        session_closed: there is none any more.
        message: a :class:`Message` about something that went wrong or was unusual.
    """

    session_opened = Signal(object, object)
    session_closed = Signal()
    message = Signal(object)

    def __init__(self, parts: Parts, dialogs: Dialogs, settings: Callable[[], Settings], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._dialogs = dialogs
        self._settings = settings
        self.session: WorkshopSession | None = None

    def open(self, workshop_id: str, *, take_over: bool = False) -> None:
        """Open a workshop of this computer."""
        self.attempt(lambda: self._open(workshop_id, take_over=take_over))

    def ask_for_file(self) -> None:
        """Ask which workshop file to take in, and open it."""
        kinds = _("Workshops (*{suffix})").format(suffix=SUFFIX)
        path = self._dialogs.open_file(_("Open a workshop"), kinds)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Take a workshop file in and open it; the file itself stays as it is."""
        self.attempt(lambda: self._open(self._parts.workshops.take_in(path)))

    def open_sample(self) -> None:
        """Open the sample, made afresh when it is not on this computer."""
        if any(summary.id == SAMPLE_ID for summary in self._parts.workshops.summaries()):
            self.open(SAMPLE_ID)
        else:
            self.attempt(lambda: self._create(self._parts.sample(), PlaceId.AGENDA, SAMPLE_ID))

    def create_blank(self) -> None:
        """Make a workshop with an empty day."""
        self._make(None, PlaceId.AGENDA)

    def create_to_fit(self) -> None:
        """Make a workshop with an empty day and ask who it is for."""
        self._make(None, PlaceId.BRIEF)

    def create_from_programme(self, programme_id: str) -> None:
        """Make a workshop from a programme of the library."""
        programme = self._parts.library().programme(programme_id)
        if programme is not None:
            self._make(programme, PlaceId.AGENDA)

    def save_copy(self) -> None:
        """Ask where to, and write the workshop into a file, without the names of people."""
        if self.session is None:
            return
        brief = self.session.workshop.brief
        name = safe_file_name(brief.title or _("Workshop"), SUFFIX)
        kinds = _("Workshops (*{suffix})").format(suffix=SUFFIX)
        path = self._dialogs.save_file(_("Save a copy"), self._parts.folders.exports / name, kinds)
        if path is None:
            return
        if self.attempt(lambda: self._write_copy(path)):
            said = _("{name} is written, without the names of people.").format(name=path.name)
            self.message.emit(Message(said, tone=MessageTone.OK))

    def close(self) -> None:
        """Let the open workshop go; it is kept."""
        if self.session is None:
            return
        session, self.session = self.session, None
        lost = session.close()
        session.deleteLater()
        self.session_closed.emit()
        if lost is not None:
            self.message.emit(Message.of_error(lost))

    def attempt(self, do: Callable[[], object]) -> bool:
        """Do something that can fail and tell the user when it does; gives whether it was done."""
        try:
            do()
        except FacilitatorError as error:
            self.message.emit(Message.of_error(error))
            return False
        return True

    def _open(self, workshop_id: str, *, take_over: bool = False) -> None:
        if self.session is not None and self.session.workshop.id == workshop_id:
            self.session_opened.emit(self.session, PlaceId.AGENDA)
            return
        self.close()
        try:
            document, report = self._parts.workshops.open(workshop_id, take_over=take_over)
        except InUseError as error:
            self._offer_take_over(workshop_id, error)
            return
        self._show(document, PlaceId.AGENDA)
        if report.steps:
            self.message.emit(Message(" ".join(report.steps), tone=MessageTone.WARN))

    def _offer_take_over(self, workshop_id: str, error: InUseError) -> None:
        said = Message.of_error(error)
        if error.host:  # another computer's lock may be a leftover; a window of this one is real
            said = dataclasses.replace(
                said, action_text=_("Open anyway"), action=lambda: self.open(workshop_id, take_over=True)
            )
        self.message.emit(said)

    def _make(self, programme: Programme | None, place: PlaceId) -> None:
        brief = Brief(trainer=self._settings().trainer)
        if programme is not None:
            # The length of the programme is the length of its day until the brief says otherwise
            start = programme.parts[0].start if programme.parts else brief.start
            brief = dataclasses.replace(brief, title=programme.title, programme_id=programme.id, start=start)
        workshop = workshop_of(brief, programme, self._parts.library(), system_zone())
        self.attempt(lambda: self._create(workshop, place))

    def _create(self, workshop: Workshop, place: PlaceId, workshop_id: str = "") -> None:
        self.close()
        if workshop_id:
            workshop = dataclasses.replace(workshop, id=workshop_id)
        self._show(self._parts.workshops.create(workshop), place)

    def _show(self, document: Document, place: PlaceId) -> None:
        self.session = WorkshopSession(document, self, self._parts.read_unit)
        self.session_opened.emit(self.session, place)

    def _write_copy(self, path: Path) -> None:
        if self.session is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.session.document.save_copy(path)


def system_zone() -> str:
    """Give the IANA name of this computer's time zone; the agenda's usual one where the system has none."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "ignore")
    return name if name in zoneinfo.available_timezones() else Agenda().zone
