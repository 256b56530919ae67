"""The second keys of a run: what clickers send besides PgUp and PgDn, and Ctrl+Z. Text fields keep their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PRESSING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
Key = tuple[Qt.Key, bool]  # the key, and whether Ctrl is held


class RunKeys(QObject):
    """Hears the keys of two windows while a run is in sight, before shortcuts and buttons do."""

    def __init__(self, windows: Callable[[], tuple[QWidget, ...]], doing: Mapping[Key, Callable[[], object]]) -> None:
        super().__init__()
        self._windows = windows
        self._doing = doing

    def listen(self, *, on: bool) -> None:
        """Begin or stop hearing."""
        app = QApplication.instance()
        if app is None:
            return
        app.removeEventFilter(self)
        if on:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            return False
        if not isinstance(event, QKeyEvent) or not self._is_ours(watched):
            return False
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        do = self._doing.get((Qt.Key(event.key()), bool(held)))
        if do is None or event.modifiers() & Qt.KeyboardModifier.AltModifier or _presses(watched, event):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            do()
        return True

    def _is_ours(self, watched: QObject) -> bool:
        if not isinstance(watched, QWidget) or isinstance(watched, QLineEdit | QPlainTextEdit | QSpinBox):
            return False
        return any(watched is window or window.isAncestorOf(watched) for window in self._windows())


def _presses(watched: QObject, event: QKeyEvent) -> bool:
    """Tell whether somebody walked to a button with Tab and presses it: a clicker never walks."""
    return isinstance(watched, QAbstractButton) and watched.hasFocus() and event.key() in _PRESSING
