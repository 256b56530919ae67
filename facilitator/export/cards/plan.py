"""Which cards a room needs, and in which size they are printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from facilitator.curriculum.audience import DEFAULT
from facilitator.curriculum.pack import Card, CardDeck
from facilitator.curriculum.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from facilitator.curriculum.audience import Profile
    from facilitator.curriculum.unit import Unit

SMALL_CHARACTERS = 300
STRIP_CHARACTERS = 900
DEFAULT_CARDS = frozenset({DEFAULT})
DEFAULT_LANGUAGE = "en"
NOWHERE_ELSE: Mapping[str, Sequence[Profile]] = MappingProxyType({})


class CardSize(StrEnum):
    """How a deck is printed: eight cards a page, strips below each other, or a page each."""

    SMALL = "small"
    STRIP = "strip"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class PrintedDeck:
    """One deck as a room gets it; all its cards are printed in one size, so that backs look alike."""

    deck: CardDeck
    unit_title: str
    cards: tuple[Card, ...]
    size: CardSize


def printed_decks(
    units: Sequence[Unit],
    decks: Sequence[CardDeck],
    profiles: Sequence[Profile] | None,
    rooms: Mapping[str, Sequence[Profile]] = NOWHERE_ELSE,
) -> tuple[PrintedDeck, ...]:
    """Give the decks of some units, in the order of the units, each with the cards this room needs.

    Args:
        units: those that are taught; one that comes twice is printed once.
        decks: of these units, and pre-reads of others, which come first.
        profiles: who is in the room; None for every card there is.
        rooms: by unit id, who is taught it where that is not everybody, as in a strand.
    """
    taught = {unit.id: unit for unit in units}
    before = [deck for deck in decks if deck.is_pre_read and deck.unit_id not in taught]
    during = [deck for unit_id in taught for deck in decks if deck.unit_id == unit_id and not deck.is_pre_read]
    made = (
        _printed(deck, taught.get(deck.unit_id), cards_for(deck, rooms.get(deck.unit_id, profiles)))
        for deck in (*before, *during)
    )
    return tuple(printed for printed in made if printed.cards)


def _printed(deck: CardDeck, unit: Unit | None, cards: tuple[Card, ...]) -> PrintedDeck:
    language = unit.language if unit else DEFAULT_LANGUAGE
    as_printed = tuple(_as_printed(card, language) for card in cards)
    return PrintedDeck(deck, unit.title if unit else "", as_printed, size_of(cards))


def cards_for(deck: CardDeck, profiles: Sequence[Profile] | None) -> tuple[Card, ...]:
    """Give the cards of a deck for a room.

    Cards without audiences are for every room. Where one audience is present, it gets the cards that name it, or
    those for ``default`` where none does. A mixed room gets the cards of each and those for ``default``, since its
    slides speak to all.
    """
    if profiles is None:
        return deck.cards
    picked = {_own_names(deck, profile) for profile in profiles} or {DEFAULT_CARDS}
    wanted = frozenset[str]().union(*picked, DEFAULT_CARDS if len(picked) > 1 else ())
    return tuple(card for card in deck.cards if not card.audiences or wanted.intersection(card.audiences))


def _own_names(deck: CardDeck, profile: Profile) -> frozenset[str]:
    """Give the names under which a deck has cards for somebody; those of the default cards where there are none."""
    named = {name for card in deck.cards for name in card.audiences} - DEFAULT_CARDS
    return frozenset(named.intersection(profile.in_order_of_choice())) or DEFAULT_CARDS


def _as_printed(card: Card, language: str) -> Card:
    title, text = typographic(card.title, language), typographic(card.text, language)
    answer, why = typographic(card.answer, language), typographic(card.why, language)
    return replace(card, title=title, text=text, answer=answer, why=why)


def size_of(cards: Iterable[Card]) -> CardSize:
    """Choose the smallest size in which the longest card can be read across a table."""
    longest = max((len(card.title) + len(card.text) for card in cards), default=0)
    if longest <= SMALL_CHARACTERS:
        return CardSize.SMALL
    return CardSize.STRIP if longest <= STRIP_CHARACTERS else CardSize.PAGE
