"""Rich text drawn as a widget: trainer's notes with SAY, DO and ASK in the accent colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.curriculum.text import Text, plain
from facilitator.desktop.slides.document import Ink, document, drawn
from facilitator.desktop.theme.fonts import FAMILY

if TYPE_CHECKING:
    from facilitator.desktop.theme.look import Look


class NoteView(QWidget):
    """Text at a size of its own choice, as tall as it needs to be."""

    def __init__(self, look: Look, size_px: float = 13) -> None:
        super().__init__()
        self._look = look
        self._size_px = size_px
        self._text: Text = ()
        self._drawn = self._document(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._set)

    def show_text(self, text: Text) -> None:
        """Show other text."""
        self._text = text
        self.setAccessibleName(plain(text))
        self._set()

    def set_size(self, size_px: float) -> None:
        """Show it larger or smaller."""
        self._size_px = size_px
        self._set()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._set()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawn(painter, self._drawn, 0, 0)
        painter.end()

    def _document(self, width: int) -> QTextDocument:
        ink = Ink(
            FAMILY,
            self._look.px(self._size_px),
            self._look.colour("text"),
            self._look.colour("accent"),
            self._look.colour("text3"),
            strong=self._look.colour("accent"),
        )
        return document(self._text, ink, width)

    def _set(self) -> None:
        self._drawn = self._document(self.width())
        self.setFixedHeight(round(self._drawn.size().height()) + 2)
        self.update()
