"""A workshop of four blocks in a real document, and the Live place that runs it with a clock that stands still."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.agenda.model import Agenda, Block, Day, Priority
from facilitator.curriculum.audience import Profile
from facilitator.curriculum.unit import Kind
from facilitator.desktop.live.place import LivePlace
from facilitator.desktop.place import PlaceId
from facilitator.desktop.session import WorkshopSession
from facilitator.desktop.widgets.messages import Message
from facilitator.foundation.clocks import Instant
from facilitator.people.roster import Mark, Person, Presence, Roster
from facilitator.workshop.document import Document
from facilitator.workshop.model import AudienceShare, Brief, UnitCopy, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from facilitator.desktop.actions import Act
    from facilitator.live.session import Session
    from facilitator.live.view import RunView

DATE = dt.date(2027, 1, 19)
NINE = dt.datetime(2027, 1, 19, 8, tzinfo=dt.UTC)  # 09:00 in Vienna
SOURCE = """---
id: T01
title: Sharing by default
summary: A unit for the tests.
minutes: {min: 20, typical: 30, max: 40}
audiences: {core: [executives]}
objectives:
  - try it
---

# Why sharing wins {.input minutes=10}

## Everything starts in Share

- One point
- Another point

::: notes
SENTINEL-SLIDE-NOTES say this slowly.
:::

# Flip the default {.exercise minutes=20 grouping=pairs}

::: prompt
Name the harm, then write the rule.
:::

::: notes
SENTINEL-STEP-NOTES walk round.
:::

::: key
SENTINEL-KEY the answer is six.
:::
"""


class MovingClock:
    """All three clocks of a computer, moved by hand; with sleep the boot clock runs ahead of the other."""

    def __init__(self, moment: dt.datetime = NINE) -> None:
        self.wall_s = moment.timestamp()
        self.boot_s = 1000.0
        self.mono_s = 1000.0

    def now(self) -> Instant:
        return Instant(self.wall_s, self.boot_s, self.mono_s, "boot")

    def go(self, seconds: float) -> None:
        self.wall_s += seconds
        self.boot_s += seconds
        self.mono_s += seconds

    def set_to(self, moment: dt.datetime) -> None:
        self.go(moment.timestamp() - self.wall_s)


@dataclass
class FakeMode:
    """Stands for what the system holds awake."""

    active: bool = True


@dataclass
class FakeAsking:
    """Counts who was asked to stay awake and who was let go."""

    agrees: bool = True
    asked: int = 0
    let_go: int = 0

    @contextmanager
    def __call__(self) -> Iterator[FakeMode]:
        self.asked += 1
        try:
            yield FakeMode(self.agrees)
        finally:
            self.let_go += 1


@dataclass
class Room:
    """The Live place with everything round it, and the hands that use it."""

    place: LivePlace
    document: Document
    session: WorkshopSession
    clock: MovingClock
    asking: FakeAsking
    qtbot: QtBot
    said: list[Message]
    gone: list[PlaceId] = field(default_factory=list)

    @property
    def run(self) -> Session:
        assert self.place.control is not None
        assert self.place.control.session is not None
        return self.place.control.session

    def view(self) -> RunView:
        return self.run.view()

    def go(self, seconds: float) -> None:
        """Let time pass, looked at every second as the timer does."""
        for _second in range(int(seconds)):
            self.clock.go(1)
            self.tick()

    def tick(self) -> None:
        assert self.place.control is not None
        self.place.control.tick()

    def press(self, key: Qt.Key | str, window: QWidget | None = None, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(window or self.place.console, key, held)
        self.tick()

    def start(self) -> None:
        self.press(Qt.Key.Key_F5)
        self.place.projector.hide_audience()
        self.come_back()

    def come_back(self) -> None:
        """Make the console's window the active one, as a window manager does when another is gone."""
        self.place.activateWindow()
        self.qtbot.waitUntil(self.place.isActiveWindow)
        self.place.console.setFocus()

    def act(self, act: Act) -> QAction:
        return self.place._acts[act]

    def unit(self) -> str:
        unit = self.view().unit
        return unit.id if unit else ""

    def jump(self, unit_id: str) -> None:
        self.clock.go(1)  # sooner, it would be taken for a slip of the finger
        self.place.commands.do(lambda run: run.jump(unit_id))

    def happened(self) -> list[str]:
        return [message.happened for message in self.said]

    def logged(self) -> list[str]:
        """Give the types of what is kept of the newest run, without signs of life."""
        events = self.document.run_events(self.document.runs[-1].id)
        return [str(event["type"]) for event in events if event["type"] != "heartbeat"]


def block(block_id: str, kind: Kind, title: str, minutes: int, **more: object) -> Block:
    return replace(Block(block_id, kind, title, minutes, minutes, minutes), **more)


def workshop() -> Workshop:
    """Give a morning: welcome, a unit, a break, an energiser that may go, a close."""
    items = (
        block("open", Kind.OPENING, "Welcome", 10, note="SENTINEL-BLOCK-NOTE"),
        block("unit", Kind.UNIT, "Sharing by default", 30, unit_id="T01"),
        block("break", Kind.BREAK, "Coffee", 15, min_minutes=10),
        block("fun", Kind.ENERGISER, "Energiser", 10, priority=Priority.COULD),
        block("close", Kind.CLOSING, "Close", 10, min_minutes=5),
    )
    day = Day("d1", "Day 1", 540, items, DATE, target_end=615)
    people = (Person("p1", "Ana", "Berg"), Person("p2", "Bo", "Cole"))
    return Workshop(
        "w",
        Brief("Meridian", "Executive session", (AudienceShare(Profile("executives"), 12),), DATE, 540),
        Agenda((day,)),
        Roster(people, (Mark("p1", "d1", Presence.HERE),)),
        (UnitCopy("T01", "p", "1", SOURCE, "digest"),),
    )
