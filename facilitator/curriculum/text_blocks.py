"""Block Markdown to text: paragraphs, lists, tables, quotes and pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.curriculum.inline import merged, read_inline
from facilitator.curriculum.text import ItemList, ListItem, Paragraph, Quote, Span, Spans, Table, Text, TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from facilitator.curriculum.file_findings import FileFindings
    from facilitator.curriculum.text import Picture


def read_block(tokens: Sequence[Token], findings: FileFindings) -> Text:
    """Make text of the tokens of one block, from its opening to its closing token.

    A code block becomes lines in code style; a rule becomes nothing; deeper headings become bold lines.
    """
    match tokens[0].type:
        case "bullet_list_open" | "ordered_list_open":
            return _list(tokens, findings)
        case "blockquote_open":
            return _quote(tokens, findings)
        case "table_open":
            return _table(tokens, findings)
        case "fence" | "code_block":
            return tuple(Paragraph((Span(line, code=True),)) for line in tokens[0].content.splitlines() if line)
        case "heading_open":
            return bold_line(tokens[1], findings)
        case _:
            return tuple(
                block for token in tokens if token.type == "inline" for block in _paragraphs(token, findings)
            )


def bold_line(inline: Token, findings: FileFindings) -> Text:
    """Make a bold paragraph of the words of a heading."""
    spans = read_inline(inline, findings).joined()
    return (Paragraph(tuple(replace(span, strong=True) for span in spans)),) if spans else ()


def _paragraphs(token: Token, findings: FileFindings) -> Text:
    inline = read_inline(token, findings)
    return (*(Paragraph(line) for line in inline.lines), *inline.pictures)


def _list(tokens: Sequence[Token], findings: FileFindings) -> Text:
    items: list[ListItem] = []
    pictures: list[Picture] = []
    level, fresh = -1, False
    for token in tokens:
        if token.type.endswith("_list_open"):
            level += 1
        elif token.type.endswith("_list_close"):
            level -= 1
        elif token.type == "list_item_open":
            items.append(ListItem((), level))
            fresh = True
        elif token.type in {"inline", "fence", "code_block"}:
            spans, found = _item_words(token, findings)
            pictures.extend(found)
            before = items[-1].spans
            items[-1] = replace(
                items[-1], spans=spans if fresh or not before else merged((*before, Span(" "), *spans))
            )
            fresh = False
    kept = tuple(item for item in items if item.spans)
    made: tuple[TextBlock, ...] = (ItemList(kept, tokens[0].type == "ordered_list_open"),) if kept else ()
    return (*made, *pictures)


def _item_words(token: Token, findings: FileFindings) -> tuple[Spans, tuple[Picture, ...]]:
    if token.type != "inline":
        return (Span(" ".join(token.content.split()), code=True),), ()
    inline = read_inline(token, findings)
    return inline.joined(), inline.pictures


def _quote(tokens: Sequence[Token], findings: FileFindings) -> Text:
    found = [read_inline(token, findings) for token in tokens if token.type == "inline"]
    paragraphs = tuple(line for inline in found for line in inline.lines)
    pictures = tuple(picture for inline in found for picture in inline.pictures)
    made: tuple[TextBlock, ...] = (Quote(paragraphs),) if paragraphs else ()
    return (*made, *pictures)


def _table(tokens: Sequence[Token], findings: FileFindings) -> Text:
    rows: list[list[Spans]] = []
    pictures: list[Picture] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            inline = read_inline(token, findings)
            rows[-1].append(inline.joined())
            pictures.extend(inline.pictures)
    header, *body = (tuple(row) for row in rows)
    return (Table(header, tuple(body)), *pictures)
