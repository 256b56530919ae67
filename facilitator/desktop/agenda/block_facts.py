"""What the inspector says about a block or a unit, for one audience. Free of Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.text import Text, plain_lines
from facilitator.curriculum.unit import Kind, Material, Slide, Unit
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.curriculum.tailored import TailoredStep, TailoredUnit


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """One unit as one audience gets it.

    Attributes:
        way: how the exercise is done: ``Pairs · 26 min, then 12 min debrief``.
        bring: what to bring, counted for the room.
        notes: for the trainer, title and text of each slide and step.
    """

    slides: tuple[Slide, ...]
    objectives: tuple[str, ...]
    prompt: tuple[str, ...]
    way: str
    bring: tuple[str, ...]
    notes: tuple[tuple[str, Text], ...]


def unit_facts(unit: Unit, tailored: TailoredUnit, people: int, group_size: int) -> UnitFacts:
    """Gather what the inspector shows."""
    exercise = next((step for step in tailored.steps if step.kind is Kind.EXERCISE), None)
    return UnitFacts(
        slides=tuple(slide for step in tailored.steps for slide in step.slides),
        objectives=tailored.objectives or unit.objectives,
        prompt=_prompt(exercise),
        way=_way(exercise, tailored),
        bring=tuple(material_words(material, people, unit.group_size or group_size) for material in unit.materials),
        notes=_notes(tailored),
    )


def _prompt(exercise: TailoredStep | None) -> tuple[str, ...]:
    if exercise is None or not exercise.prompts:
        return ()
    return plain_lines(exercise.prompts[0].body)


def _way(exercise: TailoredStep | None, tailored: TailoredUnit) -> str:
    if exercise is None:
        return ""
    after = tailored.steps[tailored.steps.index(exercise) + 1 :]
    debrief = next((step for step in after if step.kind is Kind.DEBRIEF), None)
    length = _("{n} min").format(n=exercise.minutes)
    if debrief is not None:
        length = _("{n} min, then {m} min debrief").format(n=exercise.minutes, m=debrief.minutes)
    grouping = grouping_words(exercise.grouping, exercise.group_size)
    return " · ".join(part for part in (grouping, length) if part)


def _notes(tailored: TailoredUnit) -> tuple[tuple[str, Text], ...]:
    found: list[tuple[str, Text]] = []
    for step in tailored.steps:
        if step.notes:
            found.append((step.title, step.notes))
        found.extend((slide.title, slide.notes) for slide in step.slides if slide.notes)
        if step.key:
            found.append((_("Answers and likely outcomes"), step.key))
    return tuple(found)


def grouping_words(grouping: str, size: int) -> str:
    """Say how people work: ``Pairs``, ``Groups of 4``."""
    words = {
        "plenary": _("Whole room"),
        "alone": _("Alone"),
        "pairs": _("Pairs"),
        "trios": _("Groups of three"),
        "tables": _("Tables of {n}") if size else _("Tables"),
        "groups": _("Groups of {n}") if size else _("Groups"),
    }
    return words.get(grouping, grouping).format(n=size)


def material_words(material: Material, people: int, group_size: int) -> str:
    """Say how many of something to bring: ``51 pens``, counted for the people and groups there are."""
    return _("{n} × {item}").format(n=material_count(material, people, group_size), item=material.item)


def material_count(material: Material, people: int, group_size: int) -> int:
    """Count a material: groups are as even as possible and never larger than ``group_size``; spare rounds up."""
    groups = math.ceil(people / group_size) if group_size else 1
    units = {"person": people, "pair": math.ceil(people / 2), "group": groups}.get(material.per, 1)
    return math.ceil(round(material.quantity * max(units, 1) * (1 + material.spare), 6))
