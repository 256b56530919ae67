"""A deck as plain data: slide specs in order, and the sections they belong to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from facilitator.curriculum.text import Text
from facilitator.foundation.findings import Finding


class Role(StrEnum):
    """What a slide is for; a template has one layout for each role."""

    TITLE = "title"
    AGENDA = "agenda"
    AGENDA_COLUMNS = "agenda-columns"
    SECTION = "section"
    CONTENT = "content"
    COLUMNS = "two-columns"
    STATEMENT = "statement"
    QUOTE = "quote"
    EXERCISE = "exercise"
    DISCUSSION = "discussion"
    DEBRIEF = "debrief"
    BREAK = "break"
    TABLE = "table"
    PICTURE = "picture"
    WIDE_PICTURE = "wide-picture"
    CHART = "chart"
    CHART_BELOW = "chart-below"
    TEXT_AND_CHART = "text-and-chart"
    CHART_AND_TEXT = "chart-and-text"
    TWO_CHARTS = "two-charts"
    TITLE_ONLY = "title-only"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class SlideSpec:
    """One slide before it is drawn.

    Attributes:
        id: stable within the deck, such as ``b3.1.2``; jumps aim at it.
        body: what stands on it; a table or picture takes it whole, a chart stands under the words of its column.
        second: the right column, the source of a quotation, or the words beside a picture.
        label: the small line above the title: the block, or kind and grouping.
        figure: the big figure: minutes of a task, start of a block; on the title slide the trainer.
        notes: for the trainer only; empty in a participants' copy.
        block_id, step: where in the agenda it belongs; step -1 is the block as a whole.
        jumps: for each list item of body, then of second, the id of the slide it leads to, or "".
        first_number: what a numbered list starts at, after a split.
        title_percent, body_percent: type size of title and of body and second; 100 unless it had to shrink.
        words_pt: how high the words over a chart are, worked out by fitting; the chart has the rest.
    """

    id: str
    role: Role
    title: str
    body: Text = ()
    second: Text = ()
    label: str = ""
    figure: str = ""
    notes: Text = ()
    block_id: str = ""
    step: int = -1
    jumps: tuple[str, ...] = ()
    first_number: int = 1
    title_percent: int = 100
    body_percent: int = 100
    words_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class DeckSection:
    """A named run of slides, shown in PowerPoint's slide sorter; names are unique in a deck."""

    title: str
    slide_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says about itself; nothing of it comes from the machine."""

    id: str
    title: str
    author: str
    footer: str
    language: str
    made: dt.datetime


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """A whole deck, ready to be written."""

    imprint: Imprint
    slides: tuple[SlideSpec, ...]
    sections: tuple[DeckSection, ...]
    findings: tuple[Finding, ...] = ()
