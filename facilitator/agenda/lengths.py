"""How short and how long a block can get."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.agenda.model import Block


def least_minutes(block: Block) -> int:
    """Give the length a block may be squeezed to.

    Rule: without a ``max_minutes`` no range was set, and the block is as long as planned; a range that does not
    hold the planned length reaches up or down to it.
    """
    return min(block.min_minutes, block.minutes) if block.max_minutes else block.minutes


def most_minutes(block: Block) -> int:
    """Give the length a block may be stretched to; see :func:`least_minutes` for the rule."""
    return max(block.max_minutes, block.minutes)
