"""Sources of units for tests: one that is right, and ways to spoil it."""

from __future__ import annotations

GOOD = """---
id: L01
title: From need-to-know to need-to-share
summary: Turn the burden of proof round.
track: leadership
minutes: {min: 15, typical: 45, max: 60}
audiences:
  core: [executives, managers]
  optional: [all]
  differs: [executives, finance]
requires:
  - {unit: F01, kind: soft}
dimensions: [lead-and-share]
objectives:
  - classify 16 items
group: {min: 3, size: 4}
materials:
  - {item: item cards, quantity: 16, per: group, spare: 10 %}
facts: [R02]
---

# Why sharing beats knowing {.input minutes=11 min=3 max=14}

::: notes
Stand where everyone sees you.
:::

## Everything starts in Share

- A restriction **names** who would be hurt
- A reason fits on one slip

::: notes
**SAY** Sixteen cards lie on your table [R02].
:::

:::: {.slot name="why"}
::: {.for audience="executives"}
## Your silence is read as a rule
:::
::: {.for audience="default"}
## Your neighbour needs it sooner than you think
:::
::::

# Flip the default {.exercise minutes=24 min=8 max=32 grouping=tables size=4}

## Move a card only with a reason {layout=statement}

::: prompt
Move a card only by writing who would be hurt.
:::

::: {.timed minutes=10 title="Round 1"}
In silence.
:::

::: {.timed minutes=14 title="Round 2"}
Talking.
:::

::: instructions
Take a card. Read it aloud.
:::

::: key
Card 9 belongs to Restricted.
:::

:::: {.slot name="case" mixed=each}
::: {.for audience="finance executives"}
## The results date everybody knew
:::
::: {.for audience="default"}
## The reorganisation nobody announced
:::
::::

# What moved, and why {.debrief minutes=10 min=4 max=14}

::: debrief
1. Which restriction had the thinnest reason?
2. Who outside needed it?
:::

:::: {.slot name="monday"}
::: {.for audience="default"}
## Open one item by Friday
:::
::::

::: handout
Three trays, one reason.
:::

# Trainer's guide {.guide}

## Set-up

Tables of four.

## Shrink and grow

Eight cards when time is short.
"""

BODY_STEP = "# Step {.discussion minutes=10}\n"


def spoiled(old: str, new: str) -> str:
    """Replace one piece of the good unit; fails when the piece is not there."""
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def unit_with(body: str, minutes: str = "10", keys: str = "") -> str:
    """Write a small unit around a body."""
    return (
        f"---\nid: T01\ntitle: Test\nsummary: For a test.\nminutes: {minutes}\naudiences: {{core: [all]}}\n"
        f"objectives: [see]\n{keys}---\n\n{body}"
    )


def line_of(source: str, words: str) -> int:
    """Give the 1-based line on which some words first stand."""
    return source[: source.index(words)].count("\n") + 1
