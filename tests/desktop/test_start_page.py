from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.curriculum.unit import Kind
from facilitator.desktop.place import PlaceId
from facilitator.desktop.programmes.card import ProgrammeCard
from facilitator.desktop.start.cards import BeginCard, WorkshopCard
from facilitator.desktop.start.phrases import matches, next_first, stage_words, when_words
from facilitator.desktop.widgets.buttons import Button
from facilitator.desktop.widgets.empty import EmptyState
from facilitator.desktop.widgets.fields import SearchField
from facilitator.desktop.widgets.kinds import DayStrip
from facilitator.workshop.summary import Stage, StripPart, Summary

if TYPE_CHECKING:
    from fakes import FakeWorkshops
    from pytestqt.qtbot import QtBot

    from facilitator.desktop.shell.window import MainWindow

TODAY = dt.date(2027, 1, 10)


def summary(name: str, date: dt.date | None = None, changed: str = "") -> Summary:
    return Summary(id=name, title=name, date=date, changed_at=changed)


def test_that_the_next_workshop_comes_first_and_what_is_over_last() -> None:
    days = {"tomorrow": 1, "today": 0, "yesterday": -1, "last year": -300}
    shelf = [summary(name, TODAY + dt.timedelta(days=n)) for name, n in days.items()]
    order = [s.id for s in next_first([*shelf, summary("someday")], TODAY)]
    assert order == ["today", "tomorrow", "someday", "yesterday", "last year"]


def test_that_of_two_without_a_date_the_one_changed_last_comes_first() -> None:
    shelf = [summary("old", changed="2026-01-01"), summary("new", changed="2026-02-01")]
    assert [s.id for s in next_first(shelf, TODAY)] == ["new", "old"]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (Summary("w", date=TODAY, start=540, end=630, head_count=14), "2027-01-10 · 09:00–10:30 · 14 people"),
        (Summary("w", date=TODAY, start=540, end=540, head_count=1), "2027-01-10 · 1 person"),
        (Summary("w"), "No date yet"),
    ],
)
def test_that_a_card_says_when_and_for_how_many(made: Summary, words: str) -> None:
    assert when_words(made, dt.date.isoformat) == words


@pytest.mark.parametrize("stage", list(Stage))
def test_that_every_stage_has_a_word(stage: Stage) -> None:
    assert stage_words(stage)[0]


def test_that_the_search_looks_at_title_and_client() -> None:
    made = Summary("w", client="City of Larkfield", title="Executive session")
    assert matches(made, "larkfield exec")
    assert not matches(made, "larkfield policy")


def cards(window: MainWindow) -> list[str]:
    return [card.text() for card in window.start_page.findChildren(WorkshopCard) if card.isVisible()]


@pytest.fixture
def full(window: MainWindow, workshops: FakeWorkshops) -> MainWindow:
    strip = (StripPart(Kind.OPENING, 5), StripPart(Kind.EXERCISE, 40))
    workshops.shown = [
        Summary("a", "Meridian", "Policy lab", dt.date(2027, 1, 14), 780, 1020, 14, Stage.PLANNED, strip),
        Summary("b", "Larkfield", "Executive session", dt.date(2027, 1, 12)),
    ]
    window.start_page.refresh()
    return window


def test_that_the_workshops_stand_in_order_each_with_its_strip(full: MainWindow) -> None:
    assert cards(full) == ["Executive session", "Policy lab"]
    strips = [card.findChild(DayStrip).accessibleName() for card in full.start_page.findChildren(WorkshopCard)]
    assert "Opening 5 minutes, Exercise 40 minutes" in strips


def test_that_typing_finds_a_workshop(full: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(full.start_page.findChild(SearchField), "polic")
    qtbot.waitUntil(lambda: cards(full) == ["Policy lab"], timeout=1000)


def test_that_a_search_that_finds_nothing_says_so(full: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(full.start_page.findChild(SearchField), "zebra")
    qtbot.waitUntil(lambda: any(e.isVisible() for e in full.start_page.findChildren(EmptyState)), timeout=1000)
    assert cards(full) == []


def test_that_a_click_opens_the_workshop(full: MainWindow, qtbot: QtBot) -> None:
    card = next(c for c in full.start_page.findChildren(WorkshopCard) if c.workshop_id == "a")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert full.session is not None
    assert full.session.workshop.id == "a"


def test_that_an_empty_shelf_says_what_to_do_next(window: MainWindow) -> None:
    assert any(empty.isVisible() for empty in window.start_page.findChildren(EmptyState))


def offered(window: MainWindow) -> list[ProgrammeCard]:
    return [card for card in window.start_page.findChildren(ProgrammeCard) if card.isVisible()]


def begin(window: MainWindow, title: str) -> BeginCard:
    return next(card for card in window.start_page.findChildren(BeginCard) if card.text() == title)


def test_that_the_best_fit_begins_with_the_brief(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(begin(window, "Find the best fit"), Qt.MouseButton.LeftButton)
    assert window.session is not None
    assert window.frame.place_id() is PlaceId.BRIEF


def test_that_a_blank_agenda_has_one_empty_day(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(begin(window, "Blank agenda"), Qt.Key.Key_Return)
    assert window.session is not None
    days = window.session.workshop.agenda.days
    assert [len(day.items) for day in days] == [0]


def test_that_a_programme_becomes_a_workshop_with_its_units_frozen(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(begin(window, "From a programme"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(offered(window)) == 3, timeout=1000)
    offered(window)[0].findChild(Button).click()
    assert window.session is not None
    workshop = window.session.workshop
    assert workshop.brief.programme_id == "board"
    assert [len(day.items) for day in workshop.agenda.days] == [3]
    assert [copy.pack_id for copy in workshop.units] == ["pack"]


def test_that_programmes_can_be_searched_and_left_again(window: MainWindow, qtbot: QtBot) -> None:
    page = window.start_page
    page.show_programmes()
    qtbot.keyClicks(page.findChild(SearchField), "clinic")
    qtbot.waitUntil(lambda: len(offered(window)) == 1, timeout=1000)
    next(b for b in page.findChildren(Button) if b.text() == "Back").click()
    assert begin(window, "Blank agenda").isVisible()


def test_that_the_trainer_of_the_settings_leads_new_workshops(window: MainWindow) -> None:
    from dataclasses import replace

    window._change_settings(replace(window._settings, trainer="Ana Ferreira"))
    window._opening.create_blank()
    assert window.session is not None
    assert window.session.workshop.brief.trainer == "Ana Ferreira"
