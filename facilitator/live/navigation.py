"""Commands that change the unit or the cue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from facilitator.live.refusals import Refusal
from facilitator.live.rules import elapsed_s, next_index, previous_index
from facilitator.live.state import CueEntry, RunState, Status, Visit
from facilitator.live.visits import begin_visit, finish_run

if TYPE_CHECKING:
    from facilitator.live.log import LogEvent
    from facilitator.live.timetable import Timetable

AFTER_AUTOMATIC_S = 1.0

Answer: TypeAlias = RunState | Refusal


def start(table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Begin the session with the first unit that is not skipped."""
    if state.status is not Status.READY:
        return Refusal.NOT_READY
    first = next_index(table, state, -1)
    return Refusal.NOTHING_LEFT if first is None else _go(state, first, event.t)


def go_next(table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Go to the next unit that is not skipped; after the last one the session is over."""
    visit = state.visit
    if not state.is_live or visit is None:
        return Refusal.NOT_LIVE
    if _too_soon(state, event.t):
        return Refusal.TOO_SOON
    if _is_slip(table, state.stepped_s, event.t):
        return Refusal.DEBOUNCED
    coming = next_index(table, state, visit.index)
    if coming is None:
        return _stamped(finish_run(state, event.t), event.t)
    return _go(state, coming, event.t)


def go_previous(table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Go back one unit; it begins afresh with its full time."""
    visit = state.visit
    if not state.is_live or visit is None:
        return Refusal.NOT_LIVE
    if _is_slip(table, state.stepped_s, event.t):
        return Refusal.DEBOUNCED
    before = previous_index(state, visit.index)
    return Refusal.FIRST_UNIT if before is None else _go(state, before, event.t)


def jump(table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Go to any unit; before the start this starts the session there."""
    if state.status is not Status.READY and not state.is_live:
        return Refusal.NOT_LIVE
    index = table.index(event.text("unit"))
    if index is None:
        return Refusal.UNKNOWN_UNIT
    if state.visit is not None and index == state.visit.index:
        return Refusal.CURRENT_UNIT
    if index in state.skipped:
        return Refusal.SKIPPED_UNIT
    if _is_slip(table, state.stepped_s, event.t):
        return Refusal.DEBOUNCED
    return _go(state, index, event.t)


def restart(table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Begin the running unit afresh."""
    visit = state.visit
    if not state.is_live or visit is None:
        return Refusal.NOT_LIVE
    if _is_slip(table, state.stepped_s, event.t):
        return Refusal.DEBOUNCED
    return _go(state, visit.index, event.t)


def finish(_table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """End the session now."""
    return _stamped(finish_run(state, event.t), event.t) if state.is_live else Refusal.NOT_LIVE


def step(table: Timetable, state: RunState, event: LogEvent) -> Answer:
    """Show another cue of the visit the event names; an event of a visit that undo took away does nothing."""
    visit = state.visit
    if not state.is_live or visit is None or visit.number != int(event.number("visit")):
        return Refusal.NOT_LIVE
    if (reason := _step_refusal(table, state, visit, event)) is not None:
        return reason
    return replace(state, visit=_at_cue(visit, int(event.number("cue")), event.t), stepped_s=event.t)


def _step_refusal(table: Timetable, state: RunState, visit: Visit, event: LogEvent) -> Refusal | None:
    target = int(event.number("cue"))
    unit = table.units[visit.index]
    if target < 0:
        return Refusal.FIRST_CUE
    if unit.id != event.text("unit") or target == visit.cue or target >= len(unit.cues):
        return Refusal.NO_SUCH_CUE
    if target > visit.cue and _too_soon(state, event.t):
        return Refusal.TOO_SOON
    return Refusal.DEBOUNCED if _is_slip(table, state.changed_s, event.t) else None


def _too_soon(state: RunState, t: float) -> bool:
    """A unit began by itself so lately that a press was meant for the one before it."""
    return t - state.automatic_s < AFTER_AUTOMATIC_S


def _at_cue(visit: Visit, target: int, t: float) -> Visit:
    """Going on notes the moment; going back takes it away, so that a slip of the finger costs no time."""
    if target < visit.cue:
        return replace(visit, entries=visit.entries[: target + 1])
    entry = CueEntry(elapsed_s(visit, t), visit.extension_s)
    return replace(visit, entries=visit.entries + (entry,) * (target - visit.cue))


def _go(state: RunState, index: int, t: float) -> RunState:
    return _stamped(begin_visit(state, index, t), t)


def _stamped(state: RunState, t: float) -> RunState:
    return replace(state, floor_s=t, changed_s=t, stepped_s=t)


def _is_slip(table: Timetable, last_s: float, t: float) -> bool:
    return t - last_s < table.plan.debounce_s
