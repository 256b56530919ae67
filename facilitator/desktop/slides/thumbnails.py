"""Slides as small pictures in two columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.curriculum.text import Chart, Picture
from facilitator.desktop.slides.painter import PAPER, paint_slide
from facilitator.foundation.words import ngettext

if TYPE_CHECKING:
    from facilitator.curriculum.unit import Slide
    from facilitator.desktop.slides.pictures import Pictures
    from facilitator.desktop.theme.look import Look

COLUMNS = 2
SPACING = 8


class Thumbnails(QWidget):
    """Draws the slides it is given; their titles, and what their charts and pictures show, are its description."""

    def __init__(self, look: Look, parent: QWidget | None = None, pictures: Pictures | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._paper = replace(PAPER, pictures=pictures)
        self._slides: tuple[Slide, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_slides(self, slides: tuple[Slide, ...]) -> None:
        """Draw other slides."""
        if slides == self._slides:
            return
        self._slides = slides
        self.setAccessibleName(ngettext("{n} slide", "{n} slides", len(slides)).format(n=len(slides)))
        self.setAccessibleDescription("; ".join(_said(slide) for slide in slides))
        self._take_height()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        rows = -(-len(self._slides) // COLUMNS)
        self.setFixedHeight(rows * (self._cell(self.width()).height() + SPACING) - (SPACING if rows else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self._cell(self.width())
        for number, slide in enumerate(self._slides):
            row, column = divmod(number, COLUMNS)
            left, top = column * (cell.width() + SPACING), row * (cell.height() + SPACING)
            area = QRectF(left + 0.5, top + 0.5, cell.width() - 1, cell.height() - 1)
            if area.toAlignedRect().intersects(event.rect()):
                self._paint_one(painter, area, slide)
        painter.end()

    def _paint_one(self, painter: QPainter, area: QRectF, slide: Slide) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(area, 6, 6)
        painter.save()
        painter.setClipPath(outline)
        paint_slide(painter, area, slide, self._paper)
        painter.restore()
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)

    def _cell(self, width: int) -> QRect:
        cell = (width - SPACING * (COLUMNS - 1)) // COLUMNS
        return QRect(0, 0, cell, round(cell * 9 / 16))


def _said(slide: Slide) -> str:
    return ": ".join([slide.title, *(block.alt for block in slide.body if isinstance(block, Chart | Picture))])
