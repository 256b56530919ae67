"""One run as the windows see it: it ticks, takes commands, and keeps every event in the workshop."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facilitator.foundation.errors import FacilitatorError
from facilitator.live.disturbances import RestoreMode
from facilitator.live.from_agenda import plan_from
from facilitator.live.log import events_from_plain, header_from_plain, header_of, header_to_plain
from facilitator.live.plan import RunPlan
from facilitator.live.session import Session
from facilitator.live.state import Status
from facilitator.live.view import RunStatus, RunView
from facilitator.workshop.state import RunRecord, RunState

if TYPE_CHECKING:
    from facilitator.agenda.model import Block, Day
    from facilitator.curriculum.tailored import TailoredStep
    from facilitator.desktop.session import WorkshopSession
    from facilitator.foundation.clocks import Clock
    from facilitator.live.remote import Outcome
    from facilitator.workshop.document import Document

TICK_MS = 200
SHORT_OUTAGE_S = 60.0


class RunControl(QObject):
    """Holds the session clock of one day.

    Signals:
        ticked: a :class:`RunView`, several times a second and after every command.
        refused: the sentence why a command was not taken.
        failed: a FacilitatorError: an event could not be handed to the disk; the clock goes on.
        live_changed: the run began or ended.
    """

    ticked = Signal(object)
    refused = Signal(str)
    failed = Signal(object)
    live_changed = Signal(bool)

    def __init__(self, session: WorkshopSession, document: Document, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._workshop = session
        self._document = document
        self._clock = clock
        self._day: Day | None = None
        self._run_id = ""
        self._is_rehearsal = False
        self._waiting: list[dict[str, Any]] = []
        self._was_live = False
        self.session: Session | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_rehearsal(self) -> bool:
        """Tell whether the day is another one, so that times count from now."""
        return self._is_rehearsal

    @property
    def is_live(self) -> bool:
        """Tell whether the clock of a unit is going or paused."""
        return self.session is not None and self.session.state.is_live

    def open(self, day: Day) -> None:
        """Make a day ready to run, or go on with its run that was interrupted."""
        self._day = day
        record = self._unfinished(day)
        if record is None or not self._resume(record):
            self._make_ready(day)
        self._timer.start()
        self.tick()

    def close(self) -> None:
        """Stop ticking; a run that is on stays as it is and can be gone on with."""
        self._timer.stop()

    def start(self) -> None:
        """Begin the run."""
        if self.session is not None and self.session.state.status is Status.FINISHED and self._day is not None:
            self._make_ready(self._day)
        if self.session is None or not self._run_plan().units:
            return
        if self._is_rehearsal and self.session.state.status is Status.READY and self._day is not None:
            self._make_ready(self._day)
        self._begin_log()
        self.give(self.session.start())

    def give(self, outcome: Outcome) -> None:
        """Tell how a command went and show what is now."""
        if not outcome.accepted:
            self.refused.emit(outcome.words)
        if self.is_live:
            self._begin_log()  # a jump before the start begins the run, too
        self.tick()

    def tick(self) -> None:
        """Ask the clock and tell everybody."""
        if self.session is None:
            return
        if self._is_rehearsal and self.session.state.status is Status.READY and self._is_stale():
            self._make_ready(self._day)
        view = self.session.view()
        self._end_log(view)
        self.ticked.emit(view)
        if self.is_live != self._was_live:
            self._was_live = self.is_live
            self.live_changed.emit(self._was_live)

    def _run_plan(self) -> RunPlan:
        return self.session.table.plan if self.session is not None else RunPlan(())

    def _make_ready(self, day: Day | None) -> None:
        if day is None:
            return
        schedule = self._workshop.schedule(day.id)
        if schedule is None:
            return
        if self._run_id and self.session is not None and self.session.state.status is Status.READY:
            self._end_record()  # its start was taken back
        agenda = self._workshop.workshop.agenda
        wall_s, self._is_rehearsal = planned_start(day, agenda.zone, self._clock.now().wall_s)
        plan = plan_from(day, schedule, self._steps_of, agenda.zone, wall_s)
        self._run_id, self._waiting = "", []
        self.session = Session(replace(plan, title=self._workshop.workshop.brief.title), self._clock, self._append)

    def _is_stale(self) -> bool:
        """Tell whether the planned start of a rehearsal has passed without anybody starting."""
        return self._clock.now().wall_s > self._run_plan().planned_start_wall_s

    def _steps_of(self, block: Block) -> tuple[TailoredStep, ...]:
        unit = self._workshop.tailored(block)
        return unit.steps if unit else ()

    def _unfinished(self, day: Day) -> RunRecord | None:
        runs = [run for run in self._document.runs if run.day_id == day.id and run.state is not RunState.FINISHED]
        return runs[-1] if runs else None

    def _resume(self, record: RunRecord) -> bool:
        try:
            header = header_from_plain(record.header)
        except FacilitatorError:
            return False
        events = events_from_plain(self._document.run_events(record.id)).events
        self._run_id = record.id
        session = Session(header.plan, self._clock, self._append, events)
        if session.state.status is Status.FINISHED:
            self._end_record()  # it was over, only the word of it was lost
            return False
        self.session = session
        self._is_rehearsal = self._was_rehearsal(header.plan)
        outage = self.session.state.outage
        if outage is not None and outage.seconds < SHORT_OUTAGE_S:
            self.session.restore(RestoreMode.CONTINUE)
        return True

    def _was_rehearsal(self, plan: RunPlan) -> bool:
        return self._day is not None and planned_start(self._day, plan.zone, plan.planned_start_wall_s)[1]

    def _begin_log(self) -> None:
        """Start the record of the run with its plan, then hand on what was noticed before the start."""
        if self._run_id or self._day is None:
            return
        plain = {"day_id": self._day.id, **header_to_plain(header_of("", self._run_plan()))}
        try:
            self._run_id = self._document.start_run(plain)
        except FacilitatorError as error:
            self.failed.emit(error)
            return
        waiting, self._waiting = self._waiting, []
        for event in waiting:
            self._append(event)

    def _append(self, event: dict[str, Any]) -> None:
        if not self._run_id:
            self._waiting.append(event)
            return
        try:
            self._document.append_run_event(self._run_id, event)
        except FacilitatorError as error:
            self.failed.emit(error)

    def _end_log(self, view: RunView) -> None:
        if view.status is RunStatus.FINISHED and self._run_id and self._was_live:
            self._end_record()

    def _end_record(self) -> None:
        try:
            self._document.end_run(self._run_id)
        except FacilitatorError as error:
            self.failed.emit(error)


def planned_start(day: Day, zone: str, now_wall_s: float) -> tuple[float, bool]:
    """Give the planned start as seconds since 1970 UTC, and whether it is a rehearsal.

    On the day itself it is the day's start in the agenda's zone. On any other day the run counts from the next full
    minute, so that a rehearsal is not two months ahead.
    """
    now = dt.datetime.fromtimestamp(now_wall_s, ZoneInfo(zone))
    if day.date == now.date():
        midnight = dt.datetime.combine(day.date, dt.time(), ZoneInfo(zone))
        start = midnight + dt.timedelta(minutes=day.start)
        return start.timestamp(), False
    return math.ceil(now_wall_s / 60) * 60.0, True


def step_share(view: RunView) -> float | None:
    """Give how much of what is counted has passed, 0 to 1: the timed part, else the step, else the unit."""
    times = view.times
    if times is None or view.status in {RunStatus.READY, RunStatus.FINISHED}:
        return None
    if view.cue is not None and view.cue.seconds and times.cue_remaining_s is not None:
        return _share(view.cue.seconds, times.cue_remaining_s)
    if view.step is not None and times.step_remaining_s is not None:
        return _share(view.step.seconds, times.step_remaining_s)
    return _share(times.elapsed_s + max(0.0, times.remaining_s), times.remaining_s)


def _share(whole_s: float, remaining_s: float) -> float:
    if whole_s <= 0:
        return 1.0
    return min(1.0, max(0.0, 1 - remaining_s / whole_s))
