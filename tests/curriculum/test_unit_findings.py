"""Every check of a unit file, by the slip that fires it."""

from __future__ import annotations

import pytest
from unit_sources import BODY_STEP, GOOD, line_of, spoiled, unit_with

from facilitator.curriculum.reader import read_unit
from facilitator.foundation.findings import Finding, Severity

ERROR, WARNING, NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE


def findings_of(source: str) -> tuple[Finding, ...]:
    return read_unit(source, "unit.md")[1]


@pytest.mark.parametrize(
    ("old", "new", "code", "severity", "at"),
    [
        ("title: From need-to-know to need-to-share\n", "", "unit.missing-key", ERROR, "id: L01"),
        ("objectives:\n  - classify 16 items", "objectives: []", "unit.missing-key", ERROR, "objectives"),
        ("id: L01", "id: L 01", "unit.id", ERROR, "id: L 01"),
        ("typical: 45", "typical: 12:30", "unit.wrong-value", ERROR, "minutes: {min"),
        ("min: 15,", "min: 50,", "unit.minutes-order", ERROR, "minutes: {min"),
        ("max: 60}", "max: 61}", "unit.minutes-sum", ERROR, "minutes: {min"),
        ("max: 60}", "max: 60, most: 2}", "unit.unknown-key", NOTICE, "minutes: {min"),
        ("track: leadership", "trak: leadership", "unit.unknown-key", NOTICE, "trak"),
        ("track: leadership", "track: leadership\ntrack: policy", "unit.duplicate-key", ERROR, "track: policy"),
        ("kind: soft", "kind: weak", "unit.unknown-word", ERROR, "  - {unit: F01"),
        ("per: group", "per: table", "unit.unknown-word", ERROR, "  - {item"),
        ("spare: 10 %", "spare: some", "unit.spare", ERROR, "  - {item"),
        ("{.input minutes=11", "{.lecture minutes=11", "unit.step-kind", ERROR, "# Why sharing"),
        (" {.input minutes=11 min=3 max=14}", "", "unit.step-kind", ERROR, "# Why sharing"),
        ("minutes=11 ", "", "unit.step-minutes", ERROR, "# Why sharing"),
        ("minutes=11", "minutes=eleven", "unit.attribute-value", ERROR, "# Why sharing"),
        ("min=3 max=14}", "min=3 max=14 loud=yes}", "unit.unknown-attribute", WARNING, "# Why sharing"),
        ("min=3 max=14}", "min=3 max:14}", "unit.attributes", ERROR, "# Why sharing"),
        ("min=3 max=14}", "min=13 max=14}", "unit.step-order", ERROR, "# Why sharing"),
        ("grouping=tables", "grouping=rows", "unit.unknown-word", ERROR, "# Flip the default"),
        ("{layout=statement}", "{layout=loud}", "unit.unknown-word", ERROR, "## Move a card"),
        ("::: key", "::: keys", "unit.fence-unknown", ERROR, "::: keys"),
        ("::: instructions", "\n:::\n\n::: instructions", "unit.fence-extra", ERROR, ":::\n\n::: instructions"),
        ("Tables of four.", "::: notes\nTables of four.", "unit.fence-open", ERROR, "::: notes\nTables"),
        ("slip\n\n::: notes", "slip\n::: notes", "unit.fence-glued", ERROR, "::: notes\n**SAY**"),
        ("slip\n\n::: notes", "slip\n\n  ::: notes", "unit.fence-inside", ERROR, "  ::: notes"),
        ('"default"}\n## Your', '"managers"}\n## Your', "unit.slot-default", ERROR, ':::: {.slot name="why"}'),
        (
            '"default"}\n## Your',
            '"default executives"}\n## Your',
            "unit.variant-twice",
            ERROR,
            '::: {.for audience="default ex',
        ),
        ('{.slot name="why"}', "{.slot}", "unit.missing-attribute", ERROR, ":::: {.slot}"),
        ('{.slot name="why"}', '{.slot name="why" mixed=all}', "unit.unknown-word", ERROR, ":::: {.slot"),
        ('{.slot name="why"}\n', '{.slot name="why"}\n\nloose\n\n', "unit.slot-content", ERROR, "loose"),
        ('{.slot name="monday"}', '{.slot name="tuesday"}', "unit.slot-missing", WARNING, "# Why sharing"),
        ('::: {.for audience="executives"}', '::: {.for audience="managers"}', "unit.variant-twice", ERROR, None),
        ("differs: [executives, finance]", "differs: [legal]", "unit.differs", ERROR, "  differs"),
        (
            "## Your silence is read as a rule",
            "## Everything starts in share",
            "unit.title-twice",
            ERROR,
            "## Everything starts in share",
        ),
        ("minutes=10 min=4", "minutes=5 min=4", "unit.debrief-short", WARNING, "# What moved"),
        ("{.debrief minutes", "{.discussion minutes", "unit.debrief-missing", ERROR, "# Flip the default"),
        (
            "::: debrief\n1. Which restriction had the thinnest reason?\n2. Who outside needed it?\n:::\n",
            "",
            "unit.no-questions",
            WARNING,
            "# What moved",
        ),
        (
            "::: prompt\nMove a card only by writing who would be hurt.\n:::\n",
            "",
            "unit.no-prompt",
            WARNING,
            "# Flip the default",
        ),
        ("Move a card only by writing who would be hurt.", "", "unit.fence-empty", WARNING, "::: prompt"),
        ("::: handout", "::: instructions", "unit.fence-place", ERROR, "::: instructions\nThree trays"),
        ("{.timed minutes=14", "{.timed minutes=14.5", "unit.timed-sum", ERROR, "# Flip the default"),
        ("{.timed minutes=14", "{.timed minutes=soon", "unit.attribute-value", ERROR, "::: {.timed minutes=soon"),
        ("{.timed minutes=14", "{.timed from=50 until=40 minutes=14", "unit.shown", ERROR, "::: {.timed from=50"),
        ("on one slip", "on one <i>slip</i>", "unit.html", ERROR, "- A reason fits"),
        ("on one slip", "on one <!-- hidden --> slip", "unit.html", ERROR, "- A reason fits"),
        ("on one slip", "on [one](//server/x) slip", "unit.link", WARNING, "- A reason fits"),
        ("on one slip", "on one slip ![](pictures/a.png)", "unit.picture-alt", ERROR, "- A reason fits"),
        ("on one slip", "![x](../secret.png)", "unit.picture-path", ERROR, "- A reason fits ![x]"),
        ("on one slip", "![x](file:///etc/passwd.png)", "unit.picture-path", ERROR, "- A reason fits ![x]"),
        ("on one slip", "![x](//server/share/a.png)", "unit.picture-path", ERROR, "- A reason fits ![x]"),
        ("## Move a card", f"## {'Move a card ' * 7}", "unit.title-long", WARNING, "## Move a card Move"),
        ("on one slip", "![x](pictures/a.svg)", "unit.picture-path", ERROR, "- A reason fits ![x]"),
        ("facts: [R02]", "facts: []", "unit.fact-unlisted", WARNING, "**SAY** Sixteen"),
        (
            "# Trainer's guide {.guide}",
            "# Guide {.guide}\n\n# Late {.input minutes=1}",
            "unit.guide-order",
            ERROR,
            "# Late",
        ),
        ("Tables of four.", "::: notes\nTables of four.\n:::", "unit.guide-fence", WARNING, "::: notes\nTables"),
        ("---\n\n# Why", "---\n\nloose\n\n# Why", "unit.loose-text", ERROR, "loose"),
        ("::: notes\nStand where everyone sees you.\n:::", "Stand there.", "unit.loose-text", ERROR, "Stand there."),
    ],
)
def test_that_a_slip_is_found_on_its_line(old: str, new: str, code: str, severity: Severity, at: str | None) -> None:
    source = spoiled(old, new)
    found = [finding for finding in findings_of(source) if finding.code == code]
    if at is None:
        assert found == []
        return
    assert (severity, line_of(source, at)) in {(finding.severity, finding.line) for finding in found}


