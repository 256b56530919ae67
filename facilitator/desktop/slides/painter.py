"""One slide, drawn into any rectangle as it stands in the deck."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextDocument

from facilitator.curriculum.text import Chart, ItemList, Paragraph, Picture, Quote, Text
from facilitator.desktop.slides.chart_painter import PX_PER_PT, ChartInk, paint_chart
from facilitator.desktop.slides.chart_places import place_charts
from facilitator.desktop.slides.document import Ink, drawn, fitted
from facilitator.desktop.slides.pages import draw_page, pages_of
from facilitator.desktop.slides.picture_places import places_of, within
from facilitator.desktop.slides.pictures import Pictures
from facilitator.export.charts.looks import Colour

if TYPE_CHECKING:
    from facilitator.curriculum.unit import Slide

WIDTH, HEIGHT = 1600.0, 900.0
MARGIN = 112.0
BOTTOM = 72.0
EDGE = 64.0  # margin of pictures that stand alone
TITLE_PX, BODY_PX, STATEMENT_PX, QUOTE_PX, QUOTE_TITLE_PX = 62.0, 44.0, 92.0, 76.0, 38.0
CHART_WORDS_PX = 40.0  # words over or beside a chart
CHART_LEAST_PT = 14.0
STATEMENT_LEFT = MARGIN + 60


@dataclass(frozen=True, slots=True)
class SlideLook:
    """The colours and the family slides are drawn in.

    Attributes:
        pictures: where pictures come from; without it what they show is said instead.
        least_px: the smallest letters on a slide of 900 pixels in height; what does not fit then goes on a next page.
        second, third: colours of the further series of a chart, beside muted and accent.
    """

    background: QColor
    text: QColor
    muted: QColor
    accent: QColor
    family: str = "Inter"
    pictures: Pictures | None = None
    least_px: float = 22
    second: QColor = field(default_factory=lambda: QColor("#B85600"))
    third: QColor = field(default_factory=lambda: QColor("#7447AC"))


PAPER = SlideLook(QColor("#FFFFFF"), QColor("#1D232A"), QColor("#56606B"), QColor("#0B6B68"))


def paint_slide(painter: QPainter, target: QRectF, slide: Slide, look: SlideLook = PAPER, page: int = 0) -> None:
    """Draw the slide centred in the target, as large as its 16:9 allows.

    A ``page`` behind the last one, see :func:`slide_pages`, is the last one.
    """
    scale = min(target.width() / WIDTH, target.height() / HEIGHT)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(
        target.x() + (target.width() - WIDTH * scale) / 2, target.y() + (target.height() - HEIGHT * scale) / 2
    )
    painter.scale(scale, scale)
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), look.background)
    statement = _statement(slide, look)
    if statement is not None:
        _paint_statement(painter, statement, look)
    else:
        _paint_content(painter, _content(slide, look), look, page)
    painter.restore()


def slide_pages(slide: Slide, look: SlideLook = PAPER) -> int:
    """Give how many pages a slide has; more than one when its text does not fit at the smallest size."""
    if _statement(slide, look) is not None:
        return 1
    content = _content(slide, look)
    return max((len(pages_of(column.made, column.area.height())) for column in content.columns), default=1)


def slide_image(slide: Slide, size: QSize, look: SlideLook = PAPER, ratio: float = 1.0) -> QImage:
    """Give the slide as a picture of a logical size, sharp at the screen's pixel ratio."""
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(look.background)
    painter = QPainter(image)
    paint_slide(painter, QRectF(0, 0, size.width(), size.height()), slide, look)
    painter.end()
    return image


@dataclass(frozen=True, slots=True)
class _Column:
    made: QTextDocument
    area: QRectF


@dataclass(frozen=True, slots=True)
class _Content:
    """A title, columns of text under it, and what is looked at."""

    title: QTextDocument
    columns: tuple[_Column, ...]
    seen: tuple[tuple[Chart | Picture, QRectF], ...] = ()


def _content(slide: Slide, look: SlideLook) -> _Content:
    title = _title(slide.title, look, TITLE_PX, WIDTH - 2 * MARGIN, 170)
    top = 128 + title.size().height() + 44
    area = QRectF(MARGIN, top, WIDTH - 2 * MARGIN, HEIGHT - top - BOTTOM)
    shown = _shown_pictures(slide.body, look)
    if any(isinstance(block, Chart) for block in slide.body):
        return _charted(slide, title, area, shown, look)
    if not shown:
        return _Content(title, _columns_in(area, _columns(slide), look))
    words = tuple(block for block in slide.body if block not in shown)
    if not words:
        area = QRectF(EDGE, top - 16, WIDTH - 2 * EDGE, HEIGHT - top - EDGE / 2)
    height = fitted(words, _ink(look, BODY_PX), area.width(), area.height(), smallest_px=BODY_PX).size().height()
    sizes = [size for block in shown if look.pictures and (size := look.pictures.size(block.path))]
    places = places_of(area, sizes, height if words else 0.0)
    columns = _columns_in(places.words, (words,), look) if words else ()
    return _Content(title, columns, tuple(zip(shown, places.pictures, strict=True)))


def _charted(
    slide: Slide, title: QTextDocument, area: QRectF, shown: tuple[Picture, ...], look: SlideLook
) -> _Content:
    ink = _ink(look, max(CHART_WORDS_PX, look.least_px))

    def height_of(words: Text, width: float) -> float:
        return fitted(words, ink, width, area.height(), smallest_px=ink.size_px).size().height()

    placed = place_charts(slide.body, area, height_of, in_columns=slide.layout == "two-columns", shown=shown)
    columns = tuple(
        _Column(fitted(words, ink, room.width(), room.height(), smallest_px=min(ink.size_px, look.least_px)), room)
        for words, room in placed.words
    )
    return _Content(title, columns, placed.seen)


