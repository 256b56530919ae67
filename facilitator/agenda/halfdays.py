"""Half-days: the columns of presence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.agenda.content_times import merged, timed_blocks
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.agenda.model import Day
    from facilitator.agenda.slots import DaySchedule


@dataclass(frozen=True, slots=True)
class HalfDay:
    """One half of a day, or a whole one that is not split.

    Attributes:
        id: ``<day id>.am`` and ``<day id>.pm``, or the day's own id; it stays when blocks move.
        start, end: of the content in it, minutes since the day's midnight.
        content: the stretches of content in it, without breaks and meals, in order and apart.
    """

    id: str
    day_id: str
    label: str
    date: dt.date | None
    start: int
    end: int
    content: tuple[tuple[int, int], ...] = ()

    @property
    def content_minutes(self) -> int:
        """Minutes of content, by which presence is measured."""
        return sum(end - start for start, end in self.content)


def half_days(day: Day, schedule: DaySchedule, words: Callable[[str], str] = _) -> tuple[HalfDay, ...]:
    """Give the half-days of a day that have content.

    Rules: a day with ``split`` has a morning up to it and an afternoon from it, a block across it belongs to both
    with its share; a half without content is left out. Papers hand in ``gettext`` of their own catalogue.
    """
    content = merged((timed.start, timed.end) for timed in timed_blocks(day, schedule) if not timed.is_pause)
    if day.split is None:
        halves = [(day.id, day.label, content)]
    else:
        morning, afternoon = words("{day}, morning"), words("{day}, afternoon")
        halves = [
            (f"{day.id}.am", morning.format(day=day.label), _clipped(content, schedule.start, day.split)),
            (f"{day.id}.pm", afternoon.format(day=day.label), _clipped(content, day.split, schedule.end)),
        ]
    return tuple(
        HalfDay(half_id, day.id, label, day.date, spans[0][0], spans[-1][1], spans)
        for half_id, label, spans in halves
        if spans
    )


def _clipped(spans: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    cut = ((max(start, begin), min(end, finish)) for begin, finish in spans)
    return tuple((begin, finish) for begin, finish in cut if finish > begin)
