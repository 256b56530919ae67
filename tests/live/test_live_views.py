from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from live_plans import PRIVATE, day_plan
from live_runs import P1, log, plan, press, unit

from facilitator.curriculum.unit import Kind
from facilitator.live.audience import AudienceView, audience_view
from facilitator.live.fold import fold, last_undoable
from facilitator.live.phases import Phase
from facilitator.live.plan import CueKind
from facilitator.live.rows import Place
from facilitator.live.state import Screen
from facilitator.live.timetable import Timetable, timetable
from facilitator.live.view import RunStatus, RunView, view_at

if TYPE_CHECKING:
    from facilitator.live.log import LogEvent

DAY = timetable(day_plan())
S0 = (0, "start")
SHARE = (0, "jump", {"unit": "share"})


def view(table: Timetable, *entries: tuple[Any, ...], t: float) -> RunView:
    events = press(table, *entries)
    return seen(table, events, t)


def seen(table: Timetable, events: tuple[LogEvent, ...], t: float) -> RunView:
    return view_at(table, fold(table, events, t), t, last_undoable(events))


def room(table: Timetable, *entries: tuple[Any, ...], t: float) -> AudienceView:
    return audience_view(view(table, *entries, t=t))


def cue(t: float, number: int, visit: int = 1) -> tuple[float, str, dict[str, Any]]:
    return (t, "step", {"unit": "share", "visit": visit, "cue": number})


def show(t: float, **what: Any) -> tuple[float, str, dict[str, Any]]:
    return (t, "display", what)


def test_that_before_the_start_the_first_unit_is_shown_as_if_started_now() -> None:
    v = view(P1, t=120)
    assert v.unit is not None
    assert v.times is not None
    assert [v.status, v.unit.id, v.times.remaining_s, v.drift_s, v.words.drift] == [
        RunStatus.READY, "A", 600, 120, "2 min behind",
    ]  # fmt: skip
    assert [row.place for row in v.rows] == [Place.COMING] * 3


def test_that_the_console_says_where_it_is_in_words() -> None:
    v = view(P1, (360, "start"), t=420)
    assert [v.words.remaining, v.words.elapsed, v.words.drift, v.words.finish, v.words.due] == [
        "9:00", "1:00", "6 min behind", "ends 00:36, 6 min behind", "00:16",
    ]  # fmt: skip
    assert [v.words.next_title, v.words.next_start, v.words.undo] == ["Unit B", "00:16", "Undo: start"]


def test_that_a_late_start_is_left_out_of_the_drift_since_the_start() -> None:
    assert view(P1, (360, "start"), t=420).drift_since_start_s == 0


def test_that_overtime_is_a_state_and_a_phase() -> None:
    v = view(P1, S0, t=610)
    assert [v.status, v.phase, v.words.remaining] == [RunStatus.OVERTIME, Phase.OVER, "+0:10"]


def test_that_paused_time_is_told() -> None:
    v = view(P1, S0, (100, "pause"), t=220)
    assert [v.status, v.words.paused] == [RunStatus.PAUSED, "paused for 2 min"]


def test_that_waiting_for_a_fixed_start_counts_down_to_it() -> None:
    from live_runs import ADVANCE

    table = plan(unit("A", 600, end_action=ADVANCE), unit("B", 300, fixed_start_s=900))
    v = view(table, S0, t=700)
    assert [v.phase, v.words.waiting] == [Phase.WAITING, "next in 3:20"]


def test_that_once_finished_there_is_no_unit_and_the_drift_is_that_of_the_end() -> None:
    v = view(P1, S0, (900, "finish"), t=5000)
    assert [v.status, v.unit, v.times, v.drift_s, v.phase] == [RunStatus.FINISHED, None, None, -900, Phase.NONE]
    assert [row.place for row in v.rows] == [Place.DONE, Place.LEFT_OUT, Place.LEFT_OUT]


def test_that_rows_stand_planned_beside_actual_and_expected() -> None:
    v = view(P1, S0, (10, "skip", {"unit": "C"}), (700, "next"), t=800)
    assert [(r.place, r.planned_start_s, r.start_s, r.end_s, r.late_s) for r in v.rows] == [
        (Place.DONE, 0, 0, 700, 0),
        (Place.CURRENT, 600, 700, 1600, 100),
        (Place.SKIPPED, 1500, None, None, None),
    ]
    assert [v.rows[0].spent_s, v.rows[1].label, v.rows[2].label] == [700, "00:12", ""]


