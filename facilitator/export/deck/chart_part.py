"""A chart as DrawingML: native and editable, in the theme's colours and font, with every place as sketched."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from facilitator.curriculum.text import ChartType
from facilitator.export.charts.looks import Colour, Filling, SeriesLook, Stroke
from facilitator.export.charts.numerals import Numerals, chart_values, decimals_of
from facilitator.export.charts.places import MARKER_PT, Side, value_labels
from facilitator.export.charts.sketch import APART_PERCENT, Box, Measure, Sketch, sketch
from facilitator.export.deck.chart_book import SHEET
from facilitator.export.deck.markup import attribute, xml

if TYPE_CHECKING:
    from facilitator.curriculum.text import Chart, Series
    from facilitator.export.deck.metrics import LetterWidths

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222
COLOURS = {Colour.QUIET: "tx2", Colour.SECOND: "accent2", Colour.THIRD: "accent4", Colour.LEAD: "accent1"}
PATTERNS = {Filling.STRIPES: "wdUpDiag", Filling.DOTS: "pct30"}
STROKES = {Stroke.SOLID: "solid", Stroke.DASHES: "dash", Stroke.DOTS: "sysDot", Stroke.LONG_DASHES: "lgDash"}
SIDES = {Side.ABOVE: "t", Side.BELOW: "b", Side.LEFT: "l", Side.RIGHT: "r"}
OUTLINE, STROKE, HAIRLINE = 15875, 34925, 9525  # EMU
GRID = '<a:schemeClr val="bg2"><a:lumMod val="90000"/></a:schemeClr>'
NOTHING = "<a:noFill/><a:ln><a:noFill/></a:ln>"


@lru_cache(maxsize=256)
def chart_part(chart: Chart, width_pt: float, height_pt: float, letters: LetterWidths, language: str) -> str:
    """Give the chart part for a frame of a size; its workbook is relation rId1."""
    measure = measure_with(letters)
    return _Writer(sketch(chart, width_pt, height_pt, measure), width_pt, height_pt, measure, language).xml()


def measure_with(letters: LetterWidths) -> Measure:
    """Give how wide words are in the bold letters of the deck, in which the labels are set."""
    return lambda words, size: letters.word(words, bold=True) * size


def data_format(chart: Chart) -> str:
    """Give the number format of the workbook's cells: the numbers as they are, without a unit."""
    return Numerals(decimals_of(chart_values(chart)), "").office_format()


