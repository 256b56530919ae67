from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from facilitator.curriculum.text import Span, Table
from facilitator.export.deck.metrics import LetterWidths, read_letter_widths
from facilitator.export.deck.tables import table_grid
from facilitator.foundation.resources import shipped

ASSETS = shipped("assets")


@cache
def letters() -> LetterWidths:
    return read_letter_widths(ASSETS / "deck" / "inter-widths.json")


@pytest.mark.parametrize(("name", "bold"), [("Inter-Regular.otf", False), ("Inter-Bold.otf", True)])
def test_that_the_table_says_what_the_font_says(name: str, *, bold: bool) -> None:
    font = ImageFont.truetype(str(ASSETS / "fonts" / name), 1000, layout_engine=ImageFont.Layout.BASIC)
    for word in ("Facilitator", "Größe", "10:45", "Žižek", "Ωμέγα", "—“”"):
        assert letters().word(word, bold=bold) == pytest.approx(font.getlength(word) / 1000, rel=0.01)


def test_that_letters_of_other_scripts_take_their_full_width() -> None:
    assert letters().word("日本") == 2.0
    assert letters().word("e\u0301") == letters().word("e")


def test_that_a_word_that_changes_its_style_inside_stays_one_word() -> None:
    split = (Span("mega"), Span("phone", strong=True))
    wide = letters().one_line(split, 20)
    assert letters().line_count(split, wide + 1, 20) == 1
    assert letters().longest_word(split, 20) == pytest.approx(wide)


@given(st.text("abc de", max_size=80), st.floats(40, 400))
def test_that_less_room_never_takes_fewer_lines(text: str, room: float) -> None:
    spans = (Span(text),)
    assert letters().line_count(spans, room, 20) >= letters().line_count(spans, room * 1.5, 20) >= 1


def test_that_a_word_longer_than_the_line_is_counted_as_broken() -> None:
    assert letters().line_count((Span("x" * 100),), 100, 20) > 5


def test_that_columns_share_the_whole_width_and_hold_their_longest_word() -> None:
    table = Table(((Span("No."),), (Span("Responsibilities"),)), (((Span("1"),), (Span("many words " * 9),)),))
    grid = table_grid(table, 400, 20, letters())
    assert sum(grid.columns) == pytest.approx(400)
    assert grid.columns[1] > letters().word("Responsibilities", bold=True) * 20
    assert len(grid.heights) == 2
    assert grid.heights[1] > grid.heights[0]
