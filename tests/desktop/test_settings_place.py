from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.desktop.place import PlaceId
from facilitator.desktop.settings.place import SettingsPlace
from facilitator.desktop.widgets.buttons import Button
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.settings import Appearance, Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.desktop.desk_parts import Parts
    from facilitator.desktop.shell.window import MainWindow


@pytest.fixture
def place(window: MainWindow) -> SettingsPlace:
    window.go(PlaceId.SETTINGS)
    found = window.frame.place()
    assert isinstance(found, SettingsPlace)
    return found


def test_that_settings_can_be_reached_without_a_workshop(window: MainWindow, place: SettingsPlace) -> None:
    assert place.isVisible()
    assert not window.frame.has(PlaceId.BRIEF)


def test_that_a_theme_is_worn_and_kept_at_once(place: SettingsPlace, parts: Parts) -> None:
    place.appearance.choose("dark")
    place.appearance.chosen.emit("dark")
    assert parts.look.theme.name == "dark"
    assert parts.settings_file.read().appearance is Appearance.DARK


def test_that_the_text_grows_at_once(place: SettingsPlace, parts: Parts) -> None:
    place.text_size.chosen.emit("130")
    assert parts.look.text_percent == 130
    assert parts.settings_file.read().text_percent == 130


def test_that_the_other_choices_are_kept(place: SettingsPlace, parts: Parts, qtbot: QtBot) -> None:
    place.audience_view.chosen.emit("light")
    place.sounds.click()
    qtbot.keyClicks(place.trainer, " Ana Ferreira ")
    qtbot.keyClick(place.trainer, Qt.Key.Key_Return)
    kept = parts.settings_file.read()
    assert (kept.audience_dark, kept.sounds, kept.trainer) == (False, True, "Ana Ferreira")


def test_that_the_place_shows_what_is_chosen(place: SettingsPlace) -> None:
    assert (place.appearance.current(), place.text_size.current()) == ("light", "100")


def test_that_a_folder_is_made_and_opened(place: SettingsPlace, parts: Parts) -> None:
    opened: list[Path] = []
    place._open_folder = opened.append
    button = next(b for b in place.findChildren(Button) if b.accessibleName() == "Open folder: Workshops")
    button.click()
    assert opened == [parts.folders.workshops]
    assert parts.folders.workshops.is_dir()


def test_that_settings_that_cannot_be_kept_are_told_and_hold_until_the_end(
    window: MainWindow, place: SettingsPlace, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: object, _settings: Settings) -> None:
        raise FacilitatorError("The disk is full.")

    monkeypatch.setattr(type(parts.settings_file), "write", refuse)
    place.appearance.chosen.emit("dark")
    message = window.frame.messages.message()
    assert message is not None
    assert message.happened == "The disk is full."
    assert parts.look.theme.name == "dark"
