from __future__ import annotations

from typing import Any

import pytest
from live_runs import AUT, GAP, P1, log, plan, press, probe, unit

from facilitator.live.fold import fold
from facilitator.live.refusals import Refusal, refusal_words

S0 = (0, "start")
DONE = [S0, (10, "finish")]


def last_reason(*entries: tuple[Any, ...], table: Any = P1) -> str:
    return press(table, *entries)[-1].reason


CASES: dict[str, tuple[list[Any], str]] = {
    "start twice": ([S0, (1, "start")], "not-ready"),
    "start after the end": ([*DONE, (20, "start")], "not-ready"),
    "pause before the start": ([(0, "pause")], "not-running"),
    "pause after the end": ([*DONE, (20, "pause")], "not-running"),
    "resume while running": ([S0, (1, "resume")], "not-paused"),
    "next before the start": ([(0, "next")], "not-live"),
    "next after the end": ([*DONE, (20, "next")], "not-live"),
    "previous before the start": ([(0, "previous")], "not-live"),
    "previous on the first unit": ([S0, (1, "previous")], "first-unit"),
    "previous with all before skipped": (
        [(0, "skip", {"unit": "A"}), (1, "start"), (2, "previous")],
        "first-unit",
    ),
    "jump to the current unit": ([S0, (1, "jump", {"unit": "A"})], "current-unit"),
    "jump to nowhere": ([S0, (1, "jump", {"unit": "Z"})], "unknown-unit"),
    "jump without a unit": ([S0, (1, "jump")], "unknown-unit"),
    "jump to a skipped unit": ([S0, (1, "skip", {"unit": "B"}), (2, "jump", {"unit": "B"})], "skipped-unit"),
    "jump after the end": ([*DONE, (20, "jump", {"unit": "B"})], "not-live"),
    "restart before the start": ([(0, "restart")], "not-live"),
    "extend before the start": ([(0, "extend", {"seconds": 60})], "not-live"),
    "extend by nothing": ([S0, (1, "extend", {"seconds": 0})], "no-change"),
    "extend by no number": ([S0, (1, "extend", {"seconds": "much"})], "no-change"),
    "extend by infinity": ([S0, (1, "extend", {"seconds": float("inf")})], "no-change"),
    "take from nothing": (
        [S0, (1, "extend", {"seconds": -900}), (2, "extend", {"seconds": -60})],
        "no-change",
    ),
    "adjust the current unit": ([S0, (1, "adjust", {"unit": "A", "seconds": 60})], "not-coming"),
    "adjust a past unit": ([S0, (1, "next"), (2, "adjust", {"unit": "A", "seconds": 60})], "not-coming"),
    "adjust an unknown unit": ([S0, (1, "adjust", {"unit": "Z", "seconds": 60})], "unknown-unit"),
    "adjust a skipped unit": (
        [S0, (1, "skip", {"unit": "B"}), (2, "adjust", {"unit": "B", "seconds": 60})],
        "skipped-unit",
    ),
    "adjust after the end": ([*DONE, (20, "adjust", {"unit": "B", "seconds": 60})], "not-live"),
    "skip twice": ([S0, (1, "skip", {"unit": "B"}), (2, "skip", {"unit": "B"})], "skipped-unit"),
    "skip a past unit": ([S0, (1, "next"), (2, "skip", {"unit": "A"})], "not-coming"),
    "unskip what is not skipped": ([S0, (1, "unskip", {"unit": "B"})], "not-skipped"),
    "unskip a past unit": (
        [S0, (1, "skip", {"unit": "B"}), (2, "next"), (3, "unskip", {"unit": "B"})],
        "not-coming",
    ),
    "finish before the start": ([(0, "finish")], "not-live"),
    "undo nothing": ([(0, "undo")], "nothing-to-undo"),
    "undo once more than done": ([S0, (1, "undo"), (2, "undo")], "nothing-to-undo"),
    "a gap that was none": ([S0, (1, "gap_as_pause", {"from_s": 0, "to_s": 1})], "no-gap"),
    "a clock that was not set": ([S0, (1, "follow_clock")], "no-shift"),
    "an interruption that was none": ([S0, (1, "restore", {"mode": "exclude"})], "no-outage"),
    "start with everything skipped": (
        [*((0, "skip", {"unit": u}) for u in "ABC"), (1, "start")],
        "nothing-left",
    ),
}


@pytest.mark.parametrize(("entries", "reason"), CASES.values(), ids=list(CASES))
def test_that_a_command_that_does_not_fit_is_refused_with_its_reason(entries: list[Any], reason: str) -> None:
    assert last_reason(*entries) == reason


