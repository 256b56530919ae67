from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from facilitator.foundation.settings import Appearance, Settings, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_that_without_a_file_the_defaults_hold_and_nothing_is_written(path: Path) -> None:
    assert SettingsFile(path).read() == Settings()
    assert not path.parent.exists()


def test_that_settings_come_back_as_they_were_kept(path: Path) -> None:
    chosen = Settings(Appearance.DARK, 130, audience_dark=False, sounds=True, trainer="Ana Ferreira")
    SettingsFile(path).write(chosen)
    assert SettingsFile(path).read() == chosen


@pytest.mark.parametrize(
    "line",
    [
        'appearance = "sepia"',
        "appearance = 3",
        "text_percent = 117",
        "text_percent = true",
        'audience_dark = "yes"',
        "sounds = 1",
        "trainer = 7",
    ],
)
def test_that_a_value_that_does_not_fit_counts_as_the_default(path: Path, line: str) -> None:
    path.parent.mkdir()
    path.write_text(line, encoding="utf-8")
    assert SettingsFile(path).read() == Settings()


def test_that_a_good_value_beside_a_bad_one_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('appearance = "dark"\ntext_percent = 5', encoding="utf-8")
    assert SettingsFile(path).read() == Settings(appearance=Appearance.DARK)


def test_that_a_broken_file_is_set_aside_not_overwritten(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("appearance = [", encoding="utf-8")
    settings = SettingsFile(path)
    assert settings.read() == Settings()
    settings.write(Settings(sounds=True))
    assert path.with_name("settings.toml.broken").read_text(encoding="utf-8") == "appearance = ["


def test_that_a_file_that_is_no_text_counts_as_broken(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    assert SettingsFile(path).read() == Settings()


def test_that_keys_and_version_of_a_newer_app_survive(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('version = 9\nhologram = "on"\nsounds = true', encoding="utf-8")
    settings = SettingsFile(path)
    settings.write(settings.read())
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    assert (plain["version"], plain["hologram"], plain["sounds"]) == (9, "on", True)
