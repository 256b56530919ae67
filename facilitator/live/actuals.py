"""Plan against actual minutes of every unit, from the log of a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.live.fold import fold
from facilitator.live.rules import paused_s
from facilitator.live.state import Stay
from facilitator.live.timetable import Timetable, timetable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.live.log import LogEvent
    from facilitator.live.plan import RunPlan
    from facilitator.live.state import RunState


@dataclass(frozen=True, slots=True)
class Actual:
    """What one unit took.

    Attributes:
        planned_s: length in the baseline; ``planned_start_s`` its start.
        actual_s: time spent in all visits without pauses; 0 when it did not take place.
        paused_s: pauses in all visits.
        start_s, end_s: of the first and the last visit, None when it did not take place.
        visits: how often it was on; ``was_skipped`` it was left out on purpose.
    """

    unit_id: str
    title: str
    planned_start_s: float
    planned_s: float
    actual_s: float
    paused_s: float
    start_s: float | None
    end_s: float | None
    visits: int
    was_skipped: bool

    @property
    def planned_minutes(self) -> float:
        """Give the planned length to a tenth of a minute."""
        return round(self.planned_s / 60, 1)

    @property
    def actual_minutes(self) -> float:
        """Give the time spent to a tenth of a minute."""
        return round(self.actual_s / 60, 1)

    @property
    def difference_minutes(self) -> float:
        """Give actual less planned, to a tenth of a minute; 0 when it did not take place."""
        return round((self.actual_s - self.planned_s) / 60, 1) if self.visits else 0.0


def actuals(plan: RunPlan, events: Iterable[LogEvent]) -> tuple[Actual, ...]:
    """Give what every unit took, in the order of the plan.

    A run that was not finished is taken as far as its last event; heartbeats belong in ``events`` for that.
    """
    table = timetable(plan)
    events = tuple(events)
    until = max((event.t for event in events), default=0.0)
    state = fold(table, events, until)
    stays = _stays(state, until)
    return tuple(
        _actual(table, index, [stay for stay in stays if stay.index == index], was_skipped=index in state.skipped)
        for index in range(len(table.units))
    )


def _stays(state: RunState, until: float) -> tuple[Stay, ...]:
    visit = state.visit
    if visit is None:
        return state.past
    return (*state.past, Stay(visit.index, visit.start_s, until, paused_s(visit, until)))


def _actual(table: Timetable, index: int, stays: list[Stay], *, was_skipped: bool) -> Actual:
    paused = sum(stay.paused_s for stay in stays)
    return Actual(
        unit_id=table.units[index].id,
        title=table.units[index].title,
        planned_start_s=table.starts[index],
        planned_s=table.planned_length_s(index),
        actual_s=sum(stay.end_s - stay.start_s for stay in stays) - paused,
        paused_s=paused,
        start_s=stays[0].start_s if stays else None,
        end_s=stays[-1].end_s if stays else None,
        visits=len(stays),
        was_skipped=was_skipped and not stays,
    )
