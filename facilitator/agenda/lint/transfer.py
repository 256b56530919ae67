"""AL18, AL19, AL20: measuring what was learnt, carrying it to work, recalling it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.lint.found import error, warning
from facilitator.agenda.model import blocks_of
from facilitator.curriculum.unit import Kind
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.agenda.lint.case import Case, DayCase
    from facilitator.agenda.model import Block
    from facilitator.foundation.findings import Finding


def measurement(case: Case) -> Iterator[Finding]:
    """AL18: what people know is asked before or after, but not both, over all days and parts of a series.

    Silent in a part that is not the last. Not told from data: whether both times ask the same items, and whether
    the items are talked through in between.
    """
    if case.room.is_assessed_outside or not _is_last(case):
        return
    taken = [(day, block) for day in case.days for block in _blocks(day) if block.kind is Kind.ASSESSMENT]
    earlier = case.room.series.assessments_before if case.room.series else 0
    if len(taken) + earlier != 1 or not case.days:
        return
    day, subject, start = case.days[-1], case.days[-1].day.id, case.days[-1].plan.start
    if taken:
        day, subject = taken[0][0], taken[0][1].id
        slot = day.plan.slot(subject)
        start = slot.start if slot else start
    message = _("There is one assessment only (seen from {time}), so no gain can be computed.").format(
        time=day.clock(start)
    )
    yield error("AL18", message, _("Ask the same items before and after, or take the assessment out."), subject)


def transfer(case: Case) -> Iterator[Finding]:
    """AL19: nothing carries what was learnt to work: no plan is made, or no follow-up is agreed.

    The parts of a series count together, and are followed up after the last one.
    """
    series, limits = case.room.series, case.limits
    total = sum(day.minutes for day in case.days) + (series.minutes_before if series else 0)
    if not case.days or total < limits.transfer_total_minutes or not _is_last(case):
        return
    last = case.days[-1]
    words = {"time": last.clock(last.plan.end)}
    if case.room.roles.transfer_tracks and not _makes_plans(case):
        message = _("Until the end at {time}, nobody writes down what to do at work.").format(**words)
        yield warning("AL19", message, _("Add a unit that commits people to a plan."), last.day.id)
    if case.room.has_follow_up is False:
        message = _("After the end at {time} there is no follow-up.").format(**words)
        yield warning("AL19", message, _("Set a date for it, 14 to 60 days later."), last.day.id)


def _makes_plans(case: Case) -> bool:
    """Tell whether a unit of transfer is taught, now or in an earlier part; one that is not known may be one."""
    earlier = case.room.series.units_before if case.room.series else frozenset()
    taught = earlier.union(block.unit_id for day in case.days for block in _blocks(day) if block.unit_id)
    units = [case.units.get(unit_id) for unit_id in taught]
    return any(unit is None or unit.track in case.room.roles.transfer_tracks for unit in units)


def recall(case: DayCase) -> Iterator[Finding]:
    """AL20: a later day or part does not begin with recalling the one before."""
    first = case.timed[0]
    is_recap = first.block.kind is Kind.RECAP and first.block.minutes >= case.limits.recap_minutes
    if case.part == 1 or is_recap:
        return
    message = _("Part {n} begins at {time} without recalling what came before.").format(
        n=case.part, time=case.clock(first.start)
    )
    way_out = _("Begin with a recap of {n} min: recall first, slides after.").format(n=case.limits.recap_minutes)
    yield warning("AL20", message, way_out, first.block.id)


def _is_last(case: Case) -> bool:
    return case.room.series is None or case.room.series.part >= case.room.series.parts


def _blocks(case: DayCase) -> Iterator[Block]:
    for item in case.day.items:
        yield from (block for block in blocks_of(item) if block.minutes > 0)
