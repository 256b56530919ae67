"""Ways to catch up when late: pure proposals, never made by themselves.

Only whole seconds of planned length are moved; what is already absorbed by slack is not needed any more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.curriculum.unit import PAUSE_KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_FLOOR_SHARE = 0.5
BREAK_FLOOR_S = 600.0


@dataclass(frozen=True, slots=True)
class Coming:
    """A coming unit that may give time: its length now and how short it may get."""

    unit_id: str
    length_s: float
    kind: Kind = Kind.UNIT
    min_s: float | None = None
    optional: bool = False
    fixed_end: bool = False

    @property
    def is_break(self) -> bool:
        """Tell whether people have a rest in it."""
        return self.kind in PAUSE_KINDS

    @property
    def floor_s(self) -> float:
        """Give how short it may get: as planned, or ten minutes for a break and half for anything else."""
        usual = BREAK_FLOOR_S if self.is_break else self.length_s * DEFAULT_FLOOR_SHARE
        return min(self.length_s, usual if self.min_s is None else self.min_s)


@dataclass(frozen=True, slots=True)
class Cuts:
    """What a proposal takes, and what stays late after it.

    Attributes:
        dropped: ids of units left out, in the order of choice.
        shortened: id and new length in seconds of units made shorter, in the order of the plan.
        residual_s: seconds still needed.
    """

    dropped: tuple[str, ...] = ()
    shortened: tuple[tuple[str, float], ...] = ()
    residual_s: float = 0.0


def push_end(need_s: float) -> Cuts:
    """Take nothing and end later."""
    return Cuts(residual_s=max(0.0, need_s))


def compress(units: Sequence[Coming], need_s: float) -> Cuts:
    """Shorten what is no break in proportion to its length, none below its floor."""
    return _squeeze([unit for unit in units if not unit.is_break and not unit.fixed_end], need_s)


def shorten_breaks(units: Sequence[Coming], need_s: float) -> Cuts:
    """Shorten breaks in proportion; one that ends at a fixed time shortens itself and is not touched."""
    return _squeeze([unit for unit in units if unit.is_break and not unit.fixed_end], need_s)


def _squeeze(units: Sequence[Coming], need_s: float) -> Cuts:
    """Share a cut out like water: what reaches its floor stays there, and the rest is shared again."""
    lengths = {unit.unit_id: unit.length_s for unit in units}
    free = [unit for unit in units if unit.length_s > unit.floor_s]
    left = max(0.0, need_s)
    while free and left > 1e-9:
        total = sum(unit.length_s for unit in free)
        stuck = [unit for unit in free if unit.length_s - left * unit.length_s / total < unit.floor_s]
        if not stuck:
            for unit in free:
                lengths[unit.unit_id] = unit.length_s - left * unit.length_s / total
            left = 0.0
        for unit in stuck:
            lengths[unit.unit_id] = unit.floor_s
            left -= unit.length_s - unit.floor_s
        free = [unit for unit in free if unit not in stuck]
    cut = tuple((u.unit_id, lengths[u.unit_id]) for u in units if lengths[u.unit_id] < u.length_s)
    return Cuts(shortened=cut, residual_s=max(0.0, left))


def drop_optional(units: Sequence[Coming], need_s: float) -> Cuts:
    """Leave out the optional unit that covers the need with the least excess, else the longest, and so on.

    Of equals the later one goes.
    """
    pool = [unit for unit in units if unit.optional and not unit.fixed_end and unit.length_s > 0]
    dropped: list[str] = []
    left = need_s
    while pool and left > 1e-9:
        covering = [unit for unit in pool if unit.length_s >= left]
        wanted = min(u.length_s for u in covering) if covering else max(u.length_s for u in pool)
        chosen = [unit for unit in pool if unit.length_s == wanted][-1]
        pool.remove(chosen)
        dropped.append(chosen.unit_id)
        left -= chosen.length_s
    return Cuts(dropped=tuple(dropped), residual_s=max(0.0, left))


def cascade(units: Sequence[Coming], need_s: float) -> Cuts:
    """Drop what is optional, then shorten input, then the other units, then breaks; the rest is a later end."""
    drop = drop_optional(units, need_s)
    kept = [unit for unit in units if unit.unit_id not in drop.dropped]
    inputs = [unit for unit in kept if unit.kind is Kind.INPUT]
    others = [unit for unit in kept if unit.kind is not Kind.INPUT]
    first = compress(inputs, drop.residual_s)
    second = compress(others, first.residual_s)
    third = shorten_breaks(others, second.residual_s)
    lengths = dict((*first.shortened, *second.shortened, *third.shortened))
    shortened = tuple((u.unit_id, lengths[u.unit_id]) for u in units if u.unit_id in lengths)
    return Cuts(drop.dropped, shortened, third.residual_s)


def rounded(cuts: Cuts, units: Sequence[Coming]) -> Cuts:
    """Round new lengths to whole minutes so that their sum stays; the longest take the difference.

    The sum is rounded to a whole minute itself, and no unit goes below its floor because of it.
    """
    if not cuts.shortened:
        return cuts
    floors = {unit.unit_id: unit.floor_s for unit in units}
    lengths = {name: max(floors[name], 60.0 * int(seconds / 60 + 0.5)) for name, seconds in cuts.shortened}
    wanted = 60.0 * int(sum(seconds for _, seconds in cuts.shortened) / 60 + 1e-6)
    difference = wanted - sum(lengths.values())
    for name in sorted(lengths, key=lambda name: -lengths[name]):
        changed = max(floors[name], lengths[name] + difference)
        difference -= changed - lengths[name]
        lengths[name] = changed
    before = {unit.unit_id: unit.length_s for unit in units}
    shortened = tuple((name, lengths[name]) for name, _ in cuts.shortened if lengths[name] < before[name])
    return replace(cuts, shortened=shortened)
