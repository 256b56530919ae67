"""The Word document cards are printed on: A4, large letters, dashed lines to cut along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

    from facilitator.foundation.words import Catalogue

FONT = "Arial"  # on every system, or a font of the same widths
INK, QUIET, ACCENT, LINE = (
    RGBColor(0x1D, 0x23, 0x2A),
    RGBColor(0x56, 0x60, 0x6B),
    RGBColor(0x0B, 0x6B, 0x68),
    "8B95A0",
)
PAGE_MM, MARGIN_MM = (210, 297), 15
WIDTH_MM = PAGE_MM[0] - 2 * MARGIN_MM
SMALL_HEIGHT_MM = 60
BODY_PT, CARD_PT, TITLE_PT, DECK_PT, KEY_PT, NOTE_PT = 12, 13, 15, 20, 10, 9
KEY_WIDTHS_MM = (33, 35, 57, 55)
LONGEST_WHOLE_ROW = 1200  # characters; a longer row may go on on the next page
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
AFTER_BORDERS = {qn(f"w:{name}") for name in ("shd", "tblLayout", "tblCellMar", "tblLook")}  # in a table's properties
_POINT = re.compile(r"[-*•] +")


class Sheets:
    """One document in the making.

    Args:
        words: the language of the paper.
        title: of the workshop; in the file's properties and at the foot of each page.
        made: the moment of the export.
    """

    def __init__(self, words: Catalogue, *, title: str, made: dt.datetime) -> None:
        self.words = words
        self._document: WordDocument = Document()
        self._is_empty = True
        self._set_up(title, made)

    def save(self, path: Path) -> None:
        """Write the document."""
        with path.open("wb") as file:
            self._document.save(file)

    def line(self, text: str) -> None:
        """Write one plain line."""
        self._document.add_paragraph(_clean(text))

    def start_deck(self, title: str, about: str, use: str) -> None:
        """Begin a deck on a new page: what it is, how many are needed, how it is used."""
        heading = self._document.add_heading(_clean(title), 1)
        heading.paragraph_format.page_break_before = not self._is_empty
        self._is_empty = False
        self._quiet(self._document.add_paragraph(), about)
        if use:
            self._document.add_paragraph(_clean(use))

    def start_key(self, title: str, about: str) -> None:
        """Begin the key of a deck, under the one before."""
        self._document.add_heading(_clean(title), 1)
        line = self._document.add_paragraph()
        line.paragraph_format.keep_with_next = True
        self._quiet(line, about)
        self._is_empty = False

    def cut_cards(self, rows: Sequence[Sequence[tuple[str, str, str]]], across: int) -> None:
        """Lay cards (id, title, text) out in rows, with dashed lines to cut along; no card runs over two pages."""
        table = self._table([WIDTH_MM / across] * across, "dashed")
        for row in rows:
            made = _new_row(table)
            _mark(made, "cantSplit")
            made.height = Mm(SMALL_HEIGHT_MM if across > 1 else 25)
            made.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
            for place, cell in enumerate(made.cells):
                if place < len(row):
                    self._card(cell, *row[place])

    def page(self, card_id: str, title: str, text: str, *, is_first: bool) -> None:
        """Put one long card on a page of its own; the first stands below the head of its deck."""
        heading = self._document.add_heading(_clean(title or card_id), 2)
        heading.paragraph_format.page_break_before = not is_first
        heading.paragraph_format.keep_with_next = True
        for paragraph_text in _clean(text).splitlines():
            self._lines(self._document.add_paragraph(), paragraph_text, BODY_PT)

    def key_table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write a table with a head that comes again on every page."""
        table = self._table(KEY_WIDTHS_MM, "single")
        for number, row in enumerate((header, *rows)):
            made = _new_row(table)
            if number == 0:
                _mark(made, "tblHeader")
            if sum(len(text) for text in row) <= LONGEST_WHOLE_ROW:
                _mark(made, "cantSplit")
            for cell, text in zip(made.cells, row, strict=True):
                for place, paragraph_text in enumerate(_clean(text).splitlines() or [""]):
                    paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
                    self._lines(paragraph, paragraph_text, KEY_PT, bold=number == 0)
                    paragraph.paragraph_format.keep_with_next = number == 0 or None

    def _set_up(self, title: str, made: dt.datetime) -> None:
        document = self._document
        section = document.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(PAGE_MM[0]), Mm(PAGE_MM[1])
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
        for name, size, colour in (("Normal", BODY_PT, INK), ("Heading 1", DECK_PT, ACCENT), ("Heading 2", 16, INK)):
            style = document.styles[name]
            style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
            style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
        document.styles["Normal"].paragraph_format.space_after = Pt(4)
        self._quiet(section.footer.paragraphs[0], title)
        _drop_old_styles(document)
        properties = document.core_properties
        properties.title, properties.author, properties.comments = _clean(title), "", ""
        properties.created = properties.modified = made.replace(tzinfo=None)

    def _table(self, widths_mm: Sequence[float], lines: str) -> Table:
        """Add an empty table; its columns are as wide as they are said to be."""
        table: Table = self._document.add_table(rows=0, cols=len(widths_mm))
        table.autofit = False
        for column, width in zip(table.columns, widths_mm, strict=True):
            column.width = Mm(width)
        _border(table, lines)
        return table

    def _quiet(self, paragraph: Paragraph, text: str) -> None:
        run = paragraph.add_run(_clean(text))
        run.font.size, run.font.color.rgb = Pt(NOTE_PT), QUIET

    def _card(self, cell: _Cell, card_id: str, title: str, text: str) -> None:
        head = cell.paragraphs[0]
        self._quiet(head, card_id)
        if title:
            run = cell.add_paragraph().add_run(_clean(title))
            run.bold, run.font.size = True, Pt(TITLE_PT)
        for line in _clean(text).splitlines():
            self._lines(cell.add_paragraph(), line, CARD_PT)

    def _lines(self, paragraph: Paragraph, text: str, size_pt: int, *, bold: bool = False) -> None:
        point = _POINT.match(text)
        if point:
            paragraph.paragraph_format.left_indent = Mm(6)
            paragraph.paragraph_format.first_line_indent = Mm(-4)
            text = f"• {text[point.end() :]}"
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(size_pt), bold or None


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text.replace("\r\n", "\n")).strip("\n")


def _drop_old_styles(document: WordDocument) -> None:
    """Take out the library's second list of styles, for Word 2007, which does not hold the styles of today's."""
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            document.part.rels.pop(name)


# python-docx has no calls for lines of a table, and for rows that stay whole or come again on each page
def _border(table: Table, kind: str) -> None:
    """Draw lines of one kind round and between the cells."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", kind), ("sz", "6"), ("space", "0"), ("color", LINE)):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    properties = table._tbl.tblPr  # noqa: SLF001
    later = next(child for child in properties if child.tag in AFTER_BORDERS)
    later.addprevious(borders)


def _new_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))  # noqa: SLF001
