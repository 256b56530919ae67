from __future__ import annotations

import dataclasses
import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest
from people_desk import PEOPLE, workshop
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from facilitator.agenda.halfdays import HalfDay, half_days
from facilitator.agenda.model import Agenda
from facilitator.agenda.schedule import lay_out
from facilitator.desktop.people.checkin_field import completion
from facilitator.desktop.people.half_day_chooser import HalfDayChooser
from facilitator.desktop.people.marks import mark_edit
from facilitator.desktop.people.people_model import Column, PeopleModel
from facilitator.desktop.people.presence_rows import count, presence_rows, rest_sentence
from facilitator.people.edits import PersonField
from facilitator.people.roster import Mark, Person, Presence, Roster, Source
from facilitator.workshop.model import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from people_desk import PeopleDesk
    from PySide6.QtGui import QClipboard
    from pytestqt.qtbot import QtBot

    from facilitator.desktop.theme.look import Look


def test_that_the_field_has_the_focus_when_the_place_is_entered(desk: PeopleDesk) -> None:
    assert desk.place.field.hasFocus()


def test_that_typing_and_enter_checks_in_and_the_next_name_can_be_typed(desk: PeopleDesk) -> None:
    desk.type("jon")
    assert desk.meant() == "p2"
    desk.press(Qt.Key.Key_Return)
    assert desk.mark("p2") == Mark("p2", "d1.am", Presence.HERE, minute_in=542)
    assert desk.place.field.text() == ""
    assert desk.place.field.hasFocus()
    desk.type("mona")
    desk.press(Qt.Key.Key_Enter)
    assert desk.presence("p3") is Presence.HERE


@pytest.mark.parametrize(
    ("typed", "person"),
    [("elodie", "p1"), ("MOREAU", "p1"), ("zoe", "p4"), ("moreau elo", "p1"), ("elodie@", "p1"), ("muler", "p2")],
)
def test_that_case_accents_order_and_one_slip_do_not_matter(desk: PeopleDesk, typed: str, person: str) -> None:
    desk.type(typed)
    assert desk.meant() == person


def test_that_accents_that_are_typed_do_no_harm(desk: PeopleDesk) -> None:
    desk.place.field.insert("Élod")
    assert desk.meant() == "p1"


def test_that_shift_and_enter_checks_in_as_late(desk: PeopleDesk) -> None:
    desk.type("jon")
    desk.press(Qt.Key.Key_Return, shift=True)
    assert desk.presence("p2") is Presence.LATE


def test_that_ctrl_e_excuses(desk: PeopleDesk) -> None:
    desk.type("jon")
    desk.press(Qt.Key.Key_E, control=True)
    assert desk.mark("p2") == Mark("p2", "d1.am", Presence.EXCUSED)


