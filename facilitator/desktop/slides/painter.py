"""One slide, drawn into any rectangle as it stands in the deck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextDocument

from facilitator.curriculum.text import ItemList, Paragraph, Text
from facilitator.desktop.slides.document import Ink, drawn, fitted

if TYPE_CHECKING:
    from facilitator.curriculum.unit import Slide

WIDTH, HEIGHT = 1600.0, 900.0
MARGIN = 112.0


@dataclass(frozen=True, slots=True)
class SlideLook:
    """The colours and the family slides are drawn in."""

    background: QColor
    text: QColor
    muted: QColor
    accent: QColor
    family: str = "Inter"


PAPER = SlideLook(QColor("#FFFFFF"), QColor("#1D232A"), QColor("#56606B"), QColor("#0B6B68"))
PROJECTOR = SlideLook(QColor("#101010"), QColor("#FFFFFF"), QColor("#C9CED4"), QColor("#7FD6CB"))


def paint_slide(painter: QPainter, target: QRectF, slide: Slide, look: SlideLook = PAPER) -> None:
    """Draw the slide centred in the target, as large as its 16:9 allows."""
    scale = min(target.width() / WIDTH, target.height() / HEIGHT)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(
        target.x() + (target.width() - WIDTH * scale) / 2, target.y() + (target.height() - HEIGHT * scale) / 2
    )
    painter.scale(scale, scale)
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), look.background)
    if slide.layout in {"statement", "quote"}:
        _paint_statement(painter, slide, look)
    else:
        _paint_content(painter, slide, look)
    painter.restore()


def slide_image(slide: Slide, size: QSize, look: SlideLook = PAPER, ratio: float = 1.0) -> QImage:
    """Give the slide as a picture of a logical size, sharp at the screen's pixel ratio."""
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(look.background)
    painter = QPainter(image)
    paint_slide(painter, QRectF(0, 0, size.width(), size.height()), slide, look)
    painter.end()
    return image


def _paint_content(painter: QPainter, slide: Slide, look: SlideLook) -> None:
    painter.fillRect(QRectF(MARGIN, 88, 72, 8), look.accent)
    title = _title(slide.title, look, 62, WIDTH - 2 * MARGIN, 170)
    drawn(painter, title, MARGIN, 128)
    top = 128 + title.size().height() + 44
    height = HEIGHT - top - 72
    columns = _columns(slide)
    width = (WIDTH - 2 * MARGIN - 72 * (len(columns) - 1)) / len(columns)
    for number, text in enumerate(columns):
        body = fitted(text, _ink(look, 44), width, height, smallest_px=22)
        drawn(painter, body, MARGIN + number * (width + 72), top)


def _paint_statement(painter: QPainter, slide: Slide, look: SlideLook) -> None:
    painter.fillRect(QRectF(MARGIN, 230, 12, HEIGHT - 460), look.accent)
    left = MARGIN + 60
    title = _title(slide.title, look, 92, WIDTH - left - MARGIN, 430)
    body = fitted(slide.body, _ink(look, 44, muted=True), WIDTH - left - MARGIN, 230, smallest_px=24)
    total = title.size().height() + (40 + body.size().height() if slide.body else 0)
    top = max(120.0, (HEIGHT - total) / 2)
    drawn(painter, title, left, top)
    if slide.body:
        drawn(painter, body, left, top + title.size().height() + 40)


def _columns(slide: Slide) -> tuple[Text, ...]:
    """Give the body, cut before its second list when the slide asks for two columns."""
    if slide.layout != "two-columns":
        return (slide.body,)
    lists = [number for number, block in enumerate(slide.body) if isinstance(block, ItemList)]
    if len(lists) < 2:
        return (slide.body,)
    cut = lists[1]
    if cut - 1 > lists[0] and isinstance(slide.body[cut - 1], Paragraph):
        cut -= 1  # the line above the second list is its heading
    return (slide.body[:cut], slide.body[cut:])


def _ink(look: SlideLook, size_px: float, *, muted: bool = False) -> Ink:
    return Ink(look.family, size_px, look.muted if muted else look.text, look.accent, look.muted)


def _title(words: str, look: SlideLook, size_px: float, width: float, height: float) -> QTextDocument:
    ink = Ink(look.family, size_px, look.text, look.accent, look.muted, QFont.Weight.Bold)
    return fitted(words, ink, width, height, smallest_px=size_px * 0.55)
