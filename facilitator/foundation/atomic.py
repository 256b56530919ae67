"""Files that appear whole or not at all: exports, snapshots, settings.

The way: a new file beside the target, written, flushed to the disk, looked at again, and only then moved over
the target, which stays as it was until that moment. Source: recipe for atomic writes; the naive way of writing
in place loses the old file when the disk is full.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import secrets
import time
from typing import TYPE_CHECKING

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

log = logging.getLogger(__name__)

OWNER_ONLY = 0o600
WINDOWS_BUSY = frozenset({5, 32, 33})  # access denied, sharing violation, lock violation
BUSY_WAITS_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
FOLDER_CANNOT_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


class WriteError(FacilitatorError):
    """A file could not be written; what stood at ``path`` before still does."""

    def __init__(self, path: Path, happened: str, way_out: str) -> None:
        super().__init__(happened, safe=_("The file that was there before is unchanged."), way_out=way_out)
        self.path = path


@contextlib.contextmanager
def replacing(
    target: Path,
    *,
    check: Callable[[Path], None] | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[Path]:
    """Give the path of an empty file to fill; leaving the block moves it over the target.

    The file lies in the target's folder, has the target's suffix and can be read by its owner only. Leaving by
    an exception removes it and leaves the target alone.

    Args:
        target: where the file should be; an existing one is replaced.
        check: looks at the finished file before it counts, and raises when it is not good.
        wait: sleeps between tries where another program holds the target.

    Raises:
        WriteError: the disk, the folder or another program said no.
    """
    try:
        draft = _new_draft(target)
    except OSError as problem:
        raise _write_error(target, problem) from problem
    try:
        yield draft
        _sync_file(draft)
        if check is not None:
            check(draft)
        _move_over(draft, target, wait)
    except OSError as problem:
        raise _write_error(target, problem) from problem
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    sync_folder(target.parent)


def write_atomically(
    target: Path,
    content: bytes | str | Callable[[Path], object],
    *,
    check: Callable[[Path], None] | None = None,
) -> None:
    """Write a whole file, given its bytes, its text (UTF-8, newlines as they are) or a writer of paths.

    Raises:
        WriteError: the disk, the folder or another program said no; the old file is unchanged.
    """
    with replacing(target, check=check) as draft:
        if isinstance(content, str):
            content = content.encode("utf-8")
        if isinstance(content, bytes):
            draft.write_bytes(content)
        else:
            content(draft)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut, where the system can."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as problem:
        if problem.errno not in FOLDER_CANNOT_SYNC:
            raise _write_error(folder, problem) from problem
        log.info("folder cannot be synced: errno %s", problem.errno)


def _new_draft(target: Path) -> Path:
    draft = target.with_name(f".facilitator-{secrets.token_hex(6)}{target.suffix}")
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY))
    return draft


def _sync_file(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _move_over(draft: Path, target: Path, wait: Callable[[float], None]) -> None:
    for pause_s in (*BUSY_WAITS_S, None):
        try:
            draft.replace(target)
        except OSError as problem:
            if pause_s is None or getattr(problem, "winerror", None) not in WINDOWS_BUSY:
                raise
            wait(pause_s)
        else:
            return


def _write_error(path: Path, problem: OSError) -> WriteError:
    if problem.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        happened = _("The disk is full; {name} was not written.")
        way_out = _("Make room, or choose another drive.")
    elif getattr(problem, "winerror", None) in WINDOWS_BUSY:
        happened = _("Another program has {name} open; it was not written.")
        way_out = _("Close it there, or choose another name.")
    elif problem.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        happened = _("{name} may not be written there.")
        way_out = _("Choose another folder.")
    elif problem.errno == errno.ENOENT:
        happened = _("The folder for {name} is not there.")
        way_out = _("Choose another folder.")
    else:
        happened = _("{name} could not be written.")
        way_out = _("Try again, or choose another folder.")
    return WriteError(path, happened.format(name=path.name), way_out)
