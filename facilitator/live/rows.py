"""The run of the day: one row for every unit, planned beside what happened or is expected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.curriculum.unit import Kind
from facilitator.live.rules import planned_end_s, planned_start_s
from facilitator.live.state import Status

if TYPE_CHECKING:
    from facilitator.live.labels import WallLabels
    from facilitator.live.projection import Projection
    from facilitator.live.state import RunState
    from facilitator.live.timetable import Timetable


class Place(StrEnum):
    """Where a unit is in the run."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"
    SKIPPED = "skipped"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class RunRow:
    """One unit in the run of the day.

    Attributes:
        planned_start_s, planned_end_s: the baseline; ``planned_label`` is its start as a time of day.
        start_s, end_s: as it was or as expected now; None where it does not take place; ``label`` is the start.
        spent_s: time spent in it so far without pauses, visits that are over; 0 for one not begun.
        adjustment_s: by how much its length was changed ahead of time.
        is_fixed: its start or its end is tied to a time of day.
    """

    unit_id: str
    title: str
    kind: Kind
    place: Place
    planned_start_s: float
    planned_end_s: float
    planned_label: str
    start_s: float | None = None
    end_s: float | None = None
    label: str = ""
    spent_s: float = 0.0
    adjustment_s: float = 0.0
    is_fixed: bool = False
    is_optional: bool = False
    is_hidden: bool = False

    @property
    def late_s(self) -> float | None:
        """Give by how much it begins behind plan, None where it does not take place."""
        return None if self.start_s is None else self.start_s - self.planned_start_s


@dataclass(slots=True)
class _Spent:
    """What the visits of one unit that are over add up to."""

    start_s: float
    end_s: float
    seconds: float


def rows_of(table: Timetable, state: RunState, projection: Projection, labels: WallLabels) -> tuple[RunRow, ...]:
    """Give a row for every unit in the order of the plan."""
    spent = _spent(state)
    expected = {e.index: (e.start_s, e.end_s) for e in projection.coming}
    if projection.current is not None:
        expected[projection.current.index] = (projection.current.start_s, projection.current.end_s)
    return tuple(
        _row(table, state, index, _times(index, expected, spent), spent.get(index), labels)
        for index in range(len(table.units))
    )


def _spent(state: RunState) -> dict[int, _Spent]:
    spent: dict[int, _Spent] = {}
    for stay in state.past:
        seconds = stay.end_s - stay.start_s - stay.paused_s
        sofar = spent.setdefault(stay.index, _Spent(stay.start_s, stay.end_s, 0.0))
        sofar.end_s = stay.end_s
        sofar.seconds += seconds
    return spent


def _times(
    index: int, expected: dict[int, tuple[float, float]], spent: dict[int, _Spent]
) -> tuple[float, float] | None:
    if index in expected:
        return expected[index]
    was = spent.get(index)
    return None if was is None else (was.start_s, was.end_s)


def _row(
    table: Timetable,
    state: RunState,
    index: int,
    times: tuple[float, float] | None,
    spent: _Spent | None,
    labels: WallLabels,
) -> RunRow:
    unit = table.units[index]
    planned = planned_start_s(table, state, index)
    return RunRow(
        unit_id=unit.id,
        title=unit.title,
        kind=unit.kind,
        place=_place(state, index, spent is not None, times is not None),
        planned_start_s=planned,
        planned_end_s=planned_end_s(table, state, index),
        planned_label=labels.minute(planned),
        start_s=None if times is None else times[0],
        end_s=None if times is None else times[1],
        label="" if times is None else labels.minute(times[0]),
        spent_s=0.0 if spent is None else spent.seconds,
        adjustment_s=state.adjustments[index],
        is_fixed=unit.fixed_start_s is not None or unit.fixed_end_s is not None,
        is_optional=unit.optional,
        is_hidden=unit.hidden,
    )


def _place(state: RunState, index: int, was_on: bool, has_times: bool) -> Place:
    if state.visit is not None and index == state.visit.index:
        return Place.CURRENT
    if index in state.skipped:
        return Place.SKIPPED
    if state.status is not Status.FINISHED and (state.visit is None or index > state.visit.index):
        return Place.COMING
    return Place.DONE if was_on or has_times else Place.LEFT_OUT
