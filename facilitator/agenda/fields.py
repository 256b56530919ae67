"""Reversible changes of one field of a block, a section, a breakout or a strand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from facilitator.agenda.model import Agenda, Block, Priority
from facilitator.agenda.places import EditError, NotThereError, exchange, find
from facilitator.curriculum.unit import Kind
from facilitator.foundation.minutes import LONGEST_MINUTES
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.foundation.edits import Edit

LATEST_PIN = 2 * 1440
ValueT = TypeVar("ValueT")


class ValueRefusedError(EditError):
    """A value is outside what the field can hold."""


@dataclass(frozen=True, slots=True)
class SetField(Generic[ValueT]):
    """Set one field of the block, section, breakout or strand with an id; the base of those that follow."""

    target_id: str
    value: ValueT
    FIELD: ClassVar[str] = ""
    MERGES: ClassVar[bool] = False

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the new value; refuse values the field cannot hold."""
        self.check()
        return self._with_value(state)

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that sets the old value again."""
        return replace(self, value=self._old_value(state))

    def label(self) -> str:
        """Say what it does."""
        return _("Change")

    def merges_with(self, later: Edit[Agenda]) -> bool:
        """Join typing in one field of one thing into one undo step."""
        return self.MERGES and type(later) is type(self) and later.target_id == self.target_id

    def check(self) -> None:
        """Refuse a value the field cannot hold; most hold any."""

    def _with_value(self, state: Agenda) -> Agenda:
        node = find(state, self.target_id)
        if node is None or not hasattr(node, self.FIELD):
            raise NotThereError(self.target_id)
        change: dict[str, Any] = {self.FIELD: self.value}
        return exchange(state, self.target_id, replace(node, **change))

    def _old_value(self, state: Agenda) -> ValueT:
        node = find(state, self.target_id)
        if node is None or not hasattr(node, self.FIELD):
            raise NotThereError(self.target_id)
        value: ValueT = getattr(node, self.FIELD)
        return value


@dataclass(frozen=True, slots=True)
class SetMinutes(SetField[int]):
    """Set the planned length of a block."""

    FIELD = "minutes"
    MERGES = True

    def label(self) -> str:
        """Say what it does."""
        return _("Set minutes")

    def check(self) -> None:
        """Refuse what is negative or longer than a day."""
        refuse_odd_length(self.value)


@dataclass(frozen=True, slots=True)
class SetPin(SetField[int | None]):
    """Fix the start of a block, section or breakout at a minute of the day, or free it with None."""

    FIELD = "pin"

    def label(self) -> str:
        """Say what it does."""
        return _("Unpin") if self.value is None else _("Pin")

    def check(self) -> None:
        """Refuse what is on no clock of the day or the night after."""
        refuse_odd_time(self.value)


@dataclass(frozen=True, slots=True)
class Rename(SetField[str]):
    """Set the title of a block, section, breakout or strand."""

    FIELD = "title"
    MERGES = True

    def label(self) -> str:
        """Say what it does."""
        return _("Rename")


@dataclass(frozen=True, slots=True)
class SetLead(SetField[str]):
    """Set who leads a block or a strand."""

    FIELD = "lead"
    MERGES = True

    def label(self) -> str:
        """Say what it does."""
        return _("Set the lead")


@dataclass(frozen=True, slots=True)
class SetHelpers(SetField[tuple[str, ...]]):
    """Set who helps in a block."""

    FIELD = "helpers"

    def label(self) -> str:
        """Say what it does."""
        return _("Set the helpers")


@dataclass(frozen=True, slots=True)
class SetRoom(SetField[str]):
    """Set the room of a block or a strand."""

    FIELD = "room"
    MERGES = True

    def label(self) -> str:
        """Say what it does."""
        return _("Set the room")


@dataclass(frozen=True, slots=True)
class SetPriority(SetField[Priority]):
    """Set what goes first when time is short."""

    FIELD = "priority"

    def label(self) -> str:
        """Say what it does."""
        return _("Set the priority")


@dataclass(frozen=True, slots=True)
class SetNote(SetField[str]):
    """Set the private note of a block."""

    FIELD = "note"
    MERGES = True

    def label(self) -> str:
        """Say what it does."""
        return _("Edit the note")


@dataclass(frozen=True, slots=True)
class SetHidden(SetField[bool]):
    """Keep a block off participants' papers, or show it there."""

    FIELD = "hidden"

    def label(self) -> str:
        """Say what it does."""
        return _("Hide from participants") if self.value else _("Show to participants")


