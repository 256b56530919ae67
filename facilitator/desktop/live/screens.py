"""Which screen is the projector. Free of Qt's windows, so that the choice can be tested as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """One screen; position and order change when cables do, so the key leaves them out."""

    name: str
    manufacturer: str
    model: str
    serial: str
    width: int
    height: int

    def key(self) -> str:
        """Give what the screen is known by."""
        size = f"{self.width}x{self.height}"
        return "|".join((self.name, self.manufacturer, self.model, self.serial, size))


def choose_audience_screen(screens: Sequence[ScreenInfo], console: int, wanted: str = "") -> int | None:
    """Give the index of the screen for the room, None when there is only the console's.

    The one chosen before comes first; without it the first that is not the console's. It is never the console's.
    """
    others = [number for number in range(len(screens)) if number != console]
    for number in others:
        if wanted and screens[number].key() == wanted:
            return number
    return others[0] if others else None
