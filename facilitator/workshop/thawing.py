"""Frozen units read again from their copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.curriculum.reader import read_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.curriculum.unit import Unit
    from facilitator.workshop.model import UnitCopy


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
