"""The words and digits of the console."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from facilitator.foundation.words import _
from facilitator.live.labels import (
    WallLabels,
    countdown_text,
    drift_words,
    elapsed_text,
    finish_words,
    span_words,
)
from facilitator.live.log import EventType, LogEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.live.plan import PlannedUnit
    from facilitator.live.projection import Projection
    from facilitator.live.unit_times import UnitTimes


@dataclass(frozen=True, slots=True)
class RunWords:
    """Texts ready to be shown; "" where there is nothing to say.

    Attributes:
        clock: the time it is, ``10:12``.
        drift: ``6 min behind``; finish: ``still ends 12:30``; finish_time: ``12:30``.
        due: when the unit should end; next_start: when the next one is expected.
        undo: what undo would take back, ``Undo: next``.
    """

    clock: str
    drift: str
    finish: str
    finish_time: str
    remaining: str = ""
    elapsed: str = ""
    step_remaining: str = ""
    cue_remaining: str = ""
    due: str = ""
    paused: str = ""
    waiting: str = ""
    next_title: str = ""
    next_start: str = ""
    undo: str = ""


def words_of(
    t: float,
    projection: Projection,
    times: UnitTimes | None,
    next_unit: PlannedUnit | None,
    undoes: LogEvent | None,
    labels: WallLabels,
) -> RunWords:
    """Give the texts of one instant."""
    finish = labels.minute(projection.finish_s)
    coming = projection.coming[0] if projection.coming else None
    return RunWords(
        clock=labels.clock(t),
        drift=drift_words(projection.drift_s),
        finish=finish_words(projection.finish_drift_s, finish),
        finish_time=finish,
        remaining="" if times is None else countdown_text(times.remaining_s),
        elapsed="" if times is None else elapsed_text(times.elapsed_s),
        step_remaining=_countdown(None if times is None else times.step_remaining_s),
        cue_remaining=_countdown(None if times is None else times.cue_remaining_s),
        due="" if times is None else labels.minute(times.due_s),
        paused=_paused(times),
        waiting=_waiting(times),
        next_title="" if next_unit is None else next_unit.title,
        next_start="" if coming is None else labels.minute(coming.start_s),
        undo="" if undoes is None else undo_words(undoes.type),
    )


def _countdown(seconds: float | None) -> str:
    return "" if seconds is None else countdown_text(seconds)


def _paused(times: UnitTimes | None) -> str:
    if times is None or times.paused_s <= 0:
        return ""
    return _("paused for {span}").format(span=span_words(times.paused_s))


def _waiting(times: UnitTimes | None) -> str:
    if times is None or times.wait_s is None:
        return ""
    return _("next in {countdown}").format(countdown=countdown_text(times.wait_s))


def undo_words(kind: str) -> str:
    """Say what undo would take back."""
    words = _UNDO_WORDS.get(kind)
    return _("Undo") if words is None else words()


# Looked up when asked: every look into the catalogue costs, and a view is made several times a second
_UNDO_WORDS: MappingProxyType[str, Callable[[], str]] = MappingProxyType(
    {
        EventType.START: lambda: _("Undo: start"),
        EventType.PAUSE: lambda: _("Undo: pause"),
        EventType.RESUME: lambda: _("Undo: resume"),
        EventType.NEXT: lambda: _("Undo: next"),
        EventType.PREVIOUS: lambda: _("Undo: back"),
        EventType.JUMP: lambda: _("Undo: jump"),
        EventType.RESTART: lambda: _("Undo: restart"),
        EventType.EXTEND: lambda: _("Undo: change of time"),
        EventType.ADJUST: lambda: _("Undo: change of plan"),
        EventType.SKIP: lambda: _("Undo: skip"),
        EventType.UNSKIP: lambda: _("Undo: bring back"),
        EventType.FINISH: lambda: _("Undo: finish"),
        EventType.GAP_AS_PAUSE: lambda: _("Undo: treat as pause"),
        EventType.GAP_AS_CLOCK: lambda: _("Undo: clock was set"),
        EventType.RESTORE: lambda: _("Undo: leave the interruption out"),
        EventType.FOLLOW_CLOCK: lambda: _("Undo: follow the clock"),
    }
)
