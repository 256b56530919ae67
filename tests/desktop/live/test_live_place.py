from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from facilitator.desktop.actions import Act
from facilitator.desktop.live.console import ActionButton
from facilitator.live.state import CountdownMode, Screen, Status

if TYPE_CHECKING:
    from live_room import Room


def button_of(room: Room, act: Act) -> ActionButton:
    buttons = room.place.console.findChildren(ActionButton)
    return next(button for button in buttons if button._action is room.act(act))


def click(room: Room, act: Act) -> None:
    room.qtbot.mouseClick(button_of(room, act), Qt.MouseButton.LeftButton)


def test_that_the_run_is_ready_but_does_not_begin_by_itself(room: Room) -> None:
    room.go(30)
    assert room.run.state.status is Status.READY
    assert room.document.runs == ()


def test_that_f5_starts_the_run_and_keeps_it(room: Room) -> None:
    room.press(Qt.Key.Key_F5)
    assert room.run.state.status is Status.RUNNING
    assert room.place.audience.isVisible()
    assert room.logged() == ["start"]


def test_that_f5_in_a_run_only_shows_the_room_its_view(room: Room) -> None:
    room.start()
    room.go(40)
    room.press(Qt.Key.Key_F5)
    assert room.place.audience.isVisible()
    assert room.view().times.elapsed_s == pytest.approx(40)
    assert room.logged() == ["start"]


def test_that_the_start_button_becomes_the_next_button(room: Room) -> None:
    assert button_of(room, Act.RUN_START).isVisible()
    assert not button_of(room, Act.RUN_NEXT).isVisible()
    click(room, Act.RUN_START)
    assert not button_of(room, Act.RUN_START).isVisible()
    room.go(1)
    click(room, Act.RUN_NEXT)
    assert room.unit() == "unit"


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter]
)
def test_that_every_key_for_next_brings_the_next_step(room: Room, key: Qt.Key) -> None:
    room.start()
    room.jump("unit")
    room.go(2)
    room.press(key)
    assert (room.unit(), room.view().cue_number) == ("unit", 2)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Left])
def test_that_the_keys_for_back_go_one_step_back_and_never_begin_a_unit_again(room: Room, key: Qt.Key) -> None:
    room.start()
    room.jump("unit")
    room.go(5)
    room.press(Qt.Key.Key_Right)
    room.press(key)
    assert room.view().cue_number == 1
    room.press(key)
    assert (room.unit(), room.view().cue_number) == ("unit", 1)
    assert room.view().times.elapsed_s == pytest.approx(5)


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_that_black_is_black_and_the_same_key_shows_the_run_again(room: Room, key: Qt.Key) -> None:
    room.start()
    room.press(key)
    assert room.place.audience.canvas.view().screen is Screen.BLACK
    room.press(key)
    assert room.place.audience.canvas.view().screen is Screen.SHOWN


def test_that_w_makes_the_room_s_screen_white(room: Room) -> None:
    room.start()
    room.press(Qt.Key.Key_W)
    assert room.place.audience.canvas.view().screen is Screen.WHITE


def test_that_p_pauses_and_goes_on(room: Room) -> None:
    room.start()
    room.press(Qt.Key.Key_P)
    room.go(20)
    assert room.run.state.status is Status.PAUSED
    assert room.view().times.elapsed_s == pytest.approx(0)
    assert room.act(Act.RUN_PAUSE).text() == "Go on"
    room.press(Qt.Key.Key_P)
    assert room.run.state.status is Status.RUNNING


@pytest.mark.parametrize(("key", "minutes"), [(Qt.Key.Key_Plus, 11), (Qt.Key.Key_Equal, 11), (Qt.Key.Key_Minus, 9)])
def test_that_plus_and_minus_change_the_block_by_a_minute(room: Room, key: Qt.Key, minutes: int) -> None:
    room.start()
    room.press(key)
    assert room.view().times.remaining_s == pytest.approx(minutes * 60)


@pytest.mark.parametrize(("key", "control"), [(Qt.Key.Key_U, False), (Qt.Key.Key_Z, True)])
def test_that_undo_takes_the_last_command_of_the_run_back(room: Room, key: Qt.Key, control: bool) -> None:
    room.start()
    room.press(Qt.Key.Key_Plus)
    room.press(key, control=control)
    assert room.view().times.remaining_s == pytest.approx(600)
    assert room.logged() == ["start", "extend", "undo"]


def test_that_the_undo_button_says_what_it_would_take_back(room: Room) -> None:
    assert not room.act(Act.RUN_UNDO).isEnabled()
    room.start()
    room.press(Qt.Key.Key_P)
    assert room.act(Act.RUN_UNDO).isEnabled()
    assert room.act(Act.RUN_UNDO).toolTip() == room.view().words.undo != ""


