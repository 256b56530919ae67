"""Buttons: one primary for what comes next, plain ones beside it, quiet ones for the rest."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from facilitator.desktop.theme.icons import IconName
    from facilitator.desktop.theme.look import Look

ICON_GAP = 4  # beside the four pixels Qt leaves by itself


class Variant(StrEnum):
    """How loud a button is."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    DANGER = "danger"


_ICON_ROLES = {
    Variant.PRIMARY: "onaccent",
    Variant.PLAIN: "text2",
    Variant.QUIET: "text2",
    Variant.DANGER: "err",
}


class Button(QPushButton):
    """A button with a text and, where it helps, an icon."""

    def __init__(self, look: Look, text: str, icon: IconName | None = None, variant: Variant = Variant.PLAIN) -> None:
        super().__init__()
        self._look = look
        self._icon_name = icon
        self._variant = variant
        self.setText(plain_words(text))
        self.setProperty("variant", variant.value)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tint()
        look.changed.connect(self._tint)

    def follow(self, action: QAction) -> None:
        """Trigger an action and follow its tooltip and whether it can be used."""
        self.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._copy(action))
        self._copy(action)

    def _copy(self, action: QAction) -> None:
        self.setEnabled(action.isEnabled())
        self.setVisible(action.isVisible())
        self.setToolTip(tooltip_of(action))

    def _tint(self) -> None:
        if self._icon_name is not None:
            gap = ICON_GAP if self.text() else 0
            self.setIcon(self._look.icon(self._icon_name, _ICON_ROLES[self._variant], size=16, gap=gap))
            side = self._look.px(16)
            self.setIconSize(QSize(side + gap, side))


class IconButton(QToolButton):
    """A button that is only an icon; ``name`` is read aloud and shown as the tooltip."""

    def __init__(self, look: Look, icon: IconName, name: str, *, size: int = 16, role: str = "text2") -> None:
        super().__init__()
        self._look = look
        self._icon_name = icon
        self._size = size
        self._colour_role = role
        self.setProperty("variant", "icon")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tint()
        look.changed.connect(self._tint)

    def follow(self, action: QAction) -> None:
        """Trigger an action and follow its tooltip and whether it can be used."""
        self.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._copy(action))
        self._copy(action)

    def _copy(self, action: QAction) -> None:
        self.setEnabled(action.isEnabled())
        self.setToolTip(tooltip_of(action))
        self.setAccessibleName(action.text())

    def _tint(self) -> None:
        self.setIcon(self._look.icon(self._icon_name, self._colour_role, on="accent", size=self._size))
        side = self._look.px(self._size)
        self.setIconSize(QSize(side, side))


def plain_words(text: str) -> str:
    """Keep an ampersand an ampersand where Qt would make a shortcut of it."""
    return text.replace("&", "&&")


def tooltip_of(action: QAction) -> str:
    """Give an action's tooltip with its key: ``Take back the last change (Ctrl+Z)``."""
    key = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    return f"{action.toolTip()} ({key})" if key and key not in action.toolTip() else action.toolTip()
