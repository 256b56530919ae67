"""The inspector's notes: what the trainer says, does and asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.curriculum.note_text import note_text
from facilitator.desktop.slides.note_view import NoteView
from facilitator.desktop.widgets.cards import ScrollPage, clear_layout
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from facilitator.curriculum.text import Text
    from facilitator.desktop.theme.look import Look


class NotesPage(ScrollPage):
    """Scrolls through the notes, each under the title of its slide."""

    def __init__(self, look: Look) -> None:
        super().__init__(margins=(0, 4, 4, 0), spacing=8)
        self._look = look
        self._shown: tuple[tuple[tuple[str, Text], ...], str] | None = None

    def show_notes(self, notes: Sequence[tuple[str, Text]], own: str) -> None:
        """Show notes by title, the block's own first."""
        wanted = (tuple(notes), own)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear_layout(self.body)
        if own:
            self._add(Label(_("For this workshop"), TextRole.CAPS))
            self._add_text(note_text(own))
        for title, text in notes:
            self._add(Label(title, TextRole.STRONG, wrap=True))
            self._add_text(text)
        if not notes and not own:
            self._add(Label(_("No notes."), TextRole.MUTED))
        self.body.addStretch(1)

    def _add_text(self, text: Text) -> None:
        view = NoteView(self._look)
        view.show_text(text)
        self._add(view)

    def _add(self, widget: QWidget) -> None:
        self.body.addWidget(widget)