def test_that_keys_act_in_the_audience_window_too(room: Room) -> None:
    room.start()
    audience = room.place.audience
    room.place.projector.show_audience()
    audience.activateWindow()
    room.qtbot.waitUntil(audience.isActiveWindow)
    room.go(1)
    room.press(Qt.Key.Key_PageDown, audience)
    assert room.unit() == "unit"
    room.go(2)
    room.press(Qt.Key.Key_Space, audience)
    assert room.view().cue_number == 2
    room.press(Qt.Key.Key_B, audience)
    assert audience.canvas.view().screen is Screen.BLACK


def test_that_one_escape_only_speaks_and_two_leave_full_screen(room: Room) -> None:
    room.start()
    room.place.audience.showFullScreen()
    room.press(Qt.Key.Key_Escape)
    assert room.place.audience.isFullScreen()
    assert room.happened()[-1].startswith("Press Escape again")
    room.clock.go(1)
    room.press(Qt.Key.Key_Escape)
    assert room.place.audience.isVisible()
    assert not room.place.audience.isFullScreen()
    assert room.run.state.status is Status.RUNNING


def test_that_two_escapes_far_apart_leave_nothing(room: Room) -> None:
    room.start()
    room.place.audience.showFullScreen()
    room.press(Qt.Key.Key_Escape)
    room.clock.go(10)
    room.press(Qt.Key.Key_Escape)
    assert room.place.audience.isFullScreen()


def test_that_escape_in_the_audience_window_leaves_it_there(room: Room) -> None:
    room.press(Qt.Key.Key_F5)
    room.press(Qt.Key.Key_Escape, room.place.audience)
    room.press(Qt.Key.Key_Escape, room.place.audience)
    assert room.place.audience.isVisible()
    assert room.run.state.status is Status.RUNNING


def test_that_typing_a_message_triggers_no_run_keys(room: Room) -> None:
    room.start()
    room.press(Qt.Key.Key_M)
    line = room.place.console.message
    assert line.hasFocus()
    room.qtbot.keyClicks(line, "Be back. p+b w-u =m")
    assert line.text() == "Be back. p+b w-u =m"
    assert room.logged() == ["start"]
    room.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert room.unit() == "open"
    assert room.place.audience.canvas.view().message == "Be back. p+b w-u =m"
    assert not line.isVisible()


def test_that_escape_puts_the_message_line_away(room: Room) -> None:
    room.start()
    room.press(Qt.Key.Key_M)
    room.qtbot.keyClick(room.place.console.message, Qt.Key.Key_Escape)
    assert not room.place.console.message.isVisible()
    assert room.place.console.hasFocus()


def test_that_a_message_is_gone_after_its_minute(room: Room) -> None:
    room.start()
    room.place.console.message_given.emit("Hello")
    room.go(59)
    assert room.place.audience.canvas.view().message == "Hello"
    room.go(2)
    assert room.place.audience.canvas.view().message == ""


def test_that_an_empty_message_takes_it_away_at_once(room: Room) -> None:
    room.start()
    room.place.console.message_given.emit("Hello")
    room.place.console.message_given.emit("")
    assert room.place.audience.canvas.view().message == ""


def test_that_c_changes_when_the_room_sees_the_countdown_and_says_so(room: Room) -> None:
    room.start()
    room.press(Qt.Key.Key_C)
    assert room.run.state.display.countdown is CountdownMode.ALWAYS
    assert room.happened()[-1] == "The room always sees the countdown."


def test_that_finish_ends_the_run_in_the_document(room: Room) -> None:
    room.start()
    room.press(Qt.Key.Key_Return, control=True)
    assert room.run.state.status is Status.FINISHED
    assert str(room.document.runs[-1].state) == "finished"


def test_that_a_finish_can_be_undone_and_the_run_is_on_again(room: Room) -> None:
    room.start()
    room.press(Qt.Key.Key_Return, control=True)
    room.press(Qt.Key.Key_U)
    assert room.run.state.status is Status.RUNNING
    assert str(room.document.runs[-1].state) == "running"


def test_that_everything_done_is_kept_in_order(room: Room) -> None:
    room.start()
    room.go(1)
    for key in (Qt.Key.Key_P, Qt.Key.Key_P, Qt.Key.Key_Plus, Qt.Key.Key_B, Qt.Key.Key_PageDown):
        room.press(key)
    assert room.logged() == ["start", "pause", "resume", "extend", "display", "next"]
    assert room.document.wait_kept(5)


def test_that_signs_of_life_are_kept_while_the_run_is_on(room: Room) -> None:
    room.start()
    room.go(12)
    events = room.document.run_events("run-1")
    assert sum(event["type"] == "heartbeat" for event in events) == 2


def test_that_a_refused_command_is_told_and_changes_nothing(room: Room) -> None:
    room.start()
    room.jump("open")
    assert room.happened()[-1] == "This unit is already on."
    assert room.unit() == "open"


