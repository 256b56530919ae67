"""What a change of the brief means for the days of the agenda. Free of Qt."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from facilitator.agenda.day_fields import SetDayDate, SetDayStart, SetDayTargetEnd
from facilitator.workshop.edits import EditAgenda, SetBrief, Several

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.agenda.edits import AgendaEdit
    from facilitator.agenda.model import Day
    from facilitator.workshop.edits import WorkshopEdit
    from facilitator.workshop.model import Brief, Workshop


def brief_edit(workshop: Workshop, brief: Brief, field: str) -> WorkshopEdit:
    """Give the edit that sets a brief; days that stood where the old brief wanted them follow the new one.

    A day somebody moved by hand stays where it is. ``field`` is the one that changed.
    """
    whole = SetBrief(brief, field)
    follow = tuple(EditAgenda(edit) for edit in _following(workshop, brief, field))
    return Several(whole.label(), (whole, *follow)) if follow else whole


def _following(workshop: Workshop, brief: Brief, field: str) -> Iterator[AgendaEdit]:
    for number, day in enumerate(workshop.agenda.days):
        edit = _day_edit(day, number, workshop.brief, brief, field)
        if edit is not None:
            yield edit


def _day_edit(day: Day, number: int, old: Brief, new: Brief, field: str) -> AgendaEdit | None:
    if field == "date" and day.date == _later(old.date, number):
        return SetDayDate(day.id, _later(new.date, number))
    if field == "start" and day.start == old.start:
        return SetDayStart(day.id, new.start)
    if field == "end" and (old.end is None or day.target_end == old.end):
        return SetDayTargetEnd(day.id, new.end)
    return None


def _later(date: dt.date | None, days: int) -> dt.date | None:
    return None if date is None else date + dt.timedelta(days=days)
