"""Frozen units read again from their copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.curriculum.unit import Unit
    from facilitator.curriculum.unit_files import ReadUnit
    from facilitator.workshop.model import UnitCopy


class Thawer:
    """Reads copies back into units; each text is read once, however often it is asked for.

    Args:
        read: reads the text of a unit; without it, the reader that comes with the first unit asked for.
    """

    def __init__(self, read: ReadUnit | None = None) -> None:
        self._read = read
        self._units: dict[str, Unit | None] = {}

    def unit(self, copy: UnitCopy) -> Unit | None:
        """Give the unit of a copy, None when its text is lost or no unit."""
        if copy.digest not in self._units:
            self._units[copy.digest] = self._reader()(copy.source, f"{copy.unit_id}.md")[0] if copy.source else None
        return self._units[copy.digest]

    def units(self, copies: Iterable[UnitCopy]) -> dict[str, Unit]:
        """Give the units of copies by unit id; those that cannot be read are absent."""
        read = ((copy.unit_id, self.unit(copy)) for copy in copies)
        return {unit_id: unit for unit_id, unit in read if unit is not None}

    def _reader(self) -> ReadUnit:
        if self._read is None:
            from facilitator.curriculum.unit_reader import read_unit  # noqa: PLC0415 -- the parser is not for start-up

            self._read = read_unit
        return self._read
