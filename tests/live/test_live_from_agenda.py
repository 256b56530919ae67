from __future__ import annotations

from dataclasses import replace

import pytest
from live_plans import DAY, NINE_S, PRIVATE, STEPS, day_plan, steps

from facilitator.agenda.model import Block, Day
from facilitator.agenda.schedule import lay_out
from facilitator.curriculum.text import plain
from facilitator.curriculum.unit import Kind
from facilitator.live.cues import cues_of
from facilitator.live.from_agenda import plan_from
from facilitator.live.labels import WallLabels, round_label
from facilitator.live.plan import CueKind, PlannedUnit
from facilitator.live.timetable import timetable

MIN = 60.0


def one(unit_id: str) -> PlannedUnit:
    return next(unit for unit in day_plan().units if unit.id == unit_id)


def plan_of(*blocks: Block, start: int = 540) -> tuple[PlannedUnit, ...]:
    day = Day("d", "D", start, blocks)
    return plan_from(day, lay_out(day), lambda _: (), "UTC", 0).units


def test_that_every_row_with_minutes_takes_its_turn_and_hidden_ones_stay() -> None:
    ids = [unit.id for unit in day_plan().units]
    assert ids == ["welcome", "share", "check", "break", "game", "talk", "clinics", "lunch", "close"]
    assert one("check").hidden


def test_that_a_pin_is_a_fixed_start_from_the_start_of_the_day() -> None:
    assert [one("lunch").fixed_start_s, one("share").fixed_start_s] == [180 * MIN, None]


def test_that_the_pin_of_a_section_is_that_of_its_first_block_only() -> None:
    assert [one("game").fixed_start_s, one("talk").fixed_start_s] == [90 * MIN, None]
    assert [one("game").section, one("talk").section] == ["Practice", "Practice"]


@pytest.mark.parametrize(("unit_id", "end"), [("break", 90 * MIN), ("lunch", 240 * MIN), ("welcome", None)])
def test_that_a_break_before_a_pin_ends_at_the_pin(unit_id: str, end: float | None) -> None:
    assert one(unit_id).fixed_end_s == end


def test_that_a_break_is_not_ended_by_a_pin_before_it_begins() -> None:
    units = plan_of(
        Block("a", Kind.INPUT, "A", 90),
        Block("k", Kind.BREAK, "K", 15),
        Block("b", Kind.INPUT, "B", 30, pin=600),
    )
    assert units[1].fixed_end_s is None


def test_that_a_break_after_which_nothing_is_pinned_keeps_its_length() -> None:
    assert plan_of(Block("k", Kind.BREAK, "K", 15), Block("b", Kind.INPUT, "B", 30))[0].fixed_end_s is None


def test_that_what_could_go_is_optional_and_minimums_are_kept() -> None:
    assert [one("game").optional, one("talk").optional] == [True, False]
    assert [one("share").min_s, one("talk").min_s] == [15 * MIN, None]


def test_that_a_breakout_is_one_unit_as_long_as_its_longest_strand() -> None:
    clinics = one("clinics")
    assert [clinics.planned_s, clinics.min_s] == [40 * MIN, 20 * MIN]
    assert [(s.title, s.minutes, s.room, s.lead) for s in clinics.strands] == [
        ("Service", 40, "Red", ""),
        ("Sales", 25, "", "Otto"),
    ]
    assert clinics.cues[0].prompt_lines() == ("Service: Red", "Sales")


def test_that_rows_without_minutes_are_named_with_the_unit_after_them() -> None:
    assert one("game").before == ("Ring the bell",)


def test_that_the_baseline_is_the_schedule() -> None:
    table, schedule = timetable(day_plan()), lay_out(DAY)
    for index, unit in enumerate(table.units):
        slot = schedule.slot(unit.id)
        assert slot is not None
        assert table.starts[index] == (slot.start - schedule.start) * MIN


def test_that_labels_are_the_times_of_the_agenda() -> None:
    assert WallLabels(day_plan()).minute(one("lunch").fixed_start_s or 0) == "12:00"


def test_that_a_pin_after_midnight_is_reached_after_midnight() -> None:
    units = plan_of(Block("a", Kind.INPUT, "A", 60), Block("b", Kind.INPUT, "B", 60, pin=60), start=20 * 60)
    assert units[1].fixed_start_s == 300 * MIN


def test_that_a_run_may_be_planned_for_another_start() -> None:
    plan = plan_from(DAY, lay_out(DAY), steps, "UTC", NINE_S + 60)
    assert replace(plan, planned_start_wall_s=NINE_S, zone="Europe/Vienna") == day_plan()


def test_that_cues_come_in_the_order_of_the_flow() -> None:
    cues = one("share").cues
    assert [(cue.kind, cue.step) for cue in cues] == [
        (CueKind.SLIDE, 0),
        (CueKind.SLIDE, 0),
        (CueKind.PROMPT, 1),
        (CueKind.TIMED, 1),
        (CueKind.TIMED, 1),
        (CueKind.TIMED, 1),
        (CueKind.DEBRIEF, 2),
        (CueKind.STEP, 3),
    ]
    assert [step.seconds for step in one("share").steps] == [600, 1200, 600, 300]


def test_that_timed_parts_carry_their_seconds_and_their_round() -> None:
    timed = [cue for cue in cues_of(STEPS) if cue.kind is CueKind.TIMED]
    assert [(cue.seconds, round_label(cue), cue.group_size) for cue in timed] == [
        (240, "1 of 3", 4),
        (240, "2 of 3", 4),
        (300, "3 of 3", 4),
    ]


def test_that_a_timed_part_without_words_keeps_the_task_on_the_screen() -> None:
    timed = [cue.prompt_lines() for cue in cues_of(STEPS) if cue.kind is CueKind.TIMED]
    assert timed[0] == ("Move a card only with a reason",)
    assert timed[1] == ("Now with the lawyer",)


def test_that_questions_are_one_list_in_their_order() -> None:
    debrief = next(cue for cue in cues_of(STEPS) if cue.kind is CueKind.DEBRIEF)
    assert debrief.prompt_lines() == ("What moved?", "Why?")


def test_that_notes_are_with_the_trainer_only() -> None:
    first = cues_of(STEPS)[0]
    assert plain(first.trainer.notes).splitlines() == [f"{PRIVATE} Why sharing", f"{PRIVATE} slide"]
    assert PRIVATE not in plain(first.body)
