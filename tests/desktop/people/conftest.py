"""Fixtures for the People place."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from fakes import FakeClock, FakeDocument
from people_desk import PeopleDesk, workshop

from facilitator.desktop.people.place import PeoplePlace
from facilitator.desktop.place import Desk
from facilitator.desktop.session import WorkshopSession
from facilitator.foundation.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QClipboard
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from facilitator.desktop.theme.look import Look
    from facilitator.desktop.widgets.messages import Message
    from facilitator.workshop.model import Workshop


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    board = qapp.clipboard()
    board.clear()
    yield board
    board.clear()


@pytest.fixture
def open_people(look: Look, qtbot: QtBot, clipboard: QClipboard) -> Callable[..., PeopleDesk]:
    """Give a function that opens the place on a workshop, at nine in Vienna on the day unless told otherwise."""

    def open_it(shown: Workshop | None = None, moment: dt.datetime | None = None) -> PeopleDesk:
        clock = FakeClock(moment or dt.datetime(2027, 1, 19, 8, 2, tzinfo=dt.UTC))
        said: list[Message] = []
        desk = Desk(
            look=look,
            clock=clock,
            jobs=None,
            dialogs=None,
            folders=None,
            library=lambda: None,
            settings=Settings,
            change_settings=lambda _settings: None,
            go=lambda _place: None,
            say=said.append,
            run=lambda _act: None,
        )
        place = PeoplePlace(desk)
        qtbot.addWidget(place)
        place.resize(1294, 712)
        session = WorkshopSession(FakeDocument(shown or workshop()))
        place.show_session(session)
        place.show()
        place.activateWindow()
        qtbot.waitUntil(place.isActiveWindow)
        place.entered()
        return PeopleDesk(place, session, clock, qtbot, said)

    return open_it


@pytest.fixture
def desk(open_people: Callable[..., PeopleDesk]) -> PeopleDesk:
    return open_people()
