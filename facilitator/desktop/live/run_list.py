"""The run of the day: planned beside expected, the block that is on marked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.desktop.theme.look import Look, Weight
from facilitator.foundation.words import _
from facilitator.live.rows import Place, RunRow

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
LATE_S = 60.0
PLAN_WIDTH, NOW_WIDTH = 52, 56


class RunModel(QAbstractListModel):
    """The rows of a run; only what changed is told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RunRow, ...] = ()

    @property
    def rows(self) -> tuple[RunRow, ...]:
        """The rows as shown."""
        return self._rows

    def set_rows(self, rows: tuple[RunRow, ...]) -> None:
        """Show other rows."""
        if [row.unit_id for row in rows] != [row.unit_id for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if _shown(old) != _shown(new):
                self.dataChanged.emit(self.index(number), self.index(number))

    def current(self) -> int:
        """Give the number of the row that is on, -1 when none is."""
        return next((number for number, row in enumerate(self._rows) if row.place is Place.CURRENT), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's signature
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row_words(row)
        return None


def row_words(row: RunRow) -> str:
    """Say a row: when it was planned, what it is, when it is now."""
    places = {
        Place.CURRENT: _("{plan}, {title}, on now since {now}"),
        Place.SKIPPED: _("{plan}, {title}, skipped"),
        Place.LEFT_OUT: _("{plan}, {title}, left out"),
        Place.DONE: _("{plan}, {title}, done"),
    }
    words = places.get(row.place, _("{plan}, {title}, expected {now}"))
    return words.format(plan=row.planned_label, title=row.title, now=row.label)


def _shown(row: RunRow) -> tuple[object, ...]:
    return (row.title, row.place, row.planned_label, row.label, is_late(row))


def is_late(row: RunRow) -> bool:
    """Tell whether a row begins at least a minute behind its plan."""
    return row.late_s is not None and row.late_s >= LATE_S


class RunDelegate(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, self._look.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RunRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        current = row.place is Place.CURRENT
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            self._paint_ground(painter, rect, "accentsoft")
        elif option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_ground(painter, rect, "sel")
        role = "text" if current else "text3" if row.place in {Place.DONE, Place.LEFT_OUT} else "text2"
        weight = Weight.STRONG if current else Weight.REGULAR
        area = rect.adjusted(14, 0, -14, 0)
        now = QRect(area.right() - self._look.px(NOW_WIDTH), area.top(), self._look.px(NOW_WIDTH), area.height())
        title = area.adjusted(self._look.px(PLAN_WIDTH), 0, -self._look.px(NOW_WIDTH), 0)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        late = "warn" if is_late(row) else role
        words = _("skipped") if row.place is Place.SKIPPED else row.label
        self._text(painter, area, row.planned_label, (role, weight), left)
        self._text(painter, title, row.title, (role, weight), left)
        self._text(painter, now, words, (late, weight), right)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, role: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(role))
        painter.drawRoundedRect(QRectF(rect.adjusted(4, 1, -4, -1)), 8, 8)

    def _text(
        self, painter: QPainter, area: QRect, words: str, ink: tuple[str, Weight], where: Qt.AlignmentFlag
    ) -> None:
        role, weight = ink
        font = self._look.type(13, weight)
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        words = words.replace(" (+1)", "⁺¹")
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(where | Qt.AlignmentFlag.AlignVCenter), shown)


class RunList(QListView):
    """The rows as a list; Alt+Enter or a double click goes to a block, Delete skips it or brings it back.

    Enter alone is the next step, wherever the focus is: some clickers send it.

    Signals:
        jump_requested, skip_requested: unit id.
    """

    jump_requested = Signal(str)
    skip_requested = Signal(str)

    def __init__(self, look: Look, model: RunModel) -> None:
        super().__init__()
        self.setModel(model)
        self._run_model = model
        self.setItemDelegate(RunDelegate(look, self))
        self.setAccessibleName(_("Run of the day"))
        self.setAccessibleDescription(_("Alt+Enter goes to a block, Delete skips it or brings it back"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_rows(self, rows: tuple[RunRow, ...]) -> None:
        """Show the rows, the one that is on in sight."""
        before = self._run_model.current()
        self._run_model.set_rows(rows)
        now = self._run_model.current()
        if now != before and now >= 0:
            self.scrollTo(self._run_model.index(now), QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.skip_requested.emit(index.data(ROW_ROLE).unit_id)
            return
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if index.isValid() and alt and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_double_clicked(index)
            return
        super().keyPressEvent(event)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.jump_requested.emit(index.data(ROW_ROLE).unit_id)
