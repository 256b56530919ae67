"""What the trainer has on the room's screen beside the run itself: black, white, a message, the countdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from facilitator.live.state import CountdownMode, Display, RunState, Screen

if TYPE_CHECKING:
    from enum import StrEnum

    from facilitator.live.log import LogEvent
    from facilitator.live.timetable import Timetable

    ChoiceT = TypeVar("ChoiceT", bound=StrEnum)


def change_display(_table: Timetable, state: RunState, event: LogEvent) -> RunState:
    """Change what the event names and keep the rest; ``message`` "" takes a message away.

    Arguments: ``screen``, ``countdown``, ``message``, and ``seconds`` after which the message hides itself.
    """
    old = state.display
    display = Display(
        screen=_chosen(Screen, event.text("screen"), old.screen),
        countdown=_chosen(CountdownMode, event.text("countdown"), old.countdown),
        message=event.text("message") if "message" in event.arguments else old.message,
        message_until_s=_until(event) if "message" in event.arguments else old.message_until_s,
    )
    return replace(state, display=display)


def _until(event: LogEvent) -> float | None:
    seconds = event.number("seconds")
    return event.t + seconds if seconds > 0 else None


def _chosen(kind: type[ChoiceT], text: str, old: ChoiceT) -> ChoiceT:
    return kind(text) if text in {str(member) for member in kind} else old
