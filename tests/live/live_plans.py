"""A day of the agenda with everything on it, and its run plan; private texts are sentinels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.model import Block, Breakout, Day, Priority, Section, Strand
from facilitator.agenda.schedule import lay_out
from facilitator.curriculum.tailored import TailoredStep
from facilitator.curriculum.text import Paragraph, Span, Table, Text
from facilitator.curriculum.unit import Kind, Prompt, Slide, Timed
from facilitator.live.from_agenda import plan_from

if TYPE_CHECKING:
    from facilitator.live.plan import RunPlan

NINE_S = 1_795_420_800.0  # 2026-11-23 08:00 UTC, nine in Vienna
PRIVATE = "SENTINEL-PRIVATE"


def words(text: str) -> Text:
    return (Paragraph((Span(text),)),)


def step_of(title: str, kind: Kind, minutes: int, **fields: object) -> TailoredStep:
    return TailoredStep(title, kind, minutes, notes=words(f"{PRIVATE} {title}"), key=words(PRIVATE), **fields)  # type: ignore[arg-type]


STEPS = (
    step_of(
        "Why sharing",
        Kind.INPUT,
        10,
        grouping="plenary",
        slides=(
            Slide("Everything starts in Share", words("A reason fits on one slip"), words(f"{PRIVATE} slide")),
            Slide("Two trays", (Table((), ()),)),
        ),
    ),
    step_of(
        "Flip the default",
        Kind.EXERCISE,
        20,
        grouping="tables",
        group_size=4,
        prompts=(Prompt(words("Move a card only with a reason")),),
        timed=(
            Timed("Round 1", 240),
            Timed("Round 2", 240, words("Now with the lawyer")),
            Timed("Round 3", 300),
        ),
        instructions=words("Read every card aloud"),
    ),
    step_of("What moved", Kind.DEBRIEF, 10, questions=("What moved?", "Why?")),
    step_of("Silence", Kind.DISCUSSION, 5),
)


def steps(block: Block) -> tuple[TailoredStep, ...]:
    return STEPS if block.unit_id else ()


DAY = Day(
    "day-1",
    "Day 1",
    start=540,
    items=(
        Block("welcome", Kind.OPENING, "Welcome", 15, min_minutes=10, note=PRIVATE),
        Block("share", Kind.UNIT, "Need to share", 45, min_minutes=15, unit_id="L01", lead="Ida", room="Blue"),
        Block("check", Kind.ADMIN, "Set up the cameras", 10, hidden=True, note=PRIVATE),
        Block("break", Kind.BREAK, "Coffee", 15, min_minutes=15),
        Block("bell", Kind.NOTE, "Ring the bell", 0, pin=630),
        Section(
            "part",
            "Practice",
            (
                Block("game", Kind.ENERGISER, "Knots", 10, priority=Priority.COULD),
                Block("talk", Kind.DISCUSSION, "Talk", 20),
            ),
            pin=630,
        ),
        Breakout(
            "clinics",
            "Clinics",
            (
                Strand("s1", "Service", (Block("c1", Kind.UNIT, "Replies", 40, min_minutes=20),), room="Red"),
                Strand("s2", "Sales", (Block("c2", Kind.UNIT, "Leads", 25),), lead="Otto"),
            ),
        ),
        Block("lunch", Kind.MEAL, "Lunch", 60, pin=720),
        Block("close", Kind.CLOSING, "Close", 30, pin=780),
    ),
)


def day_plan() -> RunPlan:
    return plan_from(DAY, lay_out(DAY), steps, "Europe/Vienna", NINE_S)
