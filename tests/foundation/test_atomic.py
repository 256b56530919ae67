"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from facilitator.foundation import atomic
from facilitator.foundation.atomic import BUSY_WAITS_S, WriteError, replacing, write_atomically

BAD = "not a deck"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "Deck.pptx"
    path.write_bytes(b"old")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("content", [b"new\n", "new\n", lambda path: path.write_bytes(b"new\n")])
def test_that_the_new_content_replaces_the_old(target: Path, content: Any) -> None:
    write_atomically(target, content)
    assert target.read_bytes() == b"new\n"
    assert names(target.parent) == ["Deck.pptx"]


def test_that_a_new_file_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_atomically(tmp_path / "list.csv", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "list.csv").stat().st_mode) == 0o600


def test_that_the_draft_lies_beside_the_target_with_its_suffix(target: Path) -> None:
    with replacing(target) as draft:
        assert draft.parent == target.parent
        assert draft.suffix == ".pptx"
        assert target.read_bytes() == b"old"


def test_that_a_failed_writer_leaves_the_old_file_and_no_draft(target: Path) -> None:
    def half(path: Path) -> None:
        path.write_bytes(b"half")
        raise ValueError(BAD)

    with pytest.raises(ValueError, match=BAD):
        write_atomically(target, half)
    assert target.read_bytes() == b"old"
    assert names(target.parent) == ["Deck.pptx"]


def test_that_a_file_that_fails_its_check_never_gets_the_name(target: Path) -> None:
    def refuse(path: Path) -> None:
        assert path.read_bytes() == b"new"
        raise ValueError(BAD)

    with pytest.raises(ValueError, match=BAD):
        write_atomically(target, b"new", check=refuse)
    assert target.read_bytes() == b"old"
    assert names(target.parent) == ["Deck.pptx"]


def test_that_a_full_disk_is_said_in_words_and_harms_nothing(target: Path) -> None:
    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, "no space")

    with pytest.raises(WriteError, match="disk is full") as caught:
        write_atomically(target, full)
    assert caught.value.path == target
    assert caught.value.safe
    assert target.read_bytes() == b"old"
    assert names(target.parent) == ["Deck.pptx"]


def test_that_a_missing_folder_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"folder for Deck\.pptx is not there"):
        write_atomically(tmp_path / "gone" / "Deck.pptx", b"x")


def test_that_only_our_own_draft_is_removed(target: Path) -> None:
    stranger = target.with_name(".facilitator-000000000000.pptx")
    stranger.write_bytes(b"someone else's")
    write_atomically(target, b"new")
    assert stranger.read_bytes() == b"someone else's"


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A target that another program lets go of after three tries, as on Windows."""
    waits: list[float] = []
    replace = Path.replace

    def stubborn(self: Path, target: Path) -> Path:
        if len(waits) < 3:
            problem = PermissionError(errno.EACCES, "in use")
            problem.winerror = 32  # type: ignore[attr-defined]
            raise problem
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stubborn)
    return waits


def test_that_a_file_held_by_another_program_is_tried_again(target: Path, busy: list[float]) -> None:
    with replacing(target, wait=busy.append) as draft:
        draft.write_bytes(b"new")
    assert target.read_bytes() == b"new"
    assert busy == list(BUSY_WAITS_S[:3])


def test_that_a_file_held_for_good_ends_in_an_offer_of_another_name(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(self: Path, target: Path) -> Path:
        problem = PermissionError(errno.EACCES, "in use")
        problem.winerror = 32  # type: ignore[attr-defined]
        raise problem

    waits: list[float] = []
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(WriteError, match="Another program") as caught, replacing(target, wait=waits.append) as draft:
        draft.write_bytes(b"new")
    assert "another name" in caught.value.way_out
    assert waits == list(BUSY_WAITS_S)
    assert target.read_bytes() == b"old"


def test_that_a_folder_that_cannot_be_synced_is_no_failure(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders: list[int] = []
    fsync = os.fsync

    def odd(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            folders.append(handle)
            raise OSError(errno.EINVAL, "invalid")
        fsync(handle)

    monkeypatch.setattr(atomic.os, "fsync", odd)
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert len(folders) == 1
