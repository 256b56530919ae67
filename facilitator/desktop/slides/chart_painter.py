"""Charts drawn with a painter, in the places and looks in which the deck has them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from facilitator.curriculum.text import ChartType
from facilitator.export.charts.looks import Colour, Filling, Marker, SeriesLook, Stroke
from facilitator.export.charts.places import MARKER_PT, bars, base_place, points, tick_places, value_labels
from facilitator.export.charts.sketch import LINE_HEIGHT, Box, Measure, Sketch, sketch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.curriculum.text import Chart

PX_PER_PT = 1600 / 960  # a slide is 1600 pixels wide here and 960 points in the deck
SET_AT_PX = 100  # letters are set large and scaled, so that no size is rounded
OUTLINE_PT, STROKE_PT, BASE_PT, GRID_PT = 1.25, 2.75, 1.25, 0.75
STRIPE_PT, DOT_PT = 6.0, 5.0
DASHES = {Stroke.DASHES: [3.0, 2.0], Stroke.DOTS: [0.6, 2.0], Stroke.LONG_DASHES: [6.0, 2.5]}
STANDING, LYING = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class ChartInk:
    """The colours and letters a chart is drawn with; ``series`` has one colour for each role."""

    background: QColor
    text: QColor
    muted: QColor
    series: Mapping[Colour, QColor]
    family: str
    least_pt: float

    def mixed(self, colour: QColor, share: float) -> QColor:
        """Give a colour thinned with the background."""
        back = self.background
        return QColor.fromRgbF(
            back.redF() + (colour.redF() - back.redF()) * share,
            back.greenF() + (colour.greenF() - back.greenF()) * share,
            back.blueF() + (colour.blueF() - back.blueF()) * share,
        )


def paint_chart(painter: QPainter, chart: Chart, area: QRectF, ink: ChartInk) -> None:
    """Draw a chart into an area, both in pixels of a slide of 1600 by 900."""
    width, height = area.width() / PX_PER_PT, area.height() / PX_PER_PT
    if width < 1 or height < 1:
        return
    made = _sketched(chart, round(width, 1), round(height, 1), ink.least_pt, ink.family)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(area.topLeft())
    painter.scale(PX_PER_PT, PX_PER_PT)
    _ChartPainter(painter, made, ink).paint()
    painter.restore()


@lru_cache(maxsize=128)
def _sketched(chart: Chart, width: float, height: float, least_pt: float, family: str) -> Sketch:
    return sketch(chart, width, height, _measure(family), least_pt)


@lru_cache(maxsize=4)
def _measure(family: str) -> Measure:
    metrics = QFontMetricsF(_font(family, bold=True))
    return lambda words, size: metrics.horizontalAdvance(words) * size / SET_AT_PX


def _font(family: str, *, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(SET_AT_PX)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return font


class _ChartPainter:
    """Draws one chart that is laid out, in points."""

    def __init__(self, painter: QPainter, made: Sketch, ink: ChartInk) -> None:
        self._painter = painter
        self._made = made
        self._ink = ink
        self._lying = made.chart.type is ChartType.BARS

    def paint(self) -> None:
        """Draw from the back to the front."""
        if self._made.ticks is not None:
            self._ticks()
        for bar in bars(self._made):
            self._bar(bar.box, self._made.looks[bar.series])
        self._base()
        self._lines()
        self._labels()
        self._names()
        self._head()

    def _ticks(self) -> None:
        made, plot, high = self._made, self._made.plot, self._made.size_pt * LINE_HEIGHT
        assert made.ticks is not None
        for value, place in tick_places(made):
            self._painter.setPen(QPen(self._ink.mixed(self._ink.muted, 0.28), GRID_PT))
            words = made.ticks.words(value)
            if self._lying:
                self._painter.drawLine(QPointF(place, plot.y), QPointF(place, plot.bottom))
                self._words(words, QRectF(place - 100, plot.bottom + 6, 200, high), STANDING, self._ink.muted)
            else:
                self._painter.drawLine(QPointF(plot.x, place), QPointF(plot.right, place))
                self._words(words, QRectF(0, place - high / 2, plot.x - 8, high), LYING, self._ink.muted)

    def _base(self) -> None:
        plot, place = self._made.plot, base_place(self._made)
        self._painter.setPen(QPen(self._ink.muted, BASE_PT))
        if self._lying:
            self._painter.drawLine(QPointF(place, plot.y), QPointF(place, plot.bottom))
        else:
            self._painter.drawLine(QPointF(plot.x, place), QPointF(plot.right, place))

    def _bar(self, box: Box, look: SeriesLook) -> None:
        colour = self._ink.series[look.colour]
        inset = min(OUTLINE_PT / 2, box.width / 2, box.height / 2)
        area = _rect(box).adjusted(inset, inset, -inset, -inset)
        solid, pale = look.filling is Filling.SOLID, look.filling is Filling.PALE
        self._painter.fillRect(area, colour if solid else self._ink.mixed(colour, 0.2 if pale else 0.0))
        if not (solid or pale):
            with self._clipped(area):
                self._pattern(area, look.filling, colour)
        self._painter.setPen(
            QPen(colour, OUTLINE_PT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
        )
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(area)

    def _pattern(self, area: QRectF, filling: Filling, colour: QColor) -> None:
        """Fill with stripes or dots of one width, whatever the scale of the painter."""
        if filling is Filling.STRIPES:
            self._painter.setPen(QPen(colour, STRIPE_PT * 0.32))
            count = int((area.width() + area.height()) / STRIPE_PT) + 2
            for number in range(count):
                x = area.left() + number * STRIPE_PT
                self._painter.drawLine(QPointF(x, area.top()), QPointF(x - area.height(), area.bottom()))
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        row_pt = DOT_PT * 0.8
        for row in range(int(area.height() / row_pt) + 2):
            for column in range(int(area.width() / DOT_PT) + 2):
                x = area.left() + (column + 0.5 * (row % 2)) * DOT_PT
                self._painter.drawEllipse(QPointF(x, area.top() + row * row_pt), 1.1, 1.1)

    def _lines(self) -> None:
        found = list(points(self._made))
        for row, look in enumerate(self._made.looks):
            own = [QPointF(point.x, point.y) for point in found if point.series == row]
            self._stroke(own, look)
        for point in found:
            self._marker(QPointF(point.x, point.y), self._made.looks[point.series])

    def _stroke(self, places: list[QPointF], look: SeriesLook) -> None:
        pen = QPen(self._ink.series[look.colour], STROKE_PT)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if look.stroke is Stroke.SOLID else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if look.stroke in DASHES:
            pen.setDashPattern(DASHES[look.stroke])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF(places))

    def _marker(self, place: QPointF, look: SeriesLook) -> None:
        colour = self._ink.series[look.colour]
        self._painter.setPen(QPen(colour, OUTLINE_PT * 1.3))
        self._painter.setBrush(colour if look.colour is Colour.LEAD else self._ink.background)
        if look.marker is Marker.CIRCLE:
            self._painter.drawEllipse(place, MARKER_PT / 2, MARKER_PT / 2)
        else:
            self._painter.drawPolygon(QPolygonF([place + corner for corner in _corners(look.marker)]))

    def _labels(self) -> None:
        is_line = self._made.chart.type is ChartType.LINE
        for label in value_labels(self._made, _measure(self._ink.family)):
            colour = self._ink.series[self._made.looks[label.series].colour] if is_line else self._ink.text
            if self._made.ticks is not None:  # no line of the grid runs through a number
                self._painter.fillRect(_rect(label.box).adjusted(0, 1, 0, -1), self._ink.background)
            self._words(label.words, _rect(label.box), STANDING, colour, bold=True)

    def _names(self) -> None:
        line = self._made.size_pt * LINE_HEIGHT
        for name in self._made.names:
            for number, words in enumerate(name.lines):
                area = QRectF(name.box.x, name.box.y + number * line, name.box.width, line)
                self._words(words, area, LYING if self._lying else STANDING, self._ink.text)

    def _head(self) -> None:
        """Draw the unit and the legend."""
        left = Qt.AlignmentFlag.AlignLeft
        if self._made.caption is not None:
            words, box = self._made.caption
            self._words(words, _rect(box).adjusted(0, 0, 20, 0), left, self._ink.muted)
        for entry in self._made.legend:
            self._swatch(QRectF(entry.box.x, entry.box.y, entry.swatch_width, entry.box.height), entry.look)
            words_left = entry.box.x + entry.swatch_width + self._made.size_pt * 0.45
            area = QRectF(words_left, entry.box.y, entry.box.right - words_left + 20, entry.box.height)
            self._words(entry.name, area, left, self._ink.text)

    def _swatch(self, area: QRectF, look: SeriesLook) -> None:
        if self._made.chart.type is ChartType.LINE:
            middle = area.center()
            self._stroke([QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y())], look)
            self._marker(middle, look)
            return
        side = area.width()
        self._bar(Box(area.left(), area.center().y() - side / 2, side, side), look)

    def _words(self, words: str, area: QRectF, side: Qt.AlignmentFlag, colour: QColor, *, bold: bool = False) -> None:
        scale = self._made.size_pt / SET_AT_PX
        face = _font(self._ink.family, bold=bold)
        shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, area.width() / scale + 1)
        self._painter.save()
        self._painter.translate(area.topLeft())
        self._painter.scale(scale, scale)
        self._painter.setFont(face)
        self._painter.setPen(colour)
        room = QRectF(0, 0, area.width() / scale, area.height() / scale)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        self._painter.drawText(room, int(flags), shown)
        self._painter.restore()

    @contextmanager
    def _clipped(self, area: QRectF) -> Iterator[None]:
        self._painter.save()
        self._painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        yield
        self._painter.restore()


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _corners(marker: Marker) -> list[QPointF]:
    reach = MARKER_PT / 2
    if marker is Marker.SQUARE:
        return [QPointF(x * reach, y * reach) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    if marker is Marker.TRIANGLE:
        return [QPointF(x * reach, y * reach) for x, y in ((0, -1.15), (1.1, 0.85), (-1.1, 0.85))]
    return [QPointF(x * reach * 1.25, y * reach * 1.25) for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))]
