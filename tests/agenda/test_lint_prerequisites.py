"""AL15: what has to come first."""

from __future__ import annotations

import pytest
from agenda_builders import agenda, block, breakout, day, strand
from lint_days import found, one_day, rows, severities, subjects, unit

from facilitator.agenda.lint.checks import lint
from facilitator.agenda.lint.room import Room, Series
from facilitator.curriculum.unit import Kind, Requirement

HARD, SOFT = Requirement(("F01", "F02"), hard=True), Requirement(("F01", "F02"), hard=False)
NEEDS_HARD, NEEDS_SOFT = unit("M03", requires=(HARD,)), unit("M03", requires=(SOFT,))
F01, P01 = unit("F01"), unit("P01")
NO_PRE_READS = Room(pre_reads=frozenset())


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["F01:20 M03:20"], []),
        (["F02:20 M03:20"], []),
        (["F01:20", "M03:20"], []),
        (["M03:20"], ["error"]),
        (["M03:20 F01:20"], ["error"]),
        (["F01:0 M03:20"], ["error"]),
    ],
)
def test_that_a_hard_requirement_comes_before__al15(days: list[str], expected: list[str]) -> None:
    assert severities("AL15", *days, units=[F01, NEEDS_HARD]) == expected


def test_that_one_that_comes_later_is_to_be_moved_and_one_that_is_missing_to_be_put_in__al15() -> None:
    (late,) = found("AL15", "OPEN:5 M03:20 F01:20", units=[F01, NEEDS_HARD])
    (missing,) = found("AL15", "OPEN:5 M03:20", units=[F01, NEEDS_HARD])
    assert (late.way_out[:4], missing.way_out[:3]) == ("Move", "Put")
    assert "at 09:05 needs F01 or F02" in late.message


def test_that_the_clock_tells_what_comes_before_and_not_the_list__al15() -> None:
    early = block("early", 20, "08:00", kind=Kind.UNIT, unit_id="F01")
    late = block("late", 20, "09:00", kind=Kind.UNIT, unit_id="M03")
    assert subjects("AL15", day(late, early), units=[F01, NEEDS_HARD]) == []


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (NO_PRE_READS, ["warning"]),
        (Room(pre_reads=frozenset({"F02"})), []),
        (Room(pre_reads=frozenset({"F03"})), ["warning"]),
        (Room(), []),
        (Room(pre_reads=frozenset(), series=Series(2, 2, frozenset({"F01"}))), []),
    ],
)
def test_that_a_soft_requirement_is_taught_or_read_before__al15(room: Room, expected: list[str]) -> None:
    assert severities("AL15", "M03:20", units=[NEEDS_SOFT], room=room) == expected


def test_that_a_pre_read_does_not_stand_in_for_a_hard_requirement__al15() -> None:
    room = Room(pre_reads=frozenset({"F01"}))
    assert severities("AL15", "M03:20", units=[NEEDS_HARD], room=room) == ["error"]


def test_that_a_strand_learns_nothing_from_the_one_beside_it__al15() -> None:
    lines = strand("a", *rows("F01:20", "a")), strand("b", *rows("M03:20", "c"))
    assert subjects("AL15", one_day([breakout("k", *lines)]), units=[F01, NEEDS_HARD]) == ["c1"]


def test_that_what_a_strand_teaches_counts_for_what_follows__al15() -> None:
    lines = strand("a", *rows("F01:20 M03:20", "a")), strand("b", *rows("Q:50", "c"))
    day = one_day([breakout("k", *lines), *rows("M03:20")])
    assert subjects("AL15", day, units=[F01, NEEDS_HARD]) == []


def test_that_nobody_makes_rules_before_their_basics__al15() -> None:
    lab, late = unit("P06"), unit("P07")
    assert subjects("AL15", "P06:20 P01:20 P07:20", units=[lab, late, P01]) == ["b1"]
    (finding,) = found("AL15", "P06:20", units=[lab])
    assert finding.way_out.startswith("Educate before you legislate")


def test_that_basics_that_are_missing_are_told_once__al15() -> None:
    lab = unit("P06", requires=(Requirement(("P01", "P02", "P04", "L01"), hard=True),))
    assert len(found("AL15", "P06:20", units=[lab])) == 1


def test_that_arithmetic_and_order_come_before_everything_else() -> None:
    codes = [f.code for f in lint(agenda(one_day("L:95 M03:25", end="10:00")), {"M03": NEEDS_HARD})]
    assert codes[:3] == ["AL22", "AL22", "AL15"]
    assert codes.index("AL01") < codes.index("AL04") < codes.index("AL05")
