"""The half-days people sign in for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.model import Day, blocks_of
from facilitator.curriculum.unit import PAUSE_KINDS
from facilitator.export.handover import Session
from facilitator.export.phrases import joined, long_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.agenda.slots import DaySchedule
    from facilitator.foundation.words import Catalogue

NOON = 720


def sessions_of(days: Iterable[Day], schedules: Iterable[DaySchedule], words: Catalogue) -> tuple[Session, ...]:
    """Give the half-days of all days, in order."""
    by_day = {schedule.day_id: schedule for schedule in schedules}
    return tuple(session for day in days if day.id in by_day for session in _of_day(day, by_day[day.id], words))


def _of_day(day: Day, schedule: DaySchedule, words: Catalogue) -> tuple[Session, ...]:
    pauses = tuple(
        (slot.start, slot.end)
        for item in day.items
        for block in blocks_of(item)
        if block.kind in PAUSE_KINDS and (slot := schedule.slot(block.id))
    )
    name = joined((day.label, long_date(day.date, words) if day.date else ""))
    if day.split is None or not schedule.start < day.split < schedule.end:
        return (Session(f"{day.id}.am", name, schedule.start, schedule.end, day.date, pauses),)
    return (
        Session(f"{day.id}.am", joined((name, words.gettext("morning"))), schedule.start, day.split, day.date, pauses),
        Session(f"{day.id}.pm", joined((name, words.gettext("afternoon"))), day.split, schedule.end, day.date, pauses),
    )
