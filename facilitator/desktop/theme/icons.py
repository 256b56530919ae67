"""The icons that ship with the app, drawn in any colour and size."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from facilitator.foundation.resources import shipped

STROKE = "1.75"


class IconName(StrEnum):
    """Every icon there is; the value is the file's name without its ending."""

    ADD_PERSON = "user-plus"
    ALERT = "triangle-alert"
    BACK = "arrow-left"
    BLACK = "square"
    BOOK = "book-open"
    BRIEF = "clipboard-list"
    CALENDAR = "calendar"
    CHECK = "check"
    CIRCLE = "circle"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_MINUS = "circle-minus"
    CIRCLE_X = "circle-x"
    CLIPBOARD_CHECK = "clipboard-check"
    CLOCK = "clock"
    CLOCK_ALERT = "clock-alert"
    CLOSE = "x"
    COFFEE = "coffee"
    DOOR = "door-open"
    DOWNLOAD = "download"
    DRAFT = "sparkles"
    FILES = "files"
    FLAG = "flag"
    FOLDER = "folder-open"
    HOURGLASS = "hourglass"
    INFO = "info"
    LIBRARY = "library"
    LIST = "list-ordered"
    LIVE = "radio"
    LOGO = "shapes"
    MEAL = "utensils"
    MESSAGE = "message-circle"
    MESSAGES = "messages-square"
    MINUS = "minus"
    MONITOR = "monitor-play"
    NEXT = "chevron-right"
    NOTE = "sticky-note"
    PARKED = "archive"
    PASTE = "clipboard-paste"
    PAUSE = "pause"
    PENCIL_RULER = "pencil-ruler"
    PEOPLE = "users"
    PIN = "pin"
    PLAY = "play"
    PLUS = "plus"
    PRESENTATION = "presentation"
    PREVIOUS = "chevron-left"
    PROGRAMME = "layout-template"
    RECAP = "rotate-ccw"
    REDO = "redo-2"
    SCREEN = "monitor"
    SEARCH = "search"
    SETTINGS = "settings"
    SHIELD = "shield"
    SQUARE_PLUS = "square-plus"
    UNDO = "undo-2"
    WRENCH = "clipboard"
    ZAP = "zap"


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a button's icon: as usual, while it is checked, while it cannot be used; "" for as usual."""

    usual: str
    on: str = ""
    disabled: str = ""


class IconShelf:
    """Icons rendered once for each name, colour, size and screen scale."""

    def __init__(self) -> None:
        self._sources: dict[IconName, str] = {}
        self._pixmaps: dict[tuple[IconName, str, int, float], QPixmap] = {}

    def pixmap(self, name: IconName, colour: str, size: int, scale: float = 1.0) -> QPixmap:
        """Give an icon as a square of ``size`` device-independent pixels in ``colour`` (``#RRGGBB``)."""
        key = (name, colour, size, scale)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, colour, size, scale)
        return self._pixmaps[key]

    def icon(self, name: IconName, inks: Inks, *, size: int = 20, gap: int = 0) -> QIcon:
        """Give an icon for a button; ``gap`` is room at its right, before the button's words."""
        made = QIcon()
        scale = sharpest_scale()
        for colour, mode, state in (
            (inks.usual, QIcon.Mode.Normal, QIcon.State.Off),
            (inks.on, QIcon.Mode.Normal, QIcon.State.On),
            (inks.disabled, QIcon.Mode.Disabled, QIcon.State.Off),
        ):
            if colour:
                made.addPixmap(_with_gap(self.pixmap(name, colour, size, scale), gap), mode, state)
        return made

    def _draw(self, name: IconName, colour: str, size: int, scale: float) -> QPixmap:
        pixels = round(size * scale)
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        source = self._source(name).replace("currentColor", colour)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def _source(self, name: IconName) -> str:
        if name not in self._sources:
            text = (shipped("assets") / "icons" / f"{name.value}.svg").read_text(encoding="utf-8")
            self._sources[name] = text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
        return self._sources[name]


def sharpest_scale() -> float:
    """Give the pixel ratio of the sharpest screen there is."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def _with_gap(icon: QPixmap, gap: int) -> QPixmap:
    if gap == 0:
        return icon
    scale = icon.devicePixelRatio()
    wide = QPixmap(icon.width() + round(gap * scale), icon.height())
    wide.setDevicePixelRatio(scale)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, icon)
    painter.end()
    return wide
