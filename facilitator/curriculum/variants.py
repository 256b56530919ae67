"""Which variant of each slot an audience gets: the table that shows how far a pack is tailored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.curriculum.audience import DEFAULT, Profile, profile_of
from facilitator.curriculum.choosing import choices
from facilitator.curriculum.unit import Slide, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.curriculum.pack import Pack
    from facilitator.curriculum.unit import FixedPart, Unit, Variant


@dataclass(frozen=True, slots=True)
class SlotUse:
    """One slot and the audience whose variant is taken; ``default`` where there is none of its own."""

    slot: str
    variant: str


@dataclass(frozen=True, slots=True)
class VariantRow:
    """One unit as one audience gets it: its slots in the order of the flow."""

    unit_id: str
    audience: str
    uses: tuple[SlotUse, ...]

    @property
    def own(self) -> int:
        """Count the slots that speak to this audience in particular."""
        return sum(use.variant != DEFAULT for use in self.uses)


def variant_rows(pack: Pack) -> tuple[VariantRow, ...]:
    """Give a row for every unit and every audience of a pack, in their order."""
    return tuple(
        VariantRow(unit.id, audience.id, _uses(unit, profile_of(audience)))
        for unit in pack.units
        for audience in pack.audiences
    )


def same_variants(unit: Unit) -> Iterator[tuple[Slot, Variant, Variant]]:
    """Give the pairs of variants of a slot that say the same, so that one of them is not needed."""
    for slot in slots_of(unit):
        first: dict[tuple[FixedPart, ...], Variant] = {}
        for variant in slot.variants:
            earlier = first.setdefault(_without_lines(variant), variant)
            if earlier is not variant:
                yield slot, earlier, variant


def slots_of(unit: Unit) -> Iterator[Slot]:
    """Walk the slots of a unit in the order of the flow."""
    return (part for step in unit.steps for part in step.parts if isinstance(part, Slot))


def _uses(unit: Unit, profile: Profile) -> tuple[SlotUse, ...]:
    return tuple(
        SlotUse(slot.name, choice.audience) for slot in slots_of(unit) for choice in choices(slot, (profile,))
    )


def _without_lines(variant: Variant) -> tuple[FixedPart, ...]:
    return tuple(replace(part, line=0) if isinstance(part, Slide) else part for part in variant.parts)