def _columns_in(area: QRectF, texts: tuple[Text, ...], look: SlideLook) -> tuple[_Column, ...]:
    width = (area.width() - 72 * (len(texts) - 1)) / len(texts)
    made = []
    for number, text in enumerate(texts):
        body = fitted(text, _ink(look, BODY_PX), width, area.height(), smallest_px=min(BODY_PX, look.least_px))
        made.append(_Column(body, QRectF(area.left() + number * (width + 72), area.top(), width, area.height())))
    return tuple(made)


def _shown_pictures(body: Text, look: SlideLook) -> tuple[Picture, ...]:
    """Give the pictures that are there; the others are said in words, as the rest of the text is."""
    if look.pictures is None:
        return ()
    found = look.pictures
    return tuple(block for block in body if isinstance(block, Picture) and found.size(block.path) is not None)


def _paint_content(painter: QPainter, content: _Content, look: SlideLook, page: int) -> None:
    painter.fillRect(QRectF(MARGIN, 88, 72, 8), look.accent)
    drawn(painter, content.title, MARGIN, 128)
    for column in content.columns:
        pages = pages_of(column.made, column.area.height())
        last = max(len(pages_of(other.made, other.area.height())) for other in content.columns) - 1
        at = min(page, last)
        if at < len(pages):
            draw_page(painter, column.made, pages[at], column.area.left(), column.area.top())
    for seen, place in content.seen:
        if isinstance(seen, Chart):
            paint_chart(painter, seen, place, _chart_ink(look))
        else:
            _paint_picture(painter, seen, place, look)


def _chart_ink(look: SlideLook) -> ChartInk:
    series = {
        Colour.QUIET: look.muted,
        Colour.SECOND: look.second,
        Colour.THIRD: look.third,
        Colour.LEAD: look.accent,
    }
    least_pt = max(CHART_LEAST_PT, look.least_px / PX_PER_PT)
    return ChartInk(look.background, look.text, look.muted, series, look.family, least_pt)


def _paint_picture(painter: QPainter, picture: Picture, place: QRectF, look: SlideLook) -> None:
    scale = painter.deviceTransform().m11()
    image = (
        look.pictures.image(picture.path, place.width() * scale, place.height() * scale) if look.pictures else None
    )
    if image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(within(place, image.size()), image)


@dataclass(frozen=True, slots=True)
class _Statement:
    """Documents under each other, behind a line at the left."""

    parts: tuple[QTextDocument, ...]
    space: float = 40

    def height(self) -> float:
        return sum(part.size().height() for part in self.parts) + self.space * (len(self.parts) - 1)


def _statement(slide: Slide, look: SlideLook) -> _Statement | None:
    """Give a statement or a quotation set large, None for any other slide and for what does not fit that way."""
    if slide.layout not in {"statement", "quote"} or _shown_pictures(slide.body, look):
        return None
    if any(isinstance(block, Chart) for block in slide.body):
        return None
    quotes = tuple(block for block in slide.body if isinstance(block, Quote))
    rest = tuple(block for block in slide.body if not isinstance(block, Quote))
    width = WIDTH - STATEMENT_LEFT - MARGIN
    if slide.layout == "quote" and quotes:
        parts = (
            _title(slide.title, look, max(QUOTE_TITLE_PX, look.least_px), width, 110, muted=True),
            _quotation(quotes, look, width),
            *_rest(rest, look, width, 130),
        )
    else:
        parts = (_title(slide.title, look, STATEMENT_PX, width, 430), *_rest(slide.body, look, width, 230))
    made = _Statement(parts)
    return made if made.height() <= HEIGHT - 2 * BOTTOM else None


def _quotation(quotes: Text, look: SlideLook, width: float) -> QTextDocument:
    words = tuple(Paragraph(spans) for quote in quotes if isinstance(quote, Quote) for spans in quote.paragraphs)
    ink = Ink(look.family, QUOTE_PX, look.text, look.accent, look.muted, QFont.Weight.DemiBold, 0.35)
    return fitted(words, ink, width, 470, smallest_px=max(BODY_PX, look.least_px))


def _rest(text: Text, look: SlideLook, width: float, height: float) -> tuple[QTextDocument, ...]:
    if not text:
        return ()
    least = min(BODY_PX, max(24.0, look.least_px))
    return (fitted(text, _ink(look, BODY_PX, muted=True), width, height, smallest_px=least),)


def _paint_statement(painter: QPainter, statement: _Statement, look: SlideLook) -> None:
    height = statement.height()
    top = (HEIGHT - height) / 2
    bar = max(height + 48, HEIGHT - 460)
    painter.fillRect(QRectF(MARGIN, (HEIGHT - bar) / 2, 12, bar), look.accent)
    for part in statement.parts:
        drawn(painter, part, STATEMENT_LEFT, top)
        top += part.size().height() + statement.space


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


def _title(
    words: str, look: SlideLook, size_px: float, width: float, height: float, *, muted: bool = False
) -> QTextDocument:
    ink = Ink(look.family, size_px, look.muted if muted else look.text, look.accent, look.muted, QFont.Weight.Bold)
    return fitted(words, ink, width, height, smallest_px=max(size_px * 0.55, min(size_px, look.least_px)))
