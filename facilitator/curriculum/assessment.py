"""What a pack says people can become able to do, and the questions that find out how far they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Dimension:
    """One side of being able; ``levels`` says for each level of the pack what somebody on it does."""

    id: str
    code: str
    name: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompetenceModel:
    """The dimensions of a pack and the names of the levels they share, lowest first."""

    levels: tuple[str, ...] = ()
    dimensions: tuple[Dimension, ...] = ()

    def dimension(self, dimension_id: str) -> Dimension | None:
        """Find a dimension by its id."""
        return next((found for found in self.dimensions if found.id == dimension_id), None)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, with the letter it has in the file; forms may print another order."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question with its options.

    Attributes:
        level: the level, counted from 1, that answering it asks for.
        key: letter of the right option.
        rationale: why that one; for people to see after the last answer only.
        facts: what the rationale leans on.
    """

    id: str
    dimension: str
    level: int
    question: str
    options: tuple[Option, ...]
    key: str
    rationale: str
    facts: tuple[str, ...] = ()


class Moment(StrEnum):
    """When a question is put; looking back means: after the training, about the time before it."""

    BEFORE = "before"
    AFTER = "after"
    LOOKING_BACK = "looking-back"


@dataclass(frozen=True, slots=True)
class ConfidenceItem:
    """A statement people place on a scale from 0 to 10, for one dimension; it is never scored as knowledge."""

    id: str
    dimension: str
    statement: str
    asked: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class LevelBand:
    """So many right answers in one dimension give this level.

    Attributes:
        observed: the level also needs something seen in the room or at work; a form alone cannot give it.
    """

    level: int
    right_from: int
    right_to: int
    observed: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A choice of items, as it is handed out.

    Attributes:
        minutes_min, minutes_max: how long it usually takes; nobody is stopped.
        items: ids, in the order of the file.
        bands: levels from right answers in one dimension; empty when the form has too few items to tell.
    """

    id: str
    title: str
    use: str
    minutes_min: int
    minutes_max: int
    items: tuple[str, ...]
    bands: tuple[LevelBand, ...] = ()


@dataclass(frozen=True, slots=True)
class Scoring:
    """How answers become numbers, and which numbers may be shown.

    Attributes:
        right, wrong, unsure: points of an item; a blank counts as unsure.
        people_min: groups smaller than this are not shown.
        decimals_from: smaller groups get counts instead of shares.
        spread_from: from this many people on the mean change is also given in standard deviations.
        coverage_min: share of the head-count below which a result is marked as not representative.
        stale_months: results older than this are marked.
        keep_months: raw answers are deleted after this.
        gain_bands: lower bounds of medium and high normalised gain.
    """

    right: int = 1
    wrong: int = 0
    unsure: int = 0
    people_min: int = 5
    decimals_from: int = 8
    spread_from: int = 15
    coverage_min: float = 0.3
    stale_months: int = 12
    keep_months: int = 12
    gain_bands: tuple[float, float] = (0.3, 0.7)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything of one assessment: items, forms, confidence, scoring, and the promise made to those who fill it in.

    Attributes:
        unsure: the answer that is offered under every item beside its options.
        promise: what people are told before the first question: voluntary, what for, who sees it.
    """

    id: str
    title: str
    version: str
    unsure: str
    promise: str
    items: tuple[Item, ...]
    forms: tuple[Form, ...]
    confidence: tuple[ConfidenceItem, ...] = ()
    scoring: Scoring = Scoring()
    path: str = ""

    def item(self, item_id: str) -> Item | None:
        """Find an item by its id."""
        return next((item for item in self.items if item.id == item_id), None)

    def form(self, form_id: str) -> Form | None:
        """Find a form by its id."""
        return next((form for form in self.forms if form.id == form_id), None)
