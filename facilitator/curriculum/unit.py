"""A unit of teaching as it is written: steps, slides, and slots that change by audience."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from facilitator.curriculum.text import Text

NOTHING: Mapping[str, object] = MappingProxyType({})


class Kind(StrEnum):
    """What people do during a block or a step."""

    OPENING = "opening"
    INPUT = "input"
    DEMO = "demo"
    EXERCISE = "exercise"
    DEBRIEF = "debrief"
    DISCUSSION = "discussion"
    ENERGISER = "energiser"
    ASSESSMENT = "assessment"
    RECAP = "recap"
    BREAK = "break"
    MEAL = "meal"
    BUFFER = "buffer"
    CLOSING = "closing"
    ADMIN = "admin"
    NOTE = "note"
    UNIT = "unit"


STEP_KINDS = frozenset({Kind.INPUT, Kind.DEMO, Kind.EXERCISE, Kind.DEBRIEF, Kind.DISCUSSION})
PAUSE_KINDS = frozenset({Kind.BREAK, Kind.MEAL})


@dataclass(frozen=True, slots=True)
class Minutes:
    """Whole minutes at the unit's shortest, usual and longest; shortest may be 0 for a step that can go."""

    min: int
    typical: int
    max: int


@dataclass(frozen=True, slots=True)
class Shown:
    """For which lengths of the whole unit, in minutes, a part is there; None means no limit on that side."""

    from_minutes: int | None = None
    until_minutes: int | None = None

    def at(self, minutes: int) -> bool:
        """Tell whether the part is there when the unit is given so many minutes."""
        early = self.from_minutes is not None and minutes < self.from_minutes
        late = self.until_minutes is not None and minutes > self.until_minutes
        return not (early or late)


ALWAYS = Shown()


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: a title, what stands on it, and what the trainer says, does and asks.

    ``audience`` is set by tailoring alone: in a mixed room, the audience whose variant this is, by id.
    """

    title: str
    body: Text = ()
    notes: Text = ()
    layout: str = "content"  # content, statement, two-columns, quote
    shown: Shown = ALWAYS
    line: int = 0
    audience: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """The task as the room sees it; ``audience`` as for slides."""

    body: Text
    shown: Shown = ALWAYS
    audience: str = ""


@dataclass(frozen=True, slots=True)
class Timed:
    """One timed part inside a step; seconds at the step's usual length; ``audience`` as for slides."""

    title: str
    seconds: int
    body: Text = ()
    shown: Shown = ALWAYS
    audience: str = ""


class Reader(StrEnum):
    """Who a piece of text is for, beyond slides and prompts."""

    NOTES = "notes"  # trainer: belongs to the step as a whole
    INSTRUCTIONS = "instructions"  # read out and printed, verbatim
    DEBRIEF = "debrief"  # questions, asked in this order
    KEY = "key"  # trainer: answers, likely outcomes
    HANDOUT = "handout"  # participants keep it


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text for one kind of reader."""

    reader: Reader
    body: Text
    shown: Shown = ALWAYS


@dataclass(frozen=True, slots=True)
class Variant:
    """What a slot holds for some audiences; ``default`` among the ids makes it the default."""

    audiences: tuple[str, ...]
    parts: tuple[FixedPart, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that changes by audience; with ``for_each`` a mixed room gets one variant for each audience."""

    name: str
    variants: tuple[Variant, ...]
    for_each: bool = False
    shown: Shown = ALWAYS
    line: int = 0


FixedPart: TypeAlias = Slide | Prompt | Timed | Passage
Part: TypeAlias = FixedPart | Slot


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the flow: its kind, its minutes and what happens in it."""

    title: str
    kind: Kind
    minutes: Minutes
    parts: tuple[Part, ...] = ()
    grouping: str = ""  # plenary, alone, pairs, trios, groups, tables
    group_size: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Requirement:
    """Units one of which should come first; ``hard`` ones must."""

    any_of: tuple[str, ...]
    hard: bool


@dataclass(frozen=True, slots=True)
class Material:
    """Something to bring; ``per`` is once, person, pair, group or room; ``spare`` a share such as 0.1."""

    item: str
    quantity: int
    per: str = "once"
    spare: float = 0.0


@dataclass(frozen=True, slots=True)
class GuideSection:
    """A part of the trainer's guide that is no step: resistance, shrink and grow, access, transition."""

    title: str
    body: Text


@dataclass(frozen=True, slots=True)
class Unit:
    """A reusable piece of teaching, complete with every audience's variant.

    Attributes:
        core: ids of the audiences it is made for; ``all`` among them means everyone.
        optional: ids of audiences it also serves.
        differs: ids of the audiences for which it must hold variants of its own.
        extra: front matter keys this version does not know, kept for the round trip.
        source: the Markdown it was read from, whole.
        path: the file, as the reader was given it.
    """

    id: str
    title: str
    summary: str
    minutes: Minutes
    steps: tuple[Step, ...]
    track: str = ""
    version: str = "1"
    language: str = "en"
    core: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    requires: tuple[Requirement, ...] = ()
    dimensions: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    key_points: tuple[str, ...] = ()
    group_min: int = 1
    group_size: int = 0
    materials: tuple[Material, ...] = ()
    facts: tuple[str, ...] = ()
    content_note: str = ""
    access: tuple[str, ...] = ()
    guide: tuple[GuideSection, ...] = ()
    extra: Mapping[str, object] = field(default_factory=lambda: NOTHING)
    source: str = ""
    path: str = ""
