"""Who has a workshop open, in words; what really keeps others out is the lock of the database itself.

A small file names host, process and time. While it is in use it is locked by the system as well, so that a lock
left by a crash is told from a live one without guessing by process numbers.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from facilitator.workshop.schema import InUseError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.foundation.clocks import Instant

_FAR = 1 << 30  # the byte that is locked on Windows lies beyond the text, which stays readable
_MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has it open: computer, process, and since when (ISO, UTC)."""

    host: str
    pid: int
    boot_id: str
    since: str


class Lock:
    """A lock that is held until it is released or the process ends."""

    def __init__(self, handle: int, found: Holder | None) -> None:
        """Take over an open, locked file; ``found`` is who held it before without releasing it."""
        self._handle: int | None = handle
        self.found = found

    def release(self) -> None:
        """Say that nobody has it open any more; a second time does nothing."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        with contextlib.suppress(OSError):
            os.ftruncate(handle, 0)
        with contextlib.suppress(OSError):
            os.close(handle)


def take_lock(path: Path, instant: Instant, *, host: str = "", by_force: bool = False) -> Lock:
    """Lock a workshop.

    Args:
        path: the lock file.
        instant: now.
        host: name of this computer; asked of the system when left out.
        by_force: take it although another computer's name stands in it.

    Raises:
        InUseError: this computer has it open, or another one wrote its name there and never took it back.
    """
    host = host or platform.node() or "?"
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        found = _read(handle)
        _refuse_if_held(handle, None if by_force else found, host, instant.boot_id)
        holder = Holder(host, os.getpid(), instant.boot_id, instant.utc().isoformat(timespec="minutes"))
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(asdict(holder)).encode())
    except BaseException:
        os.close(handle)
        raise
    return Lock(handle, found)


def _refuse_if_held(handle: int, found: Holder | None, host: str, boot_id: str) -> None:
    if not _lock_by_system(handle):
        raise InUseError
    if found and found.host != host and found.boot_id != boot_id:
        raise InUseError(host=found.host, since=found.since)


def _read(handle: int) -> Holder | None:
    text = os.read(handle, _MOST_BYTES)
    try:
        return Holder(**json.loads(text))
    except (ValueError, TypeError):
        return None


def _lock_by_system(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
