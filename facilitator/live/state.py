"""The state of a run at one instant, as the fold of the log leaves it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.live.timetable import Timetable


class Status(StrEnum):
    """Where a run is; being over time is a matter of the clock and worked out from it."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


class Screen(StrEnum):
    """What the room sees: the run, or nothing on black or white."""

    SHOWN = "shown"
    BLACK = "black"
    WHITE = "white"


class CountdownMode(StrEnum):
    """When the room sees the countdown: while it works or has a break, always, or never."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class GapKind(StrEnum):
    """What a jump of time was: certainly asleep or frozen, or perhaps a clock that somebody set."""

    GAP = "gap"
    GAP_OR_SHIFT = "gap_or_shift"


@dataclass(frozen=True, slots=True)
class CueEntry:
    """When a cue of a visit came up: elapsed seconds of the visit, and what it had been extended by then."""

    elapsed_s: float = 0.0
    extension_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Visit:
    """One stay in a unit.

    Attributes:
        number: counts all visits of the run from 1.
        paused_s: pauses that are over; ``pause_began_s`` is the one going on.
        outage: the pause going on stands for time the computer was away.
        entries: one for every cue up to the one shown, so that going back takes the last one off.
    """

    number: int
    index: int
    start_s: float
    paused_s: float = 0.0
    pause_began_s: float | None = None
    outage: bool = False
    extension_s: float = 0.0
    entries: tuple[CueEntry, ...] = (CueEntry(),)

    @property
    def cue(self) -> int:
        """Give the index of the cue that is shown."""
        return len(self.entries) - 1


@dataclass(frozen=True, slots=True)
class Stay:
    """A visit that is over, for the comparison of plan and actual."""

    index: int
    start_s: float
    end_s: float
    paused_s: float


@dataclass(frozen=True, slots=True)
class Gap:
    """Time that passed unseen; the trainer may still say what it was."""

    kind: GapKind
    from_s: float
    to_s: float
    was_running: bool

    @property
    def seconds(self) -> float:
        """Give its length."""
        return self.to_s - self.from_s


@dataclass(frozen=True, slots=True)
class Outage:
    """The time between the last sign of life of one process and the start of the next."""

    from_s: float
    to_s: float

    @property
    def seconds(self) -> float:
        """Give its length."""
        return self.to_s - self.from_s


@dataclass(frozen=True, slots=True)
class Display:
    """What the trainer has chosen for the room's screen."""

    screen: Screen = Screen.SHOWN
    countdown: CountdownMode = CountdownMode.AUTO
    message: str = ""
    message_until_s: float | None = None


@dataclass(frozen=True, slots=True)
class RunState:
    """All that a log says about a run.

    Units: seconds from the planned session start; indexes are those of the plan's units.

    Attributes:
        adjustments: change of length of each unit.
        shift_s: how far the whole baseline was moved to follow a clock that was set.
        wall_offset_s: how far the wall clock was set since the planned start was fixed; labels only.
        floor_s: no automatic change may be dated before it: the time of the last command.
        automatic_s: when the last automatic change was.
        changed_s: when the trainer last changed the unit; ``stepped_s``: when the cue or the unit.
        unseen_shift_s: wall clock changes the trainer has not answered yet.
        breaks_seen: ids of breaks the trainer leaves short.
    """

    status: Status = Status.READY
    visit: Visit | None = None
    visits: int = 0
    past: tuple[Stay, ...] = ()
    started_s: float | None = None
    finished_s: float | None = None
    adjustments: tuple[float, ...] = ()
    skipped: frozenset[int] = frozenset()
    shift_s: float = 0.0
    wall_offset_s: float = 0.0
    floor_s: float = float("-inf")
    automatic_s: float = float("-inf")
    changed_s: float = float("-inf")
    stepped_s: float = float("-inf")
    gap: Gap | None = None
    outage: Outage | None = None
    unseen_shift_s: float = 0.0
    breaks_seen: frozenset[str] = frozenset()
    display: Display = field(default_factory=Display)

    @property
    def is_live(self) -> bool:
        """Tell whether a unit is on: running or paused."""
        return self.visit is not None and self.status in {Status.RUNNING, Status.PAUSED}


def before_start(table: Timetable) -> RunState:
    """Give the state of a run that nobody has touched yet."""
    return RunState(adjustments=(0.0,) * len(table.units))
