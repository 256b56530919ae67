"""What every test of a window stands on: no screen, no leftovers, no dialog that waits for somebody."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QLocale, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

sys.path.insert(0, str(Path(__file__).parent))  # the tests' own stand-ins
from fakes import FakeClock, FakeDialogs, FakeDocument, FakeWorkshops, small_library

from facilitator.desktop.desk_parts import Parts
from facilitator.desktop.shell.window import MainWindow
from facilitator.desktop.theme.look import Look
from facilitator.desktop.workers import Jobs
from facilitator.foundation.folders import find_folders
from facilitator.foundation.settings import Appearance, Settings, SettingsFile
from facilitator.workshop.model import Brief, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from facilitator.curriculum.library import Library


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A warning of Qt fails the test; the key stands here because the Qt-free run knows no such setting."""
    for item in items:
        if "tests/desktop" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            # The platform without a screen has no window manager to tell sizes to
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(scope="session")
def session_look(qapp: QApplication) -> Iterator[Look]:
    """The light look at 100 %, dressed once: it is the costly part of a window."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    look = Look(qapp, Appearance.LIGHT)
    yield look
    qapp.setStyleSheet("")


@pytest.fixture
def look(session_look: Look) -> Iterator[Look]:
    """The look, put back to light and 100 % afterwards."""
    yield session_look
    session_look.choose(Appearance.LIGHT, 100)


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer or a job behind."""
    if "qtbot" in request.fixturenames:
        request.getfixturevalue("qtbot")  # its widgets are closed before we look
    yield
    QThreadPool.globalInstance().waitForDone(5000)
    gc.collect()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    windows = [w for w in qapp.topLevelWidgets() if w.isVisible()]
    for window in windows:
        window.close()
        window.deleteLater()
    running = [timer for timer in qapp.findChildren(QTimer) if timer.isActive()]
    assert [type(w).__name__ for w in windows] == []
    assert running == []


@pytest.fixture(autouse=True)
def no_dialog_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that waits for an answer would hang the run: it fails instead."""

    def refuse(self: QDialog, *arguments: object) -> int:
        pytest.fail(f"{type(self).__name__}.exec was called")

    monkeypatch.setattr(QDialog, "exec", refuse)
    for name in ("question", "warning", "critical", "information"):
        monkeypatch.setattr(QMessageBox, name, refuse)


@pytest.fixture
def fake_document() -> type[FakeDocument]:
    """The stand-in for a kept workshop; call it with one."""
    return FakeDocument


@pytest.fixture
def fake_dialogs() -> FakeDialogs:
    """Dialogs that answer what the test lays out."""
    return FakeDialogs()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A small library: two audiences' worth of programmes, one unit."""
    return small_library(tmp_path / "pack")


@pytest.fixture
def workshops() -> FakeWorkshops:
    """A shelf in memory."""
    return FakeWorkshops()


@pytest.fixture
def parts(look: Look, tmp_path: Path, library: Library, workshops: FakeWorkshops) -> Parts:
    """What a window is made of, with nothing outside of it but a folder of the test's own."""
    folders = find_folders({"FACILITATOR_HOME": str(tmp_path / "home")})
    return Parts(
        look=look,
        clock=FakeClock(),
        jobs=Jobs(),
        folders=folders,
        settings_file=SettingsFile(folders.config / "settings.toml"),
        workshops=workshops,
        library=lambda: library,
        sample=lambda: Workshop("made", Brief(client="Meridian Group", title="The sample")),
    )


@pytest.fixture
def window(parts: Parts, fake_dialogs: FakeDialogs, qtbot: QtBot) -> Iterator[MainWindow]:
    """The main window on the start page, in light."""
    parts.settings_file.write(Settings(appearance=Appearance.LIGHT))
    made = MainWindow(parts, dialogs=fake_dialogs)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def shown(qtbot: QtBot):  # noqa: ANN201 -- a small function, typed where it is used
    """Give a function that shows a widget, waits for it and sees to its end."""

    def show(widget, size=(900, 600)):  # noqa: ANN001, ANN202
        qtbot.addWidget(widget)
        widget.resize(*size)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show
