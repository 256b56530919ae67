"""Draws what the room sees. It knows nothing but an :class:`AudienceView`, which has no private field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.curriculum.unit import Kind, Slide
from facilitator.desktop.live.audience_look import (
    BACK_AT_SHARE,
    BREAK_COUNTDOWN_SHARE,
    DARK_ROOM,
    MESSAGE_LEAST_SHARE,
    MESSAGE_SHARE,
    PROMPT_LEAST_SHARE,
    TEXT_SHARE,
    TITLE_SHARE,
    AudienceLook,
)
from facilitator.desktop.live.audience_pen import CENTRE, RIGHT, SLIDE_SHARE, Canvas, Pen, narrowed
from facilitator.desktop.live.audience_task import paint_task, set_prompt
from facilitator.desktop.slides.document import drawn, fitted
from facilitator.desktop.slides.painter import paint_slide, slide_pages
from facilitator.desktop.widgets.kinds import KIND_ICONS
from facilitator.foundation.words import _
from facilitator.live.audience import AudienceView
from facilitator.live.phases import Phase
from facilitator.live.state import Screen

if TYPE_CHECKING:
    from facilitator.curriculum.text import Text
    from facilitator.desktop.slides.pictures import Pictures
    from facilitator.desktop.theme.look import Look

_DIGIT = re.compile(r"\d")


class AudienceCanvas(QWidget):
    """Everything is sized by the height of the canvas, so that a thumbnail shows what the projector shows."""

    def __init__(self, look: Look, room: AudienceLook = DARK_ROOM, pictures: Pictures | None = None) -> None:
        super().__init__()
        self._look = look
        self._room = room
        self._pictures = pictures
        self._view = AudienceView()
        self._share: float | None = None
        self._page = 0
        self._digits = ""
        self.setAccessibleName(_("What the room sees"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_view(self, view: AudienceView, share: float | None = None) -> None:
        """Show another moment; ``share`` is how much of the counted time has passed, None for no bar."""
        share = None if share is None else round(share, 3)  # a bar has no more pixels
        if (view, share) == (self._view, self._share):
            return
        digits = _DIGIT.sub("0", view.countdown)
        if shown_text(view) == shown_text(self._view):
            # From 10:00 to 9:59 nothing moves
            digits = max(digits, self._digits, key=len) if digits else ""
        else:
            self._page = 0
        self._view, self._share, self._digits = view, share, digits
        self.setAccessibleDescription(said(view))
        self.update()

    def view(self) -> AudienceView:
        """Give the moment that is shown."""
        return self._view

    def page(self) -> int:
        """Give the page of a long task that is shown, from 0."""
        return min(self._page, self.page_count() - 1)

    def page_count(self) -> int:
        """Give how many pages the task or slide has here; 1 unless it does not fit at the smallest size."""
        view = self._view
        if view.screen is not Screen.SHOWN or view.back_at:
            return 1
        if view.slide is not None:
            return slide_pages(self._slide(), self._canvas().slide_look())
        return len(set_prompt(self._canvas(), view, self._digits).pages) if view.body else 1

    def show_page(self, page: int) -> None:
        """Show another page of a long task."""
        if page != self._page:
            self._page = page
            self.update()

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
            self._paint_view(Pen(painter, self._canvas()))
        painter.end()

    def _canvas(self) -> Canvas:
        return Canvas(self._look, self._room, float(self.width()), float(self.height()), self._pictures)

    def _ground(self) -> QColor:
        blank = {Screen.BLACK: "#000000", Screen.WHITE: "#FFFFFF"}
        return QColor(blank.get(self._view.screen, self._room.background))

    def _paint_view(self, pen: Pen) -> None:
        view = self._view
        if view.back_at:
            self._paint_break(pen)
        elif view.slide is not None:
            area = QRectF(0, 0, self.width(), pen.canvas.h(SLIDE_SHARE))
            paint_slide(pen.painter, area, self._slide(), pen.canvas.slide_look(), self._page)
        elif view.body or view.countdown:
            paint_task(pen, view, self._page, self._digits)
        else:
            self._paint_title(pen)
        self._paint_foot(pen)
        if view.message:
            self._paint_message(pen)

    def _slide(self) -> Slide:
        slide = self._view.slide
        return Slide("", ()) if slide is None else Slide(slide.title, slide.body, layout=slide.layout)

    def _paint_title(self, pen: Pen) -> None:
        canvas, view = pen.canvas, self._view
        area = canvas.area()
        least = canvas.h(PROMPT_LEAST_SHARE)
        made = fitted(
            view.title or view.status_words,
            canvas.ink(TITLE_SHARE, QFont.Weight.Bold),
            area.width(),
            area.height() * 0.6,
            smallest_px=least,
            centred=True,
        )
        top = area.center().y() - made.size().height() / 2
        drawn(pen.painter, made, area.left(), top)
        if view.status_words and view.title:
            below = QRectF(area.left(), top + made.size().height() + canvas.h(0.02), area.width(), canvas.h(0.08))
            pen.words(below, view.status_words, (canvas.font(0.05), self._room.quiet), CENTRE)

    def _paint_break(self, pen: Pen) -> None:
        canvas, view, width = pen.canvas, self._view, float(self.width())
        size = canvas.h(0.10)
        if not view.message:
            pen.icon(KIND_ICONS[Kind.BREAK], QPointF((width - size) / 2, canvas.h(0.20)), size, self._room.quiet)
        title = narrowed(canvas.font(0.055), view.title, width * 0.92)
        pen.words(QRectF(0, canvas.h(0.34), width, canvas.h(0.1)), view.title, (title, self._room.quiet), CENTRE)
        face = narrowed(canvas.font(BACK_AT_SHARE, QFont.Weight.Bold), view.back_at, width * 0.92)
        pen.words(QRectF(0, canvas.h(0.44), width, canvas.h(0.22)), view.back_at, (face, self._room.text), CENTRE)
        count = QRectF(0, canvas.h(0.68), width, canvas.h(0.12))
        words = f"{view.countdown} · {_('Paused')}" if view.is_paused else view.countdown
        pen.words(count, words, (canvas.font(BREAK_COUNTDOWN_SHARE), self._room.quiet), CENTRE)

    def _paint_foot(self, pen: Pen) -> None:
        canvas, side = pen.canvas, pen.canvas.side()
        line = QRectF(side, canvas.h(0.89), self.width() - 2 * side, canvas.h(0.07))
        if self._share is not None and not self._view.back_at and self._view.countdown and self._view.slide is None:
            self._paint_bar(pen, QRectF(line.left(), canvas.h(0.855), line.width(), canvas.h(0.016)))
        face = canvas.font(TEXT_SHARE)
        clock = QFontMetricsF(face).horizontalAdvance("00:00") + canvas.h(0.04)
        pen.elided(line.adjusted(0, 0, -clock, 0), self._foot_words(), (face, self._room.quiet))
        pen.words(line, self._view.clock, (face, self._room.quiet), RIGHT)

    def _foot_words(self) -> str:
        paused = self._view.status_words if self._view.is_paused and not self._view.countdown else ""
        count = self.page_count()
        page = _("Page {n} of {m}").format(n=self.page() + 1, m=count) if count > 1 else ""
        return " · ".join(part for part in (page, paused, self._view.next_line) if part)

    def _paint_bar(self, pen: Pen, bar: QRectF) -> None:
        canvas, phase = pen.canvas, self._view.phase
        if phase is Phase.DANGER:
            bar.adjust(0, -canvas.h(0.010), 0, canvas.h(0.004))
        pen.block(bar, self._room.track, bar.height() / 2)
        filled = QRectF(bar)
        filled.setWidth(bar.width() * min(1.0, max(0.0, self._share or 0.0)))
        if filled.width() > bar.height():
            plain = phase in {Phase.NORMAL, Phase.NONE}
            colour = self._room.accent if plain else self._room.phase_colour(phase)
            pen.block(filled, colour, bar.height() / 2)

    def _paint_message(self, pen: Pen) -> None:
        canvas = pen.canvas
        ink = canvas.ink(MESSAGE_SHARE, QFont.Weight.Bold, self._room.on_time_up)
        width, least = self.width() * 0.9, canvas.h(MESSAGE_LEAST_SHARE)
        made = fitted(self._view.message, ink, width, canvas.h(0.2), smallest_px=least, centred=True)
        height = max(canvas.h(0.15), made.size().height() + canvas.h(0.04))
        pen.block(QRectF(0, 0, self.width(), height), self._room.time_up)
        drawn(pen.painter, made, self.width() * 0.05, (height - made.size().height()) / 2)


def shown_text(view: AudienceView) -> tuple[str, Text, object]:
    """Give what the room reads, which stays the same while the time runs."""
    return (view.title, view.body, view.slide)


def said(view: AudienceView) -> str:
    """Say what is on the screen, for a screen reader at the console."""
    if view.screen is not Screen.SHOWN:
        return _("Black") if view.screen is Screen.BLACK else _("White")
    parts = (view.title, *view.prompt_lines, view.grouping_line, view.countdown, view.times_up_words, view.back_at)
    return ". ".join(part for part in (*parts, view.next_line, view.message) if part)
