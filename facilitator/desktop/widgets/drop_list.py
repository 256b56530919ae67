"""A list that drops down, with the sign that says so in the look's colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QWidget

if TYPE_CHECKING:
    from facilitator.desktop.theme.look import Look

HALF_WIDTH_PX = 4
FROM_RIGHT_PX = 14


class DropList(QComboBox):
    """Choose one of a few; the style sheet can draw no sign without an image file for every colour, so this does."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        left_to_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        x = self.width() - FROM_RIGHT_PX if left_to_right else FROM_RIGHT_PX
        y = self.height() / 2 + 0.5
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("text2" if self.isEnabled() else "text3"), 1.6))
        half = HALF_WIDTH_PX
        painter.drawPolyline(
            [QPointF(x - half, y - half / 2), QPointF(x, y + half / 2), QPointF(x + half, y - half / 2)]
        )
        painter.end()
