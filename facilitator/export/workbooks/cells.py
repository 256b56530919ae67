"""A workbook as plain data: sheets of typed cells, and how each sheet prints."""

from __future__ import annotations

import datetime as dt
import textwrap
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

Value: TypeAlias = str | int | float | dt.date | dt.datetime | None
LONGEST_SHEET_NAME = 31


class Look(StrEnum):
    """How a cell looks and which kind of value it holds."""

    TITLE = "title"
    LABEL = "label"
    LINE = "line"
    QUIET = "quiet"
    HEAD = "head"
    HEAD_MIDDLE = "head-middle"
    ORDINAL = "ordinal"
    TEXT = "text"
    LONG = "long"  # wraps
    CODE = "code"
    COUNT = "count"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"  # the value is a share of a day
    STAMP = "stamp"
    SIGN_TEXT = "sign-text"  # on a sheet to be signed by hand
    SIGN_COUNT = "sign-count"
    SIGN_BLANK = "sign-blank"


WRAPPED = frozenset({Look.LONG, Look.HEAD, Look.HEAD_MIDDLE})
LINE_PT = 15.0
TITLE_PT = 26.0


class Cell(NamedTuple):
    """One cell; with a formula, ``value`` is its result, so that phones and previews show it too."""

    value: Value
    look: Look = Look.TEXT
    formula: str = ""


Row: TypeAlias = tuple[Cell, ...]
EMPTY: Row = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Cells that take one of a few codes; columns and rows count from 0 and are both included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        rows: from the top; an empty row stays empty.
        header_row: place of the table's header; rows above are the heading, frozen with it.
        last_row: place of the last row of the table; what follows is small print.
        widths: of the columns, in characters.
        frozen_columns: how many stay in sight when scrolling sideways.
        row_height_pt: of the table's rows, 0 for the usual.
        has_filter: whether the header carries filter buttons.
    """

    name: str
    rows: tuple[Row, ...]
    header_row: int
    last_row: int
    widths: tuple[float, ...]
    frozen_columns: int = 0
    row_height_pt: float = 0
    has_filter: bool = True
    landscape: bool = False
    choices: tuple[Choice, ...] = ()
    gridlines: bool = True


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook and what the file says about itself."""

    title: str
    author: str
    subject: str
    made: dt.datetime
    sheets: tuple[Sheet, ...]


def row_height(sheet: Sheet, number: int) -> float:
    """Give the height of a row in points where it differs from the sheet's usual one, else 0.

    Letters are counted, not measured: a column is as wide as so many digits, and words are a little narrower.
    """
    row = sheet.rows[number]
    if sheet.header_row < number <= sheet.last_row and not any(cell.look is Look.LONG for cell in row):
        return 0
    if row and row[0].look is Look.TITLE:
        return TITLE_PT
    wrapping = [(cell, sheet.widths[place]) for place, cell in enumerate(row) if cell.look in WRAPPED]
    lines = max((len(textwrap.wrap(str(cell.value), max(1, int(width)))) for cell, width in wrapping), default=1)
    usual = sheet.row_height_pt if sheet.header_row <= number <= sheet.last_row else LINE_PT
    return max(lines * LINE_PT + 5 if lines > 1 else 0, usual)


def column_name(number: int) -> str:
    """Give the letters of a column, counted from 0: ``A``, ``Z``, ``AA``."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def row_range(row: int, first_column: int, last_column: int) -> str:
    """Give a range within one row, such as ``C7:F7``; all counted from 0."""
    return f"{column_name(first_column)}{row + 1}:{column_name(last_column)}{row + 1}"


def column_range(sheet: str, column: int, first_row: int, last_row: int) -> str:
    """Give a fixed range within one column of another sheet, such as ``'Presence'!$C$7:$C$20``."""
    letters = column_name(column)
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!${letters}${first_row + 1}:${letters}${last_row + 1}"


def sheet_name(wanted: str, taken: set[str]) -> str:
    """Give a name that Excel takes: no ``[]:*?/``, no backslash, at most 31 characters, not twice."""
    kept = "".join(" " if letter in "[]:*?/\\" else letter for letter in wanted)
    kept = " ".join(kept.split()).strip("'")[:LONGEST_SHEET_NAME].rstrip() or "Sheet"
    name, number = kept, 1
    while name.casefold() in taken:
        number += 1
        tail = f" {number}"
        name = kept[: LONGEST_SHEET_NAME - len(tail)] + tail
    taken.add(name.casefold())
    return name
