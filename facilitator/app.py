"""The desktop app put together: folders, log, settings, library, shelf, look, window."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import logging
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import __version__
from facilitator.desktop.desk_parts import Parts
from facilitator.desktop.shell.window import MainWindow
from facilitator.desktop.single_instance import SingleInstance, hand_over
from facilitator.desktop.theme.look import Look
from facilitator.desktop.widgets.messages import Message, MessageTone
from facilitator.desktop.workers import Jobs
from facilitator.foundation.clocks import SystemClock
from facilitator.foundation.folders import Folders, find_folders
from facilitator.foundation.ids import fresh_id
from facilitator.foundation.log_files import log_bug, log_handler
from facilitator.foundation.resources import shipped
from facilitator.foundation.settings import SettingsFile
from facilitator.foundation.words import _, speak_interface_language
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType
    from typing import TypeAlias

    from facilitator.curriculum.kept_readings import KeptReadings
    from facilitator.curriculum.library import Library
    from facilitator.workshop.model import Workshop

    ExceptHook: TypeAlias = Callable[[type[BaseException], BaseException, TracebackType | None], None]

MadeT = TypeVar("MadeT")
SAMPLE_WISH = "--sample"
TELL_PAINTED = "FACILITATOR_TELL_PAINTED"  # set by the bench: say when the window is painted, then end
_log = logging.getLogger(__name__)


def run(arguments: list[str]) -> int:
    """Open the window with a workshop file, ``--sample`` or nothing; gives the exit status."""
    speak_interface_language()
    folders = find_folders()
    wish = arguments[0] if arguments else ""
    app = QApplication.instance() or QApplication(["facilitator"])
    assert isinstance(app, QApplication)
    _name_app()
    if hand_over(folders, _whole_path(wish)):
        return 0
    single = SingleInstance(folders, app)
    single.listen()
    start_log(folders)
    with collecting_later():
        window = MainWindow(put_together(app, folders))
        catch_bugs(window)
        single.wished.connect(lambda later: _bring_up(window, later))
        _grant(window, wish)  # before it is shown: then the start page need not be built for a wish
        show_whole(window)
    if os.environ.get(TELL_PAINTED):
        QTimer.singleShot(0, lambda: _tell_painted(window))
    status = app.exec()
    single.close()
    return status


def show_whole(window: QWidget) -> None:
    """Show a window; one that with its frame would reach beyond its screen fills the screen instead."""
    size, room = window.size(), window.screen().availableSize()
    if window.isMaximized() or (size.width() < room.width() and size.height() < room.height()):
        window.show()
    else:
        window.showMaximized()


@contextlib.contextmanager
def collecting_later() -> Iterator[None]:
    """Make what lives as long as the app without looking for garbage in it, now or later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def put_together(app: QApplication, folders: Folders) -> Parts:
    """Make everything the window needs; content is read when it is first asked for."""
    clock = SystemClock()
    settings_file = SettingsFile(folders.config / "settings.toml")
    settings = settings_file.read()
    library = Once(lambda: read_library(folders))
    readings = Once(lambda: keep_readings(folders))
    return Parts(
        look=Look(app, settings.appearance, settings.text_percent),
        clock=clock,
        jobs=Jobs(parent=app),
        folders=folders,
        settings_file=settings_file,
        workshops=Shelf(folders.workshops, clock),
        library=library,
        sample=lambda: make_sample(library()),
        read_unit=lambda source, path: readings().read(source, path),
    )


class Once(Generic[MadeT]):
    """Makes something when it is first asked for; whoever asks meanwhile, on any thread, waits for the one."""

    def __init__(self, make: Callable[[], MadeT]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: list[MadeT] = []

    def __call__(self) -> MadeT:
        """Give it."""
        with self._lock:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]


def read_library(folders: Folders) -> Library:
    """Read the shipped packs and the user's own; a pack with errors is there with its findings."""
    from facilitator.curriculum import library_files  # noqa: PLC0415 -- the readers are not for start-up

    return library_files.read_library((shipped("modules"), folders.packs), keep_readings(folders).read)


def keep_readings(folders: Folders) -> KeptReadings:
    """Give the reader of units that remembers on disk what it has read."""
    from facilitator.curriculum.kept_readings import KeptReadings  # noqa: PLC0415 -- it brings the parsers

    return KeptReadings(folders.cache / "readings")


def make_sample(library: Library) -> Workshop:
    """Make the sample workshop of its file and the library."""
    from facilitator.workshop import sample  # noqa: PLC0415 -- only when somebody wants it

    return sample.make_sample(library, fresh_id)


def start_log(folders: Folders) -> None:
    """Write what happens into a small set of files; crashes of Qt itself into one of their own."""
    root = logging.getLogger()
    root.addHandler(log_handler(folders.logs))
    root.setLevel(logging.INFO)
    # The file stays open as long as the process lives: the handler writes to its number when everything else is gone
    faulthandler.enable((folders.logs / "crash.log").open("a", encoding="utf-8"))
    _log.info("started %s on %s", __version__, sys.platform)


def catch_bugs(window: MainWindow) -> None:
    """Let a bug end nothing: it goes into the log, and the window says so."""
    sys.excepthook = bug_hook(window.say)


def bug_hook(say: Callable[[Message], None]) -> ExceptHook:
    """Give an exception hook that logs where a bug is, without what it was about, and tells the user."""

    def hook(kind: type[BaseException], _error: BaseException, traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        log_bug(_log, kind, traceback)
        say(
            Message(
                _("Something went wrong that should not have."),
                _("Your workshop is kept."),
                _("Try again; the log has the place in the code."),
                MessageTone.ERR,
            )
        )

    return hook


def _grant(window: MainWindow, wish: str) -> None:
    if wish == SAMPLE_WISH:
        window.open_sample()
    elif wish:
        window.open_path(Path(wish))


def _tell_painted(window: MainWindow) -> None:
    """Say so as soon as everything shown is painted, then close."""
    QCoreApplication.sendPostedEvents()
    window.repaint()
    sys.stdout.write("painted\n")
    sys.stdout.flush()
    QTimer.singleShot(0, window.close)


def _bring_up(window: MainWindow, wish: str) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    _grant(window, wish)


def _whole_path(wish: str) -> str:
    # The app that runs may stand in another folder
    return str(Path(wish).absolute()) if wish and wish != SAMPLE_WISH else wish


def _name_app() -> None:
    QCoreApplication.setApplicationName("Facilitator")
    QCoreApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("facilitator")
