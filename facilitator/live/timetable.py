"""The baseline: when every unit of a plan should begin and end if all goes to plan."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.live.plan import PlannedUnit, RunPlan


@dataclass(frozen=True, slots=True)
class Overlap:
    """A fixed start that lies before the end of the units ahead of it."""

    unit_id: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Timetable:
    """A plan with its baseline, worked out once; seconds from the planned session start."""

    plan: RunPlan
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    overlaps: tuple[Overlap, ...]

    @property
    def units(self) -> tuple[PlannedUnit, ...]:
        """Give the units in order."""
        return self.plan.units

    def index(self, unit_id: str) -> int | None:
        """Find a unit by its id."""
        return next((i for i, unit in enumerate(self.plan.units) if unit.id == unit_id), None)

    def planned_length_s(self, index: int) -> float:
        """Give the length of a unit in the baseline; for one with a fixed end that is up to that end."""
        return self.ends[index] - self.starts[index]

    @property
    def planned_finish_s(self) -> float:
        """Give the end of the last unit, 0 for an empty plan."""
        return self.ends[-1] if self.ends else 0.0


def timetable(plan: RunPlan) -> Timetable:
    """Lay out a plan: a unit starts at the end of the one before it, or later at its fixed start.

    It ends after its planned length, or at its fixed end, but never before it starts.
    """
    starts: list[float] = []
    ends: list[float] = []
    overlaps: list[Overlap] = []
    for unit in plan.units:
        start = _start(unit, ends)
        if ends and unit.fixed_start_s is not None and unit.fixed_start_s < ends[-1]:
            overlaps.append(Overlap(unit.id, ends[-1] - unit.fixed_start_s))
        end = start + max(0.0, unit.planned_s) if unit.fixed_end_s is None else max(start, unit.fixed_end_s)
        starts.append(start)
        ends.append(end)
    return Timetable(plan, tuple(starts), tuple(ends), tuple(overlaps))


def _start(unit: PlannedUnit, ends: list[float]) -> float:
    if not ends:
        return 0.0 if unit.fixed_start_s is None else unit.fixed_start_s
    return ends[-1] if unit.fixed_start_s is None else max(ends[-1], unit.fixed_start_s)
