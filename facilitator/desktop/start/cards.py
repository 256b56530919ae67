"""The cards of the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.desktop.start.phrases import stage_words, when_words
from facilitator.desktop.widgets.cards import CardButton
from facilitator.desktop.widgets.chips import Chip
from facilitator.desktop.widgets.fields import long_date
from facilitator.desktop.widgets.kinds import DayStrip
from facilitator.desktop.widgets.labels import ElidedLabel, IconLabel, Label, TextRole
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.desktop.theme.icons import IconName
    from facilitator.desktop.theme.look import Look
    from facilitator.workshop.summary import Summary


class BeginCard(CardButton):
    """One way to begin: an icon on a soft square, a name, a sentence."""

    def __init__(self, look: Look, icon: IconName, title: str, sentence: str) -> None:
        super().__init__(look, title, least_height=88)
        self.setAccessibleDescription(sentence)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(Label(title, TextRole.STRONG))
        words.addWidget(Label(sentence, TextRole.MUTED, wrap=True))
        words.addStretch()
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 18)
        row.setSpacing(16)
        row.addWidget(_SoftSquare(look, icon))
        row.addLayout(words, 1)
        self.fill(row)


class WorkshopCard(CardButton):
    """One workshop: client, stage, title, when, and its first day as a strip."""

    def __init__(self, look: Look, summary: Summary) -> None:
        title = summary.title or _("Workshop without a title")
        when = when_words(summary, long_date)
        super().__init__(look, title, least_height=136)
        self.workshop_id = summary.id
        self.setAccessibleDescription(when)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(summary.client or _("No client yet"), TextRole.CAPS), 1)
        head.addWidget(Chip(*stage_words(summary.stage)))
        column = QVBoxLayout()
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(ElidedLabel(title, TextRole.TITLE))
        column.addWidget(ElidedLabel(when, TextRole.MUTED))
        column.addWidget(DayStrip(look, [(part.kind, part.minutes) for part in summary.strip]))
        self.fill(column)


class _SoftSquare(QWidget):
    """An icon in the accent colour on its soft ground."""

    def __init__(self, look: Look, icon: IconName) -> None:
        super().__init__()
        self._look = look
        side = look.px(40)
        self.setFixedSize(side, side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel(look, icon, "accent", 20), alignment=Qt.AlignmentFlag.AlignCenter)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accentsoft"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
