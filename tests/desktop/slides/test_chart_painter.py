"""Charts on the slides of the window: the deck's look, in every theme, and said for those who cannot see them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.curriculum.text import Chart, ChartType, ItemList, ListItem, Paragraph, Picture, Series, Span, Text
from facilitator.curriculum.unit import Slide
from facilitator.desktop.live.audience_canvas import AudienceCanvas
from facilitator.desktop.live.audience_look import AUDIENCE_LOOKS, AudienceLook
from facilitator.desktop.slides.chart_painter import PX_PER_PT, _measure, _sketched, paint_chart
from facilitator.desktop.slides.chart_places import place_charts
from facilitator.desktop.slides.document import Ink, document
from facilitator.desktop.slides.painter import PAPER, _chart_ink, slide_image, slide_pages
from facilitator.desktop.slides.thumbnails import Thumbnails
from facilitator.export.charts.places import tick_places, value_labels
from facilitator.live.audience import AudienceView, PublicSlide

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from facilitator.desktop.theme.look import Look

SIZE = QSize(1600, 900)
AREA = QRectF(100, 250, 1400, 560)
CHART = Chart(
    ChartType.COLUMNS,
    ("With a host", "Without"),
    (Series("Before", (40.0, 40.0)), Series("After", (46.0, 43.0))),
    "%",
    "Repeat visits rose.",
)
ONE = replace(CHART, series=CHART.series[1:], low=30.0, high=50.0)
LINE = Chart(ChartType.LINE, ("W1", "W2", "W3"), (Series("a", (1.0, 5.0, 9.0)),), "minutes", "It grew.")
WORDS = Paragraph((Span("Both rose."),))
LIST = ItemList((ListItem((Span("Both rose"),)), ListItem((Span("Who chose?"),))))


def height_of(words: Text, width: float) -> float:
    return 50.0 * len(words)


def spots(image: QImage, colour: QColor) -> list[tuple[int, int]]:
    """Give where a picture has a colour, sampled."""
    return [
        (x, y)
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
        if image.pixelColor(x, y) == colour
    ]


def column_tops(image: QImage, colour: QColor) -> list[int]:
    """Give the top of every column of a colour, from left to right."""
    found = spots(image, colour)
    tops: dict[int, int] = {}
    for x, y in found:
        if y > 260:  # below the title and the legend
            tops[x] = min(y, tops.get(x, 900))
    runs: list[list[int]] = []
    last = -100
    for x in sorted(tops):
        if x - last > 8:
            runs.append([])
        runs[-1].append(tops[x])
        last = x
    return [min(run) for run in runs if len(run) > 5]


def test_that_columns_are_as_high_as_their_values(qapp: QApplication) -> None:
    image = slide_image(Slide("T", (replace(ONE, low=0.0),)), SIZE)
    base = max(y for _x, y in spots(image, PAPER.accent))
    first, second = (base - top for top in column_tops(image, PAPER.accent))
    assert first / second == pytest.approx(46 / 43, abs=0.03)


def test_that_a_cut_axis_makes_a_small_difference_large(qapp: QApplication) -> None:
    image = slide_image(Slide("T", (ONE,)), SIZE)
    base = max(y for _x, y in spots(image, PAPER.accent))
    first, second = (base - top for top in column_tops(image, PAPER.accent))
    assert first / second == pytest.approx(16 / 13, abs=0.04)


def test_that_series_are_told_apart_without_colour(qapp: QApplication) -> None:
    image = slide_image(Slide("T", (CHART,)), SIZE).convertToFormat(QImage.Format.Format_Grayscale8)
    solid = QColor(PAPER.accent)
    grey = round(0.299 * solid.red() + 0.587 * solid.green() + 0.114 * solid.blue())
    levels = {image.pixelColor(x, y).red() for x in range(200, 1500, 7) for y in range(500, 780, 7)}
    assert any(abs(level - grey) < 25 for level in levels)
    assert any(190 < level < 240 for level in levels)  # the pale one


def test_that_a_line_is_drawn_in_its_colour_from_point_to_point(qapp: QApplication) -> None:
    found = spots(slide_image(Slide("T", (LINE,)), SIZE), PAPER.accent)
    left = [y for x, y in found if 280 < x < 420 and y > 250]
    right = [y for x, y in found if 1180 < x < 1320 and y > 250]
    assert min(left) > max(right)


def test_that_the_slide_is_drawn_the_same_at_any_scale(qapp: QApplication) -> None:
    large = slide_image(Slide("T", (CHART,)), SIZE)
    small = slide_image(Slide("T", (CHART,)), SIZE / 4)
    highest = min(column_tops(large, PAPER.accent)) / 4
    assert min(y for _x, y in spots(small, PAPER.accent) if y > 65) == pytest.approx(highest, abs=5)


@pytest.mark.parametrize("room", AUDIENCE_LOOKS.values(), ids=lambda room: room.name)
@pytest.mark.parametrize("kind", list(ChartType))
def test_that_the_room_sees_charts_in_its_own_theme(
    look: Look, shown: Callable[..., AudienceCanvas], room: AudienceLook, kind: ChartType
) -> None:
    canvas = AudienceCanvas(look, room)
    chart = replace(CHART, type=kind)
    canvas.show_view(AudienceView(title="T", slide=PublicSlide("T", (chart,), "content"), prompt_lines=(chart.alt,)))
    shown(canvas, (960, 540))
    image = canvas.grab().toImage()
    assert len(spots(image, QColor(room.accent))) > 20
    assert image.pixelColor(2, 2) == QColor(room.background)
    assert "Repeat visits rose." in canvas.accessibleDescription()
    assert canvas.page_count() == 1


def test_that_thumbnails_show_the_chart_and_say_what_it_shows(look: Look, shown: Callable[..., Thumbnails]) -> None:
    thumbnails = Thumbnails(look)
    thumbnails.show_slides((Slide("It rose", (ONE,)), Slide("Plain", (WORDS,))))
    shown(thumbnails, (600, 400))
    assert thumbnails.accessibleDescription() == "It rose: Repeat visits rose.; Plain"
    assert len(spots(thumbnails.grab().toImage(), PAPER.accent)) > 50


def test_that_no_line_of_the_grid_runs_through_a_number(qapp: QApplication) -> None:
    chart = replace(ONE, series=(Series("After", (39.5, 43.5)),))
    image = QImage(800, 450, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    ink = _chart_ink(PAPER)
    paint_chart(painter, chart, QRectF(0, 0, 800, 450), ink)
    painter.end()
    made = _sketched(chart, 480.0, 270.0, ink.least_pt, ink.family)
    crossed = [
        (label.box, place)
        for label in value_labels(made, _measure(ink.family))
        for _tick, place in tick_places(made)
        if label.box.y + 2 < place < label.box.bottom - 2
    ]
    assert crossed
    for box, place in crossed:
        rows = range(round((place - 1) * PX_PER_PT), round((place + 1) * PX_PER_PT))
        assert all(image.pixelColor(round(box.x * PX_PER_PT) + 1, y) == QColor("#FFFFFF") for y in rows)


def test_that_text_outside_of_slides_says_what_a_chart_shows(qapp: QApplication) -> None:
    ink = Ink("Inter", 20, QColor("#000000"), QColor("#0000FF"), QColor("#777777"))
    assert document((WORDS, CHART), ink, 500).toPlainText() == "Both rose.\nRepeat visits rose."


def test_that_a_statement_with_a_chart_shows_the_chart(qapp: QApplication) -> None:
    image = slide_image(Slide("T", (ONE,), layout="statement"), SIZE)
    assert len(column_tops(image, PAPER.accent)) == 2


def test_that_words_too_many_beside_a_chart_go_on_a_next_page_with_the_chart(qapp: QApplication) -> None:
    items = ItemList(tuple(ListItem((Span(f"Point number {n} says something of some length"),)) for n in range(14)))
    slide = Slide("T", (items, ONE))
    look = replace(PAPER, least_px=40)
    assert slide_pages(slide, look) > 1


def test_that_a_chart_alone_has_all_the_room() -> None:
    placed = place_charts((CHART,), AREA, height_of, in_columns=False, shown=())
    assert placed.seen == ((CHART, AREA),)
    assert placed.words == ()


def test_that_few_words_stand_over_the_chart_and_a_list_beside_it() -> None:
    over = place_charts((WORDS, CHART), AREA, height_of, in_columns=False, shown=())
    beside = place_charts((LIST, CHART), AREA, height_of, in_columns=False, shown=())
    assert over.words[0][1].bottom() <= over.seen[0][1].top()
    assert over.seen[0][1].width() == AREA.width()
    assert beside.words[0][1].right() <= beside.seen[0][1].left()
    assert beside.seen[0][1].width() > beside.words[0][1].width()


def test_that_many_lines_of_words_give_way_to_the_side() -> None:
    placed = place_charts((WORDS,) * 5 + (CHART,), AREA, height_of, in_columns=False, shown=())
    assert placed.words[0][1].right() <= placed.seen[0][1].left()


def test_that_a_chart_written_first_stands_left_in_two_columns() -> None:
    placed = place_charts((CHART, LIST), AREA, height_of, in_columns=True, shown=())
    assert placed.seen[0][1].right() <= placed.words[0][1].left()


def test_that_two_charts_in_columns_have_one_base_under_their_own_lines() -> None:
    placed = place_charts((WORDS, CHART, WORDS, WORDS, LINE), AREA, height_of, in_columns=True, shown=())
    (_first, left), (_second, right) = placed.seen
    assert (left.top(), left.bottom(), left.width()) == (right.top(), right.bottom(), right.width())
    assert [room.left() for _words, room in placed.words] == [left.left(), right.left()]


def test_that_pictures_and_charts_of_one_slide_share_the_room() -> None:
    picture = Picture("pictures/a.png", "A")
    placed = place_charts((CHART, picture), AREA, height_of, in_columns=False, shown=(picture,))
    (_chart, left), (_picture, right) = placed.seen
    assert left.right() < right.left()
    assert (placed.seen[0][0], placed.seen[1][0]) == (CHART, picture)