def test_that_the_arrows_walk_to_the_next_match_and_round(desk: PeopleDesk) -> None:
    desk.type("mu")
    walked = [desk.meant()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        desk.press(key)
        walked.append(desk.meant())
    assert walked == ["p2", "p3", "p2", "p3"]
    assert desk.place.table.current_person() == "p3"


def test_that_escape_clears_what_was_typed(desk: PeopleDesk) -> None:
    desk.type("mu")
    desk.press(Qt.Key.Key_Escape)
    assert desk.place.field.text() == ""
    assert desk.meant() == ""


def test_that_enter_marks_nobody_when_nobody_was_found(desk: PeopleDesk) -> None:
    desk.type("xyzzyx")
    desk.press(Qt.Key.Key_Return)
    assert desk.roster.marks == ()
    assert desk.place.field.accessibleDescription() == "Nobody found"


@pytest.mark.parametrize(("minute", "presence"), [(5, Presence.HERE), (6, Presence.LATE)])
def test_that_who_comes_more_than_five_minutes_after_the_start_is_late(
    open_people: Callable[..., PeopleDesk], minute: int, presence: Presence
) -> None:
    desk = open_people(moment=dt.datetime(2027, 1, 19, 8, minute, tzinfo=dt.UTC))
    desk.type("jon")
    desk.press(Qt.Key.Key_Return)
    assert desk.presence("p2") is presence


def test_that_a_late_one_is_told_how_late(open_people: Callable[..., PeopleDesk]) -> None:
    desk = open_people(moment=dt.datetime(2027, 1, 19, 8, 12, tzinfo=dt.UTC))
    desk.type("jon")
    desk.press(Qt.Key.Key_Return)
    row = desk.place.model.rows[desk.place.model.row_of("p2")]
    assert (row.time, row.note) == ("09:12", "12 min late")


def test_that_h_in_the_table_puts_a_late_one_right_and_keeps_the_time(open_people: Callable[..., PeopleDesk]) -> None:
    desk = open_people(moment=dt.datetime(2027, 1, 19, 8, 12, tzinfo=dt.UTC))
    desk.type("jon")
    desk.press(Qt.Key.Key_Return)
    desk.on_table(Qt.Key.Key_H, "p2")
    assert desk.mark("p2") == Mark("p2", "d1.am", Presence.HERE, minute_in=552)


def test_that_checking_in_twice_does_not_make_a_late_one_punctual(open_people: Callable[..., PeopleDesk]) -> None:
    desk = open_people(moment=dt.datetime(2027, 1, 19, 8, 12, tzinfo=dt.UTC))
    for _time in range(2):
        desk.type("jon")
        desk.press(Qt.Key.Key_Return)
    assert desk.presence("p2") is Presence.LATE


def test_that_a_mark_of_another_day_has_no_time_and_says_it_came_later(
    open_people: Callable[..., PeopleDesk],
) -> None:
    desk = open_people(moment=dt.datetime(2027, 1, 22, 8, 0, tzinfo=dt.UTC))
    desk.type("jon")
    desk.press(Qt.Key.Key_Return)
    assert desk.mark("p2") == Mark("p2", "d1.am", Presence.HERE, source=Source.LATER)


@pytest.mark.parametrize(
    ("key", "presence"),
    [
        (Qt.Key.Key_H, Presence.HERE),
        (Qt.Key.Key_L, Presence.LATE),
        (Qt.Key.Key_E, Presence.EXCUSED),
        (Qt.Key.Key_A, Presence.ABSENT),
    ],
)
def test_that_a_letter_in_the_table_marks_and_undo_takes_it_back(
    desk: PeopleDesk, key: Qt.Key, presence: Presence
) -> None:
    desk.on_table(key, "p3")
    assert desk.presence("p3") is presence
    desk.session.undo()
    assert desk.mark("p3") is None


def test_that_delete_in_the_table_takes_the_mark_away(desk: PeopleDesk) -> None:
    desk.on_table(Qt.Key.Key_A, "p3")
    desk.on_table(Qt.Key.Key_Delete, "p3")
    assert desk.mark("p3") is None


def test_that_marking_keeps_the_person_selected(desk: PeopleDesk) -> None:
    desk.on_table(Qt.Key.Key_H, "p3")
    assert desk.place.table.current_person() == "p3"


def test_that_the_same_mark_twice_is_one_undo_step(desk: PeopleDesk) -> None:
    desk.on_table(Qt.Key.Key_E, "p3")
    desk.on_table(Qt.Key.Key_E, "p3")
    desk.session.undo()
    assert desk.mark("p3") is None


def test_that_the_half_day_of_now_is_in_view(open_people: Callable[..., PeopleDesk]) -> None:
    assert open_people().place.half_day().id == "d1.am"
    afternoon = dt.datetime(2027, 1, 19, 12, 30, tzinfo=dt.UTC)
    assert open_people(moment=afternoon).place.half_day().id == "d1.pm"


def test_that_choosing_the_other_half_day_marks_there(desk: PeopleDesk) -> None:
    desk.place.halves.chosen.emit("d1.pm")
    desk.on_table(Qt.Key.Key_H, "p3")
    assert desk.presence("p3", "d1.pm") is Presence.HERE
    assert desk.mark("p3", "d1.am") is None
    heading = desk.place.model.headerData(Column.PRESENCE, Qt.Orientation.Horizontal)
    assert "AFTERNOON" in heading


def test_that_many_half_days_are_a_list_that_leaves_room(open_people: Callable[..., PeopleDesk]) -> None:

    first = workshop().agenda.days[0]
    days = [dataclasses.replace(first, id=f"d{n}", date=first.date + dt.timedelta(days=n)) for n in range(5)]
    desk = open_people(dataclasses.replace(workshop(), agenda=Agenda(tuple(days))))
    assert desk.place.width() == 1294
    assert desk.place.halves.list.count() == 10
    desk.place.halves.list.activated.emit(3)
    assert desk.place.half_day().id == "d1.pm"
    assert desk.place.halves.list.currentIndex() == 3


def test_that_few_half_days_stand_side_by_side(qtbot: QtBot, look: Look) -> None:
    chooser = HalfDayChooser(look)
    qtbot.addWidget(chooser)
    chooser.set_options([("a", "Morning"), ("b", "Afternoon")])
    chooser.choose("b")
    assert chooser.segments.current() == "b"
    assert not chooser.segments.isHidden()
    assert chooser.list.isHidden()


def test_that_without_people_the_next_step_is_said(open_people: Callable[..., PeopleDesk]) -> None:

    desk = open_people(workshop(()))
    words = " ".join(label.text() for label in desk.place.findChildren(QLabel) if label.isVisible())
    assert "Nobody on the list yet" in words
    button = next(b for b in desk.place.findChildren(QAbstractButton) if b.text() == "Paste a list" and b.isVisible())
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.place.paste.isVisible()


HOSTILE = (
    "Name; E-mail\n=cmd|'/c calc'!A1;\n<img src=file:///etc/hostname> Bold; b@example.org\n" + "Long" * 75 + ";\n"
)


def test_that_hostile_names_are_plain_text_everywhere(desk: PeopleDesk) -> None:
    desk.place.open_paste()
    desk.place.paste.field.setPlainText(HOSTILE)
    desk.qtbot.mouseClick(desk.place.paste.add, Qt.MouseButton.LeftButton)
    names = [person.full_name() for person in desk.roster.people]
    assert any("=cmd|" in name for name in names)
    assert any("<img src=file:///etc/hostname>" in name for name in names)
    assert max(len(name) for name in names) <= 200
    bold = next(person for person in desk.roster.people if "<img" in person.full_name())
    desk.place.open_form(bold)
    for label in desk.place.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
    index = desk.place.model.index(desk.place.model.row_of(bold.id), Column.NAME)
    assert "<img" in index.data()
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_that_who_is_on_the_list_already_is_reported_and_not_added(desk: PeopleDesk) -> None:
    desk.place.open_paste()
    desk.place.paste.field.setPlainText("Name; E-mail\nJonas Müller; jonas@example.org\nNew Person; n@example.org")
    assert desk.place.paste.add.text() == "Add 1 person"
    words = " ".join(label.text() for label in desk.place.paste.findChildren(QLabel))
    assert "Line 2: " in words
    assert "already" in words
    assert "jonas" not in words.lower()


def test_that_nothing_is_added_when_pasting_is_cancelled(desk: PeopleDesk) -> None:
    before = desk.roster
    desk.place.open_paste()
    desk.place.paste.field.setPlainText("Name\nNew Person")
    desk.place.paste.cancelled.emit()
    assert desk.roster == before
    assert desk.place.table.isVisible()


def test_that_added_people_can_be_taken_back_as_one(desk: PeopleDesk) -> None:
    desk.place.open_paste()
    desk.place.paste.field.setPlainText("Name\nNew Person\nOther Person")
    desk.qtbot.mouseClick(desk.place.paste.add, Qt.MouseButton.LeftButton)
    assert len(desk.roster.people) == 6
    assert desk.happened() == ["2 people added."]
    desk.said[-1].action()
    assert len(desk.roster.people) == 4


def test_that_the_clipboard_is_taken_when_it_holds_a_list(desk: PeopleDesk, clipboard: QClipboard) -> None:
    clipboard.setText("one line only")
    desk.place.open_paste()
    assert desk.place.paste.field.toPlainText() == ""
    clipboard.setText("Ada Byron\nKurt Adams")
    desk.place.open_paste()
    assert desk.place.paste.add.text() == "Add 2 people"


def test_that_the_preview_of_a_list_has_its_own_headings(desk: PeopleDesk) -> None:
    model = desk.place.paste._model
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert headings[Column.TIME] == "E-MAIL"
    assert headings[Column.NOTE] == "ROLE"


def test_that_somebody_new_is_added_by_typing_and_enter(desk: PeopleDesk) -> None:
    desk.place.open_form(None)
    fields = desk.place.form.fields
    desk.qtbot.keyClicks(fields[PersonField.GIVEN_NAME], "Ada")
    desk.qtbot.keyClicks(fields[PersonField.FAMILY_NAME], "Byron")
    desk.qtbot.keyClick(fields[PersonField.FAMILY_NAME], Qt.Key.Key_Return)
    assert desk.roster.people[-1].full_name() == "Ada Byron"
    assert not desk.place.form.isVisible()
    assert desk.place.field.hasFocus()


def test_that_somebody_without_a_name_is_not_added(desk: PeopleDesk) -> None:
    desk.place.open_form(None)
    desk.qtbot.keyClick(desk.place.form.fields[PersonField.EMAIL], Qt.Key.Key_Return)
    assert len(desk.roster.people) == 4
    assert desk.place.form.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_that_a_key_in_the_table_opens_the_person_to_be_put_right(desk: PeopleDesk, key: Qt.Key) -> None:
    desk.on_table(key, "p1")
    line = desk.place.form.fields[PersonField.FAMILY_NAME]
    assert line.text() == "Moreau"
    line.setText("Morel")
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.roster.person("p1").full_name() == "Élodie Morel"
    desk.session.undo()
    assert desk.roster.person("p1").full_name() == "Élodie Moreau"


def test_that_enter_on_cancel_cancels(desk: PeopleDesk) -> None:
    desk.place.open_form(desk.roster.person("p1"))
    desk.place.form.fields[PersonField.FAMILY_NAME].setText("Morel")
    cancel = desk.place.form._leave
    cancel.setFocus()
    desk.qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert desk.roster.person("p1").family_name == "Moreau"
    assert not desk.place.form.isVisible()


def test_that_taking_somebody_off_the_list_can_be_undone_with_every_mark(desk: PeopleDesk) -> None:
    desk.on_table(Qt.Key.Key_H, "p1")
    desk.place.open_form(desk.roster.person("p1"))
    desk.qtbot.mouseClick(desk.place.form._remove, Qt.MouseButton.LeftButton)
    assert desk.roster.person("p1") is None
    assert desk.roster.marks == ()
    desk.said[-1].action()
    assert desk.presence("p1") is Presence.HERE


def test_that_the_count_is_said_large_and_by_department(desk: PeopleDesk) -> None:
    desk.on_table(Qt.Key.Key_H, "p2")
    desk.on_table(Qt.Key.Key_E, "p1")
    QApplication.processEvents()  # new labels are shown then
    words = [label.text() for label in desk.place.panel.findChildren(QLabel) if label.isVisible()]
    assert words[:3] == ["1", "of 4 here", "1 excused, 2 not yet"]
    assert {"Finance", "1/2", "Legal", "0/2"} <= set(words)
    assert "Names stay in this workshop. They should go by Mon 19 Apr 2027." in words


def test_that_every_control_has_a_name(desk: PeopleDesk) -> None:
    desk.place.open_form(None)
    desk.place.paste.field.setPlainText("Name\nNew Person")
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
    nameless = []
    for kind in kinds:
        for widget in desk.place.findChildren(kind):
            own = widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QAbstractItemView)
            inner = isinstance(widget.parentWidget(), QComboBox | QLineEdit) or "Combo" in type(widget).__name__
            face = QAccessible.queryAccessibleInterface(widget)
            is_list = isinstance(widget.window(), QWidget) and widget.window() is not desk.place
            if (
                not own
                and not is_list
                and not face.text(QAccessible.Text.Name)
                and not (inner and kind is not QComboBox)
            ):
                nameless.append((type(widget).__name__, widget.objectName()))
    assert [one for one in nameless if one[0] != "QHeaderView"] == []


