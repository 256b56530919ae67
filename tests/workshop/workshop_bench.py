"""A clock that stands still, a small workshop, and a shelf with it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from facilitator.agenda.model import Agenda, Block, Day
from facilitator.curriculum.unit import Kind
from facilitator.foundation.clocks import Instant
from facilitator.workshop.model import Brief, Workshop
from facilitator.workshop.places import Places
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.workshop.document import Document

NINE_O_CLOCK = 1_800_000_000.0
LONG_S = 30.0


@dataclass
class StillClock:
    """A clock that moves only when it is told to."""

    instant: Instant = field(default_factory=lambda: Instant(NINE_O_CLOCK, 1000.0, 1000.0, "boot-1"))

    def now(self) -> Instant:
        return self.instant

    def pass_s(self, seconds: float) -> None:
        self.instant = replace(
            self.instant,
            wall_s=self.instant.wall_s + seconds,
            boot_s=self.instant.boot_s + seconds,
            mono_s=self.instant.mono_s + seconds,
        )


def small_workshop() -> Workshop:
    blocks = (
        Block("b1", Kind.OPENING, "Welcome", 15, 15, 15),
        Block("b2", Kind.EXERCISE, "Flip the default", 45, 30, 60),
    )
    day = Day("d1", "Day 1", 540, blocks)
    return Workshop("w1", Brief(client="Acme", title="Sharing day"), Agenda((day,)))


@dataclass
class Bench:
    """A shelf with one workshop on it, and its files."""

    shelf: Shelf
    clock: StillClock
    places: Places

    @contextlib.contextmanager
    def opened(self) -> Iterator[Document]:
        """The document, closed at the end."""
        document, _report = self.shelf.open("w1")
        try:
            yield document
        finally:
            document.close()
