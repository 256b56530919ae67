"""AL15: what has to come first. Who makes rules is taught first: educate before you legislate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.agenda.lint.case import DayCase
from facilitator.agenda.lint.found import error, warning
from facilitator.agenda.model import Block, Breakout, blocks_of
from facilitator.curriculum.unit import Unit
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facilitator.agenda.lint.case import Case
    from facilitator.agenda.model import Item
    from facilitator.curriculum.unit import Requirement
    from facilitator.foundation.findings import Finding


@dataclass(frozen=True, slots=True)
class Taught:
    """A unit on the clock, and the ids of the units taught before it."""

    day: DayCase
    block: Block
    unit: Unit
    before: frozenset[str]

    def unmet(self, *, hard: bool) -> Iterator[Requirement]:
        """Walk what it needs and does not find before it."""
        for requirement in self.unit.requires:
            if requirement.hard is hard and not self.before.intersection(requirement.any_of):
                yield requirement

    @property
    def time(self) -> str:
        """When it begins."""
        slot = self.day.plan.slot(self.block.id)
        return self.day.clock(slot.start if slot else self.day.plan.start)


def hard_requirements(case: Case) -> Iterator[Finding]:
    """AL15: what a unit cannot do without is missing, or comes later."""
    taught = list(_taught(case))
    later = {each.unit.id for each in taught}
    for each in taught:
        for requirement in each.unmet(hard=True):
            wanted = _(" or ").join(requirement.any_of)
            message = _("“{title}” at {time} needs {wanted} before it.").format(
                title=each.block.title, time=each.time, wanted=wanted
            )
            way_out = (
                _("Move {wanted} before it.") if later & set(requirement.any_of) else _("Put {wanted} before it.")
            )
            yield error("AL15", message, way_out.format(wanted=wanted), each.block.id)


def education_first(case: Case) -> Iterator[Finding]:
    """AL15: people make rules before any of the basics of rules was taught."""
    roles = case.room.roles
    for each in _taught(case):
        if each.unit.id not in roles.rule_making_units or each.before.intersection(roles.basics_of_rules):
            continue
        if any(each.unmet(hard=True)):  # the same fault, and said by its own rule
            continue
        message = _("“{title}” at {time} makes rules before their basics are taught.").format(
            title=each.block.title, time=each.time
        )
        wanted = _(" or ").join(sorted(roles.basics_of_rules))
        way_out = _("Educate before you legislate: put {wanted} before it.").format(wanted=wanted)
        yield error("AL15", message, way_out, each.block.id)


def soft_requirements(case: Case) -> Iterator[Finding]:
    """AL15: what a unit builds on is neither taught before it nor sent as a pre-read card."""
    pre_reads = case.room.pre_reads
    if pre_reads is None:
        return
    for each in _taught(case):
        for requirement in each.unmet(hard=False):
            if pre_reads.intersection(requirement.any_of):
                continue
            wanted = _(" or ").join(requirement.any_of)
            message = _("“{title}” at {time} builds on {wanted}, which nobody has seen by then.").format(
                title=each.block.title, time=each.time, wanted=wanted
            )
            way_out = _("Send {wanted} as a pre-read card and log it, or put it before.").format(wanted=wanted)
            yield warning("AL15", message, way_out, each.block.id)


def _taught(case: Case) -> Iterator[Taught]:
    """Walk the known units by the clock; what a strand teaches comes before what follows its breakout."""
    before = case.room.series.units_before if case.room.series else frozenset()
    for day in case.days:
        for item in sorted(day.day.items, key=lambda item: _start(day, item)):
            lines = [strand.children for strand in item.strands] if isinstance(item, Breakout) else [blocks_of(item)]
            found = [_on_line(day, line, before) for line in lines]
            for taught, _known in found:
                yield from taught
            before = before.union(*(known for _taught, known in found))


def _on_line(day: DayCase, line: Iterable[Block], before: frozenset[str]) -> tuple[list[Taught], frozenset[str]]:
    taught = []
    for block in sorted(line, key=lambda block: _start(day, block)):
        if not block.unit_id or block.minutes <= 0:
            continue
        unit = day.unit_of(block)
        if unit:
            taught.append(Taught(day, block, unit, before))
        before |= {block.unit_id}
    return taught, before


def _start(day: DayCase, item: Item) -> int:
    slot = day.plan.slot(item.id)
    return slot.start if slot else day.plan.end
