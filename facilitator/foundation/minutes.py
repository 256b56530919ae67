"""Minutes and clock times as people type and read them."""

from __future__ import annotations

import re

LONGEST_MINUTES = 1440
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_HOURS = re.compile(r"(\d{1,2})(?:[.,](\d))?\s*h(?:\s*(\d{1,2})\s*(?:m|min)?)?")
_PLAIN = re.compile(r"(\d{1,4})\s*(?:m|min|minutes)?")


def parse_minutes(text: str, *, current: int = 0) -> int | None:
    """Read a duration: ``45``, ``45m``, ``1h30``, ``1:30``, ``1.5h``, ``1,5h``, ``+5``, ``-5``.

    Signed numbers change ``current``. Returns whole minutes from 0 to 1440, or None when it is no duration;
    fractions of a minute, negative results and more than a day are no durations.
    """
    text = text.strip().lower().replace("−", "-")
    if text[:1] in {"+", "-"}:
        change = _unsigned_minutes(text[1:].strip())
        if change is None:
            return None
        total = current + change if text[0] == "+" else current - change
    else:
        plain = _unsigned_minutes(text)
        if plain is None:
            return None
        total = plain
    return total if 0 <= total <= LONGEST_MINUTES else None


def _unsigned_minutes(text: str) -> int | None:
    if match := _PLAIN.fullmatch(text):
        return int(match[1])
    if match := _CLOCK.fullmatch(text):
        return int(match[1]) * 60 + int(match[2]) if ":" in text and int(match[2]) < 60 else None
    if match := _HOURS.fullmatch(text):
        if match[2] and match[3]:
            return None
        return int(match[1]) * 60 + int(match[2] or 0) * 6 + int(match[3] or 0)
    return None


def parse_clock(text: str) -> int | None:
    """Read a time of day, ``9``, ``9:05``, ``09.05`` or ``0905``, as minutes since midnight, else None."""
    text = text.strip()
    if match := _CLOCK.fullmatch(text):
        hours, minutes = int(match[1]), int(match[2])
    elif text.isascii() and text.isdigit() and len(text) <= 2:
        hours, minutes = int(text), 0
    elif text.isascii() and text.isdigit() and len(text) == 4:
        hours, minutes = int(text[:2]), int(text[2:])
    else:
        return None
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None


def clock_label(minute: int) -> str:
    """Write a minute of the day as ``09:05``; 1440 is ``24:00`` and later ones carry ``(+1)``."""
    if minute <= 1440:
        return f"{minute // 60:02d}:{minute % 60:02d}"
    days, rest = divmod(minute, 1440)
    return f"{rest // 60:02d}:{rest % 60:02d} (+{days})"


def span_label(minutes: int) -> str:
    """Write a length as ``45 min``, ``1 h`` or ``1 h 30``."""
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"
