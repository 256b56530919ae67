"""The command palette: do anything by typing its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import tooltip_of
from facilitator.desktop.widgets.fields import SearchField
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from PySide6.QtGui import QAction

    from facilitator.desktop.theme.look import Look

WIDTH, ROWS = 560, 9
KEY_ROLE, ICON_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_HANDED_ON = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class ActionModel(QAbstractListModel):
    """Actions whose words fit what was typed, the best fit first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[QAction, ...] = ()
        self._shown: list[QAction] = []

    def take(self, actions: Sequence[QAction]) -> None:
        """Hold these actions; those that cannot be used now are left out."""
        self._all = tuple(action for action in actions if action.isEnabled() and action.text())
        self.seek("")

    def seek(self, text: str) -> None:
        """Show the actions that hold every word of the text, those whose own words begin with it first."""
        words = text.casefold().split()
        ranked = [
            (not action.text().casefold().startswith(text.casefold().strip()), at, action)
            for at, action in enumerate(self._all)
            if all(word in f"{action.text()} {action.toolTip()}".casefold() for word in words)
        ]
        self.beginResetModel()
        self._shown = [action for _rank, _at, action in sorted(ranked, key=lambda entry: entry[:2])]
        self.endResetModel()

    def action_at(self, row: int) -> QAction | None:
        """Give an action that is shown."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Count the actions that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Give an action's words with its key, its icon and its tooltip."""
        action = self.action_at(index.row())
        if action is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return action.text()
        if role == KEY_ROLE:
            return action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        if role == ICON_ROLE:
            return action.data()
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return tooltip_of(action)
        return None


class _KeyDelegate(QStyledItemDelegate):
    """A row: icon, words, and the key at the right."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give every row the height of a line and some air."""
        return QSize(super().sizeHint(option, index).width(), self._look.px(36))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        look, place = self._look, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("sel"))
            painter.drawRoundedRect(place, 8, 8)
        icon = index.data(ICON_ROLE)
        side = look.px(16)
        if icon:
            ratio = painter.device().devicePixelRatio()
            top = place.center().y() - side / 2
            painter.drawPixmap(QPointF(place.x() + 12, top), look.pixmap(IconName(icon), "text2", 16, ratio))
        inside = place.adjusted(24 + side, 0, -12, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.type())
        painter.setPen(look.colour("text"))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, index.data())
        painter.setFont(look.type(12))
        painter.setPen(look.colour("text2"))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, index.data(KEY_ROLE))
        painter.restore()


class CommandPalette(QFrame):
    """A box over the window with a field and the actions that fit; Enter does one, Escape closes it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._over = parent
        self.setProperty("surface", "card")
        self.setAccessibleName(_("Find an action"))
        self._field = SearchField(look, _("What do you want to do?"))
        self._model = ActionModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setAccessibleName(_("Actions that fit"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_KeyDelegate(look, self))
        self._nothing = Label(_("No action has these words."), TextRole.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing)
        self._field.textChanged.connect(self._on_typed)
        self._field.installEventFilter(self)
        self._list.clicked.connect(self._do)
        self.hide()

    def open_with(self, actions: Sequence[QAction]) -> None:
        """Show the box over its parent and wait for words."""
        self._model.take(actions)
        self._field.clear()
        self._on_typed("")
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrow keys walk the list, Enter do, Escape and leaving close."""
        if watched is self._field and self.isVisible():
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._on_key(event)
            if event.type() == QEvent.Type.FocusOut:
                self.hide()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._do(self._list.currentIndex())
        elif key in _HANDED_ON:
            self._walk(1 if key in {Qt.Key.Key_Down, Qt.Key.Key_PageDown} else -1)
        else:
            return False
        return True

    def _walk(self, step: int) -> None:
        row = min(max(self._list.currentIndex().row() + step, 0), self._model.rowCount() - 1)
        self._list.setCurrentIndex(self._model.index(row))

    def _on_typed(self, text: str) -> None:
        self._model.seek(text)
        self._list.setCurrentIndex(self._model.index(0))
        self._list.setVisible(self._model.rowCount() > 0)
        self._nothing.setVisible(self._model.rowCount() == 0)

    def _do(self, index: QModelIndex) -> None:
        action = self._model.action_at(index.row())
        if action is not None:
            self.hide()
            self._over.setFocus()
            action.trigger()

    def _place(self) -> None:
        over = self._over.rect()
        width = min(self._look.px(WIDTH), over.width() - 48)
        height = min(self._look.px(36) * (ROWS + 2), over.height() - 96)
        self.setGeometry((over.width() - width) // 2, 64, width, height)
