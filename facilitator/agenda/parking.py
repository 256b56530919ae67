"""The parked items: taking some out, and putting some back exactly where they were."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.agenda.places import NotThereError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.agenda.model import Agenda, Item


def parked_indexes(agenda: Agenda, item_ids: Sequence[str]) -> tuple[int, ...]:
    """Tell which of the parked items these are, in the order asked.

    Raises:
        NotThereError: one of them is not parked.
    """
    indexes = {item.id: index for index, item in enumerate(agenda.parked)}
    missing = next((item_id for item_id in item_ids if item_id not in indexes), None)
    if missing is not None:
        raise NotThereError(missing)
    return tuple(indexes[item_id] for item_id in item_ids)


def unpark(agenda: Agenda, item_ids: Sequence[str]) -> tuple[Agenda, tuple[Item, ...]]:
    """Give the agenda without some parked items, and these in the order asked.

    Raises:
        NotThereError: one of them is not parked.
    """
    taken = tuple(agenda.parked[index] for index in parked_indexes(agenda, item_ids))
    rest = tuple(item for item in agenda.parked if item.id not in set(item_ids))
    return replace(agenda, parked=rest), taken


def park_at(agenda: Agenda, items: Sequence[Item], indexes: Sequence[int] = ()) -> Agenda:
    """Give the agenda with items parked, each at its index in the result, or all of them last."""
    parked = list(agenda.parked)
    if len(indexes) != len(items):
        return replace(agenda, parked=(*parked, *items))
    for index, item in sorted(zip(indexes, items, strict=True), key=lambda pair: pair[0]):
        parked.insert(index, item)
    return replace(agenda, parked=tuple(parked))
