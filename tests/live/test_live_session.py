from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

import pytest
from live_plans import day_plan
from live_runs import ADVANCE, unit

from facilitator.curriculum.unit import Kind
from facilitator.foundation.clocks import Instant
from facilitator.live.disturbances import RestoreMode, Subject
from facilitator.live.fold import fold
from facilitator.live.log import EventType, events_from_plain
from facilitator.live.notices import NoticeAbout
from facilitator.live.plan import RunPlan
from facilitator.live.refusals import Refusal
from facilitator.live.remote import Outcome
from facilitator.live.session import Session
from facilitator.live.state import CountdownMode, Screen
from facilitator.live.timetable import timetable
from facilitator.live.view import RunStatus

START_S = 999_960.0  # 13:46 UTC
PLAN = RunPlan((unit("A", 600), unit("B", 900), unit("C", 300)), "UTC", START_S)


@dataclass
class FakeClock:
    """A computer's clocks, moved by hand."""

    wall_s: float = START_S
    boot_s: float = 5000.0
    mono_s: float = 100.0
    boot_id: str = "boot-1"
    counts: bool = True

    def now(self) -> Instant:
        return Instant(self.wall_s, self.boot_s, self.mono_s, self.boot_id, self.counts)

    def wait(self, seconds: float) -> None:
        self.wall_s += seconds
        self.boot_s += seconds
        self.mono_s += seconds


@dataclass
class Room:
    """A session with its clock and what it kept."""

    plan: RunPlan = PLAN
    clock: FakeClock = field(default_factory=FakeClock)
    kept: list[dict[str, Any]] = field(default_factory=list)
    session: Session = field(init=False)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        self.session = Session(self.plan, self.clock, self.kept.append, events_from_plain(self.kept).events)

    def pass_time(self, seconds: float) -> None:
        """Let time pass with the window looking at the clock every second."""
        for _ in range(int(seconds)):
            self.clock.wait(1)
            self.session.view()

    def types(self) -> list[str]:
        return [event["type"] for event in self.kept if event["type"] != "heartbeat"]


@pytest.fixture
def room() -> Room:
    return Room()


def times(room: Room) -> tuple[float, float]:
    now = room.session.view().times
    assert now is not None
    return now.elapsed_s, now.remaining_s


def test_that_a_session_starts_and_counts(room: Room) -> None:
    assert room.session.start() == Outcome()
    room.pass_time(250)
    view = room.session.view()
    assert [view.status, times(room), view.drift_s] == [RunStatus.RUNNING, (250, 350), 0]


def test_that_a_refusal_is_said_kept_and_changes_nothing(room: Room) -> None:
    outcome = room.session.pause()
    assert [outcome.accepted, outcome.refusal] == [False, Refusal.NOT_RUNNING]
    assert outcome.words
    assert [room.kept[-1]["accepted"], room.kept[-1]["reason"]] == [False, "not-running"]


