"""Where packs lie: the folders below some homes that hold a pack, found without reading one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PACK_FILE = "pack.toml"


def pack_folders(homes: Iterable[Path]) -> tuple[Path, ...]:
    """Give the folders of packs: home after home, in each by name; a home may be missing."""
    return tuple(
        folder
        for home in homes
        if home.is_dir()
        for folder in sorted(home.iterdir())
        if (folder / PACK_FILE).is_file()
    )
