"""The right side of the console: notes in a size to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facilitator.curriculum.note_text import note_text
from facilitator.desktop.slides.note_view import NoteView
from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.cards import ScrollPage
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.curriculum.text import Text
    from facilitator.desktop.theme.look import Look
    from facilitator.live.view import RunView

SIZES = (13, 15, 17, 20, 24, 28)
FIRST_SIZE = 2


class NotesPanel(QFrame):
    """Shows the notes of what is on, the answers under them, and the block's own note."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("surface", "side")
        self._look = look
        self._at = FIRST_SIZE
        self._shown: tuple[Text, Text, str] | None = None
        self.smaller = Button(look, "A−", variant=Variant.QUIET)
        self.larger = Button(look, "A+", variant=Variant.QUIET)
        self._page = ScrollPage(margins=(0, 0, 8, 0), spacing=12)
        self._notes = NoteView(look, SIZES[FIRST_SIZE])
        self._key_caption = Label(_("Answers and likely outcomes"), TextRole.CAPS)
        self._key = NoteView(look, SIZES[FIRST_SIZE])
        self._none = Label(_("No notes for this one."), TextRole.MUTED, wrap=True)
        self._build()
        self.smaller.clicked.connect(lambda: self.resize_notes(-1))
        self.larger.clicked.connect(lambda: self.resize_notes(1))

    def show_run(self, view: RunView) -> None:
        """Show the notes of one moment."""
        trainer = view.cue.trainer if view.cue else None
        notes = trainer.notes if trainer else ()  # those of the slide are among them
        key = trainer.key if trainer else ()
        own = view.unit.note if view.unit else ""
        if (notes, key, own) == self._shown:
            return
        self._shown = (notes, key, own)
        whole: Text = (*note_text(own), *notes)
        self._notes.show_text(whole)
        self._notes.setVisible(bool(whole))
        self._key.show_text(key)
        self._key.setVisible(bool(key))
        self._key_caption.setVisible(bool(key))
        self._none.setVisible(not whole and not key)
        self._page.verticalScrollBar().setValue(0)

    def resize_notes(self, step: int) -> None:
        """Make the notes larger or smaller."""
        self._at = min(max(self._at + step, 0), len(SIZES) - 1)
        self._notes.set_size(SIZES[self._at])
        self._key.set_size(SIZES[self._at])

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 12, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(_("Notes"), TextRole.CAPS))
        head.addStretch(1)
        for button, name in ((self.smaller, _("Smaller notes")), (self.larger, _("Larger notes"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            head.addWidget(button)
        column.addLayout(head)
        for widget in (self._notes, self._key_caption, self._key, self._none):
            self._page.body.addWidget(widget)
        self._page.body.addStretch(1)
        column.addWidget(self._page, 1)
