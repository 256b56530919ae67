"""What the console offers when the run is late or ahead: a few options side by side, each with its new end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.live.breaks import short_breaks
from facilitator.live.log import EventType
from facilitator.live.projection import Expected, Projection, project
from facilitator.live.recovery import (
    Coming,
    Cuts,
    cascade,
    compress,
    drop_optional,
    push_end,
    rounded,
    shorten_breaks,
)
from facilitator.live.rules import fixed_end_s, fixed_start_s, planned_start_s
from facilitator.live.state import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.live.state import RunState
    from facilitator.live.timetable import Timetable

WORTH_IT_S = 60.0


class Way(StrEnum):
    """How an option catches up, or spends time that was won."""

    DROP = "drop"
    COMPRESS = "compress"
    BREAKS = "breaks"
    CASCADE = "cascade"
    KEEP_ALL = "keep-all"
    BRING_BACK = "bring-back"
    LENGTHEN = "lengthen"
    LONGER_BREAK = "longer-break"
    BACK_LATER = "back-later"


@dataclass(frozen=True, slots=True)
class Change:
    """One command an option consists of: skip, unskip, adjust or extend; ``seconds`` for the last two."""

    kind: EventType
    unit_id: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Option:
    """One option: what it would do and when the session would then end.

    Attributes:
        units: how many units it touches; ``title`` is that of the only or first one.
        residual_s: seconds that stay late.
        short_breaks: ids of "back at" breaks that are left with less than their floor; offer to move their end.
    """

    way: Way
    changes: tuple[Change, ...]
    finish_s: float
    finish_drift_s: float
    residual_s: float = 0.0
    units: int = 0
    title: str = ""
    short_breaks: tuple[str, ...] = ()


def late_options(table: Timetable, state: RunState, t: float, anchor: str = "") -> tuple[Option, ...]:
    """Give at most three ways to catch up, the last of them to keep everything; () when not late.

    With ``anchor``, the id of a coming unit such as lunch, it is that unit that should begin on time.
    """
    projection = project(table, state, t)
    need = _need_s(table, state, projection, anchor)
    if need < WORTH_IT_S:
        return ()
    chain = critical_chain(table, state, projection, anchor)
    options = [_option(table, state, t, way, cuts, chain) for way, cuts in _ways(chain, need)]
    useful = [option for option in options if option.changes]
    return (*_best(useful), _option(table, state, t, Way.KEEP_ALL, push_end(need), chain))


def _ways(chain: Sequence[Coming], need: float) -> list[tuple[Way, Cuts]]:
    ways: tuple[tuple[Way, Callable[[Sequence[Coming], float], Cuts]], ...] = (
        (Way.DROP, drop_optional),
        (Way.COMPRESS, compress),
        (Way.BREAKS, shorten_breaks),
        (Way.CASCADE, cascade),
    )
    return [(way, rounded(take(chain, need), chain)) for way, take in ways]


def _best(options: Sequence[Option]) -> tuple[Option, ...]:
    """Simple ways that are enough come first; the combined one helps where no simple one is."""
    enough = [option for option in options if option.residual_s <= 0 and option.way is not Way.CASCADE]
    if enough:
        return tuple(enough[:2])
    different = {option.changes: option for option in sorted(options, key=lambda option: option.residual_s)}
    return tuple(different.values())[:2]


def _need_s(table: Timetable, state: RunState, projection: Projection, anchor: str) -> float:
    if not anchor:
        return 0.0 if state.status is Status.FINISHED else projection.finish_drift_s
    expected = next((e for e in projection.coming if table.units[e.index].id == anchor), None)
    return 0.0 if expected is None else expected.start_s - planned_start_s(table, state, expected.index)


def critical_chain(table: Timetable, state: RunState, projection: Projection, anchor: str = "") -> tuple[Coming, ...]:
    """Give the coming units whose length counts: those after the last fixed time that is still kept.

    With ``anchor`` only those before it.
    """
    chain: list[Coming] = []
    end = None if projection.current is None else projection.current.end_s
    for expected in projection.coming:
        if anchor and table.units[expected.index].id == anchor:
            break
        fixed = fixed_start_s(table, state, expected.index)
        if fixed is not None and end is not None and end <= fixed:
            chain.clear()
        until = fixed_end_s(table, state, expected.index)
        if until is not None and expected.end_s <= until:
            chain.clear()
        else:
            chain.append(_coming(table, expected))
        end = expected.end_s
    return tuple(chain)


def _coming(table: Timetable, expected: Expected) -> Coming:
    unit = table.units[expected.index]
    length = expected.end_s - expected.start_s
    return Coming(unit.id, length, unit.kind, unit.min_s, unit.optional, unit.fixed_end_s is not None)


def _option(table: Timetable, state: RunState, t: float, way: Way, cuts: Cuts, chain: Sequence[Coming]) -> Option:
    lengths = {unit.unit_id: unit.length_s for unit in chain}
    changes = tuple(
        [Change(EventType.SKIP, name) for name in cuts.dropped]
        + [Change(EventType.ADJUST, name, seconds - lengths[name]) for name, seconds in cuts.shortened]
    )
    after = project(table, with_changes(table, state, changes), t)
    first = table.index(changes[0].unit_id) if changes else None
    return Option(
        way=way,
        changes=changes,
        finish_s=after.finish_s,
        finish_drift_s=after.finish_drift_s,
        residual_s=cuts.residual_s,
        units=len(changes),
        title="" if first is None else table.units[first].title,
        short_breaks=tuple(table.units[short.index].id for short in short_breaks(table, after)),
    )


def with_changes(table: Timetable, state: RunState, changes: Sequence[Change]) -> RunState:
    """Give the state as it would be with changes of coming units, for the look ahead."""
    adjustments, skipped = list(state.adjustments), set(state.skipped)
    for change in changes:
        index = table.index(change.unit_id)
        if index is None:
            continue
        if change.kind is EventType.ADJUST:
            adjustments[index] += change.seconds
        elif change.kind is EventType.SKIP:
            skipped.add(index)
        elif change.kind is EventType.UNSKIP:
            skipped.discard(index)
    return replace(state, adjustments=tuple(adjustments), skipped=frozenset(skipped))


def single_option(table: Timetable, state: RunState, t: float, way: Way, change: Change) -> Option:
    """Give the option of one change of a coming unit."""
    after = project(table, with_changes(table, state, (change,)), t)
    index = table.index(change.unit_id)
    title = "" if index is None else table.units[index].title
    return Option(way, (change,), after.finish_s, after.finish_drift_s, 0.0, 1, title)
