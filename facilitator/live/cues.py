"""What a clicker walks inside a unit, in order: slides, prompts, timed parts, questions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.curriculum.text import ItemList, ListItem, Span, Text
from facilitator.live.plan import Cue, CueKind, PlannedStep, PlannedStrand, TrainerText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.curriculum.tailored import TailoredStep
    from facilitator.curriculum.unit import Slide, Timed


def planned_steps(steps: Sequence[TailoredStep]) -> tuple[PlannedStep, ...]:
    """Give the steps of a tailored unit with their planned seconds."""
    return tuple(PlannedStep(step.title, step.kind, step.minutes * 60, step.instructions) for step in steps)


def cues_of(steps: Sequence[TailoredStep]) -> tuple[Cue, ...]:
    """Give every cue of a tailored unit; a step with nothing to show is one cue of its own."""
    return tuple(cue for index, step in enumerate(steps) for cue in _cues_of_step(index, step))


def strands_cue(title: str, strands: Sequence[PlannedStrand]) -> Cue:
    """Give the one cue of a breakout: who goes where."""
    points = tuple(ListItem(_words(f"{s.title}: {s.room}" if s.room else s.title)) for s in strands)
    return Cue(CueKind.STRANDS, title, body=(ItemList(points),) if points else ())


def _cues_of_step(index: int, step: TailoredStep) -> tuple[Cue, ...]:
    shown = (*_slides(index, step), *_prompts(index, step), *_timed(index, step), *_questions(index, step))
    if shown:
        return shown
    trainer = TrainerText(step.notes, step.key)
    only = Cue(CueKind.STEP, step.title, index, step.instructions, None, None, step.grouping, step.group_size)
    return (replace(only, trainer=trainer),)


def _slides(index: int, step: TailoredStep) -> Iterator[Cue]:
    for number, slide in enumerate(step.slides):
        cue = Cue(CueKind.SLIDE, slide.title, index, slide.body, slide, None, step.grouping, step.group_size)
        yield replace(cue, trainer=TrainerText(_slide_notes(number, slide, step), step.key))


def _slide_notes(number: int, slide: Slide, step: TailoredStep) -> Text:
    """The notes of the step stand before those of its first slide."""
    return (*step.notes, *slide.notes) if number == 0 else slide.notes


def _prompts(index: int, step: TailoredStep) -> Iterator[Cue]:
    trainer = TrainerText(step.notes, step.key)
    for prompt in step.prompts:
        cue = Cue(CueKind.PROMPT, step.title, index, prompt.body, None, None, step.grouping, step.group_size)
        yield replace(cue, trainer=trainer)


def _timed(index: int, step: TailoredStep) -> Iterator[Cue]:
    count = len(step.timed)
    for number, part in enumerate(step.timed, start=1):
        yield Cue(
            kind=CueKind.TIMED,
            title=part.title or step.title,
            step=index,
            body=_timed_body(part, step),
            seconds=part.seconds,
            grouping=step.grouping,
            group_size=step.group_size,
            round_number=number,
            round_count=count,
            trainer=TrainerText(step.notes, step.key),
        )


def _timed_body(part: Timed, step: TailoredStep) -> Text:
    """A timed part without words of its own keeps the task of its step on the screen."""
    return part.body or tuple(block for prompt in step.prompts for block in prompt.body)


def _questions(index: int, step: TailoredStep) -> Iterator[Cue]:
    if step.questions:
        body = (ItemList(tuple(ListItem(_words(text)) for text in step.questions), ordered=True),)
        cue = Cue(CueKind.DEBRIEF, step.title, index, body, None, None, step.grouping, step.group_size)
        yield replace(cue, trainer=TrainerText(step.notes, step.key))


def _words(text: str) -> tuple[Span, ...]:
    return (Span(text),)
