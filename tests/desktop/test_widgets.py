from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from facilitator.curriculum.unit import Kind
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, IconButton
from facilitator.desktop.widgets.cards import CardButton
from facilitator.desktop.widgets.chips import Chip, Tone
from facilitator.desktop.widgets.drop_list import DropList
from facilitator.desktop.widgets.empty import EmptyState
from facilitator.desktop.widgets.fields import CountField, DateField, MinutesField, SearchField, TimeField
from facilitator.desktop.widgets.flow import FlowLayout
from facilitator.desktop.widgets.form import Form
from facilitator.desktop.widgets.kinds import KIND_ICONS, DayStrip, KindIcon, kind_word
from facilitator.desktop.widgets.labels import ElidedLabel, Label, TextRole
from facilitator.desktop.widgets.messages import Message, MessageBar, MessageTone
from facilitator.desktop.widgets.progress import ProgressRow
from facilitator.desktop.widgets.segments import SegmentedControl
from facilitator.foundation.errors import FacilitatorError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from facilitator.desktop.theme.look import Look

    Show: TypeAlias = Callable[..., Any]


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_that_a_name_with_markup_is_shown_as_it_was_typed(look: Look, qtbot: QtBot) -> None:
    label = Label("<b>Ana</b> &amp; <img src=x>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>Ana</b> &amp; <img src=x>"


def test_that_small_labels_stand_in_capitals_and_are_read_as_words(look: Look, qtbot: QtBot) -> None:
    label = Label("After this they can", TextRole.CAPS)
    qtbot.addWidget(label)
    assert (label.text(), name_of(label)) == ("AFTER THIS THEY CAN", "After this they can")


def test_that_a_long_line_is_cut_and_its_whole_text_is_in_the_tooltip(look: Look, shown: Show) -> None:
    label = shown(ElidedLabel("Executive session: from megaphone to movement"), (120, 24))
    assert label.text().endswith("…")
    assert label.toolTip() == name_of(label) == "Executive session: from megaphone to movement"


def test_that_an_icon_button_says_its_name(look: Look, qtbot: QtBot) -> None:
    button = IconButton(look, IconName.UNDO, "Undo")
    qtbot.addWidget(button)
    assert (name_of(button), button.toolTip()) == ("Undo", "Undo")


def test_that_an_ampersand_stays_one_on_a_button(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Research & development")
    qtbot.addWidget(button)
    assert name_of(button) == "Research & development"


def test_that_a_button_follows_its_action(look: Look, qtbot: QtBot) -> None:
    action = QAction("Undo")
    action.setToolTip("Take it back")
    action.setShortcut("Ctrl+Z")
    button = Button(look, "Undo")
    qtbot.addWidget(button)
    button.follow(action)
    with qtbot.waitSignal(action.triggered, timeout=500):
        button.click()
    action.setEnabled(False)
    assert not button.isEnabled()
    assert button.toolTip() == "Take it back (Ctrl+Z)"


def test_that_a_chip_says_another_fact_in_another_tone(look: Look, qtbot: QtBot) -> None:
    chip = Chip("Draft")
    qtbot.addWidget(chip)
    chip.show_fact("Ready", Tone.OK)
    assert (chip.text(), chip.property("chip")) == ("Ready", "ok")


@pytest.fixture
def segments(look: Look, shown: Show) -> SegmentedControl:
    return shown(SegmentedControl([("a", "Legal"), ("b", "HR"), ("c", "IT")], name="Audience"), (300, 40))


def test_that_the_arrow_keys_walk_a_segmented_control(segments: SegmentedControl, qtbot: QtBot) -> None:
    segments.findChildren(QPushButton)[0].setFocus()
    with qtbot.waitSignal(segments.chosen, timeout=500) as chosen:
        qtbot.keyClick(segments.findChildren(QPushButton)[0], Qt.Key.Key_Right)
    assert (chosen.args, segments.current()) == (["b"], "b")


def test_that_choosing_in_code_is_not_told(segments: SegmentedControl, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose("c")
    assert segments.current() == "c"


def test_that_new_options_start_with_the_first(segments: SegmentedControl) -> None:
    segments.choose("c")
    segments.set_options([("x", "Day 1"), ("y", "Day 2")])
    assert segments.current() == "x"


def typed(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(("text", "minutes"), [("45", 45), ("1h30", 90), ("1:30", 90), ("+5", 35), ("1 h 15", 75)])
def test_that_minutes_can_be_typed_as_people_do(look: Look, qtbot: QtBot, text: str, minutes: int) -> None:
    field = MinutesField("Minutes", 30)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.minutes_chosen, timeout=500) as chosen:
        typed(qtbot, field, text)
    assert chosen.args == [minutes]


def test_that_nonsense_minutes_are_marked_and_then_put_back(look: Look, qtbot: QtBot) -> None:
    field = MinutesField("Minutes", 30)
    qtbot.addWidget(field)
    field.selectAll()
    qtbot.keyClicks(field, "soon")
    assert field.property("wrong") == "true"
    with qtbot.assertNotEmitted(field.minutes_chosen):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.property("wrong")) == ("30 min", "false")


def test_that_escape_puts_a_half_typed_value_back(look: Look, qtbot: QtBot) -> None:
    field = MinutesField("Minutes", 30)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "9")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "30 min"


def test_that_the_same_minutes_again_are_no_change(look: Look, qtbot: QtBot) -> None:
    field = MinutesField("Minutes", 30)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.minutes_chosen):
        typed(qtbot, field, "30")


