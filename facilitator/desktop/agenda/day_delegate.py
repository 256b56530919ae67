"""Draws the rows of the day and puts editors into them."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.agenda.model import Block, Strand
from facilitator.curriculum.unit import PAUSE_KINDS, Kind
from facilitator.desktop.agenda.day_geometry import RowGeometry, row_height
from facilitator.desktop.agenda.day_model import ROW_ROLE, DayModel, Field
from facilitator.desktop.agenda.phrases import gap_sentence, overlap_sentence
from facilitator.desktop.agenda.rows import Row, RowKind
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.theme.look import Look, Weight
from facilitator.desktop.widgets.kinds import KIND_ICONS
from facilitator.foundation.minutes import clock_label, span_label
from facilitator.foundation.words import _

Index = QModelIndex | QPersistentModelIndex
CHIP_RADIUS = 12


@dataclass(frozen=True, slots=True)
class Tag:
    """A chip at the right end of a row."""

    text: str
    role: str
    soft: str
    icon: IconName | None = None


@dataclass(slots=True)
class UnitLines:
    """What stands below a unit's title, by block id; filled by the place."""

    lines: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)


class DayDelegate(QStyledItemDelegate):
    """Draws with the look's colours; minutes and titles are edited in place."""

    def __init__(self, look: Look, lines: UnitLines, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, row_height(index.data(ROW_ROLE), self._scale()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = RowGeometry(rect, self._scale(), row.depth)
        if row.kind in {RowKind.GAP, RowKind.OVERLAP}:
            self._paint_between(painter, box, row)
        else:
            self._paint_ground(painter, box, state)
            self._paint_item(painter, box, row, selected=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _scale(self) -> float:
        return self._look.text_percent / 100

    def _paint_ground(self, painter: QPainter, box: RowGeometry, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._look.colour("sel"))
            focused = state & QStyle.StateFlag.State_HasFocus or state & QStyle.StateFlag.State_Active
            painter.setPen(QPen(self._look.colour("accent" if focused else "line"), 1.5))
            painter.drawRoundedRect(QRectF(box.frame), 10, 10)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._look.colour("sunk"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(box.frame), 10, 10)

    def _paint_item(self, painter: QPainter, box: RowGeometry, row: Row, *, selected: bool) -> None:
        quiet = row.block is not None and not row.block.unit_id
        if row.start >= 0:  # what is parked has no time
            self._text(painter, box.time, clock_label(row.start), 14, "text", Weight.STRONG)
        self._paint_minutes(painter, box, row, selected=selected)
        kind = self._kind(row)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(kind.value))
        painter.drawRoundedRect(QRectF(box.stripe), 2, 2)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(box.icon.topLeft(), self._look.pixmap(KIND_ICONS[kind], kind.value, 18, ratio))
        free = self._paint_tags(painter, box, row)
        title = QRect(box.title.topLeft(), box.title.size())
        title.setRight(free - 8)
        self._paint_title(painter, title, row, quiet=quiet)

    def _kind(self, row: Row) -> Kind:
        if row.block is None:
            return Kind.UNIT if row.kind is RowKind.SECTION else Kind.DISCUSSION
        return self._lines.kinds.get(row.id, row.block.kind)

    def _paint_minutes(self, painter: QPainter, box: RowGeometry, row: Row, *, selected: bool) -> None:
        if selected and row.block is not None:
            height = self._look.px(26)
            frame = QRectF(box.minutes.left() - 8, box.minutes.center().y() - height / 2, box.minutes.width(), height)
            painter.setBrush(self._look.colour("surface"))
            painter.setPen(QPen(self._look.colour("accent"), 1))
            painter.drawRoundedRect(frame, 6, 6)
        role = "text" if selected else "text2"
        self._text(painter, box.minutes, span_label(row.minutes), 13, role, Weight.REGULAR)

    def _paint_title(self, painter: QPainter, rect: QRect, row: Row, *, quiet: bool) -> None:
        weight = Weight.REGULAR if quiet else Weight.STRONG
        role = "text2" if quiet else "text"
        line = self._second_line(row)
        if not line:
            self._text(painter, rect, row.title, 13, role, weight)
            return
        middle = rect.center().y()
        upper = QRect(rect.left(), middle - self._look.px(20), rect.width(), self._look.px(20))
        lower = QRect(rect.left(), middle + 1, rect.width(), self._look.px(18))
        self._text(painter, upper, row.title, 13, role, weight)
        self._text(painter, lower, line, 12, "text3", Weight.REGULAR)

    def _second_line(self, row: Row) -> str:
        if isinstance(row.container, Strand):
            return ""
        return self._lines.lines.get(row.id, "")

    def _paint_tags(self, painter: QPainter, box: RowGeometry, row: Row) -> int:
        right = box.rect.right() - 16
        for tag in tags_of(row):
            width = self._chip_width(tag)
            self._paint_chip(painter, QRectF(right - width, box.rect.center().y() - 12, width, 24), tag)
            right -= width + 8
        return right

    def _chip_width(self, tag: Tag) -> int:
        metrics = QFontMetrics(self._look.type(12, Weight.MEDIUM))
        return metrics.horizontalAdvance(tag.text) + 20 + (18 if tag.icon else 0)

    def _paint_chip(self, painter: QPainter, frame: QRectF, tag: Tag) -> None:
        painter.setBrush(self._look.colour(tag.soft))
        painter.setPen(QPen(self._look.colour("line"), 1) if tag.soft == "sunk" else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(frame, CHIP_RADIUS, CHIP_RADIUS)
        text = frame.adjusted(10, 0, -8, 0)
        if tag.icon:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(
                QPointF(text.left(), frame.center().y() - 7), self._look.pixmap(tag.icon, tag.role, 14, ratio)
            )
            text.adjust(18, 0, 0, 0)
        self._text(painter, text.toRect(), tag.text, 12, tag.role, Weight.MEDIUM)

    def _paint_between(self, painter: QPainter, box: RowGeometry, row: Row) -> None:
        gap = row.kind is RowKind.GAP
        words = gap_sentence(row.minutes) if gap else overlap_sentence(row.minutes, row.other)
        role = "text2" if gap else "err"
        if gap:
            self._text(painter, box.time, clock_label(row.start), 12, "text3", Weight.REGULAR)
        area = QRect(
            box.minutes.left() - 8,
            box.rect.top(),
            box.rect.right() - PADDING_RIGHT - box.minutes.left(),
            box.rect.height(),
        )
        font = self._look.type(12, Weight.REGULAR if gap else Weight.MEDIUM)
        width = QFontMetrics(font).horizontalAdvance(words) + 24
        middle = box.rect.center().y()
        painter.setPen(QPen(self._look.colour("line" if gap else "err"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(area.left(), middle, area.center().x() - width // 2, middle)
        painter.drawLine(area.center().x() + width // 2, middle, area.right(), middle)
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def _text(self, painter: QPainter, rect: QRect, words: str, size: int, role: str, weight: Weight) -> None:
        font = self._look.type(size, weight)
        painter.setFont(font)
        painter.setPen(QColor(self._look.colour(role)))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        model = index.model()
        minutes = isinstance(model, DayModel) and model.field is Field.MINUTES
        editor.setObjectName("inPlace")
        editor.setAccessibleName(_("Minutes") if minutes else _("Title"))
        editor.setMaxLength(12 if minutes else 200)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        row: Row = index.data(ROW_ROLE)
        box = RowGeometry(rect, self._scale(), row.depth)
        model = index.model()
        minutes = isinstance(model, DayModel) and model.field is Field.MINUTES
        area = box.minutes.adjusted(-12, 0, 0, 0) if minutes else box.title.adjusted(-10, 0, 0, 0)
        height = self._look.px(30)
        editor.setGeometry(QRect(area.left(), area.center().y() - height // 2, area.width(), height))


PADDING_RIGHT = 16


def tags_of(row: Row) -> tuple[Tag, ...]:
    """Give the chips of a row, from the right: who leads, pin, priority."""
    block = row.block
    tags: list[Tag] = []
    lead = block.lead if block else row.container.lead if isinstance(row.container, Strand) else ""
    if lead:
        tags.append(Tag(lead, "text2", "sunk"))
    pin = block.pin if block else getattr(row.container, "pin", None)
    if pin is not None:
        tags.append(Tag(clock_label(pin), "accent", "accentsoft", IconName.PIN))
    if isinstance(block, Block) and block.hidden and block.kind not in PAUSE_KINDS:
        tags.append(Tag(_("hidden"), "text3", "sunk"))
    return tuple(tags)
