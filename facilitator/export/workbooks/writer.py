"""Writing a planned workbook with XlsxWriter: strings stay strings, formulas carry their results, sheets print."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import TYPE_CHECKING, Any

from facilitator.export.jobs import Exported, never, quiet, stop_if
from facilitator.export.letters import FORMULA_SIGNS, clean
from facilitator.export.workbooks.attendance import plan_attendance
from facilitator.export.workbooks.cells import Look, row_height
from facilitator.foundation.atomic import replacing
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.export.handover import Handover
    from facilitator.export.jobs import Cancelled, Report
    from facilitator.export.workbooks.cells import Book, Cell, Sheet

LONGEST_TEXT = 32_767
ROWS_BETWEEN_LOOKS = 200  # how often a long sheet asks whether it was cancelled
INK, QUIET_INK, ACCENT, LINE, SOFT = "#1D232A", "#56606B", "#0B6B68", "#D8D4CA", "#E0EFEC"
CODE_COLOURS = (
    ("P", "#E5F3EA", "#28734A"),
    ("L", "#FBF0DC", "#8A5000"),
    ("E", "#E8EDF3", "#3D5A80"),
    ("A", "#FBE9E7", "#B3261E"),
)
_SIGN = {"border": 0, "bottom": 1, "bottom_color": "#8B95A0", "valign": "vcenter"}
_RULED = {"bottom": 1, "bottom_color": LINE, "valign": "vcenter"}
_MIDDLE = {"align": "center"}
_HEAD = {
    "bold": True,
    "font_color": ACCENT,
    "bg_color": SOFT,
    "bottom": 2,
    "bottom_color": ACCENT,
    "valign": "vcenter",
    "text_wrap": True,
}
FORMATS: dict[Look, dict[str, Any]] = {
    Look.TITLE: {"bold": True, "font_size": 18, "font_color": INK},
    Look.LABEL: {"bold": True},
    Look.LINE: {},
    Look.QUIET: {"font_size": 9, "font_color": QUIET_INK},
    Look.HEAD: _HEAD,
    Look.HEAD_MIDDLE: _HEAD | _MIDDLE,
    Look.ORDINAL: _RULED | {"num_format": "0", "align": "left", "font_color": QUIET_INK},
    Look.TEXT: _RULED,
    Look.LONG: _RULED | {"text_wrap": True},
    Look.CODE: _RULED | _MIDDLE | {"bold": True},
    Look.COUNT: _RULED | _MIDDLE | {"num_format": "0"},
    Look.PERCENT: _RULED | _MIDDLE | {"num_format": "0%"},
    Look.DATE: _RULED | {"num_format": "d mmm yyyy", "align": "left"},
    Look.TIME: _RULED | _MIDDLE | {"num_format": "[h]:mm"},
    Look.STAMP: _RULED | {"num_format": "d mmm yyyy hh:mm", "align": "left"},
    Look.SIGN_TEXT: _SIGN | {"font_size": 12},
    Look.SIGN_COUNT: _SIGN | {"font_color": QUIET_INK, "align": "left", "num_format": "0"},
    Look.SIGN_BLANK: _SIGN,
}


def export_attendance(
    handover: Handover, target: Path, report: Report = quiet, cancelled: Cancelled = never
) -> Exported:
    """Plan and write the attendance workbook of a workshop.

    Raises:
        ExportCancelledError: cancelled; nothing was written.
        WriteError: the disk, the folder or another program said no; the old file is unchanged.
    """
    book = plan_attendance(handover)
    write_book(book, target, report, cancelled)
    return Exported(target, len(book.sheets))


def write_book(book: Book, target: Path, report: Report = quiet, cancelled: Cancelled = never) -> None:
    """Write a planned workbook whole or not at all.

    Raises:
        ExportCancelledError: cancelled; nothing was written.
        WriteError: the disk, the folder or another program said no; the old file is unchanged.
    """
    import xlsxwriter  # noqa: PLC0415 -- heavy, and most starts of the app never export

    with replacing(target) as draft:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        workbook = xlsxwriter.Workbook(str(draft), options)
        _describe(workbook, book)
        pens = _Pens(workbook)
        for number, sheet in enumerate(book.sheets, 1):
            stop_if(cancelled)
            _write_sheet(workbook.add_worksheet(sheet.name), sheet, pens, cancelled)
            report(number, len(book.sheets), _("Writing sheets"))
        try:
            workbook.close()
        except xlsxwriter.exceptions.FileCreateError as problem:
            raise problem.args[0] from problem


def _describe(workbook: Any, book: Book) -> None:  # noqa: ANN401 -- XlsxWriter has no types
    made = book.made.astimezone(dt.UTC).replace(tzinfo=None)
    workbook.set_properties(
        {"title": plain(book.title), "subject": plain(book.subject), "author": plain(book.author), "created": made}
    )


class _Pens:
    """The formats of one workbook: each look once, and once more for texts that look like formulas."""

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401
        self.plain = {look: workbook.add_format(FORMATS[look]) for look in Look}
        self.quoted = {look: workbook.add_format({**FORMATS[look], "quote_prefix": True}) for look in Look}
        self.codes = [
            (code, workbook.add_format({"bg_color": bg, "font_color": ink})) for code, bg, ink in CODE_COLOURS
        ]

        self._texts: dict[str, str] = {}

    def text(self, text: str) -> str:
        """Give a text as a cell can hold it; names come back on many sheets and are cleaned once."""
        known = self._texts.get(text)
        if known is None:
            known = self._texts[text] = plain(text)
        return known


def plain(text: str) -> str:
    """Give a text as a cell can hold it: composed, without control characters, not too long."""
    return unicodedata.normalize("NFC", clean(text)).replace("\t", " ").strip()[:LONGEST_TEXT]


def _write_sheet(page: Any, sheet: Sheet, pens: _Pens, cancelled: Cancelled) -> None:  # noqa: ANN401
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    if sheet.row_height_pt:
        page.set_default_row(sheet.row_height_pt)
    for number, row in enumerate(sheet.rows):
        if number % ROWS_BETWEEN_LOOKS == 0:
            stop_if(cancelled)
        height = row_height(sheet, number)
        if height:
            page.set_row(number, height)
        for column, cell in enumerate(row):
            _write_cell(page, number, column, cell, pens)
    _arrange(page, sheet)
    _print_set_up(page, sheet)
    _add_choices(page, sheet, pens)


def _write_cell(page: Any, row: int, column: int, cell: Cell, pens: _Pens) -> None:  # noqa: ANN401
    value, look, formula = cell
    if formula:
        page.write_formula(row, column, formula, pens.plain[look], value)
    elif value is None:
        page.write_blank(row, column, None, pens.plain[look])
    elif isinstance(value, str):
        text = pens.text(value)
        page.write_string(row, column, text, (pens.quoted if text[:1] in FORMULA_SIGNS else pens.plain)[look])
    elif isinstance(value, dt.date):
        page.write_datetime(row, column, value, pens.plain[look])
    else:
        page.write_number(row, column, value, pens.plain[look])


def _arrange(page: Any, sheet: Sheet) -> None:  # noqa: ANN401
    page.freeze_panes(sheet.header_row + 1, sheet.frozen_columns)
    if sheet.has_filter and sheet.last_row > sheet.header_row:
        page.autofilter(sheet.header_row, 0, sheet.last_row, len(sheet.widths) - 1)
    if not sheet.gridlines:
        page.hide_gridlines(2)


def _print_set_up(page: Any, sheet: Sheet) -> None:  # noqa: ANN401
    page.set_paper(9)  # A4
    if sheet.landscape:
        page.set_landscape()
    page.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.75)
    page.fit_to_pages(1, 0)
    page.repeat_rows(sheet.header_row)
    page.print_area(0, 0, len(sheet.rows) - 1, len(sheet.widths) - 1)
    page.set_footer("&L&9&A&R&9&P / &N")


def _add_choices(page: Any, sheet: Sheet, pens: _Pens) -> None:  # noqa: ANN401
    for choice in sheet.choices:
        area = (choice.first_row, choice.first_column, choice.last_row, choice.last_column)
        page.data_validation(
            *area,
            {
                "validate": "list",
                "source": list(choice.codes),
                "error_title": _("Not one of the letters"),
                "error_message": _("Choose one of {codes}, or leave it empty.").format(codes=", ".join(choice.codes)),
            },
        )
        for code, colours in pens.codes:
            page.conditional_format(
                *area, {"type": "cell", "criteria": "==", "value": f'"{code}"', "format": colours}
            )
