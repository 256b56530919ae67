from __future__ import annotations

from live_runs import AUT, GAP, P1, press

from facilitator.live.actuals import actuals


def test_that_plan_and_actual_stand_side_by_side() -> None:
    events = press(P1, (0, "start"), (60, "pause"), (120, "resume"), (720, "next"), (1500, "next"), (1860, "finish"))
    found = [(a.unit_id, a.planned_minutes, a.actual_minutes, a.difference_minutes) for a in actuals(P1.plan, events)]
    assert found == [("A", 10, 11, 1), ("B", 15, 13, -2), ("C", 5, 6, 1)]


def test_that_all_visits_of_a_unit_add_up() -> None:
    events = press(P1, (0, "start"), (300, "next"), (360, "previous"), (600, "next"), (1200, "finish"))
    first = actuals(P1.plan, events)[0]
    assert [first.visits, first.actual_s, first.start_s, first.end_s] == [2, 540, 0, 600]


def test_that_pauses_are_told_apart() -> None:
    events = press(P1, (0, "start"), (60, "pause"), (120, "resume"), (600, "finish"))
    first = actuals(P1.plan, events)[0]
    assert [first.actual_s, first.paused_s] == [540, 60]


def test_that_what_did_not_take_place_took_nothing() -> None:
    events = press(P1, (0, "start"), (10, "skip", {"unit": "B"}), (600, "next"), (900, "finish"))
    second = actuals(P1.plan, events)[1]
    assert [second.visits, second.actual_s, second.start_s, second.was_skipped, second.difference_minutes] == [
        0, 0, None, True, 0,
    ]  # fmt: skip


def test_that_an_unfinished_run_counts_up_to_its_last_event() -> None:
    events = press(P1, (0, "start"), (450, "heartbeat"))
    assert actuals(P1.plan, events)[0].actual_s == 450


def test_that_automatic_changes_count_at_their_exact_instant() -> None:
    assert actuals(AUT.plan, press(AUT, (0, "start"), (900, "finish")))[0].actual_s == 600


def test_that_undone_commands_leave_no_trace() -> None:
    events = press(P1, (0, "start"), (300, "next"), (310, "undo"), (600, "next"), (700, "finish"))
    assert [a.visits for a in actuals(P1.plan, events)] == [1, 1, 0]


def test_that_the_planned_length_of_a_break_ending_at_a_fixed_time_is_that_of_the_baseline() -> None:
    assert actuals(GAP.plan, ())[1].planned_start_s == 900
