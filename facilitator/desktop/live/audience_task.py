"""The task of the room: what to do at the left, how long still at the right, or below on a narrow screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument

from facilitator.desktop.live.audience_look import (
    DIGITS_LEAST_SHARE,
    DIGITS_SHARE,
    PROMPT_LEAST_SHARE,
    PROMPT_SHARE,
    TEXT_SHARE,
)
from facilitator.desktop.live.audience_pen import CENTRE, RIGHT, Canvas, Pen, narrowed
from facilitator.desktop.slides.document import fitted
from facilitator.desktop.slides.pages import Page, draw_page, pages_of
from facilitator.desktop.theme.icons import IconName
from facilitator.foundation.words import _
from facilitator.live.phases import Phase

if TYPE_CHECKING:
    from facilitator.live.audience import AudienceView

HEADING_SHARE = 0.09
WIDEST_SHARE = 0.48  # of the width, for the digits to stand beside the task


@dataclass(frozen=True, slots=True)
class TaskPlaces:
    """Where the task and its countdown go, and the font of the digits; no countdown, no place."""

    prompt: QRectF
    countdown: QRectF | None
    digits: QFont


def task_places(canvas: Canvas, digits: str) -> TaskPlaces:
    """Place a task beside a countdown of so many ``digits``, such as ``00:00``, ``""`` for none.

    Digits that would leave too little room beside them stand under the task: they are never made smaller than a
    quarter of the height unless the screen is too narrow for them alone.
    """
    area = canvas.area()
    face = canvas.font(DIGITS_SHARE, QFont.Weight.Bold)
    if not digits:
        return TaskPlaces(area, None, face)
    widest = area.width() * WIDEST_SHARE
    if QFontMetricsF(canvas.font(DIGITS_LEAST_SHARE, QFont.Weight.Bold)).horizontalAdvance(digits) > widest:
        below = canvas.h(0.34)
        prompt = QRectF(area.left(), area.top() - canvas.h(0.03), area.width(), area.height() - below)
        under = QRectF(area.left(), area.bottom() - below, area.width(), below)
        return TaskPlaces(prompt, under, narrowed(face, digits, area.width()))
    face = narrowed(face, digits, widest)
    width = QFontMetricsF(face).horizontalAdvance(digits) + canvas.h(0.005)
    prompt = QRectF(area.left(), area.top(), area.width() - width - canvas.h(0.05), area.height())
    height = canvas.h(0.40)
    beside = QRectF(area.right() - width, area.center().y() - height / 2, width, height)
    return TaskPlaces(prompt, beside, face)


@dataclass(frozen=True, slots=True)
class SetPrompt:
    """The task as it is set: as large as fits, cut into pages where it does not fit at the smallest size."""

    made: QTextDocument
    pages: tuple[Page, ...]


def set_prompt(canvas: Canvas, view: AudienceView, digits: str) -> SetPrompt:
    """Set the task of a moment for a canvas."""
    area = task_places(canvas, digits).prompt
    room = area.height() - (canvas.h(HEADING_SHARE) if heading(view) else 0)
    ink = canvas.ink(PROMPT_SHARE, QFont.Weight.Bold)
    made = fitted(view.body or view.title, ink, area.width(), room, smallest_px=canvas.h(PROMPT_LEAST_SHARE))
    return SetPrompt(made, pages_of(made, room))


def heading(view: AudienceView) -> str:
    """Give the line above the task: how people work, and what it is called."""
    parts = [view.grouping_line, view.title if view.body else ""]
    return " · ".join(part for part in parts if part)


def paint_task(pen: Pen, view: AudienceView, page: int, digits: str) -> None:
    """Draw a task, at a page of it, and its countdown."""
    places = task_places(pen.canvas, digits)
    prompt = set_prompt(pen.canvas, view, digits)
    _paint_prompt(pen, view, places.prompt, prompt, page)
    if places.countdown is not None:
        _paint_countdown(pen, view, places)


def _paint_prompt(pen: Pen, view: AudienceView, area: QRectF, prompt: SetPrompt, page: int) -> None:
    shown = prompt.pages[min(page, len(prompt.pages) - 1)]
    above = pen.canvas.h(HEADING_SHARE) if heading(view) else 0.0
    # All pages begin at the same height
    height = max(one.height for one in prompt.pages) + above
    top = area.top() + max(0.0, (area.height() - height) / 2)
    if above:
        _paint_heading(pen, view, QRectF(area.left(), top, area.width(), pen.canvas.h(0.06)))
    draw_page(pen.painter, prompt.made, shown, area.left(), top + above)


def _paint_heading(pen: Pen, view: AudienceView, area: QRectF) -> None:
    canvas = pen.canvas
    if view.grouping_line:
        size = canvas.h(0.045)
        pen.icon(IconName.PEOPLE, QPointF(area.left(), area.center().y() - size / 2), size, canvas.room.accent)
        area = area.adjusted(size * 1.4, 0, 0, 0)
    words = heading(view)
    pen.elided(
        area, f"{words[:1].upper()}{words[1:]}", (canvas.font(TEXT_SHARE, QFont.Weight.DemiBold), canvas.room.accent)
    )


def _paint_countdown(pen: Pen, view: AudienceView, places: TaskPlaces) -> None:
    canvas, area = pen.canvas, places.countdown
    if area is None:
        return
    box = QRectF(area.left(), area.top(), area.width(), area.height() - canvas.h(0.07))
    if view.times_up:
        pen.block(box, canvas.room.time_up, canvas.h(0.03))
        face = narrowed(canvas.font(0.11, QFont.Weight.Bold), view.times_up_words, box.width() * 0.86)
        pen.words(box, view.times_up_words, (face, canvas.room.on_time_up), CENTRE)
        return
    pen.words(box, view.countdown, (places.digits, canvas.room.phase_colour(view.phase)), RIGHT)
    below = QRectF(area.left() - canvas.h(0.1), box.bottom(), area.width() + canvas.h(0.1), canvas.h(0.07))
    pen.words(below, _under_countdown(view), (canvas.font(TEXT_SHARE), canvas.room.quiet), RIGHT)


def _under_countdown(view: AudienceView) -> str:
    if view.is_paused:
        return _("Paused")
    warns = {Phase.WARNING: _("nearly over"), Phase.DANGER: _("last moments")}
    parts = [view.round_label, warns.get(view.phase, "")]
    return " · ".join(part for part in parts if part)
