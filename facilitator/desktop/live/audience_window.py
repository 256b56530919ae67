"""The projector's window: full screen on the second screen, or a window to move and share; it may be unplugged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.desktop.live.screens import ScreenInfo, choose_audience_screen
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.desktop.live.audience_canvas import AudienceCanvas

POINTER_MS = 2000
SETTLE_MS = 350
RECHECK_MS = 1000


class AudienceWindow(QWidget):
    """A window with nothing but the canvas; the pointer hides after two seconds.

    Signals:
        escape_pressed: somebody pressed Escape in it.
        closed: it was closed by hand.
    """

    escape_pressed = Signal()
    closed = Signal()

    def __init__(self, canvas: AudienceCanvas) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.canvas = canvas
        self.setWindowTitle(_("Audience view"))
        self.setMinimumSize(320, 180)
        self.resize(960, 540)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(canvas)
        # Shortcuts need something that has the focus
        canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        canvas.setFocus()
        self.setMouseTracking(True)
        canvas.setMouseTracking(True)
        canvas.installEventFilter(self)
        self._pointer = QTimer(self)
        self._pointer.setSingleShot(True)
        self._pointer.setInterval(POINTER_MS)
        self._pointer.timeout.connect(self._hide_pointer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self._show_pointer()
        return super().eventFilter(watched, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._show_pointer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._pointer.stop()
        self.closed.emit()

    def _show_pointer(self) -> None:
        self.unsetCursor()
        self._pointer.start()

    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)


class Projector(QObject):
    """Sees to the audience window: where it is, and that it never covers the console.

    Args:
        screens: gives the screens there are; Qt's unless a test has its own.

    Signals:
        changed: where it is has changed, see :meth:`words`.
        lost: the screen it was on is gone; the clock goes on.
        came_back: the screen is there again and shows the same as before.
        offered: another screen is there, which :meth:`show_audience` would take; its name.
    """

    changed = Signal()
    lost = Signal()
    came_back = Signal()
    offered = Signal(str)

    def __init__(
        self,
        window: AudienceWindow,
        console: QWidget,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        super().__init__(console)
        self.window = window
        self._console = console
        self._screens = screens
        self._key = ""
        self._is_wanted = False
        self._was_lost = False
        self._offered = ""
        self._settle = self._single_shot(self._on_settled)
        self._recheck = self._single_shot(self._check)
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screens_changed)
            app.screenRemoved.connect(self._on_screens_changed)
            app.primaryScreenChanged.connect(self._on_screens_changed)
        window.closed.connect(self._on_closed)

    def words(self) -> str:
        """Say where the audience view is: ``Projector: DP-1``, ``Audience window``, ``No audience view``."""
        if self._was_lost:
            return _("Projector unplugged")
        if not self.window.isVisible():
            return _("No audience view")
        if self.window.isFullScreen():
            return _("Projector: {name}").format(name=self.window.screen().name())
        return _("Audience window")

    def show_audience(self) -> None:
        """Show the room's view: full screen on another screen, or in a window where there is only one."""
        self._is_wanted = True
        self._was_lost = False
        screen = self._other_screen()
        if screen is None:
            self.window.showNormal()
        else:
            self._fill(screen)
        self.changed.emit()

    def leave_full_screen(self) -> None:
        """Make it a window again."""
        if self.window.isFullScreen():
            self.window.showNormal()
            self.changed.emit()

    def hide_audience(self) -> None:
        """Take the room's view away."""
        self._is_wanted = False
        self._was_lost = False
        self._settle.stop()
        self._recheck.stop()
        self.window.hide()
        self.changed.emit()

    def swap(self) -> None:
        """Change screens: the console goes to the projector's, the room's view to the console's."""
        audience, console = self.window.screen(), self._console.window().screen()
        if audience is console or not self.window.isVisible():
            return
        self._console.window().setScreen(audience)
        self._console.window().setGeometry(audience.availableGeometry())
        self._fill(console)
        self.changed.emit()

    def _single_shot(self, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(do)
        return timer

    def _fill(self, screen: QScreen) -> None:
        self._key = _info(screen).key()
        self._offered = ""
        self.window.setScreen(screen)
        self.window.setGeometry(screen.geometry())
        self.window.showFullScreen()

    def _other_screen(self) -> QScreen | None:
        screens = list(self._screens())
        console = self._console.window().screen()
        infos = [_info(screen) for screen in screens]
        at = screens.index(console) if console in screens else 0
        number = choose_audience_screen(infos, at, self._key)
        return None if number is None else screens[number]

    def _on_screens_changed(self) -> None:
        if not self._is_wanted:
            return
        if self.window.isFullScreen() and self.window.screen() not in self._screens():
            # Hidden at once: without its screen the system would put it on top of the console
            self.window.hide()
        self._settle.start(SETTLE_MS)

    def _on_settled(self) -> None:
        self._check()
        self._recheck.start(RECHECK_MS)

    def _check(self) -> None:
        if not self._is_wanted:
            return
        screen = self._other_screen()
        is_the_same = screen is not None and _info(screen).key() == self._key
        if screen is not None and is_the_same and not self.window.isVisible():
            was_told, self._was_lost = self._was_lost, False
            self._fill(screen)
            if was_told:
                self.came_back.emit()
        elif not self.window.isVisible() and not self._was_lost:
            self._was_lost = True
            self.lost.emit()
        self._offer(screen)
        self.changed.emit()

    def _offer(self, screen: QScreen | None) -> None:
        """Tell once about a screen that could be taken instead of none or of a window on the console's screen."""
        if screen is None or self.window.isFullScreen():
            return
        key = _info(screen).key()
        if key != self._offered:
            self._offered = key
            self.offered.emit(screen.name())

    def _on_closed(self) -> None:
        self._is_wanted = False
        self.changed.emit()


def _info(screen: QScreen) -> ScreenInfo:
    size = screen.size()
    return ScreenInfo(
        screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber(), size.width(), size.height()
    )
