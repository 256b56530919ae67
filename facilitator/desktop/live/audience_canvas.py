"""Draws what the room sees. It knows nothing but an :class:`AudienceView`, which has no private field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.curriculum.unit import Kind, Slide
from facilitator.desktop.live.audience_look import (
    BACK_AT_SHARE,
    BREAK_COUNTDOWN_SHARE,
    DARK_ROOM,
    DIGITS_SHARE,
    MARGIN_SHARE,
    PROMPT_LEAST_SHARE,
    PROMPT_SHARE,
    TEXT_SHARE,
    TITLE_SHARE,
    AudienceLook,
)
from facilitator.desktop.slides.document import Ink, drawn, fitted
from facilitator.desktop.slides.painter import SlideLook, paint_slide
from facilitator.desktop.theme.fonts import FAMILY, font
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.kinds import KIND_ICONS
from facilitator.foundation.words import _
from facilitator.live.audience import AudienceView
from facilitator.live.phases import Phase
from facilitator.live.state import Screen

if TYPE_CHECKING:
    from facilitator.desktop.theme.look import Look

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class AudienceCanvas(QWidget):
    """Everything is sized by the height of the canvas, so that a thumbnail shows what the projector shows."""

    def __init__(self, look: Look, room: AudienceLook = DARK_ROOM) -> None:
        super().__init__()
        self._look = look
        self._room = room
        self._view = AudienceView()
        self._share: float | None = None
        self.setAccessibleName(_("What the room sees"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_view(self, view: AudienceView, share: float | None = None) -> None:
        """Show another moment; ``share`` is how much of the counted time has passed, None for no bar."""
        if (view, share) == (self._view, self._share):
            return
        self._view, self._share = view, share
        self.setAccessibleDescription(said(view))
        self.update()

    def view(self) -> AudienceView:
        """Give the moment that is shown."""
        return self._view

    def use(self, room: AudienceLook) -> None:
        """Change between the dark and the bright theme."""
        self._room = room
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), self._ground())
        if self._view.screen is Screen.SHOWN:
            self._paint_view(painter)
        painter.end()

    def _ground(self) -> QColor:
        blank = {Screen.BLACK: "#000000", Screen.WHITE: "#FFFFFF"}
        return QColor(blank.get(self._view.screen, self._room.background))

    def _paint_view(self, painter: QPainter) -> None:
        view = self._view
        if view.back_at:
            self._paint_break(painter)
        elif view.slide is not None:
            self._paint_slide(painter)
        elif view.body or view.countdown:
            self._paint_task(painter)
        else:
            self._paint_title(painter)
        self._paint_foot(painter)
        if view.message:
            self._paint_message(painter)

    def _h(self, share: float) -> float:
        return self.height() * share

    def _area(self) -> QRectF:
        """What is left inside the margins and above the foot."""
        side = min(self._h(MARGIN_SHARE), self.width() * 0.06)
        return QRectF(self.rect()).adjusted(side, self._h(0.08), -side, -self._h(0.17))

    def _font(self, share: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return font(self._h(share), weight, tabular=True)

    def _words(
        self, painter: QPainter, area: QRectF, words: str, ink: tuple[QFont, str], where: Qt.AlignmentFlag
    ) -> None:
        face, colour = ink
        painter.setFont(face)
        painter.setPen(QColor(colour))
        painter.drawText(area, int(where), words)

    def _paint_title(self, painter: QPainter) -> None:
        area = self._area()
        title = self._view.title or self._view.status_words
        ink = self._ink(TITLE_SHARE, QFont.Weight.Bold)
        made = fitted(
            title, ink, area.width(), area.height() * 0.6, smallest_px=self._h(PROMPT_LEAST_SHARE), centred=True
        )
        top = area.center().y() - made.size().height() / 2
        drawn(painter, made, area.left(), top)
        if self._view.status_words and self._view.title:
            below = QRectF(area.left(), top + made.size().height() + self._h(0.02), area.width(), self._h(0.08))
            self._words(painter, below, self._view.status_words, (self._font(0.05), self._room.quiet), CENTRE)

    def _paint_break(self, painter: QPainter) -> None:
        centre = self.rect().center()
        size = self._h(0.10)
        icon = self._look.pixmap_in(KIND_ICONS[Kind.BREAK], self._room.quiet, round(size))
        painter.drawPixmap(QPointF(centre.x() - size / 2, self._h(0.20)), icon)
        width = float(self.width())
        self._words(
            painter,
            QRectF(0, self._h(0.34), width, self._h(0.1)),
            self._view.title,
            (self._font(0.055), self._room.quiet),
            CENTRE,
        )
        face = self._font(BACK_AT_SHARE, QFont.Weight.Bold)
        while QFontMetricsF(face).horizontalAdvance(self._view.back_at) > width * 0.92 and face.pixelSize() > 8:
            face.setPixelSize(face.pixelSize() - max(1, face.pixelSize() // 20))
        self._words(
            painter,
            QRectF(0, self._h(0.44), width, self._h(0.22)),
            self._view.back_at,
            (face, self._room.text),
            CENTRE,
        )
        count = QRectF(0, self._h(0.68), width, self._h(0.12))
        self._words(
            painter, count, self._view.countdown, (self._font(BREAK_COUNTDOWN_SHARE), self._room.quiet), CENTRE
        )

    def _paint_slide(self, painter: QPainter) -> None:
        slide = self._view.slide
        if slide is None:
            return
        room = self._room
        look = SlideLook(QColor(room.background), QColor(room.text), QColor(room.quiet), QColor(room.accent), FAMILY)
        area = QRectF(0, 0, self.width(), self._h(0.885))
        paint_slide(painter, area, Slide(slide.title, slide.body, layout=slide.layout), look)

    def _paint_task(self, painter: QPainter) -> None:
        area = self._area()
        counted = bool(self._view.countdown)
        right = area.width() * 0.40 if counted else 0.0
        left = QRectF(
            area.left(), area.top(), area.width() - right - (self._h(0.05) if counted else 0), area.height()
        )
        self._paint_prompt(painter, left)
        if counted:
            self._paint_countdown(painter, QRectF(area.right() - right, area.top(), right, area.height()))

    def _paint_prompt(self, painter: QPainter, area: QRectF) -> None:
        heading = self._heading()
        ink = self._ink(PROMPT_SHARE, QFont.Weight.Bold)
        room = area.height() - (self._h(0.11) if heading else 0)
        least = self._h(PROMPT_LEAST_SHARE)
        text = self._view.body or self._view.title
        made = fitted(text, ink, area.width(), room, smallest_px=least)
        height = made.size().height() + (self._h(0.09) if heading else 0)
        top = area.top() + max(0.0, (area.height() - height) / 2)
        if heading:
            self._paint_heading(painter, QRectF(area.left(), top, area.width(), self._h(0.06)), heading)
            top += self._h(0.09)
        drawn(painter, made, area.left(), top)

    def _heading(self) -> str:
        parts = [self._view.grouping_line, self._view.title if self._view.body else ""]
        return " · ".join(part for part in parts if part)

    def _paint_heading(self, painter: QPainter, area: QRectF, words: str) -> None:
        left = area.left()
        if self._view.grouping_line:
            size = round(self._h(0.045))
            painter.drawPixmap(
                QPointF(left, area.center().y() - size / 2),
                self._look.pixmap_in(IconName.PEOPLE, self._room.accent, size),
            )
            left += size * 1.4
        face = self._font(TEXT_SHARE, QFont.Weight.DemiBold)
        shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, area.right() - left)
        self._words(
            painter,
            QRectF(left, area.top(), area.right() - left, area.height()),
            shown,
            (face, self._room.accent),
            LEFT,
        )

    def _paint_countdown(self, painter: QPainter, area: QRectF) -> None:
        box = QRectF(area.left(), area.center().y() - self._h(0.2), area.width(), self._h(0.32))
        if self._view.times_up:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._room.time_up))
            painter.drawRoundedRect(box, self._h(0.03), self._h(0.03))
            face = self._fitting(self._view.times_up_words, 0.11, box.width() * 0.86)
            self._words(painter, box, self._view.times_up_words, (face, self._room.on_time_up), CENTRE)
            return
        face = self._fitting("0" * len(self._view.countdown.replace(":", "")) + ":", DIGITS_SHARE, box.width())
        self._words(painter, box, self._view.countdown, (face, self._room.phase_colour(self._view.phase)), RIGHT)
        below = QRectF(area.left(), box.bottom(), area.width(), self._h(0.07))
        self._words(painter, below, self._under_countdown(), (self._font(TEXT_SHARE), self._room.quiet), RIGHT)

    def _fitting(self, words: str, share: float, width: float) -> QFont:
        """Give the font for a text in a fixed box; digits keep their size while they count."""
        face = self._font(share, QFont.Weight.Bold)
        wide = QFontMetricsF(face).horizontalAdvance(words)
        if wide > width:
            face.setPixelSize(max(1, int(face.pixelSize() * width / wide)))
        return face

    def _under_countdown(self) -> str:
        if self._view.is_paused:
            return _("Paused")
        warns = {Phase.WARNING: _("nearly over"), Phase.DANGER: _("last moments")}
        parts = [self._view.round_label, warns.get(self._view.phase, "")]
        return " · ".join(part for part in parts if part)

    def _paint_foot(self, painter: QPainter) -> None:
        side = min(self._h(MARGIN_SHARE), self.width() * 0.06)
        line = QRectF(side, self._h(0.89), self.width() - 2 * side, self._h(0.07))
        if self._share is not None and not self._view.back_at and self._view.countdown and self._view.slide is None:
            self._paint_bar(painter, QRectF(line.left(), self._h(0.855), line.width(), self._h(0.016)))
        face = self._font(TEXT_SHARE)
        clock = QFontMetricsF(face).horizontalAdvance("00:00") + self._h(0.02)
        room = QRectF(line.left(), line.top(), line.width() - clock - self._h(0.02), line.height())
        shown = QFontMetricsF(face).elidedText(self._foot_words(), Qt.TextElideMode.ElideRight, room.width())
        self._words(painter, room, shown, (face, self._room.quiet), LEFT)
        self._words(painter, line, self._view.clock, (face, self._room.quiet), RIGHT)

    def _foot_words(self) -> str:
        paused = self._view.status_words if self._view.is_paused and not self._view.countdown else ""
        return " · ".join(part for part in (paused, self._view.next_line) if part)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        thick = self._view.phase is Phase.DANGER
        if thick:
            bar.adjust(0, -self._h(0.010), 0, self._h(0.004))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._room.track))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        filled = QRectF(bar)
        filled.setWidth(bar.width() * min(1.0, max(0.0, self._share or 0.0)))
        if filled.width() > bar.height():
            plain = self._view.phase in {Phase.NORMAL, Phase.NONE}
            painter.setBrush(QColor(self._room.accent if plain else self._room.phase_colour(self._view.phase)))
            painter.drawRoundedRect(filled, bar.height() / 2, bar.height() / 2)

    def _paint_message(self, painter: QPainter) -> None:
        band = QRectF(0, 0, self.width(), self._h(0.15))
        painter.fillRect(band, QColor(self._room.time_up))
        face = self._fitting(self._view.message, 0.07, band.width() * 0.9)
        self._words(painter, band, self._view.message, (face, self._room.on_time_up), CENTRE)

    def _ink(self, share: float, weight: QFont.Weight) -> Ink:
        room = self._room
        return Ink(FAMILY, self._h(share), QColor(room.text), QColor(room.accent), QColor(room.quiet), weight, 0.35)


def said(view: AudienceView) -> str:
    """Say what is on the screen, for a screen reader at the console."""
    if view.screen is not Screen.SHOWN:
        return _("Black") if view.screen is Screen.BLACK else _("White")
    parts = (view.title, *view.prompt_lines, view.grouping_line, view.countdown, view.times_up_words, view.back_at)
    return ". ".join(part for part in (*parts, view.next_line, view.message) if part)
