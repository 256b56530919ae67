from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

import pytest

from facilitator.foundation.log_files import LOG_FILE, log_bug, log_handler

if TYPE_CHECKING:
    from pathlib import Path

SECRET = " ".join(("Selam", "Abebe"))


def test_that_a_bug_is_logged_by_its_place_and_not_by_what_it_says(tmp_path: Path) -> None:
    log = logging.getLogger("test-of-bugs")
    with contextlib.closing(log_handler(tmp_path / "logs")) as handler:
        log.addHandler(handler)
        try:
            try:
                {}[SECRET]
            except KeyError as first:
                raise ValueError(SECRET) from first
        except ValueError as bug:
            log_bug(log, type(bug), bug.__traceback__)
        finally:
            log.removeHandler(handler)
    logged = (tmp_path / "logs" / LOG_FILE).read_text(encoding="utf-8")
    assert "a bug: ValueError" in logged
    assert "test_log_files.py" in logged
    assert SECRET not in logged


def test_that_nothing_is_written_until_there_is_something_to_log(tmp_path: Path) -> None:
    log_handler(tmp_path).close()
    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        log_handler(tmp_path / "file" / "logs")
