"""Times and lateness in words and digits, as the windows show them."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.foundation.words import _, ngettext

if TYPE_CHECKING:
    from datetime import tzinfo

    from facilitator.live.plan import Cue, RunPlan

ON_TIME_S = 30.0
LAST_WALL_S = 31_900_000_000.0


def countdown_text(remaining_s: float) -> str:
    """Write a remaining time: rounded up, ``0:00`` until one second over, then ``+m:ss``.

    Rounding up here and down in :func:`elapsed_text` keeps the sum of both constant on the screen.
    """
    exact = round(remaining_s, 3)
    if exact > -1:
        return _digits(max(0, math.ceil(exact)))
    return f"+{_digits(math.floor(-exact))}"


def elapsed_text(elapsed_s: float) -> str:
    """Write an elapsed time, rounded down; before the start it is ``0:00``."""
    return _digits(max(0, math.floor(round(elapsed_s, 3))))


def _digits(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if minutes < 60:
        return f"{minutes}:{rest:02d}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}"


def whole_minutes(seconds: float) -> int:
    """Round to whole minutes, halves away from zero."""
    return int(math.copysign(math.floor(abs(seconds) / 60 + 0.5), seconds))


def drift_words(drift_s: float) -> str:
    """Say how late it is: ``6 min behind``, ``3 min ahead``, or ``on time`` within half a minute."""
    if abs(drift_s) <= ON_TIME_S:
        return _("on time")
    minutes = abs(whole_minutes(drift_s))
    if drift_s > 0:
        return ngettext("{minutes} min behind", "{minutes} min behind", minutes).format(minutes=minutes)
    return ngettext("{minutes} min ahead", "{minutes} min ahead", minutes).format(minutes=minutes)


def finish_words(finish_drift_s: float, finish_label: str) -> str:
    """Say how the session will end: ``still ends 12:30``, ``ends 12:38, 8 min behind``."""
    if abs(finish_drift_s) <= ON_TIME_S:
        return _("still ends {time}").format(time=finish_label)
    return _("ends {time}, {drift}").format(time=finish_label, drift=drift_words(finish_drift_s))


def span_words(seconds: float) -> str:
    """Say a length of time: ``40 s``, ``8 min``, ``1 h 5 min``."""
    if seconds < 60:
        return _("{seconds} s").format(seconds=round(seconds))
    hours, minutes = divmod(whole_minutes(seconds), 60)
    if hours:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return _("{minutes} min").format(minutes=minutes)


def round_label(cue: Cue) -> str:
    """Say which round of how many a timed part is, ``2 of 3``; "" when there is only one."""
    if cue.round_count < 2:
        return ""
    return _("{number} of {count}").format(number=cue.round_number, count=cue.round_count)


def grouping_words(grouping: str, size: int = 0) -> str:
    """Say how people work: ``in pairs``, ``in groups of 4``; "" for a grouping it does not know."""
    match grouping:
        case "plenary":
            words = _("all together")
        case "alone":
            words = _("on your own")
        case "pairs":
            words = _("in pairs")
        case "trios":
            words = _("in threes")
        case "groups":
            words = _("in groups of {size}") if size else _("in groups")
        case "tables":
            words = _("at your tables, {size} to a table") if size else _("at your tables")
        case _other:
            words = ""
    return words.format(size=size)


class WallLabels:
    """Session time as the time of day in the zone of the plan; the wall clock's offset counts, the run's does not.

    ``offset_s`` is how far the wall clock was set since the planned start was fixed.
    """

    def __init__(self, plan: RunPlan, offset_s: float = 0.0) -> None:
        self._zone = _zone(plan.zone)
        self._start_s = plan.planned_start_wall_s
        self._offset_s = offset_s
        self._first_date = _local(self._start_s, self._zone).date()

    def minute(self, t: float) -> str:
        """Write a planned or expected time to the nearest minute, ``10:45``, with ``(+1)`` on the next day."""
        return self._label(math.floor((self._start_s + self._offset_s + t) / 60 + 0.5) * 60, seconds=False)

    def second(self, t: float) -> str:
        """Write a time to the second, ``10:45:30``."""
        return self._label(math.floor(self._start_s + self._offset_s + t + 0.0005), seconds=True)

    def clock(self, t: float) -> str:
        """Write the time it is, rounded down as clocks do and without a day."""
        moment = _local(self._start_s + self._offset_s + t + 0.0005, self._zone)
        return f"{moment.hour:02d}:{moment.minute:02d}"

    def _label(self, wall_s: float, *, seconds: bool) -> str:
        moment = _local(wall_s, self._zone)
        days = (moment.date() - self._first_date).days
        text = f"{moment.hour:02d}:{moment.minute:02d}" + (f":{moment.second:02d}" if seconds else "")
        return f"{text} ({days:+d})" if days else text


def _local(wall_s: float, zone: tzinfo) -> datetime:
    """A moment that a broken log dates outside 1970 to 2980 is shown as the edge of that."""
    return datetime.fromtimestamp(min(max(wall_s, 0.0), LAST_WALL_S), zone)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
