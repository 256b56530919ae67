"""The main window: the start page, or the frame of an open workshop."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from facilitator.desktop.actions import Act
from facilitator.desktop.dialogs import Dialogs, WindowDialogs
from facilitator.desktop.place import Desk, Place, PlaceId
from facilitator.desktop.places import PLACES
from facilitator.desktop.shell.frame import Frame
from facilitator.desktop.shell.opening import Opening
from facilitator.desktop.shell.window_memory import WindowMemory
from facilitator.desktop.widgets.messages import Message
from facilitator.desktop.window_actions import WindowActions
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent

    from facilitator.desktop.desk_parts import Parts
    from facilitator.desktop.session import Kept, WorkshopSession
    from facilitator.desktop.shell.command_palette import CommandPalette
    from facilitator.desktop.start.page import StartPage
    from facilitator.foundation.errors import FacilitatorError
    from facilitator.foundation.settings import Settings

SMALLEST = (1024, 640)
USUAL = (1366, 768)


class MainWindow(QMainWindow):
    """One window, one workshop at a time."""

    def __init__(
        self,
        parts: Parts,
        *,
        places: Mapping[PlaceId, Callable[[Desk], Place]] = PLACES,
        dialogs: Dialogs | None = None,
    ) -> None:
        super().__init__()
        self._parts = parts
        self._settings = parts.settings_file.read()
        self._memory = WindowMemory(parts.folders.config / "window.toml")
        self._dialogs = dialogs or WindowDialogs(self)
        self._opening = Opening(parts, self._dialogs, lambda: self._settings, self)
        self.actions_here = WindowActions(parts.look, self, self._doing(places))
        self.frame = Frame(parts.look, places, self.actions_here[Act.UNDO], self.actions_here[Act.REDO])
        self._stack = QStackedWidget()
        self._nothing_yet = QWidget()
        self._palette: CommandPalette | None = None
        self._build()
        self._connect()
        self._restore()

    @property
    def session(self) -> WorkshopSession | None:
        """The open workshop, or None."""
        return self._opening.session

    @functools.cached_property
    def start_page(self) -> StartPage:
        """What is shown while no workshop is open; built when it is first wanted, so not with a wish to grant."""
        from facilitator.desktop.start.page import StartPage  # noqa: PLC0415 -- not for start-up

        page = StartPage(self._parts, self.actions_here)
        self._stack.addWidget(page)
        page.workshop_chosen.connect(self._opening.open)
        page.programme_chosen.connect(self._opening.create_from_programme)
        page.refresh()
        return page

    def open_path(self, path: Path) -> None:
        """Take in a workshop file and open it."""
        self._opening.open_file(path)

    def open_sample(self) -> None:
        """Open the sample workshop."""
        self._opening.open_sample()

    def go(self, place: PlaceId) -> None:
        """Show a place."""
        if self.frame.has(place):
            self._hide_palette()
            self._stack.setCurrentWidget(self.frame)
            self.frame.go(place)

    def go_home(self) -> None:
        """Close the open workshop, which is kept, and show all of them."""
        self._hide_palette()
        self._opening.close()
        self.start_page.refresh()
        self._stack.setCurrentWidget(self.start_page)

    def say(self, message: Message) -> None:
        """Show a message where the user looks."""
        if self._stack.currentWidget() is self.frame:
            self.frame.say(message)
        else:
            self.start_page.messages.show_message(message)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the start page, unless a wish was granted before."""
        super().showEvent(event)
        if self._stack.currentWidget() is self._nothing_yet:
            self._stack.setCurrentWidget(self.start_page)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything and go; nothing is asked."""
        self._memory.keep(self)
        self._opening.close()
        self._parts.jobs.stop_all()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Close the palette, whose place is gone."""
        super().resizeEvent(event)
        self._hide_palette()

    def _hide_palette(self) -> None:
        if self._palette is not None:
            self._palette.hide()

    def _doing(self, places: Mapping[PlaceId, Callable[[Desk], Place]]) -> dict[Act, Callable[[], object]]:
        doing: dict[Act, Callable[[], object]] = {
            act: functools.partial(self.go, place) for act, place in _GOING.items() if place in places
        }
        return doing | {
            Act.UNDO: lambda: self.session and self.session.undo(),
            Act.REDO: lambda: self.session and self.session.redo(),
            Act.PALETTE: self._show_palette,
            Act.GO_HOME: self.go_home,
            Act.OPEN_FILE: self._opening.ask_for_file,
            Act.SAVE_COPY: self._opening.save_copy,
            Act.OPEN_SAMPLE: self._opening.open_sample,
            Act.NEW_BLANK: self._opening.create_blank,
            Act.NEW_BEST_FIT: self._opening.create_to_fit,
            Act.NEW_FROM_PROGRAMME: self._choose_programme,
            Act.QUIT: self.close,
        }

    def _build(self) -> None:
        self.setWindowTitle("Facilitator")
        self.setMinimumSize(*SMALLEST)
        self._stack.addWidget(self._nothing_yet)
        self._stack.addWidget(self.frame)
        self.setCentralWidget(self._stack)
        parts = self._parts
        self.frame.take_desk(
            Desk(
                look=parts.look,
                clock=parts.clock,
                jobs=parts.jobs,
                dialogs=self._dialogs,
                folders=parts.folders,
                library=parts.library,
                settings=lambda: self._settings,
                change_settings=self._change_settings,
                go=self.go,
                say=self.say,
                run=self.actions_here.run,
            )
        )

    def _connect(self) -> None:
        self.frame.home_chosen.connect(self.go_home)
        self._opening.session_opened.connect(self._on_opened)
        self._opening.session_closed.connect(self._on_closed)
        self._opening.message.connect(self.say)

    def _restore(self) -> None:
        if not self._memory.restore(self):
            self.resize(*USUAL)

    def _on_opened(self, session: WorkshopSession, place: PlaceId) -> None:
        session.undo_changed.connect(self._on_undo_changed)
        session.kept_changed.connect(self._on_kept_changed)
        session.failed.connect(self._on_failed)
        session.workshop_changed.connect(self._show_title)
        self.actions_here.follow(session)
        self.frame.show_session(session)
        self._on_kept_changed(session.kept)
        self._show_title()
        self.go(place if self.frame.has(place) else PlaceId.BRIEF)

    def _on_closed(self) -> None:
        self.actions_here.follow(None)
        self.frame.show_session(None)
        self._show_title()

    def _on_undo_changed(self) -> None:
        self.actions_here.follow(self.session)

    def _on_kept_changed(self, kept: Kept) -> None:
        self.frame.top_bar.saved_sign.show_kept(kept)

    def _on_failed(self, error: FacilitatorError) -> None:
        self.say(Message.of_error(error))

    def _show_title(self) -> None:
        title = self.session.workshop.brief.title if self.session is not None else ""
        self.setWindowTitle(_("{title} - Facilitator").format(title=title) if title else "Facilitator")

    def _show_palette(self) -> None:
        from facilitator.desktop.shell.command_palette import CommandPalette  # noqa: PLC0415 -- not for start-up

        if self._palette is None:
            self._palette = CommandPalette(self._parts.look, self._stack)
        place = self.frame.place() if self._stack.currentWidget() is self.frame else None
        here = place.actions_here() if place is not None else ()
        self._palette.open_with([*here, *self.actions_here.all()])

    def _choose_programme(self) -> None:
        self.go_home()
        self.start_page.show_programmes()

    def _change_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._parts.look.choose(settings.appearance, settings.text_percent)
        self._opening.attempt(lambda: self._parts.settings_file.write(settings))


_GOING = {
    Act.GO_BRIEF: PlaceId.BRIEF,
    Act.GO_AGENDA: PlaceId.AGENDA,
    Act.GO_PEOPLE: PlaceId.PEOPLE,
    Act.GO_LIVE: PlaceId.LIVE,
    Act.GO_PAPERS: PlaceId.PAPERS,
    Act.GO_LIBRARY: PlaceId.LIBRARY,
    Act.GO_SETTINGS: PlaceId.SETTINGS,
}
