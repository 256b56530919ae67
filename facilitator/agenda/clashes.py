"""People who are wanted in two strands of a breakout at once."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from facilitator.agenda.model import Breakout
from facilitator.agenda.slots import Notice, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.agenda.model import Block, Day, Strand
    from facilitator.agenda.slots import Slot


def people_clashes(day: Day, slots: Sequence[Slot]) -> list[Notice]:
    """Tell who leads or helps in two strands at the same time, and for how many minutes.

    Rules: strands beside one another are no clash in themselves; a block without a lead has that of its strand.
    The notice is about the later strand's block; names are compared without regard to case.
    """
    breakouts = [item for item in day.items if isinstance(item, Breakout)]
    if not breakouts:
        return []
    times = {slot.id: slot for slot in slots}
    found = (notice for breakout in breakouts for notice in _in_breakout(breakout, times))
    order = {slot.id: index for index, slot in enumerate(slots)}
    return sorted(found, key=lambda notice: (order[notice.item_id], notice.name))


def _in_breakout(breakout: Breakout, times: dict[str, Slot]) -> Iterator[Notice]:
    for first, second in combinations([_engagements(strand) for strand in breakout.strands], 2):
        for person in first.keys() & second.keys():
            for (block, _), (other, name) in product(first[person], second[person]):
                shared = _shared_minutes(times[block.id], times[other.id])
                if shared > 0:
                    yield Notice(Trouble.PEOPLE_CLASH, other.id, shared, name)


def _engagements(strand: Strand) -> dict[str, list[tuple[Block, str]]]:
    wanted: dict[str, list[tuple[Block, str]]] = {}
    for block in strand.children:
        names = {name.strip().casefold(): name.strip() for name in (block.lead or strand.lead, *block.helpers)}
        for folded, name in names.items():
            if folded:
                wanted.setdefault(folded, []).append((block, name))
    return wanted


def _shared_minutes(one: Slot, other: Slot) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
