"""Workshops to export: one of real units, one made by hand in which nothing is missing."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.agenda.model import Agenda, Block, Breakout, Day, Strand
from facilitator.curriculum.audience import Profile
from facilitator.curriculum.pack import Card, CardDeck
from facilitator.curriculum.reader import read_pack
from facilitator.curriculum.unit import Kind
from facilitator.export.prepare import prepare
from facilitator.foundation.resources import shipped
from facilitator.people.roster import Mark, Person, Presence, Roster
from facilitator.workshop.model import AudienceShare, Brief, UnitCopy, Workshop
from facilitator.workshop.sample import read_sample

if TYPE_CHECKING:
    from facilitator.curriculum.pack import Pack
    from facilitator.export.handover import Handover

SMALL_DECK = CardDeck(
    "T01-cards",
    "T01",
    "Cards",
    (Card("01", "A post", "It is true.", answer="SENTINELKEY Share", why="Nobody is hurt."),),
)
MADE = dt.datetime(2027, 1, 18, 17, 30, tzinfo=dt.UTC)
UNIT = """---
id: T01
title: A unit with everything in it
summary: One of each, so that every layout is drawn.
minutes: {min: 20, typical: 60, max: 90}
audiences:
  core: [all]
objectives:
  - name one thing and do another
key_points:
  - What is written once is told in many ways.
materials:
  - {item: cards, quantity: 16, per: group}
---

# Why it matters {.input minutes=15}

## Points that are easy to read

