"""How wide words are: letter widths of Inter from a table, so that no font and no window is needed to measure."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from facilitator.curriculum.text import Spans

LINE_HEIGHT = 1.21  # of Inter, as a share of the type size; Calibri has 1.22, Arial 1.15
NUMBERED_INDENT_PT = 36.0  # what a numbered list leaves free on the left, on every layout
UNKNOWN_LETTER = 640
FULL_WIDTH_LETTER = 1000


class LetterWidths:
    """Widths of regular and bold letters, in thousandths of the type size.

    Inter is wider than Calibri and Arial, so what fits in it also fits where a program puts one of these instead.
    """

    def __init__(self, regular: Mapping[str, int], bold: Mapping[str, int]) -> None:
        self._letters = {False: dict(regular), True: dict(bold)}
        self._words: dict[tuple[str, bool], float] = {}

    def word(self, word: str, *, bold: bool = False) -> float:
        """Give the width of a word at a type size of 1."""
        known = self._words.get((word, bold))
        if known is None:
            letters = self._letters[bold]
            known = sum(letters.get(letter) or _unlisted(letter) for letter in word) / 1000
            self._words[word, bold] = known
        return known

    def line_count(self, spans: Spans, room_pt: float, size_pt: float, *, bold: bool = False) -> int:
        """Count the lines the words take in so much room, broken between words as Office breaks them."""
        if room_pt <= 0:
            return len(spans) or 1
        lines, used = 1, 0.0
        space = self.word(" ", bold=bold) * size_pt
        for width in self._word_widths(spans, bold=bold):
            wide = width * size_pt
            if used and used + space + wide > room_pt:
                lines += 1
                used = 0.0
            if wide > room_pt:  # one word longer than a line is broken inside
                lines += int(wide // room_pt)
                wide %= room_pt
            used += wide + (space if used else 0.0)
        return lines

    def longest_word(self, spans: Spans, size_pt: float, *, bold: bool = False) -> float:
        """Give the width of the widest word, in points."""
        return max(self._word_widths(spans, bold=bold), default=0.0) * size_pt

    def one_line(self, spans: Spans, size_pt: float, *, bold: bool = False) -> float:
        """Give the width of all words on one line, in points."""
        return sum(self.word(span.text, bold=bold or span.strong) for span in spans) * size_pt

    def _word_widths(self, spans: Spans, *, bold: bool) -> Iterable[float]:
        """Give the width of each word; one that changes its style inside is still one word."""
        pending = 0.0
        for span in spans:
            pieces = span.text.split(" ")
            heavy = bold or span.strong
            for place, piece in enumerate(pieces):
                if place and pending:
                    yield pending
                    pending = 0.0
                pending += self.word(piece, bold=heavy)
        if pending:
            yield pending


def _unlisted(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    return FULL_WIDTH_LETTER if unicodedata.east_asian_width(letter) in {"W", "F"} else UNKNOWN_LETTER


def read_letter_widths(path: Path) -> LetterWidths:
    """Read the table that ships with the template."""
    plain = json.loads(path.read_text(encoding="utf-8"))
    return LetterWidths(plain["regular"], plain["bold"])
