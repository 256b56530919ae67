"""What the trainer should know or decide while the run goes on; never more than a line, never a box."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.foundation.words import _
from facilitator.live.breaks import ShortBreak, short_breaks
from facilitator.live.labels import span_words
from facilitator.live.state import GapKind

if TYPE_CHECKING:
    from facilitator.live.projection import Projection
    from facilitator.live.state import RunState
    from facilitator.live.timetable import Timetable

SHOWN_SHIFT_S = 30.0


class NoticeAbout(StrEnum):
    """What a notice is about; the console offers the answers that fit."""

    ASLEEP = "asleep"  # count it, or treat it as a pause
    ASLEEP_WHILE_PAUSED = "asleep-while-paused"  # nothing to decide
    ASLEEP_OR_CLOCK = "asleep-or-clock"  # count it, treat it as a pause, or the clock was set
    INTERRUPTED = "interrupted"  # continue, leave it out, or stay paused
    CLOCK = "clock"  # keep the plan, or follow the clock
    SHORT_BREAK = "short-break"  # leave it, or come back later


@dataclass(frozen=True, slots=True)
class RunNotice:
    """One notice; ``seconds`` may be negative for a clock that was set back, ``unit_id`` is that of a short break."""

    about: NoticeAbout
    seconds: float
    words: str
    unit_id: str = ""


def notices_of(table: Timetable, state: RunState, projection: Projection) -> tuple[RunNotice, ...]:
    """Give what waits for an answer; a clock set by less than half a minute is not worth a line."""
    found = (_gap(state), _outage(state), _clock(state))
    breaks = short_breaks(table, projection) if state.is_live else ()
    short = [_short(table, one) for one in breaks if table.units[one.index].id not in state.breaks_seen]
    return (*(notice for notice in found if notice is not None), *short)


def _short(table: Timetable, short: ShortBreak) -> RunNotice:
    unit = table.units[short.index]
    words = _("Only {span} are left of {title}.").format(span=span_words(short.left_s), title=unit.title)
    return RunNotice(NoticeAbout.SHORT_BREAK, short.left_s, words, unit.id)


def _gap(state: RunState) -> RunNotice | None:
    gap = state.gap
    if gap is None or not state.is_live:
        return None
    span = span_words(gap.seconds)
    if not gap.was_running:
        words = _("The computer was asleep for {span} during the pause.").format(span=span)
        return RunNotice(NoticeAbout.ASLEEP_WHILE_PAUSED, gap.seconds, words)
    if gap.kind is GapKind.GAP_OR_SHIFT:
        words = _("The computer was asleep for {span}, or its clock was set. The time counts.").format(span=span)
        return RunNotice(NoticeAbout.ASLEEP_OR_CLOCK, gap.seconds, words)
    words = _("The computer was asleep for {span}. The time counts.").format(span=span)
    return RunNotice(NoticeAbout.ASLEEP, gap.seconds, words)


def _outage(state: RunState) -> RunNotice | None:
    if state.outage is None or not state.is_live:
        return None
    seconds = state.outage.seconds
    words = _("The session was interrupted for {span}. The clock went on.").format(span=span_words(seconds))
    return RunNotice(NoticeAbout.INTERRUPTED, seconds, words)


def _clock(state: RunState) -> RunNotice | None:
    seconds = state.unseen_shift_s
    if abs(seconds) < SHOWN_SHIFT_S:
        return None
    span = span_words(abs(seconds))
    words = (
        _("The computer's clock was set {span} ahead. The session clock is not affected.")
        if seconds > 0
        else _("The computer's clock was set {span} back. The session clock is not affected.")
    )
    return RunNotice(NoticeAbout.CLOCK, seconds, words.format(span=span))
