"""Assessments on disk: what is read, and what cannot be answered or scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.curriculum.assessment import Moment
from facilitator.curriculum.reader import read_pack
from facilitator.foundation.findings import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.curriculum.pack import Pack

MODEL = """levels = ["Aware", "Capable"]

[[dimension]]
id = "listen"
code = "LI"
name = "Listen"
levels = ["hears", "asks"]

[[dimension]]
id = "speak"
code = "SP"
name = "Speak"
levels = ["says", "shows"]
"""
ASSESSMENT = """id = "team"
title = "Team questions"
promise = "You may leave it."

[[form]]
id = "full"
title = "Full form"
minutes = {min = 5, max = 8}
items = ["Q1", "Q2", "Q3"]
level = [{level = 1, from = 0, to = 0}, {level = 2, from = 1, to = 2}, {level = 2, from = 2, observed = "yes"}]

[[form]]
id = "short"
title = "Short form"
minutes = {min = 2}
items = ["Q2"]

[scoring]
people_min = 6
coverage_min = 0.4

[[confidence]]
id = "C1"
dimension = "listen"
statement = "I ask before I judge."
asked = ["before", "looking-back"]

[[item]]
id = "Q1"
dimension = "listen"
level = 1
question = "What comes first?"
key = "b"
rationale = "A question opens, a verdict closes."
facts = ["R02"]
[item.options]
a = "A verdict"
b = "A question"

[[item]]
id = "Q2"
dimension = "listen"
level = 2
question = "And then?"
key = "a"
rationale = "Silence gives room."
[item.options]
a = "Silence"
b = "A second verdict"
c = "Coffee"

[[item]]
id = "Q3"
dimension = "speak"
level = 2
question = "Who speaks last?"
key = "a"
rationale = "The others would follow the lead."
[item.options]
a = "The lead"
b = "The youngest"
"""
FACTS = '[[fact]]\nid = "R02"\nclaim = "Questions open."\nsource = "A study"\nconfidence = "H"\n'


def pack_with(folder: Path, assessment: str) -> Pack:
    (folder / "assessments").mkdir()
    about = 'id = "small"\ntitle = "Small"\nversion = "1"\nlicence = "CC BY 4.0"\nauthors = ["A"]\n'
    files = {"pack.toml": about, "dimensions.toml": MODEL, "facts.toml": FACTS, "assessments/team.toml": assessment}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return read_pack(folder)


def test_that_a_sound_assessment_is_read_without_findings(tmp_path: Path) -> None:
    pack = pack_with(tmp_path, ASSESSMENT)
    assert pack.findings == ()
    (assessment,) = pack.assessments
    item = assessment.item("Q1")
    assert item is not None
    assert [(option.letter, option.text) for option in item.options] == [("a", "A verdict"), ("b", "A question")]
    assert (item.key, item.dimension, item.level, item.facts) == ("b", "listen", 1, ("R02",))


def test_that_forms_keep_their_items_minutes_and_levels(tmp_path: Path) -> None:
    (assessment,) = pack_with(tmp_path, ASSESSMENT).assessments
    full, short = assessment.form("full"), assessment.form("short")
    assert full is not None
    assert short is not None
    assert (full.minutes_min, full.minutes_max, full.items) == (5, 8, ("Q1", "Q2", "Q3"))
    assert [(band.level, band.right_from, band.right_to, band.observed) for band in full.bands] == [
        (1, 0, 0, False), (2, 1, 2, False), (2, 2, 2, True),
    ]  # fmt: skip
    assert (short.minutes_min, short.minutes_max, short.bands) == (2, 2, ())


def test_that_scoring_rules_are_data_with_sound_defaults(tmp_path: Path) -> None:
    scoring = pack_with(tmp_path, ASSESSMENT).assessments[0].scoring
    assert (scoring.people_min, scoring.coverage_min) == (6, 0.4)
    assert (scoring.right, scoring.wrong, scoring.unsure, scoring.gain_bands) == (1, 0, 0, (0.3, 0.7))


def test_that_confidence_is_asked_at_its_moments(tmp_path: Path) -> None:
    (confidence,) = pack_with(tmp_path, ASSESSMENT).assessments[0].confidence
    assert confidence.asked == (Moment.BEFORE, Moment.LOOKING_BACK)


def test_that_the_pack_holds_the_levels_of_its_dimensions(tmp_path: Path) -> None:
    model = pack_with(tmp_path, ASSESSMENT).model
    listen = model.dimension("listen")
    assert listen is not None
    assert model.levels == ("Aware", "Capable")
    assert (listen.code, listen.levels) == ("LI", ("hears", "asks"))


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ('key = "b"', 'key = "d"', "assessment.key", 'key = "d"'),
        ('a = "A verdict"', 'a = "a QUESTION"', "assessment.options", "[item.options]"),
        ('dimension = "speak"', 'dimension = "speek"', "assessment.dimension", 'dimension = "speek"'),
        ('dimension = "listen"\nstate', 'dimension = "hear"\nstate', "assessment.dimension", 'dimension = "hear"'),
        ("level = 2\nquestion = \"Who", "level = 3\nquestion = \"Who", "assessment.level", "level = 3"),
        ('facts = ["R02"]', 'facts = ["R03"]', "assessment.fact", "facts ="),
        ('id = "Q3"', 'id = "Q2"', "item.duplicate-id", 'id = "Q2"\ndimension = "speak"'),
        ('id = "short"', 'id = "full"', "form.duplicate-id", 'id = "full"\ntitle = "Short'),
        ('items = ["Q2"]', 'items = ["Q9"]', "assessment.form-item", 'items = ["Q9"]'),
        ('items = ["Q2"]', 'items = ["Q2", "Q2"]', "assessment.form-item", 'items = ["Q2", "Q2"]'),
        ("from = 1, to = 2", "from = 1, to = 1", "assessment.bands", "level = [{"),
        ("from = 1, to = 2", "from = 0, to = 2", "assessment.bands", "level = [{"),
        ('asked = ["before"', 'asked = ["once"', "assessment.unknown-word", "asked ="),
        ("coverage_min = 0.4", "coverage_min = 40", "assessment.share", "coverage_min"),
        ('rationale = "Silence gives room."\n', "", "assessment.missing-key", '[[item]]\nid = "Q2"'),
        ('promise = "You may leave it."\n', "", "assessment.missing-key", "id ="),
    ],
)  # fmt: skip
def test_that_what_cannot_be_answered_or_scored_is_found_on_its_line(
    tmp_path: Path, old: str, new: str, code: str, at: str
) -> None:
    assert old in ASSESSMENT
    source = ASSESSMENT.replace(old, new, 1)
    line = source[: source.index(at)].count("\n") + 1
    found = [(f.line, f.severity) for f in pack_with(tmp_path, source).findings if f.code == code]
    assert (line, Severity.ERROR) in found


def test_that_a_form_without_levels_may_have_any_number_of_items(tmp_path: Path) -> None:
    source = ASSESSMENT.replace('items = ["Q2"]', 'items = ["Q3", "Q1"]')
    assert pack_with(tmp_path, source).findings == ()
