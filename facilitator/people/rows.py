"""Pasted text cut into rows and cells."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from facilitator.people.cleaning import MOST_CELLS, MOST_ROWS, clean_cell
from facilitator.people.columns import fields_of, names_somebody

if TYPE_CHECKING:
    from collections.abc import Iterable

_SAMPLE = 50
_MOSTLY = 0.6
_DASHES = (" - ", " – ", " | ")  # Jane Doe - Legal
_PARSER_LIMIT = 100_000  # below the cell limit of Python's parser, which is shared by everything in the process


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list; ``line`` is that of its first cell in the text, from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, and what parted their cells: a tab, ``;``, ``,``, a spaced dash or bar, or "" for one cell a line.

    ``spaced`` tells that a space followed most separators, as people write and programs do not.
    """

    rows: tuple[Row, ...]
    separator: str
    spaced: bool = False


def table_of(text: str) -> Table:
    """Cut cleaned text into rows; blank rows are left out."""
    declared = text[:5].lower()
    if declared[:4] == "sep=" and declared[4:] in {",", ";", "\t"}:
        return _table("\n" + text.partition("\n")[2], declared[4:])
    return _table(text, _separator(text))


def _table(text: str, separator: str) -> Table:
    filled = (row for row in _rows(text, separator) if any(row.cells))
    rows = tuple(islice(filled, MOST_ROWS + 1))
    spaced = bool(separator) and text.count(separator + " ") > text.count(separator) * _MOSTLY
    return Table(rows, separator, spaced)


def _rows(text: str, separator: str) -> Iterable[Row]:
    if (
        len(separator) == 1
        and '"' in text
        and text.count('"') % 2 == 0
        and max(map(len, text.split('"'))) < _PARSER_LIMIT
    ):
        try:
            return _quoted_rows(text, separator)
        except csv.Error:
            pass  # odd quoting: the lines are taken as they stand
    return (
        Row(number, _cells(line.split(separator, MOST_CELLS) if separator else [line.strip().strip('"')]))
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    )


def _quoted_rows(text: str, separator: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=separator != "\t")
    rows, line = [], 1
    for cells in reader:
        rows.append(Row(line, _cells(cells)))
        line = reader.line_num + 1
        if len(rows) > 2 * MOST_ROWS:
            break
    return rows


def _cells(cells: list[str]) -> tuple[str, ...]:
    return tuple(clean_cell(cell) for cell in cells[:MOST_CELLS])


def _separator(text: str) -> str:
    lines = [line for line in text[: _SAMPLE * 2_000].split("\n") if line.strip()][:_SAMPLE]
    for separator in ("\t", ";"):
        if sum(separator in line for line in lines) > len(lines) * _MOSTLY / 2:
            return separator
    if lines and _commas_part_columns([_cells(line.split(",", MOST_CELLS)) for line in lines]):
        return ","
    counts = {dash: sum(dash in line.strip() for line in lines) for dash in _DASHES}
    return next((dash for dash, times in counts.items() if times > len(lines) * _MOSTLY), "")


def _commas_part_columns(rows: list[tuple[str, ...]]) -> bool:
    """Tell columns from ``Family, Given``: by a header, a third column, or a mail address on its own."""
    fields = fields_of(rows[0])
    if names_somebody(fields) and sum(field is not None for field in fields) > 1:
        return True
    width, times = Counter(map(len, rows)).most_common(1)[0]
    has_mail = sum(len(row) > 1 and any("@" in cell and " " not in cell for cell in row) for row in rows)
    recipients = sum(len(row) > 1 and all("@" in cell for cell in row if cell) for row in rows)
    enough = len(rows) * _MOSTLY
    return (width > 2 and times > enough) or max(has_mail, recipients) > enough
