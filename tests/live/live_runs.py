"""Small plans and a way to write a run as a line: ``run(P1, (0, "start"), (300, "next"))``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from facilitator.curriculum.unit import Kind
from facilitator.live.commands import decide
from facilitator.live.fold import fold, last_undoable
from facilitator.live.log import EventType, LogEvent
from facilitator.live.plan import EndAction, PlannedUnit, RunPlan
from facilitator.live.projection import Projection, project
from facilitator.live.refusals import Refusal
from facilitator.live.rules import elapsed_s, paused_s, remaining_s, waiting_until_s
from facilitator.live.state import RunState, Status
from facilitator.live.timetable import Timetable, timetable


def unit(name: str, planned_s: float = 0.0, **fields: Any) -> PlannedUnit:
    return PlannedUnit(
        id=name, title=f"Unit {name}", planned_s=planned_s, kind=fields.pop("kind", Kind.UNIT), **fields
    )


def plan(*units: PlannedUnit, **fields: Any) -> Timetable:
    return timetable(RunPlan(units=units, **fields))


ADVANCE = EndAction.ADVANCE
A, B, C = unit("A", 600), unit("B", 900), unit("C", 300)
P1 = plan(A, B, C)
GAP = plan(A, unit("L", 1800, fixed_start_s=900), unit("C", 600))
CTE = plan(A, unit("K", fixed_end_s=1500), unit("C", 600))
AUT = plan(unit("A", 600, end_action=ADVANCE), B, C)


def event(seq: int, t: float, kind: str, **arguments: Any) -> LogEvent:
    return LogEvent(seq, t, boot_s=t, boot_id="boot", wall_s=t, type=kind, arguments=arguments)


def log(*entries: tuple[Any, ...]) -> tuple[LogEvent, ...]:
    """Make events of (t, type) or (t, type, {arguments}); all of them accepted."""
    return tuple(event(i, e[0], e[1], **(e[2] if len(e) > 2 else {})) for i, e in enumerate(entries, start=1))


def press(table: Timetable, *entries: tuple[Any, ...]) -> tuple[LogEvent, ...]:
    """Make events as a session does: each is accepted or refused by what came before it."""
    events: tuple[LogEvent, ...] = ()
    for made in log(*entries):
        answer = answer_to(table, events, made)
        refused = isinstance(answer, Refusal)
        events = (*events, replace(made, accepted=False, reason=str(answer)) if refused else made)
    return events


def answer_to(table: Timetable, events: tuple[LogEvent, ...], new: LogEvent) -> RunState | Refusal:
    if new.type == EventType.UNDO:
        return Refusal.NOTHING_TO_UNDO if last_undoable(events) is None else RunState()
    return decide(table, fold(table, events, new.t), new)


@dataclass(frozen=True)
class Probe:
    """Everything the examples ask about one instant."""

    table: Timetable
    state: RunState
    t: float

    @property
    def projection(self) -> Projection:
        return project(self.table, self.state, self.t)

    @property
    def status(self) -> str:
        over = self.state.status is Status.RUNNING and self.re is not None and self.re < 0
        return "overtime" if over else str(self.state.status)

    @property
    def name(self) -> str:
        current = self.projection.current
        return "" if current is None else self.table.units[current.index].id

    @property
    def el(self) -> float | None:
        return None if self.state.visit is None else elapsed_s(self.state.visit, self.t)

    @property
    def re(self) -> float | None:
        if self.state.visit is not None:
            return remaining_s(self.table, self.state, self.state.visit, self.t)
        current = self.projection.current
        return None if current is None else current.end_s - current.start_s

    @property
    def paused(self) -> float | None:
        return None if self.state.visit is None else paused_s(self.state.visit, self.t)

    @property
    def dr(self) -> float:
        return self.projection.drift_s

    @property
    def rel(self) -> float:
        started = self.state.started_s
        return self.dr if started is None else self.dr - (started - self.table.starts[0] - self.state.shift_s)

    @property
    def fi(self) -> float:
        return self.projection.finish_s

    @property
    def fd(self) -> float:
        return self.projection.finish_drift_s

    @property
    def nx(self) -> float | None:
        coming = self.projection.coming
        return coming[0].start_s if coming else None

    @property
    def wait(self) -> float | None:
        until = waiting_until_s(self.table, self.state, self.t)
        return None if until is None else until - self.t


def probe(table: Timetable, events: tuple[LogEvent, ...], t: float) -> Probe:
    return Probe(table, fold(table, tuple(e for e in events if e.t <= t), t), t)
