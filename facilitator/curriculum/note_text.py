"""A note somebody typed, as text to draw: the same Markdown as in units, read forgivingly."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from facilitator.curriculum.file_findings import FileFindings
from facilitator.curriculum.markup import tokens_of
from facilitator.curriculum.text_blocks import read_block

if TYPE_CHECKING:
    from markdown_it.token import Token

    from facilitator.curriculum.text import Text

LONGEST = 20_000


@functools.lru_cache(maxsize=256)
def note_text(source: str) -> Text:
    """Give a note as paragraphs and lists; what is wrong in it is drawn as it was typed, and nothing raises."""
    findings = FileFindings("")
    blocks: list[Text] = []
    group: list[Token] = []
    depth = 0
    for token in tokens_of(source[:LONGEST]):
        group.append(token)
        depth += token.nesting
        if depth == 0:
            blocks.append(read_block(group, findings))
            group = []
    return tuple(block for text in blocks for block in text)
