"""What the agenda says in words: rows, gaps, clashes, whether the day fits."""

from __future__ import annotations

from facilitator.agenda.slots import DaySchedule, Notice, Trouble, Verdict
from facilitator.desktop.agenda.rows import Row, RowKind
from facilitator.foundation.minutes import clock_label, span_label
from facilitator.foundation.words import _, ngettext


def row_sentence(row: Row) -> str:
    """Say a row as a screen reader should: time, length, title."""
    if row.kind is RowKind.GAP:
        return gap_sentence(row.minutes)
    if row.kind is RowKind.OVERLAP:
        return overlap_sentence(row.minutes, row.other)
    if row.start < 0:
        return _("{length}, {title}, parked").format(length=span_label(row.minutes), title=row.title)
    return _("{start}, {length}, {title}").format(
        start=clock_label(row.start), length=span_label(row.minutes), title=row.title
    )


def gap_sentence(minutes: int) -> str:
    """Say how much time is free before a pinned start."""
    return ngettext(
        "{n} minute free before the pinned start", "{n} minutes free before the pinned start", minutes
    ).format(n=minutes)


def overlap_sentence(minutes: int, other: str) -> str:
    """Say how far the pinned start cuts into what comes before it."""
    if other:
        return ngettext(
            "“{other}” runs {n} minute into the pinned start",
            "“{other}” runs {n} minutes into the pinned start",
            minutes,
        ).format(n=minutes, other=other)
    return ngettext(
        "{n} minute too many before the pinned start", "{n} minutes too many before the pinned start", minutes
    ).format(n=minutes)


def end_sentence(schedule: DaySchedule) -> str:
    """Say when the day ends and how that sits with the target: ``Ends 17:00, on target``."""
    end = clock_label(schedule.end)
    if schedule.over is None:
        return _("Ends {end}").format(end=end)
    if schedule.over == 0:
        return _("Ends {end}, on target").format(end=end)
    if schedule.over > 0:
        return ngettext("Ends {end}, over by {n} min", "Ends {end}, over by {n} min", schedule.over).format(
            end=end, n=schedule.over
        )
    return _("Ends {end}, {n} min spare").format(end=end, n=-schedule.over)


def fit_sentence(schedule: DaySchedule) -> str:
    """Say whether it fits whatever happens: ``fits if squeezed · between 16:20 and 17:35``."""
    words = {
        Verdict.ALWAYS: _("fits even if everything runs long"),
        Verdict.PLANNED: _("fits as planned"),
        Verdict.SQUEEZED: _("fits if squeezed"),
        Verdict.NEVER: _("cannot fit, even squeezed"),
        Verdict.NO_TARGET: "",
    }
    between = _("between {earliest} and {latest}").format(
        earliest=clock_label(schedule.earliest_end), latest=clock_label(schedule.latest_end)
    )
    return " · ".join(part for part in (words[schedule.verdict], between) if part)


def notice_sentence(notice: Notice, title: str) -> str:
    """Say what the arithmetic noticed about an item."""
    words = {
        Trouble.BEFORE_START: _("“{title}” is pinned {n} min before the day starts."),
        Trouble.OUT_OF_ORDER: _("“{title}” is pinned before what stands above it."),
        Trouble.PEOPLE_CLASH: _("{name} leads two things at once, one of them “{title}”."),
        Trouble.CROSS_DAY: _("The day runs {n} min into the next one."),
        Trouble.NO_SUCH_TIME: _("“{title}” is pinned to a time that the clock change skips."),
        Trouble.AMBIGUOUS_TIME: _("“{title}” is pinned to a time that the clock change repeats."),
        Trouble.CORRUPT: _("“{title}” was damaged and is shown as well as it can be."),
    }
    return words[notice.trouble].format(title=title, n=notice.minutes, name=notice.name)
