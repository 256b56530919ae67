"""Reversible changes of sections and of the strands of breakouts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.agenda.model import Agenda, Block, Section, Strand
from facilitator.agenda.parking import park_at, parked_indexes, unpark
from facilitator.agenda.places import (
    END,
    NotThereError,
    PlaceError,
    change_breakout,
    find,
    inserted,
    items_at,
    nodes_of,
    place_of,
    put,
    refuse_known_ids,
    strand_owner,
    take,
)
from facilitator.agenda.placing import Add, OwnStep
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.foundation.edits import Edit


@dataclass(frozen=True, slots=True)
class Wrap(OwnStep):
    """Put blocks that stand together on a day into a new section."""

    section_id: str
    title: str
    block_ids: tuple[str, ...]
    pin: int | None = None

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the section; refuse blocks that do not stand together at the top."""
        refuse_known_ids(state, (self.section_id,))
        if not self.block_ids:
            raise PlaceError(_("A section needs a block."), _("Choose the blocks first."))
        place = place_of(state, self.block_ids[0])
        run = items_at(state, place)[place.index : place.index + len(self.block_ids)]
        blocks = tuple(item for item in run if isinstance(item, Block))
        if place.container_id or tuple(block.id for block in blocks) != self.block_ids:
            raise PlaceError(
                _("Only blocks that stand together can become a section."),
                _("Choose neighbouring blocks that are in no section or breakout."),
            )
        for block in blocks:
            state = take(state, block.id)[0]
        return put(state, Section(self.section_id, self.title, blocks, self.pin), place)

    def inverse(self, state: Agenda) -> Edit[Agenda]:  # noqa: ARG002 -- shape of Edit
        """Give the edit that takes the section away again."""
        return Unwrap(self.section_id)

    def label(self) -> str:
        """Say what it does."""
        return _("Make a section")


@dataclass(frozen=True, slots=True)
class Unwrap(OwnStep):
    """Take a section away and leave its blocks where they are."""

    section_id: str

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the blocks in place of the section."""
        section = self._section(state)
        place = place_of(state, section.id)
        state = take(state, section.id)[0]
        for offset, block in enumerate(section.children):
            state = put(state, block, replace(place, index=place.index + offset))
        return state

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that makes the section again."""
        section = self._section(state)
        if not section.children:
            return Add(section, place_of(state, section.id))
        return Wrap(section.id, section.title, tuple(block.id for block in section.children), section.pin)

    def label(self) -> str:
        """Say what it does."""
        return _("Dissolve the section")

    def _section(self, state: Agenda) -> Section:
        node = find(state, self.section_id)
        if not isinstance(node, Section):
            raise NotThereError(self.section_id)
        return node


@dataclass(frozen=True, slots=True)
class AddStrand(OwnStep):
    """Put a new strand into a breakout."""

    breakout_id: str
    strand: Strand
    index: int = END

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the strand; refuse one whose id is taken."""
        refuse_known_ids(state, (node.id for node in nodes_of(self.strand)))
        return change_breakout(state, self.breakout_id, lambda strands: inserted(strands, self.strand, self.index))

    def inverse(self, state: Agenda) -> Edit[Agenda]:  # noqa: ARG002 -- shape of Edit
        """Give the edit that takes it away again."""
        return DropStrand(self.strand.id)

    def label(self) -> str:
        """Say what it does."""
        return _("Add a strand")


@dataclass(frozen=True, slots=True)
class DropStrand(OwnStep):
    """Delete a strand with everything in it, to take back adding it."""

    strand_id: str

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda without the strand."""
        return _without_strand(state, self.strand_id)[0]

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that adds it again."""
        strand = _without_strand(state, self.strand_id)[1]
        owner = strand_owner(state, self.strand_id)
        return AddStrand(owner.id, strand, owner.strands.index(strand))

    def label(self) -> str:
        """Say what it does."""
        return _("Delete the strand")


@dataclass(frozen=True, slots=True)
class RemoveStrand(OwnStep):
    """Take a strand away; its blocks are parked, last or at the places in ``parked_at``."""

    strand_id: str
    parked_at: tuple[int, ...] = ()

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the blocks parked."""
        state, strand = _without_strand(state, self.strand_id)
        return park_at(state, strand.children, self.parked_at)

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that brings the strand back with its blocks."""
        strand = _without_strand(state, self.strand_id)[1]
        owner = strand_owner(state, self.strand_id)
        return RestoreStrand(
            owner.id,
            replace(strand, children=()),
            owner.strands.index(strand),
            tuple(block.id for block in strand.children),
        )

    def label(self) -> str:
        """Say what it does."""
        return _("Remove the strand")


@dataclass(frozen=True, slots=True)
class RestoreStrand(OwnStep):
    """Bring a strand back, with blocks out of the parked ones."""

    breakout_id: str
    strand: Strand
    index: int
    block_ids: tuple[str, ...]

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the strand and its blocks in it."""
        state, items = unpark(state, self.block_ids)
        blocks = tuple(item for item in items if isinstance(item, Block))
        if len(blocks) != len(items):
            raise PlaceError(_("Only blocks can stand in a strand."), _("Choose a block."))
        return AddStrand(self.breakout_id, replace(self.strand, children=blocks), self.index).apply(state)

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that takes it away again."""
        return RemoveStrand(self.strand.id, parked_indexes(state, self.block_ids))

    def label(self) -> str:
        """Say what it does."""
        return _("Bring the strand back")


def _without_strand(state: Agenda, strand_id: str) -> tuple[Agenda, Strand]:
    owner = strand_owner(state, strand_id)
    strand = next(strand for strand in owner.strands if strand.id == strand_id)
    rest = tuple(other for other in owner.strands if other.id != strand_id)
    return change_breakout(state, owner.id, lambda _strands: rest), strand
