"""The flow of a day: what people do, piece by piece, the steps inside of units included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.agenda.content_times import timed_blocks
from facilitator.agenda.model import Block, Breakout
from facilitator.curriculum.lengths import step_minutes
from facilitator.curriculum.unit import PAUSE_KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from facilitator.agenda.model import Day
    from facilitator.agenda.slots import DaySchedule, Slot
    from facilitator.curriculum.unit import Unit

PASSIVE_KINDS = frozenset({Kind.INPUT, Kind.DEMO})
ACTIVE_KINDS = frozenset(
    {
        Kind.EXERCISE, Kind.DEBRIEF, Kind.DISCUSSION, Kind.ENERGISER, Kind.ASSESSMENT,
        Kind.OPENING, Kind.CLOSING, Kind.RECAP,
    }
)  # fmt: skip
# A unit whose steps are not known may be anything, so it is never counted against the day
NEUTRAL_KINDS = frozenset({Kind.BUFFER, Kind.ADMIN, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class Piece:
    """One step of a unit, or a whole frame block.

    Attributes:
        kind: of the step or block; UNIT when the steps of a unit are not known.
        start, end: minutes since the day's midnight.
        title: of the step or block.
        block: the block it belongs to.
        grouping, group_size: how people work in it, "" and 0 when not known.
    """

    kind: Kind
    start: int
    end: int
    title: str
    block: Block
    grouping: str = ""
    group_size: int = 0

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through a day: what is done there, and for a strand what all do after its breakout."""

    own: tuple[Piece, ...]
    after: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """A day as people live it.

    Attributes:
        pieces: of all blocks that count, by start; of a breakout those of its longest strand.
        strands: the ways through the other strands.
    """

    pieces: tuple[Piece, ...]
    strands: tuple[Walk, ...] = ()

    @property
    def walks(self) -> tuple[Walk, ...]:
        """Every way through the day, the longest strands' first."""
        return (Walk(self.pieces), *self.strands)


def flow_of(day: Day, plan: DaySchedule, units: Mapping[str, Unit]) -> Flow:
    """Give the flow of a day that is laid out; pieces take time, and those of a block add up to its minutes."""
    pieces = tuple(piece for timed in timed_blocks(day, plan) for piece in _pieces(timed.block, timed.start, units))
    slots = {slot.id: slot for slot in plan.slots}
    breakouts = [item for item in day.items if isinstance(item, Breakout)]
    return Flow(pieces, tuple(walk for each in breakouts for walk in _strands(each, slots, pieces, units)))


def _strands(
    breakout: Breakout, slots: Mapping[str, Slot], pieces: Sequence[Piece], units: Mapping[str, Unit]
) -> list[Walk]:
    after = tuple(piece for piece in pieces if piece.start >= slots[breakout.id].end)
    walks = []
    for strand in breakout.strands:
        if slots[strand.id].counts:
            continue
        own = tuple(
            piece
            for block in strand.children
            if block.minutes > 0
            for piece in _pieces(block, slots[block.id].start, units)
        )
        if own:
            walks.append(Walk(own, after))
    return walks


def _pieces(block: Block, start: int, units: Mapping[str, Unit]) -> list[Piece]:
    unit = units.get(block.unit_id) if block.kind is Kind.UNIT else None
    if unit is None or not unit.steps:
        return [Piece(block.kind, start, start + block.minutes, block.title, block)]
    pieces = []
    for step, minutes in zip(unit.steps, step_minutes(unit.steps, unit.minutes, block.minutes), strict=True):
        if minutes > 0:
            end = start + minutes
            pieces.append(Piece(step.kind, start, end, step.title, block, step.grouping, step.group_size))
            start = end
    return pieces


def runs(pieces: Sequence[Piece], kinds: frozenset[Kind], skipped: frozenset[Kind]) -> list[list[Piece]]:
    """Give the runs of pieces of some kinds; skipped ones neither end a run nor belong to it, all others end it."""
    found: list[list[Piece]] = []
    inside: list[Piece] = []
    for piece in pieces:
        if piece.kind in kinds:
            inside.append(piece)
        elif piece.kind not in skipped and inside:
            found.append(inside)
            inside = []
    return [*found, inside] if inside else found


def passive_runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Give the runs in which people only listen and watch; buffers neither end nor lengthen one."""
    return runs(pieces, PASSIVE_KINDS, NEUTRAL_KINDS)


def total_minutes(pieces: Sequence[Piece], kinds: frozenset[Kind] | None = None) -> int:
    """Add up the minutes of pieces, of some kinds only where asked."""
    return sum(piece.minutes for piece in pieces if kinds is None or piece.kind in kinds)


def is_pause(piece: Piece) -> bool:
    """Tell whether a piece is a break or a meal."""
    return piece.kind in PAUSE_KINDS
