"""The plain way of doing things: what a competent programmer writes first, with the same result."""

from __future__ import annotations

import datetime as dt
import io
import os
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
from pathlib import Path
from typing import Any

from facilitator.export.workbooks.cells import Cell, Look

BARE_WINDOW = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("Hello"))
window.resize(1366, 768)
window.show()
def tell():
    QCoreApplication.sendPostedEvents()
    window.repaint()
    print("painted", flush=True)
    QTimer.singleShot(0, app.quit)
QTimer.singleShot(0, tell)
app.exec()
"""


def until_painted(arguments: list[str], home: Path) -> float:
    """Start a process and give the seconds until it says that its window is painted."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "FACILITATOR_HOME": str(home)}
    environment["FACILITATOR_TELL_PAINTED"] = "1"
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed app has its code compiled
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        told = process.stdout.readline()
        took = time.perf_counter() - began
        process.wait(timeout=60)
    if told.strip() != "painted":
        raise RuntimeError(f"{arguments} did not paint")
    return took


def bare_window(home: Path) -> float:
    """Give the seconds until one empty main window is painted."""
    return until_painted(["-c", BARE_WINDOW], home)


def plain_deck(slides: int, template: Path | None = None) -> bytes:
    """Make title-and-bullets slides with notes the way python-pptx's own documentation does."""
    from pptx import Presentation

    deck = Presentation(str(template) if template else None)
    layout = deck.slide_layouts[1]
    for number in range(slides):
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text = f"Slide {number}: reach is not trust"
        body = next(shape for shape in slide.placeholders if shape.placeholder_format.idx != 0)
        frame = body.text_frame
        frame.text = "Point 0 that says something worth reading"
        for point in range(1, 6):
            paragraph = frame.add_paragraph()
            paragraph.text = f"Point {point} that says something worth reading"
        slide.notes_slide.notes_text_frame.text = "SAY what is to say.\nDO what is to do.\nASK what is open."
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def bare_workbook(sheets: Sequence[Sequence[Sequence[Cell]]], path: Path) -> None:
    """Write the same cells, each in one format for its kind, with nothing but XlsxWriter."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        kinds = {look: book.add_format({"font_name": "Calibri", "border": 1}) for look in Look}
        time_of_day = book.add_format({"num_format": "hh:mm", "border": 1})
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    _write(sheet, number, column, cell, time_of_day if _is_time(cell) else kinds[cell.look])


def _is_time(cell: Cell) -> bool:
    return isinstance(cell.value, dt.date | dt.time)


def _write(sheet: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    value = cell.value
    if cell.formula:
        sheet.write_formula(row, column, cell.formula, style, value)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, style)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    elif isinstance(value, dt.date | dt.time):
        sheet.write_datetime(row, column, value, style)
    else:
        sheet.write_blank(row, column, None, style)


class BareTaps:
    """One commit and one synced line each tap, with the same settings and nothing around them."""

    def __init__(self, folder: Path) -> None:
        self._base = sqlite3.connect(folder / "bare.db", isolation_level=None)
        for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=TRUNCATE", "synchronous=EXTRA"):
            self._base.execute(f"PRAGMA {pragma}")
        self._base.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY, body TEXT)")
        self._log = (folder / "bare.jsonl").open("ab")

    def tap(self) -> None:
        """Keep one event."""
        self._base.execute("BEGIN IMMEDIATE")
        self._base.execute('INSERT INTO event (body) VALUES (\'{"kind":"present"}\')')
        self._base.execute("COMMIT")
        self._log.write(b'{"kind":"present"}\n')
        self._log.flush()
        os.fdatasync(self._log.fileno())
