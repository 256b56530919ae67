"""What every event does to a run, or why it is refused; pure, one function for each kind of event.

Each takes the state after all automatic changes up to the instant of the event.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from facilitator.live.disturbances import (
    follow_clock,
    gap_as_clock,
    gap_as_pause,
    notice_gap,
    notice_opening,
    notice_shift,
    restore,
    seen,
)
from facilitator.live.log import EventType, LogEvent
from facilitator.live.navigation import finish, go_next, go_previous, jump, restart, start, step
from facilitator.live.refusals import Refusal
from facilitator.live.rules import allotment_s, working_s
from facilitator.live.screen import change_display
from facilitator.live.state import RunState, Status
from facilitator.live.timetable import Timetable

Answer: TypeAlias = RunState | Refusal
Handler: TypeAlias = Callable[[Timetable, RunState, LogEvent], Answer]


def decide(table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Give the state after an event, or the reason why it is refused.

    Undo is not decided here: it changes which events count and is the fold's. Events of a newer version
    change nothing.
    """
    handler = _HANDLERS.get(event.type)
    return state if handler is None else handler(table, state, event)


def _pause(_table: Timetable, state: RunState, event: LogEvent) -> Answer:
    if state.status is not Status.RUNNING or state.visit is None:
        return Refusal.NOT_RUNNING
    visit = replace(state.visit, pause_began_s=event.t)
    return replace(state, status=Status.PAUSED, visit=visit, floor_s=event.t)


def _resume(_table: Timetable, state: RunState, event: LogEvent) -> Answer:
    visit = state.visit
    if state.status is not Status.PAUSED or visit is None or visit.pause_began_s is None:
        return Refusal.NOT_PAUSED
    total = visit.paused_s + event.t - visit.pause_began_s
    visit = replace(visit, paused_s=total, pause_began_s=None, outage=False)
    return replace(state, status=Status.RUNNING, visit=visit, floor_s=event.t)


def _extend(table: Timetable, state: RunState, event: LogEvent) -> Answer:
    visit = state.visit
    if not state.is_live or visit is None:
        return Refusal.NOT_LIVE
    change = _not_below_zero(allotment_s(table, state, visit), event.number("seconds"))
    if change == 0:
        return Refusal.NO_CHANGE
    visit = replace(visit, extension_s=visit.extension_s + change)
    return replace(state, visit=visit, floor_s=event.t)


def _not_below_zero(present: float, change: float) -> float:
    """Give as much of a change as leaves 0 or more; what is below already goes no lower."""
    return change if change >= 0 else max(change, min(0.0, -present))


def _adjust(table: Timetable, state: RunState, event: LogEvent) -> Answer:
    index = _coming(table, state, event)
    if isinstance(index, Refusal):
        return index
    if index in state.skipped:
        return Refusal.SKIPPED_UNIT
    unit = table.units[index]
    fixed = unit.fixed_end_s is not None
    length = table.planned_length_s(index) + state.adjustments[index] if fixed else working_s(table, state, index)
    change = _not_below_zero(length, event.number("seconds"))
    if change == 0:
        return Refusal.NO_CHANGE
    adjustments = list(state.adjustments)
    adjustments[index] += change
    return replace(state, adjustments=tuple(adjustments), floor_s=event.t)


def _skip(table: Timetable, state: RunState, event: LogEvent) -> Answer:
    index = table.index(event.text("unit"))
    if index is not None and state.visit is not None and index == state.visit.index:
        return go_next(table, state, event)
    coming = _coming(table, state, event)
    if isinstance(coming, Refusal):
        return coming
    if coming in state.skipped:
        return Refusal.SKIPPED_UNIT
    return replace(state, skipped=state.skipped | {coming}, floor_s=event.t)


def _unskip(table: Timetable, state: RunState, event: LogEvent) -> Answer:
    coming = _coming(table, state, event)
    if isinstance(coming, Refusal):
        return coming
    if coming not in state.skipped:
        return Refusal.NOT_SKIPPED
    return replace(state, skipped=state.skipped - {coming}, floor_s=event.t)


def _coming(table: Timetable, state: RunState, event: LogEvent) -> int | Refusal:
    index = table.index(event.text("unit"))
    if index is None:
        return Refusal.UNKNOWN_UNIT
    if state.status is Status.READY:
        return index
    if not state.is_live or state.visit is None:
        return Refusal.NOT_LIVE
    return index if index > state.visit.index else Refusal.NOT_COMING


def _unchanged(_table: Timetable, state: RunState, _event: LogEvent) -> Answer:
    return state


_HANDLERS: MappingProxyType[str, Handler] = MappingProxyType(
    {
        EventType.START: start,
        EventType.PAUSE: _pause,
        EventType.RESUME: _resume,
        EventType.NEXT: go_next,
        EventType.PREVIOUS: go_previous,
        EventType.JUMP: jump,
        EventType.RESTART: restart,
        EventType.EXTEND: _extend,
        EventType.ADJUST: _adjust,
        EventType.SKIP: _skip,
        EventType.UNSKIP: _unskip,
        EventType.FINISH: finish,
        EventType.STEP: step,
        EventType.GAP_AS_PAUSE: gap_as_pause,
        EventType.GAP_AS_CLOCK: gap_as_clock,
        EventType.RESTORE: restore,
        EventType.FOLLOW_CLOCK: follow_clock,
        EventType.GAP: notice_gap,
        EventType.GAP_OR_SHIFT: notice_gap,
        EventType.WALL_SHIFT: notice_shift,
        EventType.OPENED: notice_opening,
        EventType.SEEN: seen,
        EventType.DISPLAY: change_display,
        EventType.HEARTBEAT: _unchanged,
    }
)
