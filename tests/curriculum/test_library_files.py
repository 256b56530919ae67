from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from facilitator.curriculum.library_files import read_library
from facilitator.curriculum.pack_folders import pack_folders
from facilitator.curriculum.unit_reader import read_unit
from facilitator.foundation.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.curriculum.unit_files import Reading


def test_that_packs_are_found_home_by_home_and_other_folders_are_not(tmp_path: Path) -> None:
    for name in ("later/a", "first/z", "first/b", "first/no-pack"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("later/a", "first/z", "first/b"):
        (tmp_path / name / "pack.toml").touch()
    homes = [tmp_path / "first", tmp_path / "missing", tmp_path / "later"]
    assert [folder.name for folder in pack_folders(homes)] == ["b", "z", "a"]


def test_that_the_preferred_home_hides_what_comes_later(tmp_path: Path) -> None:
    shutil.copytree(shipped("modules") / "social-media-boot-camp", tmp_path / "own")
    read: list[str] = []

    def noted(source: str, path: str) -> Reading:
        read.append(path)
        return read_unit(source, path)

    library = read_library((tmp_path, shipped("modules")), noted)
    ours = [pack for pack in library.packs if pack.id == "social-media-boot-camp"]
    assert [pack.folder.parent for pack in ours] == [tmp_path, shipped("modules")]
    assert len(read) == sum(len(pack.units) for pack in library.packs)
    home = library.pack_of("L01")
    assert home is not None
    assert home.folder == tmp_path / "own"
