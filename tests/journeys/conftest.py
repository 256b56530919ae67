"""An app nobody has used yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool
from whole_app import EIGHT, App, TurnedClock, open_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[App]:
    """An app nobody has used yet, at eight in the morning of the workshop's day."""
    opened = open_app(tmp_path / "home", TurnedClock(EIGHT), qapp, qtbot)
    yield opened
    opened.window.close()
    QThreadPool.globalInstance().waitForDone(5000)
