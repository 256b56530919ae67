"""Pictures of report pages as data: nine panels, each with a letter, a claim and what is drawn under it.

A picture ``pictures/NAME.png`` of a pack is drawn from ``pictures/NAME.toml`` beside it and carries the digest of
that file, so that a picture older than its data is noticed.
"""

from __future__ import annotations

import hashlib
import re
import struct
import tomllib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

DIGEST_KEY = "sha256"
LETTERS = "ABCDEFGHI"
_LINE = re.compile(r"<(?P<claim>[^<>]+)>(?P<before>[^\[\]]*)\[(?P<number>[^\[\]]+)\](?P<after>.*)")
_EDGES = " .,:;"


class PageError(Exception):
    """A file is no page; the text says what is wrong in it."""


@dataclass(frozen=True, slots=True)
class ChartPanel:
    """Bars or a line.

    Attributes:
        kind: ``bars`` or ``line``.
        axis: where the axis begins, as it is written; "" for zero.
        names, values: what stands under and at each bar or point, as it is written.
        sentences: said as ``7 May: 12,600.`` for each point, and not as one list.
        note: what stands small under the claim.
    """

    letter: str
    kind: str
    claim: str
    names: tuple[str, ...]
    values: tuple[str, ...]
    axis: str = ""
    sentences: bool = False
    note: str = ""

    def said(self) -> str:
        """Say the panel in words."""
        begin = f"{'Bars' if self.kind == 'bars' else 'Line'}, axis from {self.axis}: " if self.axis else ""
        pairs = zip(self.names, self.values, strict=True)
        if self.sentences:
            words = ". ".join(f"{name}: {value}" for name, value in pairs)
        else:
            words = ", ".join(f"{name} {value}" for name, value in pairs)
        return f"{self.claim}. {begin}{words}.{f' {self.note}' if self.note else ''}"

    def heights(self) -> tuple[float, ...]:
        """Give the values above the beginning of the axis, as numbers."""
        return tuple(_number(value) - (_number(self.axis) if self.axis else 0.0) for value in self.values)


@dataclass(frozen=True, slots=True)
class Share:
    """One of two shares: of whom, in small print."""

    name: str
    value: str
    of: str
    verb: str = ""


@dataclass(frozen=True, slots=True)
class SharesPanel:
    """Two shares side by side."""

    letter: str
    claim: str
    shares: tuple[Share, ...]

    def said(self) -> str:
        """Say the panel in words."""
        told = " ".join(f"{s.name}: {s.value}{f' {s.verb}' if s.verb else ''}." for s in self.shares)
        small = ", ".join(f"{s.name.lower()} of {s.of}" for s in self.shares)
        return f"{self.claim}. {told} Small print: {small}."


@dataclass(frozen=True, slots=True)
class NumberPanel:
    """A large number; the line has ``<the claim>``, small words, ``[the number]`` and small words again."""

    letter: str
    line: str

    def said(self) -> str:
        """Say the panel in words."""
        return re.sub(r"[<>\[\]]", "", self.line)

    def pieces(self) -> tuple[str, str, str, str]:
        """Give the claim, the words before the number, the number, and the words after it."""
        match = _LINE.fullmatch(self.line)
        if match is None:
            raise PageError(f"panel {self.letter}: write <the claim> and [the number] into its line")
        before, after = match["before"].strip(_EDGES), match["after"].strip().lstrip(_EDGES)
        is_one_sentence = re.search(r"\. [A-Z]", after) is None
        return match["claim"], before, match["number"], after.rstrip(".") if is_one_sentence else after


Panel: TypeAlias = ChartPanel | SharesPanel | NumberPanel


@dataclass(frozen=True, slots=True)
class Page:
    """A page of nine panels under a title and what it asks for."""

    title: str
    request: str
    panels: tuple[Panel, ...]

    def said(self) -> str:
        """Say the whole page as the card of the deck does: what it asks for, then a line for each panel."""
        lines = "\n".join(f"{panel.letter}  {panel.said()}" for panel in self.panels)
        return f"{self.request}\n\n{lines}\n"


def read_page(text: str) -> Page:
    """Make a page of its file.

    Raises:
        PageError: something is missing or not what it should be.
    """
    try:
        table = tomllib.loads(text)
        page = Page(table["title"], table["request"], tuple(_panel(item) for item in table["panel"]))
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as problem:
        raise PageError(f"it is no page: {problem}") from problem
    if "".join(panel.letter for panel in page.panels) != LETTERS:
        raise PageError(f"the panels are not {', '.join(LETTERS)}")
    return page


def _panel(item: dict[str, Any]) -> Panel:
    item = dict(item)
    kind = item.pop("kind")
    if kind == "number":
        panel = NumberPanel(**item)
        panel.pieces()
        return panel
    if kind == "shares":
        return SharesPanel(item["letter"], item["claim"], tuple(Share(**share) for share in item["share"]))
    if kind not in {"bars", "line"}:
        raise PageError(f"a panel of the kind {kind} cannot be drawn")
    names, values = tuple(item.pop("names")), tuple(item.pop("values"))
    if len(names) != len(values):
        raise PageError(f"panel {item['letter']}: as many names as values are wanted")
    made = ChartPanel(kind=kind, names=names, values=values, **item)
    if min(made.heights()) < 0:
        raise PageError(f"panel {made.letter}: a value lies under the beginning of its axis")
    return made


def _number(words: str) -> float:
    """Give the number at the beginning of some words; ``6.0 million`` is 6, for the words are the scale."""
    match = re.match(r"[\d,]+(?:\.\d+)?", words)
    if match is None:
        raise PageError(f"“{words}” does not begin with a number")
    return float(match[0].replace(",", ""))


def digest_of(file: Path) -> str:
    """Give the digest of the data of a picture, whatever ends its lines."""
    return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def digest_in(png: Path) -> str:
    """Give the digest a picture carries, "" where it has none."""
    data, at = png.read_bytes(), 8
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        key, _zero, content = data[at + 8 : at + 8 + length].partition(b"\0")
        if key == DIGEST_KEY.encode() and kind in {b"tEXt", b"zTXt"}:
            # Qt compresses texts of some length; a byte for the method stands before them
            return (zlib.decompress(content[1:]) if kind == b"zTXt" else content).decode("ascii", "replace")
        at += 12 + length
    return ""
