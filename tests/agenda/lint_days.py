"""Short ways to write days for the checks, and to ask one rule what it finds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from agenda_builders import agenda, block, day
from lint_curriculum import FRAMES, STEPS

from facilitator.agenda.lint.checks import lint
from facilitator.agenda.lint.room import UNKNOWN_ROOM, Room
from facilitator.curriculum.pack import CheckRoles
from facilitator.curriculum.unit import Kind, Minutes, Step, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.agenda.model import Block, Day, Item
    from facilitator.foundation.findings import Finding

ROLES = CheckRoles(
    leaders="executives",
    simulation_tracks=("crisis",),
    transfer_tracks=("transfer",),
    sensitive_units=("S02",),
    rule_making_units=("P06", "P07"),
    basics_of_rules=("P01", "P02", "P04", "L01"),
)
KINDS = {**STEPS, **FRAMES, "ADMIN": Kind.ADMIN, "NOTE": Kind.NOTE, "ENERG": Kind.ENERGISER}


def rows(words: str, prefix: str = "b") -> tuple[Block, ...]:
    """Make blocks of ``OPEN:10 F01:45 X:20``: kinds by their letters, units by their ids; called b1, b2, b3."""
    made = []
    for number, word in enumerate(words.split(), 1):
        name, _, length = word.partition(":")
        kind, unit_id = (KINDS[name], "") if name in KINDS else (Kind.UNIT, name)
        made.append(block(f"{prefix}{number}", int(length), kind=kind, unit_id=unit_id))
    return tuple(made)


def unit(unit_id: str, flow: str = "L5 X10 B5", **fields: Any) -> Unit:
    """Make a unit of a flow such as ``L5 X10 B5``; every step keeps its share at any length."""
    working = fields.pop("working", {})
    steps = tuple(
        Step(f"step {n}", STEPS[word[0]], Minutes(*(int(word[1:]),) * 3), **working)
        for n, word in enumerate(flow.split(), 1)
    )
    total = sum(step.minutes.typical for step in steps)
    plain: dict[str, Any] = {"access": ("seated",), "minutes": Minutes(total, total, total), "core": ("all",)}
    return Unit(id=unit_id, title=f"Unit {unit_id}", summary="", steps=steps, **{**plain, **fields})


def one_day(words: str | Iterable[Item], start: str = "09:00", **fields: Any) -> Day:
    return day(*(rows(words) if isinstance(words, str) else words), start=start, **fields)


def found(
    code: str, *days: str | Day, units: Iterable[Unit] = (), room: Room = UNKNOWN_ROOM, start: str = "09:00"
) -> list[Finding]:
    """Give what one rule finds, by its code."""
    made = [
        one_day(one, start, id=f"day-{number}") if isinstance(one, str) else one for number, one in enumerate(days, 1)
    ]
    known = {each.id: each for each in units}
    room = replace(room, roles=ROLES)
    return [finding for finding in lint(agenda(*made), known, room) if finding.code == code]


def severities(code: str, *days: str | Day, **wishes: Any) -> list[str]:
    return [str(finding.severity) for finding in found(code, *days, **wishes)]


def subjects(code: str, *days: str | Day, **wishes: Any) -> list[str]:
    return [finding.subject for finding in found(code, *days, **wishes)]
