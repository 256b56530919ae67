"""Four megabytes held back on the disk, so that a run can go on for a while when it is full."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from facilitator.foundation.limits import BALLAST_BYTES, DISK_WARNING_BYTES

if TYPE_CHECKING:
    from pathlib import Path


def load_ballast(path: Path) -> None:
    """Take the room unless it is taken already or the disk is short of it; failing is no trouble."""
    try:
        if path.exists() or shutil.disk_usage(path.parent).free < DISK_WARNING_BYTES:
            return
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(BALLAST_BYTES))  # zeros would take no room on a file system that packs
    except OSError:
        return


def release_ballast(path: Path) -> bool:
    """Give the room back; tell whether there was any to give."""
    try:
        path.unlink()
    except OSError:
        return False
    return True