def test_that_delete_in_the_list_skips_a_block_and_brings_it_back(room: Room) -> None:
    room.start()
    rows = room.place.console.run_list
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(3, 0))
    room.press(Qt.Key.Key_Delete, rows)
    assert rows.model().index(3, 0).data() == "09:55, Energiser, skipped"
    room.press(Qt.Key.Key_Delete, rows)
    assert rows.model().index(3, 0).data() == "09:55, Energiser, expected 09:55"


def test_that_a_double_click_goes_to_a_block(room: Room) -> None:
    room.start()
    rows = room.place.console.run_list
    room.go(1)
    spot = rows.visualRect(rows.model().index(2, 0)).center()
    room.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    room.qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert room.unit() == "break"


def test_that_alt_enter_goes_to_a_block_and_enter_alone_is_the_next_step(room: Room) -> None:
    room.start()
    rows = room.place.console.run_list
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(3, 0))
    room.go(1)
    room.qtbot.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert room.unit() == "fun"
    room.go(2)
    room.press(Qt.Key.Key_Return, rows)
    assert room.unit() == "close"


def test_that_a_jump_before_the_start_begins_a_run_that_is_kept(room: Room) -> None:
    room.jump("unit")
    assert room.run.state.status is Status.RUNNING
    assert room.logged() == ["jump"]


def test_that_a_button_reached_by_tab_is_pressed_by_space(room: Room) -> None:
    room.start()
    button = button_of(room, Act.RUN_PAUSE)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    room.qtbot.keyClick(button, Qt.Key.Key_Space)
    assert room.run.state.status is Status.PAUSED
    assert room.unit() == "open"


def test_that_a_button_clicked_with_the_mouse_does_not_catch_the_clicker(room: Room) -> None:
    room.start()
    for button in room.place.console.findChildren(QAbstractButton):
        assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus, button.accessibleName()


def test_that_keys_are_not_heard_after_the_place_was_left(room: Room) -> None:
    room.start()
    room.place.left()
    QApplication.sendEvent(
        room.place.console, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    )
    assert room.unit() == "open"


def test_that_the_clock_goes_on_while_another_place_is_in_sight(room: Room) -> None:
    room.start()
    room.place.left()
    room.go(50)
    room.place.entered()
    assert room.view().times.elapsed_s == pytest.approx(50)
    assert len(room.document.runs) == 1


def test_that_the_console_says_who_is_here(room: Room) -> None:
    assert room.place._here_words() == "1 of 2 here"


def test_that_everything_in_the_console_has_a_name(room: Room) -> None:
    room.start()
    wanted = (QAbstractButton,)
    nameless = []
    for widget in room.place.console.findChildren(QWidget):
        focusable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, wanted)
        if not focusable or not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if face is None or not face.text(QAccessible.Text.Name):
            nameless.append(type(widget).__name__)
    assert nameless == []


def test_that_leaving_the_console_asks_for_the_agenda(room: Room) -> None:
    room.press(Qt.Key.Key_F10)
    assert [str(place) for place in room.gone] == ["agenda"]


def test_that_the_notes_of_what_is_on_are_shown_once_with_the_answers_under_them(room: Room) -> None:
    room.start()
    room.jump("unit")
    notes = room.place.console.notes
    assert notes._notes.accessibleName().count("SENTINEL-SLIDE-NOTES") == 1
    room.go(2)
    room.press(Qt.Key.Key_PageDown)
    assert notes._notes.accessibleName() == "SENTINEL-STEP-NOTES walk round."
    assert notes._key.accessibleName() == "SENTINEL-KEY the answer is six."
    room.jump("break")
    assert notes._none.isVisible()


def test_that_the_block_s_own_note_is_for_the_trainer(room: Room) -> None:
    room.start()
    assert room.place.console.notes._notes.accessibleName() == "SENTINEL-BLOCK-NOTE"


def test_that_notes_grow_and_shrink_within_limits(room: Room) -> None:
    notes = room.place.console.notes._notes
    first = notes._size_px
    room.qtbot.mouseClick(room.place.console.notes.larger, Qt.MouseButton.LeftButton)
    assert notes._size_px > first
    for _press in range(20):
        room.act(Act.RUN_SMALLER).trigger()
    assert notes._size_px == 13


@pytest.mark.parametrize("width", [1366, 1920])
def test_that_nothing_of_the_console_is_cut_off(room: Room, width: int) -> None:
    room.place.resize(width, width * 9 // 16)
    room.start()
    room.jump("unit")
    console = room.place.console
    assert room.place.width() == width
    for button in console.findChildren(ActionButton):
        if button.isVisible():
            assert console.rect().contains(
                button.geometry().translated(button.parentWidget().mapTo(console, button.pos()) - button.pos())
            )
            assert button.width() >= button.sizeHint().width()
