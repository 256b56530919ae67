"""The library beside the agenda: cards to drag, or to add with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.desktop.agenda.day_model import UNIT_MIME, unit_mime
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.theme.look import Look, Weight
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.desktop.agenda.unit_cards import UnitCard

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class UnitListModel(QAbstractListModel):
    """The units that passed search and filters."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[UnitCard, ...] = ()

    @property
    def cards(self) -> tuple[UnitCard, ...]:
        """The cards as shown."""
        return self._cards

    def set_cards(self, cards: tuple[UnitCard, ...]) -> None:
        """Show other cards; where only their marks differ, selection and scrolling stay."""
        if [card.unit_id for card in cards] == [card.unit_id for card in self._cards] and cards:
            self._cards = cards
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's signature
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            used = _("already in the agenda") if card.used else ""
            return ", ".join(part for part in (card.unit_id, card.title, card.lengths, card.audiences, used) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [UNIT_MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]  # stubs want a Sequence
        return unit_mime(tuple(self._cards[index.row()].unit_id for index in indexes))


class UnitDelegate(QStyledItemDelegate):
    """Draws the cards."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        card: UnitCard = index.data(CARD_ROLE)
        width = self._view.viewport().width()
        lines = len(self._title_lines(card, width - 2 * self._look.px(14) - self._look.px(32)))
        return QSize(width, self._look.px(44) + lines * self._look.px(18) + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: UnitCard = index.data(CARD_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(rect.adjusted(1, 1, -1, -9))
        self._paint_frame(painter, frame, state, used=card.used)
        self._paint_words(painter, frame.toRect(), card)
        painter.restore()

    def _paint_frame(self, painter: QPainter, frame: QRectF, state: QStyle.StateFlag, *, used: bool) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = "sel" if chosen else "sunk" if used or hovered else "surface"
        painter.setBrush(self._look.colour(ground))
        painter.setPen(QPen(self._look.colour("accent" if chosen else "line"), 1.5 if chosen else 1))
        painter.drawRoundedRect(frame, 10, 10)

    def _paint_words(self, painter: QPainter, frame: QRect, card: UnitCard) -> None:
        pad, line = self._look.px(12), self._look.px(18)
        left = frame.left() + pad
        role = "text3" if card.used else "text"
        painter.setFont(self._look.type(11, Weight.STRONG))
        painter.setPen(self._look.colour("text3"))
        painter.drawText(QRect(left, frame.top() + pad, 40, line), Qt.AlignmentFlag.AlignVCenter, card.unit_id)
        left += self._look.px(32)
        painter.setFont(self._look.type(13, Weight.STRONG))
        painter.setPen(self._look.colour(role))
        top = frame.top() + pad
        for words in self._title_lines(card, frame.width() - 2 * pad - self._look.px(32)):
            painter.drawText(QRect(left, top, frame.right() - left, line), Qt.AlignmentFlag.AlignVCenter, words)
            top += line
        below = " · ".join(part for part in (card.lengths, card.audiences) if part)
        font = self._look.type(12)
        painter.setFont(font)
        painter.setPen(self._look.colour("text3" if card.used else "text2"))
        width = frame.right() - pad - left - (self._look.px(20) if card.used else 0)
        shown = QFontMetrics(font).elidedText(below, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top + 2, width, line), Qt.AlignmentFlag.AlignVCenter, shown)
        if card.used:
            ratio = painter.device().devicePixelRatioF()
            tick = self._look.pixmap(IconName.CHECK, "text3", 16, ratio)
            painter.drawPixmap(frame.right() - pad - self._look.px(14), top + 3, tick)

    def _title_lines(self, card: UnitCard, width: int) -> list[str]:
        """Break the title into at most two lines, the second cut short where it must be."""
        font = self._look.type(13, Weight.STRONG)
        layout = QTextLayout(card.title, font)
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(width)
        cut = first.textLength()
        layout.endLayout()
        if cut >= len(card.title):
            return [card.title]
        rest = QFontMetrics(font).elidedText(card.title[cut:].strip(), Qt.TextElideMode.ElideRight, width)
        return [card.title[:cut].strip(), rest]


class UnitList(QListView):
    """The cards as a list; Enter or a double click adds the current one.

    Signals:
        add_requested: unit id.
        shown: unit id of the current card, to be looked at.
    """

    add_requested = Signal(str)
    shown = Signal(str)

    def __init__(self, look: Look, model: UnitListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(UnitDelegate(look, self))
        self.setObjectName("units")
        self.setAccessibleName(_("Units of the library"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.add_requested.emit(self.currentIndex().data(CARD_ROLE).unit_id)
            return
        super().keyPressEvent(event)
        self._on_clicked(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # titles may need another number of lines

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.shown.emit(index.data(CARD_ROLE).unit_id)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.add_requested.emit(index.data(CARD_ROLE).unit_id)
