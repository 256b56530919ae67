"""Where the window stood, kept apart from the settings because it changes all the time."""

from __future__ import annotations

import logging
import tomllib
from typing import TYPE_CHECKING

import tomli_w
from PySide6.QtCore import QByteArray

from facilitator.foundation.atomic import write_atomically
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.folders import made

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)


class WindowMemory:
    """Keeps the place and size of a window in a small file; a file that does not fit is no memory."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def restore(self, window: QWidget) -> bool:
        """Put the window where it stood; tells whether there was a memory that fits."""
        try:
            kept = tomllib.loads(self._path.read_text(encoding="utf-8")).get("geometry", "")
        except (OSError, ValueError):
            return False
        geometry = QByteArray.fromBase64(kept.encode("ascii", "ignore")) if isinstance(kept, str) else QByteArray()
        return not geometry.isEmpty() and window.restoreGeometry(geometry)

    def keep(self, window: QWidget) -> None:
        """Remember where the window stands; where that cannot be written, nothing is lost but comfort."""
        geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
        try:
            made(self._path.parent)
            write_atomically(self._path, tomli_w.dumps({"geometry": geometry}))
        except (FacilitatorError, OSError):
            _log.warning("the place of the window could not be kept")
