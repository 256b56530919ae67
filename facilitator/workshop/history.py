"""What undo would take back and redo would do again; the journal is where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

ChangeT = TypeVar("ChangeT")
DEEPEST: Final = 200


@dataclass(frozen=True, slots=True)
class History(Generic[ChangeT]):
    """Two stacks of undo steps, the next one last; a step is its changes in the order they were made."""

    undo: tuple[tuple[ChangeT, ...], ...] = ()
    redo: tuple[tuple[ChangeT, ...], ...] = ()

    def edited(self, change: ChangeT, *, joins: bool) -> History[ChangeT]:
        """Give the history after a change; with ``joins`` it belongs to the newest step."""
        if joins and self.undo:
            return History((*self.undo[:-1], (*self.undo[-1], change)))
        return History((*self.undo[-(DEEPEST - 1) :], (change,)))

    def undone(self) -> History[ChangeT]:
        """Give the history after its newest step was taken back."""
        return History(self.undo[:-1], (*self.redo, self.undo[-1]))

    def redone(self) -> History[ChangeT]:
        """Give the history after the step taken back last was done again."""
        return History((*self.undo, self.redo[-1]), self.redo[:-1])