@pytest.mark.parametrize(("text", "minute"), [("9", 540), ("0905", 545), ("9:05", 545), ("13.30", 810)])
def test_that_a_time_can_be_typed_as_people_do(look: Look, qtbot: QtBot, text: str, minute: int) -> None:
    field = TimeField("Start")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.time_chosen, timeout=500) as chosen:
        typed(qtbot, field, text)
    assert chosen.args == [minute]


def test_that_an_optional_time_can_be_emptied_and_a_needed_one_cannot(look: Look, qtbot: QtBot) -> None:
    lunch, start = TimeField("Lunch", optional=True), TimeField("Start")
    for field in (lunch, start):
        qtbot.addWidget(field)
        field.set_minute(720)
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (lunch.minute(), start.minute()) == (None, 720)


@pytest.mark.parametrize("text", ["2027-01-19", "19.1.2027", "19 Jan 2027", "1/19/27", "Tue 19 Jan 2027"])
def test_that_a_date_can_be_typed_as_people_do(look: Look, qtbot: QtBot, text: str) -> None:
    field = DateField("Date")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.date_chosen, timeout=500) as chosen:
        typed(qtbot, field, text)
    assert chosen.args == [dt.date(2027, 1, 19)]
    assert field.text() == "Tue 19 Jan 2027"


def test_that_a_count_shown_is_not_told_as_a_choice(look: Look, qtbot: QtBot) -> None:
    field = CountField("People", 0, 2000)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.valueChanged):
        field.show_count(14)
    assert field.value() == 14


def test_that_escape_empties_the_search(look: Look, qtbot: QtBot) -> None:
    field = SearchField(look, "Search 44 units")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "legal")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), name_of(field)) == ("", "Search 44 units")


def test_that_every_kind_has_an_icon_and_a_word() -> None:
    assert set(KIND_ICONS) == set(Kind)
    assert all(kind_word(kind) for kind in Kind)


def test_that_a_kind_icon_is_read_as_its_word(look: Look, qtbot: QtBot) -> None:
    icon = KindIcon(look, Kind.BREAK)
    qtbot.addWidget(icon)
    assert name_of(icon) == "Break"


def test_that_a_day_strip_shares_its_width_by_minutes(look: Look, qtbot: QtBot) -> None:
    strip = DayStrip(look, [(Kind.OPENING, 10), (Kind.NOTE, 0), (Kind.EXERCISE, 80)])
    qtbot.addWidget(strip)
    first, second = strip.widths(103.0)
    assert first + second == pytest.approx(100)
    assert second - 3 == pytest.approx((first - 3) * 8)


def test_that_even_a_minute_of_a_long_day_can_be_seen(look: Look, qtbot: QtBot) -> None:
    strip = DayStrip(look, [(Kind.OPENING, 1), (Kind.EXERCISE, 1000)])
    qtbot.addWidget(strip)
    assert min(strip.widths(200.0)) >= 3


def test_that_a_day_strip_says_its_minutes_in_words(look: Look, qtbot: QtBot) -> None:
    strip = DayStrip(look, [(Kind.INPUT, 1), (Kind.BREAK, 15), (Kind.INPUT, 19)])
    qtbot.addWidget(strip)
    assert name_of(strip) == "Input 20 minutes, Break 15 minutes"


