"""Happenings into journal entries and back."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from facilitator.workshop.events import EDIT_KINDS, Entry, Event, Kind, PrivateText, event_at
from facilitator.workshop.model import UnitCopy
from facilitator.workshop.parting import join, part
from facilitator.workshop.state import (
    Change,
    Created,
    Edited,
    Erased,
    Happening,
    Redone,
    RunEnded,
    RunStarted,
    RunTold,
    Undone,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from facilitator.foundation.clocks import Instant
    from facilitator.workshop.model import Workshop
    from facilitator.workshop.plain import WorkshopRecords

_PLAIN_KINDS: Mapping[type, Kind] = MappingProxyType({Undone: Kind.UNDO, Redone: Kind.REDO, Erased: Kind.ERASE})


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole workshop as the database keeps it."""

    body: Any
    private: tuple[PrivateText, ...]


class Journal:
    """Writes and reads entries; knows which unit sources are stored already, so that each is written once."""

    def __init__(self, records: WorkshopRecords, stored_sources: Mapping[str, str]) -> None:
        self._records = records
        self._sources = dict(stored_sources)

    def fresh(self) -> Journal:
        """Give a journal for a new file, which has no sources yet."""
        return Journal(self._records, {})

    def entry(self, seq: int, instant: Instant, happening: Happening) -> Entry:
        """Give the entry that keeps a happening."""
        kind, plain = self._plain(happening)
        parted = part(plain)
        person_id = happening.person_id if isinstance(happening, Erased) else parted.person_id()
        new = {digest: source for digest, source in parted.sources.items() if digest not in self._sources}
        self._sources.update(new)
        units = tuple(copy for copy in _copies(plain) if new.pop(copy.digest, None) is not None)
        return Entry(event_at(seq, instant, kind, parted.public, person_id), parted.private, units)

    def happening(self, event: Event, private_of: Callable[[int], Mapping[int, str]]) -> Happening:
        """Read an event back; ``private_of`` gives the private words of an event by its number.

        Raises:
            RecordError: the body does not fit what this version knows.
        """
        plain = event.plain()
        if event.kind in EDIT_KINDS or event.kind is Kind.CREATE:
            plain = join(plain, private_of(event.seq), self._sources)
        return self._happening(event, plain)

    def plan(self, workshop: Workshop) -> Plan:
        """Give the whole workshop as the database keeps it."""
        parted = part(self._records.plain_workshop(workshop))
        return Plan(parted.public, parted.private)

    def workshop(self, body: object, private: Mapping[int, str]) -> Workshop:
        """Read a kept workshop back; raise RecordError where it does not fit."""
        return self._records.workshop(join(body, private, self._sources))

    def _plain(self, happening: Happening) -> tuple[Kind, dict[str, Any]]:
        match happening:
            case Created(workshop):
                return Kind.CREATE, self._records.plain_workshop(workshop)
            case Edited(change, joins):
                plain = {
                    "edit": self._records.plain_edit(change.edit),
                    "back": self._records.plain_edit(change.back),
                }
                return (Kind.EDIT_ON if joins else Kind.EDIT), plain
            case RunStarted() | RunTold() | RunEnded():
                return _plain_of_run(happening)
            case _:
                return _PLAIN_KINDS[type(happening)], {}

    def _happening(self, event: Event, plain: Any) -> Happening:  # noqa: ANN401
        match event.kind:
            case Kind.CREATE:
                return Created(self._records.workshop(plain))
            case Kind.EDIT | Kind.EDIT_ON:
                change = Change(self._records.edit(plain["edit"]), self._records.edit(plain["back"]))
                return Edited(change, joins=event.kind is Kind.EDIT_ON)
            case Kind.RUN_START | Kind.RUN_EVENT | Kind.RUN_END:
                return _happening_of_run(event.kind, plain)
            case Kind.ERASE:
                return Erased(event.person_id)
            case _:
                return Undone() if event.kind is Kind.UNDO else Redone()


def _plain_of_run(happening: RunStarted | RunTold | RunEnded) -> tuple[Kind, dict[str, Any]]:
    match happening:
        case RunStarted(run_id, header):
            return Kind.RUN_START, {"run": run_id, "header": dict(header)}
        case RunTold(run_id, event):
            return Kind.RUN_EVENT, {"run": run_id, "event": dict(event)}
        case RunEnded(run_id):
            return Kind.RUN_END, {"run": run_id}


def _happening_of_run(kind: Kind, plain: Any) -> Happening:  # noqa: ANN401
    if kind is Kind.RUN_START:
        return RunStarted(plain["run"], plain["header"])
    return RunTold(plain["run"], plain["event"]) if kind is Kind.RUN_EVENT else RunEnded(plain["run"])


def _copies(plain: object) -> list[UnitCopy]:
    if isinstance(plain, list):
        return [copy for value in plain for copy in _copies(value)]
    if not isinstance(plain, dict):
        return []
    if "digest" in plain and "source" in plain:
        return [UnitCopy(**{name: plain[name] for name in UnitCopy.__slots__})]
    return [copy for value in plain.values() for copy in _copies(value)]
