from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from live_runs import plan, press, probe, unit

from facilitator.curriculum.unit import Kind
from facilitator.live.ahead import ahead_options, back_later_options
from facilitator.live.breaks import short_breaks
from facilitator.live.labels import WallLabels
from facilitator.live.log import EventType
from facilitator.live.offers import Option, Way, late_options
from facilitator.live.option_words import option_words
from facilitator.live.recovery import (
    Coming,
    Cuts,
    cascade,
    compress,
    drop_optional,
    push_end,
    rounded,
    shorten_breaks,
)

S0 = (0, "start")


def coming(*lengths: float, **fields: Any) -> list[Coming]:
    return [Coming(f"u{i}", length, **fields) for i, length in enumerate(lengths)]


def lengths(cuts: Cuts) -> list[float]:
    return [round(seconds, 3) for _, seconds in cuts.shortened]


def test_that_pushing_the_end_takes_nothing() -> None:
    assert push_end(300) == Cuts(residual_s=300)


def test_that_compressing_takes_in_proportion() -> None:  # R01
    assert lengths(compress(coming(900, 900, 900), 300)) == [800, 800, 800]
    assert lengths(compress(coming(1200, 600), 300)) == [1000, 500]


def test_that_what_reaches_its_minimum_stays_there_and_the_rest_gives_more() -> None:  # R02
    units = [Coming("a", 900, min_s=850), Coming("b", 900), Coming("c", 900)]
    assert lengths(compress(units, 300)) == [850, 775, 775]


def test_that_nothing_is_compressed_below_half_unless_it_says_so() -> None:  # R03
    cuts = compress(coming(600, 600), 900)
    assert [lengths(cuts), cuts.residual_s] == [[300, 300], 300]


def test_that_breaks_and_fixed_ends_are_not_compressed() -> None:  # R04
    units = [Coming("k", 900, kind=Kind.BREAK), Coming("f", 900, fixed_end=True), Coming("a", 900)]
    assert [name for name, _ in compress(units, 300).shortened] == ["a"]


@pytest.mark.parametrize(
    ("need", "dropped"), [(500, [600]), (1000, [900, 300]), (300, [300]), (2000, [900, 600, 300])]
)
def test_that_the_optional_unit_with_least_excess_goes_else_the_longest_and_so_on(
    need: float, dropped: list[float]
) -> None:  # R05, R06
    units = coming(300, 600, 900, optional=True)
    by_id = {u.unit_id: u.length_s for u in units}
    assert [by_id[name] for name in drop_optional(units, need).dropped] == dropped


def test_that_of_equal_optional_units_the_later_goes() -> None:
    assert drop_optional(coming(300, 300, optional=True), 200).dropped == ("u1",)


def test_that_what_is_not_optional_is_not_dropped() -> None:
    assert drop_optional(coming(300, 600), 500) == Cuts(residual_s=500)


def test_that_a_break_keeps_ten_minutes_or_its_minimum() -> None:
    units = [Coming("k", 900, Kind.BREAK), Coming("m", 3600, Kind.MEAL, min_s=2700), Coming("a", 900)]
    cuts = shorten_breaks(units, 3000)
    assert [dict(cuts.shortened), cuts.residual_s] == [{"k": 600, "m": 2700}, 1800]


def test_that_the_cascade_drops_then_shortens_input_then_the_rest_then_breaks() -> None:
    units = [
        Coming("game", 300, optional=True),
        Coming("talk", 1200, Kind.INPUT),
        Coming("work", 1200, Kind.EXERCISE),
        Coming("coffee", 900, Kind.BREAK),
    ]
    assert cascade(units, 800) == Cuts(("game",), (("talk", 700.0),), 0.0)
    assert cascade(units, 2000) == Cuts(("game",), (("talk", 600.0), ("work", 600.0), ("coffee", 600.0)), 200.0)


def test_that_new_lengths_are_shown_in_whole_minutes_and_the_sum_stays() -> None:
    units = coming(900, 900, 900)
    assert lengths(rounded(compress(units, 300), units)) == [840, 780, 780]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(60, 5400), st.floats(0, 1), st.booleans()), max_size=8),
    st.integers(0, 20_000),
)
def test_that_cuts_and_what_stays_late_make_up_the_need(made: list[tuple[int, float, bool]], need: int) -> None:
    units = [Coming(f"u{i}", n, min_s=n * share, optional=o) for i, (n, share, o) in enumerate(made)]
    before = {u.unit_id: u.length_s for u in units}
    for cuts in (compress(units, need), rounded(compress(units, need), units)):
        assert all(before[name] >= seconds for name, seconds in cuts.shortened)
        assert all(
            seconds >= u.floor_s - 1e-6 for u in units for name, seconds in cuts.shortened if name == u.unit_id
        )
    exact = compress(units, need)
    assert sum(before[n] - s for n, s in exact.shortened) + exact.residual_s == pytest.approx(need, abs=1e-6)


