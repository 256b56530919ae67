"""Who is here, and for how many minutes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.people.presence import Tally, check_in, minutes_present, percent_present, tally, tally_by_department
from facilitator.people.roster import Mark, Person, Presence, Roster, Source


@dataclass(frozen=True)
class Half:
    id: str
    start: int
    content: tuple[tuple[int, int], ...]


MORNING = Half("day-1.am", 540, ((540, 630), (645, 720)))
AFTERNOON = Half("day-1.pm", 780, ((780, 900),))


def mark(presence: Presence, minute_in: int | None = None, minute_out: int | None = None) -> Mark:
    return Mark("p1", MORNING.id, presence, minute_in, minute_out)


@pytest.mark.parametrize(
    ("minute", "presence"),
    [(480, Presence.HERE), (540, Presence.HERE), (545, Presence.HERE), (546, Presence.LATE), (700, Presence.LATE)],
)
def test_that_five_minutes_after_the_start_are_on_time(minute: int, presence: Presence) -> None:
    assert check_in("p1", MORNING, minute) == Mark("p1", "day-1.am", presence, minute_in=minute)


def test_that_an_arrival_keeps_where_it_was_noted() -> None:
    assert check_in("p1", MORNING, 541, source=Source.LATER).source is Source.LATER
    assert check_in("p1", MORNING, 541, grace_minutes=0).presence is Presence.LATE


@pytest.mark.parametrize(
    ("noted", "minutes"),
    [
        (None, 0),
        (mark(Presence.UNKNOWN, 540), 0),
        (mark(Presence.EXCUSED, 540, 720), 0),
        (mark(Presence.ABSENT), 0),
        (mark(Presence.HERE), 165),
        (mark(Presence.HERE, 500), 165),
        (mark(Presence.LATE, 600), 105),
        (mark(Presence.LATE, 635), 75),
        (mark(Presence.HERE, 540, 600), 60),
        (mark(Presence.HERE, None, 640), 90),
        (mark(Presence.HERE, 540, 2000), 165),
        (mark(Presence.LATE, 730), 0),
        (mark(Presence.HERE, 700, 600), 0),
    ],
)
def test_that_minutes_are_cut_to_the_content_of_the_half_day(noted: Mark | None, minutes: int) -> None:
    assert minutes_present(noted, MORNING) == minutes


minute = st.one_of(st.none(), st.integers(0, 1500))


@given(st.sampled_from(list(Presence)), minute, minute)
def test_that_minutes_are_never_negative_nor_more_than_the_content(
    presence: Presence, minute_in: int | None, minute_out: int | None
) -> None:
    assert 0 <= minutes_present(mark(presence, minute_in, minute_out), MORNING) <= 165


def test_that_percent_is_of_all_content_and_rounded_down() -> None:
    roster = Roster((Person("p1", "Jane"),), (mark(Presence.LATE, 541), Mark("p1", AFTERNOON.id, Presence.HERE)))
    assert percent_present(roster, "p1", [MORNING, AFTERNOON]) == 99
    assert percent_present(roster, "p2", [MORNING, AFTERNOON]) == 0
    assert percent_present(roster, "p1", []) is None


def test_that_those_who_came_are_counted_of_all_and_by_department() -> None:
    people = tuple(
        Person(f"p{number}", "Jane", department=department)
        for number, department in enumerate(["Legal", "IT", "", "Legal", "audit"], 1)
    )
    marks = (
        Mark("p1", "day-1.am", Presence.HERE),
        Mark("p2", "day-1.am", Presence.LATE, 600),
        Mark("p3", "day-1.am", Presence.EXCUSED),
        Mark("p4", "day-1.pm", Presence.HERE),
    )
    roster = Roster(people, marks)
    assert tally(roster, "day-1.am") == Tally(2, 5)
    assert tally(roster, "day-1.am").label() == "2 of 5"
    assert tally_by_department(roster, "day-1.am") == (
        ("audit", Tally(0, 1)),
        ("IT", Tally(1, 1)),
        ("Legal", Tally(1, 2)),
        ("", Tally(0, 1)),
    )
