"""AL17, AL21, AL23: access, facts that may be out of date, content people should be warned of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.lint.found import error, warning
from facilitator.agenda.model import blocks_of
from facilitator.curriculum.pack_checks import is_law
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.agenda.lint.case import DayCase
    from facilitator.agenda.model import Block
    from facilitator.curriculum.pack import Fact
    from facilitator.curriculum.unit import Unit
    from facilitator.foundation.findings import Finding


def access(case: DayCase) -> Iterator[Finding]:
    """AL17: a unit says nothing about access, where seats for movement and spoken descriptions are written."""
    # Pictures without alternative text do not get past the reader of units, and our templates keep the contrast.
    # Captions, microphones, materials sent ahead and the question at sign-up happen outside: nobody writes them down
    for block, unit, start in _units(case):
        if not unit.access:
            message = _("“{title}” at {time} says nothing about access.").format(
                title=block.title, time=case.clock(start)
            )
            way_out = _("Write in the unit how everybody can take part: seated, by ear, in large print.")
            yield error("AL17", message, way_out, block.id)


def stale_facts(case: DayCase) -> Iterator[Finding]:
    """AL21: a unit cites a fact that should have been looked up again, or a law of nowhere."""
    if case.room.facts is None:
        return
    facts = {fact.id: fact for fact in case.room.facts}
    for block, unit, start in _units(case):
        for fact in (facts[name] for name in unit.facts if name in facts):
            yield from _check_fact(case, block, start, fact)


def _check_fact(case: DayCase, block: Block, start: int, fact: Fact) -> Iterator[Finding]:
    words = {"title": block.title, "time": case.clock(start), "fact": fact.id, "date": fact.review_by}
    if case.room.today and fact.review_by and fact.review_by < case.room.today:
        say = error if is_law(fact) else warning
        message = _("“{title}” at {time} cites {fact}, which expired on {date}.").format(**words)
        yield say("AL21", message, _("Check its source, or take it out."), block.id)
    if is_law(fact) and not fact.jurisdiction:
        message = _("“{title}” at {time} cites the law {fact} without saying where it holds.").format(**words)
        yield error("AL21", message, _("Give the fact its jurisdiction."), block.id)


def content_notes(case: DayCase) -> Iterator[Finding]:
    """AL23: a unit that can hurt has no content note; its opt-out role is part of the note."""
    for block, unit, start in _units(case):
        if unit.id in case.room.roles.sensitive_units and not unit.content_note.strip():
            message = _("“{title}” at {time} has no content note.").format(title=block.title, time=case.clock(start))
            yield warning("AL23", message, _("Add a note and an observer role to the unit."), block.id)


def _units(case: DayCase) -> Iterator[tuple[Block, Unit, int]]:
    """Walk the known units of a day, every strand's too, each with its start."""
    for item in case.day.items:
        for block in blocks_of(item):
            unit, slot = case.unit_of(block), case.plan.slot(block.id)
            if unit and slot and block.minutes > 0:
                yield block, unit, slot.start
