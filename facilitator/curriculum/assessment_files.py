"""The files ``dimensions.toml`` and ``assessments/*.toml`` of a pack, made into a model and assessments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.curriculum.assessment import (
    Assessment,
    CompetenceModel,
    ConfidenceItem,
    Dimension,
    Form,
    Item,
    LevelBand,
    Moment,
    Option,
    Scoring,
)
from facilitator.curriculum.fields import Fields
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.curriculum.file_findings import FileFindings
    from facilitator.curriculum.values import Value

LETTERS = ("a", "b", "c", "d", "e", "f")
MOMENTS = tuple(str(moment) for moment in Moment)
_SHARE = re.compile(r"0(?:\.\d{1,3})?|1(?:\.0{1,3})?")
_DEFAULTS = Scoring()


def read_model(table: Value, findings: FileFindings) -> CompetenceModel:
    """Give the levels and dimensions of ``dimensions.toml``."""
    fields = Fields(table, findings, "dimension")
    levels = fields.texts("levels", required=True)
    dimensions = tuple(_dimension(item) for item in fields.tables("dimension"))
    fields.unknown()
    return CompetenceModel(levels, tuple(found for found in dimensions if found.id))


def _dimension(item: Fields) -> Dimension:
    dimension_id = item.text("id", required=True)
    found = Dimension(
        id=dimension_id,
        code=item.text("code", dimension_id[:2].upper()),
        name=item.text("name", dimension_id, required=True),
        levels=item.texts("levels", required=True),
    )
    item.unknown()
    return found


def read_assessment(table: Value, findings: FileFindings) -> Assessment | None:
    """Give the assessment of a file in ``assessments``; None without an id."""
    fields = Fields(table, findings, "assessment")
    assessment_id = findings.subject = fields.text("id", required=True)
    scoring = fields.table("scoring")
    made = Assessment(
        id=assessment_id,
        title=fields.text("title", assessment_id, required=True),
        version=fields.text("version", "1"),
        unsure=fields.text("unsure", _("Not sure")),
        promise=fields.text("promise", required=True),
        items=tuple(_item(item) for item in fields.tables("item")),
        forms=tuple(_form(item) for item in fields.tables("form")),
        confidence=tuple(_confidence(item) for item in fields.tables("confidence")),
        scoring=_scoring(scoring, findings) if scoring else _DEFAULTS,
        path=findings.path,
    )
    fields.unknown()
    return made if assessment_id else None


def _item(item: Fields) -> Item:
    made = Item(
        id=item.text("id", required=True),
        dimension=item.text("dimension", required=True),
        level=item.whole("level", 1, low=1, high=9, required=True),
        question=item.text("question", required=True),
        options=_options(item.table("options", required=True)),
        key=item.text("key", required=True),
        rationale=item.text("rationale", required=True),
        facts=item.texts("facts"),
    )
    item.unknown()
    return made


def _options(fields: Fields | None) -> tuple[Option, ...]:
    if fields is None:
        return ()
    found = tuple(Option(letter, fields.text(letter, required=True)) for letter in LETTERS if fields.holds(letter))
    fields.unknown()
    return found


def _form(item: Fields) -> Form:
    minutes = item.table("minutes", required=True)
    least = minutes.whole("min", 1, low=1, required=True) if minutes else 1
    most = minutes.whole("max", least, low=1) if minutes else 1
    if minutes:
        minutes.unknown()
    made = Form(
        id=item.text("id", required=True),
        title=item.text("title", required=True),
        use=item.text("use"),
        minutes_min=least,
        minutes_max=most,
        items=item.texts("items", required=True),
        bands=tuple(_band(band) for band in item.tables("level")),
    )
    item.unknown()
    return made


def _band(item: Fields) -> LevelBand:
    right_from = item.whole("from", 0, required=True)
    made = LevelBand(
        level=item.whole("level", 1, low=1, high=9, required=True),
        right_from=right_from,
        right_to=item.whole("to", right_from),
        observed=item.choice("observed", ("yes", "no"), "no") == "yes",
    )
    item.unknown()
    return made


def _confidence(item: Fields) -> ConfidenceItem:
    asked = item.texts("asked", required=True)
    for word in asked:
        if word not in MOMENTS:
            item.refuse("asked", word, MOMENTS)
    made = ConfidenceItem(
        id=item.text("id", required=True),
        dimension=item.text("dimension", required=True),
        statement=item.text("statement", required=True),
        asked=tuple(Moment(word) for word in asked if word in MOMENTS),
    )
    item.unknown()
    return made


def _scoring(fields: Fields, findings: FileFindings) -> Scoring:
    made = Scoring(
        right=fields.whole("right", _DEFAULTS.right),
        wrong=fields.whole("wrong", _DEFAULTS.wrong),
        unsure=fields.whole("unsure", _DEFAULTS.unsure),
        people_min=fields.whole("people_min", _DEFAULTS.people_min, low=1),
        decimals_from=fields.whole("decimals_from", _DEFAULTS.decimals_from, low=1),
        spread_from=fields.whole("spread_from", _DEFAULTS.spread_from, low=2),
        coverage_min=_share(fields, "coverage_min", _DEFAULTS.coverage_min, findings),
        stale_months=fields.whole("stale_months", _DEFAULTS.stale_months, low=1),
        keep_months=fields.whole("keep_months", _DEFAULTS.keep_months, low=1),
        gain_bands=(
            _share(fields, "gain_medium", _DEFAULTS.gain_bands[0], findings),
            _share(fields, "gain_high", _DEFAULTS.gain_bands[1], findings),
        ),
    )
    fields.unknown()
    return made


def _share(fields: Fields, key: str, default: float, findings: FileFindings) -> float:
    text = fields.text(key)
    if not text:
        return default
    if _SHARE.fullmatch(text):
        return float(text)
    findings.error(
        "assessment.share",
        _("“{text}” is no share.").format(text=text[:40]),
        _("Write a number from 0 to 1, such as 0.3."),
        fields.place_of(key),
    )
    return default
