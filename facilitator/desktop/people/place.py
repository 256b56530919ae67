"""The People place: who is coming, who is here?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.agenda.halfdays import HalfDay, half_days
from facilitator.desktop.actions import Act, Scope
from facilitator.desktop.people.checkin_field import CheckInField
from facilitator.desktop.people.count_panel import CountPanel
from facilitator.desktop.people.half_day_chooser import HalfDayChooser
from facilitator.desktop.people.marks import changes_of, mark_edit, person_of
from facilitator.desktop.people.paste_page import PastePage
from facilitator.desktop.people.people_model import PeopleModel
from facilitator.desktop.people.people_table import PeopleTable
from facilitator.desktop.people.person_form import PersonForm
from facilitator.desktop.people.presence_rows import count, presence_rows
from facilitator.desktop.place import Desk, Place
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.empty import EmptyState
from facilitator.desktop.widgets.fields import long_date
from facilitator.desktop.widgets.messages import Message, MessageTone
from facilitator.foundation.ids import fresh_id
from facilitator.foundation.words import _, ngettext
from facilitator.people.edits import AddPeople, PeopleEdit, PersonField, RemovePeople
from facilitator.people.finding_people import PeopleFinder
from facilitator.workshop.edits import EditPeople

if TYPE_CHECKING:
    from facilitator.desktop.session import WorkshopSession
    from facilitator.people.roster import Person, Presence


class PeoplePlace(Place):
    """Check-in first: the field has the focus, Enter marks, the next name can be typed at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Scope.PEOPLE)
        self._half_id = ""
        self._found: tuple[Person, ...] = ()
        self._findable: tuple[tuple[Person, ...], PeopleFinder] = ((), PeopleFinder(()))
        self._at = 0
        self.field = CheckInField(self.look)
        self.halves = HalfDayChooser(self.look)
        self.model = PeopleModel(self)
        self.table = PeopleTable(self.look, self.model)
        self.form = PersonForm(self.look)
        self.paste = PastePage(self.look, fresh_id)
        self.panel = CountPanel(self.look)
        self._empty = EmptyState(
            self.look,
            IconName.PEOPLE,
            _("Nobody on the list yet"),
            _("Copy the list you were sent, from Excel, a mail or a text, and paste it here."),
            _("Paste a list"),
        )
        self._build()
        self._connect()
        self._paste = self.act(Act.PASTE_LIST, self.open_paste)
        self._add = self.act(Act.ADD_PERSON, lambda: self.open_form(None))
        self.act(Act.CHECK_IN, self.field.setFocus)

    def title(self) -> str:
        """Give the place's name."""
        return _("People")

    def subtitle(self) -> str:
        """Give the workshop and the half-day."""
        if self.session is None:
            return ""
        half = self.half_day()
        when = f"{long_date(half.date)}, {half.label}" if half and half.date else half.label if half else ""
        return " · ".join(part for part in (self.session.workshop.brief.title, when) if part)

    def bar_actions(self) -> tuple[QAction, ...]:
        """Give adding one and adding many."""
        return (self._add, self._paste)

    def show_session(self, session: WorkshopSession | None) -> None:
        """Show another workshop's people."""
        if self.session is not None:
            self.session.workshop_changed.disconnect(self.refresh)
        super().show_session(session)
        self.form.hide()
        if session is not None:
            session.workshop_changed.connect(self.refresh)
            self.refresh()

    def entered(self) -> None:
        """Put the focus where people are checked in."""
        self._choose_half_of_now()
        self.field.setFocus()

    def half_day(self) -> HalfDay | None:
        """Give the half-day in view."""
        halves = self._halves()
        return next((half for half in halves if half.id == self._half_id), halves[0] if halves else None)

    def refresh(self) -> None:
        """Show what the roster is now."""
        if self.session is None:
            return
        roster = self.session.workshop.roster
        half = self.half_day()
        self._half_id = half.id if half else ""
        self._show_halves()
        start = half.start if half else 0
        self.model.set_rows(presence_rows(roster, self._half_id, start), half.label if half else "")
        self.panel.show_count(count(roster, self._half_id))
        self.panel.show_privacy(self._privacy_words())
        if self._pages.currentWidget() is not self.paste:
            self._pages.setCurrentWidget(self._list if roster.people else self._empty)
        self.header_changed.emit()

    def open_paste(self) -> None:
        """Open the page for a pasted list, with the clipboard's text where it has lines."""
        if self.session is None:
            return
        text = QGuiApplication.clipboard().text()
        self._pages.setCurrentWidget(self.paste)
        self.paste.begin(self.session.workshop.roster.people, text if "\n" in text.strip() else "")

    def open_form(self, person: Person | None) -> None:
        """Open the fields of somebody, or of somebody new."""
        self._pages.setCurrentWidget(self._list)
        self.form.show()
        self.form.show_person(person)

    def _halves(self) -> tuple[HalfDay, ...]:
        if self.session is None:
            return ()
        days = self.session.workshop.agenda.days
        schedules = self.session.schedules()
        return tuple(half for day, plan in zip(days, schedules, strict=True) for half in half_days(day, plan))

    def _show_halves(self) -> None:
        halves = self._halves()
        many_days = len({half.day_id for half in halves}) > 1
        options = []
        for half in halves:
            day = long_date(half.date) if half.date and many_days else ""
            options.append((half.id, " · ".join(part for part in (half.label, day) if part)))
        self.halves.set_options(options)
        self.halves.choose(self._half_id)

    def _choose_half_of_now(self) -> None:
        now = self._local_now()
        minute = now.hour * 60 + now.minute
        today = [half for half in self._halves() if half.date == now.date()]
        due = [half for half in today if minute < half.end] or today
        if due and due[0].id != self._half_id:
            self._half_id = due[0].id
            self.refresh()

    def _local_now(self) -> dt.datetime:
        zone = self.session.workshop.agenda.zone if self.session else "UTC"
        return self.desk.clock.now().utc().astimezone(ZoneInfo(zone))

    def _privacy_words(self) -> str:
        if self.session is None:
            return ""
        brief = self.session.workshop.brief
        kept = _("Names stay in this workshop.")
        if brief.date is None:
            return kept
        until = brief.date + dt.timedelta(days=brief.keep_people_days)
        return _("{kept} They should go by {date}.").format(kept=kept, date=long_date(until))

    def _on_typed(self, text: str) -> None:
        roster = self.session.workshop.roster if self.session else None
        if roster is None or not text.strip():
            self._found = ()
        else:
            if roster.people is not self._findable[0]:
                self._findable = (roster.people, PeopleFinder(roster.people))
            self._found = self._findable[1].matches(text)
        self._at = 0
        self._show_meant()

    def _on_walked(self, step: int) -> None:
        if self._found:
            self._at = (self._at + step) % len(self._found)
        self._show_meant()

    def _show_meant(self) -> None:
        person = self._found[self._at] if self._found else None
        self.field.mean(person)
        number = self.model.row_of(person.id) if person else -1
        if number >= 0:
            self.table.selectRow(number)

    def _correct(self, person_id: str, presence: Presence) -> None:
        self._mark(person_id, presence, corrects=True)

    def _mark(self, person_id: str, presence: Presence, *, corrects: bool = False) -> None:
        half = self.half_day()
        if self.session is None or half is None:
            self.desk.say(
                Message(
                    _("There is no half-day to check in to yet."),
                    way_out=_("Plan a day first."),
                    tone=MessageTone.WARN,
                )
            )
            return
        roster = self.session.workshop.roster
        edit = mark_edit(roster, person_id, half, presence, self._local_now(), corrects=corrects)
        if edit is not None:
            self._do(edit)

    def _keep_person(self, person_id: str, values: dict[PersonField, str]) -> None:
        if self.session is None:
            return
        person = self.session.workshop.roster.person(person_id)
        edit = changes_of(person, values) if person else AddPeople((person_of(fresh_id(), values),))
        if edit is None or self._do(edit):
            self._leave_form()

    def _leave_form(self) -> None:
        self.form.hide()
        self.field.setFocus()

    def _remove_person(self, person_id: str) -> None:
        if self._do(RemovePeople((person_id,))):
            self._leave_form()
            self.desk.say(
                Message(_("Taken off the list, with every mark."), action_text=_("Undo"), action=self._undo)
            )

    def _undo(self) -> None:
        if self.session is not None:
            self.session.undo()

    def _take(self, people: tuple[Person, ...]) -> None:
        self._leave_paste()
        if people and self._do(AddPeople(people)):
            words = ngettext("{n} person added.", "{n} people added.", len(people)).format(n=len(people))
            self.desk.say(Message(words, tone=MessageTone.OK, action_text=_("Undo"), action=self._undo))

    def _leave_paste(self) -> None:
        has_people = bool(self.session and self.session.workshop.roster.people)
        self._pages.setCurrentWidget(self._list if has_people else self._empty)
        self.field.setFocus()

    def _do(self, edit: PeopleEdit) -> bool:
        return self.session is not None and self.session.do(EditPeople(edit))

    def _on_half_chosen(self, half_id: str) -> None:
        self._half_id = half_id
        self.refresh()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._pages = QStackedWidget()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(18, 16, 18, 10)
        head.setSpacing(12)
        head.addWidget(self.field, 1)
        head.addWidget(self.halves)
        column.addLayout(head)
        column.addWidget(self.form)
        inset = QHBoxLayout()
        inset.setContentsMargins(10, 0, 10, 0)
        inset.addWidget(self.table)
        column.addLayout(inset, 1)
        self.form.hide()
        for page in (self._list, self._empty, self.paste):
            self._pages.addWidget(page)
        self._pages.setProperty("surface", "surface")
        row.addWidget(self._pages, 1)
        self.panel.setFixedWidth(self.look.px(312))
        row.addWidget(self.panel)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.field.walked.connect(self._on_walked)
        self.field.chosen.connect(self._mark)
        self.halves.chosen.connect(self._on_half_chosen)
        self.table.mark_requested.connect(self._correct)
        self.table.edit_requested.connect(self.open_form)
        self.form.kept.connect(self._keep_person)
        self.form.remove_requested.connect(self._remove_person)
        self.form.left.connect(self._leave_form)
        self.paste.taken.connect(self._take)
        self.paste.cancelled.connect(self._leave_paste)
        self._empty.step_requested.connect(self.open_paste)
