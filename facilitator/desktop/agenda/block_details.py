"""The inspector's details: everything of a block that is typed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from facilitator.agenda.model import Block, Priority
from facilitator.desktop.widgets.cards import ScrollPage
from facilitator.desktop.widgets.drop_list import DropList
from facilitator.desktop.widgets.fields import MinutesField, TimeField
from facilitator.desktop.widgets.form import Form
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from facilitator.desktop.theme.look import Look


class NoteField(QPlainTextEdit):
    """Several lines; tells when it is left after a change. Tab leaves it.

    Signals:
        note_chosen: the whole text.
    """

    note_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.document().isModified():
            self.document().setModified(False)
            self.note_chosen.emit(self.toPlainText())


class BlockDetails(ScrollPage):
    """Fields of the current block.

    Signals:
        edited: name of the field of ``Block`` and its new value.
    """

    edited = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__(margins=(0, 4, 4, 0), spacing=12)
        self._block: Block | None = None
        self.pin = TimeField(_("Pinned start"), optional=True)
        self.lead = QLineEdit()
        self.room = QLineEdit()
        self.shortest = MinutesField(_("Shortest"))
        self.longest = MinutesField(_("Longest"))
        self.priority = DropList(look)
        self.note = NoteField()
        self.note.setFixedHeight(look.px(96))
        self._build()
        self._connect()

    def show_block(self, block: Block) -> None:
        """Show the values of a block."""
        self._block = block
        self.pin.set_minute(block.pin)
        self.lead.setText(block.lead)
        self.room.setText(block.room)
        self.shortest.set_minutes(block.min_minutes)
        self.longest.set_minutes(block.max_minutes)
        self.priority.setCurrentIndex(list(Priority).index(block.priority))
        if self.note.toPlainText() != block.note:
            self.note.setPlainText(block.note)
        self.note.document().setModified(False)

    def _build(self) -> None:
        words = {
            Priority.MUST: _("Must stay"),
            Priority.SHOULD: _("Should stay"),
            Priority.COULD: _("Can go first when late"),
        }
        for priority in Priority:
            self.priority.addItem(words[priority], priority.value)
        form = Form(2)
        form.add(_("Pinned start"), self.pin)
        form.add(_("When time is short"), self.priority)
        form.add(_("Shortest"), self.shortest)
        form.add(_("Longest"), self.longest)
        form.add(_("Who leads"), self.lead)
        form.add(_("Room"), self.room)
        form.add(
            _("Private note"), self.note, hint=_("Only you see it: here, in the console, in your guide."), span=2
        )
        self.body.addWidget(form)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.pin.time_chosen.connect(lambda minute: self.edited.emit("pin", minute))
        self.lead.editingFinished.connect(lambda: self._tell_text("lead", self.lead))
        self.room.editingFinished.connect(lambda: self._tell_text("room", self.room))
        self.shortest.minutes_chosen.connect(lambda minutes: self.edited.emit("min_minutes", minutes))
        self.longest.minutes_chosen.connect(lambda minutes: self.edited.emit("max_minutes", minutes))
        self.priority.activated.connect(self._on_priority)
        self.note.note_chosen.connect(lambda text: self.edited.emit("note", text))

    def _tell_text(self, name: str, field: QLineEdit) -> None:
        if self._block is not None and field.text().strip() != getattr(self._block, name):
            self.edited.emit(name, field.text().strip())

    def _on_priority(self, index: int) -> None:
        chosen = Priority(self.priority.itemData(index))
        if self._block is not None and chosen is not self._block.priority:
            self.edited.emit("priority", chosen)

    def fields(self) -> tuple[QWidget, ...]:
        """Give the fields in the order of the keyboard."""
        return (self.pin, self.priority, self.shortest, self.longest, self.lead, self.room, self.note)
