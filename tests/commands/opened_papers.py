"""Papers opened again with the libraries of others, and their parts for comparing."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
from pptx import Presentation

if TYPE_CHECKING:
    from pathlib import Path

MOMENTS = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def titles_of(deck: Path) -> list[str]:
    """Give the title of every slide in order, "" where there is none."""
    return [slide.shapes.title.text if slide.shapes.title else "" for slide in Presentation(str(deck)).slides]


def notes_of(deck: Path) -> str:
    """Give all speaker notes as one text."""
    slides = [slide for slide in Presentation(str(deck)).slides if slide.has_notes_slide]
    return "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides)


def rows_of(book: Path, sheet: str) -> list[dict[str, Any]]:
    """Give the rows under the headings of a sheet, by heading; values, not formulas."""
    table = openpyxl.load_workbook(book, data_only=True)[sheet]
    rows = [row for row in table.iter_rows(values_only=True) if sum(cell is not None for cell in row) > 1]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def sheets_of(book: Path) -> list[str]:
    return list(openpyxl.load_workbook(book, read_only=True).sheetnames)


def all_text(paper: Path) -> str:
    """Give every part of a paper as one text."""
    with zipfile.ZipFile(paper) as file:
        return "\n".join(file.read(name).decode("utf-8", "replace") for name in file.namelist())


def parts_of(paper: Path) -> dict[str, bytes]:
    """Give the content of every part by its name, without the moments it was made at."""
    with zipfile.ZipFile(paper) as file:
        return {name: MOMENTS.sub(b"", file.read(name)) for name in file.namelist()}
