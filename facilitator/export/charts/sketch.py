"""A chart laid out in a rectangle: plot, names, legend and labels in points, for any program to draw.

Nothing here knows a font: the caller says how wide words are. The deck writes these places into the chart, the
window paints at them, so that both show the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from facilitator.curriculum.text import Chart, ChartType
from facilitator.export.charts.axis import Axis, axis_of, shows_axis_always
from facilitator.export.charts.looks import SeriesLook, looks_of
from facilitator.export.charts.numerals import Numerals, chart_values, decimals_of, is_sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Measure: TypeAlias = Callable[[str, float], float]  # words and type size to width, all in points

SIZES_PT = (18.0, 16.0, 14.0)
LINE_HEIGHT = 1.21
NAME_GAP_PT = 8.0  # between the plot and the names or numbers along it
HEADROOM_PT = 8.0  # over the letters of a label beyond a bar or a point
NAMES_SHARE = 0.38  # of the width, for the names beside lying bars
MOST_NAME_LINES = 3
WIDEST_COLUMN_PT, THICKEST_BAR_PT = 96.0, 46.0
LEAST_GAP_PERCENT, MOST_GAP_PERCENT = 55, 500
APART_PERCENT = 8  # of a bar's width, between the bars of one category
# Of the type size
ROW, SWATCH, LINE_SWATCH, SWATCH_GAP, ENTRY_GAP = 1.6, 0.85, 2.2, 0.45, 1.6


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Give where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Give where it ends."""
        return self.y + self.height

    def overlaps(self, other: Box) -> bool:
        """Tell whether two share room."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Name:
    """A category's name in lines, and the room it has."""

    lines: tuple[str, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Entry:
    """One series in the legend: the box holds its swatch and its words."""

    name: str
    look: SeriesLook
    box: Box
    swatch_width: float


@dataclass(frozen=True, slots=True)
class Sketch:
    """A chart with everything in its place.

    Attributes:
        size_pt: the size of all type in it.
        plot: the room between the ends of the axis and of the row of categories.
        values: how the labels at the values are written; None where they have no room.
        ticks: how the numbers of the axis are written; None where the labels say it all.
        caption: the unit, where it does not stand behind each number, and its box.
        gap_percent: between the groups of bars, in percent of a bar.
        is_roomy: nothing had to be squeezed.
    """

    chart: Chart
    size_pt: float
    axis: Axis
    plot: Box
    values: Numerals | None
    ticks: Numerals | None
    names: tuple[Name, ...]
    legend: tuple[Entry, ...] = ()
    caption: tuple[str, Box] | None = None
    gap_percent: int = 0
    is_roomy: bool = True

    @property
    def looks(self) -> tuple[SeriesLook, ...]:
        """Give how each series looks."""
        return looks_of(len(self.chart.series))

    @property
    def pitch(self) -> float:
        """Give how much room along the row of categories each one has."""
        length = self.plot.height if self.chart.type is ChartType.BARS else self.plot.width
        return length / len(self.chart.categories)

    @property
    def thickness(self) -> float:
        """Give how thick one bar is."""
        count = len(self.chart.series)
        return self.pitch / (count + (count - 1) * APART_PERCENT / 100 + self.gap_percent / 100)


def sketch(chart: Chart, width_pt: float, height_pt: float, measure: Measure, least_pt: float = 14.0) -> Sketch:
    """Lay a chart out as legibly as the room allows.

    Labels stand at the values, with the unit where there is room for it, else without, else the axis has numbers. No
    letter is smaller than asked for, unless names would be cut; none is smaller than 14 points then either.
    """
    asked = [size for size in SIZES_PT if size >= least_pt] or [least_pt]
    smaller = [size for size in (21.0, *SIZES_PT) if size < min(asked)]
    ways = (*_ways_to_write(chart), None)

    def made(size: float, numerals: Numerals | None) -> Sketch:
        return _Layout(chart, width_pt, height_pt, measure, size).made(numerals)

    tried = (made(size, numerals) for sizes in (asked, smaller) for numerals in ways for size in sizes)
    squeezed = (made(min(asked), numerals) for numerals in ways)
    fitting = (each for each in tried if each.is_roomy and _labels_fit(each, measure))
    return next(fitting, None) or next(each for each in squeezed if _labels_fit(each, measure))


def value_words(made: Sketch, value: float) -> str:
    """Give the label of a value, "" where labels have no room."""
    return made.values.words(value) if made.values else ""


def wrapped(words: str, room: float, size: float, measure: Measure) -> tuple[str, ...]:
    """Break words into lines that fit a room; a word that is wider stands alone."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines) or ("",)


def _ways_to_write(chart: Chart) -> Iterator[Numerals]:
    decimals = decimals_of(chart_values(chart))
    if is_sign(chart.unit):
        yield Numerals(decimals, chart.unit)
    yield Numerals(decimals, "")


def _labels_fit(made: Sketch, measure: Measure) -> bool:
    """Tell whether every label has room beside its neighbours; those of a line find their places one by one."""
    if made.values is None or made.chart.type is ChartType.LINE:
        return True
    if made.chart.type is ChartType.BARS:
        return made.thickness * (1 + APART_PERCENT / 100) >= made.size_pt * 1.05
    widest = _widest((value_words(made, value) for value in chart_values(made.chart)), made.size_pt, measure)
    alone = len(made.chart.series) == 1
    return widest + 3 <= (made.pitch if alone else made.thickness * (1 + APART_PERCENT / 100))


def _widest(words: Iterable[str], size: float, measure: Measure) -> float:
    return max((measure(each, size) for each in words), default=0.0)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Lays out one chart at one type size."""

    chart: Chart
    width: float
    height: float
    measure: Measure
    size: float

    def made(self, values: Numerals | None) -> Sketch:
        """Give the chart with its labels written in a way, or without labels."""
        chart, axis = self.chart, axis_of(self.chart)
        sign = chart.unit if is_sign(chart.unit) else ""
        caption = chart.unit if chart.unit and not sign else ""
        ticks = None
        if values is None or shows_axis_always(chart):
            ticks = Numerals(decimals_of(axis.ticks), sign)
        elif sign and not values.sign:
            caption = sign
        start = Sketch(chart, self.size, axis, Box(0, 0, self.width, self.height), values, ticks, ())
        headed = self._with_head(start, caption)
        made = self._lying(headed) if chart.type is ChartType.BARS else self._standing(headed)
        return self._with_gap(made)

    def _with_head(self, made: Sketch, caption: str) -> Sketch:
        """Put unit and legend in rows above the plot."""
        row, x, y = self.size * ROW, 0.0, 0.0
        captioned = None
        if caption:
            width = self.measure(caption, self.size)
            captioned = (caption, Box(0, 0, width, row))
            x = width + self.size * ENTRY_GAP
        entries: list[Entry] = []
        swatch = self.size * (LINE_SWATCH if self.chart.type is ChartType.LINE else SWATCH)
        for series, look in zip(self.chart.series, made.looks, strict=True):
            if len(self.chart.series) == 1:
                break
            width = swatch + self.size * SWATCH_GAP + self.measure(series.name, self.size)
            if x and x + width > self.width:
                x, y = 0.0, y + row
            entries.append(Entry(series.name, look, Box(x, y, width, row), swatch))
            x += width + self.size * ENTRY_GAP
        bottom = y + row if entries or captioned else 0.0
        plot = Box(0, bottom, self.width, self.height - bottom)
        return replace(made, plot=plot, legend=tuple(entries), caption=captioned)

    def _standing(self, made: Sketch) -> Sketch:
        """Place the plot of columns or a line: numbers at the left, names below."""
        left = self._tick_width(made) + NAME_GAP_PT if made.ticks else 0.0
        room = made.plot
        pitch = (room.width - left) / len(self.chart.categories)
        texts = [wrapped(name, pitch - 6, self.size, self.measure) for name in self.chart.categories]
        line = self.size * LINE_HEIGHT
        below = max(len(lines) for lines in texts) * line + NAME_GAP_PT
        top = self._headroom if made.values else self.size * 0.6
        plot = Box(left, room.y + top, room.width - left, room.height - top - below)
        names = tuple(
            Name(lines, Box(plot.x + number * pitch, plot.bottom + NAME_GAP_PT, pitch, len(lines) * line))
            for number, lines in enumerate(texts)
        )
        widest_word = _widest((word for lines in texts for word in lines), self.size, self.measure)
        roomy = widest_word <= pitch - 4 and max(map(len, texts)) <= MOST_NAME_LINES
        made = replace(made, plot=plot, names=names, is_roomy=roomy and plot.height >= self.height * 0.4)
        return self._with_room_below_zero(made, plot.height, self._headroom)

    def _lying(self, made: Sketch) -> Sketch:
        """Place the plot of lying bars: names at the left, numbers below."""
        room = made.plot
        most = self.width * NAMES_SHARE
        texts = [wrapped(name, most, self.size, self.measure) for name in self.chart.categories]
        widest = min(most, _widest((line for lines in texts for line in lines), self.size, self.measure))
        label = self._label_width(made)
        right = max(label + NAME_GAP_PT if made.values else 0.0, self._tick_width(made) / 2)
        below = self.size * LINE_HEIGHT + NAME_GAP_PT if made.ticks else 0.0
        left = widest + NAME_GAP_PT
        top = 4.0 if room.y else 0.0
        plot = Box(left, room.y + top, room.width - left - right, room.height - below - top)
        pitch, line = plot.height / len(texts), self.size * LINE_HEIGHT
        names = tuple(
            Name(lines, Box(0, plot.y + (number + 0.5) * pitch - len(lines) * line / 2, widest, len(lines) * line))
            for number, lines in enumerate(texts)
        )
        roomy = all(name.box.height <= pitch - 2 for name in names) and plot.width >= self.width * 0.4
        made = replace(made, plot=plot, names=names, is_roomy=roomy)
        return self._with_room_below_zero(made, plot.width, label + NAME_GAP_PT)

    def _with_room_below_zero(self, made: Sketch, length: float, wanted: float) -> Sketch:
        """Lower the axis where the label of a negative bar would run into the names."""
        least = min(chart_values(self.chart))
        axis = made.axis
        is_bar = self.chart.type is not ChartType.LINE
        if is_bar and made.values and least < 0 and self.chart.low is None and axis.share(least) * length < wanted:
            return replace(made, axis=replace(axis, low=axis.low - axis.step))
        return made

    def _with_gap(self, made: Sketch) -> Sketch:
        """Keep few bars from becoming slabs."""
        thickest = THICKEST_BAR_PT if self.chart.type is ChartType.BARS else WIDEST_COLUMN_PT
        count = len(self.chart.series)
        wanted = 100 * (made.pitch / thickest - count) - (count - 1) * APART_PERCENT
        return replace(made, gap_percent=round(min(max(wanted, LEAST_GAP_PERCENT), MOST_GAP_PERCENT)))

    @property
    def _headroom(self) -> float:
        """Give the room for a label beyond a bar's end or a point, with its gap."""
        return self.size * LINE_HEIGHT + HEADROOM_PT

    def _label_width(self, made: Sketch) -> float:
        words = (value_words(made, value) for value in chart_values(self.chart))
        return _widest(words, self.size, self.measure)

    def _tick_width(self, made: Sketch) -> float:
        if made.ticks is None:
            return 0.0
        return _widest((made.ticks.words(tick) for tick in made.axis.ticks), self.size, self.measure)
