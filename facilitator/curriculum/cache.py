"""Unit files remembered by path, time and size, so that only what has changed is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from facilitator.curriculum.unit_files import Reading, ReadUnit, UnitFiles
from facilitator.curriculum.unit_reader import read_unit

if TYPE_CHECKING:
    from pathlib import Path

Stamp: TypeAlias = tuple[int, int]


class RememberedUnitFiles(UnitFiles):
    """Reads unit files and remembers them while it lives; hand it to ``read_pack``.

    A file counts as unchanged while its size and its time of change, in nanoseconds, are the same.
    """

    def __init__(self, read: ReadUnit = read_unit) -> None:
        super().__init__(read)
        self._kept: dict[Path, tuple[Stamp, Reading]] = {}

    def read(self, path: Path) -> Reading:
        """Give what was read before where the file has not changed, else read it."""
        stamp = stamp_of(path)
        kept = self._kept.get(path)
        if stamp and kept and kept[0] == stamp:
            return kept[1]
        reading = super().read(path)
        if stamp:
            self._kept[path] = (stamp, reading)
        return reading


def stamp_of(path: Path) -> Stamp | None:
    """Give the time of change and the size of a file, None when it is not there."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
