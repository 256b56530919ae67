"""The library as it lies on the disk: every pack in some folders, read and put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.curriculum.library import library_of
from facilitator.curriculum.pack_folders import pack_folders
from facilitator.curriculum.reader import read_pack
from facilitator.curriculum.unit_files import UnitFiles
from facilitator.curriculum.unit_reader import read_unit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from facilitator.curriculum.library import Library
    from facilitator.curriculum.unit_files import ReadUnit


def read_library(homes: Iterable[Path], read: ReadUnit = read_unit) -> Library:
    """Read every pack of some folders; a pack with errors is there with its findings, and a folder may be missing.

    Args:
        homes: folders of packs, those that are preferred first.
        read: reads the text of a unit, such as one that remembers its readings.
    """
    units = UnitFiles(read)
    return library_of(read_pack(folder, units=units) for folder in pack_folders(homes))
