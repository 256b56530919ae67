"""Draw the pictures of report pages from their data: ``python3 dev.py pictures [NAME …]``.

Every ``modules/*/pictures/NAME.toml`` becomes ``NAME.png`` beside it, in Inter, legible in print without colours.
With names only those are drawn.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter, QPen, QPolygonF

from facilitator.desktop.theme.fonts import font, load_fonts
from tools.picture_pages import (
    DIGEST_KEY,
    ChartPanel,
    NumberPanel,
    Page,
    PageError,
    Panel,
    Share,
    SharesPanel,
    digest_of,
    read_page,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MODULES = Path(__file__).resolve().parents[1] / "modules"
WIDTH, HEIGHT = 1920, 1080
MARGIN, TOP, GAP = 40.0, 132.0, 18.0
COLUMNS = 3
INK, QUIET, LEAD, EDGE = QColor("#1D232A"), QColor("#4A535D"), QColor("#0B6B68"), QColor("#8B95A0")
PLAIN, STRONG, HEAVY = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold
LEFT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter
ONE_LINE_PX = (31, 30, 29, 28, 27)
CLAIM_PX, SMALL_PX, LABEL_PX, NUMBER_PX, SHARE_PX, PRINT_PX = 31, 27, 28, 88, 76, 23


def draw_page(page: Page, digest: str) -> QImage:
    """Give a page as a picture that knows from which data it was drawn; needs a QGuiApplication."""
    load_fonts()
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setText(DIGEST_KEY, digest)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    pen = _Pen(painter)
    pen.words(page.title, QRectF(MARGIN, 22, WIDTH - 2 * MARGIN, 50), (42, HEAVY, INK), LEFT)
    pen.words(page.request, QRectF(MARGIN, 76, WIDTH - 2 * MARGIN, 40), (31, PLAIN, INK), LEFT)
    for panel, area in zip(page.panels, _cells(len(page.panels)), strict=True):
        _PanelPainter(pen, area).paint(panel)
    painter.end()
    return image


def _cells(count: int) -> list[QRectF]:
    rows = -(-count // COLUMNS)
    wide = (WIDTH - 2 * MARGIN - GAP * (COLUMNS - 1)) / COLUMNS
    high = (HEIGHT - TOP - 24 - GAP * (rows - 1)) / rows
    return [
        QRectF(MARGIN + (n % COLUMNS) * (wide + GAP), TOP + (n // COLUMNS) * (high + GAP), wide, high)
        for n in range(count)
    ]


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes words into rectangles; an ink is a size in pixels, a weight and a colour."""

    painter: QPainter

    def words(
        self, words: str, area: QRectF, ink: tuple[float, QFont.Weight, QColor], where: Qt.AlignmentFlag = CENTRE
    ) -> None:
        """Write words, broken into lines where they are long, smaller where one word is too wide."""
        size, weight, colour = ink
        face = font(size, weight)
        while self._too_large(words, face, area) and face.pixelSize() > PRINT_PX * 0.8:
            face.setPixelSize(face.pixelSize() - 1)
        self.painter.setFont(face)
        self.painter.setPen(colour)
        is_placed = bool(where & Qt.AlignmentFlag.AlignTop)
        flags = (
            where | Qt.TextFlag.TextWordWrap | (Qt.AlignmentFlag(0) if is_placed else Qt.AlignmentFlag.AlignVCenter)
        )
        self.painter.drawText(area, int(flags), words)

    @staticmethod
    def _too_large(words: str, face: QFont, area: QRectF) -> bool:
        metrics = QFontMetricsF(face)
        room = QRectF(0, 0, area.width(), 10_000)
        taken = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words)
        return taken.height() > area.height() + 1 or taken.width() > area.width() + 1


