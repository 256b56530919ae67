"""Who sits in the room of a block: everybody, or in a strand of a breakout those for whom its unit is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.model import Breakout
from facilitator.curriculum.audience import EVERYONE, Profile

if TYPE_CHECKING:
    from facilitator.agenda.model import Agenda
    from facilitator.curriculum.unit import Unit


def room_of(agenda: Agenda, block_id: str, unit: Unit, profiles: tuple[Profile, ...]) -> tuple[Profile, ...]:
    """Give the profiles a unit is told to when it stands in a certain block.

    In plenary that is everybody. Parallel strands divide people by what is made for them: a strand's unit is told to
    those of the room who are among its core audiences, or to these audiences where the brief names nobody. A unit
    for everyone, or one that is made for nobody present, is told to the whole room.
    """
    if EVERYONE in unit.core or not _is_in_strand(agenda, block_id):
        return profiles
    if not profiles:
        return tuple(Profile(audience) for audience in unit.core)
    core = set(unit.core)
    return tuple(profile for profile in profiles if core.intersection(profile.in_order_of_choice())) or profiles


def _is_in_strand(agenda: Agenda, block_id: str) -> bool:
    return any(
        block.id == block_id
        for day in agenda.days
        for item in day.items
        if isinstance(item, Breakout)
        for strand in item.strands
        for block in strand.children
    )
