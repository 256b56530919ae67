"""The Live place: what now, what next, are we on time?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from facilitator.agenda.halfdays import HalfDay, half_days
from facilitator.desktop.actions import Act, Scope
from facilitator.desktop.live.audience_canvas import AudienceCanvas
from facilitator.desktop.live.audience_look import BRIGHT_ROOM, DARK_ROOM
from facilitator.desktop.live.audience_window import AudienceWindow, Projector
from facilitator.desktop.live.awake import Awake
from facilitator.desktop.live.console import Console
from facilitator.desktop.live.notice_bar import NoticeBar
from facilitator.desktop.live.prompt_pages import PromptPages
from facilitator.desktop.live.run_commands import RunCommands
from facilitator.desktop.live.run_control import RunControl, step_share
from facilitator.desktop.live.run_keys import RunKeys
from facilitator.desktop.place import Desk, Place, PlaceId
from facilitator.desktop.slides.pictures import Pictures
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.empty import EmptyState
from facilitator.desktop.widgets.messages import Message, MessageTone
from facilitator.foundation.words import _
from facilitator.live.audience import audience_view
from facilitator.live.labels import WallLabels
from facilitator.live.state import Screen
from facilitator.live.view import RunStatus, RunView
from facilitator.people.presence import ATTENDING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from facilitator.agenda.model import Day
    from facilitator.desktop.session import WorkshopSession
    from facilitator.foundation.errors import FacilitatorError
    from facilitator.live.offers import Option


def half_of(halves: Sequence[HalfDay], now: dt.datetime) -> HalfDay | None:
    """Give the half-day it is, on its date the one going on or coming, else the first."""
    minute = now.hour * 60 + now.minute
    today = [half for half in halves if half.date == now.date()]
    going = [half for half in today if minute < half.end] or today[-1:] or halves
    return next(iter(going), None)


class LivePlace(Place):
    """The console; the audience view is a window of its own, and a preview in the console."""

    def __init__(self, desk: Desk, awake: Awake | None = None) -> None:
        super().__init__(desk, Scope.LIVE)
        self.control: RunControl | None = None
        self.awake = awake or Awake()
        self._said_not_awake = False
        pictures = Pictures(desk.pack_folders)
        self.console = Console(self.look, self._options, pictures)
        self.audience = AudienceWindow(AudienceCanvas(self.look, pictures=pictures))
        self.projector = Projector(self.audience, self.console)
        pages = PromptPages((self.audience.canvas, self.console.now.preview))
        self.commands = RunCommands(desk, self.console, self.projector, pages)
        self.notice_bar = NoticeBar(self.look, self.commands.give)
        self._view: RunView | None = None
        self._empty = EmptyState(
            self.look,
            IconName.LIVE,
            _("Nothing to run yet"),
            _("A run follows the agenda. Plan a day first."),
            _("Go to the agenda"),
        )
        self._stack = QStackedWidget()
        self._keys = RunKeys(lambda: (self.console, self.audience), self.commands.second_keys())
        self._build()
        self._make_actions()
        self._connect()

    def title(self) -> str:
        """Give the workshop's title."""
        return self.session.workshop.brief.title if self.session else _("Live")

    def subtitle(self) -> str:
        """Say what can be done here."""
        return _("Console for you, audience view for the room")

    def fills_window(self) -> bool:
        """Take the whole window while there is something to run."""
        return self._stack.currentWidget() is self.console

    def show_session(self, session: WorkshopSession | None) -> None:
        """Show another workshop; a run that is on goes on in its log."""
        if self.control is not None:
            self.control.close()
            self.control.deleteLater()
            self.control = self.commands.control = None
            self.projector.hide_audience()
            self.awake.release()
        super().show_session(session)
        if session is not None:
            self.control = self.commands.control = RunControl(session, session.document, self.desk.clock, self)
            self.control.ticked.connect(self._on_ticked)
            self.control.refused.connect(self._on_refused)
            self.control.failed.connect(self._on_failed)
            self.control.live_changed.connect(self._on_live_changed)
        if self.isVisible():
            self.entered()

    def entered(self) -> None:
        """Make today's agenda ready, or go on with what was interrupted."""
        day = self._day()
        self._stack.setCurrentWidget(self.console if day is not None else self._empty)
        self.header_changed.emit()
        if day is None or self.control is None:
            return
        self._use_room_look()
        if not self.control.is_live:
            self.control.open(day)
        self._keys.listen(on=True)
        self.console.setFocus()

    def left(self) -> None:
        """Stop hearing keys; a run that is on goes on."""
        self._keys.listen(on=False)
        if self.control is not None and not self.control.is_live:
            self.control.close()

    def _now(self) -> dt.datetime:
        zone = self.session.workshop.agenda.zone if self.session else "UTC"
        return self.desk.clock.now().utc().astimezone(ZoneInfo(zone))

    def _day(self) -> Day | None:
        """Give the day to run: the one interrupted, today's, the next one, or the first."""
        if self.session is None:
            return None
        days = [day for day in self.session.workshop.agenda.days if day.items]
        unfinished = {run.day_id for run in self.session.document.runs if str(run.state) != "finished"}
        today = self._now().date()
        for wanted in (
            lambda day: day.id in unfinished,
            lambda day: day.date == today,
            lambda day: day.date is not None and day.date > today,
        ):
            for day in days:
                if wanted(day):
                    return day
        return days[0] if days else None

    def _on_ticked(self, view: RunView) -> None:
        self._view = view
        audience = audience_view(view)
        run = self.commands.run()
        rehearsal = self.control is not None and self.control.is_rehearsal
        self.console.show_run(view, audience, rehearsal=rehearsal)
        self.audience.canvas.show_view(audience, step_share(view))
        self.console.show_head(self.title(), self._here_words(), self.projector.words())
        if run is not None:
            self.notice_bar.show_notices(view.notices, run)
        self.console.show_notice_room(shown=bool(view.notices))
        self._allow(view)

    def _allow(self, view: RunView) -> None:
        live = view.status in {RunStatus.RUNNING, RunStatus.OVERTIME, RunStatus.PAUSED}
        for act in (Act.RUN_NEXT, Act.RUN_BACK, Act.RUN_PAUSE, Act.RUN_LONGER, Act.RUN_SHORTER, Act.RUN_FINISH):
            self._actions[act].setEnabled(live)
        self._actions[Act.RUN_START].setVisible(not live)
        self._actions[Act.RUN_NEXT].setVisible(live)
        self._actions[Act.RUN_UNDO].setEnabled(bool(view.words.undo))
        self._actions[Act.RUN_UNDO].setToolTip(view.words.undo or _("Nothing to undo"))
        words = _("Go on") if view.status is RunStatus.PAUSED else _("Pause")
        self._actions[Act.RUN_PAUSE].setText(words)

    def _here_words(self) -> str:
        if self.session is None or self.control is None:
            return ""
        roster = self.session.workshop.roster
        day = self._day()
        schedule = self.session.schedule(day.id) if day else None
        if day is None or schedule is None or not roster.people:
            return ""
        half = half_of(half_days(day, schedule), self._now())
        here = {
            mark.person_id
            for mark in roster.marks
            if half is not None and mark.half_day == half.id and mark.presence in ATTENDING
        }
        return _("{here} of {all} here").format(here=len(here), all=len(roster.people))

    def _options(self) -> list[tuple[Option, str]]:
        run = self.commands.run()
        if run is None:
            return []
        labels = WallLabels(run.table.plan, run.state.wall_offset_s)
        options = run.late_options() or run.other_options()
        return [(option, labels.minute(option.finish_s)) for option in options]

    def _on_live_changed(self, live: bool) -> None:
        if not live:
            self.awake.release()
        elif not self.awake.hold() and not self._said_not_awake:
            self._said_not_awake = True
            words = _("This computer may dim its screen during the run: it could not be asked to stay awake.")
            self.desk.say(Message(words, tone=MessageTone.INFO))

    def _on_refused(self, words: str) -> None:
        self.desk.say(Message(words, tone=MessageTone.WARN))

    def _on_failed(self, error: FacilitatorError) -> None:
        self.desk.say(Message.of_error(error))

    def _on_screen_lost(self) -> None:
        self.desk.say(
            Message(
                _("The projector is gone."),
                _("The clock goes on and nothing of yours was shown on this screen."),
                _("Plug it in again, or show the room's view in a window."),
                MessageTone.ERR,
                _("Show in a window"),
                self.projector.show_audience,
            )
        )

    def _on_screen_back(self) -> None:
        self.desk.say(Message(_("The projector is back and shows the same as before."), tone=MessageTone.OK))

    def _on_screen_offered(self, name: str) -> None:
        words = _("There is another screen: {name}.").format(name=name)
        self.desk.say(
            Message(words, action_text=_("Show the room's view there"), action=self.projector.show_audience)
        )

    def _use_room_look(self) -> None:
        room = DARK_ROOM if self.desk.settings().audience_dark else BRIGHT_ROOM
        self.audience.canvas.use(room)
        self.console.now.preview.use(room)

    def _make_actions(self) -> None:
        doing = {
            Act.RUN_START: self.commands.start,
            Act.RUN_NEXT: self.commands.next_step,
            Act.RUN_BACK: self.commands.previous_step,
            Act.RUN_PAUSE: self.commands.pause,
            Act.RUN_LONGER: self.commands.longer,
            Act.RUN_SHORTER: self.commands.shorter,
            Act.RUN_BLACK: self.commands.black,
            Act.RUN_WHITE: lambda: self.commands.do(lambda run: run.screen(Screen.WHITE)),
            Act.RUN_MESSAGE: self.console.ask_message,
            Act.RUN_UNDO: self.commands.undo,
            Act.RUN_FINISH: lambda: self.commands.do(lambda run: run.finish()),
            Act.RUN_AUDIENCE: self.commands.toggle_audience,
            Act.RUN_SWAP: self.projector.swap,
            Act.RUN_COUNTDOWN: self.commands.cycle_countdown,
            Act.RUN_LARGER: lambda: self.console.notes.resize_notes(1),
            Act.RUN_SMALLER: lambda: self.console.notes.resize_notes(-1),
            Act.RUN_LEAVE: lambda: self.desk.go(PlaceId.AGENDA),
        }
        self._actions: dict[Act, QAction] = {act: self.act(act, do) for act, do in doing.items()}
        for action in self._actions.values():
            self.audience.addAction(action)
        left = [Act.RUN_START, Act.RUN_BACK, Act.RUN_NEXT, Act.RUN_PAUSE, Act.RUN_LONGER, Act.RUN_SHORTER]
        right = [Act.RUN_BLACK, Act.RUN_MESSAGE, Act.RUN_UNDO, Act.RUN_FINISH]
        pick = self._actions.__getitem__
        self.console.set_actions([pick(act) for act in left], [pick(act) for act in right], pick(Act.RUN_NEXT))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.console)
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack)
        self.console.notices.addWidget(self.notice_bar)

    def _connect(self) -> None:
        self.console.leave.clicked.connect(lambda: self.desk.go(PlaceId.AGENDA))
        self.console.projector.clicked.connect(self.commands.toggle_audience)
        self.console.message_given.connect(self.commands.message)
        self.console.drift.chosen.connect(lambda option: self.commands.do(lambda run: run.take(option)))
        self.console.run_list.jump_requested.connect(lambda unit_id: self.commands.do(lambda run: run.jump(unit_id)))
        self.console.run_list.skip_requested.connect(self.commands.skip)
        self.audience.escape_pressed.connect(self.commands.escape)
        self.projector.lost.connect(self._on_screen_lost)
        self.projector.came_back.connect(self._on_screen_back)
        self.projector.offered.connect(self._on_screen_offered)
        self.notice_bar.answered.connect(self.console.setFocus)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.awake.release)
        self._empty.step_requested.connect(lambda: self.desk.go(PlaceId.AGENDA))
