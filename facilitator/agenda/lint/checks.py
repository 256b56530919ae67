"""All agenda checks in their order: arithmetic, prerequisites, structure, pedagogy, people, editorial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.lint.arithmetic import day_sum, overlaps, shared_rooms, unit_ranges
from facilitator.agenda.lint.case import Rule, case_of, each_day
from facilitator.agenda.lint.editorial import access, content_notes, stale_facts
from facilitator.agenda.lint.limits import DEFAULT_LIMITS, Limits
from facilitator.agenda.lint.pedagogy import (
    active_share,
    after_lunch,
    buffers,
    debriefs,
    engagement,
    exercise_ratio,
    long_listening,
)
from facilitator.agenda.lint.people import audience_fit, audience_mix, facilitator_load, group_sizes
from facilitator.agenda.lint.prerequisites import education_first, hard_requirements, soft_requirements
from facilitator.agenda.lint.room import UNKNOWN_ROOM, Room
from facilitator.agenda.lint.structure import closing, long_stretches, missing_meal, opening, short_breaks
from facilitator.agenda.lint.transfer import measurement, recall, transfer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from facilitator.agenda.model import Agenda
    from facilitator.curriculum.unit import Unit
    from facilitator.foundation.findings import Finding

# What the reader of a programme file says already, with the line of the number that is wrong
SOUNDNESS: tuple[Rule, ...] = (
    each_day(unit_ranges),
    each_day(overlaps),
    each_day(day_sum),
    each_day(shared_rooms),
    hard_requirements,
)
JUDGEMENT: tuple[Rule, ...] = (
    education_first,
    soft_requirements,
    each_day(long_stretches),
    each_day(short_breaks),
    each_day(missing_meal),
    each_day(opening),
    each_day(closing),
    each_day(debriefs),
    each_day(long_listening),
    each_day(active_share),
    each_day(exercise_ratio),
    each_day(after_lunch),
    each_day(buffers),
    each_day(engagement),
    measurement,
    transfer,
    each_day(recall),
    each_day(group_sizes),
    each_day(facilitator_load),
    each_day(audience_fit),
    audience_mix,
    each_day(access),
    each_day(stale_facts),
    each_day(content_notes),
)
RULES = (*SOUNDNESS, *JUDGEMENT)


def lint(
    agenda: Agenda,
    units: Mapping[str, Unit],
    room: Room = UNKNOWN_ROOM,
    limits: Limits = DEFAULT_LIMITS,
    rules: Sequence[Rule] = RULES,
) -> tuple[Finding, ...]:
    """Give everything the checks find in an agenda, in their order, and by the clock within each.

    Args:
        agenda: its parked items are left alone.
        units: by id, those the agenda uses; rules are silent about one that is missing.
        room: what is known of the people and of what was agreed around the days.
        limits: where the lines are drawn.
        rules: all, unless some are said elsewhere.

    The subject of a finding is the id of a block or breakout, or of a day where it is about the day as a whole.
    """
    case = case_of(agenda, units, room, limits)
    return tuple(finding for rule in rules for finding in rule(case))
