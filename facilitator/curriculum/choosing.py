"""Choosing what a room sees: the parts that are there at a length, and one variant of each slot or several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.audience import DEFAULT, Profile
from facilitator.curriculum.unit import FixedPart, Part, Slot, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ANYBODY = Profile()


@dataclass(frozen=True, slots=True)
class Choice:
    """One variant taken from a slot, the audience it was taken for, and the mark its parts carry.

    ``mark`` names the audience where several variants follow each other, else it is "".
    """

    variant: Variant
    audience: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ChosenPart:
    """A part that is shown, with the mark of its audience or ""."""

    part: FixedPart
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is shown of some parts, and which variant was taken for which slot."""

    parts: tuple[ChosenPart, ...]
    used: tuple[tuple[str, str], ...]


def choose(parts: Iterable[Part], profiles: Sequence[Profile], minutes: int) -> Chosen:
    """Give what a room sees of some parts when the whole unit gets so many minutes."""
    shown: list[ChosenPart] = []
    used: list[tuple[str, str]] = []
    for part in parts:
        if not part.shown.at(minutes):
            continue
        if not isinstance(part, Slot):
            shown.append(ChosenPart(part))
            continue
        for choice in choices(part, profiles):
            used.append((part.name, choice.audience))
            inside = (inner for inner in choice.variant.parts if inner.shown.at(minutes))
            shown.extend(ChosenPart(inner, choice.mark) for inner in inside)
    return Chosen(tuple(shown), tuple(used))


def choices(slot: Slot, profiles: Sequence[Profile]) -> tuple[Choice, ...]:
    """Give the variants of a slot for a room.

    One profile: its exact function, else its sector, its overlay, the default. Several: the one that is right
    for all of them; else, where the slot is for each, one for every profile in order without repeats; else
    the default.
    """
    wanted = _distinct(choice for profile in profiles or (_ANYBODY,) if (choice := _choice(slot, profile)))
    if len(wanted) <= 1:
        return tuple(wanted)
    if slot.for_each:
        marks = (choice.audience if choice.audience != DEFAULT else "" for choice in wanted)
        return tuple(
            Choice(choice.variant, choice.audience, mark) for choice, mark in zip(wanted, marks, strict=True)
        )
    default = _choice(slot, _ANYBODY)
    return (default,) if default else ()


def _choice(slot: Slot, profile: Profile) -> Choice | None:
    for audience in profile.in_order_of_choice():
        for variant in slot.variants:
            if audience in variant.audiences:
                return Choice(variant, audience)
    return None


def _distinct(found: Iterable[Choice]) -> list[Choice]:
    distinct: list[Choice] = []
    for choice in found:
        if not any(choice.variant is earlier.variant for earlier in distinct):
            distinct.append(choice)
    return distinct
