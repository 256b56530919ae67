"""Going from unit to unit: beginning and ending visits, and the changes nobody presses a key for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.live.plan import EndAction
from facilitator.live.rules import due_s, fixed_start_s, next_index, paused_s
from facilitator.live.state import RunState, Status, Stay, Visit

if TYPE_CHECKING:
    from facilitator.live.timetable import Timetable


def begin_visit(state: RunState, index: int, at_s: float) -> RunState:
    """Begin a fresh visit of a unit at an instant; whatever was on ends there, a pause too."""
    number = state.visits + 1
    return replace(
        state,
        status=Status.RUNNING,
        visit=Visit(number=number, index=index, start_s=at_s),
        visits=number,
        past=_with_current(state, at_s),
        started_s=at_s if state.started_s is None else state.started_s,
    )


def finish_run(state: RunState, at_s: float) -> RunState:
    """End the run at an instant."""
    return replace(state, status=Status.FINISHED, visit=None, past=_with_current(state, at_s), finished_s=at_s)


def _with_current(state: RunState, at_s: float) -> tuple[Stay, ...]:
    visit = state.visit
    if visit is None:
        return state.past
    return (*state.past, Stay(visit.index, visit.start_s, at_s, paused_s(visit, at_s)))


def advance(table: Timetable, state: RunState, t: float) -> RunState:
    """Make every automatic change that is due up to and at ``t``, each at its exact instant.

    An advancing last unit holds: nothing comes after it, and ending the session is the trainer's to say.
    """
    while (change := _next_automatic(table, state, t)) is not None:
        index, at_s = change
        state = replace(begin_visit(state, index, at_s), automatic_s=at_s)
    return state


def _next_automatic(table: Timetable, state: RunState, t: float) -> tuple[int, float] | None:
    visit = state.visit
    if visit is None or state.status is not Status.RUNNING:
        return None
    if table.units[visit.index].end_action is not EndAction.ADVANCE:
        return None
    due = due_s(table, state, visit, t)
    coming = next_index(table, state, visit.index)
    if due > t or coming is None:
        return None
    fixed = fixed_start_s(table, state, coming)
    at_s = max(due, visit.start_s, state.floor_s, due if fixed is None else fixed)
    return (coming, at_s) if at_s <= t else None
