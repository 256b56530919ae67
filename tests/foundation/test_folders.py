"""Where the app keeps its own things."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from facilitator.foundation.folders import HOME_VARIABLE, find_folders, made

if TYPE_CHECKING:
    from pathlib import Path


def test_that_one_variable_moves_everything(tmp_path: Path) -> None:
    folders = find_folders({HOME_VARIABLE: str(tmp_path)})
    everything = [folders.data, folders.config, folders.logs, folders.cache, folders.exports, folders.workshops]
    assert all(folder.is_relative_to(tmp_path) for folder in everything)
    assert len(set(everything)) == len(everything)


def test_that_the_system_decides_without_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    folders = find_folders({})
    assert "facilitator" in str(folders.data).lower()
    assert folders.exports.name == "Facilitator"


def test_that_looking_for_folders_makes_none(tmp_path: Path) -> None:
    find_folders({HOME_VARIABLE: str(tmp_path / "new")})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_that_our_folders_are_closed_to_others(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o777)
    before = os.umask(0)
    try:
        folders = [made(tmp_path / "open"), made(tmp_path / "new" / "deep")]
    finally:
        os.umask(before)
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [0o700, 0o700]
