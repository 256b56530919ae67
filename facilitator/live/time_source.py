"""Session time from the clocks of the computer: it runs on while the computer sleeps, and nobody can set it.

Time is never counted in ticks; it is worked out from two readings of the clocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.foundation.clocks import Instant

GAP_S = 5.0
SHIFT_S = 2.0


class NoticeKind(StrEnum):
    """What the clocks gave away between two readings; the values are event types of the log."""

    GAP = "gap"
    GAP_OR_SHIFT = "gap_or_shift"
    WALL_SHIFT = "wall_shift"


@dataclass(frozen=True, slots=True)
class ClockNotice:
    """One thing noticed: time that passed unseen from ``from_s`` to ``to_s``, or ``seconds`` of a clock set."""

    kind: NoticeKind
    seconds: float
    from_s: float
    to_s: float


@dataclass(frozen=True, slots=True)
class TimeAnchor:
    """The last reading and what it meant.

    Attributes:
        t: session time of the reading; 0 is the planned start.
        steady_s: the clock that is followed: the one that counts sleep, or the best there is.
        wall_less_steady_s: difference at the last time the wall clock was found to be set.
    """

    t: float
    steady_s: float
    wall_s: float
    wall_less_steady_s: float
    boot_id: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Session time at an instant, the anchor for the next reading, and what was noticed."""

    anchor: TimeAnchor
    notices: tuple[ClockNotice, ...] = ()

    @property
    def t(self) -> float:
        """Give the session time."""
        return self.anchor.t


def first_reading(now: Instant, planned_start_wall_s: float) -> Reading:
    """Begin: session time is what the wall clock says against the planned start, this once."""
    return Reading(_anchored(now, now.wall_s - planned_start_wall_s))


def next_reading(anchor: TimeAnchor, now: Instant) -> Reading:
    """Go on from an earlier reading of the same process."""
    steady = max(0.0, _steady(now) - anchor.steady_s)
    shift = now.wall_s - _steady(now) - anchor.wall_less_steady_s
    if not now.boot_counts_sleep and shift >= GAP_S:
        return _perhaps_asleep(anchor, now, steady, shift)
    t = anchor.t + steady
    notices = [ClockNotice(NoticeKind.GAP, steady, anchor.t, t)] if steady >= GAP_S else []
    return _watch_wall(anchor, now, t, notices)


def reading_after_restart(anchor: TimeAnchor, now: Instant) -> Reading:
    """Go on from the last reading of another process, which has crashed or was closed.

    The steady clock holds while the computer was not restarted; else the wall clock must do, never backwards.
    """
    same_boot = now.boot_id != "" and now.boot_id == anchor.boot_id and _steady(now) >= anchor.steady_s
    if same_boot and now.boot_counts_sleep:
        return _watch_wall(anchor, now, anchor.t + _steady(now) - anchor.steady_s, [])
    return Reading(_anchored(now, anchor.t + max(0.0, now.wall_s - anchor.wall_s)))


def kept_anchor(t: float, boot_s: float, wall_s: float, boot_id: str) -> TimeAnchor:
    """Make an anchor of what the last event of a log kept."""
    return TimeAnchor(t, boot_s, wall_s, wall_s - boot_s, boot_id)


def _perhaps_asleep(anchor: TimeAnchor, now: Instant, steady: float, shift: float) -> Reading:
    t = anchor.t + steady + shift
    return Reading(_anchored(now, t), (ClockNotice(NoticeKind.GAP_OR_SHIFT, shift, t - shift, t),))


def _watch_wall(anchor: TimeAnchor, now: Instant, t: float, notices: list[ClockNotice]) -> Reading:
    shift = now.wall_s - _steady(now) - anchor.wall_less_steady_s
    if abs(shift) >= SHIFT_S:
        notices.append(ClockNotice(NoticeKind.WALL_SHIFT, shift, t, t))
        return Reading(_anchored(now, t), tuple(notices))
    kept = TimeAnchor(t, _steady(now), now.wall_s, anchor.wall_less_steady_s, now.boot_id)
    return Reading(kept, tuple(notices))


def _anchored(now: Instant, t: float) -> TimeAnchor:
    return TimeAnchor(t, _steady(now), now.wall_s, now.wall_s - _steady(now), now.boot_id)


def _steady(now: Instant) -> float:
    return now.boot_s if now.boot_counts_sleep else now.mono_s
