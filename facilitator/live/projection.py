"""What follows from now: when everything still to come begins and ends, and how far off plan that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.live.rules import (
    end_if_begun,
    expected_end_s,
    fixed_start_s,
    next_index,
    planned_end_s,
    planned_finish_s,
    planned_start_s,
)
from facilitator.live.state import RunState, Status

if TYPE_CHECKING:
    from facilitator.live.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Expected:
    """When one coming unit is expected."""

    index: int
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Projection:
    """The rest of the run as it looks now.

    Attributes:
        current: the running unit, or before the start the one that would begin; None once finished.
        coming: the units after it that are not skipped, in order.
        drift_s: seconds the current unit will end behind plan; negative is ahead.
        finish_drift_s: the same for the end of the session.
    """

    current: Expected | None
    coming: tuple[Expected, ...]
    finish_s: float
    drift_s: float
    finish_drift_s: float


def project(table: Timetable, state: RunState, t: float) -> Projection:
    """Work out the rest of a run; slack before a fixed start absorbs delay, and nothing is pulled before it.

    Before the start it is as if start were pressed now, so that lateness shows before the run begins.
    """
    current = _current(table, state, t)
    if current is None:
        finish = t if state.finished_s is None else state.finished_s
        drift = finish - planned_finish_s(table, state)
        return Projection(None, (), finish, drift, drift)
    coming = _coming(table, state, current)
    finish = coming[-1].end_s if coming else current.end_s
    return Projection(
        current=current,
        coming=coming,
        finish_s=finish,
        drift_s=current.end_s - planned_end_s(table, state, current.index),
        finish_drift_s=finish - planned_finish_s(table, state),
    )


def _current(table: Timetable, state: RunState, t: float) -> Expected | None:
    if state.status is Status.READY:
        first = next_index(table, state, -1)
        if first is None:
            return None
        start = max(t, planned_start_s(table, state, 0))
        fixed = fixed_start_s(table, state, first)
        start = start if fixed is None else max(start, fixed)
        return Expected(first, start, end_if_begun(table, state, first, start))
    if state.visit is None or state.status is Status.FINISHED:
        return None
    return Expected(state.visit.index, state.visit.start_s, expected_end_s(table, state, state.visit, t))


def _coming(table: Timetable, state: RunState, current: Expected) -> tuple[Expected, ...]:
    end = current.end_s
    coming: list[Expected] = []
    for index in range(current.index + 1, len(table.units)):
        if index in state.skipped:
            continue
        fixed = fixed_start_s(table, state, index)
        start = end if fixed is None else max(end, fixed)
        end = end_if_begun(table, state, index, start)
        coming.append(Expected(index, start, end))
    return tuple(coming)
