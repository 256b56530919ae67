"""The keys of a run: every command a trainer can give, as a method."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from facilitator.live.log import EventType
from facilitator.live.refusals import Refusal, refusal_words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a command was taken, and if not, why."""

    refusal: Refusal | None = None

    @property
    def accepted(self) -> bool:
        """Tell whether the command was taken."""
        return self.refusal is None

    @property
    def words(self) -> str:
        """Say why it was refused; "" when it was not."""
        return "" if self.refusal is None else refusal_words(self.refusal)


class Remote(ABC):
    """Commands by name; what becomes of them is for :meth:`do` to say."""

    @abstractmethod
    def do(self, kind: EventType, arguments: Mapping[str, Any] | None = None) -> Outcome:
        """Give one command at the instant it is."""

    def start(self) -> Outcome:
        """Begin with the first unit."""
        return self.do(EventType.START)

    def pause(self) -> Outcome:
        """Stop the clock."""
        return self.do(EventType.PAUSE)

    def resume(self) -> Outcome:
        """Let the clock go on."""
        return self.do(EventType.RESUME)

    def next(self) -> Outcome:
        """Go to the next unit; after the last one the session is over."""
        return self.do(EventType.NEXT)

    def previous(self) -> Outcome:
        """Go back one unit, which begins afresh."""
        return self.do(EventType.PREVIOUS)

    def jump(self, unit_id: str) -> Outcome:
        """Go to any unit; before the start this begins the session there."""
        return self.do(EventType.JUMP, {"unit": unit_id})

    def restart(self) -> Outcome:
        """Begin the running unit afresh."""
        return self.do(EventType.RESTART)

    def extend(self, seconds: float) -> Outcome:
        """Give the running unit more time, or take some away."""
        return self.do(EventType.EXTEND, {"seconds": seconds})

    def adjust(self, unit_id: str, seconds: float) -> Outcome:
        """Give a coming unit more time, or take some away; one that ends at a fixed time ends later or earlier."""
        return self.do(EventType.ADJUST, {"unit": unit_id, "seconds": seconds})

    def skip(self, unit_id: str) -> Outcome:
        """Leave a coming unit out; the running one is left for the next."""
        return self.do(EventType.SKIP, {"unit": unit_id})

    def unskip(self, unit_id: str) -> Outcome:
        """Bring back a unit that was left out."""
        return self.do(EventType.UNSKIP, {"unit": unit_id})

    def finish(self) -> Outcome:
        """End the session."""
        return self.do(EventType.FINISH)

    def undo(self) -> Outcome:
        """Take the last command back, as if it had never been given."""
        return self.do(EventType.UNDO)
