"""Laws of the session clock, for any plan and any keys pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from live_runs import ADVANCE, press, probe, unit

from facilitator.live.fold import fold, last_undoable
from facilitator.live.labels import countdown_text
from facilitator.live.plan import EndAction, RunPlan
from facilitator.live.projection import project
from facilitator.live.rules import due_s, elapsed_s, fixed_start_s, paused_s, planned_end_s
from facilitator.live.state import Status
from facilitator.live.timetable import Timetable, timetable
from facilitator.live.view import view_at
from facilitator.live.visits import advance

if TYPE_CHECKING:
    from facilitator.live.log import LogEvent

NAMES = "ABCDE"
law = settings(deadline=None)  # a busy computer is no fault
whole = st.integers(min_value=0, max_value=1200)
IDS = st.sampled_from([*NAMES, "Z"])


@st.composite
def tables(draw: st.DrawFn) -> Timetable:
    units = tuple(
        unit(
            name,
            draw(whole),
            fixed_start_s=draw(st.none() | st.integers(-300, 4000)),
            fixed_end_s=draw(st.none() | st.none() | st.integers(0, 4000)),
            end_action=draw(st.sampled_from([EndAction.HOLD, EndAction.HOLD, ADVANCE])),
            optional=draw(st.booleans()),
        )
        for name in NAMES[: draw(st.integers(1, 5))]
    )
    return timetable(RunPlan(units, debounce_s=draw(st.sampled_from([0.0, 0.35]))))


@st.composite
def entries(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    t = float(draw(st.integers(-300, 300)))  # quarters of seconds, so that sums are exact
    made: list[tuple[Any, ...]] = []
    for _ in range(draw(st.integers(0, 14))):
        t += draw(st.sampled_from([0.0, 0.25, 0.5, 1.0, 7.0, 60.0, 200.5, 900.0]))
        made.append((t, *draw(command(t))))
    return made


@st.composite
def command(draw: st.DrawFn, t: float) -> tuple[str, dict[str, Any]]:
    plain = ["start", "start", "pause", "resume", "next", "next", "previous", "restart", "undo", "finish"]
    kind = draw(
        st.sampled_from([*plain, "jump", "skip", "unskip", "extend", "adjust", "step", "clock", "gap", "answer"])
    )
    if kind in {"jump", "skip", "unskip", "adjust", "extend"}:
        return kind, {"unit": draw(IDS), "seconds": draw(st.integers(-900, 900))}
    if kind == "step":
        return kind, {"unit": draw(IDS), "visit": draw(st.integers(0, 4)), "cue": draw(st.integers(-1, 2))}
    if kind == "clock":
        return draw(st.sampled_from([("wall_shift", {"seconds": 60.0}), ("follow_clock", {})]))
    from_s = t - draw(st.integers(1, 500))
    span = {"from_s": from_s, "to_s": t}
    if kind == "gap":
        return draw(st.sampled_from(["gap", "gap_or_shift", "opened"])), span
    if kind == "answer":
        answers = ["gap_as_pause", "gap_as_clock", "restore"]
        return draw(st.sampled_from(answers)), {
            **span,
            "mode": draw(st.sampled_from(["exclude", "hold", "continue"])),
        }
    return kind, {}


runs = st.tuples(tables(), entries(), st.integers(0, 3000))


def end_of(events: tuple[LogEvent, ...], later: float) -> float:
    return max((event.t for event in events), default=0.0) + later


@law
@given(runs)
def test_that_no_sequence_of_commands_raises_and_every_view_can_be_made(run: tuple[Timetable, Any, int]) -> None:
    table, made, later = run
    events = press(table, *made)
    for t in {event.t for event in events} | {end_of(events, later)}:
        view = view_at(table, fold(table, events, t), t, last_undoable(events))
        assert len(view.rows) == len(table.units)


@law
@given(runs)
def test_that_the_fold_is_the_same_however_often_it_is_made(run: tuple[Timetable, Any, int]) -> None:
    table, made, later = run
    events = press(table, *made)
    t = end_of(events, later)
    assert fold(table, events, t) == fold(table, tuple(reversed(events)), t)


@law
@given(runs, st.lists(st.integers(0, 3000), max_size=6))
def test_that_automatic_changes_do_not_depend_on_when_the_clock_is_looked_at(
    run: tuple[Timetable, Any, int], looks: list[int]
) -> None:
    table, made, later = run
    events = press(table, *made)
    start, end = end_of(events, 0), end_of(events, later)
    state = fold(table, events, start)
    for look in sorted(looks):
        state = advance(table, state, min(start + look, end))
    assert advance(table, state, end) == fold(table, events, end)


@law
@given(runs)
def test_that_undo_leaves_the_fold_of_the_log_without_the_command(run: tuple[Timetable, Any, int]) -> None:
    table, made, later = run
    events = press(table, *made)
    taken = last_undoable(events)
    if taken is None:
        return
    t = end_of(events, later)
    undone = press(table, *made, (end_of(events, 0), "undo"))
    without = tuple(event for event in events if event.seq != taken.seq)
    if any(event.type == "undo" and event.accepted for event in events):
        return
    assert undone[-1].accepted
    assert fold(table, undone, t) == fold(table, without, t)


@law
@given(runs, st.integers(1, 500))
def test_that_remaining_falls_exactly_with_time_while_running(run: tuple[Timetable, Any, int], later: int) -> None:
    table, made, _ = run
    events = press(table, *made)
    t = end_of(events, 0)
    before, after = probe(table, events, t), probe(table, events, t + later)
    visit = before.state.visit
    if before.state.status is not Status.RUNNING or visit is None or visit != after.state.visit:
        return
    due = due_s(table, before.state, visit, t)
    assert due == due_s(table, after.state, visit, t + later)
    if before.wait is None and after.wait is None:
        assert before.re is not None
        assert after.re == before.re - later


@law
@given(runs, st.integers(1, 500))
def test_that_a_pause_does_not_change_what_has_elapsed(run: tuple[Timetable, Any, int], later: int) -> None:
    table, made, _ = run
    events = press(table, *made)
    t = end_of(events, 0)
    state = fold(table, events, t)
    if state.status is not Status.PAUSED or state.visit is None:
        return
    assert elapsed_s(state.visit, t) == elapsed_s(state.visit, t + later)
    assert advance(table, state, t + later) == state
    assert paused_s(state.visit, t + later) == paused_s(state.visit, t) + later


@law
@given(runs)
def test_that_drift_is_the_expected_end_against_the_planned_end(run: tuple[Timetable, Any, int]) -> None:
    table, made, later = run
    events = press(table, *made)
    t = end_of(events, later)
    state = fold(table, events, t)
    projection = project(table, state, t)
    if projection.current is not None:
        planned = planned_end_s(table, state, projection.current.index)
        assert projection.drift_s == projection.current.end_s - planned


@law
@given(runs)
def test_that_the_projection_never_goes_before_a_fixed_start_nor_back_in_time(
    run: tuple[Timetable, Any, int],
) -> None:
    table, made, later = run
    events = press(table, *made)
    t = end_of(events, later)
    state = fold(table, events, t)
    projection = project(table, state, t)
    end = None if projection.current is None else projection.current.end_s
    for coming in projection.coming:
        fixed = fixed_start_s(table, state, coming.index)
        assert fixed is None or coming.start_s >= fixed
        assert end is not None
        assert end <= coming.start_s <= coming.end_s
        assert coming.index not in state.skipped
        end = coming.end_s


@law
@given(tables())
def test_that_a_run_that_goes_to_plan_is_never_off_plan(table: Timetable) -> None:
    state = fold(table, press(table, (table.starts[0], "start")), table.starts[0])
    projection = project(table, state, table.starts[0])
    assert projection.drift_s == projection.finish_drift_s == 0


@law
@given(st.floats(-100_000, 100_000))
def test_that_a_countdown_never_shows_less_than_is_left(remaining: float) -> None:
    text = countdown_text(remaining)
    parts = [int(part) for part in text.lstrip("+").split(":")]
    seconds = sum(part * 60**power for power, part in enumerate(reversed(parts)))
    assert (-seconds if text.startswith("+") else seconds) >= remaining - 0.001
