"""The workbook behind a chart: what opens in Excel when somebody edits the chart's data."""

from __future__ import annotations

import datetime as dt
import io
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.curriculum.text import Chart

SHEET = "Sheet1"  # the name Office itself gives
_MADE = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)  # the same data, the same bytes


@lru_cache(maxsize=256)
def chart_book(chart: Chart, number_format: str) -> bytes:
    """Give an .xlsx with categories in column A and a series in each column after it."""
    import xlsxwriter  # noqa: PLC0415 -- heavy, and most decks have no chart

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, max(map(len, chart.categories)) + 2)
    style = book.add_format({"num_format": number_format})
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(chart.series, 1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            sheet.write_number(row, column, value, style)
    book.close()
    return file.getvalue()
