"""The state of a run as the fold of its log; there is no other memory.

Undo takes events out of the log, and an answer about lost time puts a pause into the past of it; both are worked
out here, so everything else may look at one event at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.live.commands import decide
from facilitator.live.disturbances import RestoreMode
from facilitator.live.log import COMMANDS, EventType, LogEvent
from facilitator.live.refusals import Refusal
from facilitator.live.state import RunState, Status, before_start
from facilitator.live.visits import advance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.live.timetable import Timetable

GROUP = "group"


@dataclass(frozen=True, slots=True)
class Op:
    """One thing that happens to the state: an event, or one end of a pause put into the past.

    ``rank`` orders those of one instant: a pause put in ends first and begins last.
    """

    t: float
    rank: int
    seq: int
    event: LogEvent | None = None
    begins: bool = False


def fold(table: Timetable, events: Iterable[LogEvent], t: float) -> RunState:
    """Give the state of a run at ``t``; events after ``t`` are taken at their own time."""
    state = before_start(table)
    for op in effective(events):
        state = apply_op(table, state, op)
    return advance(table, state, t)


def apply_op(table: Timetable, state: RunState, op: Op) -> RunState:
    """Give the state after one thing happened; what is refused changes nothing."""
    state = advance(table, state, op.t)
    if op.event is None:
        return _pause_put_in(state, op.t) if op.begins else _pause_over(state, op.t)
    answer = decide(table, state, op.event)
    return state if isinstance(answer, Refusal) else answer


def _pause_put_in(state: RunState, t: float) -> RunState:
    if state.status is not Status.RUNNING or state.visit is None:
        return state
    return replace(state, status=Status.PAUSED, visit=replace(state.visit, pause_began_s=t, outage=True))


def _pause_over(state: RunState, t: float) -> RunState:
    visit = state.visit
    if visit is None or not visit.outage or visit.pause_began_s is None:
        return state
    visit = replace(visit, paused_s=visit.paused_s + t - visit.pause_began_s, pause_began_s=None, outage=False)
    return replace(state, status=Status.RUNNING, visit=visit, floor_s=t)


def effective(events: Iterable[LogEvent]) -> tuple[Op, ...]:
    """Give what the accepted and not voided events do, in the order in which it happens."""
    ordered = in_time(events)
    gone = voided(ordered)
    ops: list[Op] = []
    for event in ordered:
        if not event.accepted or event.seq in gone or event.type == EventType.UNDO:
            continue
        ops.append(Op(event.t, 1, event.seq, event))
        ops.extend(_put_in(event))
    return tuple(sorted(ops, key=lambda op: (op.t, op.rank, op.seq)))


def in_time(events: Iterable[LogEvent]) -> tuple[LogEvent, ...]:
    """Give events so that none is before its predecessor: such a one is taken at the predecessor's time."""
    ordered: list[LogEvent] = []
    for event in sorted(events, key=lambda e: e.seq):
        last = ordered[-1].t if ordered else event.t
        ordered.append(event if event.t >= last else replace(event, t=last))
    return tuple(ordered)


def _put_in(event: LogEvent) -> Sequence[Op]:
    """A pause between two moments of the past; one that the trainer holds has no end of its own."""
    puts_in = event.type in {EventType.GAP_AS_PAUSE, EventType.GAP_AS_CLOCK, EventType.RESTORE}
    mode = event.text("mode") if event.type == EventType.RESTORE else RestoreMode.EXCLUDE
    from_s, to_s = event.number("from_s"), min(event.number("to_s"), event.t)
    if not puts_in or mode == RestoreMode.CONTINUE or from_s >= to_s:
        return ()
    begins = Op(from_s, 2, event.seq, begins=True)
    return (begins,) if mode == RestoreMode.HOLD else (begins, Op(to_s, 0, event.seq))


def voided(events: Iterable[LogEvent]) -> frozenset[int]:
    """Give the numbers of the events that undo has taken away."""
    gone: set[int] = set()
    undoable: list[LogEvent] = []
    for event in events:
        if not event.accepted:
            continue
        if event.type == EventType.UNDO and undoable:
            last = undoable.pop()
            gone.add(last.seq)
            while undoable and _same_group(undoable[-1], last):
                gone.add(undoable.pop().seq)
        elif is_undoable(event):
            undoable.append(event)
    return frozenset(gone)


def last_undoable(events: Iterable[LogEvent]) -> LogEvent | None:
    """Give the command that undo would take away now, or None."""
    ordered = sorted(events, key=lambda e: e.seq)
    gone = voided(ordered)
    return next((e for e in reversed(ordered) if e.accepted and is_undoable(e) and e.seq not in gone), None)


def is_undoable(event: LogEvent) -> bool:
    """Tell whether undo counts an event; letting time count after a crash is not worth a key press."""
    is_continue = event.type == EventType.RESTORE and event.text("mode") == RestoreMode.CONTINUE
    return event.type in COMMANDS and not is_continue


def _same_group(one: LogEvent, other: LogEvent) -> bool:
    return GROUP in one.arguments and one.arguments[GROUP] == other.arguments.get(GROUP)
