"""Series: programmes that are given one after the other, told by their ids: G11-1, G11-2, G11-3."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.programme import Programme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facilitator.curriculum.programme import PlannedBlock

_PART_ID = re.compile(r"(.+)-([1-9][0-9]{0,2})")


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """Where a programme stands in its series.

    Attributes:
        part: its number, from 1.
        parts: the number of the last part.
        earlier: the parts before it, in order; one that is missing is left out.
    """

    part: int
    parts: int
    earlier: tuple[Programme, ...]


def place_in_series(programme: Programme, programmes: Iterable[Programme]) -> SeriesPlace | None:
    """Tell which part of a series a programme is, None when it stands alone."""
    own = _PART_ID.fullmatch(programme.id)
    if own is None:
        return None
    parts: dict[int, Programme] = {}
    for other in programmes:
        match = _PART_ID.fullmatch(other.id)
        if match and match[1] == own[1]:
            parts.setdefault(int(match[2]), other)
    number = int(own[2])
    earlier = tuple(parts[part] for part in sorted(parts) if part < number)
    return SeriesPlace(number, max([number, *parts]), earlier)


def planned_blocks(programme: Programme) -> Iterator[PlannedBlock]:
    """Walk the rows of a programme that are no breakouts, those inside of breakouts among them."""
    for part in programme.parts:
        for block in part.blocks:
            if block.strands:
                yield from (inner for strand in block.strands for inner in strand.blocks)
            else:
                yield block


def units_taught(programmes: Iterable[Programme]) -> frozenset[str]:
    """Give the ids of the units some programmes teach."""
    return frozenset(block.unit_id for each in programmes for block in planned_blocks(each) if block.unit_id)
