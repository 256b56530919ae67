"""Looking at a workshop file that came from outside, before anything of it is believed.

From cheap to dear: size, first bytes, the marks of our format, the exact text of the tables, integrity, and only then
the content, read with limits on length and time. The file itself is never written and never adopted: its content goes
into a new workshop.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.limits import FOREIGN_CHECK_S, MB, WORKSHOP_CELL_BYTES, WORKSHOP_FILE_BYTES
from facilitator.foundation.words import _
from facilitator.workshop.loading import UnreadableError, load
from facilitator.workshop.schema import (
    APPLICATION_ID,
    TABLES,
    VERSION,
    application_id_of,
    flaws,
    open_for_reading,
    schema_of,
    version_of,
)
from facilitator.workshop.texts import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from facilitator.workshop.model import UnitCopy
    from facilitator.workshop.plain import WorkshopRecords
    from facilitator.workshop.state import State

_FIRST_BYTES: Final = b"SQLite format 3\x00"
_WAL_MARKS: Final = slice(18, 20)
_STEPS_BETWEEN_LOOKS: Final = 10_000


class ForeignFileError(FacilitatorError):
    """A file was not taken in; the sentence says why."""

    def __init__(self, happened: str, way_out: str = "") -> None:
        super().__init__(happened, safe=_("Nothing was taken in, and the file is unchanged."), way_out=way_out)


def read_foreign(path: Path, records: WorkshopRecords, *, elapsed_s: Callable[[], float] = time.monotonic) -> State:
    """Give the state a file holds.

    Raises:
        ForeignFileError: it is too big, not ours, of a newer version, damaged, or does not say what it should.
    """
    with _own_copy(path) as copy, contextlib.closing(_open_with_limits(copy, elapsed_s)) as connection:
        try:
            _check(connection)
            loaded = load(connection, records)
        except (sqlite3.Error, UnreadableError) as problem:
            raise _damaged() from problem
    if loaded.skipped or not all(_is_as_it_says(copy) for copy in loaded.state.workshop.units):
        raise _damaged()
    return loaded.state


def _is_as_it_says(copy: UnitCopy) -> bool:
    return not copy.source or digest_of(copy.source) == copy.digest


@contextlib.contextmanager
def _own_copy(path: Path) -> Iterator[Path]:
    try:
        size = path.stat().st_size
        if size > WORKSHOP_FILE_BYTES:
            most = WORKSHOP_FILE_BYTES // MB
            raise ForeignFileError(_("The file is larger than {most} MB.").format(most=most))
        with path.open("rb") as file:
            head = file.read(100)
        if not head.startswith(_FIRST_BYTES) or head[_WAL_MARKS] != b"\x01\x01":
            raise ForeignFileError(_("This is not a workshop file."), _("Choose a file that ends in .workshop."))
        with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
            yield Path(shutil.copyfile(path, Path(folder) / "taken-in.workshop"))
    except OSError as problem:
        raise ForeignFileError(_("The file cannot be read.")) from problem


def _open_with_limits(copy: Path, elapsed_s: Callable[[], float]) -> sqlite3.Connection:
    try:
        connection = open_for_reading(copy)
    except sqlite3.Error as problem:
        raise _damaged() from problem
    deadline_s = elapsed_s() + FOREIGN_CHECK_S
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, WORKSHOP_CELL_BYTES)
    connection.set_progress_handler(lambda: elapsed_s() > deadline_s, _STEPS_BETWEEN_LOOKS)
    return connection


def _check(connection: sqlite3.Connection) -> None:
    if application_id_of(connection) != APPLICATION_ID:
        raise ForeignFileError(_("This is not a workshop file."), _("Choose a file that ends in .workshop."))
    if version_of(connection) > VERSION:
        raise ForeignFileError(
            _("The file was written by a newer version of the app."), _("Update the app, then open it again.")
        )
    if version_of(connection) != VERSION or schema_of(connection) != set(TABLES) or flaws(connection):
        raise _damaged()


def _damaged() -> ForeignFileError:
    return ForeignFileError(
        _("The file is damaged, or somebody changed it by other means."),
        _("Ask for a fresh copy, made with Save a copy."),
    )
