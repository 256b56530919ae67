"""The table of people for Qt; it changes nothing itself."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.desktop.people.presence_rows import PresenceRow, presence_word
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, in order."""

    NAME = 0
    DEPARTMENT = 1
    PRESENCE = 2
    TIME = 3
    NOTE = 4


class PeopleModel(QAbstractTableModel):
    """Everybody's presence in the half-day in view."""

    def __init__(self, parent: QObject | None = None, *, headings: Mapping[Column, str] | None = None) -> None:
        """Make an empty one; ``headings`` are for columns that hold something else, as in a list to be taken in."""
        super().__init__(parent)
        self._headings = dict(headings or {})
        self._rows: tuple[PresenceRow, ...] = ()
        self._half_day = ""

    @property
    def rows(self) -> tuple[PresenceRow, ...]:
        """The rows as shown."""
        return self._rows

    def set_rows(self, rows: tuple[PresenceRow, ...], half_day: str) -> None:
        """Show other rows under a heading such as ``Morning``; the same people keep the selection."""
        self._half_day = half_day
        if [row.person.id for row in rows] == [row.person.id for row in self._rows] and rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, person_id: str) -> int:
        """Give the row number of a person, -1 when not shown."""
        return next((number for number, row in enumerate(self._rows) if row.person.id == person_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's signature
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(row, Column(index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's signature
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (_("Name"), _("Department"), self._half_day or _("Presence"), _("Time"), _("Note"))
        return self._headings.get(Column(section), names[section]).upper()

    def _text(self, row: PresenceRow, column: Column) -> str:
        match column:
            case Column.NAME:
                return row.person.listed_name()
            case Column.DEPARTMENT:
                return row.person.department
            case Column.PRESENCE:
                return presence_word(row.presence)
            case Column.TIME:
                return row.time
            case Column.NOTE:
                return row.note
