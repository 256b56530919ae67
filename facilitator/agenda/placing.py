"""Reversible changes of what stands where: add, remove, move, park, duplicate."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.agenda.model import Agenda, Block, Breakout, Item, Section
from facilitator.agenda.places import (
    PARKED,
    Place,
    PlaceError,
    items_at,
    nodes_of,
    place_of,
    put,
    refuse_known_ids,
    take,
)
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.foundation.edits import Edit


class OwnStep:
    """An edit that is an undo step of its own."""

    __slots__ = ()

    def merges_with(self, later: Edit[Agenda]) -> bool:  # noqa: ARG002 -- shape of Edit
        """Stay an undo step of its own."""
        return False


@dataclass(frozen=True, slots=True)
class Add(OwnStep):
    """Put a new block, section or breakout at a place."""

    item: Item
    place: Place

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the item; refuse one whose id is taken."""
        refuse_known_ids(state, (node.id for node in nodes_of(self.item)))
        return put(state, self.item, self.place)

    def inverse(self, state: Agenda) -> Edit[Agenda]:  # noqa: ARG002 -- shape of Edit
        """Give the edit that removes it."""
        return Remove(self.item.id)

    def label(self) -> str:
        """Say what it does."""
        match self.item:
            case Section():
                return _("Add a section")
            case Breakout():
                return _("Add a breakout")
            case Block():
                return _("Add a block")


@dataclass(frozen=True, slots=True)
class Remove(OwnStep):
    """Delete an item with everything in it; parking it would keep it."""

    item_id: str

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda without the item."""
        return take(state, self.item_id)[0]

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that puts it back."""
        return Add(take(state, self.item_id)[1], place_of(state, self.item_id))

    def label(self) -> str:
        """Say what it does."""
        return _("Delete")


@dataclass(frozen=True, slots=True)
class Move(OwnStep):
    """Take an item to another place; it keeps its pin."""

    item_id: str
    to: Place

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the item at its new place."""
        rest, item = take(state, self.item_id)
        return put(rest, item, self.to)

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that takes it back."""
        return Move(self.item_id, place_of(state, self.item_id))

    def label(self) -> str:
        """Say what it does."""
        return _("Move")


@dataclass(frozen=True, slots=True)
class Park(OwnStep):
    """Take an item out of the schedule and keep it with everything it carries."""

    item_id: str

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the item last among the parked ones."""
        return Move(self.item_id, PARKED).apply(state)

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that takes it back to its place."""
        return Unpark(self.item_id, place_of(state, self.item_id))

    def label(self) -> str:
        """Say what it does."""
        return _("Park")


@dataclass(frozen=True, slots=True)
class Unpark(OwnStep):
    """Take a parked item to a place in the schedule."""

    item_id: str
    to: Place

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the item back in the schedule."""
        return Move(self.item_id, self.to).apply(state)

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that parks it again, where it was among the parked ones."""
        return Move(self.item_id, place_of(state, self.item_id))

    def label(self) -> str:
        """Say what it does."""
        return _("Take back into the schedule")


@dataclass(frozen=True, slots=True)
class Duplicate(OwnStep):
    """Put a copy of an item right behind it, without pins.

    Attributes:
        new_ids: one for the item and each thing in it, in the order of :func:`nodes_of`.
    """

    item_id: str
    new_ids: tuple[str, ...]

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the copy; refuse ids that are taken or do not suffice."""
        place = place_of(state, self.item_id)
        original = items_at(state, place)[place.index]
        refuse_known_ids(state, self.new_ids)
        if len(self.new_ids) != len(tuple(nodes_of(original))):
            raise PlaceError(_("The copy cannot be made."), _("Duplicate the block again."))
        return put(state, _copy(original, self.new_ids), replace(place, index=place.index + 1))

    def inverse(self, state: Agenda) -> Edit[Agenda]:  # noqa: ARG002 -- shape of Edit
        """Give the edit that deletes the copy."""
        return Remove(self.new_ids[0])

    def label(self) -> str:
        """Say what it does."""
        return _("Duplicate")


def _copy(item: Item, new_ids: tuple[str, ...]) -> Item:
    ids = iter(new_ids)

    def copied(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(replace(block, id=next(ids), pin=None) for block in blocks)

    match item:
        case Block():
            return copied((item,))[0]
        case Section():
            return replace(item, id=next(ids), pin=None, children=copied(item.children))
        case Breakout():
            copy_id = next(ids)
            strands = tuple(
                replace(strand, id=next(ids), children=copied(strand.children)) for strand in item.strands
            )
            return replace(item, id=copy_id, pin=None, strands=strands)
