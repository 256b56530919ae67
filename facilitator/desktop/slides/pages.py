"""A set text that is higher than its room, cut between lines into pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from facilitator.desktop.slides.document import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter, QTextDocument

SLACK_PX = 0.5  # heights of documents are rounded


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a document, from ``top`` to ``bottom`` in its own pixels."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Give how high the page is."""
        return self.bottom - self.top


def pages_of(made: QTextDocument, height_px: float) -> tuple[Page, ...]:
    """Cut a document into pages that fit a height; at least one, and no line is cut through.

    A line that is higher than the height alone has a page of its own.
    """
    whole = Page(0.0, made.size().height())
    if whole.bottom <= height_px + SLACK_PX:
        return (whole,)
    pages: list[Page] = []
    for band in _bands(made):
        if pages and band.bottom - pages[-1].top <= height_px + SLACK_PX:
            pages[-1] = Page(pages[-1].top, band.bottom)
        else:
            pages.append(band)
    return tuple(pages) or (whole,)


def draw_page(painter: QPainter, made: QTextDocument, page: Page, x: float, y: float) -> None:
    """Draw one page with its upper left corner at a point."""
    painter.save()
    painter.setClipRect(QRectF(x, y, made.size().width(), page.height))
    drawn(painter, made, x, y - page.top)
    painter.restore()


def _bands(made: QTextDocument) -> Iterator[Page]:
    """Give the strips that must stay whole: lines, or several beside each other in a table."""
    lines = sorted(_lines(made), key=lambda line: line.top)
    band: Page | None = None
    for line in lines:
        if band is not None and line.top < band.bottom - SLACK_PX:
            band = Page(band.top, max(band.bottom, line.bottom))
            continue
        if band is not None:
            yield band
        band = line
    if band is not None:
        yield band


def _lines(made: QTextDocument) -> Iterator[Page]:
    block = made.begin()
    while block.isValid():
        layout = block.layout()
        top = made.documentLayout().blockBoundingRect(block).top() - layout.boundingRect().top()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            yield Page(top + line.y(), top + line.y() + line.height())
        block = block.next()
