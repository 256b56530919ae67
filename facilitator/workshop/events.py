"""One thing that happened to a workshop, as the journal keeps it.

A line of the second log is JSON of the shape ``{"crc":"0a1b2c3d","event":{...}}``; the CRC-32 covers the bytes of
the event. Names and other words about people are not in it: the body holds a number in their place.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from facilitator.workshop.model import UnitCopy
from facilitator.workshop.texts import json_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.foundation.clocks import Instant


class Kind(StrEnum):
    """What happened."""

    CREATE = "create"
    EDIT = "edit"
    EDIT_ON = "edit-on"  # belongs to the undo step of the edit before it
    UNDO = "undo"
    REDO = "redo"
    RUN_START = "run-start"
    RUN_EVENT = "run-event"
    RUN_END = "run-end"
    ERASE = "erase"


EDIT_KINDS = frozenset({Kind.EDIT, Kind.EDIT_ON})
RUN_KINDS = frozenset({Kind.RUN_START, Kind.RUN_EVENT, Kind.RUN_END})


@dataclass(frozen=True, slots=True)
class Event:
    """One event.

    Attributes:
        seq: 1 for the first, then one more each; the only order that counts.
        utc: ISO text, a label.
        mono_ns, boot_ns, boot_id: readings of the other clocks, to tell sleep and restarts afterwards.
        person_id: whom it is about, "" when nobody or several.
        body: JSON text.
    """

    seq: int
    utc: str
    mono_ns: int
    boot_ns: int
    boot_id: str
    kind: Kind
    person_id: str
    body: str

    def plain(self) -> Any:  # noqa: ANN401 -- JSON has every shape
        """Give the body as JSON values."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class PrivateText:
    """Words about a person, kept apart from the event that brought them; ``person_id`` is "" when unclear."""

    slot: int
    person_id: str
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """All that one event brings: itself, the private words it stands for, units not seen before."""

    event: Event
    private: tuple[PrivateText, ...] = ()
    units: tuple[UnitCopy, ...] = ()


def event_at(seq: int, instant: Instant, kind: Kind, plain: object, person_id: str = "") -> Event:
    """Make an event of plain values, stamped with all clocks."""
    return Event(
        seq=seq,
        utc=instant.utc().isoformat(),
        mono_ns=round(instant.mono_s * 1e9),
        boot_ns=round(instant.boot_s * 1e9),
        boot_id=instant.boot_id,
        kind=kind,
        person_id=person_id,
        body=json_text(plain),
    )


_HEAD = b'{"crc":"'
_MIDDLE = b'","event":'
_TAIL = b"}\n"
_EVENT = slice(len(_HEAD) + 8 + len(_MIDDLE), -len(_TAIL))


def to_line(entry: Entry) -> bytes:
    """Give the line of the second log for an entry; private words stay out."""
    event = entry.event
    fields: dict[str, object] = {name: getattr(event, name) for name in Event.__slots__ if name != "body"}
    fields["body"] = event.plain()
    if entry.units:
        fields["units"] = [{name: getattr(copy, name) for name in UnitCopy.__slots__} for copy in entry.units]
    text = json_text(fields).encode()
    return _whole_line(text)


def _whole_line(text: bytes) -> bytes:
    return b"".join((_HEAD, f"{zlib.crc32(text):08x}".encode(), _MIDDLE, text, _TAIL))


def from_line(line: bytes) -> Entry | None:
    """Read a line back; None when it is torn or damaged."""
    text = line[_EVENT]
    if line != _whole_line(text):
        return None
    fields: Mapping[str, Any] = json.loads(text)
    values = {name: fields[name] for name in Event.__slots__ if name not in {"body", "kind"}}
    event = Event(**values, kind=Kind(fields["kind"]), body=json_text(fields["body"]))
    return Entry(event, units=tuple(UnitCopy(**copy) for copy in fields.get("units", ())))