def test_that_a_unit_jumped_over_is_left_out() -> None:
    assert view(P1, S0, (10, "jump", {"unit": "C"}), t=20).rows[1].place is Place.LEFT_OUT


def test_that_the_cue_on_and_the_next_one_are_shown() -> None:
    v = view(DAY, SHARE, cue(60, 1), t=70)
    assert v.cue is not None
    assert v.next_cue is not None
    assert v.step is not None
    assert [v.cue.title, v.next_cue.kind, v.step.title, v.cue_number, v.cue_count] == [
        "Two trays", CueKind.PROMPT, "Why sharing", 2, 8,
    ]  # fmt: skip


STEP_CASES: dict[str, tuple[list[Any], float, float | None, float | None]] = {
    "from the start of the unit": ([], 100, 500, None),
    "over both cues of the step": ([cue(60, 1)], 100, 500, None),
    "the next step has its own time": ([cue(60, 2)], 100, 1160, None),
    "a timed part too": ([cue(60, 2), cue(100, 3)], 130, 1130, 210),
    "the next timed part afresh": ([cue(60, 2), cue(100, 3), cue(340, 4)], 350, 910, 230),
    "a jump over several cues": ([cue(60, 3)], 100, 1160, 200),
    "going back goes on with the old time": ([cue(60, 2), cue(61, 1)], 100, 500, None),
    "a slip and back again costs nothing": ([cue(60, 3), cue(70, 4), cue(75, 3)], 100, 1160, 200),
    "a pause stops it": ([cue(60, 3), (80, "pause"), (180, "resume")], 200, 1160, 200),
    "more time is for what is on": ([cue(60, 3), (80, "extend", {"seconds": 60})], 100, 1220, 260),
    "more time before is not": ([(50, "extend", {"seconds": 60}), cue(60, 3)], 100, 1160, 200),
}


@pytest.mark.parametrize(("entries", "t", "step", "timed"), STEP_CASES.values(), ids=list(STEP_CASES))
def test_that_steps_and_timed_parts_have_their_own_countdown(
    entries: list[Any], t: float, step: float, timed: float | None
) -> None:
    times = view(DAY, SHARE, *entries, t=t).times
    assert times is not None
    assert [times.step_remaining_s, times.cue_remaining_s] == [step, timed]


def test_that_a_unit_without_steps_has_only_its_own_countdown() -> None:
    times = view(DAY, S0, t=60).times
    assert times is not None
    assert [times.step_remaining_s, times.cue_remaining_s] == [None, None]


def test_that_the_room_sees_the_task_how_to_work_and_the_time_of_the_part() -> None:
    a = room(DAY, SHARE, cue(60, 4), t=100)
    assert [a.title, a.prompt_lines, a.grouping_line, a.round_label, a.countdown] == [
        "Round 2", ("Now with the lawyer",), "at your tables, 4 to a table", "2 of 3", "3:20",
    ]  # fmt: skip


def test_that_the_room_sees_slides_without_their_notes() -> None:
    slide = room(DAY, SHARE, t=10).slide
    assert slide is not None
    assert slide.title == "Everything starts in Share"
    assert {f.name for f in dataclasses.fields(slide)} == {"title", "body", "layout"}


def test_that_at_zero_the_room_sees_time_s_up_and_no_overtime() -> None:
    at_zero = room(DAY, SHARE, cue(60, 3), t=300)
    later = room(DAY, SHARE, cue(60, 3), t=400)
    assert [at_zero.times_up, at_zero.countdown, at_zero.times_up_words] == [True, "0:00", "Time's up"]
    assert dataclasses.replace(later, clock="", next_line="") == dataclasses.replace(at_zero, clock="", next_line="")


def test_that_input_that_runs_over_does_not_tell_the_room() -> None:
    a = room(DAY, SHARE, t=4000)
    assert [a.countdown, a.times_up, a.phase, a.next_line] == ["", False, Phase.NONE, "Next: Coffee"]


def test_that_the_trainer_may_always_or_never_show_the_countdown() -> None:
    assert room(DAY, SHARE, show(1, countdown="always"), t=100).countdown == "43:20"
    assert room(DAY, SHARE, cue(60, 3), show(61, countdown="never"), t=100).countdown == ""


def test_that_during_breaks_the_room_sees_when_to_be_back() -> None:
    a = room(DAY, (4300, "jump", {"unit": "break"}), t=4400)
    assert [a.back_at, a.countdown, a.next_line] == ["Back at 10:30", "16:40", "Next: Knots at 10:30"]