@dataclass(frozen=True, slots=True)
class SetKind(SetField[Kind]):
    """Set what people do during a block."""

    FIELD = "kind"

    def label(self) -> str:
        """Say what it does."""
        return _("Change the kind")


@dataclass(frozen=True, slots=True)
class SetTransition(SetField[int]):
    """Set the minutes for moving and reseating at the start of a block."""

    FIELD = "transition_minutes"
    MERGES = True

    def label(self) -> str:
        """Say what it does."""
        return _("Set the transition")

    def check(self) -> None:
        """Refuse what is negative or longer than a day."""
        refuse_odd_length(self.value)


@dataclass(frozen=True, slots=True)
class SetRange:
    """Set how far a block may be squeezed and stretched."""

    target_id: str
    min_minutes: int
    max_minutes: int

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the new range; refuse one that is upside down."""
        refuse_odd_length(self.min_minutes)
        refuse_odd_length(self.max_minutes)
        if self.min_minutes > self.max_minutes:
            raise ValueRefusedError(
                _("The shortest length is longer than the longest one."), _("Exchange the two numbers.")
            )
        block = block_of(state, self.target_id)
        changed = replace(block, min_minutes=self.min_minutes, max_minutes=self.max_minutes)
        return exchange(state, self.target_id, changed)

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that sets the old range again."""
        block = block_of(state, self.target_id)
        return SetRange(self.target_id, block.min_minutes, block.max_minutes)

    def label(self) -> str:
        """Say what it does."""
        return _("Set the shortest and longest length")

    def merges_with(self, later: Edit[Agenda]) -> bool:
        """Join typing in the range of one block into one undo step."""
        return isinstance(later, SetRange) and later.target_id == self.target_id


@dataclass(frozen=True, slots=True)
class ReplaceUnit:
    """Put another unit, or a frame block, where a block stands; pin, lead, room and notes stay."""

    target_id: str
    unit_id: str
    title: str
    minutes: int
    min_minutes: int = 0
    max_minutes: int = 0
    kind: Kind = Kind.UNIT

    def apply(self, state: Agenda) -> Agenda:
        """Give the agenda with the other unit in the block."""
        for minutes in (self.minutes, self.min_minutes, self.max_minutes):
            refuse_odd_length(minutes)
        block = block_of(state, self.target_id)
        changed = replace(
            block,
            unit_id=self.unit_id,
            title=self.title,
            minutes=self.minutes,
            min_minutes=self.min_minutes,
            max_minutes=self.max_minutes,
            kind=self.kind,
        )
        return exchange(state, self.target_id, changed)

    def inverse(self, state: Agenda) -> Edit[Agenda]:
        """Give the edit that puts the old unit back."""
        old = block_of(state, self.target_id)
        return ReplaceUnit(old.id, old.unit_id, old.title, old.minutes, old.min_minutes, old.max_minutes, old.kind)

    def label(self) -> str:
        """Say what it does."""
        return _("Replace the unit")

    def merges_with(self, later: Edit[Agenda]) -> bool:  # noqa: ARG002 -- shape of Edit
        """Stay an undo step of its own."""
        return False


def block_of(state: Agenda, block_id: str) -> Block:
    """Give the block with an id, placed or parked.

    Raises:
        NotThereError: there is none.
    """
    node = find(state, block_id)
    if not isinstance(node, Block):
        raise NotThereError(block_id)
    return node


def refuse_odd_length(minutes: int) -> None:
    """Refuse a length that is negative or longer than a day.

    Raises:
        ValueRefusedError: it is.
    """
    if not 0 <= minutes <= LONGEST_MINUTES:
        raise ValueRefusedError(
            _("A block takes from 0 minutes to 24 hours."), _("Type a length such as 45, 1h30 or 1:30.")
        )


def refuse_odd_time(minute: int | None) -> None:
    """Refuse a time that is on no clock of the day or the night after.

    Raises:
        ValueRefusedError: it is none.
    """
    if minute is not None and not 0 <= minute < LATEST_PIN:
        raise ValueRefusedError(_("That is no time of the day."), _("Type a time such as 9:30 or 16.45."))
