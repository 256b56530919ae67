"""A check box in the theme's own colours; Fusion's frame disappears on a dark ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox

from facilitator.desktop.theme.icons import IconName

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from facilitator.desktop.theme.look import Look

BOX, TICK, GAP = 18, 14, 8


class CheckBox(QCheckBox):
    """Words with a box that can be ticked."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self._look = look
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for the box, a gap and the words."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + self._look.px(BOX) + GAP + 4
        return QSize(width, max(self.fontMetrics().height(), self._look.px(BOX)) + 6)

    def hitButton(self, position: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, tick, words and the ring that says where the keyboard is."""
        look, side = self._look, self._look.px(BOX)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1.5, (self.height() - side) / 2, side, side)
        ring = self.hasFocus()
        painter.setPen(QPen(look.colour("accent" if ring or self.isChecked() else "text3"), 2 if ring else 1))
        painter.setBrush(look.colour("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            inset = (side - look.px(TICK)) / 2
            tick = look.pixmap(IconName.CHECK, "onaccent", TICK, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.x() + inset, box.y() + inset), tick)
        painter.setPen(look.colour("text" if self.isEnabled() else "text3"))
        words = self.rect().adjusted(side + GAP + 2, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