@settings(deadline=None)
@given(st.lists(st.integers(60, 5400), min_size=1, max_size=8), st.integers(60, 5000))
@example([60, 60, 60], 61)
def test_that_whole_minutes_never_save_less_than_needed_where_there_is_room(minutes: list[int], need: int) -> None:
    units = [Coming(f"u{i}", n, min_s=0) for i, n in enumerate(minutes)]
    exact = compress(units, need)
    if exact.residual_s == 0 and exact.shortened:
        taken = rounded(exact, units)
        before = {u.unit_id: u.length_s for u in units}
        assert sum(before[n] - s for n, s in taken.shortened) >= need - 1e-3


MORNING = plan(
    unit("A", 1800),
    unit("B", 1800),
    unit("game", 600, optional=True),
    unit("C", 1800),
)


def options(table: Any, *entries: tuple[Any, ...], t: float, anchor: str = "") -> tuple[Option, ...]:
    return late_options(table, probe(table, press(table, *entries), t).state, t, anchor)


def test_that_three_options_stand_side_by_side_with_their_new_end() -> None:
    found = options(MORNING, (480, "start"), t=480)
    words = [option_words(option, WallLabels(MORNING.plan)) for option in found]
    assert words == ["Drop Unit game: 01:38", "Shorten 3 units: 01:40", "Keep all: 01:48"]
    assert [option.way for option in found] == [Way.DROP, Way.COMPRESS, Way.KEEP_ALL]


def test_that_an_option_does_what_it_says() -> None:
    drop = options(MORNING, (480, "start"), t=480)[0]
    events = press(MORNING, (480, "start"), (500, drop.changes[0].kind, {"unit": drop.changes[0].unit_id}))
    assert probe(MORNING, events, 500).fi == drop.finish_s


def test_that_nothing_is_offered_when_on_time_or_late_by_less_than_a_minute() -> None:
    assert options(MORNING, (50, "start"), t=50) == ()


def test_that_nothing_is_offered_once_it_is_over() -> None:
    assert options(MORNING, (480, "start"), (9000, "finish"), t=9000) == ()


def test_that_the_combined_way_is_offered_where_no_simple_one_is_enough() -> None:
    found = options(MORNING, (3000, "start"), t=3000)
    assert [option.way for option in found] == [Way.CASCADE, Way.COMPRESS, Way.KEEP_ALL]
    assert found[0].residual_s == 600


ANCHORED = plan(
    unit("A", 600),
    unit("B", 600, optional=True),
    unit("L", 600, fixed_start_s=1800),
    unit("C", 600),
    unit("D", 600, optional=True),
)


def test_that_only_units_after_the_last_anchor_that_holds_are_touched() -> None:
    found = options(ANCHORED, S0, (10, "adjust", {"unit": "C", "seconds": 300}), t=20)
    touched = {change.unit_id for option in found for change in option.changes}
    assert touched <= {"L", "C", "D"}
    assert found[0].changes[0].unit_id == "D"


def test_that_lunch_itself_can_be_what_should_be_on_time() -> None:
    found = options(ANCHORED, (900, "start"), t=900, anchor="L")
    assert [option.way for option in found] == [Way.DROP, Way.COMPRESS, Way.KEEP_ALL]
    assert {change.unit_id for option in found for change in option.changes} == {"B"}


BACK_AT = plan(unit("A", 600), unit("K", 900, kind=Kind.BREAK, fixed_end_s=1500), unit("C", 600, fixed_start_s=1500))


def test_that_a_back_at_break_that_gets_too_short_is_told_and_can_end_later() -> None:
    state = probe(BACK_AT, press(BACK_AT, S0), 1250).state
    short = short_breaks(BACK_AT, probe(BACK_AT, press(BACK_AT, S0), 1250).projection)
    assert [(s.index, s.left_s, s.floor_s) for s in short] == [(1, 250, 600)]
    (option,) = back_later_options(BACK_AT, state, 1250)
    assert [option.changes[0].seconds, option.finish_s] == [360, 2460]


def test_that_a_back_at_break_with_its_floor_is_left_alone() -> None:
    assert back_later_options(BACK_AT, probe(BACK_AT, press(BACK_AT, S0), 900).state, 900) == ()


def test_that_time_won_can_bring_back_a_unit_lengthen_the_running_one_or_a_break() -> None:
    table = plan(unit("A", 600), unit("B", 300), unit("K", 900, kind=Kind.BREAK), unit("C", 600))
    events = press(table, S0, (10, "skip", {"unit": "B"}))
    found = ahead_options(table, probe(table, events, 20).state, 20)
    assert [(o.way, o.changes[0].kind, o.changes[0].seconds, o.finish_s) for o in found] == [
        (Way.BRING_BACK, EventType.UNSKIP, 0, 2400),
        (Way.LENGTHEN, EventType.EXTEND, 300, 2400),
        (Way.LONGER_BREAK, EventType.ADJUST, 300, 2400),
    ]


def test_that_nothing_is_offered_for_time_that_was_not_won() -> None:
    assert ahead_options(MORNING, probe(MORNING, press(MORNING, S0), 20).state, 20) == ()


@pytest.mark.parametrize("way", list(Way))
def test_that_every_way_can_be_said(way: Way) -> None:
    option = Option(way, (), 5400, 0, units=2, title="Knots")
    assert option_words(option, WallLabels(MORNING.plan)).endswith(": 01:30")
