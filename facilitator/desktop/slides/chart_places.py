"""Where words and charts of a slide go: as in the deck, and all charts of a slide on the one there is here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QRectF

from facilitator.curriculum.text import Chart, Picture, Text
from facilitator.export.deck.chart_shapes import chart_shapes, charts_of, words_of
from facilitator.export.deck.slides import Role

if TYPE_CHECKING:
    from collections.abc import Callable

Seen: TypeAlias = Chart | Picture

WORDS_SHARE = 0.38  # of the width, beside a chart
OVER_MOST_SHARE = 0.36  # of the height, over a chart
SPACE, UNDER = 56.0, 20.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Words with their rectangles, and charts and pictures with theirs."""

    words: tuple[tuple[Text, QRectF], ...]
    seen: tuple[tuple[Seen, QRectF], ...]


def place_charts(
    body: Text,
    area: QRectF,
    height_of: Callable[[Text, float], float],
    *,
    in_columns: bool,
    shown: tuple[Picture, ...],
) -> Placed:
    """Share an area among the words, the charts and the shown pictures of a slide.

    Args:
        body: what stands on the slide; pictures that are not among those shown are said in words.
        area: the room under the title.
        height_of: how high words become at a width.
        in_columns: whether the author asked for two columns.
        shown: the pictures that are there.
    """
    rest = tuple(block for block in body if block not in shown)
    shapes = [shape for shape in chart_shapes(rest, in_columns=in_columns) if charts_of((*shape[1], *shape[2]))]
    if len(shapes) == 1 and not shown and shapes[0][0] is Role.TWO_CHARTS:
        return _two(shapes[0][1], shapes[0][2], area, height_of)
    words = words_of(rest)
    seen: tuple[Seen, ...] = (*charts_of(rest), *shown)
    if not words:
        return Placed((), _row(seen, area))
    if len(shapes) == 1 and shapes[0][0] is Role.CHART_AND_TEXT:
        return _beside(words, seen, area, chart_first=True)
    over = height_of(words, area.width())
    if any(role is Role.TEXT_AND_CHART for role, _body, _second in shapes) or over > area.height() * OVER_MOST_SHARE:
        return _beside(words, seen, area, chart_first=False)
    head = QRectF(area.left(), area.top(), area.width(), over)
    return Placed(((words, head),), _row(seen, _under(area, over)))


def _two(left: Text, right: Text, area: QRectF, height_of: Callable[[Text, float], float]) -> Placed:
    width = (area.width() - SPACE) / 2
    columns = [QRectF(area.left() + n * (width + SPACE), area.top(), width, area.height()) for n in range(2)]
    pairs = list(zip((left, right), columns, strict=True))
    over = max(height_of(words, width) if (words := words_of(text)) else 0.0 for text in (left, right))
    return Placed(
        tuple(
            (words, QRectF(column.left(), column.top(), width, over))
            for text, column in pairs
            if (words := words_of(text))
        ),
        tuple((charts_of(text)[0], _under(column, over)) for text, column in pairs),
    )


def _under(area: QRectF, height: float) -> QRectF:
    return area.adjusted(0, height + UNDER if height else 0.0, 0, 0)


def _beside(words: Text, seen: tuple[Seen, ...], area: QRectF, *, chart_first: bool) -> Placed:
    width = (area.width() - SPACE) * WORDS_SHARE
    chart_width = area.width() - SPACE - width
    words_left = area.left() + (chart_width + SPACE if chart_first else 0.0)
    chart_left = area.left() + (0.0 if chart_first else width + SPACE)
    rows = (area.height() - UNDER * (len(seen) - 1)) / len(seen)
    cells = [QRectF(chart_left, area.top() + n * (rows + UNDER), chart_width, rows) for n in range(len(seen))]
    return Placed(
        ((words, QRectF(words_left, area.top(), width, area.height())),), tuple(zip(seen, cells, strict=True))
    )


def _row(seen: tuple[Seen, ...], area: QRectF) -> tuple[tuple[Seen, QRectF], ...]:
    width = (area.width() - SPACE * (len(seen) - 1)) / len(seen)
    cells = [QRectF(area.left() + n * (width + SPACE), area.top(), width, area.height()) for n in range(len(seen))]
    return tuple(zip(seen, cells, strict=True))
