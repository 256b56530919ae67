"""The slides of a workshop as data, for whoever draws them on a screen: the console, a preview, a thumbnail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.export.deck.outline import plan_deck
from facilitator.export.deck.writer import our_stationery

if TYPE_CHECKING:
    from facilitator.export.deck.slides import SlideSpec
    from facilitator.export.deck.writer import Stationery
    from facilitator.export.handover import Handover


def slide_specs(
    handover: Handover, *, notes: bool = True, stationery: Stationery | None = None
) -> tuple[SlideSpec, ...]:
    """Give the slides exactly as the deck has them: in order, fitted, with unique titles.

    Args:
        handover: the workshop.
        notes: whether the trainer's notes are in them; anything a room can see asks for none.
        stationery: hand in one that was read before to save reading the template again.
    """
    return (stationery or our_stationery()).fit(plan_deck(handover, notes=notes)).slides


def slides_of_block(slides: tuple[SlideSpec, ...], block_id: str, step: int | None = None) -> tuple[SlideSpec, ...]:
    """Pick the slides of one block, or of one step of it; step -1 is the block's own first slide."""
    return tuple(slide for slide in slides if slide.block_id == block_id and (step is None or slide.step == step))
