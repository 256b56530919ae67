"""Cards as plain Markdown and as tables, for printing and sorting with whatever is at hand."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from facilitator.export.letters import FORMULA_SIGNS

if TYPE_CHECKING:
    from facilitator.curriculum.pack import Card
    from facilitator.export.cards.plan import PrintedDeck
    from facilitator.foundation.words import Catalogue


def deck_markdown(printed: PrintedDeck, words: Catalogue) -> str:
    """Write what participants get: the cards without answers."""
    heading = words.gettext("{title}: for the trainer") if printed.deck.is_trainers else "{title}"
    return _markdown(printed, heading, [_card(card, card.text) for card in printed.cards])


def key_markdown(printed: PrintedDeck, words: Catalogue) -> str:
    """Write what the trainer keeps: the answers with their reasons; "" where no card has one."""
    cards = [
        _card(card, "\n\n".join(part for part in (card.answer, card.why) if part))
        for card in printed.cards
        if card.answer or card.why
    ]
    return _markdown(printed, words.gettext("{title}: key, for the trainer"), cards) if cards else ""


def deck_csv(printed: PrintedDeck, words: Catalogue) -> str:
    """Write the cards as a table for a spreadsheet: card, title, text, and an empty column for a code."""
    say = words.gettext
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow((say("Card"), say("Title"), say("Text"), say("Code")))
    for card in printed.cards:
        writer.writerow((_harmless(card.id), _harmless(card.title), _harmless(card.text), ""))
    return table.getvalue()


def _markdown(printed: PrintedDeck, heading: str, cards: list[str]) -> str:
    deck = printed.deck
    head = f"# {deck.unit_id} · {heading.format(title=deck.title)}"
    return "\n\n".join(part for part in (head, deck.use, *cards) if part) + "\n"


def _card(card: Card, text: str) -> str:
    return f"## {' · '.join(part for part in (card.id, card.title) if part)}\n\n{text}"


def _harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{text}" if text[:1] in FORMULA_SIGNS else text
