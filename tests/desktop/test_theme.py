from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.curriculum.unit import Kind
from facilitator.desktop.theme.icons import IconName, IconShelf
from facilitator.desktop.theme.look import Look, style_sheet
from facilitator.desktop.theme.tokens import TEXT_ON, THEME_NAMES, contrast, shipped_theme
from facilitator.foundation.settings import Appearance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
PAIRS = [(name, text, ground) for name in THEME_NAMES for text, grounds in TEXT_ON for ground in grounds]


def test_that_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize(("name", "text", "ground"), PAIRS)
def test_that_every_text_can_be_read_on_every_surface_it_stands_on(name: str, text: str, ground: str) -> None:
    theme = shipped_theme(name)
    least = 7.0 if name == "contrast" else 4.5
    assert contrast(theme.colour(text), theme.colour(ground)) >= least


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("kind", list(Kind))
def test_that_every_kind_can_be_told_from_the_ground(name: str, kind: Kind) -> None:
    theme = shipped_theme(name)
    assert min(contrast(theme.colour(kind), theme.colour(ground)) for ground in ("surface", "bg", "sel")) >= 3


@pytest.mark.parametrize("name", THEME_NAMES)
def test_that_the_focus_ring_stands_out_from_every_surface(name: str) -> None:
    theme = shipped_theme(name)
    assert min(contrast(theme.accent, theme.colour(ground)) for ground in ("surface", "bg", "sunk")) >= 3


@pytest.mark.parametrize("name", THEME_NAMES)
def test_that_the_style_sheet_has_no_open_place(name: str) -> None:
    assert "$" not in style_sheet(shipped_theme(name))


def test_that_roles_in_the_text_table_are_all_the_text_roles() -> None:
    grounds = {ground for _, names in TEXT_ON for ground in names}
    used = {role for role, _ in TEXT_ON} | grounds | {"line"}
    assert set(type(shipped_theme("light")).__slots__) - {"name", "dark", "kinds"} == used


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST])
def test_that_the_application_wears_the_chosen_theme(look: Look, appearance: Appearance) -> None:
    look.choose(appearance, 100)
    palette = QApplication.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(shipped_theme(appearance.value).bg)
    assert shipped_theme(appearance.value).accent in QApplication.instance().styleSheet()  # type: ignore[union-attr]


def test_that_the_system_choice_is_light_where_the_system_does_not_say(look: Look) -> None:
    look.choose(Appearance.SYSTEM, 100)
    assert look.theme.name == "light"


def test_that_a_change_is_told_once_and_the_same_choice_is_none(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed, timeout=500):
        look.choose(Appearance.DARK, 100)
    with qtbot.assertNotEmitted(look.changed):
        look.choose(Appearance.DARK, 100)


def test_that_text_grows_with_the_setting(look: Look) -> None:
    look.choose(Appearance.LIGHT, 150)
    assert look.type().pixelSize() == 20
    assert "font-size: 26px" in QApplication.instance().styleSheet()  # type: ignore[union-attr]


def test_that_the_shipped_font_is_the_one_drawn_with(look: Look) -> None:
    assert QFontInfo(look.type()).family() == "Inter"


def test_that_digits_are_equally_wide_even_under_the_style_sheet(look: Look, qtbot: QtBot) -> None:
    label = QLabel("1")
    qtbot.addWidget(label)
    label.setProperty("role", "small")
    label.ensurePolished()
    metrics = QFontMetrics(label.font())
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


def test_that_every_icon_has_a_file_and_every_file_a_name() -> None:
    files = {path.stem for path in (ROOT / "assets" / "icons").glob("*.svg")}
    assert files == {name.value for name in IconName}


def test_that_no_icon_is_shipped_unused() -> None:
    used: set[str] = set()
    for path in (ROOT / "facilitator" / "desktop").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used |= {
            node.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "IconName"
        }
    assert {name.name for name in IconName} - used == set()


def test_that_icons_are_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    picture = IconShelf().pixmap(IconName.FLAG, "#FF0000", 32).toImage()
    inked = {
        picture.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if picture.pixelColor(x, y).alpha() > 200
    }
    assert inked == {"#ff0000"}


def test_that_an_icon_is_drawn_once_for_each_colour_size_and_scale(qapp: QApplication) -> None:
    shelf = IconShelf()
    first = shelf.pixmap(IconName.FLAG, "#FF0000", 16, 2.0)
    assert shelf.pixmap(IconName.FLAG, "#FF0000", 16, 2.0) is first
    assert (first.width(), first.devicePixelRatio()) == (32, 2.0)


def test_that_windows_ask_the_theme_for_colours_and_name_none_themselves() -> None:
    # Slides, papers and the projector's view are drawn on grounds of their own
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b")
    own = ROOT / "facilitator" / "desktop"
    folders = ("theme", "widgets", "shell", "start", "brief", "settings", "programmes")
    sources = [path for folder in folders for path in (own / folder).rglob("*.py")]
    assert [path.name for path in sources if colour.search(path.read_text(encoding="utf-8"))] == []
