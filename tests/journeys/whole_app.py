"""A whole app in a folder of its own, on a clock the test turns."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app import put_together
from facilitator.desktop.place import Place, PlaceId
from facilitator.desktop.shell.window import MainWindow
from facilitator.foundation.clocks import Instant
from facilitator.foundation.folders import find_folders
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable

# 2027-01-19 07:00 UTC, eight in the morning in Vienna
EIGHT = 1_800_342_000.0
PlaceT = TypeVar("PlaceT", bound=Place)


class TurnedClock:
    """A clock that stands still until it is turned."""

    def __init__(self, wall_s: float) -> None:
        self.wall_s = wall_s

    def now(self) -> Instant:
        return Instant(self.wall_s, self.wall_s, self.wall_s, boot_id="one-boot")

    def turn(self, minutes: float) -> None:
        self.wall_s += minutes * 60


@dataclass
class App:
    """The window with what it stands on."""

    window: MainWindow
    clock: TurnedClock
    home: Path
    qtbot: QtBot

    def click(self, words: str, within: QWidget | None = None) -> None:
        """Click the first button in sight that says so."""
        found: list[QAbstractButton] = []

        def look() -> bool:
            found[:] = [
                button for button in (within or self.window).findChildren(QAbstractButton) if says(button, words)
            ]
            return bool(found)

        self.wait(look)
        found[0].click()

    def place(self, place_id: PlaceId, kind: type[PlaceT]) -> PlaceT:
        """Go to a place and give it."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        self.window.go(place_id)
        place = self.window.frame.place()
        assert isinstance(place, kind)
        return place

    def wait(self, told: Callable[[], bool]) -> None:
        """Let the app work until something holds."""
        self.qtbot.waitUntil(told, timeout=20_000)


def says(button: QAbstractButton, words: str) -> bool:
    """Tell whether a button is in sight and has these words."""
    texts = (button.text(), button.accessibleName(), button.accessibleDescription())
    return button.isVisible() and any(words in text for text in texts)


def open_app(home: Path, clock: TurnedClock, qapp: QApplication, qtbot: QtBot) -> App:
    """Open the window as the app does, in a folder, on a clock."""
    folders = find_folders({"FACILITATOR_HOME": str(home)})
    parts = replace(put_together(qapp, folders), clock=clock, workshops=Shelf(folders.workshops, clock))
    window = MainWindow(parts)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    return App(window, clock, home, qtbot)
