"""The words of a workshop's card on the start page, and the order of the cards. Free of Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.desktop.widgets.chips import Tone
from facilitator.foundation.minutes import clock_label
from facilitator.foundation.words import _, ngettext
from facilitator.workshop.summary import Stage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from facilitator.workshop.summary import Summary


def next_first(summaries: Iterable[Summary], today: dt.date) -> tuple[Summary, ...]:
    """Sort workshops: those to come by date, then those without one, then those that are over, the last one first."""

    def place(summary: Summary) -> tuple[int, int]:
        if summary.date is None:
            return 1, 0
        days = (summary.date - today).days
        return (0, days) if days >= 0 else (2, -days)

    newest = sorted(summaries, key=lambda summary: summary.changed_at, reverse=True)
    return tuple(sorted(newest, key=place))


def when_words(summary: Summary, date_words: Callable[[dt.date], str]) -> str:
    """Say when it is and for how many: ``Tue 19 Jan 2027 · 09:00–10:30 · 14 people``."""
    parts = [date_words(summary.date) if summary.date else _("No date yet")]
    if summary.end > summary.start:
        parts.append(f"{clock_label(summary.start)}–{clock_label(summary.end)}")
    if summary.head_count:
        parts.append(ngettext("{n} person", "{n} people", summary.head_count).format(n=summary.head_count))
    return " · ".join(parts)


def stage_words(stage: Stage) -> tuple[str, Tone]:
    """Give the chip for how far a workshop has come."""
    return {
        Stage.DRAFT: (_("Draft"), Tone.QUIET),
        Stage.PLANNED: (_("Planned"), Tone.OK),
        Stage.INTERRUPTED: (_("Interrupted"), Tone.WARN),
        Stage.FINISHED: (_("Finished"), Tone.QUIET),
    }[stage]


def matches(summary: Summary, text: str) -> bool:
    """Tell whether every word of a search is in the title or the client's name."""
    whole = f"{summary.title} {summary.client}".casefold()
    return all(word in whole for word in text.casefold().split())
