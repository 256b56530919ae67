"""What is shown where there is nothing yet: a sign, a sentence, the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.labels import IconLabel, Label, TextRole

if TYPE_CHECKING:
    from facilitator.desktop.theme.icons import IconName
    from facilitator.desktop.theme.look import Look


class EmptyState(QWidget):
    """Says what is not there yet and offers what to do next.

    Signals:
        step_requested: the button was pressed.
    """

    step_requested = Signal()

    def __init__(self, look: Look, icon: IconName, title: str, sentence: str, step: str = "") -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        words = Label(sentence, TextRole.MUTED, wrap=True)
        words.setAlignment(middle)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch()
        column.addWidget(IconLabel(look, icon, "accent", 32), alignment=middle)
        column.addSpacing(8)
        column.addWidget(Label(title, TextRole.HEADING), alignment=middle)
        column.addWidget(words)
        if step:
            column.addSpacing(8)
            button = Button(look, step, variant=Variant.PRIMARY)
            button.clicked.connect(self.step_requested)
            column.addWidget(button, alignment=middle)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        row.addLayout(column, 4)
        row.addStretch(1)
