"""The state of a document and how one happening changes it; the same rules live and when a journal is read."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from facilitator.workshop.history import History
from facilitator.workshop.model import Workshop

if TYPE_CHECKING:
    from facilitator.people.roster import Roster
    from facilitator.workshop.edits import WorkshopEdit

PlainEvent: TypeAlias = Mapping[str, object]
# A string: opening a workshop that was never changed does not wait for the classes of edits
AnyEdit: TypeAlias = "WorkshopEdit"


class RunState(StrEnum):
    """How far one delivery got."""

    RUNNING = "running"
    INTERRUPTED = "interrupted"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One delivery: its header as it was started with, and its events in order."""

    id: str
    day_id: str
    state: RunState
    header: PlainEvent
    events: tuple[PlainEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """An edit and the edit that takes it back."""

    edit: AnyEdit
    back: AnyEdit


@dataclass(frozen=True, slots=True)
class Created:
    """The workshop as it began."""

    workshop: Workshop


@dataclass(frozen=True, slots=True)
class Edited:
    """An edit; with ``joins`` it belongs to the undo step before it."""

    change: Change
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Undone:
    """The newest undo step was taken back."""


@dataclass(frozen=True, slots=True)
class Redone:
    """The step taken back last was done again."""


@dataclass(frozen=True, slots=True)
class RunStarted:
    """A delivery began."""

    run_id: str
    header: PlainEvent


@dataclass(frozen=True, slots=True)
class RunTold:
    """Something happened in a delivery."""

    run_id: str
    event: PlainEvent


@dataclass(frozen=True, slots=True)
class RunEnded:
    """A delivery was brought to its end."""

    run_id: str


@dataclass(frozen=True, slots=True)
class Erased:
    """A person was taken out for good: rows, marks and undo history."""

    person_id: str


Happening: TypeAlias = Created | Edited | Undone | Redone | RunStarted | RunTold | RunEnded | Erased


@dataclass(frozen=True, slots=True)
class State:
    """Everything of a document at one moment."""

    workshop: Workshop
    history: History[Change] = field(default_factory=History)
    runs: Mapping[str, RunRecord] = field(default_factory=dict)


def after(state: State, happening: Happening) -> State:
    """Give the state after a happening; raise FacilitatorError when an edit does not fit the workshop."""
    match happening:
        case Created(workshop):
            return State(workshop)
        case Edited(change, joins):
            return dataclasses.replace(
                state,
                workshop=change.edit.apply(state.workshop),
                history=state.history.edited(change, joins=joins),
            )
        case Undone() | Redone():
            return _moved(state, happening)
        case Erased(person_id):
            workshop = dataclasses.replace(state.workshop, roster=without_person(state.workshop.roster, person_id))
            return dataclasses.replace(state, workshop=workshop, history=History())
        case _:
            return dataclasses.replace(state, runs=_runs_after(state.runs, happening))


def _moved(state: State, happening: Undone | Redone) -> State:
    workshop = state.workshop
    if isinstance(happening, Undone):
        if not state.history.undo:
            return state
        for change in reversed(state.history.undo[-1]):
            workshop = change.back.apply(workshop)
        return dataclasses.replace(state, workshop=workshop, history=state.history.undone())
    if not state.history.redo:
        return state
    for change in state.history.redo[-1]:
        workshop = change.edit.apply(workshop)
    return dataclasses.replace(state, workshop=workshop, history=state.history.redone())


def _runs_after(runs: Mapping[str, RunRecord], happening: RunStarted | RunTold | RunEnded) -> dict[str, RunRecord]:
    match happening:
        case RunStarted(run_id, header):
            record = RunRecord(run_id, str(header.get("day_id", "")), RunState.RUNNING, header)
        case RunTold(run_id, event):
            record = runs[run_id]
            record = dataclasses.replace(record, state=RunState.RUNNING, events=(*record.events, event))
        case RunEnded(run_id):
            record = dataclasses.replace(runs[run_id], state=RunState.FINISHED)
    return {**runs, run_id: record}


def interrupted(state: State) -> State:
    """Give the state as a new process finds it: whatever was running is not any more."""
    runs = {
        run.id: dataclasses.replace(run, state=RunState.INTERRUPTED) if run.state is RunState.RUNNING else run
        for run in state.runs.values()
    }
    return dataclasses.replace(state, runs=runs)


def without_person(roster: Roster, person_id: str) -> Roster:
    """Give the roster without one person and the marks of that person."""
    return dataclasses.replace(
        roster,
        people=tuple(person for person in roster.people if person.id != person_id),
        marks=tuple(mark for mark in roster.marks if mark.person_id != person_id),
    )
