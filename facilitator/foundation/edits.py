"""The shape of every reversible change."""

from __future__ import annotations

from typing import Protocol, TypeVar

StateT = TypeVar("StateT")


class Edit(Protocol[StateT]):
    """A change that can be taken back: a frozen dataclass with plain fields, so that a journal can keep it.

    Laws: ``edit.inverse(state).apply(edit.apply(state)) == state``; ``apply`` changes nothing it is given.
    """

    def apply(self, state: StateT) -> StateT:
        """Give the state after the change; raise FacilitatorError when it does not fit the state."""
        ...

    def inverse(self, state: StateT) -> Edit[StateT]:
        """Give the change that takes this one back, seen from the state before it."""
        ...

    def label(self) -> str:
        """Say what it does in a few words, for the undo button: ``Move block``."""
        ...

    def merges_with(self, later: Edit[StateT]) -> bool:
        """Tell whether a later edit of the same field of the same thing joins this as one undo step."""
        ...
