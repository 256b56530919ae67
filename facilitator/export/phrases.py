"""Dates, times and short labels of papers, in the language of the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from facilitator.foundation.words import Catalogue

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
GROUPINGS = {
    "plenary": "Everyone together",
    "alone": "On your own",
    "pairs": "In pairs",
    "trios": "In threes",
    "groups": "In groups",
    "tables": "At your tables",
}
MATERIALS = {
    "once": "{quantity} {item}",
    "person": "{quantity} {item} for each person",
    "pair": "{quantity} {item} for each pair",
    "group": "{quantity} {item} for each group",
    "room": "{quantity} {item} for each room",
}


def long_date(date: dt.date, words: Catalogue) -> str:
    """Write a date with its weekday: ``Tuesday 19 January 2027``."""
    return words.gettext("{weekday} {day} {month} {year}").format(
        weekday=words.gettext(WEEKDAYS[date.weekday()]),
        day=date.day,
        month=words.gettext(MONTHS[date.month - 1]),
        year=date.year,
    )


def plain_date(date: dt.date, words: Catalogue) -> str:
    """Write a date without its weekday: ``19 January 2027``."""
    return words.gettext("{day} {month} {year}").format(
        day=date.day, month=words.gettext(MONTHS[date.month - 1]), year=date.year
    )


def short_date(date: dt.date, words: Catalogue) -> str:
    """Write a date as short as a tab of a workbook wants it: ``Tue 19 Jan``."""
    return words.gettext("{weekday} {day} {month}").format(
        weekday=words.gettext(WEEKDAYS[date.weekday()])[:3],
        day=date.day,
        month=words.gettext(MONTHS[date.month - 1])[:3],
    )


def minutes_label(minutes: int, words: Catalogue) -> str:
    """Write a length as papers do: ``20 min``."""
    return words.gettext("{minutes} min").format(minutes=minutes)


def grouping_label(grouping: str, size: int, words: Catalogue) -> str:
    """Say how people work: ``In groups of 4``; "" where the step does not say."""
    if grouping == "groups" and size:
        return words.gettext("In groups of {size}").format(size=size)
    if grouping == "tables" and size:
        return words.gettext("At tables of {size}").format(size=size)
    return words.gettext(GROUPINGS.get(grouping, grouping)) if grouping else ""


def joined(parts: tuple[str, ...]) -> str:
    """Put the parts that are there on one line, a middle dot between them."""
    return " · ".join(part for part in parts if part)
