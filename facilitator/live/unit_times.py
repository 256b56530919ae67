"""The clock of the unit that is on, and of the step and the timed part inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.live.rules import due_s, elapsed_s, paused_s, remaining_s, waiting_until_s

if TYPE_CHECKING:
    from facilitator.live.projection import Projection
    from facilitator.live.state import RunState, Visit
    from facilitator.live.timetable import Timetable


@dataclass(frozen=True, slots=True)
class UnitTimes:
    """The clock of the unit that is on, or that would begin: seconds, times from the planned session start.

    Attributes:
        remaining_s: to the due end, negative in overtime; pauses do not count.
        step_remaining_s: the same for the step of the flow, None for a unit without steps.
        cue_remaining_s: the same for a timed part, None for other cues.
        wait_s: to the fixed start of the next unit, once an advancing unit is over; else None.
        due_s: when it should end; ``expected_end_s`` is never in the past.
        paused_s: pauses of this visit; ``extension_s`` what it was extended by.
    """

    elapsed_s: float
    remaining_s: float
    due_s: float
    expected_end_s: float
    step_remaining_s: float | None = None
    cue_remaining_s: float | None = None
    wait_s: float | None = None
    paused_s: float = 0.0
    extension_s: float = 0.0


def unit_times(table: Timetable, state: RunState, projection: Projection, t: float) -> UnitTimes | None:
    """Give the clock of the unit that is on, or that would begin; None once finished."""
    visit, current = state.visit, projection.current
    if current is None:
        return None
    if visit is None:
        return UnitTimes(0.0, current.end_s - current.start_s, current.end_s, current.end_s)
    waits_until = waiting_until_s(table, state, t)
    elapsed = elapsed_s(visit, t)
    return UnitTimes(
        elapsed_s=elapsed,
        remaining_s=remaining_s(table, state, visit, t),
        due_s=due_s(table, state, visit, t),
        expected_end_s=current.end_s,
        step_remaining_s=_step_remaining_s(table, visit, elapsed),
        cue_remaining_s=_cue_remaining_s(table, visit, elapsed),
        wait_s=None if waits_until is None else waits_until - t,
        paused_s=paused_s(visit, t),
        extension_s=visit.extension_s,
    )


def _cue_remaining_s(table: Timetable, visit: Visit, elapsed: float) -> float | None:
    cues = table.units[visit.index].cues
    seconds = cues[visit.cue].seconds if visit.cue < len(cues) else None
    return None if seconds is None else seconds - _since(visit, visit.cue, elapsed)


def _step_remaining_s(table: Timetable, visit: Visit, elapsed: float) -> float | None:
    unit = table.units[visit.index]
    if visit.cue >= len(unit.cues) or unit.cues[visit.cue].step >= len(unit.steps):
        return None
    step = unit.cues[visit.cue].step
    first = next(i for i, cue in enumerate(unit.cues) if cue.step == step)
    return unit.steps[step].seconds - _since(visit, min(first, visit.cue), elapsed)


def _since(visit: Visit, cue: int, elapsed: float) -> float:
    """Give the time since a cue came up; time the unit was given since then is given to the cue as well."""
    entry = visit.entries[cue]
    return elapsed - entry.elapsed_s - (visit.extension_s - entry.extension_s)
