from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage

from facilitator.desktop.slides.pictures import KEPT_SIDE_PX, Pictures, is_safe

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def put(folder: Path, name: str = "pictures/a.png", size: QSize | None = None) -> Path:
    """Write a red picture into a folder."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(size or QSize(40, 20), QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    assert image.save(str(file))
    return file


@pytest.fixture
def pack(tmp_path: Path, qapp: QApplication) -> Path:
    folder = tmp_path / "pack"
    put(folder)
    return folder


@pytest.fixture
def pictures(pack: Path) -> Pictures:
    return Pictures(lambda: [pack])


def test_that_a_picture_comes_in_its_own_shape_as_large_as_fits(pictures: Pictures) -> None:
    image = pictures.image("pictures/a.png", 100, 100)
    assert image is not None
    assert image.size() == QSize(100, 50)
    assert image.pixelColor(50, 25) == QColor("#FF0000")


def test_that_a_missing_picture_is_none_until_it_is_there(pictures: Pictures, pack: Path) -> None:
    assert pictures.size("pictures/b.png") is None
    put(pack, "pictures/b.png")
    assert pictures.size("pictures/b.png") == QSize(40, 20)


def test_that_the_first_folder_that_has_it_answers(tmp_path: Path, pack: Path) -> None:
    other = tmp_path / "other"
    put(other, "pictures/a.png", QSize(7, 7))
    assert Pictures(lambda: [other, pack]).size("pictures/a.png") == QSize(7, 7)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/hostname.png",
        "../pack/pictures/a.png",
        "pictures/../../secret.png",
        "http://example.org/a.png",
        "file:///tmp/a.png",
        "C:/a.png",
        "\\\\host\\share\\a.png",
        "//host/share/a.png",
        "pictures/a.svg",
        "pictures/a",
        "pictures/a\0.png",
    ],
)
def test_that_a_path_which_could_lead_elsewhere_is_refused(pictures: Pictures, path: str) -> None:
    assert not is_safe(path)
    assert pictures.image(path, 10, 10) is None


def test_that_a_link_out_of_the_pack_is_not_followed(pictures: Pictures, pack: Path, tmp_path: Path) -> None:
    secret = put(tmp_path, "secret.png")
    (pack / "pictures" / "link.png").symlink_to(secret)
    assert pictures.size("pictures/link.png") is None


def test_that_what_is_no_picture_gives_none(pictures: Pictures, pack: Path) -> None:
    (pack / "pictures" / "text.png").write_text("not a picture", encoding="utf-8")
    assert pictures.size("pictures/text.png") is None


def test_that_a_picture_of_too_many_pixels_is_not_read(
    pictures: Pictures, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.desktop.slides.pictures.PICTURE_PIXELS", 500)
    put(pack, "pictures/large.png", QSize(30, 30))
    assert pictures.size("pictures/large.png") is None


def test_that_a_file_of_too_many_bytes_is_not_read(
    pictures: Pictures, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.desktop.slides.pictures.PICTURE_BYTES", 10)
    assert pictures.size("pictures/a.png") is None


def test_that_a_large_picture_is_kept_no_wider_than_a_projector(pictures: Pictures, pack: Path) -> None:
    put(pack, "pictures/wide.png", QSize(4000, 100))
    assert pictures.size("pictures/wide.png") == QSize(KEPT_SIDE_PX, 48)


def test_that_a_picture_is_read_once_and_again_when_its_file_changed(pictures: Pictures, pack: Path) -> None:
    first = pictures.image("pictures/a.png", 40, 20)
    again = pictures.image("pictures/a.png", 40, 20)
    assert first is again
    file = put(pack, "pictures/a.png", QSize(10, 10))
    os.utime(file, ns=(1, 1))
    assert pictures.size("pictures/a.png") == QSize(10, 10)


def test_that_shape_is_kept_whatever_the_box(pictures: Pictures) -> None:
    image = pictures.image("pictures/a.png", 10, 500)
    assert image is not None
    assert image.size() == QSize(40, 20).scaled(10, 500, Qt.AspectRatioMode.KeepAspectRatio)
