"""Sleep, crashes and clocks that were set: what is noticed, and what the trainer says about it."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from facilitator.live.refusals import Refusal
from facilitator.live.state import Gap, GapKind, Outage, RunState, Status

if TYPE_CHECKING:
    from facilitator.live.log import LogEvent
    from facilitator.live.timetable import Timetable

ASK_AFTER_OUTAGE_S = 60.0

Answer: TypeAlias = RunState | Refusal


class RestoreMode(StrEnum):
    """What the time was that a crash took: it counts, it is left out, or the clock stays paused since."""

    CONTINUE = "continue"
    EXCLUDE = "exclude"
    HOLD = "hold"


class Subject(StrEnum):
    """What a notice was about that the trainer has seen and leaves as it is."""

    GAP = "gap"
    OUTAGE = "outage"
    CLOCK = "clock"
    BREAK = "break"


def notice_gap(_table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Remember that time passed unseen; it counts until the trainer says otherwise."""
    kind = GapKind.GAP_OR_SHIFT if event.type == GapKind.GAP_OR_SHIFT else GapKind.GAP
    from_s, to_s = event.number("from_s"), event.number("to_s")
    if to_s <= from_s or not state.is_live:
        return state
    return replace(state, gap=Gap(kind, from_s, to_s, state.status is Status.RUNNING))


def notice_shift(_table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Move the labels by what the wall clock was set; the session clock is not touched."""
    seconds = event.number("seconds")
    return replace(state, wall_offset_s=state.wall_offset_s + seconds, unseen_shift_s=state.unseen_shift_s + seconds)


def notice_opening(_table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Remember how long the program was away, when that is long enough to ask."""
    outage = Outage(event.number("from_s"), event.t)
    if outage.seconds < ASK_AFTER_OUTAGE_S or state.status is not Status.RUNNING:
        return state
    return replace(state, outage=outage)


def gap_as_pause(_table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Take the answer that the session was paused in the gap; the fold puts the pause there."""
    if state.gap is None or not state.gap.was_running:
        return Refusal.NO_GAP
    return replace(state, gap=None, floor_s=event.t)


def gap_as_clock(_table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Take the answer that no time passed and a clock was set; the baseline moves along, so nobody is late."""
    if state.gap is None or state.gap.kind is not GapKind.GAP_OR_SHIFT:
        return Refusal.NO_GAP
    return replace(state, gap=None, shift_s=state.shift_s + state.gap.seconds, floor_s=event.t)


def restore(_table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Take the answer about an outage; the fold puts the pause there, if there is to be one."""
    if state.outage is None and "from_s" not in event.arguments:
        return Refusal.NO_OUTAGE
    return replace(state, outage=None, floor_s=event.t)


def follow_clock(_table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Move the whole baseline so that planned times keep their labels on the clock that was set."""
    if state.unseen_shift_s == 0:
        return Refusal.NO_SHIFT
    return replace(state, shift_s=state.shift_s - state.unseen_shift_s, unseen_shift_s=0.0, floor_s=event.t)


def seen(_table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Put a notice away and leave things as they are."""
    match event.text("subject"):
        case Subject.GAP:
            return replace(state, gap=None)
        case Subject.OUTAGE:
            return replace(state, outage=None)
        case Subject.CLOCK:
            return replace(state, unseen_shift_s=0.0)
        case Subject.BREAK:
            return replace(state, breaks_seen=state.breaks_seen | {event.text("unit")})
        case _:
            return state
