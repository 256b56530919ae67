"""Finished files to send: a new database with the workshop as it is now, without its past."""

from __future__ import annotations

import contextlib
import dataclasses
import sqlite3
from typing import TYPE_CHECKING

from facilitator.foundation.atomic import WriteError, replacing
from facilitator.foundation.words import _
from facilitator.people.roster import Roster
from facilitator.workshop.backups import refuse_damaged
from facilitator.workshop.places import PLAN_FILE
from facilitator.workshop.schema import lay_tables
from facilitator.workshop.state import Created, Happening, RunEnded, RunStarted, RunState, RunTold, State
from facilitator.workshop.store import put_entries, transaction

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.foundation.clocks import Clock
    from facilitator.workshop.events import Entry
    from facilitator.workshop.journal import Journal


def write_copy(path: Path, state: State, journal: Journal, clock: Clock, *, people: bool) -> None:
    """Write a workshop to a file of its own; deliveries and people are in it only when asked for.

    The past stays behind: no undo history, so nothing that was deleted before can be found in it.

    Raises:
        WriteError, BadCopyError: there is no new file; an older one of that name is unchanged.
    """
    if path.name == PLAN_FILE:
        raise WriteError(
            path,
            _("{name} is a name the app keeps for itself.").format(name=path.name),
            _("Choose another name."),
        )
    entries = first_entries(state, journal, clock, people=people)
    with replacing(path, check=refuse_damaged) as draft:
        try:
            with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as copy:
                copy.execute("PRAGMA journal_mode = OFF")
                lay_tables(copy)
                with transaction(copy):
                    put_entries(copy, entries)
        except sqlite3.Error as problem:
            raise WriteError(
                path,
                _("{name} could not be written.").format(name=path.name),
                _("Make room, or choose another drive."),
            ) from problem


def first_entries(state: State, journal: Journal, clock: Clock, *, people: bool) -> list[Entry]:
    """Give the entries of a fresh journal that begins with the workshop as it is now."""
    return [
        journal.entry(seq, clock.now(), happening)
        for seq, happening in enumerate(_happenings(state, people=people), start=1)
    ]


def _happenings(state: State, *, people: bool) -> Iterator[Happening]:
    if not people:
        yield Created(dataclasses.replace(state.workshop, roster=Roster()))
        return
    yield Created(state.workshop)
    for run in state.runs.values():
        yield RunStarted(run.id, run.header)
        for event in run.events:
            yield RunTold(run.id, event)
        if run.state is RunState.FINISHED:
            yield RunEnded(run.id)
