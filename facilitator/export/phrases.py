"""Dates, times and short labels of papers, in the language of the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from facilitator.curriculum.unit import Material
    from facilitator.foundation.words import Catalogue


def weekday_name(date: dt.date, words: Catalogue) -> str:
    """Name the day of the week."""
    say = words.gettext
    names = (
        say("Monday"),
        say("Tuesday"),
        say("Wednesday"),
        say("Thursday"),
        say("Friday"),
        say("Saturday"),
        say("Sunday"),
    )
    return names[date.weekday()]


def month_name(date: dt.date, words: Catalogue) -> str:
    """Name the month."""
    say = words.gettext
    names = (
        say("January"),
        say("February"),
        say("March"),
        say("April"),
        say("May"),
        say("June"),
        say("July"),
        say("August"),
        say("September"),
        say("October"),
        say("November"),
        say("December"),
    )
    return names[date.month - 1]


def long_date(date: dt.date, words: Catalogue) -> str:
    """Write a date with its weekday: ``Tuesday 19 January 2027``."""
    return words.gettext("{weekday} {day} {month} {year}").format(
        weekday=weekday_name(date, words),
        day=date.day,
        month=month_name(date, words),
        year=date.year,
    )


def plain_date(date: dt.date, words: Catalogue) -> str:
    """Write a date without its weekday: ``19 January 2027``."""
    return words.gettext("{day} {month} {year}").format(day=date.day, month=month_name(date, words), year=date.year)


def short_date(date: dt.date, words: Catalogue) -> str:
    """Write a date as short as a tab of a workbook wants it: ``Tue 19 Jan``."""
    return words.gettext("{weekday} {day} {month}").format(
        weekday=weekday_name(date, words)[:3],
        day=date.day,
        month=month_name(date, words)[:3],
    )


def minutes_label(minutes: int, words: Catalogue) -> str:
    """Write a length as papers do: ``20 min``."""
    return words.gettext("{minutes} min").format(minutes=minutes)


def grouping_label(grouping: str, size: int, words: Catalogue) -> str:
    """Say how people work: ``In groups of 4``; "" where the step does not say."""
    say = words.gettext
    if grouping == "groups" and size:
        return say("In groups of {size}").format(size=size)
    if grouping == "tables" and size:
        return say("At tables of {size}").format(size=size)
    named = {
        "plenary": say("Everyone together"),
        "alone": say("On your own"),
        "pairs": say("In pairs"),
        "trios": say("In threes"),
        "groups": say("In groups"),
        "tables": say("At your tables"),
    }
    return named.get(grouping, grouping)


def material_label(material: Material, words: Catalogue) -> str:
    """Say what to bring, and how much for whom."""
    say = words.gettext
    patterns = {
        "person": say("{quantity} {item} for each person"),
        "pair": say("{quantity} {item} for each pair"),
        "group": say("{quantity} {item} for each group"),
        "room": say("{quantity} {item} for each room"),
    }
    pattern = patterns.get(material.per, say("{quantity} {item}"))
    return pattern.format(quantity=material.quantity, item=material.item)


def joined(parts: tuple[str, ...]) -> str:
    """Put the parts that are there on one line, a middle dot between them."""
    return " · ".join(part for part in parts if part)
