"""The arithmetic of the running unit: due, elapsed, remaining, expected end and drift.

Every function takes the plan with its baseline, the state after all automatic changes up to ``t``, and ``t``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.live.plan import EndAction
from facilitator.live.state import RunState, Status, Visit

if TYPE_CHECKING:
    from facilitator.live.timetable import Timetable


def working_s(table: Timetable, state: RunState, index: int) -> float:
    """Give the length a unit has after adjustments, never below 0."""
    return max(0.0, table.units[index].planned_s + state.adjustments[index])


def fixed_start_s(table: Timetable, state: RunState, index: int) -> float | None:
    """Give the fixed start of a unit where the baseline is now, or None."""
    fixed = table.units[index].fixed_start_s
    return None if fixed is None else fixed + state.shift_s


def fixed_end_s(table: Timetable, state: RunState, index: int) -> float | None:
    """Give the fixed end of a unit where the baseline is now, moved by its adjustment, or None."""
    fixed = table.units[index].fixed_end_s
    return None if fixed is None else fixed + state.shift_s + state.adjustments[index]


def planned_start_s(table: Timetable, state: RunState, index: int) -> float:
    """Give the planned start of a unit where the baseline is now."""
    return table.starts[index] + state.shift_s


def planned_end_s(table: Timetable, state: RunState, index: int) -> float:
    """Give the planned end of a unit where the baseline is now."""
    return table.ends[index] + state.shift_s


def planned_finish_s(table: Timetable, state: RunState) -> float:
    """Give the planned end of the session where the baseline is now."""
    return table.planned_finish_s + state.shift_s


def next_index(table: Timetable, state: RunState, after: int) -> int | None:
    """Find the next unit that is not skipped; ``after`` -1 finds the first."""
    return next((i for i in range(after + 1, len(table.units)) if i not in state.skipped), None)


def previous_index(state: RunState, before: int) -> int | None:
    """Find the unit before one that is not skipped."""
    return next((i for i in range(before - 1, -1, -1) if i not in state.skipped), None)


def end_if_begun(table: Timetable, state: RunState, index: int, start_s: float) -> float:
    """Give the end of a coming unit that begins at a time."""
    fixed = fixed_end_s(table, state, index)
    return start_s + working_s(table, state, index) if fixed is None else max(start_s, fixed)


def allotment_s(table: Timetable, state: RunState, visit: Visit) -> float:
    """Give the time a visit has without its pauses; negative when its fixed end was past at its start."""
    fixed = fixed_end_s(table, state, visit.index)
    base = working_s(table, state, visit.index) if fixed is None else fixed - visit.start_s
    return base + visit.extension_s


def paused_s(visit: Visit, t: float) -> float:
    """Give all pauses of a visit up to now."""
    going_on = 0.0 if visit.pause_began_s is None else max(0.0, t - visit.pause_began_s)
    return visit.paused_s + going_on


def elapsed_s(visit: Visit, t: float) -> float:
    """Give the time spent in a visit without pauses."""
    until = t if visit.pause_began_s is None else visit.pause_began_s
    return until - visit.start_s - visit.paused_s


def due_s(table: Timetable, state: RunState, visit: Visit, t: float) -> float:
    """Give when a visit should end; pausing moves it, except where the end is fixed."""
    fixed = fixed_end_s(table, state, visit.index)
    if fixed is not None:
        return fixed + visit.extension_s
    return visit.start_s + working_s(table, state, visit.index) + visit.extension_s + paused_s(visit, t)


def waiting_until_s(table: Timetable, state: RunState, t: float) -> float | None:
    """Give the fixed start an advancing unit waits for now that its own time is up, or None."""
    visit = state.visit
    if visit is None or state.status is not Status.RUNNING or due_s(table, state, visit, t) > t:
        return None
    coming = next_index(table, state, visit.index)
    if coming is None or table.units[visit.index].end_action is not EndAction.ADVANCE:
        return None
    fixed = fixed_start_s(table, state, coming)
    return fixed if fixed is not None and fixed > t else None


def remaining_s(table: Timetable, state: RunState, visit: Visit, t: float) -> float:
    """Give the time to the due end; negative in overtime, 0 while waiting for the next fixed start."""
    if waiting_until_s(table, state, t) is not None:
        return 0.0
    return due_s(table, state, visit, t) - t


def expected_end_s(table: Timetable, state: RunState, visit: Visit, t: float) -> float:
    """Give when the running unit will end: when it is due, or now when that is past."""
    due = due_s(table, state, visit, t)
    return max(due, visit.start_s) if waiting_until_s(table, state, t) is not None else max(due, t)
