"""First pages as pictures: the deck's opening slide and the top of the first sheet, without Office."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from facilitator.curriculum.text import plain
from facilitator.curriculum.unit import Slide
from facilitator.desktop.slides.document import Ink, drawn, fitted
from facilitator.desktop.slides.painter import PAPER, slide_image
from facilitator.desktop.theme.fonts import FAMILY, font
from facilitator.export.deck.slides import Role, SlideSpec
from facilitator.export.preview import BookPreview, CardsPreview, DeckPreview, Preview
from facilitator.foundation.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.export.workbooks.cells import Sheet

DECK = QSize(480, 270)
SHEET = QSize(360, 500)
ACCENT, WHITE, PALE = QColor("#0B6B68"), QColor("#FFFFFF"), QColor("#CFE6E3")
INK, LINE = QColor("#1D232A"), QColor("#C9C5BB")
SHOWN_ROWS = 30
CARD_HEIGHT = 104.0


def first_page(preview: Preview) -> tuple[QImage, str]:
    """Give the first page as a picture, and what is on it in words; may be called on any thread."""
    match preview:
        case DeckPreview(slides, count):
            image = _opening(slides[0]) if slides else _blank(DECK)
            return image, ngettext("{n} slide", "{n} slides", count).format(n=count)
        case BookPreview(sheet, names):
            return _sheet(sheet), ngettext("{n} sheet", "{n} sheets", len(names)).format(n=len(names))
        case CardsPreview(count=count):
            return _cards(preview), ngettext("{n} deck of cards", "{n} decks of cards", count).format(n=count)


def _blank(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    return image


def _opening(spec: SlideSpec) -> QImage:
    if spec.role is not Role.TITLE:
        return slide_image(Slide(spec.title, spec.body), DECK, PAPER)
    image = _blank(DECK)
    image.fill(ACCENT)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    ink = Ink(FAMILY, 34, WHITE, WHITE, PALE, QFont.Weight.Bold)
    title = fitted(spec.title, ink, 330, 130, smallest_px=18)
    drawn(painter, title, 36, 190 - title.size().height())
    _line(painter, QRectF(36, 34, 400, 24), spec.label, (15, QFont.Weight.DemiBold, WHITE))
    _line(painter, QRectF(36, 198, 400, 22), plain(spec.body).split("\n")[0], (13, QFont.Weight.Normal, PALE))
    _line(painter, QRectF(36, 236, 400, 20), spec.figure, (12, QFont.Weight.Normal, PALE))
    painter.setPen(PALE)
    painter.drawEllipse(QRectF(404, 62, 40, 40))
    painter.drawRect(QRectF(356, 62, 40, 40))
    painter.end()
    return image


def _sheet(sheet: Sheet) -> QImage:
    image = _blank(SHEET)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    room = SHEET.width() - 40
    whole = sum(sheet.widths) or 1.0
    top = 22.0
    for number, row in enumerate(sheet.rows[:SHOWN_ROWS]):
        height = 22.0 if sheet.header_row < number <= sheet.last_row else 17.0
        left = 20.0
        ruled = sheet.header_row <= number <= sheet.last_row
        for column, width in enumerate(sheet.widths):
            cell = QRectF(left, top, room * width / whole, height)
            words = _words(row[column].value) if column < len(row) else ""
            # Headings above the table run over the empty cells beside them
            free = cell if ruled else QRectF(left, top, SHEET.width() - 20 - left, height)
            if number == sheet.header_row:
                painter.fillRect(cell, QColor("#E0EFEC"))
            if ruled:
                painter.setPen(LINE)
                painter.drawRect(cell)
            weight = QFont.Weight.Bold if number in {0, sheet.header_row} else QFont.Weight.Normal
            _line(painter, free.adjusted(3, 0, -2, 0), words, (13 if number == 0 else 8, weight, INK))
            left += cell.width()
        top += height
    painter.end()
    return image


def _cards(preview: CardsPreview) -> QImage:
    image = _blank(SHEET)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    _line(painter, QRectF(20, 18, SHEET.width() - 40, 24), preview.heading, (14, QFont.Weight.Bold, ACCENT))
    width = (SHEET.width() - 40) / preview.across
    for number, (title, text) in enumerate(preview.cards):
        row, column = divmod(number, preview.across)
        card = QRectF(20 + column * width, 52 + row * CARD_HEIGHT, width, CARD_HEIGHT)
        if card.top() > SHEET.height():
            break
        painter.setPen(QPen(LINE, 1, Qt.PenStyle.DashLine))
        painter.drawRect(card)
        inside = card.adjusted(8, 8, -8, -8)
        _line(painter, QRectF(inside.topLeft(), QSizeF(inside.width(), 16)), title, (10, QFont.Weight.Bold, INK))
        painter.setFont(font(8, QFont.Weight.Normal))
        painter.setPen(INK)
        painter.drawText(inside.adjusted(0, 20, 0, 0), int(Qt.TextFlag.TextWordWrap), text)
    painter.end()
    return image


def _words(value: object) -> str:
    match value:
        case None | bool():
            return ""
        case dt.time() | dt.datetime():
            return value.strftime("%H:%M")
        case dt.date():
            return value.isoformat()
        case _:
            return str(value)


def _line(painter: QPainter, area: QRectF, words: str, ink: tuple[int, QFont.Weight, QColor]) -> None:
    size, weight, colour = ink
    face = font(size, weight, tabular=True)
    painter.setFont(face)
    painter.setPen(colour)
    shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def facts_words(preview_words: str, edition: str) -> str:
    """Say what is in a paper: ``38 slides · Legal``."""
    return _("{facts} · {edition}").format(facts=preview_words, edition=edition) if edition else preview_words
