"""Finding again where something stands in a source, for checks that know only what was read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.curriculum.values import NOWHERE, Place

if TYPE_CHECKING:
    from collections.abc import Iterator


def key_place(source: str, key: str, word: str = "") -> Place:
    """Give where a key of the front matter stands, or a word in its value; NOWHERE when it is not there."""
    lines = source.split("\n")
    end = _head_end(lines)
    key_pattern = re.compile(rf"(?:^|[\s{{,-]){re.escape(key)}\s*:")
    for number in range(1, end):
        if match := key_pattern.search(lines[number]):
            start = Place(number + 1, match.start() + len(match[0]) - len(match[0].lstrip(" {,-")) + 1)
            return _word_place(lines, number, end, word) or start if word else start
    return NOWHERE


def lines_with(source: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, Place]]:
    """Walk the matches of a pattern below the front matter, each with its first group and its place."""
    lines = source.split("\n")
    begin = _head_end(lines) + 1
    for number, line in enumerate(lines[begin:], begin + 1):
        for match in pattern.finditer(line):
            yield match[1], Place(number, match.start() + 1)


def text_place(source: str, words: str) -> Place:
    """Give where some words first stand."""
    at = source.find(words)
    if at < 0:
        return NOWHERE
    line_start = source.rfind("\n", 0, at) + 1
    return Place(source.count("\n", 0, at) + 1, at - line_start + 1)


def _head_end(lines: list[str]) -> int:
    return next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), len(lines))


def _word_place(lines: list[str], first: int, end: int, word: str) -> Place | None:
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    for number in range(first, end):
        if match := pattern.search(lines[number]):
            return Place(number + 1, match.start() + 1)
    return None
