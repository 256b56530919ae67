"""What the checks need to know beside the agenda and its units. What is not known keeps its rules silent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from facilitator.curriculum.audience import Profile
from facilitator.curriculum.pack import NO_ROLES, CheckRoles, Fact


@dataclass(frozen=True, slots=True)
class Series:
    """What came before, when the agenda is one part of a series.

    Attributes:
        part, parts: the number of this part, and of the last one.
        units_before: ids of the units taught in earlier parts.
        minutes_before: of all earlier parts, breaks included.
        assessments_before: how many assessments were taken in earlier parts.
    """

    part: int
    parts: int
    units_before: frozenset[str] = frozenset()
    minutes_before: int = 0
    assessments_before: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """The people, and what was agreed around the days; None wherever nobody has said.

    Attributes:
        profiles: the audiences present.
        people: how many come.
        facilitators: how many lead.
        pre_reads: ids of the units sent out as pre-read cards.
        has_follow_up: whether a date 14 to 60 days after the last day is set.
        is_assessed_outside: whether the first or the last assessment is taken before or after the days.
        gives_credit: whether credit hours are claimed, whose rules ask for more interaction.
        facts: what is known of the facts the units cite.
        today: the day for which facts must be fresh.
        roles: which audiences, tracks and units of the pack play a part in the checks.
        series: the series this agenda is a part of, None when it stands alone.
    """

    profiles: tuple[Profile, ...] | None = None
    people: int | None = None
    facilitators: int | None = None
    pre_reads: frozenset[str] | None = None
    has_follow_up: bool | None = None
    is_assessed_outside: bool = False
    gives_credit: bool = False
    facts: tuple[Fact, ...] | None = None
    today: dt.date | None = None
    roles: CheckRoles = NO_ROLES
    series: Series | None = None


UNKNOWN_ROOM = Room()