def test_that_back_at_stays_when_the_break_runs_over() -> None:
    a = room(DAY, (4300, "jump", {"unit": "break"}), t=6000)
    assert [a.back_at, a.times_up, a.next_line] == ["Back at 10:30", True, "Next: Knots"]


def test_that_hidden_units_are_never_announced() -> None:
    assert room(DAY, SHARE, t=60).next_line == "Next: Coffee at 09:55"
    assert room(DAY, (0, "jump", {"unit": "check"}), t=60).title == ""


def test_that_a_pause_is_said_and_the_next_time_left_open() -> None:
    a = room(P1, S0, (100, "pause"), t=200)
    assert [a.is_paused, a.status_words, a.next_line, a.countdown] == [True, "Paused", "Next: Unit B", "8:20"]


def test_that_before_the_start_the_room_sees_what_begins_when() -> None:
    assert [room(P1, t=-60).title, room(P1, t=-60).next_line] == ["Unit A", "We begin at 00:00"]
    assert [room(P1, t=60).next_line, room(P1, t=60).countdown] == ["", ""]


def test_that_the_end_is_said_kindly() -> None:
    a = room(P1, S0, (10, "finish"), t=20)
    assert [a.status_words, a.title, a.countdown, a.times_up] == ["Thank you", "", "", False]


@pytest.mark.parametrize("screen", [Screen.BLACK, Screen.WHITE])
def test_that_black_and_white_show_nothing_else(screen: Screen) -> None:
    assert room(DAY, SHARE, show(1, message="Hello"), show(2, screen=str(screen)), t=3) == AudienceView(screen=screen)


def test_that_a_message_is_shown_over_the_prompt() -> None:
    assert room(DAY, SHARE, show(1, message="Fire drill"), t=3).message == "Fire drill"


def texts(value: object) -> list[str]:
    """Every text anywhere inside a value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in texts(part)]
    if dataclasses.is_dataclass(value):
        return [text for f in dataclasses.fields(value) for text in texts(getattr(value, f.name))]
    return []


PRESSES = st.lists(
    st.tuples(
        st.integers(1, 1500),
        st.sampled_from(["next", "next_cue", "pause", "resume", "extend", "previous"]),
    ),
    max_size=25,
)


@settings(deadline=None, max_examples=40)
@given(st.integers(-600, 6000), PRESSES)
def test_that_private_texts_and_lateness_never_reach_the_room(begin: int, presses: list[tuple[int, str]]) -> None:
    t = float(begin)
    entries: list[tuple[Any, ...]] = [(t, "start")]
    for seconds, kind in presses:
        t += seconds
        state = fold(DAY, press(DAY, *entries), t)
        if kind == "next_cue" and state.visit is not None:
            now = DAY.units[state.visit.index].id
            entries.append((t, "step", {"unit": now, "visit": state.visit.number, "cue": state.visit.cue + 1}))
        else:
            entries.append((t, kind, {"seconds": 300}))
        said = "\n".join(texts(room(DAY, *entries, t=t)))
        assert PRIVATE not in said
        assert not any(word in said for word in ("behind", "ahead", "late", "+0", "+1"))


def test_that_the_sentinels_are_there_to_be_found() -> None:
    assert PRIVATE in "\n".join(texts(view(DAY, SHARE, t=10)))
    assert "behind" in "\n".join(texts(view(DAY, (600, "start"), t=610)))


def test_that_the_room_s_type_has_no_place_for_a_private_field() -> None:
    allowed = (
        "screen status_words title prompt_lines body slide grouping_line round_label countdown times_up "
        "times_up_words phase is_paused back_at next_line clock message"
    )
    assert {f.name for f in dataclasses.fields(AudienceView)} == set(allowed.split())


def test_that_extending_changes_the_countdown_and_nothing_else_the_room_sees() -> None:
    before = room(DAY, SHARE, cue(60, 3), t=100)
    after = room(DAY, SHARE, cue(60, 3), (100, "extend", {"seconds": 60}), t=100)
    changed = {f.name for f in dataclasses.fields(before) if getattr(before, f.name) != getattr(after, f.name)}
    assert changed == {"countdown", "next_line"}


def test_that_a_break_without_a_pin_ends_when_it_is_due() -> None:
    table = plan(unit("K", 900, kind=Kind.BREAK), unit("B", 600))
    assert room(table, S0, t=60).back_at == "Back at 00:15"


def test_that_a_view_of_an_empty_plan_can_be_made() -> None:
    v = seen(plan(), log(), 0)
    assert [v.unit, v.rows, audience_view(v).title] == [None, (), ""]
