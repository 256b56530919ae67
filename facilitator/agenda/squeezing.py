"""Making time: squeezing blocks, splitting one around a break, and letting gaps take up a delay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.agenda.lengths import least_minutes, most_minutes
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.agenda.model import Block
    from facilitator.agenda.slots import Slot


class SqueezeError(FacilitatorError):
    """Blocks cannot get that much shorter; ``possible_minutes`` says how much they can."""

    def __init__(self, by_minutes: int, possible_minutes: int) -> None:
        happened = ngettext(
            "The blocks cannot be shortened by {minutes} minute.",
            "The blocks cannot be shortened by {minutes} minutes.",
            by_minutes,
        )
        way_out = ngettext(
            "They can give {minutes} minute; park a block to win more.",
            "They can give {minutes} minutes; park a block to win more.",
            possible_minutes,
        )
        super().__init__(
            happened.format(minutes=by_minutes),
            safe=_("Nothing was changed."),
            way_out=way_out.format(minutes=possible_minutes),
        )
        self.possible_minutes = possible_minutes


class SplitError(FacilitatorError):
    """A block cannot be split there."""

    def __init__(self) -> None:
        super().__init__(
            _("A block can only be split inside its own time."),
            safe=_("Nothing was changed."),
            way_out=_("Choose a moment after its start and before its end."),
        )


def squeezable_minutes(blocks: Sequence[Block]) -> int:
    """Give how many minutes the blocks can lose together without going below their shortest."""
    return sum(block.minutes - least_minutes(block) for block in blocks)


def squeeze(blocks: Sequence[Block], by_minutes: int) -> tuple[Block, ...]:
    """Shorten blocks by so many minutes together, each by its share of what they can lose.

    Rules: minutes stay whole and sum up exactly; what is left over by rounding stays with the largest remainder,
    the earlier block where two are equal; no block goes below its shortest.

    Raises:
        SqueezeError: they cannot lose so much, or the amount is negative.
    """
    slack = [block.minutes - least_minutes(block) for block in blocks]
    if not 0 <= by_minutes <= sum(slack):
        raise SqueezeError(by_minutes, sum(slack))
    kept = shares(sum(slack) - by_minutes, slack)
    return tuple(
        replace(block, minutes=block.minutes - lost + stays)
        for block, lost, stays in zip(blocks, slack, kept, strict=True)
    )


def shares(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Share a whole number out by weights; no share is above its weight unless the total is above their sum.

    What rounding leaves over goes to the largest remainder, to the earlier one where two are equal.
    """
    whole = sum(weights)
    if not whole:
        return tuple(0 for _weight in weights)
    parts = [divmod(total * weight, whole) for weight in weights]
    given = [quotient for quotient, _remainder in parts]
    by_remainder = sorted(range(len(parts)), key=lambda index: (-parts[index][1], index))
    for index in by_remainder[: total - sum(given)]:
        given[index] += 1
    return tuple(given)


def split_at(block: Block, minutes: int, second_id: str) -> tuple[Block, Block]:
    """Cut a block in two after so many minutes, for a break in between.

    Rules: both halves keep the unit and everything else; the first keeps the id and the pin; the second says that
    it continues. Shortest and longest lengths are shared out like the minutes.

    Raises:
        SplitError: the cut is not inside the block.
    """
    rest = block.minutes - minutes
    if minutes <= 0 or rest <= 0:
        raise SplitError
    least, least_rest = shares(least_minutes(block), (minutes, rest))
    stretch, stretch_rest = shares(most_minutes(block) - block.minutes, (minutes, rest))
    has_range = bool(block.max_minutes)
    first = replace(
        block,
        minutes=minutes,
        min_minutes=least if has_range else block.min_minutes,
        max_minutes=minutes + stretch if has_range else 0,
        transition_minutes=min(block.transition_minutes, minutes),
    )
    second = replace(
        block,
        id=second_id,
        title=_("{title} (continued)").format(title=block.title),
        minutes=rest,
        min_minutes=least_rest if has_range else block.min_minutes,
        max_minutes=rest + stretch_rest if has_range else 0,
        pin=None,
        transition_minutes=0,
    )
    return first, second


def delays(slots: Sequence[Slot], late_minutes: int) -> tuple[int, ...]:
    """Give how many minutes later each slot starts when the first one is late: gaps take up delay first.

    Pass the slots of one line, such as ``[slot for slot in plan.slots if not slot.parent]``; the gap before the
    first of them is taken as used up.
    """
    later = []
    for index, slot in enumerate(slots):
        if index:
            late_minutes = max(0, late_minutes - slot.gap)
        later.append(late_minutes)
    return tuple(later)
