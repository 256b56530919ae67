"""Words on the screen: always plain text, in one of a few roles."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from facilitator.desktop.theme.fonts import TABULAR_TAG

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from facilitator.desktop.theme.icons import IconName
    from facilitator.desktop.theme.look import Look


class TextRole(StrEnum):
    """What a label is for; the style sheet knows the size, weight and colour of each."""

    DISPLAY = "display"
    WORDMARK = "wordmark"
    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    BODY = "body"
    MUTED = "muted"
    SMALL = "small"
    CAPS = "caps"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    ERR = "err"


# Large words are read, not compared: a 1 as wide as a 0 leaves a hole in them
_SPEAKING = frozenset({TextRole.DISPLAY, TextRole.WORDMARK, TextRole.TITLE, TextRole.HEADING})


class Label(QLabel):
    """A line or paragraph of plain text; whatever people typed is shown as they typed it."""

    def __init__(self, text: str = "", role: TextRole = TextRole.BODY, *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role = role
        self.setProperty("role", role.value)
        self.setWordWrap(wrap)
        if role in _SPEAKING:
            self._take_proportional_digits()
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; the small labels stand in capitals, and are read aloud as they were written."""
        if self._role is TextRole.CAPS:
            self.setAccessibleName(text)
            text = text.upper()
        super().setText(text)

    def _take_proportional_digits(self) -> None:
        font = self.font()
        font.unsetFeature(QFont.Tag(TABULAR_TAG))
        self.setFont(font)

    def set_role(self, role: TextRole) -> None:
        """Change what the label is for."""
        if role is self._role:
            return
        self._role = role
        self.setProperty("role", role.value)
        restyle(self)


class ElidedLabel(Label):
    """One line that is cut with an ellipsis where it does not fit; the whole text is in the tooltip then."""

    def __init__(self, text: str = "", role: TextRole = TextRole.BODY) -> None:
        self._whole = ""
        super().__init__(text, role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show a text, cut to the width there is."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def whole_text(self) -> str:
        """Give the text as it was set."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """Ask for a line's height and a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Ask for the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        QLabel.setText(self, shown if self.width() > 0 else self._whole)
        self.setToolTip(self._whole if shown != self._whole else "")


class IconLabel(QLabel):
    """An icon that stands for itself; with a ``name`` it is read aloud, without one it is decoration."""

    def __init__(self, look: Look, icon: IconName, role: str = "text2", size: int = 16, *, name: str = "") -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._colour_role = role
        self._size = size
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(name)
        self._draw()
        look.changed.connect(self._draw)

    def set_icon(self, icon: IconName, role: str) -> None:
        """Show another icon or colour."""
        self._icon, self._colour_role = icon, role
        self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self.setPixmap(self._look.pixmap(self._icon, self._colour_role, self._size, ratio))
        side = self._look.px(self._size)
        self.setFixedSize(side, side)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
