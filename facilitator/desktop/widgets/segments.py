"""A segmented control: one of a few, all in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from facilitator.desktop.widgets.buttons import plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SegmentedControl(QWidget):
    """Buttons in a row, one of them on; the arrow keys walk it.

    Signals:
        chosen: the key of the option the user chose; not sent by :meth:`choose`.
    """

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]] = (), *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.set_options(options)
        self._group.idClicked.connect(self._on_clicked)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Show these options, each a key and its words; the first is on."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._keys = [key for key, _ in options]
        for at, (_, words) in enumerate(options):
            self._add(at, words, len(options))
        if options:
            self._group.button(0).setChecked(True)

    def current(self) -> str:
        """Give the key of the option that is on, "" without options."""
        at = self._group.checkedId()
        return self._keys[at] if at >= 0 else ""

    def choose(self, key: str) -> None:
        """Turn an option on; an unknown key changes nothing."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._keys:
            super().keyPressEvent(event)
            return
        at = min(max(self._group.checkedId() + step, 0), len(self._keys) - 1)
        button = self._group.button(at)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()

    def _add(self, at: int, words: str, count: int) -> None:
        button = _Segment(plain_words(words), self)
        button.setProperty("segment", _place(at, count))
        button.setCheckable(True)
        button.setAccessibleName(words)
        self._group.addButton(button, at)
        self._row.addWidget(button)

    def _on_clicked(self, at: int) -> None:
        self.chosen.emit(self._keys[at])


class _Segment(QPushButton):
    """One option; hands the arrow keys to the control, which sends what was chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)


def _place(at: int, count: int) -> str:
    if count == 1:
        return "only"
    if at == 0:
        return "first"
    return "last" if at == count - 1 else "middle"
