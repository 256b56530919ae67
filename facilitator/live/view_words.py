"""The words and digits of the console."""

from __future__ import annotations

from dataclasses import dataclass
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
    words = {
        EventType.START: _("Undo: start"),
        EventType.PAUSE: _("Undo: pause"),
        EventType.RESUME: _("Undo: resume"),
        EventType.NEXT: _("Undo: next"),
        EventType.PREVIOUS: _("Undo: back"),
        EventType.JUMP: _("Undo: jump"),
        EventType.RESTART: _("Undo: restart"),
        EventType.EXTEND: _("Undo: change of time"),
        EventType.ADJUST: _("Undo: change of plan"),
        EventType.SKIP: _("Undo: skip"),
        EventType.UNSKIP: _("Undo: bring back"),
        EventType.FINISH: _("Undo: finish"),
        EventType.GAP_AS_PAUSE: _("Undo: treat as pause"),
        EventType.GAP_AS_CLOCK: _("Undo: clock was set"),
        EventType.RESTORE: _("Undo: leave the interruption out"),
        EventType.FOLLOW_CLOCK: _("Undo: follow the clock"),
    }
    return next((text for event, text in words.items() if event == kind), _("Undo"))
