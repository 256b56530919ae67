from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fakes import FakeDialogs, FakeWorkshops
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from facilitator.desktop.actions import Act, Scope, action_specs
from facilitator.desktop.place import Desk, Place, PlaceId
from facilitator.desktop.places import PLACES
from facilitator.desktop.shell.window import MainWindow
from facilitator.desktop.start.cards import BeginCard
from facilitator.desktop.start.page import StartPage
from facilitator.desktop.widgets.buttons import Button
from facilitator.desktop.widgets.cards import CardButton
from facilitator.desktop.widgets.fields import SearchField
from facilitator.desktop.widgets.labels import Label
from facilitator.foundation.errors import FacilitatorError
from facilitator.workshop.schema import InUseError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from facilitator.desktop.desk_parts import Parts

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QSpinBox, QComboBox, QAbstractItemView)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def nameless(root: QWidget) -> list[str]:
    inside = [w for w in root.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible()]
    own = [w for w in inside if not w.objectName().startswith("qt_")]
    return [f"{type(w).__name__} in {type(w.parent()).__name__}" for w in own if not name_of(w)]


def test_that_every_action_has_a_text_and_a_tooltip_and_is_there_once() -> None:
    specs = action_specs()
    assert [spec.act for spec in specs if not (spec.text and spec.tooltip)] == []
    assert sorted(spec.act for spec in specs) == sorted(Act)


def test_that_no_key_does_two_things_where_both_could_be_meant() -> None:
    specs = action_specs()
    everywhere = [key for spec in specs if spec.scope is Scope.EVERYWHERE for key in spec.keys]
    for scope in Scope:
        here = [key for spec in specs if spec.scope is scope for key in spec.keys]
        keys = [QKeySequence(key).toString() for key in ([] if scope is Scope.EVERYWHERE else everywhere) + here]
        assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_that_every_key_is_one_qt_can_read() -> None:
    keys = [key for spec in action_specs() for key in spec.keys]
    assert [key for key in keys if QKeySequence(key).isEmpty() or not QKeySequence(key).toString()] == []


def test_that_a_new_window_shows_the_start_page_and_no_undo(window: MainWindow) -> None:
    assert window.start_page.isVisible()
    assert not window.actions_here[Act.UNDO].isEnabled()
    assert not window.actions_here[Act.GO_BRIEF].isEnabled()


def test_that_every_control_of_every_place_has_a_name(window: MainWindow) -> None:
    window.open_sample()
    found = {place: nameless(window) for place in PLACES if not window.go(place)}
    assert {place: names for place, names in found.items() if names} == {}


def test_that_every_control_of_the_start_page_has_a_name(window: MainWindow) -> None:
    window.open_sample()
    window.go_home()
    assert nameless(window) == []
    window.start_page.show_programmes()
    assert nameless(window) == []


def test_that_the_places_are_reached_by_key(window: MainWindow, qtbot: QtBot, qapp: QApplication) -> None:
    window.open_sample()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=1000)
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.frame.place_id() is PlaceId.SETTINGS
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.frame.place_id() is PlaceId.BRIEF


def test_that_a_place_is_built_when_it_is_first_gone_to_and_then_kept(parts: Parts, qtbot: QtBot) -> None:
    built: list[Place] = []

    def factory(desk: Desk) -> Place:
        built.append(Place(desk, Scope.BRIEF))
        return built[-1]

    window = MainWindow(parts, places={PlaceId.BRIEF: factory, PlaceId.SETTINGS: factory}, dialogs=FakeDialogs())
    qtbot.addWidget(window)
    assert built == []
    window.open_sample()
    window.go(PlaceId.SETTINGS)
    window.go(PlaceId.BRIEF)
    assert len(built) == 2
    assert all(place.session is window.session for place in built)
    window.close()


