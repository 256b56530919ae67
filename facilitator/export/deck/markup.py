"""Text as DrawingML: paragraphs, runs, links and tables, as strings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from facilitator.curriculum.text import ItemList, ListItem, Paragraph, Quote, Span, Spans, Table, Text
from facilitator.export.deck.metrics import NUMBERED_INDENT_PT
from facilitator.export.deck.tables import CELL_SIDE_PT, CELL_TOP_PT
from facilitator.export.letters import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.export.deck.tables import Grid

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EMU_PER_POINT = 12700
TABLE_SIZE = 1800
DEEPEST = 2
_NUMBERED = '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/>'
_EXTERNAL = ' TargetMode="External"'
_LANGUAGES = {"en": "en-GB", "de": "de-AT", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "pt": "pt-PT", "nl": "nl-NL"}


def xml(text: str) -> str:
    """Give the text for between two tags."""
    return escape(clean(text))


def attribute(text: str) -> str:
    """Give the text as an attribute value with its quotes."""
    return quoteattr(clean(text).replace("\t", " "))


def language_tag(language: str) -> str:
    """Give the tag Office wants for a language such as ``en``; one with a region stays as it is."""
    return _LANGUAGES.get(language, language if "-" in language else "en-GB")


@dataclass(slots=True)
class Relations:
    """The relations of one part while it is drawn; the same target keeps one id."""

    entries: list[tuple[str, str, bool]] = field(default_factory=list)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Give the id of a relation, new or known."""
        entry = (kind, target, external)
        if entry not in self.entries:
            self.entries.append(entry)
        return f"rId{self.entries.index(entry) + 1}"

    def xml(self) -> str:
        """Give the relations part."""
        rows = "".join(
            f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}'
            f"{_EXTERNAL if external else ''}/>"
            for number, (kind, target, external) in enumerate(self.entries, 1)
        )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
        )


@dataclass(slots=True)
class Pen:
    """Writes text of one part: its language, its relations, and where list items jump to.

    Attributes:
        jumps: the part each coming list item leads to, "" for none; used up in order.
        bullets: how list items look; "" leaves it to the layout, notes bring their own.
    """

    language: str
    relations: Relations
    jumps: Iterator[str]
    bullets: str = ""

    def text(self, text: Text, *, first_number: int = 1) -> str:
        """Give paragraphs for text; tables and pictures are drawn elsewhere."""
        return "".join(paragraph for block in text for paragraph in self._block(block, first_number))

    def line(self, text: str) -> str:
        """Give one paragraph in the look of its placeholder."""
        return f"<a:p>{self.runs((Span(text),))}</a:p>"

    def _block(self, block: object, first_number: int) -> Iterable[str]:
        match block:
            case Paragraph(spans):
                yield self._plain(spans)
            case Quote(paragraphs):
                yield from (self._plain(spans) for spans in paragraphs)
            case ItemList(items, ordered):
                yield from self._items(items, ordered=ordered, first_number=first_number)

    def _plain(self, spans: Spans) -> str:
        return f'<a:p><a:pPr marL="0" indent="0"><a:buNone/></a:pPr>{self.runs(spans)}</a:p>'

    def _items(self, items: Iterable[ListItem], *, ordered: bool, first_number: int) -> Iterator[str]:
        for item in items:
            level = min(item.level, DEEPEST)
            jump = next(self.jumps, "")
            depth = f' lvl="{level}"' if level else ""
            start = f' startAt="{first_number}"' if first_number > 1 and not level else ""
            if ordered and not level:
                indent = round(NUMBERED_INDENT_PT * EMU_PER_POINT)
                look = f'<a:pPr marL="{indent}" indent="-{indent}">{_NUMBERED.format(start=start)}</a:pPr>'
            elif self.bullets:
                margin = f'marL="{228600 * (level + 1)}" indent="-171450"'
                look = f"<a:pPr {margin}{depth}>{self.bullets}</a:pPr>"
            else:
                look = f"<a:pPr{depth}/>" if depth else ""
            yield f"<a:p>{look}{self.runs(item.spans, jump)}</a:p>"

    def runs(self, spans: Spans, jump: str = "", size: str = "") -> str:
        """Give runs; a jump links the hanging first word and says on hovering where it leads, else all words."""
        tip = next((span.text.partition("\t")[2] for span in spans if "\t" in span.text), "")
        made = [self._run(span, "" if "\t" in span.text else jump, size, tip) for span in spans]
        return "".join(made) or f'<a:endParaRPr lang="{self.language}"/>'

    def _run(self, span: Span, jump: str, size: str, tip: str) -> str:
        style = (' b="1"' if span.strong else "") + (' i="1"' if span.emphasis or span.code else "")
        link = ""
        if jump:
            target = self.relations.add("slide", jump)
            hover = f" tooltip={attribute(tip)}" if tip else ""
            link = f'<a:hlinkClick r:id="{target}" action="ppaction://hlinksldjump"{hover}/>'
        elif span.href:
            target = self.relations.add("hyperlink", clean(span.href), external=True)
            link = f'<a:hlinkClick r:id="{target}"/>'
        properties = f'lang="{self.language}"{size}{style} dirty="0"'
        return f"<a:r><a:rPr {properties}>{link}</a:rPr><a:t>{xml(span.text)}</a:t></a:r>"

    def table(self, table: Table, grid: Grid, size_pt: float) -> str:
        """Give a table in the template's table style, its first row a header."""
        size = f' sz="{round(size_pt * 100)}"' if round(size_pt * 100) != TABLE_SIZE else ""
        columns = "".join(f'<a:gridCol w="{_emu(width)}"/>' for width in grid.columns)
        rows = "".join(
            f'<a:tr h="{_emu(height)}">{"".join(self._cell(cell, size) for cell in row)}</a:tr>'
            for row, height in zip((table.header, *table.rows), grid.heights, strict=True)
        )
        return f"<a:tblGrid>{columns}</a:tblGrid>{rows}"

    def _cell(self, spans: Spans, size: str) -> str:
        side, top = _emu(CELL_SIDE_PT), _emu(CELL_TOP_PT)
        return (
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>{self.runs(spans, size=size)}</a:p></a:txBody>"
            f'<a:tcPr marL="{side}" marR="{side}" marT="{top}" marB="{top}"/></a:tc>'
        )


def _emu(points: float) -> int:
    return round(points * EMU_PER_POINT)
