"""Straight quotes become those of the language, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit_sources import unit_with

from facilitator.curriculum.reader import read_unit
from facilitator.curriculum.text import plain
from facilitator.curriculum.typography import typographic
from facilitator.curriculum.unit import Slide, Timed


@pytest.mark.parametrize(
    ("text", "language", "printed"),
    [
        ('He said "no" and didn\'t', "en", "He said “no” and didn’t"),
        ("'Not final' isn't a reason", "en", "‘Not final’ isn’t a reason"),
        ('Er sagte "nein"', "de-AT", "Er sagte „nein“"),
        ('Elle dit "non"', "fr", "Elle dit «\u202fnon\u202f»"),
        ('"A" \n  "B"', "en", "“A” \n  “B”"),
        ("*stars* and [brackets] stay", "en", "*stars* and [brackets] stay"),
        ('- "A point" stays a point', "en", "- “A point” stays a point"),
        ("", "en", ""),
    ],
)
def test_that_marks_are_those_of_the_language(text: str, language: str, printed: str) -> None:
    assert typographic(text, language) == printed


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=60))
def test_that_only_marks_change(text: str) -> None:
    def bare(words: str) -> str:
        return words.translate(dict.fromkeys(map(ord, "\"'“”‘’")))

    assert bare(typographic(text, "en")) == bare(text)


def test_that_slides_and_front_matter_have_printed_marks() -> None:
    body = '# Talk {.discussion minutes=10}\n\n## Why "no" isn\'t an answer\n\n- "Never"\n'
    source = unit_with(body).replace("summary: For a test.", 'summary: It isn\'t "done".')
    unit, _findings = read_unit(source, "T01.md")
    assert unit is not None
    (slide,) = (part for part in unit.steps[0].parts if isinstance(part, Slide))
    assert (slide.title, plain(slide.body)) == ("Why “no” isn’t an answer", "“Never”")
    assert unit.summary == "It isn’t “done”."


def test_that_the_title_of_a_timed_part_has_printed_marks() -> None:
    timed = '::: {.timed minutes=4 title="The neighbour\'s turn"}\n:::\n'
    body = f"# Try {{.exercise minutes=10}}\n\n::: prompt\nTry.\n:::\n\n{timed}"
    unit, _findings = read_unit(unit_with(body), "T01.md")
    assert unit is not None
    assert [part.title for part in unit.steps[0].parts if isinstance(part, Timed)] == ["The neighbour’s turn"]
