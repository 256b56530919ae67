"""Charts: what a fence with a table of numbers becomes, and every slip in one."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit_sources import line_of, unit_with

from facilitator.curriculum.numbers import number_of
from facilitator.curriculum.reader import read_unit
from facilitator.curriculum.text import Chart, ChartType, Paragraph, Series, Text, plain_lines, word_count
from facilitator.curriculum.unit import Passage, Slide, Slot
from facilitator.foundation.findings import Severity

CHART = """::: {.chart type=columns unit="%" alt="Visits rose by six points with a host."}
| Branches | Before | After |
|---|---|---|
| With a host | 40 | 46.5 |
| Without | 1,040 | −3 |
:::
"""
SLIDE = f"# Step {{.discussion minutes=10}}\n\n## Visits rose\n\nA line.\n\n{CHART}"
GOOD = unit_with(SLIDE)


def body_of(source: str) -> Text:
    unit, _findings = read_unit(source, "unit.md")
    assert unit is not None
    (slide,) = unit.steps[0].parts
    assert isinstance(slide, Slide)
    return slide.body


def chart_findings(source: str) -> list[tuple[str, int]]:
    """Give the code and line of every error and warning that has to do with the chart."""
    mine = ("unit.chart", "unit.table", "unit.fence", "unit.missing-a", "unit.unknown-", "unit.attribute")
    found = read_unit(source, "unit.md")[1]
    return [(f.code, f.line) for f in found if f.severity is not Severity.NOTICE and f.code.startswith(mine)]


def test_that_a_table_in_a_chart_fence_becomes_a_chart_among_the_text_of_its_slide() -> None:
    words, chart = body_of(GOOD)
    assert isinstance(words, Paragraph)
    assert chart == Chart(
        ChartType.COLUMNS,
        ("With a host", "Without"),
        (Series("Before", (40.0, 1040.0)), Series("After", (46.5, -3.0))),
        "%",
        "Visits rose by six points with a host.",
    )
    assert chart_findings(GOOD) == []


def test_that_the_ends_of_the_axis_can_be_fixed() -> None:
    chart = body_of(GOOD.replace("type=columns", "type=bars low=-10 high=2,000"))[1]
    assert isinstance(chart, Chart)
    assert (chart.type, chart.low, chart.high) == (ChartType.BARS, -10.0, 2000.0)


def test_that_a_chart_is_read_in_a_variant_of_a_slot() -> None:
    slot = (
        f'## T\n\n{CHART}\n:::: {{.slot name="case"}}\n::: {{.for audience="default"}}\n## U\n\n{CHART}\n:::\n::::\n'
    )
    source = unit_with("# Step {.discussion minutes=10}\n\n" + slot)
    unit, _findings = read_unit(source, "unit.md")
    assert unit is not None
    _slide, inner = unit.steps[0].parts
    assert isinstance(inner, Slot)
    (slide,) = inner.variants[0].parts
    assert isinstance(slide, Slide)
    assert isinstance(slide.body[0], Chart)
    assert chart_findings(source) == []


def test_that_a_chart_is_said_in_its_words_and_not_counted() -> None:
    body = body_of(GOOD)
    assert plain_lines(body) == ("A line.", "Visits rose by six points with a host.")
    assert word_count(body) == 2


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        (CHART, '::: {.chart type=line alt="x"}\n40, 46\n:::\n', "unit.chart-table", "::: {.chart"),
        (CHART, '::: {.chart type=line alt="x"}\n:::\n', "unit.chart-table", "::: {.chart"),
        ("| With a host | 40 | 46.5 |", "| With a host | 40 |", "unit.chart-number", "| With a host"),
        ("| With a host | 40 | 46.5 |", "| With a host | 40 | 46.5 | 3 |", "unit.table-ragged", "| With a host"),
        ("| 46.5 |", "| 46,5 |", "unit.chart-number", "| With a host"),
        ("| 46.5 |", "| 46.5 % |", "unit.chart-number", "| With a host"),
        ("| 46.5 |", "| 1e99 |", "unit.chart-number", "| With a host"),
        ("| 46.5 |", "| many |", "unit.chart-number", "| With a host"),
        ("| Without | 1,040 | −3 |\n", "", "unit.chart-size", "| Branches"),
        (
            "| Without | 1,040 | −3 |\n",
            "".join(f"| {n} | 1 | 2 |\n" for n in range(8)),
            "unit.chart-size",
            "| Branches",
        ),
        (
            CHART,
            '::: {.chart type=line alt="x"}\n| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n'
            "| x | 1 | 2 | 3 | 4 | 5 |\n| y | 1 | 2 | 3 | 4 | 5 |\n:::\n",
            "unit.chart-size",
            "| a | b",
        ),
        (
            CHART,
            '::: {.chart type=line alt="x"}\n| a |\n|---|\n| x |\n| y |\n:::\n',
            "unit.chart-size",
            "| a |",
        ),
        ("type=columns ", "", "unit.missing-attribute", "::: {.chart"),
        ("type=columns", "type=pie", "unit.unknown-word", "::: {.chart"),
        ("type=columns", "type=columns colour=red", "unit.unknown-attribute", "::: {.chart"),
        ("type=columns", "type=columns low=none", "unit.attribute-value", "::: {.chart"),
        (' alt="Visits rose by six points with a host."', "", "unit.chart-alt", "::: {.chart"),
        ("type=columns", "type=columns low=50 high=50", "unit.chart-ends", "::: {.chart"),
        ("type=columns", "type=columns low=0", "unit.chart-outside", "| Without"),
        ("type=columns", "type=columns high=1000", "unit.chart-outside", "| Without"),
        ("| Without |", "| with a host |", "unit.chart-name", "| with a host"),
        ("| Before |", "| After |", "unit.chart-name", "| Branches"),
        ("| Before |", "| |", "unit.chart-name", "| Branches"),
        ("| Without |", "| " + "w" * 41 + " |", "unit.chart-name", "| www"),
        ("| Branches", "So it went.\n\n| Branches", "unit.chart-extra", "So it went."),
        ("−3 |\n", "−3 |\n\n| a |\n|---|\n| b |\n", "unit.chart-extra", "| a |"),
        ("## Visits rose\n\nA line.\n\n", "", "unit.chart-place", "::: {.chart"),
    ],
)
def test_that_a_slip_in_a_chart_is_one_finding_on_its_line(old: str, new: str, code: str, at: str) -> None:
    assert old in GOOD
    source = GOOD.replace(old, new, 1)
    assert chart_findings(source) == [(code, line_of(source, at))]


@pytest.mark.parametrize("fence", ["notes", "prompt", "handout", '{.timed minutes=3 title="T"}'])
def test_that_a_chart_in_another_fence_is_told_the_way_out(fence: str) -> None:
    source = unit_with(f"# Step {{.discussion minutes=10}}\n\n## T\n\n::: {fence}\nWords.\n\n{CHART}\n:::\n")
    assert chart_findings(source) == [("unit.chart-place", line_of(source, "::: {.chart"))]


def test_that_what_surrounds_a_misplaced_chart_is_kept() -> None:
    unit, _findings = read_unit(
        unit_with(f"# Step {{.discussion minutes=10}}\n\n::: handout\nBefore.\n\n{CHART}\n\nAfter.\n:::\n"), "unit.md"
    )
    assert unit is not None
    (passage,) = unit.steps[0].parts
    assert isinstance(passage, Passage)
    assert plain_lines(passage.body) == ("Before.", "After.")


@pytest.mark.parametrize("slip", ["| many |", "| 46.5 | 7 |"])
def test_that_the_slide_of_a_spoiled_chart_is_still_shown(slip: str) -> None:
    assert body_of(GOOD.replace("| 46.5 |", slip))[0] == body_of(GOOD)[0]


def test_that_a_row_of_any_table_that_loses_a_cell_is_reported() -> None:
    source = unit_with("# S {.discussion minutes=10}\n\n## T\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| \\| | 2 |\n")
    assert chart_findings(source) == [("unit.table-ragged", line_of(source, "| 1 | 2 | 3 |"))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("40", 40.0),
        (" 46.5 ", 46.5),
        ("1,200", 1200.0),
        ("1 200", 1200.0),
        ("12\u202f345\u202f678.25", 12_345_678.25),
        ("1\u2009200", 1200.0),
        ("−7", -7.0),
        ("+3", 3.0),
        ("12,34", None),
        ("1,200 300", None),
        ("1200,300", None),
        ("4.", None),
        ("٣", None),
        ("nan", None),
        ("", None),
    ],
)
def test_that_numbers_are_read_as_people_write_them(text: str, number: float | None) -> None:
    assert number_of(text) == number


@given(st.integers(-(10**12) + 1, 10**12 - 1), st.sampled_from(["", ",", " ", "\u00a0", "\u2009", "\u202f"]))
def test_that_every_whole_number_is_read_back_whatever_sets_thousands_apart(number: int, mark: str) -> None:
    assert number_of(f"{number:,}".replace(",", mark)) == number


def test_that_pandoc_reads_a_chart_without_a_warning() -> None:
    if shutil.which("pandoc") is None:
        pytest.skip("Pandoc is not installed here")
    done = subprocess.run(
        ["pandoc", "--fail-if-warnings", "-f", "markdown", "-t", "native"],
        input=GOOD,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert '[ "chart" ]' in done.stdout
    assert "Table" in done.stdout
