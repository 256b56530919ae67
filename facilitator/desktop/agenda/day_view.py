"""The day as a list to walk, edit and rearrange with keys and mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facilitator.desktop.agenda.day_geometry import RowGeometry
from facilitator.desktop.agenda.day_model import ROW_ROLE, DayModel, Field
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from facilitator.desktop.agenda.day_delegate import DayDelegate
    from facilitator.desktop.agenda.rows import Row
    from facilitator.desktop.theme.look import Look


class DayView(QListView):
    """Arrows walk, digits type a length, Enter opens it, Delete parks; the place's actions do the rest.

    Signals:
        park_requested: item id.
        selected: id of the current item, "" when there is none.
    """

    park_requested = Signal(str)
    selected = Signal(str)

    def __init__(self, look: Look, model: DayModel, delegate: DayDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._day_model = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setObjectName("day")
        self.setAccessibleName(_("Agenda of the day"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(self._on_current_changed)

    def current_id(self) -> str:
        """Give the id of the current row, "" when there is none."""
        row = self._current_row()
        return row.id if row else ""

    def select_item(self, item_id: str) -> None:
        """Make an item the current row and bring it into view; an unknown one changes nothing."""
        number = self._day_model.row_of(item_id)
        if number >= 0:
            index = self._day_model.index(number)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def edit_field(self, field: Field, typed: str = "") -> None:
        """Open the in-place editor of the current row, with what was typed already."""
        row = self._current_row()
        if row is None or (field is Field.MINUTES and row.block is None):
            return
        self._day_model.edit_next(field)
        index = self.currentIndex()
        self.edit(index)
        editor = self.indexWidget(index) or self._open_editor()
        if typed and editor is not None:
            editor.setProperty("text", typed)

    def _open_editor(self) -> QWidget | None:
        found = self.viewport().findChild(QWidget, "inPlace")
        return found if isinstance(found, QWidget) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._act_on(event):
            super().keyPressEvent(event)

    def _act_on(self, event: QKeyEvent) -> bool:
        item_id = self.current_id()
        key = event.key()
        if not item_id or self.state() == QAbstractItemView.State.EditingState:
            return False
        if key == Qt.Key.Key_Delete:
            self.park_requested.emit(item_id)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit_field(Field.MINUTES)
        elif _types_minutes(event):
            self.edit_field(Field.MINUTES, event.text())
        else:
            return False
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._edit_at(event.position().toPoint())

    def _edit_at(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if not index.isValid():
            return
        row: Row = index.data(ROW_ROLE)
        box = RowGeometry(self.visualRect(index), self._look.text_percent / 100, row.depth)
        self.setCurrentIndex(index)
        self.edit_field(Field.MINUTES if point.x() < box.stripe.left() else Field.TITLE)

    def _current_row(self) -> Row | None:
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def _on_current_changed(self) -> None:
        self.selected.emit(self.current_id())


def _types_minutes(event: QKeyEvent) -> bool:
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    return plain and event.text() != "" and event.text() in "0123456789"
