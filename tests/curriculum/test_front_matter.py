"""Front matter: hostile files, text that stays text, and changes that leave the rest alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit_sources import GOOD, unit_with

from facilitator.curriculum.file_findings import FileFindings
from facilitator.curriculum.front_matter import divide, read_front_matter
from facilitator.curriculum.reader import read_unit
from facilitator.curriculum.rewriting import FrontMatterError, rewrite
from facilitator.curriculum.values import plain_value

STEP = "# Step {.discussion minutes=10}\n"
COMMENTED = """---
# who owns this: the people team
id: L01   # never changes
title: "Quoted: on purpose"
mine:
    deep: [a, b]   # ours
minutes: {min: 15, typical: 45,
  max: 60}
objectives:  # three at most
  - one
  - two

# about the room
access: |
  many
  lines
---

# Body {.input minutes=45}
"""

BOMB = "\n".join(["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30))])
MERGE = "\n".join(["a0: &a0 {x: y}", *(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]" for n in range(1, 20))])


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (BOMB, "unit.yaml-trap"),
        (MERGE, "unit.yaml-trap"),
        ("a: &x 1", "unit.yaml-trap"),
        ("a: *x", "unit.yaml-trap"),
        ("<<: {a: 1}", "unit.yaml-trap"),
        ("a: !!python/object/apply:os.system [ls]", "unit.yaml-trap"),
        ("a: !mine 1", "unit.yaml-trap"),
        ("? [a, b]\n: c", "unit.yaml-trap"),
        ("a:\tb", "unit.tab"),
        ("a: b: c", "unit.front-matter"),
        ("- a\n- b", "unit.front-matter"),
        ("", "unit.front-matter"),
        ("a: b\n...\nc: d", "unit.front-matter"),
        ("[" * 3900, "unit.front-matter"),
        ("a: " + "[" * 299, "unit.front-matter"),
        ("- " * 4000, "unit.front-matter"),
        ("? " * 3900, "unit.front-matter"),
        ("{a: " * 299, "unit.front-matter"),
        ("a: [" + "a," * 3900 + "]", "unit.front-matter"),
        ("\n".join(" " * n + f"a{n}:" for n in range(60)), "unit.front-matter"),
        ("a: b\n" * 65, "unit.front-matter-size"),
        ("a: " + "x" * 7900 + "\nb: " + "y" * 400, "unit.front-matter-size"),
        ("a: \0", "unit.front-matter"),
    ],
)
def test_that_hostile_front_matter_is_refused_at_once(head: str, code: str) -> None:
    begun = time.perf_counter()
    unit, findings = read_unit(f"---\n{head}\n---\n{STEP}", "unit.md")
    assert unit is None
    assert code in {finding.code for finding in findings}
    assert all(finding.line > 0 for finding in findings)
    assert time.perf_counter() - begun < 1  # a second on a busy machine; a few milliseconds on a quiet one


@pytest.mark.parametrize("source", ["", "# No front matter", "---\nid: a\n# never closed", "--- \nid: a"])
def test_that_a_file_without_closed_front_matter_is_one_finding(source: str) -> None:
    unit, findings = read_unit(source, "unit.md")
    assert unit is None
    assert [(finding.code.endswith("front-matter"), finding.line) for finding in findings] == [(True, 1)]


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "null", "~", "12:30", "010", "1e3", "0x1F", "2026-11-30", "3.10"]
)
def test_that_a_plain_word_stays_the_word_it_is(word: str) -> None:
    unit, _findings = read_unit(unit_with(STEP, keys=f"track: {word}\nmine: [{word}]\n"), "unit.md")
    assert unit is not None
    assert (unit.track, unit.extra["mine"]) == (word, [word])


@pytest.mark.parametrize("minutes", ["12:30", "010", "0", "-5", "1441", "4.5", "1e1", "ten", "١٠", ""])
def test_that_minutes_are_whole_numbers_from_1_to_1440_and_nothing_else(minutes: str) -> None:
    unit, findings = read_unit(unit_with(STEP, minutes=minutes), "unit.md")
    assert unit is None
    assert {"unit.wrong-value", "unit.missing-key"} & {finding.code for finding in findings}


def test_that_an_unknown_key_is_kept_and_reported_as_a_notice() -> None:
    unit, findings = read_unit(unit_with(STEP, keys="colour: {of: [the, card]}\n"), "unit.md")
    assert unit is not None
    assert unit.extra == {"colour": {"of": ["the", "card"]}}
    assert [f.severity for f in findings if f.code == "unit.unknown-key"] == ["notice"]


def test_that_changing_a_key_leaves_every_other_byte_alone() -> None:
    changed = rewrite(COMMENTED, {"title": "New", "objectives": ["one thing only, and it is a long one", "b"]})
    expected = COMMENTED.replace('title: "Quoted: on purpose"', "title: New").replace(
        "  - one\n  - two", '  - "one thing only, and it is a long one"\n  - b'
    )
    assert changed == expected


def test_that_comments_beside_changed_keys_survive() -> None:
    changed = rewrite(COMMENTED, {"id": "L02", "access": ["read aloud"], "mine": None, "new": {"a": 1}})
    assert "id: L02  # never changes\n" in changed
    assert "# about the room\naccess: [read aloud]\nnew: {a: 1}\n---\n" in changed
    assert "deep" not in changed


def test_that_nothing_to_change_changes_nothing() -> None:
    assert rewrite(GOOD, {}) == GOOD


def test_that_line_ends_of_windows_survive() -> None:
    assert rewrite(GOOD.replace("\n", "\r\n"), {"track": "policy"}) == GOOD.replace(
        "track: leadership", "track: policy"
    ).replace("\n", "\r\n")


def test_that_front_matter_that_cannot_be_read_is_not_changed() -> None:
    with pytest.raises(FrontMatterError) as raised:
        rewrite("---\na: &b c\n---\n", {"a": "d"})
    assert raised.value.way_out


words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\x85\u2028\u2029"), max_size=40)
keys = st.from_regex(r"[a-z][a-z_]{0,10}", fullmatch=True)
values = st.one_of(
    words,
    st.lists(words, max_size=4),
    st.dictionaries(keys, words, min_size=1, max_size=3),
    st.lists(st.dictionaries(keys, words, min_size=1, max_size=3), max_size=3),
)


def read_keys(source: str) -> dict[str, object]:
    table = read_front_matter(divide(source).head, FileFindings("unit.md"))
    assert table is not None
    found = plain_value(table)
    assert isinstance(found, dict)
    return found


@given(st.dictionaries(keys, values, max_size=6))
def test_that_any_values_survive_save_and_load_beside_unknown_keys(changes: dict[str, object]) -> None:
    changed = rewrite(COMMENTED, changes)  # type: ignore[arg-type]
    assert read_keys(changed) == {**read_keys(COMMENTED), **changes}
    assert changed.startswith("---\n# who owns this: the people team\n")
    assert changed.endswith(COMMENTED[COMMENTED.index("\n# Body") :])


def expect_unit_or_way_out(source: str) -> None:
    unit, findings = read_unit(source, "unit.md")
    assert unit is not None or findings
    for finding in findings:
        assert finding.file == "unit.md"
        assert finding.message
        assert finding.way_out
        assert 0 <= finding.line <= len(source.splitlines()) + 1


@given(st.text(max_size=300))
def test_that_no_front_matter_makes_the_reader_fail(head: str) -> None:
    expect_unit_or_way_out(f"---\n{head}\n---\n{STEP}")


@given(
    st.lists(
        st.sampled_from(
            [
                ":::",
                "::: notes",
                "::: {.slot name=a}",
                "::: {.for audience=default}",
                "## A",
                "# B {.exercise minutes=5}",
                "- x",
                "  ::: key",
                "| a |",
                "|---|",
                "text",
                "",
                "> q",
                "```",
                "{",
                "![",
                "<b>",
            ]
        ),
        max_size=25,
    )
)
def test_that_no_body_makes_the_reader_fail(lines: list[str]) -> None:
    expect_unit_or_way_out(unit_with("\n".join(lines)))
