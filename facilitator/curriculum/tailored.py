"""A unit as one room gets it at one length: slots filled, minutes shared out, nothing left to choose."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.curriculum.text import Text
from facilitator.curriculum.unit import Kind, Prompt, Slide, Timed


@dataclass(frozen=True, slots=True)
class TailoredStep:
    """One step of the flow at its final length.

    Attributes:
        minutes: whole minutes; all steps of a unit add up to the unit's minutes.
        timed: the timed parts, seconds scaled so that they fill no more than the step.
        notes, key: for the trainer only.
        questions: what is asked in the debrief, in order, plain words.
    """

    title: str
    kind: Kind
    minutes: int
    grouping: str = ""
    group_size: int = 0
    slides: tuple[Slide, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    timed: tuple[Timed, ...] = ()
    instructions: Text = ()
    notes: Text = ()
    key: Text = ()
    handout: Text = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TailoredUnit:
    """What :func:`facilitator.curriculum.tailoring.tailor` makes of a unit, profiles and minutes."""

    unit_id: str
    title: str
    summary: str
    minutes: int
    steps: tuple[TailoredStep, ...]
    objectives: tuple[str, ...] = ()
    used: tuple[tuple[str, str], ...] = ()  # slot name, audience id whose variant was taken
