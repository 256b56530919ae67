from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from facilitator.export.deck.slides import Role
from facilitator.export.deck.template import OUR_LAYOUTS, Place, TemplateError, read_template
from facilitator.export.deck.writer import our_stationery
from facilitator.foundation.resources import shipped
from tools import deck_design, deck_layouts, make_deck_template

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = shipped("assets") / "deck" / "facilitator.pptx"
ALIASES = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
LAYOUTS = deck_layouts.layouts()


def colour(name: str) -> str:
    return deck_design.THEME.get(ALIASES.get(name, name), name)


def luminance(name: str) -> float:
    parts = [int(colour(name)[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_that_the_template_in_the_repository_is_what_the_script_makes(tmp_path: Path) -> None:
    make_deck_template.write_template(tmp_path / "again.pptx")
    assert (tmp_path / "again.pptx").read_bytes() == TEMPLATE.read_bytes()


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_that_text_of_every_layout_stands_out_from_its_background(layout: deck_design.Layout) -> None:
    cards = [shape.fill for shape in layout.shapes if shape.name == "Card"]
    for holder in layout.holders:
        for background in (layout.background or "bg1", *cards):
            assert contrast(holder.color, background) >= 4.5, (holder.name, background)


def test_that_links_and_table_headers_stand_out_from_white() -> None:
    assert min(contrast("hlink", "bg1"), contrast("accent1", "bg1")) >= 4.5


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_that_body_text_of_every_layout_is_eighteen_points_or_more(layout: deck_design.Layout) -> None:
    sizes = [size for h in layout.holders if h.idx in {1, 2, 17} or "itle" in h.kind for size in h.sizes]
    assert min(sizes, default=18) >= 18


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_that_placeholders_stay_on_the_page_and_apart(layout: deck_design.Layout) -> None:
    boxes = [holder.box for holder in layout.holders]
    for place, box in enumerate(boxes):
        assert 0 <= box.x <= box.x + box.w <= deck_design.WIDE
        assert 0 <= box.y <= box.y + box.h <= deck_design.HIGH
        for other in boxes[place + 1 :]:
            apart_x = box.x + box.w <= other.x or other.x + other.w <= box.x
            apart_y = box.y + box.h <= other.y or other.y + other.h <= box.y
            assert apart_x or apart_y, (box, other)


def test_that_every_role_has_a_layout_with_a_title() -> None:
    template = our_stationery().template
    assert set(template.layouts) == set(Role) == set(OUR_LAYOUTS)
    assert all(layout.frame(Place.TITLE) for layout in template.layouts.values())


def test_that_an_exercise_has_a_place_for_task_minutes_and_grouping() -> None:
    layout = our_stationery().template.layouts[Role.EXERCISE]
    assert all(layout.frame(place) for place in (Place.BODY, Place.FIGURE, Place.LABEL))


def test_that_the_theme_names_inter_and_describes_it_for_programs_without_it() -> None:
    theme = zipfile.ZipFile(TEMPLATE).read("ppt/theme/theme1.xml").decode()
    assert re.search(r'<a:latin typeface="Inter" panose="[0-9A-F]{20}" pitchFamily="34"', theme)
    assert deck_design.THEME["accent1"] == "0B6B68"


def test_that_a_template_without_a_layout_is_refused_by_name() -> None:
    with pytest.raises(TemplateError, match="Section header"):
        read_template(TEMPLATE, {Role.SECTION: "Section header"})
