"""The right side of the People place: how many are here, by department, and the privacy line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.desktop.people.presence_rows import PresenceCount, rest_sentence
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.theme.look import Look, Weight
from facilitator.desktop.widgets.cards import clear_layout
from facilitator.desktop.widgets.labels import ElidedLabel, IconLabel, Label, TextRole
from facilitator.foundation.words import _


class CountPanel(QFrame):
    """Says it large: ``12 of 14 here``."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("surface", "side")
        self._number = Label("0")
        self._of = Label(role=TextRole.TITLE)
        self._rest = Label(role=TextRole.MUTED)
        self._departments = QGridLayout()
        self._by = Label(_("By department"), TextRole.CAPS)
        self._privacy = Label(role=TextRole.SMALL, wrap=True)
        self._build()
        self._size_number()
        look.changed.connect(self._size_number)

    def show_count(self, counted: PresenceCount) -> None:
        """Say who is here."""
        self._number.setText(str(counted.here))
        self._of.setText(_("of {n} here").format(n=counted.everybody))
        for label in (self._number, self._of):
            label.setVisible(bool(counted.everybody))
        self._rest.setText(rest_sentence(counted))
        self._by.setVisible(bool(counted.departments))
        clear_layout(self._departments)
        for row, (name, here, everybody) in enumerate(counted.departments):
            self._departments.addWidget(ElidedLabel(name), row, 0)
            self._departments.addWidget(Share(self._look, here, everybody), row, 1)
            words = Label(f"{here}/{everybody}", TextRole.MUTED)
            words.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._departments.addWidget(words, row, 2)

    def show_privacy(self, words: str) -> None:
        """Say how long names are kept."""
        self._privacy.setText(words)

    def _size_number(self) -> None:
        self._number.setStyleSheet(f"font-size: {self._look.px(52)}px; font-weight: 700;")
        self._number.setFont(self._look.type(52, Weight.STRONG))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(6)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._number, alignment=Qt.AlignmentFlag.AlignBottom)
        self._of.setContentsMargins(0, 0, 0, 10)
        first.addWidget(self._of, alignment=Qt.AlignmentFlag.AlignBottom)
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(self._rest)
        column.addSpacing(12)
        column.addWidget(self._by)
        self._departments.setHorizontalSpacing(12)
        self._departments.setVerticalSpacing(8)
        self._departments.setColumnStretch(0, 1)
        column.addLayout(self._departments)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(IconLabel(self._look, IconName.SHIELD, "text3", 16), alignment=Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._privacy, 1)
        column.addLayout(foot)


class Share(QWidget):
    """A bar that is filled as far as people are here."""

    def __init__(self, look: Look, here: int, everybody: int) -> None:
        super().__init__()
        self._look = look
        self._share = here / everybody if everybody else 0.0
        self.setAccessibleName(_("{here} of {everybody}").format(here=here, everybody=everybody))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(88), self._look.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, (self.height() - 8) / 2, self.width(), 8)
        painter.setBrush(self._look.colour("line"))
        painter.drawRoundedRect(bar, 4, 4)
        if self._share > 0:
            bar.setWidth(max(8.0, bar.width() * self._share))
            painter.setBrush(self._look.colour("accent"))
            painter.drawRoundedRect(bar, 4, 4)
        painter.end()
