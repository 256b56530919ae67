from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from facilitator.agenda.model import Block, Day
from facilitator.agenda.schedule import lay_out
from facilitator.curriculum.unit import Kind
from facilitator.desktop.agenda.day_delegate import DayDelegate, UnitLines
from facilitator.desktop.agenda.day_model import ITEM_MIME, DayModel, Drop, Field, FieldEdit, unit_mime
from facilitator.desktop.agenda.day_view import DayView
from facilitator.desktop.agenda.rows import rows_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.desktop.theme.look import Look

Show = Callable[..., DayView]


def day(*blocks: Block) -> Day:
    return Day("d", "Day", 540, blocks)


def block(block_id: str, minutes: int, *, pin: int | None = None) -> Block:
    return Block(block_id, Kind.INPUT, f"Block {block_id}", minutes, minutes, minutes, pin=pin)


@pytest.fixture
def model() -> DayModel:
    made = DayModel()
    some = day(block("a", 30), block("b", 30, pin=600), block("c", 15))
    made.set_rows(rows_of(some, lay_out(some)))
    return made


@pytest.fixture
def view(look: Look, model: DayModel, shown: Show) -> DayView:
    made = DayView(look, model, DayDelegate(look, UnitLines(), None))  # type: ignore[arg-type]
    shown(made, (700, 400))
    made.select_item("b")
    return made


def test_that_the_model_keeps_qt_s_contract(model: DayModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    other = day(block("a", 45), block("z", 5))
    model.set_rows(rows_of(other, lay_out(other)))
    assert model.rowCount() == 2
    tester.deleteLater()


def test_that_gaps_can_neither_be_chosen_nor_dragged(model: DayModel) -> None:
    gap = model.index(1)
    assert not gap.flags() & Qt.ItemFlag.ItemIsSelectable
    assert not gap.flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert model.index(0).flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_that_a_row_reads_as_a_sentence(model: DayModel) -> None:
    assert model.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == "10:00, 30 min, Block b"


def test_that_setting_data_asks_and_changes_nothing(model: DayModel, qtbot: QtBot) -> None:
    model.edit_next(Field.MINUTES)
    with qtbot.waitSignal(model.edit_requested) as asked:
        model.setData(model.index(0), "45")
    assert asked.args == [FieldEdit("a", Field.MINUTES, "45")]
    assert model.rows[0].minutes == 30


def test_that_dropping_units_asks_for_them_before_the_row(model: DayModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.drop_requested) as asked:
        model.dropMimeData(unit_mime(("F01",)), Qt.DropAction.CopyAction, 2, 0, QModelIndex())
    assert asked.args == [Drop(2, (), ("F01",))]


def test_that_a_dragged_row_carries_its_id(model: DayModel) -> None:
    assert bytes(model.mimeData([model.index(0)]).data(ITEM_MIME).data()) == b'["a"]'


def test_that_delete_asks_to_park(view: DayView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.park_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert asked.args == ["b"]


def test_that_digits_type_a_length(view: DayView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_4)
    editor = view.viewport().findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "4"
    qtbot.keyClick(editor, Qt.Key.Key_5)
    with qtbot.waitSignal(view.model().edit_requested) as asked:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert asked.args == [FieldEdit("b", Field.MINUTES, "45")]


def test_that_a_title_is_edited_in_place(view: DayView, qtbot: QtBot) -> None:
    view.edit_field(Field.TITLE)
    editor = view.viewport().findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Block b"
    editor.setText("Lunch talk")
    with qtbot.waitSignal(view.model().edit_requested) as asked:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert asked.args == [FieldEdit("b", Field.TITLE, "Lunch talk")]


def test_that_escape_leaves_a_length_as_it_was(view: DayView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_4)
    editor = view.viewport().findChild(QLineEdit)
    assert editor is not None
    with qtbot.assertNotEmitted(view.model().edit_requested):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_that_new_times_keep_the_chosen_row(view: DayView, model: DayModel) -> None:
    later = day(block("a", 20), block("b", 30, pin=600), block("c", 15))
    model.set_rows(rows_of(later, lay_out(later)))
    assert view.current_id() == "b"
