"""Rich text as plain data: made once from Markdown, drawn by the window, the deck and the papers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in one style; ``href`` is an http(s) or mailto address, or ""."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""


Spans: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class ListItem:
    """One point of a list; ``level`` 0 is the outermost."""

    spans: Spans
    level: int = 0


@dataclass(frozen=True, slots=True)
class ItemList:
    """A bulleted or numbered list, nested ones flattened into levels."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as the header."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the pack, by a path relative to the pack; ``alt`` says what it shows."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody says, set apart."""

    paragraphs: tuple[Spans, ...]


class ChartType(StrEnum):
    """How a chart shows its values."""

    COLUMNS = "columns"
    BARS = "bars"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values under a name; as many values as the chart has categories."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to be drawn: 2 to 8 categories, 1 to 4 series, all of one unit.

    Attributes:
        unit: "%", a word such as "minutes", or "" for plain counts.
        alt: what it shows, for those who cannot see it.
        low, high: where the axis begins and ends; None leaves it to the numbers.
    """

    type: ChartType
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    alt: str
    low: float | None = None
    high: float | None = None


TextBlock: TypeAlias = Paragraph | ItemList | Table | Picture | Quote | Chart
Text: TypeAlias = tuple[TextBlock, ...]


def plain_spans(spans: Spans) -> str:
    """Give the words without their styles."""
    return "".join(span.text for span in spans)


def plain_lines(text: Text) -> tuple[str, ...]:
    """Give the words line by line: a paragraph, a list item, or a table row each; of a chart, what it shows."""
    return tuple(line for block in text for line in _lines(block))


def plain(text: Text) -> str:
    """Give the words of it all, a line each block."""
    return "\n".join(plain_lines(text))


def word_count(text: Text) -> int:
    """Count the words a reader sees; pictures and charts are looked at, so they count nothing."""
    read = (block for block in text if not isinstance(block, Picture | Chart))
    return sum(len(line.split()) for block in read for line in _lines(block))


def _lines(block: TextBlock) -> Iterable[str]:
    match block:
        case Paragraph(spans):
            yield plain_spans(spans)
        case ItemList(items):
            yield from (plain_spans(item.spans) for item in items)
        case Table(header, rows):
            yield from (" | ".join(plain_spans(cell) for cell in row) for row in (header, *rows))
        case Picture(alt=alt) | Chart(alt=alt):
            yield alt
        case Quote(paragraphs):
            yield from (plain_spans(spans) for spans in paragraphs)
