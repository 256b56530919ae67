"""Units frozen into a workshop, so that a run never depends on outside files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.workshop.model import UnitCopy
from facilitator.workshop.texts import digest_of

if TYPE_CHECKING:
    from facilitator.curriculum.unit import Unit


def freeze(unit: Unit, *, pack_id: str, pack_version: str) -> UnitCopy:
    """Give the copy of a unit as it is in the library now."""
    return UnitCopy(unit.id, pack_id, pack_version, unit.source, digest_of(unit.source))


def has_changed(copy: UnitCopy, unit: Unit) -> bool:
    """Tell whether the library's unit is another one than the copy was made of."""
    return copy.digest != digest_of(unit.source)
