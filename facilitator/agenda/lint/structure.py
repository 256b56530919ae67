"""AL01, AL02, AL03, AL07, AL08: breaks, meals, and how a day begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.lint.flow import total_minutes
from facilitator.agenda.lint.found import error, notice, warning
from facilitator.agenda.stretches import stretches
from facilitator.curriculum.unit import PAUSE_KINDS, Kind
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.agenda.content_times import TimedBlock
    from facilitator.agenda.lint.case import DayCase
    from facilitator.agenda.stretches import Stretch
    from facilitator.foundation.findings import Finding

_BREAK = frozenset({Kind.BREAK})
_AFTER_THE_END = PAUSE_KINDS | {Kind.BUFFER}


def long_stretches(case: DayCase) -> Iterator[Finding]:
    """AL01: people sit too long without a break; near the limit they should be offered to stand up."""
    for stretch in stretches(case.timed):
        if stretch.minutes <= case.limits.comfortable_stretch_minutes:
            continue
        middle, block = _where_to_pause(stretch, case.limits.comfortable_stretch_minutes)
        time = case.clock(middle)
        message = _("{n} min without a break, from {start} to {end}.").format(
            n=stretch.minutes, start=case.clock(stretch.start), end=case.clock(stretch.end)
        )
        if stretch.minutes > case.limits.stretch_minutes:
            yield error("AL01", message, _("Insert a break before {time}.").format(time=time), block.block.id)
        else:
            yield notice("AL01", message, _("Offer people to stand up at {time}.").format(time=time), block.block.id)


def _where_to_pause(stretch: Stretch, comfortable: int) -> tuple[int, TimedBlock]:
    """Give the last start of a block that leaves comfortable halves, else the middle of the stretch."""
    first, last = stretch.end - comfortable, stretch.start + comfortable
    fitting = [one for one in stretch.blocks if first <= one.start <= last and one.start > stretch.start]
    if fitting:
        return fitting[-1].start, fitting[-1]
    middle = stretch.start + stretch.minutes // 2
    running = [one for one in stretch.blocks if one.start <= middle]
    return middle, running[-1]


def short_breaks(case: DayCase) -> Iterator[Finding]:
    """AL02: a break is too short, or a long day has too few minutes of breaks; meals are no breaks here."""
    limits = case.limits
    for one in case.timed:
        if one.block.kind is Kind.BREAK and one.block.minutes < limits.break_minutes:
            message = _("The break at {time} has {n} min: too short to recover or to queue.").format(
                time=case.clock(one.start), n=one.block.minutes
            )
            yield warning("AL02", message, _("Give it {n} min.").format(n=limits.break_minutes), one.block.id)
    minutes = total_minutes(case.flow.pieces, _BREAK)
    if case.minutes >= limits.long_day_minutes and minutes / case.minutes < limits.break_share:
        message = _("Of {total} min from {start} to {end}, breaks have {n}.").format(
            total=case.minutes, start=case.clock(case.plan.start), end=case.clock(case.plan.end), n=minutes
        )
        wanted = _("Give breaks {share} % of the day.").format(share=round(limits.break_share * 100))
        yield warning("AL02", message, wanted, case.day.id)


def missing_meal(case: DayCase) -> Iterator[Finding]:
    """AL03: a long day, or one over noon, has no meal that deserves the name."""
    limits, plan = case.limits, case.plan
    over_noon = plan.start <= limits.noon_from and plan.end >= limits.noon_until
    is_long = case.minutes > limits.day_without_meal_minutes
    if not is_long and not (over_noon and case.minutes > limits.day_over_noon_minutes):
        return
    if any(one.block.kind is Kind.MEAL and one.block.minutes >= limits.meal_minutes for one in case.timed):
        return
    message = _("From {start} to {end} there is no meal of {n} min.").format(
        start=case.clock(plan.start), end=case.clock(plan.end), n=limits.meal_minutes
    )
    yield error("AL03", message, _("Add a meal of {n} min.").format(n=limits.meal_minutes), case.day.id)


def opening(case: DayCase) -> Iterator[Finding]:
    """AL07: a day begins with something else than an opening, or with too much of it.

    A later part may begin with a recap. Whether the opening names purpose, agenda and needs is up to its words.
    """
    first = case.timed[0]
    welcome = {Kind.OPENING} if case.part == 1 else {Kind.OPENING, Kind.RECAP}
    if first.block.kind not in welcome:
        message = _("The day begins at {time} with “{title}”.").format(
            time=case.clock(first.start), title=first.block.title
        )
        yield error("AL07", message, _("Begin with an opening: purpose, map, needs."), first.block.id)
    elif first.block.kind is Kind.OPENING and first.block.minutes / case.summary.work > case.limits.opening_share:
        message = _("The opening at {time} takes {n} of {work} min.").format(
            time=case.clock(first.start), n=first.block.minutes, work=case.summary.work
        )
        most = int(case.limits.opening_share * case.summary.work)
        yield error("AL07", message, _("Give it {n} min at most.").format(n=most), first.block.id)


def closing(case: DayCase) -> Iterator[Finding]:
    """AL08: the last thing people do is no closing; a buffer or a meal may still follow it.

    Whether the closing reviews, commits and asks for feedback is up to its words.
    """
    doing = [one for one in case.timed if one.block.kind not in _AFTER_THE_END]
    if doing and doing[-1].block.kind is not Kind.CLOSING:
        last = doing[-1]
        message = _("The day ends at {time} with “{title}”.").format(
            time=case.clock(last.end), title=last.block.title
        )
        yield error("AL08", message, _("End with a closing: review, next step, feedback."), last.block.id)