def test_that_the_model_keeps_qt_s_contract(qapp: object) -> None:
    model = PeopleModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(presence_rows(Roster((Person("a", "Ana", "B"),)), "h", 0), "Morning")
    model.set_rows(presence_rows(Roster((Person("a", "Ana", "C"),)), "h", 0), "Morning")
    model.set_rows((), "")
    assert model.rowCount() == 0
    tester.deleteLater()


def test_that_two_thousand_people_do_not_slow_typing_down(open_people: Callable[..., PeopleDesk]) -> None:

    people = tuple(Person(f"x{n}", f"Given{n % 97}", f"Family{n}x{n % 13}", "", f"D{n % 5}") for n in range(2000))
    desk = open_people(workshop(people))
    desk.type("f")
    took = []
    for letter in "amily1":
        began = time.perf_counter()
        desk.type(letter)
        took.append(time.perf_counter() - began)
    assert sorted(took)[len(took) // 2] < 0.05


@pytest.mark.parametrize(
    ("typed", "rest"), [("mur", "ray, Mona"), ("MUR", "ray, Mona"), ("mona", "→ Murray, Mona"), ("", "Murray, Mona")]
)
def test_that_what_is_meant_stands_behind_what_is_typed(typed: str, rest: str) -> None:
    assert completion(typed, "Murray, Mona") == rest


def half(shown: Workshop) -> HalfDay:
    day = shown.agenda.days[0]
    return half_days(day, lay_out(day))[0]


def test_that_a_mark_that_is_there_already_is_no_edit() -> None:

    roster = Roster((Person("p1", "Ana"),), (Mark("p1", "d1.am", Presence.EXCUSED),))
    now = dt.datetime(2027, 1, 19, 9, 0, tzinfo=dt.UTC)
    assert mark_edit(roster, "p1", half(workshop()), Presence.EXCUSED, now) is None
    assert mark_edit(Roster(roster.people), "p1", half(workshop()), Presence.UNKNOWN, now) is None


def test_that_rows_sort_accents_beside_their_letters() -> None:
    people = (
        Person("a", "A", "Zorn"),
        Person("b", "B", "Élan"),
        Person("c", "C", "Enders"),
        Person("d", "D", "Eg"),
    )
    assert [row.person.id for row in presence_rows(Roster(people), "h", 0)] == ["d", "b", "c", "a"]


@pytest.mark.parametrize(
    ("marks", "words"),
    [((), "2 not yet"), (("p1",), "1 not yet"), (("p1", "p2"), "everybody is here")],
)
def test_that_who_is_missing_is_said_in_words(marks: tuple[str, ...], words: str) -> None:
    people = (Person("p1", "Ana"), Person("p2", "Bo"))
    roster = Roster(people, tuple(Mark(one, "h", Presence.HERE) for one in marks))
    assert rest_sentence(count(roster, "h")) == words


def test_that_a_double_click_opens_the_person(desk: PeopleDesk) -> None:
    table = desk.place.table
    spot = table.visualRect(desk.place.model.index(0, 0)).center() + QPoint(0, 0)
    desk.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    desk.qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert desk.place.form.fields[PersonField.GIVEN_NAME].text() == "Zoë"


def test_that_a_workshop_without_a_day_says_what_to_do_first(open_people: Callable[..., PeopleDesk]) -> None:

    desk = open_people(Workshop("w", roster=Roster(PEOPLE)))
    desk.on_table(Qt.Key.Key_H, "p1")
    assert desk.roster.marks == ()
    assert desk.said[-1].way_out == "Plan a day first."
