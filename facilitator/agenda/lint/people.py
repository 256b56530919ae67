"""AL12, AL13, AL16: group sizes, how many lead, and whom the units are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.lint.found import error, warning
from facilitator.agenda.lint.group_sizes import group_size, groups_of, resized, sizes_for_task
from facilitator.agenda.model import Breakout, blocks_of
from facilitator.curriculum.audience import EVERYONE
from facilitator.curriculum.unit import Kind
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.agenda.lint.case import Case, DayCase
    from facilitator.agenda.lint.flow import Piece
    from facilitator.agenda.model import Block
    from facilitator.curriculum.audience import Profile
    from facilitator.curriculum.unit import Unit
    from facilitator.foundation.findings import Finding

_IN_GROUPS = frozenset({Kind.EXERCISE, Kind.DISCUSSION})
_MIXING = frozenset({"trios", "groups", "tables"})


def group_sizes(case: DayCase) -> Iterator[Finding]:
    """AL12: groups do not suit their task, or leave somebody alone; how many sit in a strand is not known."""
    apart = _blocks_in_breakouts(case)
    for walk in case.flow.walks:
        seen: set[tuple[str, str, int]] = set()
        for piece in walk.own:
            key = (piece.block.id, piece.grouping, piece.group_size)
            if piece.kind in _IN_GROUPS and key not in seen:
                seen.add(key)
                people = None if piece.block.id in apart else case.room.people
                yield from _check_groups(case, piece, people)


def _check_groups(case: DayCase, piece: Piece, people: int | None) -> Iterator[Finding]:
    unit = case.unit_of(piece.block)
    size, bounds = group_size(piece, unit), sizes_for_task(piece, unit, case.limits, case.room.roles)
    if not size or bounds is None:
        return
    groups = groups_of(people, size) if people else (size,)
    if bounds[0] <= groups[-1] and groups[0] <= bounds[1]:
        return
    message = _("For “{title}” at {time}, groups of {sizes} do not suit the task.").format(
        title=piece.title, time=case.clock(piece.start), sizes=_sizes(groups)
    )
    plan = resized(people, size, bounds) if people else ()
    way_out = _("Resize groups: {plan}.").format(plan=_each(plan)) if plan else _("Make groups of {low} to {high}.")
    yield warning("AL12", message, way_out.format(low=bounds[0], high=bounds[1]), piece.block.id)


def _sizes(groups: Sequence[int]) -> str:
    return _(" and ").join(str(size) for size in dict.fromkeys(groups))


def _each(groups: Sequence[int]) -> str:
    return _(" and ").join(
        _("{count} of {size}").format(count=groups.count(size), size=size) for size in dict.fromkeys(groups)
    )


def facilitator_load(case: DayCase) -> Iterator[Finding]:
    """AL13: too many people for those who lead, in an exercise of all or in strands side by side."""
    people, leads, limits = case.room.people, case.room.facilitators, case.limits
    if leads is None:
        return
    yield from _too_many_strands(case, leads)
    apart = _blocks_in_breakouts(case)
    together = [p for p in case.flow.pieces if p.kind is Kind.EXERCISE and p.block.id not in apart]
    if people is None or not together or people <= leads * limits.people_per_facilitator:
        return
    say = error if people > leads * limits.most_people_per_facilitator else warning
    message = _("From {time} on, {people} people do exercises with {leads} to help them.").format(
        time=case.clock(together[0].start), people=people, leads=leads
    )
    yield say("AL13", message, _("Add a co-facilitator."), together[0].block.id)


def _too_many_strands(case: DayCase, leads: int) -> Iterator[Finding]:
    for item in case.day.items:
        if not isinstance(item, Breakout):
            continue
        busy = [strand for strand in item.strands if any(block.minutes > 0 for block in strand.children)]
        slot = case.plan.slot(item.id)
        if len(busy) > leads and slot:
            message = _("“{title}” at {time} has {n} strands side by side and {leads} to lead them.").format(
                title=item.title, time=case.clock(slot.start), n=len(busy), leads=leads
            )
            yield error("AL13", message, _("Add a co-facilitator, or let the strands follow one another."), item.id)


def audience_fit(case: DayCase) -> Iterator[Finding]:
    """AL16: a unit is made for nobody who comes."""
    profiles = case.room.profiles
    if not profiles:
        return
    present = _audiences(profiles)
    for item in case.day.items:
        for block in blocks_of(item):
            unit, slot = case.unit_of(block), case.plan.slot(block.id)
            if unit is None or slot is None or block.minutes <= 0 or _serves(unit, present):
                continue
            message = _("“{title}” at {time} is for nobody who comes.").format(
                title=block.title, time=case.clock(slot.start)
            )
            yield warning("AL16", message, _("Choose a unit for the audiences of this room."), block.id)


def audience_mix(case: Case) -> Iterator[Finding]:
    """AL16: many disciplines never work together, or leaders come and no unit is made for them."""
    profiles, limits, leaders = case.room.profiles, case.limits, case.room.roles.leaders
    if not profiles or not case.days:
        return
    day = case.days[0]
    time = day.clock(day.plan.start)
    disciplines = {profile.function for profile in profiles if profile.function}
    if len(disciplines) >= limits.mixed_disciplines and not _mixes(case):
        message = _("From {time} on, {n} disciplines never do an exercise together in groups.").format(
            time=time, n=len(disciplines)
        )
        yield warning("AL16", message, _("Add an exercise in mixed groups."), day.day.id)
    units = [unit for each in case.days for block in _unit_blocks(each) if (unit := each.unit_of(block))]
    if leaders in disciplines and units and not any({leaders, EVERYONE} & set(u.core) for u in units):
        message = _("Leaders come, and from {time} on no unit is made for them first.").format(time=time)
        yield warning("AL16", message, _("Add a unit that has them among its core audiences."), day.day.id)


def _mixes(case: Case) -> bool:
    """Tell whether all do an exercise in groups of three or more; what is not written down may be one."""
    for day in case.days:
        apart = _blocks_in_breakouts(day)
        for piece in day.flow.pieces:
            if piece.block.id in apart or piece.kind not in {Kind.EXERCISE, Kind.UNIT}:
                continue
            if not piece.grouping or piece.grouping in _MIXING:
                return True
    return False


def _serves(unit: Unit, present: frozenset[str]) -> bool:
    return bool(present.union({EVERYONE}).intersection((*unit.core, *unit.optional)))


def _audiences(profiles: Sequence[Profile]) -> frozenset[str]:
    return frozenset(name for p in profiles for name in (p.function, *p.sectors, *p.overlays) if name)


def _unit_blocks(case: DayCase) -> list[Block]:
    return [block for item in case.day.items for block in blocks_of(item) if block.unit_id and block.minutes > 0]


def _blocks_in_breakouts(case: DayCase) -> frozenset[str]:
    return frozenset(b.id for item in case.day.items if isinstance(item, Breakout) for b in blocks_of(item))
