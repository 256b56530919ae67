"""Inline Markdown to spans: bold, emphasis, code, links; pictures are taken out and stand on their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.curriculum.text import Picture, Span, Spans
from facilitator.curriculum.values import Place
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

    from facilitator.curriculum.file_findings import FileFindings

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*|/)?>|<!--|<[!?][A-Za-z]")
_ADDRESS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_OUTSIDE = re.compile(r"^(?:[A-Za-z][A-Za-z0-9+.-]*:|/|\\|~)|(?:^|[/\\])\.\.(?:[/\\]|$)|\\")
_DRAWN = (".png", ".jpg", ".jpeg")


@dataclass(frozen=True, slots=True)
class Inline:
    """What one run of inline Markdown says.

    Attributes:
        lines: its spans, split where the author forced a new line; empty when it holds pictures alone.
        pictures: the pictures in it, in order.
    """

    lines: tuple[Spans, ...]
    pictures: tuple[Picture, ...]

    def joined(self) -> Spans:
        """Give all of it as one line."""
        spans: list[Span] = []
        for number, line in enumerate(self.lines):
            if number:
                spans.append(Span(" "))
            spans.extend(line)
        return merged(spans)


def read_inline(token: Token, findings: FileFindings) -> Inline:
    """Make spans and pictures of an ``inline`` token; HTML, odd links and odd pictures become findings."""
    reader = _InlineReader(findings, (token.map or [0])[0] + 1)
    for child in token.children or ():
        reader.take(child)
    return reader.finish()


class _InlineReader:
    """Walks the tokens of one run, remembering which styles are on."""

    def __init__(self, findings: FileFindings, line: int) -> None:
        self._findings = findings
        self._line = line
        self._style = Span("")
        self._lines: list[list[Span]] = [[]]
        self._pictures: list[Picture] = []

    def take(self, token: Token) -> None:
        """Add one token."""
        match token.type:
            case "text" | "text_special":
                if token.type == "text":
                    self._refuse_html(token.content)
                self._add(token.content)
            case "code_inline":
                self._lines[-1].append(replace(self._style, text=token.content, code=True))
            case "softbreak":
                self._line += 1
                self._add(" ")
            case "hardbreak":
                self._line += 1
                self._lines.append([])
            case "image":
                self._picture(token)
            case _:
                self._restyle(token)

    def finish(self) -> Inline:
        """Give what was read; lines without words are left out."""
        lines = (_trimmed(merged(line)) for line in self._lines)
        return Inline(tuple(line for line in lines if line), tuple(self._pictures))

    def _add(self, text: str) -> None:
        if text:
            style = self._style
            self._lines[-1].append(Span(text, style.strong, style.emphasis, style.code, style.href))

    def _restyle(self, token: Token) -> None:
        on = token.nesting == 1
        if token.type.startswith("strong"):
            self._style = replace(self._style, strong=on)
        elif token.type.startswith("em"):
            self._style = replace(self._style, emphasis=on)
        elif token.type.startswith("link"):
            self._style = replace(self._style, href=self._address(token) if on else "")

    def _address(self, token: Token) -> str:
        href = str(token.attrGet("href") or "")
        if _ADDRESS.match(href):
            return href
        self._findings.warning(
            "unit.link",
            _("The link to “{address}” leads nowhere on paper or in the room.").format(address=href[:80]),
            _("Use an address that begins with https:// or mailto:, or plain words."),
            Place(self._line),
        )
        return ""

    def _refuse_html(self, text: str) -> None:
        if found := _TAG.search(text):
            self._findings.error(
                "unit.html",
                _("“{tag}” is HTML, which is not drawn.").format(tag=found[0][:40]),
                _("Use Markdown instead; for a plain < write \\<."),
                Place(self._line),
            )

    def _picture(self, token: Token) -> None:
        path, alt = str(token.attrGet("src") or ""), token.content.strip()
        if not alt:
            self._findings.error(
                "unit.picture-alt",
                _("The picture {path} has no words for those who cannot see it.").format(path=path),
                _("Write what it shows between the square brackets: ![what it shows](pictures/file.png)."),
                Place(self._line),
            )
        if _OUTSIDE.search(path) or not path.lower().endswith(_DRAWN):
            self._findings.error(
                "unit.picture-path",
                _("The picture “{path}” is not a file of this pack.").format(path=path[:80]),
                _("Put a PNG or JPEG file into the folder pictures and write pictures/file.png."),
                Place(self._line),
            )
            return
        self._pictures.append(Picture(path, alt))


def merged(spans: Iterable[Span]) -> Spans:
    """Join neighbours of the same style."""
    joined: list[Span] = []
    for span in spans:
        if joined and _style(joined[-1]) == _style(span):
            joined[-1] = replace(span, text=joined[-1].text + span.text)
        else:
            joined.append(span)
    return tuple(joined)


def _style(span: Span) -> tuple[bool, bool, bool, str]:
    return span.strong, span.emphasis, span.code, span.href


def _trimmed(spans: Spans) -> Spans:
    if spans and spans[0].text[:1].isspace():
        spans = (replace(spans[0], text=spans[0].text.lstrip()), *spans[1:])
    if spans and spans[-1].text[-1:].isspace():
        spans = (*spans[:-1], replace(spans[-1], text=spans[-1].text.rstrip()))
    return tuple(span for span in spans if span.text)
