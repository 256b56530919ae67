"""Sharing whole minutes out in proportion, so that they always add up."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def share(total: int, weights: Sequence[int | Fraction]) -> tuple[int, ...]:
    """Share a whole total in proportion to weights, by largest remainder; earlier ones win a tie.

    The shares are whole, never negative, and add up to the total; where all weights are 0 they are equal
    but for one. No weights give no shares. A weight of 0 beside others gets 0.
    """
    if not weights:
        return ()
    whole = sum(weights, Fraction(0))
    if whole <= 0:
        weights, whole = [1] * len(weights), Fraction(len(weights))
    exact = [Fraction(total) * weight / whole for weight in weights]
    shares = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda index: (shares[index] - exact[index], index))
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return tuple(shares)