class _PanelPainter:
    """Draws one panel."""

    def __init__(self, pen: _Pen, area: QRectF) -> None:
        self._pen = pen
        self._painter = pen.painter
        self._area = area
        self._inside = area.adjusted(28, 92, -28, -20)

    def paint(self, panel: Panel) -> None:
        """Draw the frame, the letter, the claim and what is under it."""
        self._painter.setPen(QPen(EDGE, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(self._area, 12, 12)
        self._letter(panel.letter)
        match panel:
            case ChartPanel():
                self._claim(panel.claim, panel.note)
                self._chart(panel)
            case SharesPanel():
                self._claim(panel.claim)
                self._shares(panel.shares)
            case NumberPanel():
                claim, before, number, after = panel.pieces()
                self._claim(claim)
                self._number(before, number, after)

    def _letter(self, letter: str) -> None:
        disc = QRectF(self._area.left() + 14, self._area.top() + 14, 44, 44)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(INK)
        self._painter.drawEllipse(disc)
        self._pen.words(letter, disc, (26, HEAVY, QColor(Qt.GlobalColor.white)))

    def _claim(self, claim: str, note: str = "") -> None:
        """Write the claim: in one line, a little smaller where that takes it, else in two."""
        area = QRectF(self._area.left() + 72, self._area.top() + 12, self._area.width() - 88, 48)
        size = next((size for size in ONE_LINE_PX if self._width(claim, size) <= area.width()), 0)
        if not size:
            area.setHeight(82)
        self._pen.words(_unbroken(claim), area, (size or CLAIM_PX, STRONG, INK), LEFT)
        if note:
            under = QRectF(area.left(), area.bottom() - 4, area.width(), 36)
            self._pen.words(note, under, (SMALL_PX, PLAIN, QUIET), LEFT)
        if size and not note:
            self._inside.setTop(self._inside.top() - 30)

    @staticmethod
    def _width(words: str, size: int) -> float:
        return QFontMetricsF(font(size, STRONG)).horizontalAdvance(words) + 1

    def _number(self, before: str, number: str, after: str) -> None:
        middle = self._inside.center().y() - (6 if after else 0)
        place = QRectF(self._inside.left(), middle - 52, self._inside.width(), 104)
        self._pen.words(number, place, (NUMBER_PX, HEAVY, LEAD))
        if before:
            over = QRectF(place.left(), place.top() - 34, place.width(), 36)
            self._pen.words(before, over, (SMALL_PX, PLAIN, INK))
        if after:
            self._pen.words(after, QRectF(place.left(), place.bottom(), place.width(), 38), (SMALL_PX, PLAIN, INK))

    def _shares(self, shares: Sequence[Share]) -> None:
        """Write two shares; what each is a share of stands small, as it would on such a page."""
        width = self._inside.width() / len(shares)
        has_verbs = any(share.verb for share in shares)
        top = self._inside.top() + 6 - (6 if has_verbs else 0)
        for number, share in enumerate(shares):
            left = self._inside.left() + number * width
            self._pen.words(share.value, QRectF(left, top, width, 80), (SHARE_PX, HEAVY, LEAD))
            self._pen.words(share.name, QRectF(left, top + 82, width, 36), (SMALL_PX, STRONG, INK))
            below = top + 118
            if has_verbs:
                self._pen.words(share.verb, QRectF(left, below, width, 30), (PRINT_PX, PLAIN, INK))
                below += 28
            small = QRectF(left + 10, below, width - 20, 60)
            self._pen.words(f"of {share.of}", small, (PRINT_PX, PLAIN, QUIET), CENTRE | Qt.AlignmentFlag.AlignTop)

    def _chart(self, panel: ChartPanel) -> None:
        left = max(70.0, QFontMetricsF(font(PRINT_PX)).horizontalAdvance(panel.axis or "0") + 26)
        plot = self._inside.adjusted(left - 20, 44, 0, -34)
        self._pen.words(
            panel.axis or "0",
            QRectF(self._area.left() + 10, plot.bottom() - 18, plot.left() - self._area.left() - 18, 36),
            (PRINT_PX, PLAIN, QUIET),
            Qt.AlignmentFlag.AlignRight,
        )
        pitch, heights = plot.width() / len(panel.names), panel.heights()
        tops = [QPointF(plot.left() + (n + 0.5) * pitch, self._top(plot, heights, n)) for n in range(len(heights))]
        if panel.kind == "bars":
            self._bars(tops, plot, pitch)
        self._painter.setPen(QPen(INK, 2.5))
        self._painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        if panel.kind == "line":
            self._line(tops)
        for number, (name, value) in enumerate(zip(panel.names, panel.values, strict=True)):
            under = QRectF(tops[number].x() - pitch / 2, plot.bottom() + 4, pitch, 34)
            self._pen.words(name, under, (SMALL_PX - 1, PLAIN, INK))
            self._label(value, tops, number, pitch, is_line=panel.kind == "line")

    @staticmethod
    def _top(plot: QRectF, heights: Sequence[float], number: int) -> float:
        return plot.bottom() - plot.height() * heights[number] / max(heights)

    def _bars(self, tops: Iterable[QPointF], plot: QRectF, pitch: float) -> None:
        wide = min(pitch * 0.6, 96.0)
        for top in tops:
            self._painter.fillRect(QRectF(top.x() - wide / 2, top.y(), wide, plot.bottom() - top.y()), LEAD)

    def _line(self, tops: list[QPointF]) -> None:
        self._painter.setPen(QPen(LEAD, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        self._painter.drawPolyline(QPolygonF(tops))
        self._painter.setBrush(LEAD)
        for top in tops:
            self._painter.drawEllipse(top, 6, 6)

    def _label(self, value: str, tops: list[QPointF], number: int, pitch: float, *, is_line: bool) -> None:
        """Write a value over its bar or point, aside where the line comes down to the point from above."""
        top, wide, gap = tops[number], max(pitch, 150.0), 12.0 if is_line else 4.0
        shift = 0.0
        if is_line and number + 1 < len(tops) and tops[number + 1].y() < top.y() - 30:
            shift = -min(pitch * 0.22, 44.0)
        elif is_line and number and tops[number - 1].y() < top.y() - 30:
            shift = min(pitch * 0.22, 44.0)
        area = QRectF(top.x() + shift - wide / 2, top.y() - gap - 34, wide, 34)
        self._pen.words(value, area, (LABEL_PX, STRONG, INK))


def _unbroken(words: str) -> str:
    """Keep a date or a span of days on one line."""
    return re.sub(r"(?<=\d) (?=[A-Z])|(?<=\d) to (?=\d)", lambda match: match[0].replace(" ", "\u00a0"), words)


def main(names: Sequence[str]) -> int:
    """Draw every picture that has data beside it; give 1 where one cannot be drawn."""
    app = QGuiApplication.instance() or QGuiApplication(["draw_pictures"])
    assert app is not None
    files = sorted(MODULES.glob("*/pictures/*.toml"))
    failed = [name for name in names if name not in {file.stem for file in files}]
    for name in failed:
        print(f"There is no {name}.toml in a folder of pictures.")
    for file in files:
        if names and file.stem not in names:
            continue
        try:
            page = read_page(file.read_text(encoding="utf-8"))
        except PageError as problem:
            print(f"{file}: {problem}")
            failed.append(file.stem)
            continue
        draw_page(page, digest_of(file)).save(str(file.with_suffix(".png")))
        print(file.with_suffix(".png").relative_to(MODULES.parent))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
