"""Markdown to tokens: CommonMark with tables, without HTML, and with a token for each line of colons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.curriculum.typography import quotes_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

DIV_LINE = "div_line"
_COLONS = re.compile(r"(:{3,})(.*)")


def tokens_of(body: str, language: str = "en") -> list[Token]:
    """Give the flat block tokens; ``map`` counts lines from 0.

    A line of colons is a ``div_line`` with what follows the colons in ``info``. Straight quotes become those of
    the language.
    """
    return _parser(language).parse(body)


def _parser(language: str) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 -- heavy, and not needed where units come from a cache

    class AnyAddress(MarkdownIt):
        """Leaves links to be judged where they are read, with a finding; the library drops some in silence."""

        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
            return True

    settings = {"html": False, "typographer": True, "quotes": quotes_of(language)}
    parser = AnyAddress("commonmark", settings).enable(["table", "smartquotes"])
    # escaped signs stay tokens of their own, so that \< is not taken for HTML
    parser.disable("text_join")
    parser.block.ruler.before("fence", DIV_LINE, _div_line, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    return parser


def _div_line(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line):
        return False
    begin = state.bMarks[start_line] + state.tShift[start_line]
    match = _COLONS.fullmatch(state.src[begin : state.eMarks[start_line]])
    if match is None:
        return False
    if not silent:
        token = state.push(DIV_LINE, "", 0)
        token.map = [start_line, start_line + 1]
        token.markup, token.info = match[1], match[2].strip()
        state.line = start_line + 1
    return True
