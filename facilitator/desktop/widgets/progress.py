"""How far a job is, and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.desktop.theme.look import Look


class ProgressRow(QWidget):
    """A bar with what is being done and *Cancel*.

    Signals:
        cancel_requested: the user wants it to stop.
    """

    cancel_requested = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._words = Label(name, TextRole.MUTED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(name)
        self._cancel = Button(look, _("Cancel"), variant=Variant.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        self._cancel.clicked.connect(self._on_cancel)

    def begin(self) -> None:
        """Start anew, not knowing yet how much there is to do."""
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.show()

    def show_progress(self, done: int, total: int, words: str = "") -> None:
        """Show how much is done; a total of 0 means it is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if words:
            self._words.setText(words)

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._words.setText(_("Stopping …"))
        self.cancel_requested.emit()
