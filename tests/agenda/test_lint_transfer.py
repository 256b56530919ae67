"""AL17 to AL21 and AL23: access, measuring, transfer, recall, facts, content notes."""

from __future__ import annotations

import datetime as dt

import pytest
from agenda_builders import breakout, strand
from lint_days import found, one_day, rows, severities, subjects, unit

from facilitator.agenda.lint.room import Room, Series
from facilitator.curriculum.pack import Fact

PLAN = unit("K02", "X10 B5", track="transfer")
TALK = unit("F01", track="foundations")
TODAY = dt.date(2026, 6, 1)


def test_that_a_unit_says_how_everybody_can_take_part__al17() -> None:
    assert severities("AL17", "F01:20 F02:20", units=[unit("F01", access=()), unit("F02")]) == ["error"]


def test_that_every_strand_is_looked_at__al17() -> None:
    clinics = breakout("k", strand("a", *rows("F02:40", "a")), strand("b", *rows("F01:20", "c")))
    assert subjects("AL17", one_day([clinics]), units=[unit("F01", access=()), unit("F02")]) == ["c1"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["Q:60"], []),
        (["PRE:10 Q:60"], ["error"]),
        (["PRE:10 Q:60 POST:10"], []),
        (["PRE:10 Q:60", "Q:60 POST:10"], []),
        (["Q:60", "Q:60 POST:10"], ["error"]),
    ],
)
def test_that_one_assessment_alone_measures_nothing__al18(days: list[str], expected: list[str]) -> None:
    assert severities("AL18", *days) == expected


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (Room(is_assessed_outside=True), []),
        (Room(series=Series(1, 2)), []),
        (Room(series=Series(2, 2)), ["error"]),
        (Room(series=Series(2, 2, assessments_before=1)), []),
    ],
)
def test_that_the_other_one_may_be_taken_elsewhere__al18(room: Room, expected: list[str]) -> None:
    assert severities("AL18", "PRE:10 Q:60", room=room) == expected


def test_that_the_last_part_of_a_series_misses_what_the_first_began__al18() -> None:
    assert severities("AL18", "Q:60", room=Room(series=Series(2, 2, assessments_before=1))) == ["error"]


@pytest.mark.parametrize(
    ("days", "room", "expected"),
    [
        (["F01:119"], Room(has_follow_up=True), 0),
        (["F01:120"], Room(has_follow_up=True), 1),
        (["F01:60", "F01:60"], Room(has_follow_up=True), 1),
        (["F01:105 K02:15"], Room(has_follow_up=True), 0),
        (["F01:105 K02:15"], Room(has_follow_up=False), 1),
        (["F01:105 K02:15"], Room(), 0),
        (["F01:105 F99:15"], Room(has_follow_up=True), 0),
        (["F01:90"], Room(has_follow_up=False, series=Series(1, 2, minutes_before=30)), 0),
        (["F01:90"], Room(has_follow_up=True, series=Series(2, 2, minutes_before=30)), 1),
        (["F01:90"], Room(has_follow_up=True, series=Series(2, 2, frozenset({"K02"}), 30)), 0),
    ],
)
def test_that_two_hours_lead_to_a_plan_and_a_follow_up__al19(days: list[str], room: Room, expected: int) -> None:
    assert len(found("AL19", *days, units=[PLAN, TALK], room=room)) == expected


@pytest.mark.parametrize(
    ("later", "expected"), [("RECAP:5 Q:60", []), ("RECAP:4 Q:60", ["b1"]), ("OPEN:5 RECAP:5 Q:60", ["b1"])]
)
def test_that_a_later_day_or_part_begins_with_recall__al20(later: str, expected: list[str]) -> None:
    assert subjects("AL20", "OPEN:5 Q:60", later) == expected
    assert subjects("AL20", later, room=Room(series=Series(2, 3))) == expected


def test_that_the_first_part_has_nothing_to_recall__al20() -> None:
    assert subjects("AL20", "OPEN:5 Q:60", room=Room(series=Series(1, 3))) == []


def fact(**fields: object) -> Fact:
    plain = {"id": "R10", "claim": "x", "source": "y", "confidence": "H", "kind": "research", "review_by": TODAY}
    return Fact(**{**plain, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (fact(), []),
        (fact(review_by=dt.date(2026, 5, 31)), ["warning"]),
        (fact(review_by=dt.date(2026, 5, 31), kind="law", jurisdiction="EU"), ["error"]),
        (fact(review_by=None), []),
        (fact(kind="law"), ["error"]),
        (fact(id="R11", review_by=dt.date(2020, 1, 1)), []),
    ],
)
def test_that_facts_are_fresh_and_laws_hold_somewhere__al21(known: Fact, expected: list[str]) -> None:
    room = Room(facts=(known,), today=TODAY)
    assert severities("AL21", "F01:20", units=[unit("F01", facts=("R10", "R99"))], room=room) == expected


def test_that_facts_nobody_has_looked_up_are_left_alone__al21() -> None:
    stale = fact(review_by=dt.date(2020, 1, 1))
    cited = [unit("F01", facts=("R10",))]
    assert severities("AL21", "F01:20", units=cited, room=Room(facts=(stale,))) == []
    assert severities("AL21", "F01:20", units=cited, room=Room(today=TODAY)) == []


@pytest.mark.parametrize(
    ("unit_id", "note", "expected"), [("S02", "", 1), ("S02", " ", 1), ("S02", "It may hurt.", 0), ("F01", "", 0)]
)
def test_that_what_can_hurt_is_announced__al23(unit_id: str, note: str, expected: int) -> None:
    assert len(found("AL23", f"{unit_id}:20", units=[unit(unit_id, content_note=note)])) == expected
