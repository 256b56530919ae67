"""The people as a table with room to breathe."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from facilitator.desktop.people.people_model import ROW_ROLE, Column, PeopleModel
from facilitator.desktop.people.presence_rows import PresenceRow, presence_word
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.theme.look import Look, Weight
from facilitator.foundation.words import _
from facilitator.people.roster import Presence

Index = QModelIndex | QPersistentModelIndex
_SIGNS = {
    Presence.HERE: (IconName.CIRCLE_CHECK, "ok"),
    Presence.LATE: (IconName.CLOCK, "warn"),
    Presence.EXCUSED: (IconName.CIRCLE_MINUS, "text2"),
    Presence.ABSENT: (IconName.CIRCLE_X, "err"),
    Presence.UNKNOWN: (IconName.CIRCLE, "text3"),
}
_KEYS = {
    Qt.Key.Key_H: Presence.HERE,
    Qt.Key.Key_L: Presence.LATE,
    Qt.Key.Key_E: Presence.EXCUSED,
    Qt.Key.Key_A: Presence.ABSENT,
}


class PersonDelegate(QStyledItemDelegate):
    """Draws a cell: names strong, presence with its sign and word."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, self._look.px(42))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PresenceRow = index.data(ROW_ROLE)
        column = Column(index.column())
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, self._look.colour("sel"))
            if column is Column.NAME:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._look.colour("accent"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._look.colour("line"))
        area = rect.adjusted(8, 0, -8, 0)
        if column is Column.PRESENCE:
            self._paint_presence(painter, area, row.presence)
        else:
            strong = column is Column.NAME
            self._text(painter, area, str(index.data()), "text" if strong else "text2", strong=strong)
        painter.restore()

    def _paint_presence(self, painter: QPainter, area: QRect, presence: Presence) -> None:
        icon, role = _SIGNS[presence]
        side = self._look.px(16)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(area.left(), area.center().y() - side // 2, self._look.pixmap(icon, role, 16, ratio))
        words = area.adjusted(side + 8, 0, 0, 0)
        self._text(painter, words, presence_word(presence), role, strong=True)

    def _text(self, painter: QPainter, area: QRect, words: str, role: str, *, strong: bool) -> None:
        font = self._look.type(13, Weight.STRONG if strong else Weight.REGULAR)
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class PeopleTable(QTableView):
    """Arrows walk; H, L, E and A mark the current person; Delete asks to take the mark away.

    Signals:
        mark_requested: person id and a ``Presence``; ``UNKNOWN`` takes the mark away.
        edit_requested: the :class:`Person` whose fields are to be opened, by Enter, F2 or a double click.
    """

    mark_requested = Signal(str, object)
    edit_requested = Signal(object)

    def __init__(self, look: Look, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setModel(model)
        self.setItemDelegate(PersonDelegate(look, self))
        self.setAccessibleName(_("People and their presence"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setAccessibleDescription(_("H here, L late, E excused, A absent, Delete takes the mark away, F2 edits"))
        self.doubleClicked.connect(self._edit)
        self._measure()
        look.changed.connect(self._measure)

    def current_person(self) -> str:
        """Give the id of the current person, "" when there is none."""
        index = self.currentIndex()
        return index.data(ROW_ROLE).person.id if index.isValid() else ""

    def hide_presence(self) -> None:
        """Show people only, for a list that is not taken in yet."""
        self.setColumnHidden(Column.PRESENCE, True)
        self.horizontalHeader().setSectionResizeMode(Column.TIME, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        person_id = self.current_person()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        key = Qt.Key(event.key())
        if person_id and plain and key in _KEYS:
            self.mark_requested.emit(person_id, _KEYS[key])
        elif person_id and plain and key == Qt.Key.Key_Delete:
            self.mark_requested.emit(person_id, Presence.UNKNOWN)
        elif person_id and plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _edit(self, index: QModelIndex) -> None:
        self.edit_requested.emit(index.data(ROW_ROLE).person)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.px(42))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, mode in (
            (Column.NAME, QHeaderView.ResizeMode.Stretch),
            (Column.DEPARTMENT, QHeaderView.ResizeMode.Stretch),
            (Column.PRESENCE, QHeaderView.ResizeMode.Fixed),
            (Column.NOTE, QHeaderView.ResizeMode.Stretch),
        ):
            header.setSectionResizeMode(column, mode)
        self.setColumnWidth(Column.PRESENCE, self._look.px(128))
        self.setColumnWidth(Column.TIME, self._look.px(80))
