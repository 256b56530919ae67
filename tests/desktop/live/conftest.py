"""Fixtures for the Live place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from live_room import FakeAsking, MovingClock, Room, workshop

from facilitator.desktop.live.awake import Awake
from facilitator.desktop.live.place import LivePlace
from facilitator.desktop.place import Desk, PlaceId
from facilitator.desktop.session import WorkshopSession
from facilitator.foundation.settings import Settings
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.desktop.theme.look import Look
    from facilitator.desktop.widgets.messages import Message
    from facilitator.workshop.document import Document


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def shelf(tmp_path: Path, clock: MovingClock) -> Shelf:
    return Shelf(tmp_path / "workshops", clock)


@pytest.fixture
def document(shelf: Shelf) -> Iterator[Document]:
    made = shelf.create(workshop())
    yield made
    if not made.read_only_reason:
        made.close()


@pytest.fixture
def open_room(look: Look, clock: MovingClock, qtbot: QtBot, library: object) -> Iterator[object]:
    """Give a function that opens the Live place on a document; it is closed afterwards."""
    rooms: list[Room] = []

    def open_it(document: Document, *, agrees: bool = True, dark: bool = True) -> Room:
        said: list[Message] = []
        gone: list[PlaceId] = []
        desk = Desk(
            look=look,
            clock=clock,
            jobs=None,
            dialogs=None,
            folders=None,
            library=lambda: library,
            settings=lambda: Settings(audience_dark=dark),
            change_settings=lambda _settings: None,
            go=gone.append,
            say=said.append,
            run=lambda _act: None,
        )
        asking = FakeAsking(agrees)
        place = LivePlace(desk, Awake(asking))
        qtbot.addWidget(place)
        place.resize(1366, 768)
        session = WorkshopSession(document)
        place.show_session(session)
        place.show()
        place.activateWindow()
        qtbot.waitUntil(place.isActiveWindow)
        place.entered()
        rooms.append(Room(place, document, session, clock, asking, qtbot, said, gone))
        return rooms[-1]

    yield open_it
    for room in rooms:
        room.place.left()
        room.place.show_session(None)
        room.place.audience.close()


@pytest.fixture
def room(open_room, document: Document) -> Room:  # noqa: ANN001
    return open_room(document)
