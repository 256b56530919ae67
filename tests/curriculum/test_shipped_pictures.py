"""The pictures of report pages: drawn from the data beside them, and saying what their cards and slides say."""

from __future__ import annotations

import re
import shutil
import struct
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.foundation.resources import shipped
from tools.picture_pages import (
    ChartPanel,
    NumberPanel,
    Page,
    PageError,
    SharesPanel,
    digest_in,
    digest_of,
    read_page,
)

if TYPE_CHECKING:
    from pathlib import Path

PACK = shipped("modules") / "social-media-boot-camp"
DATA = sorted((PACK / "pictures").glob("*.toml"))
UNIT = next((PACK / "units").glob("M04-*.md")).read_text(encoding="utf-8")
GOOD = (PACK / "pictures" / "M04-board.toml").read_text(encoding="utf-8")


def cards() -> dict[str, dict[str, Any]]:
    table = tomllib.loads((PACK / "materials" / "M04-pages.toml").read_text(encoding="utf-8"))
    return {card["id"]: card for card in table["card"]}


def page_of(file: Path) -> Page:
    return read_page(file.read_text(encoding="utf-8"))


def test_that_every_card_of_a_page_has_its_picture_drawn_from_data() -> None:
    assert {file.stem for file in DATA} == {f"M04-{card}" for card in cards()}


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.stem)
def test_that_no_picture_is_older_than_its_data(file: Path) -> None:
    assert digest_in(file.with_suffix(".png")) == digest_of(file)


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.stem)
def test_that_the_panels_say_word_for_word_what_the_card_says(file: Path) -> None:
    card = cards()[file.stem.removeprefix("M04-")]
    page = page_of(file)
    assert page.title == card["title"]
    assert page.said() == card["text"]


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.stem)
def test_that_the_slide_says_the_same_to_those_who_cannot_see_the_picture(file: Path) -> None:
    alt = re.search(rf"!\[([^\]]*)\]\(pictures/{file.stem}\.png\)", UNIT)
    assert alt is not None
    panels = " ".join(f"{panel.letter}: {panel.said()}" for panel in page_of(file).panels)
    assert alt[1].partition("nine panels. ")[2] == panels


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.stem)
def test_that_the_only_cut_axis_is_the_one_the_key_names(file: Path) -> None:
    """B and H have flaws of their own; an axis that does not begin at zero would be a second one."""
    cut = [panel.letter for panel in page_of(file).panels if isinstance(panel, ChartPanel) and panel.axis]
    key = cards()[file.stem.removeprefix("M04-")]["answer"]
    assert cut == [line[0] for line in key.splitlines() if "cut axis" in line] == ["A"]


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.stem)
def test_that_pictures_are_large_enough_for_print_and_small_enough_to_send(file: Path) -> None:
    data = file.with_suffix(".png").read_bytes()
    assert struct.unpack(">II", data[16:24]) == (1920, 1080)
    assert len(data) < 300_000


def test_that_a_change_of_the_data_shows_on_the_picture(tmp_path: Path) -> None:
    data, picture = tmp_path / "M04-board.toml", tmp_path / "M04-board.png"
    shutil.copy(PACK / "pictures" / "M04-board.png", picture)
    data.write_text(GOOD, encoding="utf-8", newline="\r\n")
    assert digest_in(picture) == digest_of(data)
    data.write_text(GOOD.replace("905,000", "950,000"), encoding="utf-8")
    assert digest_in(picture) != digest_of(data)


def test_that_a_picture_without_a_digest_has_none() -> None:
    assert digest_in(PACK / "pictures" / "F01-star-and-net.png") == ""


def test_that_heights_are_counted_from_the_beginning_of_the_axis() -> None:
    panels = {panel.letter: panel for panel in read_page(GOOD).panels}
    bars, line = panels["A"], panels["B"]
    assert isinstance(bars, ChartPanel)
    assert isinstance(line, ChartPanel)
    assert bars.heights() == (20_000, 25_000, 35_000)
    assert line.heights() == (6.0, 7.1, 8.0, 8.7)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("<Engagement> [48,200], up 31 %.", ("Engagement", "", "48,200", "up 31 %")),
        ("<Recall>: mentions [down 70 %] in May.", ("Recall", "mentions", "down 70 %", "in May")),
        ("<Value>: [412]. Fee: 90. Return 4.6 to 1.", ("Value", "", "412", "Fee: 90. Return 4.6 to 1.")),
        ("<Rumour> [down 60 %] from 10 a.m. to 4 p.m.", ("Rumour", "", "down 60 %", "from 10 a.m. to 4 p.m")),
        ("<Calls>: [14].", ("Calls", "", "14", "")),
    ],
)
def test_that_a_line_is_taken_apart_into_claim_number_and_small_words(line: str, pieces: tuple[str, ...]) -> None:
    panel = NumberPanel("D", line)
    assert panel.pieces() == pieces
    assert panel.said() == re.sub(r"[<>\[\]]", "", line)


def test_that_shares_are_said_with_their_small_print() -> None:
    (shares,) = (panel for panel in read_page(GOOD).panels if isinstance(panel, SharesPanel))
    assert shares.said().endswith("video of 500 who watched to the end, text of 60,000 who were shown it.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title = "', 'titel = "'),
        ('letter = "B"', 'letter = "A"'),
        ('kind = "line"', 'kind = "pie"'),
        ('"915,000"]', '"915,000", "1"]'),
        ('"900,000"', '"870,000"'),
        ('"900,000"', '"many"'),
        ("<Engagement> ", "Engagement "),
        ('claim = "Reach', 'clain = "Reach'),
        ("[[panel]]", "[[panel]"),
    ],
)
def test_that_a_slip_in_the_data_is_refused_before_anything_is_drawn(old: str, new: str) -> None:
    assert old in GOOD
    with pytest.raises(PageError):
        read_page(GOOD.replace(old, new, 1))
