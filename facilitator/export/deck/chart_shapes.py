"""The slides that charts need: alone, under a few lines, beside a list, or two to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.curriculum.text import Chart, ItemList, Paragraph, Picture, Text
from facilitator.export.deck.slides import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.curriculum.text import TextBlock


def chart_shapes(body: Text, *, in_columns: bool) -> Iterator[tuple[Role, Text, Text]]:
    """Give role, body and second of each slide that a body with charts becomes.

    Each chart has a slide with the words before it, the last one with those behind it as well; in columns, two charts
    share a slide. Pictures follow on slides of their own.
    """
    pictures = tuple(block for block in body if isinstance(block, Picture))
    rest = tuple(block for block in body if not isinstance(block, Picture))
    charts = [place for place, block in enumerate(rest) if isinstance(block, Chart)]
    if in_columns and len(charts) == 2 and not any(isinstance(block, ItemList) for block in rest):
        cut = _column_start(rest, charts[1])
        yield Role.TWO_CHARTS, rest[:cut], rest[cut:]
    else:
        yield from _one_by_one(rest, charts, in_columns=in_columns)
    yield from ((Role.WIDE_PICTURE, (picture,), ()) for picture in pictures)


def charts_of(text: Text) -> tuple[Chart, ...]:
    """Give the charts in a text."""
    return tuple(block for block in text if isinstance(block, Chart))


def words_of(text: Text) -> Text:
    """Give a text without its charts."""
    return tuple(block for block in text if not isinstance(block, Chart))


def _one_by_one(rest: Text, charts: list[int], *, in_columns: bool) -> Iterator[tuple[Role, Text, Text]]:
    begin = 0
    for place in charts:
        end = len(rest) if place == charts[-1] else place + 1
        yield _one(rest[begin:end], in_columns=in_columns)
        begin = end


def _one(part: Text, *, in_columns: bool) -> tuple[Role, Text, Text]:
    words, charts = words_of(part), charts_of(part)
    if not words:
        return Role.CHART, charts, ()
    if in_columns and isinstance(part[0], Chart):
        return Role.CHART_AND_TEXT, charts, words
    if in_columns or any(isinstance(block, ItemList) for block in words):
        return Role.TEXT_AND_CHART, words, charts
    return Role.CHART_BELOW, (*words, *charts), ()


def _column_start(rest: tuple[TextBlock, ...], chart: int) -> int:
    """Find where the column of a chart starts: at the lines right before it."""
    while chart > 1 and isinstance(rest[chart - 1], Paragraph):
        chart -= 1
    return chart
