"""What the first page of a paper shows, as data: no Office, no window, nothing written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from facilitator.export.cards.document import ACROSS, planned_decks, trainers_decks
from facilitator.export.cards.plan import CardSize, PrintedDeck
from facilitator.export.deck.slides import SlideSpec
from facilitator.export.slide_specs import slide_specs
from facilitator.export.workbooks.attendance import plan_attendance
from facilitator.export.workbooks.cells import Sheet

if TYPE_CHECKING:
    from facilitator.export.handover import Handover


@dataclass(frozen=True, slots=True)
class DeckPreview:
    """The first slides of a deck, and how many there are in all."""

    slides: tuple[SlideSpec, ...]
    count: int


@dataclass(frozen=True, slots=True)
class BookPreview:
    """The first sheet of a workbook, and the names of all."""

    sheet: Sheet
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardsPreview:
    """The first deck of a print, with what stands on its cards, and how many decks there are in all."""

    heading: str
    cards: tuple[tuple[str, str], ...]
    across: int
    count: int


Preview: TypeAlias = DeckPreview | BookPreview | CardsPreview


def preview_deck(handover: Handover, *, first: int = 3) -> DeckPreview:
    """Give the first slides as a participant would see them, so without notes."""
    slides = slide_specs(handover, notes=False)
    return DeckPreview(slides[:first], len(slides))


def preview_cards(handover: Handover) -> CardsPreview:
    """Give the first deck as it lies on the table."""
    decks = [printed for printed in planned_decks(handover) if not printed.deck.is_trainers]
    if not decks:
        return CardsPreview("", (), 1, 0)
    across = ACROSS if decks[0].size is CardSize.SMALL else 1
    return CardsPreview(
        _heading(decks[0]), tuple((c.title or c.id, c.text) for c in decks[0].cards), across, len(decks)
    )


def preview_keys(handover: Handover) -> CardsPreview:
    """Give the key of the first deck that has one, or its script; for the trainer's eyes."""
    decks = trainers_decks(handover)
    if not decks:
        return CardsPreview("", (), 1, 0)
    cards = tuple((c.title or c.id, c.answer or c.why or c.text) for c in decks[0].cards)
    return CardsPreview(_heading(decks[0]), cards, 1, len(decks))


def _heading(printed: PrintedDeck) -> str:
    return f"{printed.deck.unit_id} · {printed.deck.title}"


def preview_attendance(handover: Handover) -> BookPreview:
    """Give the first sheet of the attendance workbook: a sign-in sheet where there is a half-day."""
    sheets = plan_attendance(handover).sheets
    return BookPreview(sheets[0], tuple(sheet.name for sheet in sheets))
