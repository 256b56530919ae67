"""The People place on a workshop with a morning and an afternoon, and a clock that stands still."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from fakes import FakeClock
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.agenda.model import Agenda, Block, Day
from facilitator.curriculum.unit import Kind
from facilitator.desktop.people.place import PeoplePlace
from facilitator.desktop.session import WorkshopSession
from facilitator.desktop.widgets.messages import Message
from facilitator.people.roster import Mark, Person, Presence, Roster
from facilitator.workshop.model import Brief, Workshop

DATE = dt.date(2027, 1, 19)
PEOPLE = (
    Person("p1", "Élodie", "Moreau", "elodie@example.org", department="Legal", role="Counsel"),
    Person("p2", "Jonas", "Müller", "jonas@example.org", department="Finance"),
    Person("p3", "Mona", "Murray", department="Finance"),
    Person("p4", "Zoë", "Adams", department="Legal"),
)


@dataclass
class PeopleDesk:
    """The People place and the hands that use it."""

    place: PeoplePlace
    session: WorkshopSession
    clock: FakeClock
    qtbot: QtBot
    said: list[Message]

    @property
    def roster(self) -> Roster:
        return self.session.workshop.roster

    def type(self, words: str) -> None:
        self.qtbot.keyClicks(self.place.field, words)

    def press(self, key: Qt.Key, shift: bool = False, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        if control:
            held = held | Qt.KeyboardModifier.ControlModifier
        self.qtbot.keyClick(self.place.field, key, held)

    def mark(self, person_id: str, half: str = "d1.am") -> Mark | None:
        return self.roster.mark(person_id, half)

    def presence(self, person_id: str, half: str = "d1.am") -> Presence:
        mark = self.mark(person_id, half)
        return mark.presence if mark else Presence.UNKNOWN

    def meant(self) -> str:
        person = self.place.field.meant()
        return person.id if person else ""

    def on_table(self, key: Qt.Key, person_id: str) -> None:
        self.place.table.selectRow(self.place.model.row_of(person_id))
        self.qtbot.keyClick(self.place.table, key)

    def happened(self) -> list[str]:
        return [message.happened for message in self.said]


def workshop(people: tuple[Person, ...] = PEOPLE) -> Workshop:
    """Give a day from nine to four with a noon, and people."""

    def block(block_id: str, minutes: int) -> Block:
        return Block(block_id, Kind.INPUT, block_id, minutes, minutes, minutes)

    day = Day("d1", "Day 1", 540, (block("a", 180), block("b", 240)), DATE, split=720)
    return Workshop("w", Brief("Meridian", "Session", date=DATE), Agenda((day,)), Roster(people))
