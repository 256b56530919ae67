"""What to do with time that was won; nothing is ever pulled forward by itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from facilitator.curriculum.unit import PAUSE_KINDS
from facilitator.live.breaks import ShortBreak, short_breaks
from facilitator.live.log import EventType
from facilitator.live.offers import WORTH_IT_S, Change, Option, Way, single_option
from facilitator.live.projection import Projection, project

if TYPE_CHECKING:
    from facilitator.live.state import RunState
    from facilitator.live.timetable import Timetable


def ahead_options(table: Timetable, state: RunState, t: float) -> tuple[Option, ...]:
    """Give ways to use time that was won: bring back a skipped unit, lengthen the running one, or a break."""
    projection = project(table, state, t)
    won = -projection.finish_drift_s
    if not state.is_live or won < WORTH_IT_S:
        return ()
    whole = 60.0 * int(won / 60)
    options = (
        _bring_back(table, state, t, won),
        _lengthen(table, state, projection, whole),
        _longer_break(table, state, t, projection, whole),
    )
    return tuple(option for option in options if option is not None)


def _bring_back(table: Timetable, state: RunState, t: float, won: float) -> Option | None:
    """The longest skipped unit ahead that fits; of equals the earlier one."""
    ahead = [i for i in sorted(state.skipped) if state.visit is not None and i > state.visit.index]
    fitting = [i for i in ahead if table.units[i].planned_s + state.adjustments[i] <= won]
    if not fitting:
        return None
    index = max(fitting, key=lambda i: table.units[i].planned_s + state.adjustments[i])
    return single_option(table, state, t, Way.BRING_BACK, Change(EventType.UNSKIP, table.units[index].id))


def _lengthen(table: Timetable, state: RunState, projection: Projection, whole: float) -> Option | None:
    if state.visit is None:
        return None
    finish, drift = projection.finish_s + whole, projection.finish_drift_s + whole
    unit = table.units[state.visit.index]
    return Option(Way.LENGTHEN, (Change(EventType.EXTEND, unit.id, whole),), finish, drift, 0.0, 1, unit.title)


def _longer_break(table: Timetable, state: RunState, t: float, projection: Projection, whole: float) -> Option | None:
    for expected in projection.coming:
        unit = table.units[expected.index]
        if unit.kind in PAUSE_KINDS and unit.fixed_end_s is None:
            return single_option(table, state, t, Way.LONGER_BREAK, Change(EventType.ADJUST, unit.id, whole))
    return None


def back_later_options(table: Timetable, state: RunState, t: float) -> tuple[Option, ...]:
    """Give, for every "back at" break that has become too short, the option to come back later by whole minutes."""
    return tuple(
        single_option(table, state, t, Way.BACK_LATER, _back_later(table, short))
        for short in short_breaks(table, project(table, state, t))
    )


def _back_later(table: Timetable, short: ShortBreak) -> Change:
    missing = 60.0 * math.ceil((short.floor_s - short.left_s) / 60)
    return Change(EventType.ADJUST, table.units[short.index].id, missing)
