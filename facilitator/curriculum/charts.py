"""Charts from their fences: a table of numbers becomes what the window and the deck draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.mark_settings import Settings
from facilitator.curriculum.numbers import number_of
from facilitator.curriculum.outline import Fence, Words
from facilitator.curriculum.text import Chart, ChartType, Series, Table, plain_spans
from facilitator.curriculum.values import Place
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.curriculum.file_findings import FileFindings

MOST_SERIES = 4
FEWEST_CATEGORIES, MOST_CATEGORIES = 2, 8
LONGEST_NAME = 40


def read_chart(fence: Fence, findings: FileFindings) -> Chart | None:
    """Make a chart of a fence with a table; None, with findings, where there is nothing to draw."""
    reader = _ChartReader(fence, findings)
    chart = reader.read()
    return chart if not reader.is_spoiled else None


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of one row of the table, and its line in the file."""

    cells: tuple[str, ...]
    line: int


class _ChartReader:
    """Reads one chart; a fault that leaves nothing true to draw spoils it."""

    def __init__(self, fence: Fence, findings: FileFindings) -> None:
        self._fence = fence
        self._findings = findings
        self.is_spoiled = False

    def read(self) -> Chart:
        """Give the chart; what is missing or wrong in it is a finding, and it may be spoiled."""
        settings = Settings(self._fence.attributes, self._fence.line, self._findings)
        type_ = ChartType(settings.choice("type", [*ChartType], ChartType.COLUMNS, required=True))
        low, high = settings.number("low"), settings.number("high")
        unit, alt = settings.words("unit"), settings.words("alt")
        settings.unknown()
        self._check_alt(alt)
        header, *rows = self._rows() or [_Row((), 0)]
        chart = Chart(
            type_,
            tuple(row.cells[0] for row in rows),
            tuple(self._series(header, rows)),
            unit,
            alt,
            *self._ends(low, high),
        )
        if not self.is_spoiled:
            self._check_size(chart, header.line)
            self._check_names(header, rows)
            self._check_inside(chart, rows)
        return chart

    def _rows(self) -> list[_Row]:
        words = [node for node in self._fence.children if isinstance(node, Words)]
        tables = [(block, node.line) for node in words for block in node.text if isinstance(block, Table)]
        if not tables:
            self._spoil(
                "unit.chart-table",
                _("The chart has no table, so there is nothing to draw."),
                _("Write a table: categories in its first column, a series in each other one."),
                self._fence.line,
            )
            return []
        for node in words:
            if len(node.text) > 1 or not isinstance(node.text[0], Table) or node.line != tables[0][1]:
                self._findings.error(
                    "unit.chart-extra",
                    _("This stands in the chart beside its table and is not shown."),
                    _("Put it before or after the fence; a second table needs a fence of its own."),
                    Place(node.line),
                )
        table, line = tables[0]
        # between the header and the first row of numbers there is the line of dashes
        lines = (line, *range(line + 2, line + 2 + len(table.rows)))
        rows = zip((table.header, *table.rows), lines, strict=True)
        return [_Row(tuple(plain_spans(cell).strip() for cell in row), at) for row, at in rows]

    def _series(self, header: _Row, rows: list[_Row]) -> Iterator[Series]:
        numbers = [[self._number(row, place) for place in range(1, len(row.cells))] for row in rows]
        for place, name in enumerate(header.cells[1:]):
            yield Series(name, tuple(row[place] for row in numbers))

    def _number(self, row: _Row, place: int) -> float:
        text = row.cells[place]
        number = number_of(text)
        if number is not None:
            return number
        if text:
            message = _("“{text}” in the chart is not a number.").format(text=text[:40])
        else:
            message = _("The row “{name}” of the chart has an empty cell.").format(name=row.cells[0][:40])
        self._spoil(
            "unit.chart-number",
            message,
            _("Write a number such as 40, 46.5 or 1,200; what it counts goes into unit="),
            row.line,
        )
        return 0.0

    def _ends(self, low: float | None, high: float | None) -> tuple[float | None, float | None]:
        if low is None or high is None or low < high:
            return low, high
        self._findings.error(
            "unit.chart-ends",
            _("The axis would begin at {low:g} and end at {high:g}.").format(low=low, high=high),
            _("Let low= be the smaller number."),
            Place(self._fence.line),
        )
        return None, None

    def _check_alt(self, alt: str) -> None:
        if not alt:
            self._findings.error(
                "unit.chart-alt",
                _("The chart has no words for those who cannot see it."),
                _('Say what it shows: alt="Repeat visits rose from 40 to 46 %."'),
                Place(self._fence.line),
            )

    def _check_size(self, chart: Chart, line: int) -> None:
        if not FEWEST_CATEGORIES <= len(chart.categories) <= MOST_CATEGORIES:
            self._spoil(
                "unit.chart-size",
                _("The chart has {number} categories; it can show {fewest} to {most}.").format(
                    number=len(chart.categories), fewest=FEWEST_CATEGORIES, most=MOST_CATEGORIES
                ),
                _("Each row is a category; join small ones, or use two slides."),
                line,
            )
        if not 1 <= len(chart.series) <= MOST_SERIES:
            self._spoil(
                "unit.chart-size",
                _("The chart has {number} series; it can show 1 to {most}.").format(
                    number=len(chart.series), most=MOST_SERIES
                ),
                _("Each column after the first is a series; keep those that the title speaks of."),
                line,
            )

    def _check_names(self, header: _Row, rows: list[_Row]) -> None:
        for names in ([_Row((name,), header.line) for name in header.cells[1:]], rows):
            seen: set[str] = set()
            for row in names:
                self._check_name(row.cells[0], seen, row.line)

    def _check_name(self, name: str, seen: set[str], line: int) -> None:
        if not name:
            message = _("A category or series of the chart has no name.")
            self._findings.error("unit.chart-name", message, _("Name it in the table."), Place(line))
        elif name.casefold() in seen:
            message = _("The name “{name}” stands twice in the chart.").format(name=name[:40])
            self._findings.error("unit.chart-name", message, _("Say what tells them apart."), Place(line))
        elif len(name) > LONGEST_NAME:
            self._findings.warning(
                "unit.chart-name",
                _("The name “{name}…” is longer than {number} characters and will not fit under the chart.").format(
                    name=name[:20], number=LONGEST_NAME
                ),
                _("Shorten it; the rest goes into the notes."),
                Place(line),
            )
        seen.add(name.casefold())

    def _check_inside(self, chart: Chart, rows: list[_Row]) -> None:
        for place, row in enumerate(rows):
            for series in chart.series:
                value = series.values[place]
                if (chart.low is not None and value < chart.low) or (chart.high is not None and value > chart.high):
                    self._spoil(
                        "unit.chart-outside",
                        _("The value {value:g} lies outside of the axis.").format(value=value),
                        _("Widen low= or high= so that it is drawn whole."),
                        row.line,
                    )

    def _spoil(self, code: str, message: str, way_out: str, line: int) -> None:
        self.is_spoiled = True
        self._findings.error(code, message, way_out, Place(line))
