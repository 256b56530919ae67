"""What a run is measured against: the units of one day, what is shown in each, and when each should be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.curriculum.text import Text, plain_lines
from facilitator.curriculum.unit import Kind, Slide


class EndAction(StrEnum):
    """What happens when the time of a unit is up: the clock holds, or the next unit begins by itself."""

    HOLD = "hold"
    ADVANCE = "advance"


class CueKind(StrEnum):
    """What one press of a clicker brings up."""

    STEP = "step"  # a step that has nothing to show but its title and instructions
    SLIDE = "slide"
    PROMPT = "prompt"
    TIMED = "timed"
    DEBRIEF = "debrief"
    STRANDS = "strands"


@dataclass(frozen=True, slots=True)
class TrainerText:
    """What only the trainer may read: notes, and the key with answers and likely outcomes."""

    notes: Text = ()
    key: Text = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing a clicker walks inside a unit.

    Attributes:
        step: index into the unit's steps; several cues share a step.
        body: what the room reads: the prompt, the questions, or the slide's own body.
        slide: the slide with its notes, for the console; the room gets a type without them.
        seconds: length of a timed part, else None.
        round_number, round_count: which timed part of how many; 0 when it is not timed.
        trainer: never for the room.
    """

    kind: CueKind
    title: str
    step: int = 0
    body: Text = ()
    slide: Slide | None = None
    seconds: int | None = None
    grouping: str = ""
    group_size: int = 0
    round_number: int = 0
    round_count: int = 0
    trainer: TrainerText = TrainerText()

    def prompt_lines(self) -> tuple[str, ...]:
        """Give what the room reads as plain lines."""
        return plain_lines(self.body)


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step of the flow of a unit and how long it should take; ``instructions`` are read out word for word."""

    title: str
    kind: Kind
    seconds: int
    instructions: Text = ()


@dataclass(frozen=True, slots=True)
class PlannedStrand:
    """One line of a breakout, which runs beside the others on the one clock."""

    title: str
    minutes: int
    room: str = ""
    lead: str = ""
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """What the clock counts as one: an agenda block, or a whole breakout.

    Units: seconds; fixed times count from the planned start of the session and may be negative.

    Attributes:
        id: the id of the block or breakout.
        fixed_start_s: a pin; the projection never pulls the unit before it.
        fixed_end_s: "back at 10:45", whatever the start.
        optional: may be dropped when time is short.
        min_s: how far it may be shortened; None leaves it to the recovery rules.
        warning_s, danger_s: remaining seconds from which the phases begin, instead of the usual shares.
        unit_id: the curriculum unit taught, "" for a frame block.
        hidden: never announced to the room.
        before: titles of zero-minute rows of the agenda right before it.
        note: private to the trainer.
    """

    id: str
    title: str
    planned_s: float
    kind: Kind = Kind.UNIT
    fixed_start_s: float | None = None
    fixed_end_s: float | None = None
    optional: bool = False
    min_s: float | None = None
    end_action: EndAction = EndAction.HOLD
    warning_s: float | None = None
    danger_s: float | None = None
    unit_id: str = ""
    lead: str = ""
    room: str = ""
    section: str = ""
    hidden: bool = False
    before: tuple[str, ...] = ()
    strands: tuple[PlannedStrand, ...] = ()
    steps: tuple[PlannedStep, ...] = ()
    cues: tuple[Cue, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class RunPlan:
    """The plan of one run; it is kept with the log and never changes during the run.

    Attributes:
        zone: IANA name, for labels only.
        planned_start_wall_s: seconds since 1970 UTC of the planned session start, which is t = 0.
        debounce_s: a change of unit so soon after another is taken for a slip of the finger.
    """

    units: tuple[PlannedUnit, ...]
    zone: str = "UTC"
    planned_start_wall_s: float = 0.0
    title: str = ""
    day_id: str = ""
    debounce_s: float = 0.0
