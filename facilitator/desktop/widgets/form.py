"""Form rows: a label above its field, buddies, so that nobody can forget to name a field."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facilitator.desktop.widgets.labels import Label, TextRole


class Form(QWidget):
    """Fields in rows of a grid, each under its label."""

    def __init__(self, columns: int = 1) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(16)
        self._columns = columns
        self._next = 0
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, words: str, field: QWidget, *, hint: str = "", span: int = 1) -> Label:
        """Add a field in the next free place, ``span`` columns wide; gives its label.

        The label becomes the field's buddy and its name for screen readers; the hint stands under it.
        """
        label = Label(words, TextRole.SMALL)
        label.setBuddy(field)
        field.setAccessibleName(words)
        cell = QVBoxLayout()
        cell.setSpacing(4)
        cell.addWidget(label)
        cell.addWidget(field)
        if hint:
            cell.addWidget(Label(hint, TextRole.SMALL, wrap=True))
            field.setAccessibleDescription(hint)
        cell.addStretch()
        row, column = divmod(self._next, self._columns)
        if column + span > self._columns:
            row, column = row + 1, 0
        self._grid.addLayout(cell, row, column, 1, span)
        self._next = row * self._columns + column + span
        return label
