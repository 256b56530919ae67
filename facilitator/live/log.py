"""The log of a run: what happened, in order; the store keeps it as plain values, one for each line."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from facilitator.curriculum.text import TextBlock
from facilitator.foundation.records import RecordError, Records
from facilitator.live.plan import RunPlan

NOTHING: Mapping[str, Any] = MappingProxyType({})
LOG_FORMAT = 1


class EventType(StrEnum):
    """What an event of the log is about."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    PREVIOUS = "previous"
    JUMP = "jump"
    RESTART = "restart"
    EXTEND = "extend"
    ADJUST = "adjust"
    SKIP = "skip"
    UNSKIP = "unskip"
    FINISH = "finish"
    UNDO = "undo"
    GAP_AS_PAUSE = "gap_as_pause"
    GAP_AS_CLOCK = "gap_as_clock"
    RESTORE = "restore"
    FOLLOW_CLOCK = "follow_clock"
    STEP = "step"
    DISPLAY = "display"
    SEEN = "seen"
    GAP = "gap"
    GAP_OR_SHIFT = "gap_or_shift"
    WALL_SHIFT = "wall_shift"
    OPENED = "opened"
    HEARTBEAT = "heartbeat"


COMMANDS = frozenset(
    {
        EventType.START,
        EventType.PAUSE,
        EventType.RESUME,
        EventType.NEXT,
        EventType.PREVIOUS,
        EventType.JUMP,
        EventType.RESTART,
        EventType.EXTEND,
        EventType.ADJUST,
        EventType.SKIP,
        EventType.UNSKIP,
        EventType.FINISH,
        EventType.GAP_AS_PAUSE,
        EventType.GAP_AS_CLOCK,
        EventType.RESTORE,
        EventType.FOLLOW_CLOCK,
    }
)


@dataclass(frozen=True, slots=True)
class LogEvent:
    """One event.

    Attributes:
        seq: counts up from 1 and gives the order, whatever the clocks say.
        t: seconds from the planned session start.
        boot_s, boot_id, wall_s: the clocks as they were, so that another process can go on.
        type: an :class:`EventType`; one of a newer version is kept and changes nothing.
        accepted, reason: a refused command is kept with its reason and changes nothing.
    """

    seq: int
    t: float
    boot_s: float
    boot_id: str
    wall_s: float
    type: str
    arguments: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    accepted: bool = True
    reason: str = ""

    def text(self, name: str) -> str:
        """Give an argument as text, "" when it is missing or something else."""
        value = self.arguments.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> float:
        """Give an argument as a finite number, 0 when it is missing or something else."""
        value = self.arguments.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return float(value)
        return 0.0


@dataclass(frozen=True, slots=True)
class RunHeader:
    """What stands before the events: the plan as it was, and its fingerprint."""

    run_id: str
    plan: RunPlan
    digest: str
    format: int = LOG_FORMAT

    def is_intact(self) -> bool:
        """Tell whether the plan is the one the fingerprint was taken of."""
        return self.digest == plan_digest(self.plan)


def _records() -> Records:
    return Records(TextBlock)


def header_of(run_id: str, plan: RunPlan) -> RunHeader:
    """Make the header of a new run."""
    return RunHeader(run_id, plan, plan_digest(plan))


def plan_digest(plan: RunPlan) -> str:
    """Give the SHA-256 of a plan's plain values."""
    plain = json.dumps(_records().to_plain(plan), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def header_to_plain(header: RunHeader) -> dict[str, Any]:
    """Give JSON values of a header."""
    plain: dict[str, Any] = _records().to_plain(header)
    return plain


def header_from_plain(plain: object) -> RunHeader:
    """Make a header of JSON values.

    Raises:
        RecordError: something is missing or of the wrong kind.
    """
    return _records().from_plain(plain, RunHeader)


def event_to_plain(event: LogEvent) -> dict[str, Any]:
    """Give JSON values of an event."""
    return {
        "seq": event.seq,
        "t": event.t,
        "boot_s": event.boot_s,
        "boot_id": event.boot_id,
        "wall_s": event.wall_s,
        "type": str(event.type),
        "arguments": dict(event.arguments),
        "accepted": event.accepted,
        "reason": event.reason,
    }


@dataclass(frozen=True, slots=True)
class ReadLog:
    """Events in order of their numbers, and how many lines could not be read."""

    events: tuple[LogEvent, ...]
    unreadable: int = 0


def events_from_plain(plains: Iterable[object]) -> ReadLog:
    """Make events of JSON values; what is torn, doubled or foreign is left out and counted."""
    records = Records()
    found: dict[int, LogEvent] = {}
    unreadable = 0
    for plain in plains:
        event = _event(records, plain)
        if event is None or event.seq in found:
            unreadable += 1
        else:
            found[event.seq] = event
    return ReadLog(tuple(found[seq] for seq in sorted(found)), unreadable)


def events_from_lines(lines: Iterable[str]) -> ReadLog:
    """Read events from JSON lines; a torn last line, or any other that is no event, is left out and counted."""
    plains = [_plain(line) for line in lines if line.strip()]
    return events_from_plain(plains)


def _plain(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _event(records: Records, plain: object) -> LogEvent | None:
    try:
        event = records.from_plain(plain, LogEvent)
    except RecordError:
        return None
    return event if all(math.isfinite(number) for number in (event.t, event.boot_s, event.wall_s)) else None
