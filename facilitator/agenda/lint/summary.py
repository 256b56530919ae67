"""The numbers of a day that the checks weigh, for the foot of the agenda and for tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.agenda.content_times import timed_blocks
from facilitator.agenda.lint.flow import ACTIVE_KINDS, PASSIVE_KINDS, flow_of, is_pause, passive_runs, total_minutes
from facilitator.agenda.stretches import stretches
from facilitator.curriculum.unit import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.agenda.lint.flow import Flow
    from facilitator.agenda.model import Day
    from facilitator.agenda.slots import DaySchedule
    from facilitator.curriculum.unit import Unit

_BUFFER = frozenset({Kind.BUFFER})
_EXERCISE = frozenset({Kind.EXERCISE})


@dataclass(frozen=True, slots=True)
class Summary:
    """One day in numbers; all of them minutes.

    Attributes:
        work: everything but breaks and meals.
        buffer: left open on purpose.
        active, passive: doing and speaking against listening and watching.
        exercise: the part of ``active`` in exercises.
        longest_stretch: between two pauses, buffers included.
        longest_passive_run: listening without a word or a deed in between.
    """

    work: int = 0
    buffer: int = 0
    active: int = 0
    passive: int = 0
    exercise: int = 0
    longest_stretch: int = 0
    longest_passive_run: int = 0

    @property
    def learning(self) -> int:
        """Minutes known to be active or passive."""
        return self.active + self.passive

    @property
    def buffer_share(self) -> float:
        """Share of buffers in the work, 0 to 1."""
        return self.buffer / self.work if self.work else 0.0

    @property
    def active_share(self) -> float:
        """Share of active minutes in the learning, 0 to 1."""
        return self.active / self.learning if self.learning else 0.0

    @property
    def exercise_ratio(self) -> float | None:
        """Minutes of exercise for each minute of input and demonstration; None when nobody lectures."""
        return self.exercise / self.passive if self.passive else None


def summary(day: Day, plan: DaySchedule, units: Mapping[str, Unit]) -> Summary:
    """Work out the numbers of a day that is laid out; of a breakout the longest strand counts."""
    return summary_of(day, plan, flow_of(day, plan, units))


def summary_of(day: Day, plan: DaySchedule, flow: Flow) -> Summary:
    """Work out the numbers of a day whose flow is known."""
    working = [piece for piece in flow.pieces if not is_pause(piece)]
    return Summary(
        work=total_minutes(working),
        buffer=total_minutes(working, _BUFFER),
        active=total_minutes(working, ACTIVE_KINDS),
        passive=total_minutes(working, PASSIVE_KINDS),
        exercise=total_minutes(working, _EXERCISE),
        longest_stretch=max((each.minutes for each in stretches(timed_blocks(day, plan))), default=0),
        longest_passive_run=max((total_minutes(run) for run in passive_runs(flow.pieces)), default=0),
    )
