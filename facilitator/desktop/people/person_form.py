"""One person as fields: to add somebody, or to put something right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.form import Form
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _
from facilitator.people.edits import PersonField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facilitator.desktop.theme.look import Look
    from facilitator.people.roster import Person

NAME_CHARACTERS = 200
MAIL_CHARACTERS = 254


class PersonForm(QFrame):
    """A small form above the table; Enter keeps, Escape leaves.

    Signals:
        kept: id of the person, "" for a new one, and the values by :class:`PersonField`.
        remove_requested: id of the person.
        left: it can be closed.
    """

    kept = Signal(str, object)
    remove_requested = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("surface", "sunk")
        self._person_id = ""
        self._title = Label(role=TextRole.STRONG)
        self.fields: dict[PersonField, QLineEdit] = {}
        self._keep = Button(look, _("Keep"), variant=Variant.PRIMARY)
        self._leave = Button(look, _("Cancel"))
        self._remove = Button(look, _("Take off the list"), variant=Variant.DANGER)
        self._build()
        self._keep.clicked.connect(self._on_keep)
        self._leave.clicked.connect(self.left)
        self._remove.clicked.connect(lambda: self.remove_requested.emit(self._person_id))

    def show_person(self, person: Person | None) -> None:
        """Show somebody's values, or empty fields for somebody new."""
        self._person_id = person.id if person else ""
        self._title.setText(person.full_name() if person else _("Somebody new"))
        for field, line in self.fields.items():
            line.setText(str(getattr(person, field.value)) if person else "")
        self._remove.setVisible(person is not None)
        first = self.fields[PersonField.GIVEN_NAME]
        first.setFocus()
        first.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            held = self.focusWidget()
            if isinstance(held, QAbstractButton):
                held.click()
            else:
                self._on_keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_keep(self) -> None:
        values = {field: line.text().strip() for field, line in self.fields.items()}
        if values[PersonField.GIVEN_NAME] or values[PersonField.FAMILY_NAME]:
            self.kept.emit(self._person_id, values)

    def _build(self) -> None:
        words = {
            PersonField.GIVEN_NAME: _("First name"),
            PersonField.FAMILY_NAME: _("Family name"),
            PersonField.EMAIL: _("E-mail"),
            PersonField.DEPARTMENT: _("Department"),
            PersonField.ROLE: _("Role"),
        }
        form = Form(len(words))
        for field, name in words.items():
            line = QLineEdit()
            line.setMaxLength(MAIL_CHARACTERS if field is PersonField.EMAIL else NAME_CHARACTERS)
            self.fields[field] = line
            form.add(name, line)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(form)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._remove)
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._keep)
        column.addLayout(row)
