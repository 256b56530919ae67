"""The Brief place: the form at the left, the programmes that fit at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from facilitator.agenda.edits import ReplaceAgenda
from facilitator.agenda.model import all_blocks
from facilitator.desktop.actions import Act, Scope
from facilitator.desktop.brief.chooser import ProgrammeChooser
from facilitator.desktop.brief.following import brief_edit
from facilitator.desktop.brief.form import BriefForm
from facilitator.desktop.place import Desk, Place, PlaceId
from facilitator.desktop.programmes.making import workshop_of
from facilitator.desktop.widgets.cards import ScrollPage, Surface, SurfaceRole
from facilitator.desktop.widgets.messages import Message, MessageTone
from facilitator.foundation.words import _
from facilitator.workshop.edits import EditAgenda, SetBrief, Several, TakeUnits, WorkshopEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from facilitator.curriculum.library import Library
    from facilitator.desktop.session import WorkshopSession
    from facilitator.workshop.model import Brief, Workshop


class BriefPlace(Place):
    """Who is it for, and how long have we got?"""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Scope.BRIEF)
        self._library = desk.library()
        self.form = BriefForm(self.look, self._library.audiences)
        self.chooser = ProgrammeChooser(self.look)
        self._to_agenda = self.act(Act.BRIEF_DONE, lambda: desk.go(PlaceId.AGENDA))
        self._build()
        self.form.brief_changed.connect(self._on_brief_changed)
        self.chooser.use_requested.connect(self.use_programme)

    def title(self) -> str:
        """Give the title of the workshop."""
        return (self.session.workshop.brief.title if self.session else "") or _("Brief")

    def subtitle(self) -> str:
        """Give the question the place answers."""
        return _("Who it is for and how long you have")

    def primary_action(self) -> QAction:
        """Give the way to the agenda."""
        return self._to_agenda

    def show_session(self, session: WorkshopSession | None) -> None:
        """Show the brief of a workshop."""
        if self.session is not None and self.session is not session:
            self.session.workshop_changed.disconnect(self._refresh)
        super().show_session(session)
        if session is not None:
            session.workshop_changed.connect(self._refresh)
            packs = {copy.pack_id for copy in session.workshop.units}
            self.form.audiences.offer(self._library.audience_groups(packs))
            self.form.set_allowed(allowed=not session.is_read_only)
            self._refresh()

    def entered(self) -> None:
        """Begin at the first field that is empty."""
        empty = next((name for name in ("client", "title") if not self.form.line(name).text()), "client")
        self.form.line(empty).setFocus(Qt.FocusReason.OtherFocusReason)

    def use_programme(self, programme_id: str) -> None:
        """Put a programme's blocks in place of the agenda, as one step that can be taken back."""
        programme = self._library.programme(programme_id)
        if self.session is None or programme is None:
            return
        edit = programme_edit(self.session.workshop, programme_id, self._library)
        had_blocks = any(all_blocks(self.session.workshop.agenda))
        if not self.session.do(edit):
            return
        said = _("{title} is your agenda now.").format(title=programme.title)
        safe = _("What stood there before can be taken back.") if had_blocks else ""
        self.desk.go(PlaceId.AGENDA)
        self.desk.say(
            Message(said, safe, tone=MessageTone.OK, action_text=_("Undo"), action=lambda: self.desk.run(Act.UNDO))
        )

    def _build(self) -> None:
        left = ScrollPage(margins=(24, 24, 24, 24))
        left.body.addWidget(self.form)
        side = Surface(SurfaceRole.SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 0, 0, 0)
        right = ScrollPage(margins=(24, 24, 24, 24))
        right.body.addWidget(self.chooser)
        column.addWidget(right)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 11)
        row.addWidget(side, 9)

    def _on_brief_changed(self, brief: Brief, field: str) -> None:
        if self.session is not None and not self.session.do(brief_edit(self.session.workshop, brief, field)):
            self._refresh()

    def _refresh(self) -> None:
        if self.session is None:
            return
        brief = self.session.workshop.brief
        self.form.show_brief(brief)
        self.chooser.show_fit(brief, self._library)
        self.header_changed.emit()


def programme_edit(workshop: Workshop, programme_id: str, library: Library) -> WorkshopEdit:
    """Give the edit that puts a programme in place of the agenda and freezes the units it uses."""
    programme = library.programme(programme_id)
    brief = workshop.brief
    if programme is not None:
        brief = replace(brief, programme_id=programme.id, title=brief.title or programme.title)
    made = workshop_of(brief, programme, library, workshop.agenda.zone)
    agenda = replace(made.agenda, parked=workshop.agenda.parked)
    words = _("Use a programme")
    return Several(words, (SetBrief(made.brief), TakeUnits(made.units), EditAgenda(ReplaceAgenda(agenda))))
