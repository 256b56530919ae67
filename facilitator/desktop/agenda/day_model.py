"""The rows of one day for Qt's views; it never changes anything itself, it asks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from facilitator.desktop.agenda.phrases import row_sentence
from facilitator.desktop.agenda.rows import Row, RowKind

ITEM_MIME = "application/x-facilitator-item"
UNIT_MIME = "application/x-facilitator-unit"
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


class Field(StrEnum):
    """What of a row can be edited in place."""

    MINUTES = "minutes"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """Somebody typed something into a row."""

    item_id: str
    field: Field
    text: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Somebody dropped items or units before a row; ``row`` equals the number of rows at the very end."""

    row: int
    item_ids: tuple[str, ...] = ()
    unit_ids: tuple[str, ...] = ()


class DayModel(QAbstractListModel):
    """One day's rows; edits and drops come out as requests."""

    edit_requested = Signal(FieldEdit)
    drop_requested = Signal(Drop)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._field = Field.MINUTES

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as shown."""
        return self._rows

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; where only their contents differ, selection and scrolling stay."""
        same_shape = [(r.kind, r.id) for r in rows] == [(r.kind, r.id) for r in self._rows]
        if same_shape and rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def edit_next(self, field: Field) -> None:
        """Say which field the next in-place editor is for."""
        self._field = field

    @property
    def field(self) -> Field:
        """The field an in-place editor is for."""
        return self._field

    def row_of(self, item_id: str) -> int:
        """Give the row number of an item, -1 when it is not shown; gaps before it do not count."""
        for number, row in enumerate(self._rows):
            if row.id == item_id and row.kind not in {RowKind.GAP, RowKind.OVERLAP}:
                return number
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's signature
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row_sentence(row)
        if role == Qt.ItemDataRole.EditRole:
            return str(row.minutes) if self._field is Field.MINUTES else row.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        row = self._rows[index.row()]
        flags = Qt.ItemFlag.ItemIsEnabled
        if row.kind in {RowKind.GAP, RowKind.OVERLAP}:
            return flags
        flags |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if row.is_movable() else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row = self._rows[index.row()]
        text = str(value).strip()
        if text != self.data(index, Qt.ItemDataRole.EditRole):
            self.edit_requested.emit(FieldEdit(row.id, self._field, text))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [ITEM_MIME, UNIT_MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]  # stubs want a Sequence
        ids = [self._rows[index.row()].id for index in indexes]
        data = QMimeData()
        data.setData(ITEM_MIME, QByteArray(json.dumps(ids).encode()))
        return data

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: Index
    ) -> bool:
        return data.hasFormat(ITEM_MIME) or data.hasFormat(UNIT_MIME)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        self.drop_requested.emit(Drop(place, _ids(data, ITEM_MIME), _ids(data, UNIT_MIME)))
        # False: the view must not take rows away itself; what moved comes back through set_rows
        return False


def _ids(data: QMimeData, mime: str) -> tuple[str, ...]:
    if not data.hasFormat(mime):
        return ()
    return tuple(json.loads(bytes(data.data(mime).data())))


def unit_mime(unit_ids: tuple[str, ...]) -> QMimeData:
    """Make what is carried when units are dragged out of the library."""
    data = QMimeData()
    data.setData(UNIT_MIME, QByteArray(json.dumps(list(unit_ids)).encode()))
    return data
