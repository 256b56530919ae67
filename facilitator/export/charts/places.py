"""Where the bars, points and labels of a laid out chart are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.curriculum.text import ChartType
from facilitator.export.charts.sketch import APART_PERCENT, LINE_HEIGHT, Box, Measure, Sketch, value_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LABEL_GAP_PT = 4.0
POINT_GAP_PT, POINT_SIDE_GAP_PT = 7.0, 9.0  # from the middle of a marker to its label
MARKER_PT = 9.0


class Side(StrEnum):
    """On which side of its bar's end or its point a label stands."""

    ABOVE = "above"
    BELOW = "below"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: which series and category it shows, and its rectangle, flat where the value is the base."""

    series: int
    category: int
    box: Box


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a line, in points."""

    series: int
    category: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ValueLabel:
    """The number at a value."""

    series: int
    category: int
    words: str
    side: Side
    box: Box


def tick_places(made: Sketch) -> tuple[tuple[float, float], ...]:
    """Give each tick of the axis with its place along it: y for standing charts, x for lying ones."""
    return tuple((tick, _along(made, tick)) for tick in made.axis.ticks)


def base_place(made: Sketch) -> float:
    """Give where along the axis bars stand and the line of the categories runs."""
    return _along(made, made.axis.base)


def bars(made: Sketch) -> Iterator[Bar]:
    """Give every bar, series by series; none for a line."""
    if made.chart.type is ChartType.LINE:
        return
    thick = made.thickness
    group = thick * (len(made.chart.series) + (len(made.chart.series) - 1) * APART_PERCENT / 100)
    base = base_place(made)
    for row, series in enumerate(made.chart.series):
        for place, value in enumerate(series.values):
            across = (place + 0.5) * made.pitch - group / 2 + row * thick * (1 + APART_PERCENT / 100)
            end = _along(made, value)
            low, length = min(base, end), abs(end - base)
            if made.chart.type is ChartType.BARS:
                yield Bar(row, place, Box(low, made.plot.y + across, length, thick))
            else:
                yield Bar(row, place, Box(made.plot.x + across, low, thick, length))


def points(made: Sketch) -> Iterator[Point]:
    """Give the points of every line, series by series; none for bars."""
    if made.chart.type is not ChartType.LINE:
        return
    for row, series in enumerate(made.chart.series):
        for place, value in enumerate(series.values):
            yield Point(row, place, made.plot.x + (place + 0.5) * made.pitch, _along(made, value))


def value_labels(made: Sketch, measure: Measure) -> tuple[ValueLabel, ...]:
    """Give the labels that have room: all those of bars, and those of points that run into nothing."""
    if made.values is None:
        return ()
    if made.chart.type is ChartType.LINE:
        return tuple(_line_labels(made, measure))
    return tuple(_bar_label(made, bar, measure) for bar in bars(made))


def _along(made: Sketch, value: float) -> float:
    share = made.axis.share(value)
    if made.chart.type is ChartType.BARS:
        return made.plot.x + share * made.plot.width
    return made.plot.bottom - share * made.plot.height


def _bar_label(made: Sketch, bar: Bar, measure: Measure) -> ValueLabel:
    value = made.chart.series[bar.series].values[bar.category]
    words = value_words(made, value)
    width, height = measure(words, made.size_pt), made.size_pt * LINE_HEIGHT
    is_under = value < made.axis.base
    if made.chart.type is ChartType.BARS:
        side = Side.LEFT if is_under else Side.RIGHT
        x = bar.box.x - LABEL_GAP_PT - width if is_under else bar.box.right + LABEL_GAP_PT
        y = bar.box.y + (bar.box.height - height) / 2
    else:
        side = Side.BELOW if is_under else Side.ABOVE
        x = bar.box.x + (bar.box.width - width) / 2
        y = bar.box.bottom + LABEL_GAP_PT / 2 if is_under else bar.box.y - LABEL_GAP_PT / 2 - height
    return ValueLabel(bar.series, bar.category, words, side, Box(x, y, width, height))


def _line_labels(made: Sketch, measure: Measure) -> Iterator[ValueLabel]:
    """Place labels one by one, the last points first, since they say where it all went."""
    found = tuple(points(made))
    last = len(made.chart.categories) - 1
    markers = [Box(p.x - MARKER_PT / 2, p.y - MARKER_PT / 2, MARKER_PT, MARKER_PT) for p in found]
    strokes = [(a, b) for a, b in pairwise(found) if a.series == b.series]
    taken: list[Box] = []
    for point in sorted(found, key=lambda p: ({last: 0, 0: 1}.get(p.category, 2), p.category, p.y)):
        label = _best_place(made, point, measure, [*taken, *markers], strokes)
        if label:
            taken.append(label.box)
            yield label


def _best_place(
    made: Sketch, point: Point, measure: Measure, taken: Iterable[Box], strokes: Iterable[tuple[Point, Point]]
) -> ValueLabel | None:
    words = value_words(made, made.chart.series[point.series].values[point.category])
    width, height = measure(words, made.size_pt), made.size_pt * LINE_HEIGHT
    gap, side_gap = POINT_GAP_PT, POINT_SIDE_GAP_PT
    boxes = {
        Side.ABOVE: Box(point.x - width / 2, point.y - gap - height, width, height),
        Side.BELOW: Box(point.x - width / 2, point.y + gap, width, height),
        Side.RIGHT: Box(point.x + side_gap, point.y - height / 2, width, height),
        Side.LEFT: Box(point.x - side_gap - width, point.y - height / 2, width, height),
    }
    plot, head = made.plot, made.size_pt * LINE_HEIGHT + gap
    room = Box(plot.x, plot.y - head, plot.width, plot.height + head)
    free = [
        (sum(_crosses(stroke, box) for stroke in strokes), number, side, box)
        for number, (side, box) in enumerate(_in_order(point, made, boxes))
        if _holds(room, box) and not any(box.overlaps(other) for other in taken)
    ]
    crossed, _number, side, box = min(free, key=lambda each: each[:2], default=(1, 0, Side.ABOVE, room))
    if not free or (crossed and len(made.chart.series) > 1):  # a number across lines is read as another line's
        return None
    return ValueLabel(point.series, point.category, words, side, box)


def _in_order(point: Point, made: Sketch, boxes: dict[Side, Box]) -> Iterator[tuple[Side, Box]]:
    """Give the sides as one would try them: behind the last point, in a valley below, else above."""
    values = made.chart.series[point.series].values
    place = point.category
    around = [values[n] for n in (place - 1, place + 1) if 0 <= n < len(values)]
    first = Side.BELOW if max(around) > values[place] <= min(around) and len(around) > 1 else Side.ABOVE
    if place == len(values) - 1:
        first = Side.RIGHT
    yield first, boxes[first]
    yield from ((side, box) for side, box in boxes.items() if side is not first)


def _holds(room: Box, box: Box) -> bool:
    return box.x >= room.x and box.right <= room.right and box.y >= room.y and box.bottom <= room.bottom


def _crosses(stroke: tuple[Point, Point], box: Box) -> bool:
    """Tell whether a straight line runs through a box, looked at in steps fine enough for letters."""
    one, two = stroke
    if two.x < box.x or one.x > box.right:
        return False
    for number in range(25):
        x = one.x + (two.x - one.x) * number / 24
        y = one.y + (two.y - one.y) * number / 24
        if box.x <= x <= box.right and box.y <= y <= box.bottom:
            return True
    return False
