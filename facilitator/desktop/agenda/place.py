"""The Agenda place: library, day and inspector, wired to the open workshop."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.curriculum.unit import Kind
from facilitator.desktop.actions import Act, Scope
from facilitator.desktop.agenda.day_bar import PARKED, DayBar
from facilitator.desktop.agenda.day_delegate import DayDelegate, UnitLines
from facilitator.desktop.agenda.day_model import DayModel, Field
from facilitator.desktop.agenda.day_view import DayView
from facilitator.desktop.agenda.day_words import day_options, parked_rows, spent_of, unit_lines
from facilitator.desktop.agenda.foot import Foot
from facilitator.desktop.agenda.inspection import Inspection
from facilitator.desktop.agenda.inspector import Inspector
from facilitator.desktop.agenda.library_panel import LibraryPanel
from facilitator.desktop.agenda.notices import NoticeMenu
from facilitator.desktop.agenda.rows import rows_of
from facilitator.desktop.agenda.unit_cards import nearest_first, passes, unit_card
from facilitator.desktop.place import Desk, Place, PlaceId
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.cards import Surface, SurfaceRole
from facilitator.desktop.widgets.empty import EmptyState
from facilitator.foundation.ids import fresh_id
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from facilitator.agenda.model import Day
    from facilitator.desktop.agenda.controller import AgendaController
    from facilitator.desktop.agenda.day_model import Drop, FieldEdit
    from facilitator.desktop.session import WorkshopSession
    from facilitator.desktop.workers import Job


AFTER_PAINT_MS = 50


class AgendaPlace(Place):
    """What will happen when, and will it fit?"""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Scope.AGENDA)
        self._day_id = ""
        self._lines = UnitLines()
        self._library_is_read = False
        self._reading: Job | None = None
        self.model = DayModel(self)
        self.library = LibraryPanel(self.look)
        self.bar = DayBar(self.look)
        self.view = DayView(self.look, self.model, DayDelegate(self.look, self._lines, self))
        self.foot = Foot(self.look)
        self.inspector = Inspector(self.look, desk.pack_folders)
        self.inspection = Inspection(self.inspector, desk)
        self.notices = NoticeMenu(self.foot, self.view.select_item)
        self._empty = EmptyState(
            self.look,
            IconName.LIST,
            _("Nothing planned yet"),
            _("Drag a unit in from the left, press Enter on one, or begin with a ready programme."),
            _("Choose a programme"),
        )
        self._build()
        self._connect()
        self._run = self.act(Act.RUN, lambda: desk.go(PlaceId.LIVE))
        self._make_actions()

    @functools.cached_property
    def control(self) -> AgendaController:
        """What changes the agenda; made when something is changed or the library is there."""
        from facilitator.desktop.agenda.controller import AgendaController  # noqa: PLC0415 -- edits come with it

        control = AgendaController(self.model, fresh_id, self.desk)
        control.session, control.day_id = self.session, self._day_id
        control.put.connect(self._keep_choice)
        return control

    def title(self) -> str:
        """Give the workshop's title."""
        return (self.session.workshop.brief.title if self.session else "") or _("Agenda")

    def subtitle(self) -> str:
        """Give client, people and room."""
        if self.session is None:
            return ""
        brief = self.session.workshop.brief
        people = _("{n} people").format(n=brief.head_count()) if brief.head_count() else ""
        return " · ".join(part for part in (brief.client, people, brief.room) if part)

    def primary_action(self) -> QAction | None:
        """Give the way to the console."""
        return self._run

    def show_session(self, session: WorkshopSession | None) -> None:
        """Show another workshop's agenda."""
        if self.session is not None:
            self.session.workshop_changed.disconnect(self.refresh)
        super().show_session(session)
        if self._has_control():
            self.control.session = session
        self.inspection.session = session
        self._day_id = ""
        if session is not None:
            session.workshop_changed.connect(self.refresh)
            self.refresh()
            self._choose_first()

    def entered(self) -> None:
        """Put the focus on the day."""
        self.view.setFocus()

    def refresh(self) -> None:
        """Show what the workshop is now."""
        if self.session is None:
            return
        days = self.session.workshop.agenda.days
        if self._day_id != PARKED and self._day_id not in [day.id for day in days]:
            self._day_id = days[0].id if days else PARKED
        if self._has_control():
            self.control.day_id = self._day_id
        self.bar.show_days(day_options(self.session.workshop.agenda), self._day_id)
        self._refresh_day()
        self._refresh_library()
        self.inspection.show(self.view.current_id())
        self.header_changed.emit()

    def current_day(self) -> Day | None:
        """Give the day in view, None while the parked blocks are."""
        if self.session is None:
            return None
        return next((day for day in self.session.workshop.agenda.days if day.id == self._day_id), None)

    def _has_control(self) -> bool:
        return "control" in vars(self)

    def _refresh_day(self) -> None:
        session, day = self.session, self.current_day()
        if session is None:
            return
        agenda = session.workshop.agenda
        self._lines.lines, self._lines.kinds = unit_lines(agenda, session.tailored)
        self.bar.show_day(day)
        schedule = session.schedule(day.id) if day else None
        rows = rows_of(day, schedule) if day and schedule else parked_rows(agenda)
        chosen = self.view.current_id()
        self.model.set_rows(rows)
        if self.view.current_id() != chosen:
            self.view.select_item(chosen)
        self._middle.setCurrentWidget(self.view if rows else self._empty)
        self.foot.setVisible(schedule is not None)
        if day is not None and schedule is not None:
            self.notices.show_notices(agenda, schedule)
            self.foot.show_day(schedule, spent_of(day, schedule, session.tailored), len(schedule.notices))

    def _refresh_library(self) -> None:
        """Show the library; the first time it is read beside the window, which is painted meanwhile."""
        session = self.session
        if session is None:
            return
        if not self._library_is_read:
            if self._reading is None:
                # Counted from when Qt comes to it: what is painted first is not disturbed by reading
                QTimer.singleShot(0, self, lambda: QTimer.singleShot(AFTER_PAINT_MS, self, self._read_library))
            return
        from facilitator.curriculum.library import Fit, fits  # noqa: PLC0415 -- not for start-up

        library = self.desk.library()
        audiences = {audience.id: audience for audience in library.audiences}
        used = {block.unit_id for block in self.control.all_blocks()}
        text, wanted = self.library.wanted()
        profiles = session.profiles()
        found = self.control.search(text)
        if not text.strip():
            packs = {copy.pack_id for copy in session.workshop.units}
            found = nearest_first(
                found,
                is_ours=lambda unit: library.is_in(unit.id, packs),
                is_core=lambda unit: fits(unit, profiles) is Fit.CORE,
            )
        cards = tuple(
            unit_card(unit, audiences, unit.id in used)
            for unit in found
            if passes(unit, wanted, lambda unit: not profiles or fits(unit, profiles) is not Fit.NONE)
        )
        self.library.show_cards(cards, len(library.units))

    def _read_library(self) -> None:
        if self._reading is None:
            self._reading = self.desk.jobs.start(lambda _report, _cancelled: self.desk.library())
            self._reading.succeeded.connect(self._on_library_read)

    def _on_library_read(self) -> None:
        self._library_is_read = self.inspection.knows_library = True
        self._refresh_library()
        self.inspection.show(self.view.current_id())

    def _choose_first(self) -> None:
        first = next((row for row in self.model.rows if row.is_movable()), None)
        if first is not None:
            self.view.select_item(first.id)

    def _on_day_chosen(self, day_id: str) -> None:
        self._day_id = day_id
        self.refresh()
        self._choose_first()

    def _add_unit(self, unit_id: str) -> None:
        self._choose_after(self.control.add_unit(unit_id, after=self.view.current_id()))

    def _add_frame(self, kind: Kind) -> None:
        self._choose_after(self.control.add_frame(kind, after=self.view.current_id()))

    def _choose_after(self, item_id: str) -> None:
        if item_id:
            self.view.select_item(item_id)

    def _keep_choice(self, item_id: str) -> None:
        self.view.select_item(item_id)
        self.view.setFocus()

    def _add_day(self) -> None:
        self.control.add_day()

    def _set_day_start(self, minute: int | None) -> None:
        self.control.set_day_start(minute)

    def _set_day_end(self, minute: int | None) -> None:
        self.control.set_day_end(minute)

    def _edit_field(self, edit: FieldEdit) -> None:
        self.control.edit_field(edit)

    def _drop(self, drop: Drop) -> None:
        self.control.drop(drop)

    def _edit_detail(self, name: str, value: object) -> None:
        self.control.edit_detail(self.inspection.block_id, name, value)

    def _make_actions(self) -> None:
        current = self.view.current_id
        self.act(Act.FIND_UNIT, self.library.search.setFocus)
        self.act(Act.MOVE_UP, lambda: self.control.move(current(), -1))
        self.act(Act.MOVE_DOWN, lambda: self.control.move(current(), 1))
        self.act(Act.RENAME, lambda: self.view.edit_field(Field.TITLE))
        self.act(Act.DUPLICATE, lambda: self._choose_after(self.control.duplicate(current())))
        self.act(Act.PIN, lambda: self.control.toggle_pin(current()))
        self.act(Act.PARK, lambda: self._park(current()))
        self.act(Act.ADD_BREAK, lambda: self._add_frame(Kind.BREAK))

    def _park(self, item_id: str) -> None:
        number = self.model.row_of(item_id)
        if self._day_id == PARKED:
            self.control.unpark(item_id)
        else:
            self.control.park(item_id)
        neighbours = [row.id for row in self.model.rows[max(0, number - 1) : number + 2] if row.is_movable()]
        self._choose_after(neighbours[-1] if neighbours else "")

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.library.setFixedWidth(self.look.px(296))
        self.inspector.setMinimumWidth(self.look.px(324))
        self.inspector.setMaximumWidth(self.look.px(460))
        centre = Surface(SurfaceRole.SURFACE)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.view)
        self._middle.addWidget(self._empty)
        column.addWidget(self._middle, 1)
        column.addWidget(self.foot)
        for widget, stretch in ((self.library, 0), (upright(), 0), (centre, 5), (upright(), 0), (self.inspector, 2)):
            row.addWidget(widget, stretch)

    def _connect(self) -> None:
        self.library.narrowed.connect(self._refresh_library)
        self.library.add_requested.connect(self._add_unit)
        self.library.unit_shown.connect(self.inspection.show_unit)
        self.bar.day_chosen.connect(self._on_day_chosen)
        self.bar.block_wanted.connect(self._add_frame)
        self.bar.day_wanted.connect(self._add_day)
        self.bar.start_chosen.connect(self._set_day_start)
        self.bar.end_chosen.connect(self._set_day_end)
        self.model.edit_requested.connect(self._edit_field)
        self.model.drop_requested.connect(self._drop)
        self.view.park_requested.connect(self._park)
        self.view.selected.connect(self.inspection.show)
        self.inspector.detail_edited.connect(self._edit_detail)
        self._empty.step_requested.connect(lambda: self.desk.go(PlaceId.BRIEF))


def upright() -> QWidget:
    """Give a vertical line one pixel wide."""
    line = Surface(SurfaceRole.LINE)
    line.setFixedWidth(1)
    return line
