"""What the schedule works out: when everything starts and ends, and where it does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Slot:
    """The time of one block, section, breakout or strand.

    Units: minutes since the day's midnight; may pass 1440.

    Attributes:
        id: the id of the item or strand.
        parent: id of the section or strand that holds it, "" at the top.
        start, end: as planned.
        earliest, latest: the start if everything before it is squeezed, or stretched, as far as allowed.
        counts: False for the blocks of a strand that is not the longest; their minutes do not make the day.
        gap: free minutes right before it, because of its pin; of a pinned block without minutes, what is spare.
        overlap: minutes by which what comes before it runs into it: the longest stretch shared with one earlier
            block; out of order, how far that one ends behind its start; of a pinned block without minutes, how
            far the day is past it.
        overlaps_with: id of the block or strand that runs into it, "" when none.
    """

    id: str
    parent: str
    start: int
    end: int
    earliest: int
    latest: int
    counts: bool = True
    gap: int = 0
    overlap: int = 0
    overlaps_with: str = ""


class Verdict(StrEnum):
    """Whether a day fits its target end."""

    NO_TARGET = "no-target"
    ALWAYS = "always"
    PLANNED = "planned"  # as planned, though it can run over
    SQUEEZED = "squeezed"  # over as planned, fits if squeezed
    NEVER = "never"


class Trouble(StrEnum):
    """What the arithmetic noticed, and what :class:`Notice` carries for it.

    BEFORE_START: pinned ``minutes`` before the day begins. OUT_OF_ORDER: starts before ``name``, which is listed
    before it and ends ``minutes`` after its start. PEOPLE_CLASH: person ``name`` is in another strand for
    ``minutes`` of it. CROSS_DAY: day ``name`` runs ``minutes`` into this day. NO_SUCH_TIME, AMBIGUOUS_TIME: the
    wall time ``minutes`` is skipped or comes twice when the clocks change. CORRUPT: an id given twice, a negative
    length or pin, or a time zone ``name`` that is not known.
    """

    BEFORE_START = "before-start"
    OUT_OF_ORDER = "out-of-order"
    PEOPLE_CLASH = "people-clash"
    CROSS_DAY = "cross-day"
    NO_SUCH_TIME = "no-such-time"
    AMBIGUOUS_TIME = "ambiguous-time"
    CORRUPT = "corrupt"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing noticed; ``minutes`` where it is about an amount, ``name`` a person or another id."""

    trouble: Trouble
    item_id: str
    minutes: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class DaySchedule:
    """One day laid out.

    Attributes:
        slots: in agenda order, containers before their children.
        start, end: of the day; the end is the latest end of anything in it that takes time.
        earliest_end, latest_end: if everything is squeezed, or stretched, as far as allowed.
        content, pauses, gaps: minutes; they add up to end - start when nothing overlaps.
        over: minutes past the target end, negative is spare, None without a target.
    """

    day_id: str
    slots: tuple[Slot, ...]
    start: int
    end: int
    earliest_end: int
    latest_end: int
    content: int
    pauses: int
    gaps: int
    over: int | None
    verdict: Verdict
    notices: tuple[Notice, ...] = ()

    def slot(self, item_id: str) -> Slot | None:
        """Find the slot of an item or strand."""
        return next((slot for slot in self.slots if slot.id == item_id), None)
