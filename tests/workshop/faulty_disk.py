"""A disk in memory that can lose power or fail, seen by SQLite through APSW.

What was written and not synced may be there after a cut, or not, or in part, in any order: each change of a file
waits in a list until the file is synced, and a cut applies an arbitrary choice of the list, torn at sectors.
"""

from __future__ import annotations

import copy
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import apsw

if TYPE_CHECKING:
    import random

SECTOR = 512


class PowerCutError(apsw.IOError):
    """The lights went out."""


@dataclass
class DiskFile:
    """What is safe, what a reader sees, and the changes between the two."""

    safe: bytes = b""
    seen: bytearray = field(default_factory=bytearray)
    changes: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, offset: int, data: bytes) -> None:
        apply(self.seen, offset, data)
        self.changes.append((offset, data))

    def truncate(self, size: int) -> None:
        apply(self.seen, size, None)
        self.changes.append((size, None))

    def sync(self) -> None:
        self.safe = bytes(self.seen)
        self.changes.clear()

    def after_cut(self, chance: random.Random) -> DiskFile:
        content = bytearray(self.safe)
        pieces = [piece for change in self.changes for piece in sectors(change)]
        chance.shuffle(pieces)
        for offset, data in pieces[: chance.randint(0, len(pieces))]:
            apply(content, offset, data)
        return DiskFile(bytes(content), bytearray(content))


def apply(content: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        del content[offset:]
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


def sectors(change: tuple[int, bytes | None]) -> Iterable[tuple[int, bytes | None]]:
    offset, data = change
    if data is None:
        return [change]
    return [(offset + at, data[at : at + SECTOR]) for at in range(0, len(data), SECTOR)]


@dataclass
class Disk:
    """Files by name; ``before_call`` is asked before every read, write, truncate, sync, open and delete."""

    files: dict[str, DiskFile] = field(default_factory=dict)
    deleted: dict[str, DiskFile] = field(default_factory=dict)
    before_call: Callable[[str], None] = lambda _what: None

    def clone(self) -> Disk:
        return Disk(copy.deepcopy(self.files))

    def after_cut(self, chance: random.Random) -> Disk:
        """Give the disk as it is found when the power is back."""
        files = {name: file.after_cut(chance) for name, file in self.files.items()}
        for name, file in self.deleted.items():
            if name not in files and chance.random() < 0.5:  # the name was not yet gone
                files[name] = file.after_cut(chance)
        return Disk(files)


class FaultyVFS(apsw.VFS):
    """The file system SQLite sees."""

    def __init__(self, name: str, disk: Disk) -> None:
        self.disk = disk
        super().__init__(name, base="")

    def xOpen(self, name: Any, flags: list[int]) -> OpenFile:  # noqa: N802
        self.disk.before_call("open")
        text = name if isinstance(name, str) else name.filename() if name else "temporary"
        if text not in self.disk.files and not flags[0] & apsw.SQLITE_OPEN_CREATE:
            raise apsw.CantOpenError
        flags[1] = flags[0]
        return OpenFile(self.disk, self.disk.files.setdefault(text, DiskFile()))

    def xDelete(self, name: str, sync_folder: bool) -> None:  # noqa: N802
        self.disk.before_call("delete")
        file = self.disk.files.pop(name, None)
        if file and not sync_folder:
            self.disk.deleted[name] = file

    def xAccess(self, name: str, flags: int) -> bool:  # noqa: ARG002, N802
        return name in self.disk.files and len(self.disk.files[name].seen) > 0

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name


class OpenFile:
    """One open file; the methods are those SQLite calls."""

    def __init__(self, disk: Disk, file: DiskFile) -> None:
        self.disk = disk
        self.file = file

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self.disk.before_call("read")
        return bytes(self.file.seen[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.disk.before_call("write")
        self.file.write(offset, bytes(data))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self.disk.before_call("truncate")
        self.file.truncate(size)

    def xSync(self, flags: int) -> None:  # noqa: ARG002, N802
        self.disk.before_call("sync")
        self.file.sync()

    def xFileSize(self) -> int:  # noqa: N802
        return len(self.file.seen)

    def xLock(self, level: int) -> None:  # noqa: ARG002, N802
        return

    def xUnlock(self, level: int) -> None:  # noqa: ARG002, N802
        return

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xFileControl(self, op: int, pointer: int) -> bool:  # noqa: ARG002, N802
        return False

    def xSectorSize(self) -> int:  # noqa: N802
        return SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0

    def xClose(self) -> None:  # noqa: N802
        return


class FaultyConnection:
    """An APSW connection that speaks like the one of the standard library, as far as the store needs it."""

    def __init__(self, disk: Disk, pragmas: Sequence[str]) -> None:
        self.vfs = FaultyVFS(f"faulty-{id(disk)}", disk)
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        self.connection = apsw.Connection("plan", flags=flags, vfs=f"faulty-{id(disk)}")
        for pragma in pragmas:
            self.execute(pragma)

    @property
    def in_transaction(self) -> bool:
        return self.connection.in_transaction

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Any:
        try:
            return Rows(self.connection.execute(statement, values).fetchall())
        except apsw.Error as problem:
            raise sqlite3.OperationalError(type(problem).__name__) from problem

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        for row in rows:
            self.execute(statement, row)

    def close(self) -> None:
        self.connection.close(force=True)


class Rows(list[Any]):
    """Rows already read, with the two ways to take them."""

    def fetchone(self) -> Any:
        return self[0] if self else None

    def fetchall(self) -> list[Any]:
        return self
