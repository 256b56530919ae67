"""Where the pictures of a slide go: alone they fill the room, else beside or under the words, whichever is larger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize

SPACE = 48.0
WORDS_SHARE = 0.42  # of the width, when the pictures stand beside the words
WORDS_ABOVE_MOST = 0.45  # of the height, for words to stand above


@dataclass(frozen=True, slots=True)
class Places:
    """The room for the words, and a rectangle of its own shape for each picture."""

    words: QRectF
    pictures: tuple[QRectF, ...]

    def shown(self) -> float:
        """Give how much room the pictures have together."""
        return sum(place.width() * place.height() for place in self.pictures)


def places_of(area: QRectF, sizes: Sequence[QSize], words_height: float) -> Places:
    """Place pictures of some sizes and words of a height at full width, 0 for none, in an area."""
    if words_height <= 0:
        return Places(QRectF(), _row(area, sizes))
    beside = _beside(area, sizes)
    if words_height > area.height() * WORDS_ABOVE_MOST:
        return beside
    under = _under(area, sizes, words_height)
    return under if under.shown() >= beside.shown() else beside


def _beside(area: QRectF, sizes: Sequence[QSize]) -> Places:
    words = QRectF(area.left(), area.top(), area.width() * WORDS_SHARE, area.height())
    left = words.right() + SPACE
    height = (area.height() - SPACE * (len(sizes) - 1)) / len(sizes)
    cells = [
        QRectF(left, area.top() + number * (height + SPACE), area.right() - left, height)
        for number in range(len(sizes))
    ]
    return Places(words, tuple(within(cell, size) for cell, size in zip(cells, sizes, strict=True)))


def _under(area: QRectF, sizes: Sequence[QSize], words_height: float) -> Places:
    words = QRectF(area.left(), area.top(), area.width(), words_height)
    below = QRectF(area)
    below.setTop(words.bottom() + SPACE / 2)
    return Places(words, _row(below, sizes))


def _row(area: QRectF, sizes: Sequence[QSize]) -> tuple[QRectF, ...]:
    width = (area.width() - SPACE * (len(sizes) - 1)) / len(sizes)
    cells = [
        QRectF(area.left() + number * (width + SPACE), area.top(), width, area.height())
        for number in range(len(sizes))
    ]
    return tuple(within(cell, size) for cell, size in zip(cells, sizes, strict=True))


def within(cell: QRectF, size: QSize) -> QRectF:
    """Give the largest rectangle of the picture's shape in a cell, centred."""
    fit = QSizeF(size).scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(
        cell.left() + (cell.width() - fit.width()) / 2,
        cell.top() + (cell.height() - fit.height()) / 2,
        fit.width(),
        fit.height(),
    )
