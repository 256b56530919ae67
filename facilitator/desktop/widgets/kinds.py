"""Kinds of blocks on the screen: an icon, a word and a colour each, never the colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.curriculum.unit import Kind
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.labels import IconLabel
from facilitator.foundation.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from facilitator.desktop.theme.look import Look

KIND_ICONS = {
    Kind.OPENING: IconName.DOOR,
    Kind.INPUT: IconName.PRESENTATION,
    Kind.DEMO: IconName.MONITOR,
    Kind.EXERCISE: IconName.PENCIL_RULER,
    Kind.DEBRIEF: IconName.MESSAGES,
    Kind.DISCUSSION: IconName.MESSAGE,
    Kind.ENERGISER: IconName.ZAP,
    Kind.ASSESSMENT: IconName.CLIPBOARD_CHECK,
    Kind.RECAP: IconName.RECAP,
    Kind.BREAK: IconName.COFFEE,
    Kind.MEAL: IconName.MEAL,
    Kind.BUFFER: IconName.HOURGLASS,
    Kind.CLOSING: IconName.FLAG,
    Kind.ADMIN: IconName.WRENCH,
    Kind.NOTE: IconName.NOTE,
    Kind.UNIT: IconName.BOOK,
}
_GAP = 3.0
_LEAST = 3.0


def kind_word(kind: Kind) -> str:
    """Give the word for a kind in the user's language."""
    return {
        Kind.OPENING: _("Opening"),
        Kind.INPUT: _("Input"),
        Kind.DEMO: _("Demo"),
        Kind.EXERCISE: _("Exercise"),
        Kind.DEBRIEF: _("Debrief"),
        Kind.DISCUSSION: _("Discussion"),
        Kind.ENERGISER: _("Energiser"),
        Kind.ASSESSMENT: _("Assessment"),
        Kind.RECAP: _("Recap"),
        Kind.BREAK: _("Break"),
        Kind.MEAL: _("Meal"),
        Kind.BUFFER: _("Buffer"),
        Kind.CLOSING: _("Closing"),
        Kind.ADMIN: _("Admin"),
        Kind.NOTE: _("Note"),
        Kind.UNIT: _("Unit"),
    }[kind]


class KindIcon(IconLabel):
    """The icon of a kind in its colour; read aloud as its word."""

    def __init__(self, look: Look, kind: Kind, size: int = 20) -> None:
        super().__init__(look, KIND_ICONS[kind], kind.value, size, name=kind_word(kind))
        self.setToolTip(kind_word(kind))


class KindStripe(QWidget):
    """The upright stripe in the colour of a kind; decoration beside the icon."""

    def __init__(self, look: Look, kind: Kind) -> None:
        super().__init__()
        self._look = look
        self._kind = kind
        self.setFixedWidth(4)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._kind.value))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)


class DayStrip(QWidget):
    """A day as a bar: every block in the colour of its kind, as wide as its share of the minutes."""

    def __init__(self, look: Look, blocks: Sequence[tuple[Kind, int]] = (), *, height: int = 8) -> None:
        super().__init__()
        self._look = look
        self._blocks: tuple[tuple[Kind, int], ...] = ()
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_blocks(blocks)
        look.changed.connect(self.update)

    def show_blocks(self, blocks: Sequence[tuple[Kind, int]]) -> None:
        """Show these kinds and minutes, in order; what takes no time is left out."""
        self._blocks = tuple((kind, minutes) for kind, minutes in blocks if minutes > 0)
        self.setAccessibleName(strip_words(self._blocks))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pieces, round at both ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height = float(self.height())
        left = 0.0
        for (kind, _minutes), width in zip(self._blocks, self.widths(float(self.width())), strict=True):
            painter.setBrush(self._look.colour(kind.value))
            painter.drawRoundedRect(QRectF(left, 0, width, height), min(2.0, width / 2), 2)
            left += width + _GAP

    def widths(self, width: float) -> tuple[float, ...]:
        """Share out a width among the blocks, gaps taken off, nobody under three pixels where there is room."""
        count = len(self._blocks)
        if count == 0:
            return ()
        room = max(0.0, width - _GAP * (count - 1))
        least = min(_LEAST, room / count)
        total = sum(minutes for _, minutes in self._blocks)
        return tuple(least + (room - least * count) * minutes / total for _, minutes in self._blocks)


def strip_words(blocks: Sequence[tuple[Kind, int]]) -> str:
    """Say what a strip shows: the minutes of each kind, in order of first use."""
    minutes: dict[Kind, int] = {}
    for kind, length in blocks:
        minutes[kind] = minutes.get(kind, 0) + length
    if not minutes:
        return _("Nothing planned yet")
    parts = [
        ngettext("{kind} {n} minute", "{kind} {n} minutes", n).format(kind=kind_word(kind), n=n)
        for kind, n in minutes.items()
    ]
    return ", ".join(parts)
