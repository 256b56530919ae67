from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from facilitator.app import bug_hook, collecting_later, make_sample, put_together, read_library, show_whole
from facilitator.desktop.single_instance import SingleInstance, hand_over
from facilitator.foundation.folders import Folders, find_folders

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from facilitator.desktop.theme.look import Look
    from facilitator.desktop.widgets.messages import Message


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return find_folders({"FACILITATOR_HOME": str(tmp_path)})


def test_that_a_second_start_hands_its_wish_to_the_first(folders: Folders, qtbot: QtBot) -> None:
    first = SingleInstance(folders)
    assert first.listen()
    with qtbot.waitSignal(first.wished, timeout=3000) as wished:
        assert hand_over(folders, "/tmp/clinic.workshop")
    assert wished.args == ["/tmp/clinic.workshop"]
    first.close()


def test_that_the_first_start_finds_nobody_to_hand_over_to(folders: Folders, qapp: QApplication) -> None:
    assert not hand_over(folders, "")


def test_that_what_a_crashed_app_left_is_no_obstacle(folders: Folders, qtbot: QtBot) -> None:
    crashed = SingleInstance(folders)
    assert crashed.listen()
    successor = SingleInstance(folders)
    assert successor.listen()
    with qtbot.waitSignal(successor.wished, timeout=3000):
        assert hand_over(folders, "")
    for one in (crashed, successor):
        one.close()


def test_that_two_homes_are_two_apps(folders: Folders, tmp_path: Path, qapp: QApplication) -> None:
    other = find_folders({"FACILITATOR_HOME": str(tmp_path / "other")})
    one = SingleInstance(folders)
    assert one.listen()
    assert not hand_over(other, "")
    one.close()


def test_that_a_bug_is_told_and_logged_without_the_words_people_typed(caplog: pytest.LogCaptureFixture) -> None:
    said: list[Message] = []
    name = " ".join(("Selam", "Abebe"))
    hook = bug_hook(said.append)
    with caplog.at_level(logging.ERROR):
        try:
            {}[name]
        except KeyError as error:
            hook(type(error), error, error.__traceback__)
    assert said[0].safe == "Your workshop is kept."
    assert "KeyError" in caplog.text
    assert "test_app.py" in caplog.text
    assert name not in caplog.text


def test_that_putting_the_app_together_reads_no_content_and_writes_nothing(
    folders: Folders, session_look: Look, qapp: QApplication, tmp_path: Path
) -> None:
    parts = put_together(qapp, folders)
    assert parts.workshops.summaries() == ()
    assert list(tmp_path.iterdir()) == []
    parts.look.deleteLater()
    session_look._apply()


@pytest.mark.slow
def test_that_the_sample_has_an_agenda_people_and_units(folders: Folders) -> None:
    library = read_library(folders)
    sample = make_sample(library)
    assert sample.brief.programme_id in {programme.id for programme in library.programmes}
    assert sample.agenda.days[0].items
    assert len(sample.roster.people) == 14
    assert sample.units


def test_that_garbage_is_looked_for_again_after_a_start_that_failed() -> None:
    looked_for = []

    def fail() -> None:
        looked_for.append(gc.isenabled())
        raise RuntimeError

    with pytest.raises(RuntimeError), collecting_later():
        fail()
    gc.unfreeze()
    assert [*looked_for, gc.isenabled()] == [False, True]


@pytest.mark.parametrize(("beyond", "maximised"), [(-200, False), (1, True)])
def test_that_a_window_larger_than_its_screen_fills_the_screen(qtbot: QtBot, beyond: int, maximised: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(window.screen().availableSize() + QSize(beyond, beyond))
    show_whole(window)
    assert window.isMaximized() is maximised