def test_that_a_change_can_be_taken_back_from_the_bar(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.go(PlaceId.BRIEF)
    assert window.session is not None
    client = next(w for w in window.frame.findChildren(QLineEdit) if name_of(w) == "Client")
    client.selectAll()
    qtbot.keyClicks(client, "City")
    assert window.session.workshop.brief.client == "City"
    assert "Change brief" in window.actions_here[Act.UNDO].toolTip()
    window.actions_here.run(Act.UNDO)
    assert client.text() != "City"


def test_that_the_title_of_the_window_is_the_workshops(window: MainWindow) -> None:
    window.open_sample()
    assert window.windowTitle() == "The sample - Facilitator"
    window.go_home()
    assert window.windowTitle() == "Facilitator"


def test_that_the_sample_is_made_once_and_then_opened_again(window: MainWindow, workshops: FakeWorkshops) -> None:
    window.open_sample()
    window.go_home()
    window.open_sample()
    assert list(workshops.documents) == ["sample"]


def test_that_going_home_closes_the_workshop_and_shows_it_on_the_shelf(
    window: MainWindow, workshops: FakeWorkshops
) -> None:
    window.open_sample()
    window.go_home()
    assert workshops.documents["sample"].is_closed
    assert window.session is None
    assert any(name_of(card) == "The sample" for card in window.start_page.findChildren(QAbstractButton))


def test_that_closing_the_window_asks_nothing_and_keeps_everything(
    window: MainWindow, workshops: FakeWorkshops, fake_dialogs: FakeDialogs
) -> None:
    window.open_sample()
    assert window.close()
    assert workshops.documents["sample"].is_closed
    assert fake_dialogs.asked == []


def test_that_the_window_stands_where_it_stood(parts: Parts, qtbot: QtBot) -> None:
    first = MainWindow(parts, dialogs=FakeDialogs())
    qtbot.addWidget(first)
    first.resize(1024, 700)
    first.show()
    first.close()
    second = MainWindow(parts, dialogs=FakeDialogs())
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (1024, 700)
    second.close()


def test_that_a_damaged_memory_of_the_window_is_no_trouble(parts: Parts, qtbot: QtBot) -> None:
    parts.folders.config.mkdir(parents=True)
    (parts.folders.config / "window.toml").write_text('geometry = "&&&"', encoding="utf-8")
    window = MainWindow(parts, dialogs=FakeDialogs())
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (1366, 768)
    window.close()


def test_that_a_file_that_cannot_be_opened_is_a_message_not_a_crash(
    window: MainWindow, workshops: FakeWorkshops
) -> None:
    workshops.refuses = FacilitatorError("This is no workshop.", way_out="Choose another file.")
    window.open_path(Path("holiday.jpg"))
    message = window.start_page.messages.message()
    assert message is not None
    assert (message.happened, message.way_out) == ("This is no workshop.", "Choose another file.")


def test_that_opening_a_file_takes_it_in(
    window: MainWindow, fake_dialogs: FakeDialogs, workshops: FakeWorkshops
) -> None:
    fake_dialogs.path = Path("clinic.workshop")
    window.actions_here.run(Act.OPEN_FILE)
    assert window.session is not None
    assert window.session.workshop.id == "clinic"


def test_that_a_lock_of_another_computer_can_be_overridden(
    window: MainWindow, workshops: FakeWorkshops, qtbot: QtBot
) -> None:
    workshops.refuses = InUseError(host="lab-2", since="09:00")
    window.start_page.workshop_chosen.emit("w7")
    message = window.start_page.messages.message()
    assert message is not None
    assert message.action is not None
    message.action()
    assert workshops.took_over
    assert window.session is not None


def test_that_what_was_unusual_on_opening_is_told(window: MainWindow, workshops: FakeWorkshops) -> None:
    workshops.steps = ("It was not closed last time.",)
    window.start_page.workshop_chosen.emit("w7")
    message = window.frame.messages.message()
    assert message is not None
    assert message.happened == "It was not closed last time."


def test_that_a_copy_is_written_without_people(window: MainWindow, fake_dialogs: FakeDialogs, tmp_path: Path) -> None:
    window.open_sample()
    fake_dialogs.path = tmp_path / "copies" / "sent.workshop"
    window.actions_here.run(Act.SAVE_COPY)
    assert fake_dialogs.path.read_text(encoding="utf-8") == "people: False"


def test_that_the_saved_sign_follows_the_disk(window: MainWindow, workshops: FakeWorkshops, qtbot: QtBot) -> None:
    window.open_sample()
    sign = window.frame.top_bar.saved_sign
    workshops.documents["sample"].keep("The disk is full.")
    qtbot.waitUntil(lambda: sign.accessibleName() == "Not saved", timeout=1000)
    assert sign.toolTip() == "The disk is full."


def palette_field(window: MainWindow) -> SearchField:
    window.actions_here.run(Act.PALETTE)
    return next(f for f in window.findChildren(SearchField) if f.isVisible() and "do?" in f.placeholderText())


def test_that_the_palette_does_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    field = palette_field(window)
    qtbot.keyClicks(field, "sett")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.frame.place_id() is PlaceId.SETTINGS
    assert not field.isVisible()


def test_that_the_palette_leaves_out_what_cannot_be_done_now(window: MainWindow, qtbot: QtBot) -> None:
    field = palette_field(window)
    qtbot.keyClicks(field, "brief")
    view = next(v for v in window.findChildren(QAbstractItemView) if v.accessibleName() == "Actions that fit")
    assert view.model().rowCount() == 0
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_that_the_palette_knows_the_actions_of_the_place(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.go(PlaceId.BRIEF)
    field = palette_field(window)
    qtbot.keyClicks(field, "go to the agenda")
    view = next(v for v in window.findChildren(QAbstractItemView) if v.accessibleName() == "Actions that fit")
    assert view.model().rowCount() == 1


def test_that_the_primary_action_of_a_place_is_in_the_bar(window: MainWindow) -> None:
    window.open_sample()
    window.go(PlaceId.BRIEF)
    primary = [b for b in window.frame.top_bar.findChildren(Button) if b.property("variant") == "primary"]
    assert [b.text() for b in primary] == ["Go to the agenda"]


def test_that_every_action_of_the_window_is_a_word_somebody_can_search(window: MainWindow) -> None:
    assert all(isinstance(action, QAction) and action.text() for action in window.actions_here.all())


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_that_nothing_of_the_start_page_is_cut_off_sideways(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    page = window.start_page
    assert page.widget().minimumSizeHint().width() <= page.viewport().width()


@pytest.mark.parametrize("percent", [100, 150])
def test_that_every_word_of_a_card_has_the_room_it_needs(
    window: MainWindow, parts: Parts, qtbot: QtBot, percent: int
) -> None:
    parts.look.choose(parts.look.appearance, percent)
    window.open_sample()
    window.go_home()
    window.resize(1366, 768)
    qtbot.wait(50)
    cards = window.start_page.findChildren(CardButton)
    labels = [label for card in cards for label in card.findChildren(Label) if label.isVisible()]
    assert len(labels) > 6
    assert [label.text() for label in labels if label.height() < label.heightForWidth(label.width())] == []
    begin = [card for card in cards if isinstance(card, BeginCard)]
    assert all(card.height() <= parts.look.px(96) for card in begin)


def test_that_the_start_page_is_not_made_for_a_window_that_opens_on_a_workshop(parts: Parts, qtbot: QtBot) -> None:
    window = MainWindow(parts, dialogs=FakeDialogs())
    qtbot.addWidget(window)
    window.open_sample()
    window.show()
    assert (window.findChild(StartPage), window.frame.isVisible()) == (None, True)
    window.go_home()
    assert window.start_page.isVisible()
    window.close()


def test_that_a_wish_that_fails_is_told_on_the_start_page(
    parts: Parts, workshops: FakeWorkshops, qtbot: QtBot
) -> None:
    workshops.refuses = FacilitatorError("This is no workshop.")
    window = MainWindow(parts, dialogs=FakeDialogs())
    qtbot.addWidget(window)
    window.open_path(Path("holiday.jpg"))
    window.show()
    message = window.start_page.messages.message()
    assert message is not None
    assert (message.happened, window.start_page.messages.isVisible()) == ("This is no workshop.", True)
    window.close()
