"""The second log: every event once more as a line of its own, on the disk before anything is acknowledged.

It pays when the database is damaged: one bad page can hide a whole table, one bad line hides one event.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.foundation.atomic import sync_folder
from facilitator.workshop.events import Entry, from_line, to_line

if sys.platform == "darwin":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class Reading:
    """What a second log holds.

    Attributes:
        entries: all lines that read, in the order of the file.
        bad_lines: lines in the middle that do not read.
        good_bytes: length up to the end of the last whole line; a torn tail comes after it.
    """

    entries: tuple[Entry, ...] = ()
    bad_lines: int = 0
    good_bytes: int = 0

    @property
    def last_seq(self) -> int:
        """Give the number of the last event, 0 when there is none."""
        return max((entry.event.seq for entry in self.entries), default=0)

    def after(self, seq: int) -> tuple[Entry, ...]:
        """Give the events that follow without a hole; what comes after a hole cannot be put in place."""
        by_seq = {entry.event.seq: entry for entry in self.entries}
        found = []
        while (seq := seq + 1) in by_seq:
            found.append(by_seq[seq])
        return tuple(found)


def read_log(path: Path) -> Reading:
    """Read a second log; one that is not there is empty."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Reading()
    whole = content[: content.rfind(b"\n") + 1]
    read = [from_line(line) for line in whole.splitlines(keepends=True)]
    good = tuple(entry for entry in read if entry is not None)
    return Reading(good, bad_lines=len(read) - len(good), good_bytes=len(whole))


class SecondLog:
    """An open second log, to append to; a torn tail is cut off first."""

    def __init__(self, path: Path, reading: Reading) -> None:
        self._path = path
        is_new = not path.exists()
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), OWNER_ONLY)
        if is_new:
            sync_folder(path.parent)
        self._good_bytes = reading.good_bytes
        self.last_seq = reading.last_seq

    def append(self, entries: Sequence[Entry]) -> None:
        """Write the entries and wait until the disk has them; those it has already are left out.

        A try that failed leaves no trace: the next one starts where the last good line ends.

        Raises:
            OSError: the disk said no; nothing counts as written.
        """
        missing = [entry for entry in entries if entry.event.seq > self.last_seq]
        if not missing:
            return
        lines = b"".join(map(to_line, missing))
        os.ftruncate(self._handle, self._good_bytes)
        os.lseek(self._handle, self._good_bytes, os.SEEK_SET)
        view = memoryview(lines)
        while view:
            view = view[os.write(self._handle, view) :]
        _sync_data(self._handle)
        self._good_bytes += len(lines)
        self.last_seq = missing[-1].event.seq

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._handle)


def _sync_data(handle: int) -> None:
    if sys.platform == "darwin":
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    elif sys.platform == "win32":
        os.fsync(handle)
    else:
        os.fdatasync(handle)
