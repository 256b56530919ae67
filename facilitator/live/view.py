"""What the console shows at one instant of a run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.live.labels import WallLabels
from facilitator.live.notices import RunNotice, notices_of
from facilitator.live.phases import Phase, phase_of
from facilitator.live.plan import Cue, PlannedStep, PlannedUnit
from facilitator.live.projection import project
from facilitator.live.rows import RunRow, rows_of
from facilitator.live.rules import planned_start_s
from facilitator.live.state import Display, RunState, Screen, Status
from facilitator.live.unit_times import UnitTimes, unit_times
from facilitator.live.view_words import RunWords, words_of

if TYPE_CHECKING:
    from facilitator.live.log import LogEvent
    from facilitator.live.state import Visit
    from facilitator.live.timetable import Timetable


class RunStatus(StrEnum):
    """The state of a run as people see it; overtime is running past the end of the unit."""

    READY = "ready"
    RUNNING = "running"
    OVERTIME = "overtime"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class RunView:
    """Everything the console shows at one instant; immutable and free of Qt.

    It holds the trainer's notes: the room gets :func:`facilitator.live.audience.audience_view` of it.

    Attributes:
        t: seconds from the planned session start.
        unit: what is on, or would begin; None once finished. ``visit`` counts all visits, 0 before the start.
        cue, next_cue: what is shown and what the next press shows; None without one (the next press then ends
            the unit). ``cue_number`` counts from 1.
        times: the clock of the unit, None once finished.
        drift_s: seconds behind plan at the end of this unit, negative is ahead; before the start as if it were
            pressed now; once finished that of the end. ``drift_since_start_s`` leaves a late start out.
        finish_s, finish_drift_s: the expected end of the session.
        next_unit, next_start_s: the next unit that is not skipped.
    """

    t: float
    status: RunStatus
    phase: Phase
    unit: PlannedUnit | None
    visit: int
    step: PlannedStep | None
    cue: Cue | None
    next_cue: Cue | None
    cue_number: int
    cue_count: int
    times: UnitTimes | None
    drift_s: float
    drift_since_start_s: float
    finish_s: float
    finish_drift_s: float
    next_unit: PlannedUnit | None
    next_start_s: float | None
    rows: tuple[RunRow, ...]
    notices: tuple[RunNotice, ...]
    display: Display
    words: RunWords


def view_at(table: Timetable, state: RunState, t: float, undoes: LogEvent | None = None) -> RunView:
    """Give what the console shows at ``t``, of a state with all automatic changes up to then.

    Args:
        table: the plan with its baseline.
        state: see :func:`facilitator.live.fold.fold`.
        t: seconds from the planned session start.
        undoes: the command that undo would take back, for its words.
    """
    projection = project(table, state, t)
    labels = WallLabels(table.plan, state.wall_offset_s)
    index = None if projection.current is None else projection.current.index
    unit = None if index is None else table.units[index]
    coming = projection.coming[0] if projection.coming else None
    times = unit_times(table, state, projection, t)
    cue, next_cue, number = _cues(unit, state.visit)
    next_unit = None if coming is None else table.units[coming.index]
    started = planned_start_s(table, state, 0) if table.units else 0.0
    status = _status(state, times)
    phase = _phase(table, state, index, times)
    return RunView(
        t=t,
        status=status,
        phase=phase,
        unit=unit,
        visit=0 if state.visit is None else state.visit.number,
        step=_step(unit, cue),
        cue=cue,
        next_cue=next_cue,
        cue_number=number,
        cue_count=0 if unit is None else len(unit.cues),
        times=times,
        drift_s=projection.drift_s,
        drift_since_start_s=projection.drift_s - (0.0 if state.started_s is None else state.started_s - started),
        finish_s=projection.finish_s,
        finish_drift_s=projection.finish_drift_s,
        next_unit=next_unit,
        next_start_s=None if coming is None else coming.start_s,
        rows=rows_of(table, state, projection, labels),
        notices=notices_of(table, state, projection),
        display=_display(state.display, t),
        words=words_of(t, projection, times, next_unit, undoes, labels),
    )


def _cues(unit: PlannedUnit | None, visit: Visit | None) -> tuple[Cue | None, Cue | None, int]:
    if unit is None or not unit.cues:
        return None, None, 0
    at = 0 if visit is None else min(visit.cue, len(unit.cues) - 1)
    coming = unit.cues[at + 1] if at + 1 < len(unit.cues) else None
    return unit.cues[at], coming, at + 1


def _step(unit: PlannedUnit | None, cue: Cue | None) -> PlannedStep | None:
    if unit is None or cue is None or cue.step >= len(unit.steps):
        return None
    return unit.steps[cue.step]


def _status(state: RunState, times: UnitTimes | None) -> RunStatus:
    if state.status is Status.RUNNING and times is not None and times.remaining_s < 0:
        return RunStatus.OVERTIME
    return RunStatus(str(state.status))


def _phase(table: Timetable, state: RunState, index: int | None, times: UnitTimes | None) -> Phase:
    if not state.is_live or index is None or times is None:
        return Phase.NONE
    return Phase.WAITING if times.wait_s is not None else phase_of(table, index, times.remaining_s)


def _display(display: Display, t: float) -> Display:
    """A message that has had its time is gone."""
    if display.message_until_s is None or t < display.message_until_s:
        return display
    return Display(Screen(display.screen), display.countdown)
