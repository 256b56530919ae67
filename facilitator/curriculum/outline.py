"""The outline of a unit's body: headings, fences that hold each other, and text between them.

Fences nest as in Pandoc: a line of colons alone closes the innermost one. Where one was forgotten, the next
heading or fence that cannot stand inside it shows it, so that one slip is one finding and not twenty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from facilitator.curriculum.attributes import Attributes, parse_fence, split_heading
from facilitator.curriculum.file_findings import FileFindings, suggestion
from facilitator.curriculum.inline import read_inline
from facilitator.curriculum.markup import DIV_LINE, tokens_of
from facilitator.curriculum.text import Text, plain_spans
from facilitator.curriculum.text_blocks import read_block
from facilitator.curriculum.typography import typographic
from facilitator.curriculum.values import Place
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from markdown_it.token import Token

SLOT, FOR, CHART = "slot", "for", "chart"
PRINTED = frozenset({"title", "alt"})
DEEPEST = 12
MOST_MARKS = 1500
TEXT_FENCES = frozenset({"notes", "prompt", "timed", "instructions", "key", "debrief", "handout"})
KNOWN_FENCES = TEXT_FENCES | {SLOT, FOR, CHART}
_CELL_MARK = re.compile(r"(?<!\\)\|")
_WORDS_BEFORE = frozenset({"paragraph_close", "bullet_list_close", "ordered_list_close", "blockquote_close"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2."""

    level: int
    title: str
    attributes: Attributes
    line: int


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced div and what stands in it; ``name`` is its known class, or "" for one we do not know."""

    name: str
    attributes: Attributes
    line: int
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Text that stands together."""

    text: Text
    line: int


Node: TypeAlias = Heading | Fence | Words


def outline(body: str, findings: FileFindings, language: str = "en") -> tuple[Node, ...]:
    """Give the outline of a body, in order; problems with fences become findings."""
    builder = _Builder(findings, body.split("\n"), language)
    tokens = tokens_of(body, language)
    start = 0
    while start < len(tokens) and not builder.is_full():
        end = _block_end(tokens, start)
        builder.take(tokens[start:end])
        start = end
    return builder.finish()


def _block_end(tokens: list[Token], start: int) -> int:
    if tokens[start].nesting != 1:
        return start + 1
    level = tokens[start].level
    end = start + 1
    while tokens[end].level != level or tokens[end].nesting != -1:
        end += 1
    return end + 1


@dataclass(slots=True)
class _Open:
    """A fence that is not closed yet; the outermost one stands for the file."""

    name: str
    attributes: Attributes
    line: int
    children: list[Node]

    def may_hold(self, name: str) -> bool:
        """Tell whether something may stand in it: a fence by name, or ``heading``."""
        if self.name == SLOT:
            return name not in {SLOT, "heading"}
        if self.name == FOR:
            return name not in {FOR, SLOT}
        if self.name in TEXT_FENCES:
            return name == CHART  # it does not belong there, which is said where it is read
        return self.name != CHART


