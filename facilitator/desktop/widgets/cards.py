"""Cards and surfaces."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facilitator.desktop.widgets.labels import restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from facilitator.desktop.theme.look import Look

RADIUS = 14.0


class SurfaceRole(StrEnum):
    """What a surface is; the style sheet knows its fill and its one line."""

    CARD = "card"
    SUNK = "sunk"
    RAIL = "rail"
    BAR = "bar"
    FOOT = "foot"
    SIDE = "side"
    SURFACE = "surface"
    LINE = "line"


class Surface(QFrame):
    """A plain area in one of the theme's grounds."""

    def __init__(self, role: SurfaceRole) -> None:
        super().__init__()
        self.setProperty("surface", role.value)


def hairline() -> Surface:
    """Give a horizontal line one pixel high."""
    line = Surface(SurfaceRole.LINE)
    line.setFixedHeight(1)
    return line


class CardButton(QAbstractButton):
    """A card that can be clicked, or chosen with Space or Enter; lay out any labels in it.

    The labels let the mouse through; ``name`` is what a screen reader says for the whole card.
    """

    def __init__(self, look: Look, name: str, *, least_height: int = 0) -> None:
        super().__init__()
        self._look = look
        self._least_height = least_height
        self.setText(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def fill(self, layout: QLayout) -> None:
        """Put a finished layout into the card."""
        self.setLayout(layout)
        policy = self.sizePolicy()
        if layout.hasHeightForWidth():
            policy.setHeightForWidth(True)
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)  # a fixed one would stop at the size hint
        self.setSizePolicy(policy)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Ask for what the layout needs."""
        layout = self.layout()
        size = layout.sizeHint() if layout is not None else QSize(160, 80)
        return size.expandedTo(QSize(0, self._look.px(self._least_height)))

    def minimumSizeHint(self) -> QSize:
        """Ask for no less than the layout needs."""
        layout = self.layout()
        least = layout.minimumSize() if layout is not None else QSize()
        return least.expandedTo(QSize(0, self._look.px(self._least_height)))

    def hasHeightForWidth(self) -> bool:
        """Tell whether there are words that break into lines."""
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Give the height the layout needs at a width."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return self.sizeHint().height()
        return max(self._look.px(self._least_height), layout.totalHeightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter like Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the line, and the ring that says where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, self._look, QRectF(self.rect()), ring=self.hasFocus(), lit=self.underMouse())

    def _on_look_changed(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
        self.updateGeometry()


def paint_card(painter: QPainter, look: Look, rect: QRectF, *, ring: bool, lit: bool) -> None:
    """Draw a card's ground with a breath of shadow under it."""
    theme = look.theme
    shade = QColor(Qt.GlobalColor.black)
    shade.setAlpha(60 if theme.dark else 14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRoundedRect(rect.adjusted(1, 2, -1, 0), RADIUS, RADIUS)
    painter.setBrush(look.colour("surface"))
    edge = "accent" if ring else ("text3" if lit else "line")
    painter.setPen(QPen(look.colour(edge), 2 if ring else 1))
    inset = 1.0 if ring else 0.5
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset - 1), RADIUS, RADIUS)


class ScrollPage(QScrollArea):
    """A page that scrolls up and down where it does not fit; fill ``body``."""

    def __init__(self, *, margins: tuple[int, int, int, int] = (24, 24, 24, 24), spacing: int = 16) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes changes the width, the width the height, and the height the bar, without end
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("page", "true")
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(spacing)
        self.setWidget(page)

    def _on_range_changed(self, least: int, most: int) -> None:
        """Show no handle where everything is in sight."""
        bar = self.verticalScrollBar()
        idle = least == most
        if bar.property("idle") != idle:
            bar.setProperty("idle", idle)
            restyle(bar)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go, nested layouts too."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        inner = item.layout()
        if inner is not None:
            clear_layout(inner)
