"""All edits of an agenda, and several of them as one.

An edit is a frozen dataclass that follows :class:`facilitator.foundation.edits.Edit`. A journal keeps any of them
with ``Records(Item, AgendaEdit)``, where it must be named: ``to_plain(edit, AgendaEdit)``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, cast

from facilitator.agenda.day_edits import AddDay, DropDay, MoveDay, RemoveDay, RestoreDay, SetZone
from facilitator.agenda.day_fields import (
    SetDayDate,
    SetDayLabel,
    SetDayNote,
    SetDayRoom,
    SetDaySplit,
    SetDayStart,
    SetDayTargetEnd,
)
from facilitator.agenda.fields import (
    Rename,
    ReplaceUnit,
    SetHelpers,
    SetHidden,
    SetKind,
    SetLead,
    SetMinutes,
    SetNote,
    SetPin,
    SetPriority,
    SetRange,
    SetRoom,
    SetTransition,
    block_of,
)
from facilitator.agenda.grouping import AddStrand, DropStrand, RemoveStrand, RestoreStrand, Unwrap, Wrap
from facilitator.agenda.model import Agenda, Block, Item
from facilitator.agenda.places import END, Place, items_at, place_of
from facilitator.agenda.placing import Add, Duplicate, Move, OwnStep, Park, Remove, Unpark
from facilitator.agenda.squeezing import split_at, squeeze
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.foundation.edits import Edit


@dataclass(frozen=True, slots=True)
class Several(OwnStep):
    """Edits applied one after the other as one undo step; all of them or none."""

    name: str
    edits: tuple[AgendaEdit, ...]

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda after all of them."""
        for edit in self.edits:
            state = edit.apply(state)
        return state

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that takes all of them back, last first."""
        inverses: list[AgendaEdit] = []
        for edit in self.edits:
            # The inverse of each member is a member; the protocol cannot say so
            inverses.append(cast("AgendaEdit", edit.inverse(state)))
            state = edit.apply(state)
        return Several(self.name, tuple(reversed(inverses)))

    def label(self) -> str:
        """Say what it does."""
        return self.name


@dataclass(frozen=True, slots=True)
class ReplaceAgenda(OwnStep):
    """Put a whole agenda in place of the old one, such as a draft or a programme."""

    agenda: Agenda

    def apply(self, state: Agenda) -> Agenda:  # noqa: ARG002 -- shape of Edit
        """Give the new agenda."""
        return self.agenda

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that puts the old agenda back."""
        return ReplaceAgenda(state)

    def label(self) -> str:
        """Say what it does."""
        return _("Replace the agenda")


AgendaEdit: TypeAlias = (
    Add
    | Remove
    | Move
    | Park
    | Unpark
    | Duplicate
    | Wrap
    | Unwrap
    | AddStrand
    | DropStrand
    | RemoveStrand
    | RestoreStrand
    | AddDay
    | DropDay
    | RemoveDay
    | RestoreDay
    | MoveDay
    | SetZone
    | SetMinutes
    | SetPin
    | Rename
    | SetLead
    | SetHelpers
    | SetRoom
    | SetPriority
    | SetNote
    | SetHidden
    | SetKind
    | SetTransition
    | SetRange
    | ReplaceUnit
    | SetDayStart
    | SetDayTargetEnd
    | SetDayLabel
    | SetDayDate
    | SetDaySplit
    | SetDayRoom
    | SetDayNote
    | Several
    | ReplaceAgenda
)


def add_all(items: Sequence[Item], place: Place) -> Several:
    """Give the edit that puts several new items at a place, in their order."""
    indexes = (END if place.index == END else place.index + offset for offset in range(len(items)))
    adds = tuple(Add(item, replace(place, index=index)) for item, index in zip(items, indexes, strict=False))
    return Several(_("Add blocks"), adds)


def move_together(agenda: Agenda, item_ids: Sequence[str], to: Place) -> Several:
    """Give the edit that brings items to one place, next to one another in the order given.

    Here ``to.index`` is what a drop shows: it counts the line as it stands, with the items that are moved away.

    Raises:
        NotThereError: an item or the place is not there.
    """
    line = items_at(agenda, to)
    shown = len(line) if to.index == END else to.index
    begin = sum(item.id not in item_ids for item in line[:shown])
    # The items leave first, for the end of the line of parked ones, so that nothing shifts under those that follow
    leave = tuple(Park(item_id) for item_id in item_ids)
    arrive = tuple(Unpark(item_id, replace(to, index=begin + offset)) for offset, item_id in enumerate(item_ids))
    return Several(_("Move blocks"), (*leave, *arrive))


def squeeze_by(blocks: Sequence[Block], by_minutes: int) -> Several:
    """Give the edit that squeezes blocks by so many minutes together.

    Raises:
        SqueezeError: they cannot lose so much.
    """
    after = squeeze(blocks, by_minutes)
    changes = tuple(
        SetMinutes(new.id, new.minutes) for old, new in zip(blocks, after, strict=True) if new.minutes != old.minutes
    )
    return Several(_("Squeeze"), changes)


def split_block(agenda: Agenda, block_id: str, minutes: int, second_id: str) -> Several:
    """Give the edit that cuts a block in two after so many minutes.

    Raises:
        SplitError: the cut is not inside the block.
        NotThereError: there is no such block.
    """
    block = block_of(agenda, block_id)
    place = place_of(agenda, block_id)
    first, second = split_at(block, minutes, second_id)
    behind = replace(place, index=place.index + 1)
    return Several(_("Split"), (Remove(block_id), Add(first, place), Add(second, behind)))
