"""Cards of one width in as many columns as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from facilitator.desktop.theme.look import Look

LEAST_WIDTH = 272
MOST_COLUMNS = 5


class CardGrid(QWidget):
    """Lays its cards out again when the width asks for another number of columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(20)

    def add(self, card: QWidget) -> None:
        """Add a card at the end."""
        self._cards.append(card)
        self._arrange(max(1, self._columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = min(max(1, self.width() // self._look.px(LEAST_WIDTH)), MOST_COLUMNS)
        if columns != self._columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        for column in range(max(self._columns, columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