@pytest.mark.parametrize(("entries", "_reason"), CASES.values(), ids=list(CASES))
def test_that_a_refused_command_changes_nothing(entries: list[Any], _reason: str) -> None:
    events = press(P1, *entries)
    assert fold(P1, events, 50) == fold(P1, events[:-1], 50)


@pytest.mark.parametrize("reason", list(Refusal))
def test_that_every_refusal_can_be_said(reason: Refusal) -> None:
    assert refusal_words(reason).endswith(".")


def test_that_skipping_the_running_unit_goes_to_the_next() -> None:
    assert probe(P1, press(P1, S0, (100, "skip", {"unit": "A"})), 100).name == "B"


def test_that_a_skip_right_after_an_automatic_change_is_too_soon() -> None:
    assert last_reason(S0, (600.5, "skip", {"unit": "B"}), table=AUT) == "too-soon"


def test_that_next_counts_again_one_second_after_an_automatic_change() -> None:
    assert last_reason(S0, (601, "next"), table=AUT) == ""


def test_that_a_double_press_changes_the_unit_once() -> None:
    table = plan(unit("A", 600), unit("B", 900), unit("C", 300), debounce_s=0.35)
    events = press(table, S0, (100, "next"), (100.2, "next"), (100.6, "next"))
    assert [event.reason for event in events] == ["", "", "debounced", ""]


@pytest.mark.parametrize(
    ("kind", "fields"), [("previous", {}), ("restart", {}), ("jump", {"unit": "C"}), ("next", {})]
)
def test_that_no_change_of_unit_follows_another_at_once(kind: str, fields: dict[str, Any]) -> None:
    table = plan(unit("A", 600), unit("B", 900), unit("C", 300), debounce_s=0.35)
    assert last_reason(S0, (100, "next"), (100.25, kind, fields), table=table) == "debounced"


def test_that_previous_jumps_over_a_skipped_unit() -> None:
    events = press(P1, S0, (1, "skip", {"unit": "B"}), (2, "next"), (3, "previous"))
    assert probe(P1, events, 3).name == "A"


@pytest.mark.parametrize("kind", ["next", "previous", "jump", "restart", "skip"])
def test_that_changing_the_unit_ends_a_pause(kind: str) -> None:
    unit_id = "B" if kind == "skip" else "C"
    events = press(P1, S0, (10, "next"), (20, "pause"), (30, kind, {"unit": unit_id}))
    assert [probe(P1, events, 30).status, probe(P1, events, 40).el] == ["running", 10]


def test_that_a_break_ending_at_a_fixed_time_ends_later_when_adjusted() -> None:
    table = plan(unit("A", 600), unit("K", fixed_end_s=1500), unit("C", 600))
    seen = probe(table, press(table, S0, (10, "adjust", {"unit": "K", "seconds": 300})), 10)
    assert [seen.fi, seen.fd] == [2400, 300]


def test_that_an_adjustment_takes_no_more_than_there_is() -> None:
    seen = probe(P1, press(P1, S0, (10, "adjust", {"unit": "C", "seconds": -900})), 10)
    assert seen.fi == 1500


def test_that_an_advancing_last_unit_holds() -> None:
    from live_runs import ADVANCE

    table = plan(unit("A", 600, end_action=ADVANCE))
    assert probe(table, log(S0), 700).status == "overtime"


def test_that_an_advancing_unit_with_a_fixed_end_in_the_past_ends_no_earlier_than_it_began() -> None:
    from live_runs import ADVANCE

    table = plan(unit("A", 600, end_action=ADVANCE), unit("K", fixed_end_s=500, end_action=ADVANCE), unit("C", 60))
    seen = probe(table, log(S0), 610)
    assert [seen.name, seen.el] == ["C", 10]


def test_that_a_break_is_not_entered_early_by_a_unit_that_waits() -> None:
    assert probe(GAP, log(S0), 1200).name == "A"


def test_that_a_gap_right_after_a_command_of_the_same_instant_can_be_a_pause() -> None:
    span = {"from_s": 0, "to_s": 480}
    events = press(P1, S0, (480, "gap", span), (490, "gap_as_pause", span))
    assert probe(P1, events, 490).el == 10


def test_that_a_command_at_the_instant_of_waking_comes_after_the_pause() -> None:
    span = {"from_s": 100, "to_s": 480}
    events = press(P1, S0, (480, "gap", span), (480, "next"), (490, "gap_as_pause", span))
    seen = probe(P1, events, 490)
    assert [seen.name, seen.el, seen.state.past[0].paused_s] == ["B", 10, 380]
