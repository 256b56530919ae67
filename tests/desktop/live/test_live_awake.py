from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from facilitator.desktop.live.awake import Awake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from live_room import FakeAsking, Room


@pytest.fixture
def asking(room: Room) -> FakeAsking:
    return room.asking


def test_that_the_computer_is_asked_when_the_run_begins(room: Room, asking: FakeAsking) -> None:
    assert asking.asked == 0
    room.start()
    room.go(20)
    assert (asking.asked, asking.let_go) == (1, 0)
    assert room.place.awake.is_held


def test_that_a_pause_keeps_the_screen_on(room: Room, asking: FakeAsking) -> None:
    room.start()
    room.press(Qt.Key.Key_P)
    assert asking.let_go == 0


def test_that_the_end_of_the_run_lets_go(room: Room, asking: FakeAsking) -> None:
    room.start()
    room.press(Qt.Key.Key_Return, control=True)
    assert (asking.asked, asking.let_go) == (1, 1)


def test_that_an_undone_end_asks_again(room: Room, asking: FakeAsking) -> None:
    room.start()
    room.press(Qt.Key.Key_Return, control=True)
    room.press(Qt.Key.Key_U)
    assert (asking.asked, asking.let_go) == (2, 1)


def test_that_closing_the_workshop_lets_go(room: Room, asking: FakeAsking) -> None:
    room.start()
    room.place.show_session(None)
    assert asking.let_go == 1


def test_that_quitting_lets_go(room: Room, asking: FakeAsking) -> None:
    room.start()
    app = QCoreApplication.instance()
    assert app is not None
    app.aboutToQuit.emit()
    assert asking.let_go == 1


def test_that_an_exception_in_a_command_lets_the_hold_be_released_later(room: Room, asking: FakeAsking) -> None:
    room.start()
    with pytest.raises(ZeroDivisionError):
        room.place.commands.do(lambda _run: 1 / 0)
    room.press(Qt.Key.Key_Return, control=True)
    assert asking.let_go == 1


def test_that_a_refusal_is_told_once_and_quietly(open_room: Callable[..., Room], document: object) -> None:
    room = open_room(document, agrees=False)
    room.start()
    room.press(Qt.Key.Key_Return, control=True)
    room.press(Qt.Key.Key_U)
    told = [message for message in room.said if "dim its screen" in message.happened]
    assert [str(message.tone) for message in told] == ["info"]


def test_that_what_the_system_raises_is_a_refusal() -> None:
    def break_down() -> object:
        raise RuntimeError("no such service")

    awake = Awake(break_down)
    assert not awake.hold()
    awake.release()


def test_that_holding_and_letting_go_twice_count_once() -> None:
    happened: list[str] = []

    @contextmanager
    def ask() -> Iterator[object]:
        happened.append("ask")
        yield type("Mode", (), {"active": True})()
        happened.append("let go")

    awake = Awake(ask)
    assert awake.hold()
    assert awake.hold()
    awake.release()
    awake.release()
    assert happened == ["ask", "let go"]


def test_that_trouble_while_letting_go_is_no_trouble() -> None:
    @contextmanager
    def ask() -> Iterator[object]:
        yield type("Mode", (), {"active": True})()
        raise RuntimeError("gone")

    awake = Awake(ask)
    awake.hold()
    awake.release()
    assert not awake.is_held


def test_that_the_library_for_it_is_not_imported_before_a_run() -> None:
    code = "import sys, facilitator.desktop.live.place; sys.exit('wakepy' in sys.modules)"
    root = Path(__file__).resolve().parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, timeout=60, check=False).returncode == 0