def test_that_the_difference_of_minutes_is_said_for_each_length() -> None:
    source = spoiled("{.input minutes=11 min=3 max=14}", "{.input minutes=9 min=4 max=15}")
    messages = [finding.message for finding in findings_of(source) if finding.code == "unit.minutes-sum"]
    assert [message.rsplit(" ", 1)[1] for message in messages] == ["+1.", "-2.", "+1."]


@pytest.mark.parametrize(("words", "severity"), [(40, None), (41, NOTICE), (60, NOTICE), (61, WARNING)])
def test_that_a_slide_with_many_words_is_reported(words: int, severity: Severity | None) -> None:
    source = spoiled("Tables of four.", "Tables.").replace(
        "- A reason fits on one slip\n", "- " + "w " * (words - 7) + "\n"
    )
    found = [finding.severity for finding in findings_of(source) if finding.code == "unit.slide-words"]
    assert found == ([severity] if severity else [])


def test_that_one_forgotten_closing_fence_is_one_finding() -> None:
    source = spoiled("lie on your table [R02].\n:::\n", "lie on your table [R02].\n")
    errors = [finding for finding in findings_of(source) if finding.severity is ERROR]
    assert [(finding.code, finding.line) for finding in errors] == [
        ("unit.fence-open", line_of(source, "::: notes\n**SAY**"))
    ]


