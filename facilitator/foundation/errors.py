"""The one family of errors that a user can act on."""

from __future__ import annotations


class FacilitatorError(Exception):
    """An operation failed in a way the user can do something about.

    Attributes:
        happened: what happened, one plain sentence.
        safe: what is not affected, one plain sentence, or "".
        way_out: what to do next, one plain sentence, or "".
    """

    def __init__(self, happened: str, *, safe: str = "", way_out: str = "") -> None:
        super().__init__(happened)
        self.happened = happened
        self.safe = safe
        self.way_out = way_out

    def __str__(self) -> str:
        return " ".join(part for part in (self.happened, self.safe, self.way_out) if part)
