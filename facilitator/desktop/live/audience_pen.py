"""Draws words for the room, every size a share of the height of what is drawn on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from facilitator.desktop.live.audience_look import MARGIN_SHARE, AudienceLook
from facilitator.desktop.slides.document import Ink
from facilitator.desktop.slides.painter import HEIGHT, SlideLook
from facilitator.desktop.slides.pictures import Pictures
from facilitator.desktop.theme.fonts import FAMILY, font
from facilitator.desktop.theme.look import Look

if TYPE_CHECKING:
    from facilitator.desktop.theme.icons import IconName

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
SLIDE_SHARE = 0.885  # of the height, the rest is the foot
SLIDE_LEAST_PX = HEIGHT / 25 / SLIDE_SHARE


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is drawn on: its size, the colours of the room, icons and pictures."""

    look: Look
    room: AudienceLook
    width: float
    height: float
    pictures: Pictures | None = None

    def h(self, share: float) -> float:
        """Give a share of the height in pixels."""
        return self.height * share

    def side(self) -> float:
        """Give the margin at the left and at the right."""
        return min(self.h(MARGIN_SHARE), self.width * 0.06)

    def area(self) -> QRectF:
        """Give what is left inside the margins and above the foot."""
        return QRectF(self.side(), self.h(0.08), self.width - 2 * self.side(), self.h(0.75))

    def font(self, share: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Give the room's font, its digits all of one width."""
        return font(self.h(share), weight, tabular=True)

    def ink(self, share: float, weight: QFont.Weight, colour: str = "") -> Ink:
        """Give what rich text is set with; in the room's text colour unless told otherwise."""
        text = QColor(colour or self.room.text)
        accent, quiet = QColor(colour or self.room.accent), QColor(colour or self.room.quiet)
        return Ink(FAMILY, self.h(share), text, accent, quiet, weight, 0.35, pictures=self.pictures)

    def slide_look(self) -> SlideLook:
        """Give how slides are drawn for the last row."""
        room = self.room
        colours = (QColor(room.background), QColor(room.text), QColor(room.quiet), QColor(room.accent))
        series = (QColor(room.second), QColor(room.third))
        return SlideLook(*colours, FAMILY, self.pictures, SLIDE_LEAST_PX, *series)


class Pen:
    """Puts lines of words and signs on a canvas."""

    def __init__(self, painter: QPainter, canvas: Canvas) -> None:
        self.painter = painter
        self.canvas = canvas

    def words(self, area: QRectF, words: str, ink: tuple[QFont, str], where: Qt.AlignmentFlag) -> None:
        """Draw one line into an area; an ink is a font and a colour."""
        face, colour = ink
        self.painter.setFont(face)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(area, int(where), words)

    def elided(self, area: QRectF, words: str, ink: tuple[QFont, str]) -> None:
        """Draw one line at the left, cut with an ellipsis where it is too long."""
        shown = QFontMetricsF(ink[0]).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        self.words(area, shown, ink, LEFT)

    def block(self, area: QRectF, colour: str, radius: float = 0.0) -> None:
        """Fill a rectangle."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        self.painter.drawRoundedRect(area, radius, radius)

    def icon(self, name: IconName, corner: QPointF, size: float, colour: str) -> None:
        """Draw a sign with its upper left corner at a point, sharp on every screen."""
        ratio = self.painter.device().devicePixelRatioF()
        image = self.canvas.look.pixmap_in(name, colour, round(size * ratio))
        self.painter.drawPixmap(QRectF(corner, QSizeF(size, size)), image, QRectF(image.rect()))


def narrowed(face: QFont, words: str, width: float) -> QFont:
    """Give the font, smaller where the words are wider than a width."""
    wide = QFontMetricsF(face).horizontalAdvance(words)
    if wide > width > 0:
        face.setPixelSize(max(1, int(face.pixelSize() * width / wide)))
    return face
