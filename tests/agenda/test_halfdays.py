"""Half-days, balance and break times: cases 38 and 39."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from agenda_builders import block, breakout, clock, day, section, strand

from facilitator.agenda.balance import balance
from facilitator.agenda.breaks import break_drifts
from facilitator.agenda.halfdays import half_days
from facilitator.agenda.schedule import lay_out
from facilitator.curriculum.unit import Kind

if TYPE_CHECKING:
    from facilitator.agenda.balance import Balance
    from facilitator.agenda.model import Block, Day


def weigh(*days: Day, steps: dict[str, list[tuple[Kind, int]]] | None = None) -> Balance:
    known = steps or {}

    def steps_of(of: Block) -> list[tuple[Kind, int]]:
        return known.get(of.unit_id, [])

    return balance(days, [lay_out(one) for one in days], steps_of)


def test_that_a_block_across_the_split_belongs_to_both_halves__case_39() -> None:
    one = day(block("a", 60), start="12:00", split=clock("12:30"), date=dt.date(2026, 5, 5))
    halves = half_days(one, lay_out(one))
    assert [(h.id, h.start, h.end, h.content_minutes) for h in halves] == [
        ("day-1.am", 720, 750, 30),
        ("day-1.pm", 750, 780, 30),
    ]
    assert [h.label for h in halves] == ["Part 1, morning", "Part 1, afternoon"]
    assert {h.date for h in halves} == {dt.date(2026, 5, 5)}


def test_that_a_day_without_split_is_one_column_with_its_own_id__case_39() -> None:
    one = day(block("a", 60), block("m", 45, kind=Kind.MEAL), block("b", 60))
    (whole,) = half_days(one, lay_out(one))
    assert (whole.id, whole.label, whole.start, whole.end, whole.content_minutes) == (
        "day-1",
        "Part 1",
        540,
        705,
        120,
    )


def test_that_the_afternoon_begins_with_its_content_and_not_with_lunch__case_39() -> None:
    one = day(block("a", 180), block("m", 60, kind=Kind.MEAL), block("b", 90), split=clock("12:30"))
    morning, afternoon = half_days(one, lay_out(one))
    assert (morning.end, afternoon.start) == (clock("12:00"), clock("13:00"))


def test_that_a_half_without_content_is_no_column_and_the_other_keeps_its_id__case_39() -> None:
    one = day(block("a", 60), split=clock("12:30"))
    assert [h.id for h in half_days(one, lay_out(one))] == ["day-1.am"]
    assert half_days(day(), lay_out(day())) == ()


def test_that_no_minute_counts_twice_where_blocks_overlap__case_39() -> None:
    one = day(block("a", 90), block("b", 60, "10:00"), split=clock("10:15"))
    assert [h.content_minutes for h in half_days(one, lay_out(one))] == [75, 45]


def test_that_only_the_counting_strand_makes_presence() -> None:
    one = day(breakout("k", strand("x", block("a", 30)), strand("y", block("b", 20), block("c", 30))))
    assert [h.content_minutes for h in half_days(one, lay_out(one))] == [50]


def test_that_unit_minutes_are_shared_out_by_their_steps() -> None:
    one = day(
        block("u", 60, kind=Kind.UNIT, unit_id="D06"),
        block("p", 15, kind=Kind.BREAK),
        block("v", 40, kind=Kind.UNIT, unit_id="unknown"),
    )
    found = weigh(one, steps={"D06": [(Kind.INPUT, 15), (Kind.EXERCISE, 30), (Kind.DEBRIEF, 15)]})
    assert dict(found.by_kind) == {
        Kind.INPUT: 15, Kind.EXERCISE: 30, Kind.DEBRIEF: 15, Kind.BREAK: 15, Kind.UNIT: 40,
    }  # fmt: skip
    assert (found.work_minutes, found.doing_share, found.listening_share) == (100, 0.45, 0.15)


def test_that_steps_longer_than_their_block_are_scaled_to_it() -> None:
    one = day(block("u", 30, kind=Kind.UNIT, unit_id="D06"))
    found = weigh(one, steps={"D06": [(Kind.INPUT, 15), (Kind.EXERCISE, 45)]})
    assert dict(found.by_kind) == {Kind.INPUT: 8, Kind.EXERCISE: 22}
    assert found.doing_share + found.listening_share == 1


@pytest.mark.parametrize(
    ("between", "longest"),
    [(block("x", 15, kind=Kind.BREAK), 60), (block("x", 15, kind=Kind.ENERGISER), 115), (block("x", 0), 100)],
)
def test_that_only_pauses_end_a_stretch(between: Block, longest: int) -> None:
    found = weigh(day(block("a", 40), between, section("s", block("b", 50), block("c", 10))))
    assert found.longest_stretch == longest


@pytest.mark.parametrize(("pin", "longest", "first"), [("09:44", 74, "a"), ("09:45", 40, "a"), ("09:40", 70, "a")])
def test_that_a_gap_of_five_minutes_ends_a_stretch(pin: str, longest: int, first: str) -> None:
    found = weigh(day(block("a", 40), block("b", 30, pin)))
    assert (found.longest_stretch, found.stretch_begins_with) == (longest, first)


def test_that_the_longest_stretch_of_all_days_is_named() -> None:
    found = weigh(day(block("a", 40)), day(block("b", 20, kind=Kind.MEAL), block("c", 90), id="day-2"))
    assert (found.longest_stretch, found.stretch_begins_with) == (90, "c")


def test_that_an_empty_agenda_has_no_shares() -> None:
    assert (weigh(day()).doing_share, weigh(day()).longest_stretch) == (0.0, 0)


def test_that_each_break_off_its_usual_time_is_listed__case_38() -> None:
    def with_breaks(number: int, first: int, meal: int) -> Day:
        return day(
            block(f"a{number}", first),
            block(f"b{number}", 15, kind=Kind.BREAK),
            block(f"c{number}", 60),
            block(f"m{number}", meal, kind=Kind.MEAL),
            block(f"d{number}", 30),
            id=f"day-{number}",
        )

    days = [with_breaks(1, 90, 60), with_breaks(2, 105, 60), with_breaks(3, 90, 45)]
    drifts = break_drifts(days, [lay_out(one) for one in days])
    assert [(d.day_id, d.block_id, d.minutes_off) for d in drifts] == [("day-2", "b2", 15), ("day-2", "m2", 15)]
    assert break_drifts(days, [lay_out(one) for one in days], tolerance_minutes=15) == ()
