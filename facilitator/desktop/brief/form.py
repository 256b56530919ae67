"""The fields of the brief: each change becomes a whole new brief and the name of the field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from facilitator.desktop.brief.audiences import AudienceEditor
from facilitator.desktop.widgets.fields import CountField, DateField, TimeField
from facilitator.desktop.widgets.form import Form
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _
from facilitator.workshop.model import Brief

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.curriculum.audience import Audience
    from facilitator.desktop.theme.look import Look

LARGEST_GROUP = 40


class BriefForm(QWidget):
    """Everything the trainer knows before planning.

    Signals:
        brief_changed: the new :class:`Brief` and the name of the field that was changed.
    """

    brief_changed = Signal(object, str)

    def __init__(self, look: Look, audiences: Sequence[Audience]) -> None:
        super().__init__()
        self._look = look
        self._brief = Brief()
        self._lines: dict[str, QLineEdit] = {}
        self.date = DateField("")
        self.start = TimeField("")
        self.end = TimeField("", optional=True)
        self.lunch = TimeField("", optional=True)
        self.group_size = CountField("", 1, LARGEST_GROUP)
        self.aims = QPlainTextEdit()
        self.audiences = AudienceEditor(look, audiences)
        self._build()
        self._connect()

    def show_brief(self, brief: Brief) -> None:
        """Show a brief; a line in which somebody is typing keeps its cursor."""
        self._brief = brief
        for name, line in self._lines.items():
            _show_text(line, getattr(brief, name))
        self.date.set_date(brief.date)
        self.start.set_minute(brief.start)
        self.end.set_minute(brief.end)
        self.lunch.set_minute(brief.lunch)
        self.group_size.show_count(brief.group_size)
        if self.aims.toPlainText() != brief.aims:
            self.aims.blockSignals(True)
            self.aims.setPlainText(brief.aims)
            self.aims.blockSignals(False)
        self.audiences.show_shares(brief.audiences)

    def set_allowed(self, *, allowed: bool) -> None:
        """Let the brief be changed, or only read."""
        for line in (*self._lines.values(), self.date, self.start, self.end, self.lunch):
            line.setReadOnly(not allowed)
        self.group_size.setReadOnly(not allowed)
        self.aims.setReadOnly(not allowed)
        self.audiences.set_allowed(allowed=allowed)

    def line(self, name: str) -> QLineEdit:
        """Give the line of a field such as ``client``."""
        return self._lines[name]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        column.addWidget(self._what())
        column.addWidget(_section(_("Who it is for"), self.audiences))
        column.addWidget(_section(_("When, and in what groups"), self._when()))
        column.addWidget(_section(_("Where and with whom"), self._where()))
        column.addStretch(1)

    def _what(self) -> Form:
        form = Form(3)
        form.add(_("Client"), self._line("client"))
        form.add(_("Title"), self._line("title"), span=2)
        self.aims.setTabChangesFocus(True)
        self.aims.setFixedHeight(self._look.px(72))
        form.add(_("What they should be able to do afterwards"), self.aims, span=3)
        return form

    def _when(self) -> Form:
        form = Form(6)
        form.add(_("Date"), self.date, span=2)
        form.add(_("Start"), self.start)
        form.add(_("End"), self.end)
        form.add(_("Lunch at"), self.lunch)
        form.add(_("Group size"), self.group_size)
        return form

    def _where(self) -> Form:
        form = Form(3)
        form.add(_("Room"), self._line("room"))
        form.add(_("Trainer"), self._line("trainer"))
        form.add(_("Organiser"), self._line("organiser"))
        return form

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        self._lines[name] = line
        line.textEdited.connect(lambda text: self._change(name, text))
        return line

    def _connect(self) -> None:
        self.date.date_chosen.connect(lambda date: self._change("date", date))
        self.start.time_chosen.connect(lambda minute: self._change("start", minute))
        self.end.time_chosen.connect(lambda minute: self._change("end", minute))
        self.lunch.time_chosen.connect(lambda minute: self._change("lunch", minute))
        self.group_size.valueChanged.connect(lambda size: self._change("group_size", size))
        self.aims.textChanged.connect(lambda: self._change("aims", self.aims.toPlainText()))
        self.audiences.shares_changed.connect(lambda shares: self._change("audiences", shares))

    def _change(self, field: str, value: Any) -> None:  # noqa: ANN401 -- fields have every type
        if getattr(self._brief, field) != value:
            self._brief = replace(self._brief, **{field: value})
            self.brief_changed.emit(self._brief, field)


def _show_text(line: QLineEdit, text: str) -> None:
    if line.text() != text:
        line.setText(text)
        line.setCursorPosition(0)


def _section(title: str, inside: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(Label(title, TextRole.HEADING))
    column.addWidget(inside)
    return box
