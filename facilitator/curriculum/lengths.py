"""How long everything in a unit gets when the unit gets so many minutes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from facilitator.curriculum.sharing import share
from facilitator.curriculum.unit import Kind, Minutes, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONG_EXERCISE = 10
DEBRIEF_SHARE = Fraction(1, 4)
_GRIDS_S = (60, 30, 15, 5)
_ROUNDED_BY = Fraction(15, 100)


def step_minutes(steps: Sequence[Step], span: Minutes, minutes: int) -> tuple[int, ...]:
    """Give every step its whole minutes, in order, so that they add up to the unit's minutes exactly.

    Rules: between the shortest, usual and longest length by straight lines; outside of them in proportion from
    the nearer end. At those three lengths the author's minutes stand; at all others a debrief is given
    minutes of its exercise until it has a quarter of it.
    """
    shares = share(max(0, minutes), _weights([step.minutes for step in steps], span, minutes))
    if minutes in {span.min, span.typical, span.max}:
        return shares
    return _with_debriefs(steps, shares)


def debrief_of(steps: Sequence[Step], exercise: int) -> int | None:
    """Give the index of the debrief that belongs to the exercise at an index: the first before the next one."""
    for index in range(exercise + 1, len(steps)):
        if steps[index].kind is Kind.DEBRIEF:
            return index
        if steps[index].kind is Kind.EXERCISE:
            return None
    return None


def debriefed(steps: Sequence[Step]) -> Iterator[tuple[int, int | None]]:
    """Walk the indexes of the exercises, each with that of its debrief."""
    for index, step in enumerate(steps):
        if step.kind is Kind.EXERCISE:
            yield index, debrief_of(steps, index)


def scaled_seconds(seconds: Sequence[int], typical: int, minutes: int) -> tuple[int, ...]:
    """Scale timed parts from the step's usual minutes to its minutes, never to more than the step.

    As written where nothing changes. Else on the coarsest grid of 60, 30, 15 or 5 seconds that takes or gives no
    part more than 15 % of its length, since people can be told "four minutes" and not "3:35".
    """
    total, cap = sum(seconds), minutes * 60
    if total <= cap and minutes == typical:
        return tuple(seconds)
    factor = Fraction(minutes, typical) if typical else Fraction(1)
    wanted = min(cap, int(total * factor))
    exact = [Fraction(wanted * part, total) if total else Fraction(0) for part in seconds]
    for grid in _GRIDS_S:
        rounded = tuple(part * grid for part in share(wanted // grid, seconds))
        if all(abs(have - want) <= want * _ROUNDED_BY for have, want in zip(rounded, exact, strict=True)):
            break
    return rounded


def _weights(lengths: Sequence[Minutes], span: Minutes, minutes: int) -> list[Fraction]:
    if minutes <= span.min:
        return [Fraction(length.min) for length in lengths]
    if minutes >= span.max:
        return [Fraction(length.max) for length in lengths]
    if minutes <= span.typical:
        way = Fraction(minutes - span.min, span.typical - span.min)
        return [length.min + (length.typical - length.min) * way for length in lengths]
    way = Fraction(minutes - span.typical, span.max - span.typical)
    return [length.typical + (length.max - length.typical) * way for length in lengths]


def _with_debriefs(steps: Sequence[Step], shares: Sequence[int]) -> tuple[int, ...]:
    kept = list(shares)
    for exercise, debrief in debriefed(steps):
        if debrief is None or kept[exercise] < LONG_EXERCISE:
            continue
        missing = kept[exercise] - 4 * kept[debrief]
        if missing > 0:
            moved = -(-missing // 5)  # each minute moved counts once off the exercise and four times for the debrief
            kept[exercise] -= moved
            kept[debrief] += moved
    return tuple(kept)
