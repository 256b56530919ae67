from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage

from facilitator.curriculum.text import ItemList, ListItem, Paragraph, Picture, Quote, Span, Text
from facilitator.curriculum.unit import Slide
from facilitator.desktop.slides.document import Ink, document, fitted
from facilitator.desktop.slides.note_view import NoteView
from facilitator.desktop.slides.pages import Page, pages_of
from facilitator.desktop.slides.painter import PAPER, slide_image, slide_pages
from facilitator.desktop.slides.picture_places import places_of
from facilitator.desktop.slides.pictures import Pictures
from facilitator.desktop.slides.thumbnails import Thumbnails

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from facilitator.desktop.theme.look import Look

SIZE = QSize(800, 450)
RED = QColor("#FF0000")
INK = Ink("Inter", 20, QColor("#000000"), QColor("#0000FF"), QColor("#777777"))


def words(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def points(count: int) -> ItemList:
    return ItemList(tuple(ListItem((Span(f"Point number {n} says something"),)) for n in range(count)))


def share(image: QImage, colour: QColor) -> float:
    """Give how much of a picture has a colour, sampled."""
    spots = [(x, y) for x in range(0, image.width(), 8) for y in range(0, image.height(), 8)]
    return sum(image.pixelColor(x, y) == colour for x, y in spots) / len(spots)


def ink_rows(image: QImage) -> list[int]:
    """Give the heights of the strips of the picture that hold something, from the top."""
    ground = image.pixelColor(0, 0)
    strips, height = [], 0
    for y in range(image.height()):
        filled = any(image.pixelColor(x, y) != ground for x in range(90, image.width(), 3))
        if filled:
            height += 1
        elif height:
            strips.append(height)
            height = 0
    return strips


@pytest.fixture
def pictures(tmp_path: Path, qapp: QApplication) -> Pictures:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(RED)
    (tmp_path / "pictures").mkdir()
    assert image.save(str(tmp_path / "pictures" / "red.png"))
    return Pictures(lambda: [tmp_path])


def with_red(*blocks: Paragraph | ItemList) -> Slide:
    return Slide("A title", (*blocks, Picture("pictures/red.png", "A red field")))


def test_that_a_picture_alone_fills_the_room_under_the_title(pictures: Pictures) -> None:
    look = replace(PAPER, pictures=pictures)
    assert share(slide_image(with_red(), SIZE, look), RED) > 0.35


def test_that_without_the_picture_its_words_are_drawn(pictures: Pictures, qapp: QApplication) -> None:
    said = slide_image(with_red(), SIZE, PAPER)
    assert share(said, RED) == 0
    assert said != slide_image(Slide("A title", ()), SIZE, PAPER)
    missing = Slide("A title", (Picture("pictures/none.png", "A red field"),))
    assert slide_image(missing, SIZE, replace(PAPER, pictures=pictures)) == said


def test_that_words_and_their_picture_both_have_room(pictures: Pictures) -> None:
    look = replace(PAPER, pictures=pictures)
    image = slide_image(with_red(words("One line of words")), SIZE, look)
    assert 0.1 < share(image, RED) < 0.35


def test_that_a_picture_inside_a_text_is_drawn_no_wider_than_the_text(pictures: Pictures) -> None:
    body: Text = (Picture("pictures/red.png", "Red"),)
    made = document(body, replace(INK, pictures=pictures), 200)
    assert made.idealWidth() <= 200
    assert made.size().height() > 100


def test_that_a_quotation_is_larger_than_the_title_above_it(qapp: QApplication) -> None:
    slide = Slide("Mmm", (Quote(((Span("Mmm"),),)), words("Mmm")), layout="quote")
    title, quotation, source = ink_rows(slide_image(slide, SIZE))[:3]
    assert quotation > 1.5 * title
    assert quotation > 1.5 * source


def test_that_a_statement_is_larger_than_what_stands_under_it(qapp: QApplication) -> None:
    title, body = ink_rows(slide_image(Slide("Mmm", (words("Mmm"),), layout="statement"), SIZE))[:2]
    assert title > 1.5 * body


def test_that_a_statement_with_too_much_under_it_is_set_as_any_slide(qapp: QApplication) -> None:
    look = replace(PAPER, least_px=40)
    slide = Slide("A statement", (points(30),), layout="statement")
    assert slide_pages(slide, look) > 1


@pytest.mark.parametrize(("count", "least", "is_one"), [(4, 40, True), (15, 40, False), (15, 16, True)])
def test_that_a_slide_has_more_pages_only_when_its_words_do_not_fit(
    qapp: QApplication, count: int, least: float, is_one: bool
) -> None:
    pages = slide_pages(Slide("A title", (points(count),)), replace(PAPER, least_px=least))
    assert (pages == 1) is is_one


def test_that_a_text_is_cut_into_pages_between_its_lines(qapp: QApplication) -> None:
    made = document((points(20),), INK, 400)
    pages = pages_of(made, 100)
    assert len(pages) > 4
    assert all(page.height <= 100.5 for page in pages)
    assert all(after.top >= before.bottom - 0.5 for before, after in itertools.pairwise(pages))


def test_that_pages_hold_every_line(qapp: QApplication) -> None:
    made = document((points(20),), INK, 400)
    pages = pages_of(made, 100)
    middles = []
    block = made.begin()
    while block.isValid():
        middles.append(made.documentLayout().blockBoundingRect(block).center().y())
        block = block.next()
    assert len(middles) == 20
    assert all(any(page.top <= middle <= page.bottom for page in pages) for middle in middles)


def test_that_a_text_that_fits_is_one_page(qapp: QApplication) -> None:
    made = document("Short", INK, 400)
    assert pages_of(made, 100) == (Page(0, made.size().height()),)


def test_that_text_shrinks_to_the_smallest_and_no_further(qapp: QApplication) -> None:
    made = fitted((points(60),), INK, 300, 100, smallest_px=12)
    assert made.defaultFont().pixelSize() == 12


def test_that_pictures_under_words_keep_their_shape_and_stay_inside() -> None:
    area = QRectF(0, 0, 1000, 500)
    places = places_of(area, [QSize(1600, 400), QSize(100, 100)], 120)
    for place, ratio in zip(places.pictures, (4.0, 1.0), strict=True):
        assert area.contains(place)
        assert place.width() / place.height() == pytest.approx(ratio)
        assert not place.intersects(places.words)


def test_that_many_words_have_the_picture_beside_them() -> None:
    places = places_of(QRectF(0, 0, 1000, 500), [QSize(1600, 400)], 400)
    assert places.pictures[0].left() > places.words.right()
    assert places.words.height() == 500


def test_that_thumbnails_say_how_many_slides_and_what_they_are(
    look: Look, shown: Callable[..., Thumbnails], pictures: Pictures
) -> None:
    thumbnails = Thumbnails(look, pictures=pictures)
    thumbnails.show_slides((with_red(), Slide("Second", ())))
    shown(thumbnails, (400, 300))
    assert thumbnails.accessibleName() == "2 slides"
    assert thumbnails.accessibleDescription() == "A title: A red field; Second"
    assert share(thumbnails.grab().toImage(), RED) > 0.02


def test_that_notes_are_as_tall_as_they_need_at_each_size(look: Look, shown: Callable[..., NoteView]) -> None:
    view = shown(NoteView(look, 13), (300, 200))
    view.show_text((words("Say this slowly, and then say it again. " * 5),))
    small = view.height()
    view.set_size(24)
    assert view.height() > small
    assert view.accessibleName().startswith("Say this slowly")