def test_that_a_form_names_its_fields(look: Look, qtbot: QtBot) -> None:
    form, field = Form(2), SearchField(look, "x")
    qtbot.addWidget(form)
    label = form.add("Client", field, hint="As they write it")
    assert (name_of(field), label.buddy()) == ("Client", field)
    assert field.accessibleDescription() == "As they write it"


def test_that_a_message_says_what_happened_what_is_safe_and_what_to_do(look: Look, shown: Show) -> None:
    bar = MessageBar(look)
    shown(bar)
    bar.show_message(Message.of_error(FacilitatorError("It failed.", safe="Nothing is lost.", way_out="Try again.")))
    assert name_of(bar) == "It failed. Nothing is lost. Try again."
    assert bar.property("message") == MessageTone.ERR.value


def test_that_a_message_goes_away_with_what_it_offers(look: Look, shown: Show, qtbot: QtBot) -> None:
    bar, done = MessageBar(look), []
    shown(bar)
    bar.show_message(Message("Undone.", action_text="Again", action=lambda: done.append(True)))
    button = next(b for b in bar.findChildren(Button) if b.text() == "Again")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert (bar.isVisible(), bar.message()) == (False, None)


def test_that_cancel_is_asked_for_once(look: Look, shown: Show, qtbot: QtBot) -> None:
    row = shown(ProgressRow(look, "Writing the deck"))
    row.begin()
    row.show_progress(3, 10)
    button = row.findChildren(Button)[0]
    with qtbot.waitSignal(row.cancel_requested, timeout=500):
        button.click()
    assert not button.isEnabled()


def test_that_a_card_is_chosen_with_enter_as_with_a_click(look: Look, shown: Show, qtbot: QtBot) -> None:
    card = shown(CardButton(look, "Blank agenda"))
    row = QHBoxLayout()
    row.addWidget(Label("Blank agenda"))
    card.fill(row)
    for press in (
        lambda: qtbot.keyClick(card, Qt.Key.Key_Return),
        lambda: qtbot.mouseClick(card, Qt.MouseButton.LeftButton),
    ):
        with qtbot.waitSignal(card.clicked, timeout=500):
            press()


def test_that_an_empty_place_offers_the_next_step(look: Look, shown: Show, qtbot: QtBot) -> None:
    empty = shown(EmptyState(look, IconName.PEOPLE, "Nobody yet", "Import a list.", "Import a list"))
    with qtbot.waitSignal(empty.step_requested, timeout=500):
        empty.findChildren(Button)[0].click()


def test_that_chips_break_into_lines_where_the_width_ends(look: Look, shown: Show) -> None:
    box = QWidget()
    flow = FlowLayout(box)
    chips = [QPushButton(f"Audience {n}") for n in range(8)]
    for chip in chips:
        flow.addWidget(chip)
    shown(box, (300, 300))
    assert chips[0].y() == 0
    assert chips[-1].y() > 0
    assert max(chip.geometry().right() for chip in chips) <= 300


def test_that_the_icon_of_a_button_follows_the_theme(look: Look, qtbot: QtBot) -> None:
    from facilitator.foundation.settings import Appearance

    button = IconButton(look, IconName.UNDO, "Undo")
    qtbot.addWidget(button)
    before = button.icon().pixmap(16).toImage()
    look.choose(Appearance.DARK, 100)
    assert button.icon().pixmap(16).toImage() != before


def test_that_a_widget_that_is_gone_is_not_asked_to_change_its_icon(
    look: Look, qtbot: QtBot, qapp: QApplication
) -> None:
    from facilitator.foundation.settings import Appearance

    button = IconButton(look, IconName.UNDO, "Undo")
    button.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(button)
    with qtbot.captureExceptions() as raised:
        look.choose(Appearance.DARK, 100)
    assert raised == []


def test_that_a_drop_list_shows_its_sign_on_the_right(qtbot: QtBot, look: Look) -> None:
    plain, signed = QComboBox(), DropList(look)
    for one in (plain, signed):
        qtbot.addWidget(one)
        one.resize(160, 34)
        one.show()
    with_sign, without = signed.grab().toImage(), plain.grab().toImage()
    ratio = with_sign.width() / 160
    changed = [
        x
        for x in range(with_sign.width())
        if any(with_sign.pixel(x, y) != without.pixel(x, y) for y in range(with_sign.height()))
    ]
    assert changed
    assert min(changed) > 130 * ratio
