"""What a unit file becomes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from unit_sources import GOOD, line_of, unit_with

from facilitator.curriculum.file_findings import FileFindings
from facilitator.curriculum.front_matter import divide
from facilitator.curriculum.outline import Fence, Node, outline
from facilitator.curriculum.reader import read_unit
from facilitator.curriculum.text import ItemList, ListItem, Paragraph, Picture, Quote, Span, Table, plain
from facilitator.curriculum.unit import (
    GuideSection,
    Kind,
    Material,
    Minutes,
    Passage,
    Prompt,
    Reader,
    Requirement,
    Shown,
    Slide,
    Slot,
    Step,
    Timed,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DOCS = Path(__file__).resolve().parents[2] / "docs" / "writing-units.md"


def read(source: str) -> Unit:
    unit, _findings = read_unit(source, "unit.md")
    assert unit is not None
    return unit


def only_step(body: str, kind: str = "discussion") -> Step:
    return read(unit_with(f"# Step {{.{kind} minutes=10}}\n\n{body}")).steps[0]


def only_slide(body: str) -> Slide:
    part = only_step(f"## Title\n\n{body}").parts[0]
    assert isinstance(part, Slide)
    return part


def test_that_a_unit_without_mistakes_has_no_findings() -> None:
    assert read_unit(GOOD, "unit.md")[1] == ()


def test_that_the_front_matter_fills_the_fields_of_the_unit() -> None:
    unit = read(GOOD)
    assert (unit.id, unit.track, unit.version, unit.group_min, unit.group_size) == ("L01", "leadership", "1", 3, 4)
    assert unit.minutes == Minutes(15, 45, 60)
    assert (unit.core, unit.optional, unit.differs) == (
        ("executives", "managers"),
        ("all",),
        ("executives", "finance"),
    )
    assert unit.requires == (Requirement(("F01",), hard=False),)
    assert unit.materials == (Material("item cards", 16, "group", 0.1),)


def test_that_steps_carry_kind_minutes_grouping_and_line() -> None:
    step = read(GOOD).steps[1]
    assert (step.title, step.kind, step.minutes) == ("Flip the default", Kind.EXERCISE, Minutes(8, 24, 32))
    assert (step.grouping, step.group_size, step.line) == ("tables", 4, line_of(GOOD, "# Flip the default"))


def test_that_parts_keep_the_order_of_the_file() -> None:
    kinds = [type(part) for part in read(GOOD).steps[1].parts]
    assert kinds == [Slide, Prompt, Timed, Timed, Passage, Passage, Slot]


def test_that_notes_before_the_first_slide_belong_to_the_step_and_later_ones_to_their_slide() -> None:
    notes, slide, _slot = read(GOOD).steps[0].parts
    assert isinstance(notes, Passage)
    assert (notes.reader, plain(notes.body)) == (Reader.NOTES, "Stand where everyone sees you.")
    assert isinstance(slide, Slide)
    assert plain(slide.notes) == "SAY Sixteen cards lie on your table [R02]."


def test_that_a_slot_holds_its_variants_with_their_audiences_and_lines() -> None:
    slot = read(GOOD).steps[1].parts[-1]
    assert isinstance(slot, Slot)
    assert (slot.name, slot.for_each) == ("case", True)
    assert [variant.audiences for variant in slot.variants] == [("finance", "executives"), ("default",)]
    assert slot.variants[0].line == line_of(GOOD, '::: {.for audience="finance executives"}')


def test_that_the_guide_becomes_sections_and_no_step() -> None:
    unit = read(GOOD)
    assert [step.title for step in unit.steps][-1] == "What moved, and why"
    assert unit.guide[0] == GuideSection("Set-up", (Paragraph((Span("Tables of four."),)),))


@pytest.mark.parametrize(("written", "seconds"), [("minutes=4", 240), ("minutes=2.5", 150), ("seconds=45", 45)])
def test_that_timed_parts_take_minutes_fractions_or_seconds(written: str, seconds: int) -> None:
    part = only_step(f'::: {{.timed {written} title="Round 1: the boss"}}\nTalk.\n:::\n').parts[0]
    assert part == Timed("Round 1: the boss", seconds, (Paragraph((Span("Talk."),)),))


def test_that_from_and_until_limit_slides_fences_and_slots() -> None:
    body = (
        "## Two cases {from=40 layout=quote}\n\n::: {.prompt until=20}\nPlay.\n:::\n\n"
        ':::: {.slot name="x" from=30 until=50}\n::: {.for audience="default"}\n## Deep\n:::\n::::\n'
    )
    slide, prompt, slot = only_step(body).parts
    assert isinstance(slide, Slide)
    assert (slide.shown, slide.layout) == (Shown(40, None), "quote")
    assert (prompt.shown, slot.shown) == (Shown(None, 20), Shown(30, 50))


def test_that_lengths_left_out_are_shared_out_from_the_typical_ones() -> None:
    body = "# A {.input minutes=20 min=2}\n\n# B {.discussion minutes=10}\n\n# C {.discussion minutes=20}\n"
    steps = read(unit_with(body, "{min: 20, typical: 50, max: 75}")).steps
    assert [step.minutes for step in steps] == [Minutes(2, 20, 30), Minutes(6, 10, 15), Minutes(12, 20, 30)]


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("Two\nlines", (Paragraph((Span("Two lines"),)),)),
        ("One\\\nTwo", (Paragraph((Span("One"),)), Paragraph((Span("Two"),)))),
        (
            "a **b** *c* `d`",
            (
                Paragraph(
                    (
                        Span("a "),
                        Span("b", strong=True),
                        Span(" "),
                        Span("c", emphasis=True),
                        Span(" "),
                        Span("d", code=True),
                    )
                ),
            ),
        ),
        ("[x](https://a.example)", (Paragraph((Span("x", href="https://a.example"),)),)),
        ("1. a\n2. b", (ItemList((ListItem((Span("a"),)), ListItem((Span("b"),))), ordered=True),)),
        ("- a\n  - b\n- c", (ItemList((ListItem((Span("a"),)), ListItem((Span("b"),), 1), ListItem((Span("c"),)))),)),
        ("- a\n\n  more", (ItemList((ListItem((Span("a more"),)),)),)),
        ("> Said\n>\n> twice", (Quote(((Span("Said"),), (Span("twice"),))),)),
        ("| a | b |\n|---|---|\n| 1 |", (Table(((Span("a"),), (Span("b"),)), (((Span("1"),), ()),)),)),
        ("![a map](pictures/map.png)", (Picture("pictures/map.png", "a map"),)),
        ("### Deeper", (Paragraph((Span("Deeper", strong=True),)),)),
        ("5 \\< 6 &amp; 7 < 8", (Paragraph((Span("5 < 6 & 7 < 8"),)),)),
    ],
)
def test_that_markdown_becomes_plain_data(markdown: str, blocks: object) -> None:
    assert only_slide(markdown).body == blocks


def test_that_a_bare_fence_of_any_length_closes_the_innermost_one() -> None:
    body = ':::::: {.slot name="x"}\n::: {.for audience="default"}\n:::: notes\nhi\n:::\n::::::::\n:::\n\n## After\n'
    slot, after = only_step(body).parts
    assert isinstance(slot, Slot)
    assert slot.variants[0].parts == (Passage(Reader.NOTES, (Paragraph((Span("hi"),)),)),)
    assert isinstance(after, Slide)


@pytest.mark.parametrize("code", ["```\n:::\n::: notes\n```", "    :::\n    ::: notes"])
def test_that_colons_inside_a_code_block_are_no_fences(code: str) -> None:
    unit, findings = read_unit(
        unit_with(f"# Step {{.discussion minutes=10}}\n\n## Title\n\ntext\n\n{code}\n"), "u.md"
    )
    assert unit is not None
    assert "::: notes" in plain(unit.steps[0].parts[0].body)  # type: ignore[union-attr]
    assert not [finding for finding in findings if finding.code.startswith("unit.fence")]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_that_line_ends_of_other_systems_change_nothing(newline: str) -> None:
    assert read(GOOD.replace("\n", newline)) == read(GOOD)


@pytest.mark.parametrize(
    "body",
    [
        "::: a\n\n" * 2900,
        "::: notes\n" * 1900,
        ":::\n" * 5900,
        "## a\n\n" * 2900,
        "# a\n" * 5900,
        "<b>\n" * 4900,
        "[" * 250_000,
        "a " * 120_000,
        "a " * 3900 + "\n" + "a " * 3900 + "\n" + "b " * 3000,
        "line\n" * 6001,
        "".join(f':::: {{.slot name="a"}}\n::: {{.for audience="b{n} default"}}\n:::\n::::\n' for n in range(1400)),
        '::: {.for audience="' + " " * 7900 + '"}\n',
        "## " + '{"a' * 2000,
    ],
)
def test_that_a_body_made_to_be_slow_is_refused_soon(body: str) -> None:
    begun = time.perf_counter()
    _unit, findings = read_unit(unit_with("# S {.input minutes=10}\n\n" + body), "u.md")
    assert 0 < len(findings) <= 250
    assert time.perf_counter() - begun < 5  # under a second on a quiet machine


def example_of_the_docs() -> str:
    """Put the pieces that the page for authors shows together to one unit."""
    head, *rest = re.findall(r"```(?:yaml|markdown)\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    return head + "\n" + "\n".join(rest)


def test_that_pandoc_reads_the_example_of_the_docs_without_a_warning(tmp_path: Path) -> None:
    if shutil.which("pandoc") is None:
        pytest.skip("Pandoc is not installed here")
    unit = tmp_path / "unit.md"
    unit.write_text(example_of_the_docs(), encoding="utf-8")
    done = subprocess.run(
        ["pandoc", "--fail-if-warnings", "-t", "native", unit], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert '"slot"' in done.stdout


def divs_by_pandoc(source: str) -> list[tuple[str, int]]:
    """Give the class and the depth of every fenced div as Pandoc nests them, in order."""
    done = subprocess.run(
        ["pandoc", "-f", "markdown", "-t", "json"], input=source, capture_output=True, text=True, check=True
    )
    found: list[tuple[str, int]] = []

    def walk(node: Any, depth: int) -> None:
        if isinstance(node, list):
            for child in node:
                walk(child, depth)
        elif isinstance(node, dict):
            if node.get("t") == "Div":
                found.append((node["c"][0][1][0], depth))
                depth += 1
            walk(node.get("c"), depth)

    walk(json.loads(done.stdout)["blocks"], 0)
    return found


def divs_by_us(source: str) -> list[tuple[str, int]]:
    def walk(nodes: Iterable[Node], depth: int) -> Iterator[tuple[str, int]]:
        for node in nodes:
            if isinstance(node, Fence):
                yield node.name, depth
                yield from walk(node.children, depth + 1)

    return list(walk(outline(divide(source).body, FileFindings("u.md")), 0))


@pytest.mark.parametrize(
    "source",
    [
        GOOD,
        unit_with(
            "::: {.slot name=x}\n:::: {.for audience=default}\n::: notes\na\n:::::\n:::\n::::\n\n::: key\nb\n:::\n"
        ),
        unit_with("::: notes\n\n- a\n- b\n:::\n\n::: handout :::\n\n| a |\n|---|\n| b |\n:::\n"),
        unit_with("::: notes\n```\n:::\n::: key\n```\n:::\n\n::: key\n\n    ::: notes\n\n:::\n"),
        unit_with("::: notes\n> said\n:::\n::: {.key .x from=3}\nb\n:::\n"),
    ],
)
def test_that_fences_nest_as_in_pandoc(source: str) -> None:
    if shutil.which("pandoc") is None:
        pytest.skip("Pandoc is not installed here")
    assert divs_by_us(source) == divs_by_pandoc(source)


def test_that_every_fence_of_the_example_is_understood() -> None:
    _unit, findings = read_unit(example_of_the_docs(), "docs.md")
    syntax = {"unit.fence-unknown", "unit.fence-open", "unit.fence-extra", "unit.attributes", "unit.unknown-key"}
    assert [finding for finding in findings if finding.code in syntax] == []
