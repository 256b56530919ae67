"""Taking in a pasted list: what it will become is shown before anything is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from facilitator.desktop.people.people_model import Column, PeopleModel
from facilitator.desktop.people.people_table import PeopleTable
from facilitator.desktop.people.presence_rows import PresenceRow
from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.cards import ScrollPage, clear_layout
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _, ngettext
from facilitator.people.intake import Intake, read_pasted
from facilitator.people.roster import Person, Presence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from facilitator.desktop.theme.look import Look

SHOWN_FINDINGS = 12


class PastePage(QWidget):
    """A field to paste into, the people it gives, and what was noticed line by line.

    Signals:
        taken: the people to add, as a tuple.
        cancelled: nothing is to be added.
    """

    taken = Signal(object)
    cancelled = Signal()

    def __init__(self, look: Look, new_id: Callable[[], str]) -> None:
        super().__init__()
        self._new_id = new_id
        self._known: tuple[Person, ...] = ()
        self._intake = Intake(())
        self.field = QPlainTextEdit()
        self._summary = Label(role=TextRole.STRONG, wrap=True)
        self._findings = ScrollPage(margins=(0, 0, 8, 0), spacing=6)
        self._model = PeopleModel(self, headings={Column.TIME: _("E-mail"), Column.NOTE: _("Role")})
        self._table = PeopleTable(look, self._model)
        self.add = Button(look, _("Add"), variant=Variant.PRIMARY)
        self._cancel = Button(look, _("Cancel"), variant=Variant.PLAIN)
        self._build(look)
        self.field.textChanged.connect(self._read)
        self.add.clicked.connect(self._on_add)
        self._cancel.clicked.connect(self.cancelled)
        self._read()

    def begin(self, known: Iterable[Person], text: str = "") -> None:
        """Start with who is on the list already, and with a text such as the clipboard's."""
        self._known = tuple(known)
        self.field.setPlainText(text)
        self.field.setFocus()
        self._read()

    def _read(self) -> None:
        self._intake = read_pasted(self.field.toPlainText(), known=self._known, new_id=self._new_id)
        people = self._intake.people
        self._model.set_rows(tuple(PresenceRow(p, Presence.UNKNOWN, p.email, p.role) for p in people), "")
        self._table.setVisible(bool(people))
        self.add.setEnabled(bool(people))
        self.add.setText(ngettext("Add {n} person", "Add {n} people", len(people)).format(n=len(people)))
        self._summary.setText(self._summary_words())
        self._show_findings()

    def _summary_words(self) -> str:
        if not self.field.toPlainText().strip():
            return _("Copy the rows of your list, from Excel, a mail or a text, and paste them here.")
        count = len(self._intake.people)
        return ngettext("{n} person can be added.", "{n} people can be added.", count).format(n=count)

    def _show_findings(self) -> None:
        clear_layout(self._findings.body)
        findings = self._intake.findings if self.field.toPlainText().strip() else ()
        for finding in findings[:SHOWN_FINDINGS]:
            place = _("Line {n}: ").format(n=finding.line) if finding.line else ""
            words = Label(f"{place}{finding.message} {finding.way_out}", TextRole.SMALL, wrap=True)
            self._findings.body.addWidget(words)
        if len(findings) > SHOWN_FINDINGS:
            more = _("and {n} more").format(n=len(findings) - SHOWN_FINDINGS)
            self._findings.body.addWidget(Label(more, TextRole.SMALL))
        self._findings.body.addStretch(1)
        self._findings.setVisible(bool(findings))

    def _on_add(self) -> None:
        people = self._intake.people
        self.field.clear()
        self.taken.emit(people)

    def _build(self, look: Look) -> None:
        self.field.setAccessibleName(_("Pasted list"))
        self.field.setPlaceholderText(_("Name; e-mail; department …"))
        self.field.setTabChangesFocus(True)
        self._table.hide_presence()
        self._table.setAccessibleName(_("People to be added"))
        self._table.setAccessibleDescription("")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 18, 20, 18)
        outer.setSpacing(12)
        outer.addWidget(Label(_("Paste a list"), TextRole.HEADING))
        outer.addWidget(self._summary)
        row = QHBoxLayout()
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.field, 2)
        self._findings.setMaximumHeight(look.px(160))
        left.addWidget(self._findings, 1)
        row.addLayout(left, 2)
        row.addWidget(self._table, 3)
        outer.addLayout(row, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        privacy = Label(_("Names stay in this workshop; no other app gets them."), TextRole.SMALL)
        foot.addWidget(privacy, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.add)
        outer.addLayout(foot)
