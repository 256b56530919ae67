"""Units as the library panel shows them. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.audience import EVERYONE, Audience
from facilitator.curriculum.unit import Kind, Unit
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class UnitCard:
    """One card of the library.

    Attributes:
        audiences: for whom it is made, in words.
        used: already in the agenda.
    """

    unit_id: str
    title: str
    lengths: str
    audiences: str
    used: bool


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """What the library is narrowed to; ``at_most_minutes`` looks at the shortest length, None is no limit."""

    fits_only: bool = False
    at_most_minutes: int | None = None
    exercise_led: bool = False


def unit_card(unit: Unit, audiences: Mapping[str, Audience], used: bool) -> UnitCard:
    """Describe a unit in two lines."""
    return UnitCard(unit.id, unit.title, length_words(unit), audience_words(unit, audiences), used)


def length_words(unit: Unit) -> str:
    """Say from how short to how long it can be: ``15–60 min``."""
    return _("{shortest}–{longest} min").format(shortest=unit.minutes.min, longest=unit.minutes.max)


def audience_words(unit: Unit, audiences: Mapping[str, Audience]) -> str:
    """Say for whom it is core: ``Core for Legal, HR``."""
    if EVERYONE in unit.core:
        return _("Core for everyone")
    names = [audiences[audience_id].short for audience_id in unit.core if audience_id in audiences]
    return _("Core for {names}").format(names=", ".join(names)) if names else ""


def passes(unit: Unit, wanted: UnitFilter, fits: Callable[[Unit], bool]) -> bool:
    """Tell whether a unit stays in the list."""
    if wanted.fits_only and not fits(unit):
        return False
    if wanted.at_most_minutes is not None and unit.minutes.min > wanted.at_most_minutes:
        return False
    return not wanted.exercise_led or is_exercise_led(unit)


def nearest_first(
    units: Sequence[Unit], is_ours: Callable[[Unit], bool], is_core: Callable[[Unit], bool]
) -> list[Unit]:
    """Put units of the workshop's own packs first, and among them those that are made for the room."""
    return sorted(units, key=lambda unit: (not is_ours(unit), not is_core(unit)))


def is_exercise_led(unit: Unit) -> bool:
    """Tell whether people do something for at least two fifths of its usual length."""
    doing = sum(step.minutes.typical for step in unit.steps if step.kind is Kind.EXERCISE)
    return doing * 5 >= unit.minutes.typical * 2