COMMANDS = {
    "start": lambda s: s.start(),
    "pause": lambda s: s.pause(),
    "resume": lambda s: s.resume(),
    "next": lambda s: s.next(),
    "previous": lambda s: s.previous(),
    "jump": lambda s: s.jump("C"),
    "restart": lambda s: s.restart(),
    "extend": lambda s: s.extend(60),
    "adjust": lambda s: s.adjust("C", 60),
    "skip": lambda s: s.skip("C"),
    "unskip": lambda s: s.unskip("C"),
    "finish": lambda s: s.finish(),
    "undo": lambda s: s.undo(),
    "gap_as_pause": lambda s: s.gap_as_pause(),
    "gap_as_clock": lambda s: s.gap_as_clock(),
    "restore": lambda s: s.restore(RestoreMode.EXCLUDE),
    "follow_clock": lambda s: s.follow_clock(),
    "display": lambda s: s.screen(Screen.BLACK),
    "seen": lambda s: s.leave_as_is(Subject.GAP),
    "step": lambda s: s.previous_step(),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_that_every_key_is_one_event_of_its_kind(room: Room, name: str) -> None:
    COMMANDS[name](room.session)
    assert room.types() == [name]


def test_that_an_unknown_command_is_refused(room: Room) -> None:
    assert room.session.do(EventType.HEARTBEAT).refusal is Refusal.NOT_A_COMMAND


def test_that_the_state_is_the_fold_of_what_was_kept(room: Room) -> None:
    s = room.session
    for press in (s.start, s.pause, s.resume, s.next, s.undo, lambda: s.extend(60), s.next, s.previous):
        press()
        room.pass_time(30)
    t = s.view().t
    assert s.state == fold(s.table, events_from_plain(room.kept).events, t)


def test_that_heartbeats_come_every_five_seconds_while_live_and_never_else(room: Room) -> None:
    room.pass_time(60)
    assert room.kept == []
    room.session.start()
    room.pass_time(60)
    assert [e["type"] for e in room.kept[1:]] == ["heartbeat"] * 12


def test_that_heartbeats_take_no_memory(room: Room) -> None:
    room.session.start()
    room.pass_time(600)
    assert len(room.session.events) == 1


def test_that_time_asleep_counts_until_the_trainer_says_otherwise(room: Room) -> None:
    room.session.start()
    room.pass_time(100)
    room.clock.wait(480)
    view = room.session.view()
    assert times(room) == (580, 20)
    assert [(n.about, n.seconds) for n in view.notices] == [(NoticeAbout.ASLEEP, 480)]
    assert "8 min" in view.notices[0].words
    assert room.session.gap_as_pause().accepted
    assert times(room) == (100, 500)
    assert room.session.view().notices == ()


def test_that_treating_sleep_as_a_pause_can_be_undone(room: Room) -> None:
    room.session.start()
    room.clock.wait(480)
    room.session.gap_as_pause()
    assert room.session.undo().accepted
    assert times(room) == (480, 120)
    assert room.session.view().notices[0].about is NoticeAbout.ASLEEP


def test_that_a_notice_can_be_put_away(room: Room) -> None:
    room.session.start()
    room.clock.wait(480)
    room.session.view()
    room.session.leave_as_is(Subject.GAP)
    assert [room.session.view().notices, times(room)] == [(), (480, 120)]


def test_that_a_clock_change_or_an_interruption_can_be_put_away(room: Room) -> None:
    room.session.start()
    room.pass_time(100)
    crash(room, 200)
    room.clock.wall_s -= 3600
    assert {n.about for n in room.session.view().notices} == {NoticeAbout.INTERRUPTED, NoticeAbout.CLOCK}
    room.session.leave_as_is(Subject.OUTAGE)
    room.session.leave_as_is(Subject.CLOCK)
    assert [room.session.view().notices, times(room)] == [(), (300, 300)]


def test_that_a_break_that_got_short_is_told_until_the_trainer_leaves_it_so() -> None:
    units = (unit("A", 600), unit("K", 900, kind=Kind.BREAK, fixed_end_s=1500), unit("C", 600, fixed_start_s=1500))
    room = Room(RunPlan(units, "UTC", START_S))
    room.session.start()
    room.pass_time(1260)
    notice = room.session.view().notices[0]
    assert [notice.about, notice.unit_id, notice.words] == [
        NoticeAbout.SHORT_BREAK, "K", "Only 4 min are left of Unit K.",
    ]  # fmt: skip
    room.session.leave_as_is(Subject.BREAK, "K")
    assert room.session.view().notices == ()


def test_that_sleep_in_a_pause_or_before_the_start_asks_nothing(room: Room) -> None:
    room.clock.wait(480)
    assert room.session.view().notices == ()
    room.session.start()
    room.session.pause()
    room.clock.wait(480)
    assert [n.about for n in room.session.view().notices] == [NoticeAbout.ASLEEP_WHILE_PAUSED]
    assert room.session.gap_as_pause().refusal is Refusal.NO_GAP


def test_that_an_automatic_change_missed_in_sleep_happened_when_it_was_due() -> None:
    units = tuple(unit(n, 60, end_action=ADVANCE) for n in "ABC")
    room = Room(RunPlan((*units, unit("D", 600)), "UTC", START_S))
    room.session.start()
    room.clock.wait(200)
    view = room.session.view()
    assert view.unit is not None
    assert [view.unit.id, times(room), view.drift_s] == ["D", (20, 580), 0]


def test_that_a_clock_that_was_set_changes_no_time_but_the_labels(room: Room) -> None:
    room.session.start()
    room.pass_time(100)
    room.clock.wall_s += 3600
    view = room.session.view()
    assert [times(room), view.drift_s] == [(100, 500), 0]
    assert view.words.due == "14:56"
    assert [n.about for n in view.notices] == [NoticeAbout.CLOCK]


def test_that_the_plan_may_follow_a_clock_that_was_set(room: Room) -> None:
    room.session.start()
    room.pass_time(100)
    room.clock.wall_s += 3600
    room.session.view()
    assert room.session.follow_clock().accepted
    view = room.session.view()
    assert [times(room), view.drift_s, view.notices] == [(100, 500), 3600, ()]
    assert view.rows[0].planned_label == "13:46"


def test_that_where_sleep_cannot_be_told_from_a_clock_the_trainer_can_say_it_was_the_clock() -> None:
    room = Room(clock=FakeClock(counts=False))
    room.session.start()
    room.pass_time(100)
    room.clock.wall_s += 480
    view = room.session.view()
    assert [n.about for n in view.notices] == [NoticeAbout.ASLEEP_OR_CLOCK]
    assert times(room) == (580, 20)
    assert room.session.gap_as_clock().accepted
    assert [times(room), room.session.view().drift_s] == [(100, 500), 0]


def crash(room: Room, down_s: float) -> None:
    room.clock.wait(down_s)
    room.open()


def test_that_a_short_interruption_just_counts(room: Room) -> None:
    room.session.start()
    room.pass_time(100)
    crash(room, 30)
    assert [room.session.view().notices, times(room)] == [(), (130, 470)]


RESTORED = {
    RestoreMode.CONTINUE: (RunStatus.RUNNING, 300, 0),
    RestoreMode.EXCLUDE: (RunStatus.RUNNING, 100, 200),
    RestoreMode.HOLD: (RunStatus.PAUSED, 100, 200),
}


@pytest.mark.parametrize(("mode", "expected"), RESTORED.items())
def test_that_a_longer_interruption_asks_with_the_clock_running(
    room: Room, mode: RestoreMode, expected: tuple[RunStatus, float, float]
) -> None:  # C99-C101 through two processes
    room.session.start()
    room.pass_time(600)
    room.session.next()
    room.pass_time(100)
    crash(room, 200)
    view = room.session.view()
    assert [(n.about, n.seconds) for n in view.notices] == [(NoticeAbout.INTERRUPTED, 200)]
    assert times(room)[0] == 300
    assert room.session.restore(mode).accepted
    view = room.session.view()
    assert (view.status, times(room)[0], view.drift_s) == expected
    assert view.notices == ()


def test_that_a_held_session_can_be_resumed(room: Room) -> None:
    room.session.start()
    room.pass_time(100)
    crash(room, 200)
    room.session.restore(RestoreMode.HOLD)
    room.pass_time(10)
    assert room.session.resume().accepted
    room.pass_time(5)
    assert times(room) == (105, 495)


def test_that_a_session_goes_on_after_a_restart_of_the_computer(room: Room) -> None:
    room.session.start()
    room.pass_time(100)
    room.clock.boot_id, room.clock.boot_s = "boot-2", 12.0
    room.clock.wall_s += 300
    room.open()
    assert times(room) == (400, 200)


def test_that_a_clock_set_during_an_interruption_does_not_hide_it(room: Room) -> None:
    room.session.start()
    room.pass_time(100)
    room.clock.wall_s += 3600
    crash(room, 200)
    assert [(n.about, n.seconds) for n in room.session.view().notices] == [
        (NoticeAbout.INTERRUPTED, 200),
        (NoticeAbout.CLOCK, 3600),
    ]


def test_that_the_last_heartbeat_is_the_last_sign_of_life(room: Room) -> None:
    room.session.start()
    room.pass_time(103)
    crash(room, 100)
    assert room.session.view().notices[0].seconds == 103


def test_that_answering_without_an_interruption_is_refused(room: Room) -> None:
    room.session.start()
    assert room.session.restore(RestoreMode.EXCLUDE).refusal is Refusal.NO_OUTAGE


def test_that_counting_an_interruption_is_nothing_to_undo(room: Room) -> None:
    room.session.start()
    room.pass_time(100)
    crash(room, 200)
    room.session.restore(RestoreMode.CONTINUE)
    room.session.undo()
    assert room.session.view().status is RunStatus.READY


def test_that_a_finished_run_is_not_opened_again(room: Room) -> None:
    room.session.start()
    room.session.finish()
    kept = len(room.kept)
    crash(room, 5000)
    assert [room.session.view().status, len(room.kept)] == [RunStatus.FINISHED, kept]


def test_that_a_disk_that_fails_does_not_stop_the_clock(room: Room) -> None:
    def full(_: dict[str, Any]) -> None:
        raise OSError(28, "No space left on device")

    session = Session(PLAN, room.clock, full)
    with pytest.raises(OSError, match="No space"):
        session.start()
    assert session.state.is_live


def test_that_an_option_is_taken_with_one_key_and_undone_with_one(room: Room) -> None:
    room.clock.wait(480)
    room.session.start()
    shorten = room.session.late_options()[0]
    assert len(shorten.changes) == 2
    before = room.session.view().finish_s
    assert room.session.take(shorten).accepted
    assert room.session.view().finish_s == shorten.finish_s
    assert room.session.undo().accepted
    assert room.session.view().finish_s == before
    assert room.session.view().words.undo == "Undo: start"


def test_that_time_that_was_won_can_be_used(room: Room) -> None:
    room.session.start()
    room.session.skip("C")
    options = room.session.other_options()
    assert room.session.take(options[0]).accepted
    assert room.session.view().finish_drift_s == 0


@pytest.fixture
def taught() -> Room:
    plan = day_plan()
    room = Room(RunPlan(plan.units, plan.zone, START_S))
    room.session.jump("share")
    return room


def shown(room: Room) -> tuple[str, int]:
    view = room.session.view()
    return ("" if view.unit is None else view.unit.id), view.cue_number


def test_that_the_clicker_walks_the_cues_and_then_the_units(taught: Room) -> None:
    for _ in range(7):
        assert taught.session.next_step().accepted
    assert shown(taught) == ("share", 8)
    taught.session.next_step()
    assert shown(taught) == ("check", 0)


def test_that_going_back_stops_at_the_first_cue(taught: Room) -> None:
    taught.session.next_step()
    assert taught.session.previous_step().accepted
    assert taught.session.previous_step().refusal is Refusal.FIRST_CUE
    assert shown(taught) == ("share", 1)


def test_that_undo_of_next_returns_to_the_cue_and_leaves_cues_alone(taught: Room) -> None:
    taught.session.next_step()
    taught.session.next_step()
    taught.session.next()
    assert taught.session.undo().accepted
    assert shown(taught) == ("share", 3)


def test_that_cues_of_a_visit_that_was_undone_do_not_come_back(taught: Room) -> None:
    taught.session.restart()
    taught.session.next_step()
    taught.session.undo()
    assert shown(taught) == ("share", 1)


def test_that_a_fresh_visit_begins_at_its_first_cue(taught: Room) -> None:
    taught.session.next_step()
    taught.session.restart()
    assert shown(taught) == ("share", 1)


def test_that_steps_before_the_start_are_refused(room: Room) -> None:
    assert room.session.next_step().refusal is Refusal.NOT_LIVE
    assert room.session.previous_step().refusal is Refusal.NOT_LIVE


def test_that_a_cue_can_be_shown_by_its_number(taught: Room) -> None:
    assert taught.session.show_cue(4).accepted
    assert shown(taught) == ("share", 5)
    assert taught.session.show_cue(99).refusal is Refusal.NO_SUCH_CUE


def test_that_cues_survive_a_crash(taught: Room) -> None:
    taught.session.next_step()
    crash(taught, 3)
    assert shown(taught) == ("share", 2)


def test_that_black_is_black_until_it_is_pressed_again(room: Room) -> None:
    room.session.screen(Screen.BLACK)
    assert room.session.view().display.screen is Screen.BLACK
    room.session.screen(Screen.WHITE)
    room.session.screen(Screen.WHITE)
    assert room.session.view().display.screen is Screen.SHOWN


def test_that_a_message_hides_itself(room: Room) -> None:
    room.session.message("Back in the main room", seconds=20)
    room.session.countdown(CountdownMode.NEVER)
    assert room.session.view().display.message == "Back in the main room"
    room.pass_time(20)
    display = room.session.view().display
    assert [display.message, display.countdown] == ["", CountdownMode.NEVER]


def test_that_what_the_room_sees_is_nothing_to_undo(room: Room) -> None:
    room.session.start()
    room.session.screen(Screen.BLACK)
    room.session.undo()
    assert [room.session.view().status, room.session.view().display.screen] == [RunStatus.READY, Screen.BLACK]


def quickest_view_s(presses: int) -> float:
    room = Room(RunPlan(day_plan().units, "Europe/Vienna", START_S))
    room.session.start()
    for _ in range(presses):
        room.session.extend(60)
        room.session.extend(-60)
    quickest = 1.0
    for _ in range(100):
        begun = time.perf_counter()
        room.session.view()
        quickest = min(quickest, time.perf_counter() - begun)
    return quickest


def test_that_a_view_after_two_thousand_events_is_as_quick_as_after_two() -> None:
    assert quickest_view_s(1000) < 3 * quickest_view_s(1)


def test_that_the_table_of_a_session_is_that_of_its_plan(room: Room) -> None:
    assert room.session.table == timetable(PLAN)
