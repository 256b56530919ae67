"""Quotation marks and apostrophes as they are printed: authors type straight ones, readers see their language's."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt

# opening and closing, double and single; where a language is not listed, those of English are read everywhere
_QUOTES: dict[str, Sequence[str]] = {
    "de": "„“‚‘",
    "en": "“”‘’",
    "es": "«»“”",
    "fr": ["«\u202f", "\u202f»", "‹\u202f", "\u202f›"],
    "it": "«»“”",
    "nl": "“”‘’",
    "pl": "„”‚’",
    "pt": "“”‘’",
}


def quotes_of(language: str) -> Sequence[str]:
    """Give the four marks of a language such as ``en`` or ``de-AT``."""
    return _QUOTES.get(language.partition("-")[0].lower(), _QUOTES["en"])


def typographic(text: str, language: str) -> str:
    """Give a text with the marks of its language; nothing else in it changes, and lines stay lines."""
    if '"' not in text and "'" not in text:
        return text
    return "\n".join(_line(line, language) for line in text.split("\n"))


def _line(line: str, language: str) -> str:
    words = line.strip()
    children = _plain_parser(language).parseInline(words)[0].children or []
    return line.replace(words, "".join(child.content for child in children), 1) if words else line


@functools.lru_cache(maxsize=8)
def _plain_parser(language: str) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 -- heavy, and not needed where units come from a cache

    return MarkdownIt("zero", {"typographer": True, "quotes": quotes_of(language)}).enable("smartquotes")
