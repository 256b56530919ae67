"""The state of a document, read from its database: the newest kept plan and every event after it."""

from __future__ import annotations

import dataclasses
import functools
import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _
from facilitator.workshop.events import EDIT_KINDS, RUN_KINDS, Event, Kind
from facilitator.workshop.history import History
from facilitator.workshop.journal import Journal
from facilitator.workshop.model import Workshop
from facilitator.workshop.state import Change, Edited, State, after, interrupted
from facilitator.workshop.store import (
    private_of_event,
    private_of_plan,
    read_events,
    read_plans,
    read_sources,
)

if TYPE_CHECKING:
    import sqlite3

    from facilitator.workshop.plain import WorkshopRecords

log = logging.getLogger(__name__)


class UnreadableError(FacilitatorError):
    """The database is whole, but this version cannot make a workshop of what it says."""

    def __init__(self) -> None:
        super().__init__(
            _("The workshop cannot be read by this version."),
            safe=_("Its file is unchanged."),
            way_out=_("Open it with the version that wrote it."),
        )


@dataclass(frozen=True, slots=True)
class Loaded:
    """A state, the journal that goes on from it, and how many events could not be understood."""

    state: State
    journal: Journal
    last_seq: int
    skipped: int = 0


def load(connection: sqlite3.Connection, records: WorkshopRecords) -> Loaded:
    """Read the state; runs that were going on are interrupted now.

    Raises:
        UnreadableError: neither a plan nor the first event can be understood.
        sqlite3.Error: the database is damaged.
    """
    return _load(connection, *_newest_plan(connection, records))


def load_newest_plan(connection: sqlite3.Connection, records: WorkshopRecords) -> Loaded:
    """Read the newest kept plan alone, without what happened since and without runs; raises like :func:`load`."""
    journal, seq, workshop = _newest_plan(connection, records)
    if workshop is None:
        raise UnreadableError
    return Loaded(State(workshop), journal, seq)


def load_from_events(connection: sqlite3.Connection, records: WorkshopRecords) -> Loaded:
    """Read the events alone, from the first one on; raises like :func:`load`."""
    return _load(connection, Journal(records, read_sources(connection)), 0, None)


def _newest_plan(connection: sqlite3.Connection, records: WorkshopRecords) -> tuple[Journal, int, Workshop | None]:
    journal = Journal(records, read_sources(connection))
    for seq, body in read_plans(connection):
        try:
            return journal, seq, journal.workshop(json.loads(body), private_of_plan(connection, seq))
        except (FacilitatorError, ValueError):
            log.warning("plan %s cannot be read", seq)
    return journal, 0, None


def _load(connection: sqlite3.Connection, journal: Journal, seq: int, workshop: Workshop | None) -> Loaded:
    reading = _Reading(connection, journal)
    events = read_events(connection)
    if workshop is None:
        if not events or events[0].kind is not Kind.CREATE:
            raise UnreadableError
        state = State(Workshop(""))
    else:
        earlier = [event for event in events if event.seq <= seq]
        state = reading.walk(State(workshop), [event for event in earlier if event.kind in RUN_KINDS])
        state = dataclasses.replace(state, history=reading.history(earlier))
    state = reading.walk(state, [event for event in events if event.seq > seq])
    if not state.workshop.id:
        raise UnreadableError
    return Loaded(interrupted(state), journal, events[-1].seq if events else seq, reading.skipped)


class _Reading:
    def __init__(self, connection: sqlite3.Connection, journal: Journal) -> None:
        self._journal = journal
        self._private_of = functools.partial(private_of_event, connection)
        self.skipped = 0

    def walk(self, state: State, events: list[Event]) -> State:
        for event in events:
            try:
                state = after(state, self._journal.happening(event, self._private_of))
            except (FacilitatorError, ValueError, LookupError):
                log.warning("event %s of kind %s cannot be read", event.seq, event.kind)
                self.skipped += 1
        return state

    def history(self, events: list[Event]) -> History[Change]:
        """Find out first which events are on the stacks, and read only those."""
        numbers: History[Event] = History()
        for event in events:
            if event.kind in EDIT_KINDS:
                numbers = numbers.edited(event, joins=event.kind is Kind.EDIT_ON)
            elif event.kind is Kind.UNDO and numbers.undo:
                numbers = numbers.undone()
            elif event.kind is Kind.REDO and numbers.redo:
                numbers = numbers.redone()
            elif event.kind is Kind.ERASE:
                numbers = History()
        try:
            return History(
                tuple(tuple(map(self._change, step)) for step in numbers.undo),
                tuple(tuple(map(self._change, step)) for step in numbers.redo),
            )
        except (FacilitatorError, ValueError, LookupError):
            log.warning("the undo history cannot be read")
            return History()

    def _change(self, event: Event) -> Change:
        happening = self._journal.happening(event, self._private_of)
        assert isinstance(happening, Edited)
        return happening.change
