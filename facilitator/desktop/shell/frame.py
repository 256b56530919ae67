"""The frame of an open workshop: rail, top bar, messages and the place in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.desktop.place import WORKSHOP_PLACES, Place, PlaceId
from facilitator.desktop.shell.rail import Rail
from facilitator.desktop.shell.top_bar import TopBar
from facilitator.desktop.widgets.messages import MessageBar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from facilitator.desktop.place import Desk
    from facilitator.desktop.session import WorkshopSession
    from facilitator.desktop.theme.look import Look
    from facilitator.desktop.widgets.messages import Message


class Frame(QWidget):
    """Builds places when they are first gone to and keeps them.

    Signals:
        home_chosen: somebody wants all workshops. place_shown: the :class:`PlaceId` now in sight.
    """

    home_chosen = Signal()
    place_shown = Signal(object)

    def __init__(
        self, look: Look, factories: Mapping[PlaceId, Callable[[Desk], Place]], undo: QAction, redo: QAction
    ) -> None:
        super().__init__()
        self._factories = factories
        self._desk: Desk | None = None
        self._session: WorkshopSession | None = None
        self._places: dict[PlaceId, Place] = {}
        self._here: PlaceId | None = None
        self.rail = Rail(look, factories.keys())
        self.top_bar = TopBar(look, undo, redo)
        self.messages = MessageBar(look)
        self._stack = QStackedWidget()
        self._build()
        self.rail.place_chosen.connect(self.go)
        self.rail.home_chosen.connect(self.home_chosen)
        self._allow_workshop(allowed=False)

    def take_desk(self, desk: Desk) -> None:
        """Take what places may reach for; called once, before the first place is gone to."""
        self._desk = desk

    def has(self, place: PlaceId) -> bool:
        """Tell whether there is such a place, and it can be gone to now."""
        return place in self._factories and (self._session is not None or place not in WORKSHOP_PLACES)

    def place(self) -> Place | None:
        """Give the place in sight."""
        return None if self._here is None else self._places.get(self._here)

    def place_id(self) -> PlaceId | None:
        """Give the id of the place in sight."""
        return self._here

    def show_session(self, session: WorkshopSession | None) -> None:
        """Let every place built so far show this workshop, and those built later too."""
        self._session = session
        self._allow_workshop(allowed=session is not None)
        self.messages.clear()
        for place in self._places.values():
            place.show_session(session)
        if session is None and self._here in WORKSHOP_PLACES:
            self._here = None
        self._show_header()

    def go(self, place_id: PlaceId) -> None:
        """Show a place, building it when it is first gone to; nothing happens where it cannot be gone to."""
        if not self.has(place_id):
            return
        place = self._built(place_id)
        before = self.place()
        if before is not None and before is not place:
            before.left()
            self.messages.clear_news()
        self._here = place_id
        self._stack.setCurrentWidget(place)
        self.rail.show_place(place_id)
        self._show_header()
        place.entered()
        self.place_shown.emit(place_id)

    def say(self, message: Message) -> None:
        """Show a message over the place."""
        self.messages.show_message(message)

    def _built(self, place_id: PlaceId) -> Place:
        if place_id not in self._places:
            assert self._desk is not None, "take_desk comes first"
            place = self._factories[place_id](self._desk)
            self._places[place_id] = place
            self._stack.addWidget(place)
            place.show_session(self._session)
            place.header_changed.connect(self._show_header)
        return self._places[place_id]

    def _show_header(self) -> None:
        place = self.place()
        if place is not None:
            self.rail.setVisible(not place.fills_window())
            self.top_bar.setVisible(not place.fills_window())
            self.top_bar.show_place(place)

    def _allow_workshop(self, *, allowed: bool) -> None:
        self.rail.allow_workshop_places(allowed=allowed)
        self.top_bar.allow_workshop(allowed=allowed)

    def _build(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(24, 16, 24, 16)
        above.addWidget(self.messages)
        self._message_room = QWidget()
        self._message_room.setLayout(above)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._message_room)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self._message_room.setVisible(False)
        self.messages.visibility_changed.connect(self._message_room.setVisible)