def test_that_slides_for_different_lengths_may_share_a_title() -> None:
    body = BODY_STEP + "\n## Same {until=20}\n\n## Same {from=21}\n"
    codes = {finding.code for finding in findings_of(unit_with(body, "{min: 10, typical: 10, max: 30}"))}
    assert "unit.title-twice" not in codes


def test_that_a_misspelt_word_is_answered_with_the_right_one() -> None:
    found = findings_of(spoiled("::: handout", "::: hand-out"))
    assert [finding.way_out for finding in found if finding.code == "unit.fence-unknown"] == [
        "Did you mean “handout”?"
    ]


def test_that_what_an_unknown_fence_holds_is_shown_to_nobody() -> None:
    unit, _findings = read_unit(spoiled("::: key", "::: secret"), "unit.md")
    assert unit is not None
    assert "Card 9" not in repr(unit.steps)


def test_that_a_unit_without_steps_says_so() -> None:
    assert "unit.no-steps" in {finding.code for finding in findings_of(unit_with(""))}


def test_that_a_file_over_256_kilobytes_is_refused() -> None:
    unit, findings = read_unit(GOOD + "x" * 256 * 1024, "unit.md")
    assert unit is None
    assert [finding.code for finding in findings] == ["unit.size"]


def test_that_a_fact_mark_stays_off_the_slide() -> None:
    source = spoiled("on one slip", "on one slip [R02]")
    assert [f.line for f in findings_of(source) if f.code == "unit.fact-on-slide"] == [
        line_of(source, "## Everything")
    ]


def test_that_ids_in_the_front_matter_are_not_taken_for_fact_marks() -> None:
    source = spoiled("{unit: F01, kind: soft}", "{any: [F01], kind: soft}")
    assert findings_of(source) == ()


LINES = GOOD.split("\n")


@pytest.mark.parametrize("number", [at for at, line in enumerate(LINES) if line and not line.strip(":")])
def test_that_any_one_forgotten_closing_fence_is_told_as_that_alone(number: int) -> None:
    found = findings_of("\n".join(LINES[:number] + LINES[number + 1 :]))
    errors = [finding.code for finding in found if finding.severity is ERROR]
    assert errors[0] == "unit.fence-open"
    assert len(errors) <= 2
