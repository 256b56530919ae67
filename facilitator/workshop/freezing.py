"""Units frozen into a workshop, and read again from their copies, so that a run never depends on outside files."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from facilitator.curriculum.reader import read_unit
from facilitator.workshop.model import UnitCopy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.curriculum.unit import Unit


def freeze(unit: Unit, *, pack_id: str, pack_version: str) -> UnitCopy:
    """Give the copy of a unit as it is in the library now."""
    return UnitCopy(unit.id, pack_id, pack_version, unit.source, digest_of(unit.source))


def digest_of(source: str) -> str:
    """Give the SHA-256 of a unit's Markdown; equal digests mean equal units."""
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


def has_changed(copy: UnitCopy, unit: Unit) -> bool:
    """Tell whether the library's unit is another one than the copy was made of."""
    return copy.digest != digest_of(unit.source)


class Thawer:
    """Reads copies back into units; each text is read once, however often it is asked for."""

    def __init__(self) -> None:
        self._units: dict[str, Unit | None] = {}

    def unit(self, copy: UnitCopy) -> Unit | None:
        """Give the unit of a copy, None when its text is lost or no unit."""
        if copy.digest not in self._units:
            self._units[copy.digest] = read_unit(copy.source, f"{copy.unit_id}.md")[0] if copy.source else None
        return self._units[copy.digest]

    def units(self, copies: Iterable[UnitCopy]) -> dict[str, Unit]:
        """Give the units of copies by unit id; those that cannot be read are absent."""
        read = ((copy.unit_id, self.unit(copy)) for copy in copies)
        return {unit_id: unit for unit_id, unit in read if unit is not None}