class _Writer:
    """Writes one chart."""

    def __init__(self, made: Sketch, width_pt: float, height_pt: float, measure: Measure, language: str) -> None:
        self._made = made
        self._chart = made.chart
        self._width, self._height = width_pt, height_pt
        self._language = language
        self._sides = {(label.series, label.category): label.side for label in value_labels(made, measure)}

    def xml(self) -> str:
        title = self._caption() + f'<c:autoTitleDeleted val="{0 if self._made.caption else 1}"/>'
        plot = f"<c:plotArea>{self._layout(self._made.plot, inner=True)}{self._plot()}{self._axes()}</c:plotArea>"
        return (
            f'{HEAD}<c:chartSpace {NAMESPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>{title}{plot}'
            f'{self._legend()}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
            f"<c:spPr>{NOTHING}</c:spPr>{self._text('tx1')}"
            '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
        )

    def _plot(self) -> str:
        rows = "".join(self._series(number) for number in range(len(self._chart.series)))
        axes = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
        if self._chart.type is ChartType.LINE:
            return (
                f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{rows}<c:marker val="1"/>{axes}'
                "</c:lineChart>"
            )
        lying = "bar" if self._chart.type is ChartType.BARS else "col"
        return (
            f'<c:barChart><c:barDir val="{lying}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{rows}'
            f'<c:gapWidth val="{self._made.gap_percent}"/><c:overlap val="-{APART_PERCENT}"/>{axes}</c:barChart>'
        )

    def _series(self, number: int) -> str:
        series, look = self._chart.series[number], self._made.looks[number]
        column = chr(ord("B") + number)
        last = len(self._chart.categories) + 1
        is_line = self._chart.type is ChartType.LINE
        shape = _line_shape(look) if is_line else f'{_bar_shape(look)}<c:invertIfNegative val="0"/>'
        labels = self._line_labels(number) if is_line else self._bar_labels()
        return (
            f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
            f"<c:tx>{_words(f'{SHEET}!${column}$1', (series.name,))}</c:tx>{shape}{labels}"
            f"<c:cat>{_words(f'{SHEET}!$A$2:$A${last}', self._chart.categories)}</c:cat>"
            f"<c:val>{_numbers(f'{SHEET}!${column}$2:${column}${last}', series, data_format(self._chart))}</c:val>"
            f"{'<c:smooth val=' + chr(34) + '0' + chr(34) + '/>' if is_line else ''}</c:ser>"
        )

    def _bar_labels(self) -> str:
        if self._made.values is None:
            return ""
        return f"<c:dLbls>{self._label(self._made.values, 'outEnd', 'tx1')}</c:dLbls>"

    def _line_labels(self, number: int) -> str:
        values = self._made.values
        colour = COLOURS[self._made.looks[number].colour]
        single = "".join(
            f'<c:dLbl><c:idx val="{category}"/>{self._label(values, SIDES[side], colour)}</c:dLbl>'
            for (series, category), side in sorted(self._sides.items())
            if series == number and values
        )
        return f"<c:dLbls>{single}{_shown(value=False)}</c:dLbls>"

    def _label(self, numerals: Numerals, side: str, colour: str) -> str:
        code = f'<c:numFmt formatCode={attribute(numerals.office_format())} sourceLinked="0"/>'
        # No line of the grid runs through a number; among several series the box would cover neighbours
        is_clear = self._made.ticks is not None and len(self._chart.series) == 1
        ground = f"{_fill('bg1')}<a:ln><a:noFill/></a:ln>" if is_clear else NOTHING
        look = f"<c:spPr>{ground}</c:spPr>{self._text(colour, bold=True)}"
        return f'{code}{look}<c:dLblPos val="{side}"/>{_shown(value=True)}'

    def _axes(self) -> str:
        return self._category_axis() + self._value_axis()

    def _category_axis(self) -> str:
        lying = self._chart.type is ChartType.BARS
        order, side = ("maxMin", "l") if lying else ("minMax", "b")  # lying bars would begin at the bottom
        base = f'<c:spPr><a:ln w="{OUTLINE}">{_fill("tx2")}</a:ln></c:spPr>'
        upright = '<a:bodyPr rot="0" vert="horz"/>'  # names break into lines and are never turned
        return (
            f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
            f'<c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
            f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{base}'
            f'{self._text("tx1", body=upright)}<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/>'
            '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        )

    def _value_axis(self) -> str:
        side, crosses = ("b", "max") if self._chart.type is ChartType.BARS else ("l", "autoZero")
        axis, ticks = self._made.axis, self._made.ticks
        line = f'<a:ln w="{HAIRLINE}"><a:solidFill>{GRID}</a:solidFill></a:ln>'
        grid = f"<c:majorGridlines><c:spPr>{line}</c:spPr></c:majorGridlines>" if ticks else ""
        code = attribute(ticks.office_format() if ticks else "General")
        return (
            f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
            f'<c:max val="{axis.high!r}"/><c:min val="{axis.low!r}"/></c:scaling>'
            f'<c:delete val="{0 if ticks else 1}"/><c:axPos val="{side}"/>{grid}'
            f'<c:numFmt formatCode={code} sourceLinked="0"/><c:majorTickMark val="none"/>'
            '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
            f'{self._text("tx2")}<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="{crosses}"/>'
            f'<c:crossBetween val="between"/><c:majorUnit val="{axis.step!r}"/></c:valAx>'
        )

    def _caption(self) -> str:
        """Write the unit as the chart's title: the one text that may stand anywhere."""
        if self._made.caption is None:
            return ""
        words, box = self._made.caption
        run = f'<a:r><a:rPr lang="{self._language}" sz="{self._size}" b="0"/><a:t>{xml(words)}</a:t></a:r>'
        properties = f"<a:pPr>{self._properties('tx2')}</a:pPr>"
        return (
            f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>{properties}{run}</a:p></c:rich></c:tx>"
            f'{self._layout(box, sized=False)}<c:overlay val="1"/></c:title>'
        )

    def _legend(self) -> str:
        entries = self._made.legend
        if not entries:
            return ""
        left, top = min(e.box.x for e in entries), min(e.box.y for e in entries)
        right, bottom = max(e.box.right for e in entries), max(e.box.bottom for e in entries)
        room = min(self._width - left, (right - left) * 1.06 + self._made.size_pt)
        box = Box(left, top, room, bottom - top)
        return (
            f'<c:legend><c:legendPos val="t"/>{self._layout(box)}<c:overlay val="1"/>{self._text("tx1")}</c:legend>'
        )

    def _layout(self, box: Box, *, inner: bool = False, sized: bool = True) -> str:
        target = '<c:layoutTarget val="inner"/>' if inner else ""
        x, y = box.x / self._width, box.y / self._height
        size = ""
        if sized:
            wide, high = box.width / self._width, box.height / self._height
            size = f'<c:w val="{wide:.5f}"/><c:h val="{high:.5f}"/>'
        return (
            f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
            f'<c:x val="{x:.5f}"/><c:y val="{y:.5f}"/>{size}</c:manualLayout></c:layout>'
        )

    @property
    def _size(self) -> int:
        return round(self._made.size_pt * 100)

    def _text(self, colour: str, *, bold: bool = False, body: str = "<a:bodyPr/>") -> str:
        style = f"<a:pPr>{self._properties(colour, bold=bold)}</a:pPr>"
        return f'<c:txPr>{body}<a:lstStyle/><a:p>{style}<a:endParaRPr lang="{self._language}"/></a:p></c:txPr>'

    def _properties(self, colour: str, *, bold: bool = False) -> str:
        return f'<a:defRPr sz="{self._size}" b="{int(bold)}">{_fill(colour)}<a:latin typeface="+mn-lt"/></a:defRPr>'


def _shown(*, value: bool) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def _bar_shape(look: SeriesLook) -> str:
    colour = COLOURS[look.colour]
    if look.filling is Filling.SOLID:
        inside = _fill(colour)
    elif look.filling is Filling.PALE:
        inside = (
            f'<a:solidFill><a:schemeClr val="{colour}"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>'
            "</a:solidFill>"
        )
    else:
        inside = (
            f'<a:pattFill prst="{PATTERNS[look.filling]}"><a:fgClr><a:schemeClr val="{colour}"/></a:fgClr>'
            '<a:bgClr><a:schemeClr val="bg1"/></a:bgClr></a:pattFill>'
        )
    return f'<c:spPr>{inside}<a:ln w="{OUTLINE}">{_fill(colour)}</a:ln></c:spPr>'


def _line_shape(look: SeriesLook) -> str:
    colour = COLOURS[look.colour]
    is_lead = look.colour is Colour.LEAD
    marker_fill = _fill(colour if is_lead else "bg1")
    return (
        f'<c:spPr><a:ln w="{STROKE}" cap="rnd">{_fill(colour)}<a:prstDash val="{STROKES[look.stroke]}"/><a:round/>'
        f'</a:ln></c:spPr><c:marker><c:symbol val="{look.marker}"/><c:size val="{round(MARKER_PT)}"/>'
        f'<c:spPr>{marker_fill}<a:ln w="{OUTLINE}">{_fill(colour)}</a:ln></c:spPr></c:marker>'
    )


def _words(place: str, words: tuple[str, ...]) -> str:
    rows = "".join(f'<c:pt idx="{number}"><c:v>{xml(each)}</c:v></c:pt>' for number, each in enumerate(words))
    return f'<c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val="{len(words)}"/>{rows}</c:strCache></c:strRef>'


def _numbers(place: str, series: Series, code: str) -> str:
    rows = "".join(_point(number, value) for number, value in enumerate(series.values))
    return (
        f"<c:numRef><c:f>{place}</c:f><c:numCache><c:formatCode>{xml(code)}</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{rows}</c:numCache></c:numRef>'
    )


def _point(number: int, value: float) -> str:
    return f'<c:pt idx="{number}"><c:v>{value!r}</c:v></c:pt>'