- The first point says something
- The second has **weight** and a [source](https://example.org/report)
    - with a point below it

::: notes
**SAY** SENTINELNOTE Words of the trainer.

**ASK** What is missing?
:::

## One sentence fills the page {layout=statement}

What supports it stands below.

::: notes
**SAY** A sentence about it.
:::

## Left is before, right is after {layout=two-columns}

**Before**

- Posts counted
- Followers bought

**After**

- Customers helped
- Rumours answered

::: notes
**SAY** A sentence about it.
:::

## What the other one said {layout=quote}

> We asked, and nobody had to guess.
>
> — A head of service

::: notes
**SAY** A sentence about it.
:::

## Numbers side by side

| Question | Before | After |
|---|---|---|
| How long does an answer take? | nine days | two hours |
| Who may give it? | the press office | whoever knows |

::: notes
**SAY** A sentence about it.
:::

## Repeat visits rose everywhere

More with a host than without.

::: {.chart type=columns unit="%" alt="Repeat visits rose from 40 to 46 % with a host and to 43 % without."}
| Branches | Before | After |
|---|---|---|
| With a host | 40 | 46 |
| Without | 40 | 43 |
:::

::: notes
**SAY** A sentence about it.
:::

# Sort the cards {.exercise minutes=25 grouping=groups size=4}

::: prompt
Move a card only by writing down who would be hurt, or which rule says so.
:::

::: {.timed minutes=10 title="First round"}
Everybody sorts alone.
:::

::: {.timed minutes=15 title="Second round"}
Compare, and argue one card each.
:::

::: instructions
1. Take the cards.
2. Sort them.
:::

::: key
SENTINELKEY Twelve of sixteen belong in Share.
:::

# What moved, and why {.debrief minutes=12 grouping=plenary}

::: debrief
1. What happened to your fourth card?
2. What would you do on Monday?
:::

# Say it to your neighbour {.discussion minutes=8 grouping=pairs}

::: prompt
Which card would your boss have kept?
:::
"""


def unit_copy(unit_id: str, source: str) -> UnitCopy:
    return UnitCopy(unit_id, "pack", "1", source, hashlib.sha256(source.encode()).hexdigest())


def people(count: int) -> tuple[Person, ...]:
    return tuple(
        Person(f"p{n}", f"Given{n}", f"Family{n:04d}", email=f"person{n}@example.org", department="Sales")
        for n in range(count)
    )


def day_of_everything(unit_id: str = "T01") -> Day:
    items = (
        Block("open", Kind.OPENING, "Welcome and agreements", 10, note="**SAY** Good morning.\n\n**DO** Smile."),
        Block("unit", Kind.UNIT, "A unit with everything in it", 60, unit_id=unit_id, lead="Ana"),
        Block("secret", Kind.ADMIN, "Surprise visit of the board", 5, hidden=True, note="SENTINELHIDDEN"),
        Block("coffee", Kind.BREAK, "Coffee", 15),
        Breakout(
            "clinics",
            "Clinics",
            (
                Strand("s1", "Service", (Block("c1", Kind.DISCUSSION, "Service clinic", 30),), room="Room 1"),
                Strand("s2", "Sales", (Block("c2", Kind.DISCUSSION, "Sales clinic", 30),), room="Room 2"),
            ),
        ),
        Block("slack", Kind.BUFFER, "Slack", 5),
        Block("close", Kind.CLOSING, "Close and commitments", 10),
    )
    return Day("day-1", "Day 1", 540, items, date=dt.date(2027, 1, 19), target_end=690)


def small_workshop(*, rows: int = 3) -> Workshop:
    brief = Brief(
        client="Meridian Group",
        title="From megaphone to movement",
        audiences=(AudienceShare(Profile("executives"), 12),),
        date=dt.date(2027, 1, 19),
        room="Larkfield House, Room 4",
        trainer="Ana Ferreira",
        organiser="Ruth Lindqvist",
        aims="Everyone leaves with one decision.",
    )
    crowd = people(rows)
    marks = tuple(Mark(person.id, "day-1.am", Presence.HERE, minute_in=538) for person in crowd)
    return Workshop(
        "w-1", brief, Agenda((day_of_everything(),)), Roster(crowd, marks), units=(unit_copy("T01", UNIT),)
    )


def small_handover() -> Handover:
    return prepare(small_workshop(), MADE, decks=(SMALL_DECK,))


@cache
def pack() -> Pack:
    return read_pack(Path(shipped("modules")) / "social-media-boot-camp")


def real_handover(function: str = "executives", *, days: int = 1) -> Handover:
    """Give a workshop of every unit there is, shared out among days."""
    units = pack().units
    share = -(-len(units) // days)
    made = [_real_day(n, units[n * share : (n + 1) * share]) for n in range(days)]
    sample = read_sample(shipped("assets") / "sample" / "workshop.toml")
    copies = tuple(unit_copy(unit.id, unit.source) for unit in units)
    brief = sample.brief
    persons = tuple(sample.persons(iter([f"p{n}" for n in range(99)]).__next__))
    workshop = Workshop(
        "w-real",
        Brief(**{name: getattr(brief, name) for name in brief.__slots__} | {"audiences": _shares(function)}),
        Agenda(tuple(made)),
        Roster(persons),
        copies,
    )
    return prepare(workshop, MADE, audiences=pack().audiences, pictures=pack().folder, decks=pack().decks)


def _shares(function: str) -> tuple[AudienceShare, ...]:
    return (AudienceShare(Profile(function), 14),)


def _real_day(number: int, units: tuple) -> Day:  # type: ignore[type-arg]
    items = [Block(f"d{number}-open", Kind.OPENING, "Welcome: purpose, map, access, agreements", 10)]
    for n, unit in enumerate(units):
        items.append(Block(f"d{number}-{unit.id}", Kind.UNIT, unit.title, unit.minutes.typical, unit_id=unit.id))
        if n % 2 == 1 and n < len(units) - 1:
            items.append(Block(f"d{number}-break{n}", Kind.BREAK, "Break", 15))
    items.append(Block(f"d{number}-close", Kind.CLOSING, "Close: review, commitment, feedback", 10))
    date = dt.date(2027, 1, 19) + dt.timedelta(days=number)
    return Day(f"d{number}", f"Day {number + 1}", 540, tuple(items), date=date, split=750)
