"""What every place of the window is, and what it may reach for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from facilitator.curriculum.pack_folders import pack_folders
from facilitator.desktop.actions import Act, Scope, spec_of
from facilitator.desktop.desk_parts import LibrarySource
from facilitator.desktop.dialogs import Dialogs
from facilitator.desktop.theme.look import Look
from facilitator.desktop.widgets.messages import Message
from facilitator.desktop.workers import Jobs
from facilitator.foundation.clocks import Clock
from facilitator.foundation.folders import Folders
from facilitator.foundation.resources import shipped
from facilitator.foundation.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.desktop.session import WorkshopSession


class PlaceId(StrEnum):
    """The places in the order of the rail."""

    BRIEF = "brief"
    AGENDA = "agenda"
    PEOPLE = "people"
    LIVE = "live"
    PAPERS = "papers"
    LIBRARY = "library"
    SETTINGS = "settings"


WORKSHOP_PLACES = (PlaceId.BRIEF, PlaceId.AGENDA, PlaceId.PEOPLE, PlaceId.LIVE, PlaceId.PAPERS)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a place may reach for; made by the composition root and the main window, handed to every place.

    Attributes:
        library: gives the packs of curriculum as one, read when first asked for.
        settings: gives the settings as they are now. change_settings: keeps and applies new ones.
        go: shows another place. say: shows a message at the top of the place.
        run: triggers one of the window's actions.
    """

    look: Look
    clock: Clock
    jobs: Jobs
    dialogs: Dialogs
    folders: Folders
    library: LibrarySource
    settings: Callable[[], Settings]
    change_settings: Callable[[Settings], None]
    go: Callable[[PlaceId], None]
    say: Callable[[Message], None]
    run: Callable[[Act], None]

    def pack_folders(self) -> tuple[Path, ...]:
        """Give the folders of the packs, shipped ones first, without waiting for the library to be read."""
        return pack_folders((shipped("modules"), self.folders.packs))


class Place(QWidget):
    """One place: a header's worth of words, its actions, and a widget that shows the open workshop.

    A subclass builds itself in its constructor, which runs when the place is first gone to.

    Signals:
        header_changed: the title, subtitle or actions are others now.
    """

    header_changed = Signal()

    def __init__(self, desk: Desk, scope: Scope) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.look
        self.scope = scope
        self.session: WorkshopSession | None = None
        self._acts: dict[Act, QAction] = {}

    def title(self) -> str:
        """Give the words at the top."""
        return ""

    def subtitle(self) -> str:
        """Give the quieter words under them."""
        return ""

    def fills_window(self) -> bool:
        """Tell whether the place wants the whole window, without rail and top bar, as the console does."""
        return False

    def bar_actions(self) -> tuple[QAction, ...]:
        """Give the actions that stand at the right of the top bar, quieter first."""
        return ()

    def primary_action(self) -> QAction | None:
        """Give the one action that comes next here, None when there is none."""
        return None

    def show_session(self, session: WorkshopSession | None) -> None:
        """Show this workshop from now on; called before the place is first seen and whenever another is opened.

        A subclass connects to the session's signals here, and disconnects from the one before.
        """
        self.session = session

    def entered(self) -> None:
        """Be told that the place is in sight now; put the focus where work begins."""

    def left(self) -> None:
        """Be told that another place is in sight now."""

    def actions_here(self) -> tuple[QAction, ...]:
        """Give the place's own actions, for the palette."""
        return tuple(self._acts.values())

    def act(self, act: Act, do: Callable[[], object]) -> QAction:
        """Make one of this place's actions: words and key from the table, ``do`` when it is triggered."""
        made = make_action(act, self.look, self)
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(do)
        self.addAction(made)
        self._acts[act] = made
        return made


def make_action(act: Act, look: Look, parent: QWidget) -> QAction:
    """Make a QAction from the table, its icon following the theme."""
    spec = spec_of(act)
    made = QAction(spec.text, parent)
    made.setObjectName(act.value)
    made.setToolTip(spec.tooltip)
    made.setShortcuts([QKeySequence(key) for key in spec.keys])
    if spec.icon is not None:
        icon = spec.icon
        made.setIcon(look.icon(icon, size=16))
        made.setData(icon.value)
    return made
