"""AL04, AL05, AL06, AL09, AL10, AL11, AL14: listening and doing, debriefs, slack."""

from __future__ import annotations

import pytest
from agenda_builders import breakout, strand
from lint_days import found, one_day, rows, severities, subjects, unit

from facilitator.agenda.lint.room import Room
from facilitator.curriculum.unit import Minutes


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("L:20 Q:5", []),
        ("L:21 Q:5", ["warning"]),
        ("L:15 D:15", ["warning"]),
        ("L:15 D:16", ["error"]),
        ("L:20 Q:1 L:20", []),
        ("L:20 B:1 L:20", []),
        ("L:20 BRK:10 L:20", []),
        ("L:20 BUF:10 L:1", ["warning"]),
        ("L:20 ADMIN:10 L:1", ["warning"]),
        ("L:20 BUF:10", []),
        ("L:20 F99:10 L:20", []),
    ],
)
def test_that_people_listen_for_twenty_minutes_at_most__al04(words: str, expected: list[str]) -> None:
    assert severities("AL04", words) == expected


def test_that_the_steps_of_units_next_to_each_other_make_one_run__al04() -> None:
    units = [unit("F01", "X10 B5 L5"), unit("F02", "L16 X10 B5")]
    (finding,) = found("AL04", "F01:20 F02:31", units=units)
    assert (finding.subject, "21 min" in finding.message, "09:15 to 09:36" in finding.message) == ("b1", True, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("L:50 X:50", []),
        ("L:51 X:49", ["warning"]),
        ("L:65 X:35", ["warning"]),
        ("L:66 X:34", ["error"]),
        ("L:50 OPEN:10 Q:10 B:10 CLOSE:10 PRE:5 RECAP:5", []),
        ("L:51 X:49 BRK:60 BUF:60", ["warning"]),
        ("L:51 F99:49", []),
        ("BRK:10", []),
    ],
)
def test_that_half_of_the_learning_is_active__al05(words: str, expected: list[str]) -> None:
    assert severities("AL05", words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("L:10 D:10 X:20", []),
        ("L:10 D:11 X:20", ["warning"]),
        ("L:21 Q:60 X:20", ["warning"]),
        ("Q:60", []),
        ("L:21 F99:30", []),
    ],
)
def test_that_there_is_as_much_doing_as_telling__al06(words: str, expected: list[str]) -> None:
    assert severities("AL06", words) == expected


def test_that_the_units_that_tell_most_are_named__al06() -> None:
    units = [unit("F01", "L20 X10 B5"), unit("F02", "L5 X10 B5")]
    (finding,) = found("AL06", "F01:35 F02:20", units=units)
    assert "F01" in finding.way_out
    assert "F02" not in finding.way_out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Q:60 LUN:45 L:10 X:20", 0),
        ("Q:60 LUN:45 L:11 X:20", 1),
        ("Q:60 LUN:45 Q:20 X:20", 0),
        ("Q:60 LUN:45 Q:21 X:20", 1),
        ("Q:60 LUN:45 Q:5 CLOSE:15", 0),
        ("Q:60 LUN:45 L:12 Q:12 X:20", 2),
        ("Q:60 LUN:45 X:60 L:15", 0),
        ("Q:60 LUN:45 X:59 L:15", 1),
        ("Q:60 LUN:45 F99:60 X:10", 0),
        ("Q:60 LUN:45", 0),
    ],
)
def test_that_doing_comes_first_after_lunch__al09(words: str, expected: int) -> None:
    assert len(found("AL09", words)) == expected


@pytest.mark.parametrize(
    ("start", "expected"), [("12:32", 0), ("12:33", 1), ("13:00", 1), ("15:00", 1), ("15:01", 0)]
)
def test_that_without_lunch_the_dip_begins_with_the_first_block_of_the_early_afternoon__al09(
    start: str, expected: int
) -> None:
    assert len(found("AL09", "Q:26 BRK:1 Q:30 X:20", start=start)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("X:9 Q:10", []),
        ("X:10 Q:10", ["error"]),
        ("X:10 B:5", []),
        ("X:10 B:4", ["warning"]),
        ("X:24 B:6", []),
        ("X:25 B:6", ["warning"]),
        ("X:20 BUF:5 Q:5 B:5", []),
        ("X:20 B:3 Q:5 B:2", []),
        ("X:20 BRK:10 B:5", ["error"]),
        ("X:20 LUN:45 B:5", ["error"]),
        ("X:20 X:5 B:5", ["error"]),
    ],
)
def test_that_an_exercise_is_debriefed_before_anything_else_begins__al10(words: str, expected: list[str]) -> None:
    assert severities("AL10", words) == expected


def test_that_an_exercise_inside_a_unit_is_called_by_its_title__al10() -> None:
    (finding,) = found("AL10", "OPEN:5 F01:30", units=[unit("F01", "L10 X20")])
    assert (finding.subject, "“step 2” at 09:15" in finding.message) == ("b2", True)


def test_that_every_strand_needs_a_debrief_of_its_own__al10() -> None:
    lines = strand("a", *rows("X:20 B:5", "a")), strand("b", *rows("X:20", "c")), strand("c", *rows("X:10 B:5", "d"))
    assert subjects("AL10", one_day([breakout("k", *lines), *rows("X:5 B:5")])) == ["c1"]


def test_that_a_debrief_of_all_after_the_breakout_serves_every_strand__al10() -> None:
    lines = strand("a", *rows("X:20", "a")), strand("b", *rows("X:15", "c"))
    assert subjects("AL10", one_day([breakout("k", *lines), *rows("B:5")])) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Q:119", []),
        ("Q:120", ["warning"]),
        ("Q:114 BUF:6", []),
        ("Q:115 BUF:5", ["warning"]),
        ("Q:102 BUF:18", []),
        ("Q:101 BUF:19", ["notice"]),
        ("Q:95 BUF:5 LUN:60 Q:95 BUF:5", []),
        ("Q:95 LUN:60 Q:95 BUF:10", ["notice"]),
        ("Q:95 BRK:10 Q:95 BUF:10", []),
        ("Q:95 LUN:60 Q:95", ["warning"]),
    ],
)
def test_that_a_day_and_each_of_its_halves_has_slack__al11(words: str, expected: list[str]) -> None:
    assert severities("AL11", words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("L:49 Q:5", []),
        ("L:50 Q:5", ["warning"]),
        ("L:20 B:10 L:19", []),
        ("L:20 B:10 L:20", ["warning"]),
        ("L:25 BRK:15 L:25", ["warning"]),
        ("L:25 X:1 L:25", []),
        ("L:25 PRE:5 L:25", []),
        ("L:25 BUF:25", []),
    ],
)
def test_that_something_is_asked_of_people_every_fifty_minutes__al14(words: str, expected: list[str]) -> None:
    assert severities("AL14", words) == expected


def test_that_credit_hours_make_a_rule_of_it__al14() -> None:
    assert severities("AL14", "L:50", room=Room(gives_credit=True)) == ["error"]


def test_that_a_unit_is_weighed_at_the_minutes_it_gets__al10() -> None:
    known = unit("F01", "L4 X10 B2", minutes=Minutes(8, 16, 20))
    assert subjects("AL10", "F01:8", units=[known]) == []
    assert subjects("AL10", "F01:16", units=[known]) == ["b1"]
