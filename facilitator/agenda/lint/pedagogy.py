"""AL04, AL05, AL06, AL09, AL10, AL11, AL14: listening and doing, debriefs, slack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.lint.flow import (
    NEUTRAL_KINDS,
    PASSIVE_KINDS,
    is_pause,
    passive_runs,
    runs,
    total_minutes,
)
from facilitator.agenda.lint.found import error, notice, warning
from facilitator.curriculum.unit import PAUSE_KINDS, Kind
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.agenda.lint.case import DayCase
    from facilitator.agenda.lint.flow import Piece
    from facilitator.foundation.findings import Finding

# Credit rules count what people do or are asked; a debrief alone is not on their list
_UNENGAGED = PASSIVE_KINDS | {Kind.DEBRIEF}
_EXERCISE = frozenset({Kind.EXERCISE})
_EXERCISE_OR_UNKNOWN = _EXERCISE | {Kind.UNIT}
_BUFFER = frozenset({Kind.BUFFER})


def long_listening(case: DayCase) -> Iterator[Finding]:
    """AL04: people listen too long without a word or a deed in between."""
    limits = case.limits
    for run in passive_runs(case.flow.pieces):
        minutes = total_minutes(run)
        if minutes > limits.passive_run_minutes:
            say = error if minutes > limits.longest_passive_run_minutes else warning
            message = _("{n} min of listening, from {start} to {end}.").format(
                n=minutes, start=case.clock(run[0].start), end=case.clock(run[-1].end)
            )
            yield say("AL04", message, _("Add a question, a poll or a task in pairs."), run[0].block.id)


def active_share(case: DayCase) -> Iterator[Finding]:
    """AL05: too little of the day is active; silent while the steps of a unit are not known."""
    numbers, limits = case.summary, case.limits
    if _has_unknown(case.flow.pieces) or not numbers.learning or numbers.active_share >= limits.active_share:
        return
    say = error if numbers.active_share < limits.least_active_share else warning
    message = _("From {start} to {end} only {share} % is active.").format(
        start=case.clock(case.plan.start), end=case.clock(case.plan.end), share=_percent(numbers.active_share)
    )
    way_out = _("Trade talk for tasks until at least {n} % is active.").format(n=_percent(limits.active_share))
    yield say("AL05", message, way_out, case.day.id)


def exercise_ratio(case: DayCase) -> Iterator[Finding]:
    """AL06: more telling than doing; silent while the steps of a unit are not known."""
    numbers, ratio = case.summary, case.summary.exercise_ratio
    if _has_unknown(case.flow.pieces) or ratio is None or ratio >= case.limits.exercise_ratio:
        return
    message = _("From {start} to {end} there are {told} min of telling and {done} of doing.").format(
        start=case.clock(case.plan.start),
        end=case.clock(case.plan.end),
        told=numbers.passive,
        done=numbers.exercise,
    )
    talkers = ", ".join(_talkers(case.flow.pieces))
    yield warning("AL06", message, _("Trim the slides in {units}.").format(units=talkers), case.day.id)


def _talkers(pieces: Sequence[Piece]) -> list[str]:
    """Name the blocks that tell more than they let do, in order."""
    balance: dict[str, int] = {}
    for piece in pieces:
        name = piece.block.unit_id or piece.block.title
        sign = (piece.kind in PASSIVE_KINDS) - (piece.kind is Kind.EXERCISE)
        balance[name] = balance.get(name, 0) + sign * piece.minutes
    return [name for name, minutes in balance.items() if minutes > 0]


def after_lunch(case: DayCase) -> Iterator[Finding]:
    """AL09: after lunch people listen long, or wait long for something to do.

    Without a meal in the day, the dip begins with the first block that starts in the early afternoon. Silent
    where the day ends before an exercise was due.
    """
    limits, pieces = case.limits, case.flow.pieces
    for begin in _dips(case):
        rest = [piece for piece in pieces if piece.start >= begin and not is_pause(piece)]
        inside = [piece for piece in rest if piece.start < begin + limits.dip_minutes]
        listening = max((total_minutes(run) for run in passive_runs(inside)), default=0)
        first = inside[0].block.id if inside else case.day.id
        if listening > limits.dip_passive_run_minutes:
            message = _("After {time}, when people are tired, they listen for {n} min.").format(
                time=case.clock(begin), n=listening
            )
            yield warning("AL09", message, _("Put doing first after lunch."), first)
        due = begin + limits.dip_exercise_within_minutes
        early = [piece for piece in rest if piece.start <= due]
        if rest and rest[-1].end > due and not any(piece.kind in _EXERCISE_OR_UNKNOWN for piece in early):
            message = _("After {time}, when people are tired, no exercise begins within {n} min.").format(
                time=case.clock(begin), n=limits.dip_exercise_within_minutes
            )
            yield warning("AL09", message, _("Put doing first after lunch."), first)


def _dips(case: DayCase) -> list[int]:
    meals = [one.end for one in case.timed if one.block.kind is Kind.MEAL]
    if meals:
        return meals
    limits = case.limits
    afternoon = [
        one.start for one in case.timed if not one.is_pause and limits.dip_from <= one.start <= limits.dip_until
    ]
    return afternoon[:1]


def debriefs(case: DayCase) -> Iterator[Finding]:
    """AL10: an exercise has no debrief, or a short one, before the next exercise, break or meal.

    Every strand is looked at; what all do after the breakout may be its debrief.
    """
    limits = case.limits
    for walk in case.flow.walks:
        pieces = (*walk.own, *walk.after)
        for index, piece in enumerate(walk.own):
            if piece.kind is not Kind.EXERCISE or piece.minutes < limits.debriefed_exercise_minutes:
                continue
            minutes = _debrief_after(pieces[index + 1 :])
            share = minutes / piece.minutes
            if minutes >= limits.debrief_minutes and share >= limits.debrief_share:
                continue
            say = warning if minutes else error
            words = {"title": piece.title, "time": case.clock(piece.start), "x": piece.minutes, "n": minutes}
            short = _("The exercise “{title}” at {time} has {x} min and its debrief only {n}.")
            message = short if minutes else _("The exercise “{title}” at {time} has no debrief.")
            wanted = _("Debrief it for a quarter of its time and at least {n} min before anything else begins.")
            yield say("AL10", message.format(**words), wanted.format(n=limits.debrief_minutes), piece.block.id)


def _debrief_after(pieces: Sequence[Piece]) -> int:
    minutes = 0
    for piece in pieces:
        if piece.kind is Kind.EXERCISE or is_pause(piece):
            break
        minutes += piece.minutes if piece.kind is Kind.DEBRIEF else 0
    return minutes


def buffers(case: DayCase) -> Iterator[Finding]:
    """AL11: a day has too little slack, or a lot, or a half of it has none; short sittings need none."""
    numbers, limits = case.summary, case.limits
    if case.minutes < limits.buffered_day_minutes or not numbers.work:
        return
    words = {
        "start": case.clock(case.plan.start),
        "end": case.clock(case.plan.end),
        "n": numbers.buffer,
        "work": numbers.work,
    }
    message = _("From {start} to {end}, {n} of {work} min are buffer.").format(**words)
    if numbers.buffer_share < limits.buffer_share:
        yield warning("AL11", message, _("Plan slack: talk overruns."), case.day.id)
    elif numbers.buffer_share > limits.much_buffer_share:
        yield notice("AL11", message, _("Use some of it, or end earlier."), case.day.id)
    for half in _halves(case.flow.pieces) if numbers.buffer else ():
        if not total_minutes(half, _BUFFER):
            message = _("From {start} to {end} there is no buffer.").format(
                start=case.clock(half[0].start), end=case.clock(half[-1].end)
            )
            yield notice("AL11", message, _("Move some of the slack there."), half[0].block.id)


def _halves(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Give what is done before, between and after the meals; breaks split nothing."""
    halves: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind is Kind.MEAL:
            halves.append([])
        elif piece.kind is not Kind.BREAK:
            halves[-1].append(piece)
    return [half for half in halves if half]


def engagement(case: DayCase) -> Iterator[Finding]:
    """AL14: so many minutes of content without an exercise, a question or an assessment; pauses are no content."""
    for run in runs(case.flow.pieces, _UNENGAGED, NEUTRAL_KINDS | PAUSE_KINDS):
        minutes = total_minutes(run)
        if minutes >= case.limits.engagement_minutes:
            say = error if case.room.gives_credit else warning
            message = _("{n} min of content from {start} to {end} ask nothing of people.").format(
                n=minutes, start=case.clock(run[0].start), end=case.clock(run[-1].end)
            )
            yield say(
                "AL14",
                message,
                _("Credit rules expect an interaction every {n} min: ask, poll or let them try.").format(
                    n=case.limits.engagement_minutes
                ),
                run[0].block.id,
            )


def _has_unknown(pieces: Sequence[Piece]) -> bool:
    return any(piece.kind is Kind.UNIT for piece in pieces)


def _percent(share: float) -> str:
    return f"{share * 100:.3g}"
