from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from facilitator.live.state import Status

if TYPE_CHECKING:
    from live_room import MovingClock, Room

    from facilitator.workshop.document import Document
    from facilitator.workshop.shelf import Shelf

Open = Callable[..., Any]


def shown_answers(room: Room) -> list[QAbstractButton]:
    """Give the buttons of the notice; a layout shows new ones when the events are next seen to."""
    QApplication.processEvents()
    return [button for button in room.place.notice_bar.findChildren(QAbstractButton) if button.isVisible()]


def answer(room: Room, words: str) -> None:
    """Press an answer of the notice by its words."""
    button = next(button for button in shown_answers(room) if button.text() == words)
    room.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answers(room: Room) -> list[str]:
    return [button.text() for button in shown_answers(room)]


@pytest.fixture
def crash(open_room: Open, document: Document, shelf: Shelf, clock: MovingClock) -> Callable[[float], Room]:
    """Give a function that runs for five minutes, crashes, and opens the workshop again so much later."""

    def crash_for(seconds: float) -> Room:
        first: Room = open_room(document)
        first.start()
        first.go(300)
        first.place.control.close()
        document.close()
        clock.go(seconds)
        again, _report = shelf.open(document.workshop.id)
        return open_room(again)

    return crash_for


def test_that_an_interruption_under_a_minute_goes_on_by_itself(crash: Callable[[float], Room]) -> None:
    room = crash(40)
    assert room.run.state.status is Status.RUNNING
    assert not room.place.notice_bar.isVisible()
    assert room.view().times.elapsed_s == pytest.approx(340, abs=1)


def test_that_a_longer_interruption_is_asked_about_with_the_clock_going(crash: Callable[[float], Room]) -> None:
    room = crash(600)
    assert answers(room) == ["Go on, the time counts", "Leave the time out", "Stay paused"]
    assert room.view().times.elapsed_s == pytest.approx(900, abs=1)


def test_that_the_time_of_an_interruption_can_count(crash: Callable[[float], Room]) -> None:
    room = crash(600)
    answer(room, "Go on, the time counts")
    assert not room.place.notice_bar.isVisible()
    assert room.view().times.elapsed_s == pytest.approx(900, abs=1)


def test_that_the_time_of_an_interruption_can_be_left_out(crash: Callable[[float], Room]) -> None:
    room = crash(600)
    answer(room, "Leave the time out")
    assert not room.place.notice_bar.isVisible()
    assert room.view().times.elapsed_s == pytest.approx(300, abs=6)
    assert room.run.state.status is Status.RUNNING


def test_that_a_run_can_stay_paused_since_its_interruption(crash: Callable[[float], Room]) -> None:
    room = crash(600)
    answer(room, "Stay paused")
    assert room.run.state.status is Status.PAUSED
    assert room.view().times.elapsed_s == pytest.approx(300, abs=6)


def test_that_an_answer_gives_the_keys_back_to_the_console(crash: Callable[[float], Room]) -> None:
    room = crash(600)
    answer(room, "Go on, the time counts")
    assert room.place.console.hasFocus()
    room.press(Qt.Key.Key_Space)
    assert room.unit() == "unit"


def test_that_a_resumed_run_is_told_in_the_same_log(crash: Callable[[float], Room]) -> None:
    room = crash(600)
    assert len(room.document.runs) == 1
    assert room.logged() == ["start", "opened"]


def test_that_a_run_left_on_another_day_comes_before_today_s(
    open_room: Open, document: Document, shelf: Shelf, clock: MovingClock
) -> None:
    first: Room = open_room(document)
    first.start()
    first.place.control.close()
    document.close()
    clock.go(86_400)
    again, _report = shelf.open(document.workshop.id)
    room: Room = open_room(again)
    assert room.unit() == "open"
    assert len(answers(room)) == 3


def test_that_a_finished_run_is_not_taken_up_again(
    open_room: Open, document: Document, shelf: Shelf, clock: MovingClock
) -> None:
    first: Room = open_room(document)
    first.start()
    first.press(Qt.Key.Key_Return, control=True)
    first.place.control.close()
    document.close()
    clock.go(300)
    again, _report = shelf.open(document.workshop.id)
    assert open_room(again).run.state.status is Status.READY


def test_that_sleep_counts_until_the_trainer_says_otherwise(room: Room) -> None:
    room.start()
    room.go(10)
    room.clock.go(480)
    room.tick()
    assert answers(room) == ["Count it", "Treat as a pause"]
    assert room.view().times.elapsed_s == pytest.approx(490)
    answer(room, "Treat as a pause")
    assert room.view().times.elapsed_s == pytest.approx(10, abs=1)
    assert not room.place.notice_bar.isVisible()


