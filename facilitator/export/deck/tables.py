"""Tables on slides: how wide the columns and how high the rows are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.export.deck.metrics import LINE_HEIGHT

if TYPE_CHECKING:
    from facilitator.curriculum.text import Table
    from facilitator.export.deck.metrics import LetterWidths

TABLE_SIZE_PT = 20.0
SMALLEST_TABLE_PT = 14.0
CELL_SIDE_PT = 7.2  # left and right margin of a cell
CELL_TOP_PT = 8.0  # above and below the words


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns and rows in points; the first height is the header's."""

    columns: tuple[float, ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """Add up the rows."""
        return sum(self.heights)


def table_grid(table: Table, width_pt: float, size_pt: float, letters: LetterWidths) -> Grid:
    """Share a width among the columns and work out how high each row becomes.

    No column is narrower than its longest word where that can be had; beyond that, columns with more text get more.
    """
    columns = _columns(table, width_pt, size_pt, letters)
    heights = []
    for number, row in enumerate((table.header, *table.rows)):
        lines = max(
            letters.line_count(cell, columns[n] - 2 * CELL_SIDE_PT, size_pt, bold=number == 0)
            for n, cell in enumerate(row)
        )
        heights.append(lines * size_pt * LINE_HEIGHT + 2 * CELL_TOP_PT)
    return Grid(columns, tuple(heights))


def _columns(table: Table, width_pt: float, size_pt: float, letters: LetterWidths) -> tuple[float, ...]:
    rows = (table.header, *table.rows)
    count = len(table.header)
    sides = 2 * CELL_SIDE_PT
    least = [
        max(letters.longest_word(row[n], size_pt, bold=place == 0) for place, row in enumerate(rows)) + sides
        for n in range(count)
    ]
    wanted = [
        max(letters.one_line(row[n], size_pt, bold=place == 0) for place, row in enumerate(rows)) ** 0.75
        for n in range(count)
    ]
    free = width_pt - sum(least)
    if free < 0:
        return tuple(width_pt * part / sum(least) for part in least)
    share = sum(wanted) or 1.0
    return tuple(small + free * want / share for small, want in zip(least, wanted, strict=True))
