"""Minutes of a day and the clock on the wall: pins over midnight, clock changes, zones.

A day counts its minutes from midnight and runs on evenly from its start, so that lengths are always ends less
starts. Only in a night in which the clocks change does the wall say something else than the minute; then
:class:`DayClock` tells both apart.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from facilitator.agenda.slots import Trouble
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.minutes import clock_label
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.agenda.model import Day

DAY_MINUTES = 1440
_LONGEST_DAY = dt.timedelta(hours=48)


class UndatedDayError(FacilitatorError):
    """A day without a date was asked for a moment in the world."""

    def __init__(self) -> None:
        super().__init__(
            _("This day has no date yet."),
            safe=_("Its times are kept."),
            way_out=_("Set a date for the day and try again."),
        )


class UnknownZoneError(FacilitatorError):
    """A time zone this computer does not know; ``zone`` is its name."""

    def __init__(self, zone: str) -> None:
        super().__init__(
            _("This computer does not know the time zone {zone!r}.").format(zone=zone[:80]),
            safe=_("The times of the agenda are unchanged."),
            way_out=_("Choose another time zone for the agenda."),
        )
        self.zone = zone


class Pins(Protocol):
    """How a fixed wall time becomes a minute of the day."""

    def at(self, pin: int, cursor: int) -> tuple[int, Trouble | None]:
        """Give the minute for a pin, and what is odd about it; ``cursor`` is where the day has got to."""
        ...


@dataclass(frozen=True, slots=True)
class PlainPins:
    """Pins of a day without a clock change.

    Rule: a pin before the start rolls over midnight only when it is before the cut-off too, so that a pin typed
    a little too early in the morning is not taken for one in the next night.
    """

    start: int
    cutoff: int

    def at(self, pin: int, cursor: int) -> tuple[int, Trouble | None]:  # noqa: ARG002 -- shape of Pins
        """Give the minute for a pin."""
        if pin < 0:
            return 0, Trouble.CORRUPT
        return (pin + DAY_MINUTES if pin < self.start and pin < self.cutoff else pin), None


@dataclass(frozen=True, slots=True)
class DayClock:
    """The wall clock of one dated day in one zone.

    Attributes:
        start: wall minute at which the day begins; its scale of minutes runs on evenly from there.
    """

    date: dt.date
    zone: ZoneInfo
    start: int

    def utc(self, minute: int) -> dt.datetime:
        """Give the moment of a minute of the day."""
        return self._moment(self.start) + dt.timedelta(minutes=minute - self.start)

    def local(self, minute: int, zone: ZoneInfo | None = None) -> dt.datetime:
        """Give the wall time of a minute of the day, in its own zone or another."""
        return self.utc(minute).astimezone(zone or self.zone)

    def minute(self, wall: int, *, second: bool = False) -> int:
        """Give the minute of the day for a wall time; ``second`` is the later of two equal ones."""
        since_start = self._moment(wall, fold=int(second)) - self._moment(self.start)
        return self.start + round(since_start.total_seconds() / 60)

    def oddity(self, wall: int) -> Trouble | None:
        """Tell whether a wall time does not exist or exists twice."""
        naive = self._naive(wall)
        first, second = (naive.replace(tzinfo=self.zone, fold=fold) for fold in (0, 1))
        if first.utcoffset() == second.utcoffset():
            return None
        there_and_back = first.astimezone(dt.UTC).astimezone(self.zone).replace(tzinfo=None)
        return Trouble.AMBIGUOUS_TIME if there_and_back == naive else Trouble.NO_SUCH_TIME

    def changes(self) -> bool:
        """Tell whether the clocks change between the start and two days later."""
        begin = self._moment(self.start)
        offsets = {moment.astimezone(self.zone).utcoffset() for moment in (begin, begin + _LONGEST_DAY)}
        return len(offsets) > 1 or self.oddity(self.start) is not None

    def _naive(self, wall: int) -> dt.datetime:
        return dt.datetime.combine(self.date, dt.time()) + dt.timedelta(minutes=wall)

    def _moment(self, wall: int, *, fold: int = 0) -> dt.datetime:
        return self._naive(wall).replace(tzinfo=self.zone, fold=fold).astimezone(dt.UTC)


@dataclass(frozen=True, slots=True)
class ZonedPins:
    """Pins of a dated day on which the clocks change.

    Rules: a time that does not exist moves on by the change; of two equal times the first is taken unless the
    day has got past it.
    """

    plain: PlainPins
    clock: DayClock

    def at(self, pin: int, cursor: int) -> tuple[int, Trouble | None]:
        """Give the minute for a pin, and what is odd about it."""
        wall, trouble = self.plain.at(pin, cursor)
        if trouble is not None:
            return wall, trouble
        odd = self.clock.oddity(wall)
        minute = self.clock.minute(wall)
        if odd is Trouble.AMBIGUOUS_TIME and cursor > minute:
            minute = self.clock.minute(wall, second=True)
        return minute, odd


def zone_of(name: str) -> ZoneInfo:
    """Give the zone with an IANA name.

    Raises:
        UnknownZoneError: there is none.
    """
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError) as problem:
        raise UnknownZoneError(name) from problem


def day_clock(day: Day, zone: str) -> DayClock:
    """Give the wall clock of a day.

    Raises:
        UndatedDayError: the day has no date.
        UnknownZoneError: there is no such zone.
    """
    if day.date is None:
        raise UndatedDayError
    return DayClock(day.date, zone_of(zone), day.start)


def moment_utc(day: Day, zone: str, minute: int) -> dt.datetime:
    """Give the moment in UTC of a minute of a dated day, for calendars; raises as :func:`day_clock` does."""
    return day_clock(day, zone).utc(minute)


def time_label(day: Day, zone: str, minute: int) -> str:
    """Write a minute of a day as the clock on the wall shows it; use this for every planned time.

    ``09:05``, ``24:00`` and ``01:00 (+1)`` as :func:`clock_label` writes them; a time that comes twice when the
    clocks go back carries its offset, ``02:30 (UTC+1)``. A day without a date knows no clock change.
    """
    if day.date is None:
        return clock_label(minute)
    clock = day_clock(day, zone)
    local = clock.local(minute)
    wall = _wall_minute(local, day.date)
    label = clock_label(wall) if wall != minute or wall > DAY_MINUTES else clock_label(minute)
    return f"{label} ({_offset_label(local)})" if clock.oddity(wall) is Trouble.AMBIGUOUS_TIME else label


def label_elsewhere(day: Day, zone: str, minute: int, other_zone: str) -> str:
    """Write a minute of a dated day as a clock in another zone shows it, such as ``03:00 America/New_York``."""
    local = day_clock(day, zone).local(minute, zone_of(other_zone))
    assert day.date is not None  # day_clock refuses a day without one
    shift = (local.date() - day.date).days
    days = f" ({shift:+d})" if shift else ""
    return f"{local:%H:%M}{days} {other_zone}"


def _wall_minute(local: dt.datetime, date: dt.date) -> int:
    return (local.date() - date).days * DAY_MINUTES + local.hour * 60 + local.minute


def _offset_label(local: dt.datetime) -> str:
    offset = local.utcoffset() or dt.timedelta()
    hours, rest = divmod(round(abs(offset.total_seconds()) / 60), 60)
    sign = "-" if offset < dt.timedelta() else "+"
    return f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"
