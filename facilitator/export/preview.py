"""What the first page of a paper shows, as data: no Office, no window, nothing written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

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


Preview: TypeAlias = DeckPreview | BookPreview


def preview_deck(handover: Handover, *, first: int = 3) -> DeckPreview:
    """Give the first slides as a participant would see them, so without notes."""
    slides = slide_specs(handover, notes=False)
    return DeckPreview(slides[:first], len(slides))


def preview_attendance(handover: Handover) -> BookPreview:
    """Give the first sheet of the attendance workbook: a sign-in sheet where there is a half-day."""
    sheets = plan_attendance(handover).sheets
    return BookPreview(sheets[0], tuple(sheet.name for sheet in sheets))
