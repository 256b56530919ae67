"""AL01, AL02, AL03, AL07, AL08, and AL22: breaks, meals, beginning and end, sums."""

from __future__ import annotations

import pytest
from agenda_builders import FORWARD, agenda, block, breakout, clock, day, section, strand
from lint_days import found, one_day, rows, severities, subjects, unit

from facilitator.agenda.lint.checks import lint
from facilitator.agenda.lint.room import Room, Series
from facilitator.curriculum.unit import Kind, Minutes

PART_2 = Room(series=Series(part=2, parts=3))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Q:75", []),
        ("Q:76", ["notice"]),
        ("Q:90", ["notice"]),
        ("Q:91", ["error"]),
        ("Q:70 BUF:10 Q:10", ["notice"]),
        ("Q:60 BRK:3 Q:60", []),
        ("Q:60 LUN:45 Q:91", ["error"]),
        ("Q:80 BRK:15 Q:91", ["notice", "error"]),
    ],
)
def test_that_a_stretch_over_75_asks_for_a_stand_up_and_one_over_90_for_a_break__al01(
    words: str, expected: list[str]
) -> None:
    assert severities("AL01", words) == expected


@pytest.mark.parametrize(
    ("words", "time", "subject"),
    [
        ("OPEN:3 Q:15 Q:20 Q:20 Q:20 BUF:5 CLOSE:7", "09:58", "b5"),
        ("OPEN:5 Q:90", "09:47", "b2"),
        ("Q:120", "10:00", "b1"),
    ],
)
def test_that_a_pause_is_proposed_where_a_block_begins_and_both_halves_are_comfortable__al01(
    words: str, time: str, subject: str
) -> None:
    (finding,) = found("AL01", words)
    assert time in finding.way_out
    assert finding.subject == subject


def test_that_the_longest_strand_makes_the_stretch__al01() -> None:
    clinics = breakout("clinics", strand("a", *rows("Q:40", "a")), strand("b", *rows("Q:80", "c")))
    assert severities("AL01", one_day([clinics])) == ["notice"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Q:60 BRK:10 Q:60", []),
        ("Q:60 BRK:9 Q:60", ["b2"]),
        ("Q:170 BRK:10", ["day-1"]),
        ("Q:169 BRK:10", []),
        ("Q:184 BRK:16", []),
        ("Q:139 BRK:15 LUN:46", ["day-1"]),
    ],
)
def test_that_a_break_has_ten_minutes_and_a_long_day_a_twelfth_of_breaks__al02(
    words: str, expected: list[str]
) -> None:
    assert subjects("AL02", words) == expected


@pytest.mark.parametrize(
    ("words", "start", "expected"),
    [
        ("Q:300", "14:00", []),
        ("Q:301", "14:00", ["error"]),
        ("Q:241", "09:29", ["error"]),
        ("Q:240", "09:30", []),
        ("Q:241", "12:01", []),
        ("Q:240 BRK:1", "09:28", []),
        ("Q:150 LUN:45 Q:200", "09:00", []),
        ("Q:150 LUN:44 Q:200", "09:00", ["error"]),
    ],
)
def test_that_a_long_day_and_one_over_noon_have_a_meal_of_45_minutes__al03(
    words: str, start: str, expected: list[str]
) -> None:
    assert severities("AL03", words, start=start) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("OPEN:12 Q:88", []),
        ("OPEN:13 Q:87", ["b1"]),
        ("OPEN:3 Q:42", []),
        ("OPEN:15 Q:345 BRK:90", []),
        ("Q:10 OPEN:3 Q:80", ["b1"]),
        ("NOTE:0 OPEN:5 Q:80", []),
        ("RECAP:10 Q:80", ["b1"]),
        ("", []),
    ],
)
def test_that_a_day_begins_with_an_opening_of_an_eighth_at_most__al07(words: str, expected: list[str]) -> None:
    assert subjects("AL07", words) == expected


