"""The tool that draws pictures of report pages."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from facilitator.foundation.resources import shipped
from tools import draw_pictures
from tools.picture_pages import digest_in, digest_of, read_page

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

BOARD = shipped("modules") / "social-media-boot-camp" / "pictures" / "M04-board.toml"
PANEL_A = (60, 150, 640, 390)  # left, top, right, bottom of the plot with its labels


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "modules" / "a-pack" / "pictures"
    folder.mkdir(parents=True)
    shutil.copy(BOARD, folder / "board.toml")
    monkeypatch.setattr(draw_pictures, "MODULES", tmp_path / "modules")
    return folder


def columns(image: QImage) -> list[int]:
    """Give the height of each bar of panel A in pixels."""
    left, top, right, bottom = PANEL_A
    heights, last = [], 0
    for x in range(left, right):
        height = sum(image.pixelColor(x, y) == draw_pictures.LEAD for y in range(top, bottom))
        if height > 10 and last <= 10:
            heights.append(height)
        last = height
    return heights


def drawn(text: str) -> QImage:
    return draw_pictures.draw_page(read_page(text), "d")


def test_that_a_picture_is_drawn_beside_its_data_and_knows_it(home: Path, qapp: QApplication) -> None:
    assert draw_pictures.main([]) == 0
    assert digest_in(home / "board.png") == digest_of(home / "board.toml")


def test_that_data_that_cannot_be_drawn_is_named_and_leaves_the_old_picture(
    home: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    draw_pictures.main([])
    before = (home / "board.png").read_bytes()
    (home / "board.toml").write_text("title = 'x'", encoding="utf-8")
    assert draw_pictures.main([]) == 1
    assert "board.toml" in capsys.readouterr().out
    assert (home / "board.png").read_bytes() == before


def test_that_a_name_nobody_knows_is_said(home: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert draw_pictures.main(["M99-none"]) == 1
    assert "There is no M99-none.toml" in capsys.readouterr().out
    assert not (home / "board.png").exists()


def test_that_bars_are_as_high_as_their_values_above_the_cut(qapp: QApplication) -> None:
    heights = columns(drawn(BOARD.read_text(encoding="utf-8")))
    assert [height / heights[0] for height in heights] == pytest.approx([1, 25 / 20, 35 / 20], abs=0.05)


def test_that_the_picture_is_legible_without_colours(qapp: QApplication) -> None:
    image = drawn(BOARD.read_text(encoding="utf-8")).convertToFormat(QImage.Format.Format_Grayscale8)
    assert image.pixelColor(2, 2) == QColor("#FFFFFF")
    darkest = min(image.pixelColor(x, y).red() for x in range(90, 130, 2) for y in range(140, 190, 2))
    assert darkest < 60
