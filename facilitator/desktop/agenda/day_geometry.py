"""Where everything stands in a row of the day; one place, so that painting, editing and clicking agree."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

from facilitator.desktop.agenda.rows import Row, RowKind

PADDING = 16
INDENT = 24
TIME_WIDTH = 56
MINUTES_WIDTH = 68
STRIPE_WIDTH = 4
ICON_SIZE = 18


@dataclass(frozen=True, slots=True)
class RowGeometry:
    """The boxes of one row, in the view's pixels; ``scale`` is the text size, 1.0 at 100 %."""

    rect: QRect
    scale: float
    depth: int

    def _px(self, size: float) -> int:
        return round(size * self.scale)

    @property
    def frame(self) -> QRect:
        """The rounded box a selected row is drawn in."""
        return self.rect.adjusted(4, 1, -4, -1)

    @property
    def time(self) -> QRect:
        """Start time."""
        left = self.rect.left() + PADDING + self.depth * INDENT
        return QRect(left, self.rect.top(), self._px(TIME_WIDTH), self.rect.height())

    @property
    def minutes(self) -> QRect:
        """Length, and the editor for it."""
        return QRect(self.time.right() + 10, self.rect.top(), self._px(MINUTES_WIDTH), self.rect.height())

    @property
    def stripe(self) -> QRect:
        """The coloured stripe of the kind."""
        inset = 8 if self.rect.height() < self._px(50) else 9
        return QRect(self.minutes.right() + 8, self.rect.top() + inset, STRIPE_WIDTH, self.rect.height() - 2 * inset)

    @property
    def icon(self) -> QRect:
        """The kind's icon."""
        size = self._px(ICON_SIZE)
        return QRect(self.stripe.right() + 14, self.rect.center().y() - size // 2, size, size)

    @property
    def title(self) -> QRect:
        """Title and subtitle, and the editor of the title."""
        left = self.icon.right() + 14
        return QRect(left, self.rect.top(), max(0, self.rect.right() - PADDING - left), self.rect.height())


def row_height(row: Row, scale: float) -> int:
    """Give the height of a row: taller where it has a second line."""
    if row.kind in {RowKind.GAP, RowKind.OVERLAP}:
        base = 32
    elif row.kind is RowKind.BLOCK and row.block is not None and row.block.unit_id:
        base = 54
    else:
        base = 42
    return round(base * scale)
