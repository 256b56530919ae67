"""One run going on: the small changing shell around the fold, which the desktop holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.live.ahead import ahead_options, back_later_options
from facilitator.live.commands import decide
from facilitator.live.disturbances import RestoreMode, Subject
from facilitator.live.fold import GROUP, Op, apply_op, fold, last_undoable
from facilitator.live.log import COMMANDS, EventType, LogEvent, event_to_plain
from facilitator.live.offers import Option, late_options
from facilitator.live.refusals import Refusal
from facilitator.live.remote import Outcome, Remote
from facilitator.live.state import CountdownMode, RunState, Screen, Status, before_start
from facilitator.live.time_source import Reading, first_reading, kept_anchor, next_reading, reading_after_restart
from facilitator.live.timetable import Timetable, timetable
from facilitator.live.view import RunView, view_at
from facilitator.live.visits import advance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from facilitator.foundation.clocks import Clock, Instant
    from facilitator.live.plan import RunPlan

HEARTBEAT_S = 5.0
_TAKEN = COMMANDS | {EventType.STEP, EventType.DISPLAY, EventType.SEEN, EventType.UNDO}
_CHANGES_THE_PAST = frozenset({EventType.UNDO, EventType.GAP_AS_PAUSE, EventType.GAP_AS_CLOCK, EventType.RESTORE})


class Session(Remote):
    """A run on the clock of this computer.

    Every command and everything noticed becomes an event, which is handed to ``append`` as plain values at once;
    the state is the fold of the events and nothing else. :meth:`view` is to be asked often, several times a
    second: that is also when sleep is noticed and signs of life are kept.

    Args:
        plan: the plan of the run.
        clock: what time it is.
        append: keeps one event; it must not block for long. What it raises reaches the caller after the event
            has taken effect, so the session goes on.
        past: events of an earlier process, as :func:`facilitator.live.log.events_from_plain` reads them.
    """

    def __init__(
        self,
        plan: RunPlan,
        clock: Clock,
        append: Callable[[dict[str, Any]], None],
        past: Iterable[LogEvent] = (),
    ) -> None:
        self._table = timetable(plan)
        self._clock = clock
        self._append = append
        read = sorted(past, key=lambda event: event.seq)
        self._events = [event for event in read if event.type != EventType.HEARTBEAT]
        self._seq = read[-1].seq if read else 0
        self._kept_t = max((event.t for event in read), default=float("-inf"))
        self._now = clock.now()
        self._undoes = last_undoable(self._events)
        self._state = fold(self._table, self._events, self._kept_t) if read else before_start(self._table)
        self._anchor = self._first_reading(read).anchor

    def _first_reading(self, read: list[LogEvent]) -> Reading:
        if not read:
            return first_reading(self._now, self._table.plan.planned_start_wall_s)
        last, last_t = read[-1], self._kept_t
        reading = reading_after_restart(kept_anchor(last_t, last.boot_s, last.wall_s, last.boot_id), self._now)
        if self._state.status is not Status.FINISHED:
            self._notice(reading)
            self._record(EventType.OPENED, reading.t, {"from_s": last_t, "to_s": reading.t})
        return reading

    @property
    def table(self) -> Timetable:
        """Give the plan with its baseline."""
        return self._table

    @property
    def events(self) -> tuple[LogEvent, ...]:
        """Give all events but signs of life, in order."""
        return tuple(self._events)

    @property
    def state(self) -> RunState:
        """Give the state as of the last reading of the clock."""
        return self._state

    def view(self) -> RunView:
        """Read the clock and give what the console shows now."""
        t = self._read_clock()
        if self._state.is_live and t - self._kept_t >= HEARTBEAT_S:
            self._record(EventType.HEARTBEAT, t, {})
        return view_at(self._table, self._state, t, self._undoes)

    def do(self, kind: EventType, arguments: Mapping[str, Any] | None = None) -> Outcome:
        """Give one command at the instant it is; refused ones are kept in the log and change nothing."""
        t = self._read_clock()
        event = self._event(kind, t, arguments or {})
        refusal = self._refusal(event)
        self._keep(event if refusal is None else _refused(event, refusal))
        return Outcome(refusal)

    def _refusal(self, event: LogEvent) -> Refusal | None:
        if event.type not in _TAKEN:
            return Refusal.NOT_A_COMMAND
        if event.type == EventType.UNDO:
            return Refusal.NOTHING_TO_UNDO if self._undoes is None else None
        answer = decide(self._table, self._state, event)
        return answer if isinstance(answer, Refusal) else None

    def next_step(self) -> Outcome:
        """Show the next cue; after the last one of the unit go to the next unit."""
        self._read_clock()
        visit = self._state.visit
        if visit is None or visit.cue + 1 >= len(self._table.units[visit.index].cues):
            return self.next()
        return self.show_cue(visit.cue + 1)

    def previous_step(self) -> Outcome:
        """Show the cue before; at the first one of the unit nothing happens."""
        self._read_clock()
        visit = self._state.visit
        return self.show_cue(-1 if visit is None else visit.cue - 1)

    def show_cue(self, cue: int) -> Outcome:
        """Show a cue of the running unit by its index."""
        visit = self._state.visit
        unit = "" if visit is None else self._table.units[visit.index].id
        number = 0 if visit is None else visit.number
        return self.do(EventType.STEP, {"unit": unit, "visit": number, "cue": cue})

    def screen(self, screen: Screen) -> Outcome:
        """Turn the room's screen black or white, or back to the run when it is that already."""
        wanted = Screen.SHOWN if self._state.display.screen is screen else screen
        return self.do(EventType.DISPLAY, {"screen": str(wanted)})

    def countdown(self, mode: CountdownMode) -> Outcome:
        """Say when the room sees the countdown."""
        return self.do(EventType.DISPLAY, {"countdown": str(mode)})

    def message(self, text: str, seconds: float = 0.0) -> Outcome:
        """Show the room a short message, hidden again after so many seconds or, at 0, when it is taken away."""
        return self.do(EventType.DISPLAY, {"message": text, "seconds": seconds})

    def gap_as_pause(self) -> Outcome:
        """Treat the time the computer slept as a pause."""
        return self.do(EventType.GAP_AS_PAUSE, self._gap())

    def gap_as_clock(self) -> Outcome:
        """Say that no time passed and the clock was set, where sleep cannot be told from that."""
        return self.do(EventType.GAP_AS_CLOCK, self._gap())

    def _gap(self) -> dict[str, Any]:
        self._read_clock()
        gap = self._state.gap
        return {} if gap is None else {"from_s": gap.from_s, "to_s": gap.to_s}

    def restore(self, mode: RestoreMode) -> Outcome:
        """Say what the interruption was: it counts, it is left out, or the clock stays paused since."""
        self._read_clock()
        outage = self._state.outage
        span = {} if outage is None else {"from_s": outage.from_s, "to_s": outage.to_s}
        return self.do(EventType.RESTORE, {"mode": str(mode), **span})

    def follow_clock(self) -> Outcome:
        """Move the plan so that its times of day hold on the clock that was set."""
        return self.do(EventType.FOLLOW_CLOCK)

    def leave_as_is(self, subject: Subject, unit_id: str = "") -> Outcome:
        """Put a notice away: the gap or the interruption counts, the plan keeps its time, the break stays short."""
        return self.do(EventType.SEEN, {"subject": str(subject), "unit": unit_id})

    def late_options(self, anchor: str = "") -> tuple[Option, ...]:
        """Give at most three ways to catch up, for the end or for a unit such as lunch."""
        return late_options(self._table, self._state, self._read_clock(), anchor)

    def other_options(self) -> tuple[Option, ...]:
        """Give ways to come back later from a break that got too short, and to use time that was won."""
        t = self._read_clock()
        return (*back_later_options(self._table, self._state, t), *ahead_options(self._table, self._state, t))

    def take(self, option: Option) -> Outcome:
        """Do what an option says; one undo takes all of it back."""
        group = self._seq + 1
        for change in option.changes:
            arguments = {"unit": change.unit_id, "seconds": change.seconds, GROUP: group}
            outcome = self.do(change.kind, arguments)
            if not outcome.accepted:
                return outcome
        return Outcome()

    def _read_clock(self) -> float:
        """Give the session time, after what the clocks gave away is in the log and due changes are made."""
        self._now = self._clock.now()
        reading = next_reading(self._anchor, self._now)
        self._anchor = reading.anchor
        self._notice(reading)
        self._state = advance(self._table, self._state, reading.t)
        return reading.t

    def _notice(self, reading: Reading) -> None:
        for notice in reading.notices:
            arguments = {"seconds": notice.seconds, "from_s": notice.from_s, "to_s": notice.to_s}
            self._record(EventType(str(notice.kind)), reading.t, arguments)

    def _record(self, kind: EventType, t: float, arguments: Mapping[str, Any]) -> None:
        self._keep(self._event(kind, t, arguments))

    def _event(self, kind: EventType, t: float, arguments: Mapping[str, Any]) -> LogEvent:
        now: Instant = self._now
        steady = now.boot_s if now.boot_counts_sleep else now.mono_s
        return LogEvent(self._seq + 1, t, steady, now.boot_id, now.wall_s, str(kind), arguments)

    def _keep(self, event: LogEvent) -> None:
        """Let an event take effect, then hand it on: a full disk must not stop the clock."""
        self._seq, self._kept_t = event.seq, event.t
        if event.type != EventType.HEARTBEAT:
            self._events.append(event)
            self._let_take_effect(event)
        self._append(event_to_plain(event))

    def _let_take_effect(self, event: LogEvent) -> None:
        if not event.accepted:
            return
        if event.type in _CHANGES_THE_PAST:
            self._state = fold(self._table, self._events, event.t)
        else:
            self._state = apply_op(self._table, self._state, Op(event.t, 1, event.seq, event))
        self._undoes = last_undoable(self._events) if event.type == EventType.UNDO else self._newest(event)

    def _newest(self, event: LogEvent) -> LogEvent | None:
        is_continue = event.text("mode") == RestoreMode.CONTINUE
        return event if event.type in COMMANDS and not is_continue else self._undoes


def _refused(event: LogEvent, refusal: Refusal) -> LogEvent:
    return replace(event, accepted=False, reason=str(refusal))
