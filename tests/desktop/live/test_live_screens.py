from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.desktop.live.screens import ScreenInfo, choose_audience_screen

LAPTOP = ScreenInfo("eDP-1", "BOE", "NE135", "", 1920, 1200)
BEAMER = ScreenInfo("HDMI-1", "Epson", "EB-L210", "X1", 1920, 1080)
TV = ScreenInfo("DP-2", "Sony", "KD-65", "T9", 3840, 2160)


@pytest.mark.parametrize(
    ("screens", "console", "wanted", "chosen"),
    [
        ([LAPTOP], 0, "", None),
        ([LAPTOP], 0, LAPTOP.key(), None),
        ([LAPTOP, BEAMER], 0, "", 1),
        ([LAPTOP, BEAMER], 1, "", 0),
        ([BEAMER, LAPTOP], 1, "", 0),
        ([LAPTOP, BEAMER, TV], 0, TV.key(), 2),
        ([TV, LAPTOP, BEAMER], 1, TV.key(), 0),
        ([LAPTOP, BEAMER, TV], 0, LAPTOP.key(), 1),
        ([LAPTOP, BEAMER], 0, TV.key(), 1),
        ([], 0, "", None),
    ],
)
def test_that_the_room_s_screen_is_the_wanted_one_and_never_the_console_s(
    screens: list[ScreenInfo], console: int, wanted: str, chosen: int | None
) -> None:
    assert choose_audience_screen(screens, console, wanted) == chosen


def test_that_a_screen_is_known_again_wherever_it_stands() -> None:
    assert BEAMER.key() == ScreenInfo("HDMI-1", "Epson", "EB-L210", "X1", 1920, 1080).key()
    assert BEAMER.key() != TV.key()


TWO_SCREENS = """
import sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
from facilitator.desktop.live import audience_window
from facilitator.desktop.live.audience_canvas import AudienceCanvas
from facilitator.desktop.live.audience_window import AudienceWindow, Projector
from facilitator.desktop.theme.look import Look
from facilitator.foundation.settings import Appearance

audience_window.SETTLE_MS = audience_window.RECHECK_MS = 1
first, second = sorted(QGuiApplication.screens(), key=lambda screen: screen.geometry().x())
here = [first, second]
console = QWidget()
console.setGeometry(first.geometry().adjusted(10, 10, -10, -10))
console.show()
window = AudienceWindow(AudienceCanvas(Look(app, Appearance.LIGHT)))
projector = Projector(window, console, lambda: list(here))
heard = []
projector.lost.connect(lambda: heard.append("lost"))
projector.came_back.connect(lambda: heard.append("back"))
projector.offered.connect(lambda name: heard.append("offered " + name))


def settle():
    QTest.qWait(60)


def is_on(screen):
    return window.isVisible() and window.isFullScreen() and window.screen() is screen


def unplug(screen):
    here.remove(screen)
    app.screenRemoved.emit(screen)


def plug(screen):
    here.append(screen)
    app.screenAdded.emit(screen)


def claim(truth, words):
    if not truth:
        print(words, heard, projector.words(), window.geometry(), file=sys.stderr)
        sys.exit(1)


assert console.screen() is first
"""


def with_two_screens(tmp_path: Path, story: str) -> None:
    """Run a story in a process of its own that has a laptop's screen and a projector."""
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1},
        {"name": "beamer", "x": 1366, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "dpr": 1},
    ]
    config = tmp_path / "two.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    root = Path(__file__).resolve().parents[3]
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS + story],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_that_the_room_s_view_fills_the_second_screen_and_not_the_console_s(tmp_path: Path) -> None:
    story = """
projector.show_audience()
settle()
claim(is_on(second), "not full screen on the projector")
claim(window.geometry() == second.geometry(), "not all of the projector")
claim(projector.words() == "Projector: beamer", "not said")
projector.swap()
settle()
claim(is_on(first) and console.screen() is second, "not swapped")
projector.hide_audience()
claim(not window.isVisible(), "not hidden")
"""
    with_two_screens(tmp_path, story)


def test_that_an_unplugged_projector_hides_the_view_at_once_and_shows_it_when_it_is_back(tmp_path: Path) -> None:
    story = """
projector.show_audience()
settle()
unplug(second)
claim(not window.isVisible(), "still there right after the screen went")
settle()
claim(heard == ["lost"], "not told once")
claim(projector.words() == "Projector unplugged", "not said")
claim(not window.isVisible(), "came over the console")
plug(second)
settle()
claim(is_on(second) and heard == ["lost", "back"], "not back")
"""
    with_two_screens(tmp_path, story)


def test_that_another_screen_is_offered_and_taken_only_when_asked(tmp_path: Path) -> None:
    story = """
here.remove(second)
projector.show_audience()
settle()
claim(window.isVisible() and not window.isFullScreen(), "no window on the only screen")
plug(second)
settle()
claim(heard == ["offered beamer"], "not offered once")
claim(not window.isFullScreen(), "moved by itself")
projector.show_audience()
settle()
claim(is_on(second), "not taken when asked")
"""
    with_two_screens(tmp_path, story)


def test_that_screens_are_left_alone_while_no_view_is_wanted(tmp_path: Path) -> None:
    story = """
unplug(second)
plug(second)
settle()
claim(heard == [] and not window.isVisible(), "something happened")
projector.show_audience()
window.close()
unplug(second)
settle()
claim(heard == [], "a closed view was lost")
"""
    with_two_screens(tmp_path, story)
