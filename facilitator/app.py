"""The desktop app put together: folders, log, settings, library, shelf, look, window."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import logging
import logging.handlers
import os
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from facilitator import __version__
from facilitator.desktop.desk_parts import Parts
from facilitator.desktop.programmes.making import fresh_id, workshop_of
from facilitator.desktop.shell.window import MainWindow
from facilitator.desktop.single_instance import SingleInstance, hand_over
from facilitator.desktop.theme.look import Look
from facilitator.desktop.widgets.messages import Message, MessageTone
from facilitator.desktop.workers import Jobs
from facilitator.foundation.clocks import SystemClock
from facilitator.foundation.folders import Folders, find_folders, made
from facilitator.foundation.limits import LOG_FILE_BYTES, LOG_FILES
from facilitator.foundation.resources import shipped
from facilitator.foundation.settings import SettingsFile
from facilitator.foundation.words import _, speak_interface_language
from facilitator.people.roster import Roster
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
        window.show()
    if os.environ.get(TELL_PAINTED):
        QTimer.singleShot(0, lambda: _tell_painted(window))
    status = app.exec()
    single.close()
    return status


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
    from facilitator.curriculum.library import library_of  # noqa: PLC0415 -- the readers are not for start-up
    from facilitator.curriculum.reader import read_pack  # noqa: PLC0415
    from facilitator.curriculum.unit_files import UnitFiles  # noqa: PLC0415

    homes = (shipped("modules"), folders.packs)
    folders_of_packs = [folder for home in homes if home.is_dir() for folder in sorted(home.iterdir())]
    units = UnitFiles(keep_readings(folders).read)
    packs = [folder for folder in folders_of_packs if (folder / "pack.toml").is_file()]
    return library_of([read_pack(folder, units=units) for folder in packs])


def keep_readings(folders: Folders) -> KeptReadings:
    """Give the reader of units that remembers on disk what it has read."""
    from facilitator.curriculum.kept_readings import KeptReadings  # noqa: PLC0415 -- it brings the parsers

    return KeptReadings(folders.cache / "readings")


def make_sample(library: Library) -> Workshop:
    """Make the sample workshop of its file and the library."""
    from facilitator.workshop.sample import read_sample  # noqa: PLC0415 -- only when somebody wants it

    sample = read_sample(shipped("assets") / "sample" / "workshop.toml")
    workshop = workshop_of(sample.brief, library.programme(sample.programme_id), library)
    return replace(workshop, roster=Roster(sample.persons(fresh_id)))


def start_log(folders: Folders) -> None:
    """Write what happens into a small set of files; crashes of Qt itself into one of their own."""
    logs = made(folders.logs)
    handler = logging.handlers.RotatingFileHandler(
        logs / "facilitator.log", maxBytes=LOG_FILE_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    # The file stays open as long as the process lives: the handler writes to its number when everything else is gone
    faulthandler.enable((logs / "crash.log").open("a", encoding="utf-8"))
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
        # An exception's text can hold what people typed: the log gets its kind and the lines of code only
        bare = RuntimeError(kind.__name__)
        _log.error("a bug: %s", kind.__name__, exc_info=(RuntimeError, bare, traceback))
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
