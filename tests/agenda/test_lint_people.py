"""AL12, AL13, AL16: group sizes, how many lead, and whom the units are for."""

from __future__ import annotations

import pytest
from agenda_builders import breakout, strand
from hypothesis import given
from hypothesis import strategies as st
from lint_days import found, one_day, rows, severities, subjects, unit

from facilitator.agenda.lint.group_sizes import groups_of, resized
from facilitator.agenda.lint.room import Room
from facilitator.curriculum.audience import Profile


def in_groups(grouping: str, size: int, track: str = "") -> list[object]:
    return [unit("F01", "X10 B5", working={"grouping": grouping, "group_size": size}, track=track)]


@pytest.mark.parametrize(
    ("grouping", "size", "track", "expected"),
    [
        ("pairs", 0, "", 0),
        ("trios", 4, "", 1),
        ("tables", 2, "", 1),
        ("tables", 3, "", 0),
        ("tables", 5, "", 0),
        ("tables", 6, "", 1),
        ("groups", 4, "crisis", 1),
        ("groups", 5, "crisis", 0),
        ("groups", 8, "crisis", 0),
        ("groups", 8, "", 0),
        ("groups", 9, "", 1),
        ("groups", 1, "", 1),
        ("tables", 0, "", 0),
        ("alone", 1, "", 0),
        ("plenary", 20, "", 0),
    ],
)
def test_that_groups_suit_their_task__al12(grouping: str, size: int, track: str, expected: int) -> None:
    assert len(found("AL12", "F01:15", units=in_groups(grouping, size, track))) == expected


@pytest.mark.parametrize(
    ("people", "grouping", "size", "plan"),
    [
        (11, "pairs", 2, "1 of 3 and 4 of 2"),
        (12, "pairs", 2, ""),
        (5, "tables", 4, "1 of 5"),
        (9, "tables", 4, ""),
        (23, "tables", 4, ""),
        (9, "groups", 8, ""),
    ],
)
def test_that_nobody_is_left_over_when_the_room_falls_into_groups__al12(
    people: int, grouping: str, size: int, plan: str
) -> None:
    said = [f.way_out for f in found("AL12", "F01:15", units=in_groups(grouping, size), room=Room(people=people))]
    assert said == ([f"Resize groups: {plan}."] if plan else [])


def test_that_a_strand_is_not_measured_by_the_whole_room__al12() -> None:
    clinics = breakout("k", strand("a", *rows("F01:15", "a")), strand("b", *rows("Q:5", "c")))
    room = Room(people=11)
    assert subjects("AL12", one_day([clinics]), units=in_groups("pairs", 2), room=room) == []


def test_that_twenty_three_by_four_are_six_groups() -> None:
    assert groups_of(23, 4) == (4, 4, 4, 4, 4, 3)


@given(st.integers(1, 200), st.integers(2, 8))
def test_that_resized_groups_hold_everybody_within_bounds(people: int, size: int) -> None:
    groups = resized(people, size, (3, 5))
    assert sum(groups) == (people if groups else 0)
    assert all(3 <= group <= 5 for group in groups)
    assert groups or people < 3


@pytest.mark.parametrize(
    ("people", "leads", "expected"),
    [
        (24, 1, []), (25, 1, ["warning"]), (36, 1, ["warning"]), (37, 1, ["error"]), (48, 2, []),
        (49, 2, ["warning"]), (1, 0, ["error"]), (None, 1, []), (99, None, []),
    ],
)  # fmt: skip
def test_that_one_leads_twenty_four_people_at_most__al13(
    people: int | None, leads: int | None, expected: list[str]
) -> None:
    assert severities("AL13", "L:5 X:10 B:5", room=Room(people=people, facilitators=leads)) == expected


def test_that_people_who_only_listen_need_no_second_lead__al13() -> None:
    assert severities("AL13", "L:5 Q:10", room=Room(people=100, facilitators=1)) == []


@pytest.mark.parametrize(("leads", "expected"), [(1, ["k"]), (2, []), (None, [])])
def test_that_every_strand_has_a_lead__al13(leads: int | None, expected: list[str]) -> None:
    lines = strand("a", *rows("X:20 B:5", "a")), strand("b", *rows("X:20 B:5", "c")), strand("empty")
    day = one_day([breakout("k", *lines)])
    assert subjects("AL13", day, room=Room(people=99, facilitators=leads)) == expected


@pytest.mark.parametrize(
    ("core", "optional", "expected"),
    [
        (("legal",), (), []),
        (("hr",), ("government",), []),
        (("hr",), ("all",), []),
        (("hr",), ("healthcare",), []),
        (("hr",), ("it",), ["b2"]),
    ],
)
def test_that_a_unit_is_for_somebody_in_the_room__al16(
    core: tuple[str, ...], optional: tuple[str, ...], expected: list[str]
) -> None:
    room = Room(profiles=(Profile("legal", ("government",), ("healthcare",)),))
    known = unit("F01", core=core, optional=optional)
    assert subjects("AL16", "OPEN:5 F01:20", units=[known], room=room) == expected
    assert subjects("AL16", "OPEN:5 F01:20", units=[known]) == []


@pytest.mark.parametrize(
    ("disciplines", "grouping", "expected"),
    [(4, "pairs", 1), (3, "pairs", 0), (4, "tables", 0), (4, "trios", 0), (4, "", 0), (4, "plenary", 1)],
)
def test_that_four_disciplines_do_something_together__al16(disciplines: int, grouping: str, expected: int) -> None:
    room = Room(profiles=tuple(Profile(name) for name in ("legal", "hr", "it", "finance")[:disciplines]))
    assert len(found("AL16", "F01:15", units=in_groups(grouping, 0), room=room)) == expected


def test_that_work_in_strands_does_not_mix_disciplines__al16() -> None:
    room = Room(profiles=tuple(Profile(name) for name in ("legal", "hr", "it", "finance")))
    clinics = breakout("k", strand("a", *rows("F01:15", "a")))
    assert subjects("AL16", one_day([clinics]), units=in_groups("tables", 4), room=room) == ["day-1"]


@pytest.mark.parametrize(("core", "expected"), [("executives", 0), ("all", 0), ("legal", 1)])
def test_that_leaders_who_come_are_served__al16(core: str, expected: int) -> None:
    room = Room(profiles=(Profile("executives"), Profile("legal")))
    known = unit("F01", core=(core,), optional=("all",))
    assert len(found("AL16", "F01:20", units=[known], room=room)) == expected
