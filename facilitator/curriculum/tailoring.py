"""Tailoring: one unit, the profiles of a room and a length make what is taught, with nothing left to choose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.curriculum.choosing import Chosen, choose
from facilitator.curriculum.lengths import scaled_seconds, step_minutes
from facilitator.curriculum.tailored import TailoredStep, TailoredUnit
from facilitator.curriculum.text import Text, plain_lines
from facilitator.curriculum.unit import Passage, Prompt, Reader, Slide, Step, Timed, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.curriculum.audience import Profile


def tailor(unit: Unit, profiles: tuple[Profile, ...], minutes: int) -> TailoredUnit:
    """Give the unit as this room gets it in so many minutes.

    Shape: steps in the order of the flow, those without minutes left out; slide titles are unique.
    Units: the steps' minutes are whole and add up to ``minutes``; timed parts fill no more than their step.
    Rules: :func:`facilitator.curriculum.choosing.choices` for slots,
        :func:`facilitator.curriculum.lengths.step_minutes` for minutes. Pure: results can be kept by arguments.
    """
    steps: list[TailoredStep] = []
    used: list[tuple[str, str]] = []
    for step, length in zip(unit.steps, step_minutes(unit.steps, unit.minutes, minutes), strict=True):
        if length > 0:
            chosen = choose(step.parts, profiles, minutes)
            steps.append(_tailored(step, length, chosen))
            used.extend(chosen.used)
    return TailoredUnit(
        unit_id=unit.id,
        title=unit.title,
        summary=unit.summary,
        minutes=minutes,
        steps=_with_unique_titles(steps),
        objectives=unit.objectives,
        used=tuple(used),
    )


def audience_label(audience: str) -> str:
    """Write an audience id so that it can stand in a title: ``line-managers`` as ``Line managers``."""
    words = audience.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _tailored(step: Step, minutes: int, chosen: Chosen) -> TailoredStep:
    return TailoredStep(
        title=step.title,
        kind=step.kind,
        minutes=minutes,
        grouping=step.grouping,
        group_size=step.group_size,
        slides=tuple(replace(c.part, audience=c.mark) for c in chosen.parts if isinstance(c.part, Slide)),
        prompts=tuple(replace(c.part, audience=c.mark) for c in chosen.parts if isinstance(c.part, Prompt)),
        timed=_timed(chosen, step.minutes.typical, minutes),
        instructions=_passages(chosen, Reader.INSTRUCTIONS),
        notes=_passages(chosen, Reader.NOTES),
        key=_passages(chosen, Reader.KEY),
        handout=_passages(chosen, Reader.HANDOUT),
        questions=plain_lines(_passages(chosen, Reader.DEBRIEF)),
    )


def _passages(chosen: Chosen, reader: Reader) -> Text:
    return tuple(
        block
        for each in chosen.parts
        if isinstance(each.part, Passage) and each.part.reader is reader
        for block in each.part.body
    )


def _timed(chosen: Chosen, typical: int, minutes: int) -> tuple[Timed, ...]:
    parts = [(each.part, each.mark) for each in chosen.parts if isinstance(each.part, Timed)]
    lengths = scaled_seconds([part.seconds for part, _mark in parts], typical, minutes)
    return tuple(
        replace(part, seconds=seconds, audience=mark)
        for (part, mark), seconds in zip(parts, lengths, strict=True)
        if seconds > 0
    )


def _with_unique_titles(steps: Iterable[TailoredStep]) -> tuple[TailoredStep, ...]:
    seen: set[str] = set()
    return tuple(replace(step, slides=tuple(_unique(slide, seen) for slide in step.slides)) for step in steps)


def _unique(slide: Slide, seen: set[str]) -> Slide:
    title = slide.title
    if title.casefold() in seen and slide.audience:
        title = f"{slide.title} ({audience_label(slide.audience)})"
    number = 2
    while title.casefold() in seen:
        title = f"{slide.title} ({number})"
        number += 1
    seen.add(title.casefold())
    return slide if title == slide.title else replace(slide, title=title)
