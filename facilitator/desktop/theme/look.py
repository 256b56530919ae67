"""The look: which theme and text size are on, and everything windows draw with."""

from __future__ import annotations

import string
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap

from facilitator.desktop.theme.fonts import BODY_PX, font, load_fonts
from facilitator.desktop.theme.icons import IconName, IconShelf, Inks
from facilitator.desktop.theme.tokens import Theme, shipped_theme
from facilitator.foundation.resources import shipped
from facilitator.foundation.settings import Appearance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Sizes of type at 100 %, in device-independent pixels, by the name the style sheet uses
TYPE_SIZES = {
    "size_display": 26,
    "size_wordmark": 20,
    "size_title": 17,
    "size_heading": 15,
    "size_body": BODY_PX,
    "size_small": 12,
    "size_caps": 11,
}


class Weight(StrEnum):
    """How heavy type is; three are enough."""

    REGULAR = "regular"
    MEDIUM = "medium"
    STRONG = "strong"


_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.MEDIUM: QFont.Weight.Medium,
    Weight.STRONG: QFont.Weight.DemiBold,
}


class Look(QObject):
    """The one source of colours, type and icons; made by the composition root and handed down.

    Signals:
        changed: the theme or the text size is another now; the application is already dressed in it.
    """

    changed = Signal()

    def __init__(self, app: QApplication, appearance: Appearance, text_percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._appearance = appearance
        self._text_percent = text_percent
        self._icons = IconShelf()
        load_fonts()
        app.setStyle("Fusion")
        self.theme: Theme = shipped_theme(self._theme_name())
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def appearance(self) -> Appearance:
        """The choice behind the theme."""
        return self._appearance

    @property
    def text_percent(self) -> int:
        """The text size, 100 is the usual one."""
        return self._text_percent

    def choose(self, appearance: Appearance, text_percent: int) -> None:
        """Change the theme and text size of every window at once."""
        if (appearance, text_percent) == (self._appearance, self._text_percent):
            return
        self._appearance = appearance
        self._text_percent = text_percent
        self._apply()

    def colour(self, role: str) -> QColor:
        """Give the colour of a role or kind."""
        return QColor(self.theme.colour(role))

    def px(self, size: float) -> int:
        """Scale a size that goes with the text, such as the height of a row."""
        return round(size * self._text_percent / 100)

    def type(self, size: float = BODY_PX, weight: Weight = Weight.REGULAR) -> QFont:
        """Give the font at a size, scaled by the text size, with tabular digits."""
        return font(self.px(size), _WEIGHTS[weight], tabular=True)

    def pixmap(self, name: IconName, role: str = "text2", size: int = 16, scale: float = 1.0) -> QPixmap:
        """Give an icon in the colour of a role or kind; ``scale`` is the screen's device pixel ratio."""
        return self._icons.pixmap(name, self.theme.colour(role), self.px(size), scale)

    def pixmap_in(self, name: IconName, colour: str, pixels: int) -> QPixmap:
        """Give an icon in a colour that is no role, such as the projector's, in a size of its own."""
        return self._icons.pixmap(name, colour, pixels)

    def icon(self, name: IconName, role: str = "text2", *, on: str = "", size: int = 20, gap: int = 0) -> QIcon:
        """Give an icon for a button or action, in ``on`` while it is checked, with a gap before words."""
        inks = Inks(self.theme.colour(role), self.theme.colour(on) if on else "", self.theme.line)
        return self._icons.icon(name, inks, size=self.px(size), gap=gap)

    def _theme_name(self) -> str:
        if self._appearance is Appearance.SYSTEM:
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return "dark" if dark else "light"
        return self._appearance.value

    def _on_system_scheme_changed(self) -> None:
        if self._appearance is Appearance.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self.theme = shipped_theme(self._theme_name())
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        self._app.setFont(self.type())
        self._app.setPalette(palette(self.theme))
        self._app.setStyleSheet(style_sheet(self.theme, self._text_percent))


def palette(theme: Theme) -> QPalette:
    """Give Qt's palette for a theme, so that every standard widget is in it."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.bg,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.sunk,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.text3,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.onaccent,
        QPalette.ColorRole.Light: theme.surface,
        QPalette.ColorRole.Midlight: theme.sunk,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.onaccent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.text,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.text3))
    return made


def style_sheet(theme: Theme, text_percent: int = 100) -> str:
    """Fill the app's one style sheet with a theme's colours and the sizes of type."""
    source = (shipped("assets") / "themes" / "app.qss").read_text(encoding="utf-8")
    colours = {role: theme.colour(role) for role in Theme.__slots__ if role not in {"name", "dark", "kinds"}}
    sizes = {name: f"{round(px * text_percent / 100)}px" for name, px in TYPE_SIZES.items()}
    return string.Template(source).substitute(colours, **sizes)