def test_that_a_later_day_or_part_may_begin_with_a_recap__al07() -> None:
    assert subjects("AL07", "OPEN:5 Q:80", "RECAP:10 Q:80") == []
    assert subjects("AL07", "RECAP:30 Q:50", room=PART_2) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Q:80 CLOSE:5", []),
        ("Q:80 CLOSE:5 BUF:10", []),
        ("Q:80 CLOSE:5 LUN:60", []),
        ("CLOSE:5 Q:80", ["b2"]),
        ("CLOSE:5 Q:80 BUF:10", ["b2"]),
        ("BRK:10", []),
    ],
)
def test_that_only_slack_and_meals_follow_the_closing__al08(words: str, expected: list[str]) -> None:
    assert subjects("AL08", words) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(14, ["b1"]), (15, []), (60, []), (61, ["b1"])])
def test_that_a_unit_stays_within_its_range__al22(minutes: int, expected: list[str]) -> None:
    known = unit("F01", minutes=Minutes(15, 20, 60))
    assert subjects("AL22", f"F01:{minutes}", units=[known]) == expected


def test_that_every_strand_keeps_to_the_ranges_of_its_units__al22() -> None:
    clinics = breakout("clinics", strand("a", *rows("F01:14", "a")), strand("b", *rows("F01:20", "c")))
    assert subjects("AL22", one_day([clinics]), units=[unit("F01", minutes=Minutes(15, 20, 60))]) == ["a1"]


def test_that_a_day_that_runs_over_is_wrong_and_one_with_time_to_spare_is_not__al22() -> None:
    assert severities("AL22", one_day("Q:61", end="10:00")) == ["error"]
    assert severities("AL22", one_day("Q:60", end="10:00")) == []
    assert severities("AL22", one_day("Q:59", end="10:00")) == ["notice"]


def test_that_a_gap_before_a_pin_is_told_with_its_minutes__al22() -> None:
    (finding,) = found("AL22", day(block("a", 30), block("b", 30, "09:40")))
    assert finding.message.startswith("10 min ")


def test_that_a_clash_with_a_pin_is_told_with_its_clock_time__al22() -> None:
    (finding,) = found("AL22", day(block("a", 30), block("b", 30, "09:20")))
    assert (finding.subject, "09:20" in finding.message, "10 min" in finding.message) == ("b", True, True)


def test_that_a_clash_in_a_section_is_told_once__al22() -> None:
    clash = section("s", block("a", 30), block("b", 30, "09:20"))
    assert subjects("AL22", day(clash)) == ["b"]


@pytest.mark.parametrize(("room", "expected"), [("hall", ["y"]), ("HALL", ["y"]), ("attic", []), ("", [])])
def test_that_two_strands_do_not_share_a_room__al22(room: str, expected: list[str]) -> None:
    first, second = block("x", 30, room="Hall"), block("y", 30, room=room)
    assert subjects("AL22", day(breakout("k", strand("a", first), strand("b", second)))) == expected


def test_that_strands_may_use_a_room_one_after_the_other__al22() -> None:
    first = strand("a", block("x", 30, room="Hall"))
    second = strand("b", block("w", 30, room="Attic"), block("y", 30, room="Hall"))
    assert subjects("AL22", day(breakout("k", first, second))) == []


def test_that_times_after_midnight_are_written_as_such__al08() -> None:
    (finding,) = found("AL08", one_day("Q:180", "22:00"))
    assert "01:00 (+1)" in finding.message


def test_that_a_zone_nobody_knows_does_not_stop_the_checks() -> None:
    one = day(block("a", 30, kind=Kind.INPUT), date=FORWARD)
    assert "AL07" in {finding.code for finding in lint(agenda(one, zone="Atlantis/Capital"), {})}


def test_that_times_are_those_of_the_wall_when_the_clocks_change__al08() -> None:
    one = day(block("a", 120), start="01:00", date=FORWARD)
    (finding,) = found("AL08", one)
    assert clock("03:00") == one.start + 120
    assert "04:00" in finding.message