def test_that_counted_sleep_is_not_asked_about_again(room: Room) -> None:
    room.start()
    room.clock.go(480)
    room.tick()
    answer(room, "Count it")
    room.go(5)
    assert not room.place.notice_bar.isVisible()
    assert room.view().times.elapsed_s == pytest.approx(485)


def test_that_a_clock_that_was_set_moves_the_plan_only_when_told_to(room: Room) -> None:
    room.start()
    room.go(10)
    room.clock.wall_s += 600
    room.tick()
    assert room.view().times.elapsed_s == pytest.approx(10)
    assert answers(room) == ["Keep the plan", "Follow the clock"]
    answer(room, "Follow the clock")
    assert room.view().drift_s == pytest.approx(600)


def test_that_drift_is_told_in_words_with_the_end(room: Room) -> None:
    room.start()
    drift = room.place.console.drift
    assert drift._drift.text() == "On time"
    assert drift._finish.text() == "You end at 10:15, as planned."
    assert not drift.ways.isVisible()
    for _minute in range(6):
        room.press(Qt.Key.Key_Plus)
    assert drift._drift.text() == "6 min behind"
    assert drift._finish.text() == "As things are, you end at 10:21."
    assert drift.ways.text() == "Ways to catch up"


def test_that_a_way_to_catch_up_is_taken_and_taken_back_as_one(room: Room) -> None:
    room.start()
    for _minute in range(6):
        room.press(Qt.Key.Key_Plus)
    menu = room.place.console.drift.ways.menu()
    menu.aboutToShow.emit()
    ways = [action.text() for action in menu.actions()]
    assert any("Energiser" in words for words in ways)
    assert ways[-1] == "Keep everything: ends 10:21"
    late = room.view().finish_drift_s
    menu.actions()[0].trigger()
    assert room.view().finish_drift_s < late
    room.press(Qt.Key.Key_U)
    assert room.view().finish_drift_s == late


def test_that_time_won_is_offered_for_use(room: Room) -> None:
    room.start()
    room.go(1)
    room.press(Qt.Key.Key_PageDown)
    assert room.place.console.drift.ways.text() == "Use the time won"
    menu = room.place.console.drift.ways.menu()
    menu.aboutToShow.emit()
    assert menu.actions()[0].text().startswith("Stay longer with “Sharing by default”")


@pytest.mark.parametrize("days", [-3, 5])
def test_that_a_rehearsal_on_another_day_counts_from_the_next_minute(
    open_room: Open, document: Document, clock: MovingClock, days: int
) -> None:
    clock.go(days * 86_400 + 20)
    room: Room = open_room(document)
    assert room.place.control.is_rehearsal
    assert room.view().drift_s == pytest.approx(0)
    room.go(90)  # nobody starts: it still counts from the next minute
    assert abs(room.view().t) <= 60
    room.start()
    assert room.view().drift_s == pytest.approx(0, abs=60)


def test_that_a_rehearsal_is_still_one_after_a_crash(
    open_room: Open, document: Document, shelf: Shelf, clock: MovingClock
) -> None:
    clock.go(-5 * 86_400)
    first: Room = open_room(document)
    first.start()
    first.place.control.close()
    document.close()
    clock.go(20)
    again, _report = shelf.open(document.workshop.id)
    room: Room = open_room(again)
    assert room.run.state.status is Status.RUNNING
    assert room.place.control.is_rehearsal


def test_that_on_the_day_lateness_shows_before_the_start(room: Room) -> None:
    room.clock.go(300)
    room.tick()
    assert not room.place.control.is_rehearsal
    assert room.view().drift_s == pytest.approx(300)


def test_that_today_is_the_day_of_the_agenda_s_zone(open_room: Open, document: Document, clock: MovingClock) -> None:
    clock.set_to(dt.datetime(2027, 1, 18, 23, 30, tzinfo=dt.UTC))  # half past midnight in Vienna
    room: Room = open_room(document)
    assert not room.place.control.is_rehearsal
    assert room.view().t == pytest.approx(-8.5 * 3600)


def test_that_a_start_taken_back_leaves_no_run_open(open_room: Open, document: Document, clock: MovingClock) -> None:
    clock.go(-5 * 86_400)
    room: Room = open_room(document)
    room.start()
    room.press(Qt.Key.Key_U)
    assert room.run.state.status is Status.READY
    room.go(90)
    room.start()
    assert [str(run.state) for run in document.runs] == ["finished", "running"]


def test_that_a_full_disk_is_told_and_the_clock_goes_on(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    from facilitator.workshop.document import ReadOnlyError

    def refuse(*_arguments: object) -> int:
        raise ReadOnlyError("There is no room on the disk.")

    room.start()
    monkeypatch.setattr(room.document, "append_run_event", refuse)
    room.press(Qt.Key.Key_Plus)
    assert room.said
    assert room.view().times.remaining_s == pytest.approx(660)
