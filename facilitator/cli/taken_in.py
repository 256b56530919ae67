"""A workshop file opened for a command: checked and copied, so that the file itself is never written to."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.folders import find_folders
from facilitator.foundation.words import _
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.foundation.clocks import Clock
    from facilitator.workshop.document import Document
    from facilitator.workshop.reports import OpenReport


@contextlib.contextmanager
def taken_in(path: Path, clock: Clock) -> Iterator[tuple[Document, OpenReport]]:
    """Give the workshop of a file, with how the opening went; it is gone again afterwards.

    Raises:
        FacilitatorError: the file is not there, not ours, damaged, hostile, or lies on the app's own shelf.
    """
    if not path.is_file():
        raise FacilitatorError(
            _("There is no file {name}.").format(name=path.name), way_out=_("Name a workshop file.")
        )
    if path.resolve().is_relative_to(find_folders().workshops.resolve()):
        raise FacilitatorError(
            _("This file belongs to the app, which may have it open."),
            safe=_("Nothing was touched."),
            way_out=_("In the app choose Save a copy, and name that file."),
        )
    with spare_folder() as folder:
        shelf = Shelf(folder, clock)
        document, report = shelf.open(shelf.take_in(path))
        with contextlib.closing(document):
            yield document, report


@contextlib.contextmanager
def spare_folder() -> Iterator[Path]:
    """Give a folder that is gone afterwards, with everything in it.

    Raises:
        FacilitatorError: the system has no room for one.
    """
    try:
        folder = tempfile.TemporaryDirectory(prefix="facilitator-", ignore_cleanup_errors=True)
    except OSError as problem:
        raise FacilitatorError(
            _("No folder for passing files could be made: {reason}.").format(reason=problem.strerror),
            way_out=_("Make room on the disk, or name another place in TMPDIR."),
        ) from problem
    with folder as name:
        yield Path(name)