class _Builder:
    """Takes blocks one after the other and keeps the fences that are open."""

    def __init__(self, findings: FileFindings, lines: list[str], language: str) -> None:
        self._findings = findings
        self._language = language
        self._lines = lines
        self._stack = [_Open("", Attributes(), 0, [])]
        self._after_words = False
        self._marks = 0

    def is_full(self) -> bool:
        """Tell whether there was more than any unit needs, and whether so much is wrong that the rest can wait."""
        return self._marks > MOST_MARKS or self._findings.is_full()

    def take(self, tokens: list[Token]) -> None:
        """Add one block."""
        first = tokens[0]
        line = (first.map or [0])[0] + 1
        if first.type == DIV_LINE:
            self._count(line)
            self._div_line(first, line)
        elif first.type == "heading_open" and first.tag in {"h1", "h2"}:
            self._count(line)
            self._heading(tokens, line)
        else:
            self._report_inner_fences(tokens)
            self._report_lost_cells(tokens)
            if text := read_block(tokens, self._findings):
                self._stack[-1].children.append(Words(text, line))
        self._after_words = tokens[-1].type in _WORDS_BEFORE

    def finish(self) -> tuple[Node, ...]:
        """Close what is still open, with a finding for each, and give the outline."""
        while len(self._stack) > 1:
            self._report_unclosed(_("the end of the file"))
            self._close()
        return tuple(self._stack[0].children)

    def _count(self, line: int) -> None:
        self._marks += 1
        if self._marks == MOST_MARKS:
            message = _("There are more than {number} headings and fences.").format(number=MOST_MARKS)
            self._findings.error("unit.size", message, _("Split the unit in two."), Place(line))

    def _heading(self, tokens: list[Token], line: int) -> None:
        level = int(tokens[0].tag[1])
        title, attributes = self._heading_words(tokens[1], line)
        self._make_room("heading", line, to_the_ground=level == 1)
        self._stack[-1].children.append(Heading(level, title, attributes, line))

    def _heading_words(self, inline: Token, line: int) -> tuple[str, Attributes]:
        words = " ".join(plain_spans(read_inline(inline, self._findings).joined()).split())
        title, _unread = split_heading(words)
        _raw, attributes = split_heading(inline.content)
        if attributes is None:
            self._report_attributes(inline.content, line)
        if not title:
            self._findings.error("unit.heading-empty", _("A heading has no words."), _("Write a title."), Place(line))
        return title, attributes or Attributes()

    def _div_line(self, token: Token, line: int) -> None:
        if not token.info:
            self._bare(line)
            return
        if self._after_words and self._lines[line - 2].strip():
            self._findings.error(
                "unit.fence-glued",
                _("The fence stands right under a text and is not seen as one."),
                _("Put an empty line before it."),
                Place(line),
            )
        attributes = parse_fence(token.info)
        if attributes is None:
            self._report_attributes(token.info, line)
            attributes = Attributes()
        self._open(self._fence_name(attributes, token.info, line), self._printed(attributes), line)

    def _printed(self, attributes: Attributes) -> Attributes:
        """Give what is read by people among the attributes the marks of the language."""
        pairs = {
            key: typographic(text, self._language) if key in PRINTED else text
            for key, text in attributes.pairs.items()
        }
        return replace(attributes, pairs=pairs)

    def _fence_name(self, attributes: Attributes, info: str, line: int) -> str:
        known = [name for name in attributes.classes if name in KNOWN_FENCES]
        if known:
            return known[0]
        word = attributes.classes[0] if attributes.classes else info
        self._findings.error(
            "unit.fence-unknown",
            _("The fence “{word}” is not known; what it holds is left out.").format(word=word[:60]),
            suggestion(word, KNOWN_FENCES),
            Place(line),
        )
        return ""

    def _open(self, name: str, attributes: Attributes, line: int) -> None:
        if name:
            self._make_room(name, line)
        if len(self._stack) > DEEPEST:
            message = _("The fences are nested too deeply.")
            self._findings.error("unit.fence-depth", message, _("Close the fences above first."), Place(line))
            return
        self._stack.append(_Open(name, attributes, line, []))

    def _bare(self, line: int) -> None:
        if len(self._stack) > 1:
            self._close()
            return
        self._findings.error(
            "unit.fence-extra",
            _("This line closes a fence, and none is open."),
            _("Take it out, or look for the fence above that was closed too early."),
            Place(line),
        )

    def _make_room(self, name: str, line: int, *, to_the_ground: bool = False) -> None:
        """Close the fences that cannot hold what comes now; somebody forgot to."""
        while len(self._stack) > 1 and (to_the_ground or not self._stack[-1].may_hold(name)):
            if name == FOR and not any(fence.name == SLOT for fence in self._stack):
                return
            self._report_unclosed(_("line {line}").format(line=line))
            self._close()

    def _close(self) -> None:
        done = self._stack.pop()
        self._stack[-1].children.append(Fence(done.name, done.attributes, done.line, tuple(done.children)))

    def _report_unclosed(self, before: str) -> None:
        fence = self._stack[-1]
        self._findings.error(
            "unit.fence-open",
            _("The fence “{name}” is not closed before {place}.").format(name=fence.name or "?", place=before),
            _("Put a line with ::: where it ends."),
            Place(fence.line),
        )

    def _report_attributes(self, text: str, line: int) -> None:
        self._findings.error(
            "unit.attributes",
            _("“{text}” cannot be read.").format(text=text[-80:]),
            _('Write {.name key=value key="two words"}.'),
            Place(line),
        )

    def _report_inner_fences(self, tokens: list[Token]) -> None:
        for token in tokens[1:]:
            if token.type == DIV_LINE and token.map:
                self._findings.error(
                    "unit.fence-inside",
                    _("A fence stands inside a list or a quote and is left out."),
                    _("Begin the line with the colons, after an empty line."),
                    Place(token.map[0] + 1),
                )

    def _report_lost_cells(self, tokens: list[Token]) -> None:
        """Report rows with more cells than the header; Markdown drops what is too much without a word."""
        if tokens[0].type != "table_open" or not tokens[0].map:
            return
        begin, end = tokens[0].map
        wanted = _cell_count(self._lines[begin])
        for number in range(begin + 2, end):
            if (cells := _cell_count(self._lines[number])) > wanted:
                self._findings.error(
                    "unit.table-ragged",
                    _("The row has {cells} cells and the header {wanted}; the rest is not shown.").format(
                        cells=cells, wanted=wanted
                    ),
                    _("Give the header as many cells, or write \\| for a plain |."),
                    Place(number + 1),
                )


def _cell_count(line: str) -> int:
    return len(_CELL_MARK.split(line.strip().removeprefix("|").rstrip("|")))
