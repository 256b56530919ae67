"""The workbook checklist: each item is a function that gives what is wrong with an opened .xlsx, nothing when well.

The package items work on the raw parts, so that a library cannot forgive; cells are read with openpyxl.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import unicodedata
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import openpyxl
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

M = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}|\+?\d[\d /-]{7,}\d", re.IGNORECASE)
DANGER = re.compile(r"cmd\||HYPERLINK\(|WEBSERVICE\(|DDE\(|\|'", re.IGNORECASE)
MOJIBAKE = re.compile(r"Ã[\x80-\xbf€-™©®]|â€|_x[0-9A-F]{4}_|�")
CODES = {"P", "L", "E", "A"}


@dataclass
class OpenBook:
    data: bytes

    @classmethod
    def read(cls, path: Path) -> OpenBook:
        return cls(path.read_bytes())

    @cached_property
    def names(self) -> list[str]:
        return zipfile.ZipFile(io.BytesIO(self.data)).namelist()

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as file:
            return {name: file.read(name) for name in file.namelist()}

    @cached_property
    def formulas(self) -> Any:
        return openpyxl.load_workbook(io.BytesIO(self.data))

    @cached_property
    def values(self) -> Any:
        return openpyxl.load_workbook(io.BytesIO(self.data), data_only=True)

    def cells(self, *, values: bool = False) -> Iterator[Any]:
        for sheet in self.values if values else self.formulas:
            for row in sheet.iter_rows():
                yield from (cell for cell in row if cell.value is not None)


def header_row(sheet: Any) -> int:
    """The table starts under what is frozen."""
    return int(re.sub(r"\D", "", sheet.freeze_panes or "A2")) - 1


def table_rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    for row in sheet.iter_rows(min_row=header_row(sheet) + 1):
        if all(cell.value is None for cell in row) and not row[0].border.bottom.style:
            return
        yield row


def is_to_sign(sheet: Any) -> bool:
    return any(cell.value == "Signature" for cell in sheet[header_row(sheet)])


def a_package(book: OpenBook) -> list[str]:
    twice = [name for name, count in Counter(name.casefold() for name in book.names).items() if count > 1]
    problems = [f"{name} twice" for name in twice]
    for name, data in book.parts.items():
        if name.endswith((".xml", ".rels")) and etree.fromstring(data).getroottree().docinfo.doctype:
            problems.append(f"{name} has a document type")
    types = etree.fromstring(book.parts["[Content_Types].xml"])
    named = [node.get("PartName").lstrip("/") for node in types.findall("{*}Override")]
    problems += [f"{name} is not there" for name in named if name not in book.parts]
    return problems + [name for name in book.names if "vbaProject" in name or "externalLink" in name]


def b1_properties(book: OpenBook) -> list[str]:
    found = book.formulas.properties
    problems = [] if found.title else ["no title"]
    problems += [] if found.creator and found.creator not in {"openpyxl", "root"} else [f"author {found.creator!r}"]
    return problems + ([] if found.created and found.created.year > 2020 else ["no time of making"])


def b2_names(book: OpenBook) -> list[str]:
    return [name for name in book.formulas.sheetnames if re.fullmatch(r"Sheet ?\d*|Tabelle\d*", name)]


def b3_hidden(book: OpenBook) -> list[str]:
    return [sheet.title for sheet in book.formulas if sheet.sheet_state != "visible"]


def b4_defined_names(book: OpenBook) -> list[str]:
    names = [*book.formulas.defined_names.values()]
    return [name.name for name in names if "#REF!" in (name.attr_text or "")]


def c1_headers(book: OpenBook) -> list[str]:
    problems = []
    for sheet in book.formulas:
        titles = [cell.value for cell in sheet[header_row(sheet)]]
        if any(not isinstance(title, str) or not title.strip() for title in titles) or len(set(titles)) < len(titles):
            problems.append(f"{sheet.title}: {titles}")
    return problems


def c2_frozen(book: OpenBook) -> list[str]:
    return [sheet.title for sheet in book.formulas if not sheet.freeze_panes]


def c3_filter(book: OpenBook) -> list[str]:
    return [
        sheet.title
        for sheet in book.formulas
        if not is_to_sign(sheet) and not sheet.auto_filter.ref and not sheet.tables and list(table_rows(sheet))
    ]


def c4_print(book: OpenBook) -> list[str]:
    problems = []
    for sheet in book.formulas:
        fits = sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage
        is_set = (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0) and fits
        if (
            not is_set
            or not sheet.print_title_rows
            or not sheet.print_area
            or "P" not in str(sheet.oddFooter.right.text)
        ):
            problems.append(sheet.title)
    return problems


def c5_formulas(book: OpenBook) -> list[str]:
    return [
        f"{cell.coordinate}: {cell.value}"
        for cell in book.cells()
        if cell.data_type == "f" and DANGER.search(str(cell.value))
    ]


def c6_quoted(book: OpenBook) -> list[str]:
    return [
        f"{cell.parent.title}!{cell.coordinate}"
        for cell in book.cells()
        if cell.data_type == "s" and str(cell.value)[:1] in set("=+-@") and not cell.quotePrefix
    ]


def c7_typed(book: OpenBook) -> list[str]:
    looks_like_time = re.compile(r"\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
    return [
        f"{cell.coordinate}: {cell.value}"
        for cell in book.cells()
        if cell.data_type == "s" and looks_like_time.fullmatch(cell.value)
    ]


def c8_formats(book: OpenBook) -> list[str]:
    problems = []
    for cell in book.cells():
        shown = cell.number_format
        if re.search(r"(?<!y)yy(?!y)", shown) or (isinstance(cell.value, dt.timedelta) and "[h]" not in shown):
            problems.append(f"{cell.coordinate}: {shown}")
    return problems


def c9_numbers(book: OpenBook) -> list[str]:
    return [
        cell.coordinate
        for cell in book.cells()
        if cell.data_type == "s" and re.fullmatch(r"-?\d+([.,]\d+)?", cell.value)
    ]


def c10_widths(book: OpenBook) -> list[str]:
    problems = []
    for sheet in book.formulas:
        for cell in sheet[header_row(sheet)]:
            width = sheet.column_dimensions[cell.column_letter].width
            longest = max(len(word) for word in str(cell.value or "").split() or [""])
            if width < 4 or longest > width + 1:
                problems.append(f"{sheet.title}!{cell.column_letter}: {width}")
    return problems


def c11_choices(book: OpenBook) -> list[str]:
    problems = []
    for sheet in book.formulas:
        rules = sheet.data_validations.dataValidation
        coded = [cell for row in table_rows(sheet) for cell in row[2:] if cell.value in CODES]
        problems += [
            f"{sheet.title}!{cell.coordinate}"
            for cell in coded
            if not any(cell.coordinate in rule.sqref for rule in rules)
        ]
    return problems


def c13_clean(book: OpenBook) -> list[str]:
    problems = []
    for cell in book.cells():
        text = cell.value if isinstance(cell.value, str) and cell.data_type == "s" else ""
        if text != text.strip() or MOJIBAKE.search(text) or unicodedata.normalize("NFC", text) != text:
            problems.append(f"{cell.coordinate}: {text!r}")
    return problems


def c14_merged(book: OpenBook) -> list[str]:
    return [f"{sheet.title}: {area}" for sheet in book.formulas for area in sheet.merged_cells.ranges]


def c15_errors(book: OpenBook) -> list[str]:
    return [
        cell.coordinate
        for cell in book.cells(values=True)
        if cell.data_type == "e" or str(cell.value).startswith("#")
    ]


def c16_cached(book: OpenBook) -> list[str]:
    return [
        f"{cell.parent.title}!{cell.coordinate}"
        for cell in book.cells()
        if cell.data_type == "f" and book.values[cell.parent.title][cell.coordinate].value is None
    ]


def c17_no_contact(book: OpenBook) -> list[str]:
    return [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book.formulas
        if is_to_sign(sheet)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and CONTACT.search(cell.value)
    ]


def c18_to_sign(book: OpenBook) -> list[str]:
    problems = []
    for sheet in book.formulas:
        if not is_to_sign(sheet):
            continue
        heading = " ".join(str(row[0].value) for row in sheet.iter_rows(max_row=header_row(sheet) - 1))
        column = next(cell for cell in sheet[header_row(sheet)] if cell.value == "Signature")
        if not re.search(r"\d{4}|Day", heading) or sheet.column_dimensions[column.column_letter].width < 18:
            problems.append(f"{sheet.title}: no date or too narrow")
        rows = list(table_rows(sheet))
        for row in rows:
            height = sheet.row_dimensions[row[0].row].height or sheet.sheet_format.defaultRowHeight
            if height < 20 or not row[column.column - 1].border.bottom.style:
                problems.append(f"{sheet.title}: row {row[0].row}")
        if sum(row[1].value is None for row in rows) < 3:
            problems.append(f"{sheet.title}: no blank rows")
    return problems


CHECKLIST: dict[str, Callable[[OpenBook], list[str]]] = {
    "A": a_package,
    "B1": b1_properties,
    "B2": b2_names,
    "B3": b3_hidden,
    "B4": b4_defined_names,
    "C1": c1_headers,
    "C2": c2_frozen,
    "C3": c3_filter,
    "C4": c4_print,
    "C5": c5_formulas,
    "C6": c6_quoted,
    "C7": c7_typed,
    "C8": c8_formats,
    "C9": c9_numbers,
    "C10": c10_widths,
    "C11": c11_choices,
    "C13": c13_clean,
    "C14": c14_merged,
    "C15": c15_errors,
    "C16": c16_cached,
    "C17": c17_no_contact,
    "C18": c18_to_sign,
}
