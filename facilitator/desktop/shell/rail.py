"""The rail: the places in the order of the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout

from facilitator.desktop.actions import Act, spec_of
from facilitator.desktop.place import WORKSHOP_PLACES, PlaceId
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import IconButton
from facilitator.desktop.widgets.cards import Surface, SurfaceRole
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Collection

    from facilitator.desktop.theme.look import Look

PLACE_ACTS = {
    PlaceId.BRIEF: Act.GO_BRIEF,
    PlaceId.AGENDA: Act.GO_AGENDA,
    PlaceId.PEOPLE: Act.GO_PEOPLE,
    PlaceId.LIVE: Act.GO_LIVE,
    PlaceId.PAPERS: Act.GO_PAPERS,
    PlaceId.LIBRARY: Act.GO_LIBRARY,
    PlaceId.SETTINGS: Act.GO_SETTINGS,
}
WIDTH = 72


class Rail(Surface):
    """The places that exist here, the ones of a workshop above, the rest at the foot.

    Signals:
        place_chosen: the :class:`PlaceId` somebody pressed. home_chosen: the logo was pressed.
    """

    place_chosen = Signal(object)
    home_chosen = Signal()

    def __init__(self, look: Look, places: Collection[PlaceId]) -> None:
        super().__init__(SurfaceRole.RAIL)
        self._look = look
        self._group = QButtonGroup(self)
        self._buttons: dict[PlaceId, QToolButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 16, 7, 12)
        self._column.setSpacing(4)
        self.setAccessibleName(_("Places"))
        self._build([place for place in PlaceId if place in places])
        self._size()
        look.changed.connect(self._size)

    def show_place(self, place: PlaceId) -> None:
        """Mark the place that is in sight."""
        if place in self._buttons:
            self._buttons[place].setChecked(True)

    def allow_workshop_places(self, *, allowed: bool) -> None:
        """Let the places of a workshop be gone to, or not while none is open."""
        for place in WORKSHOP_PLACES:
            if place in self._buttons:
                self._buttons[place].setEnabled(allowed)

    def _build(self, places: list[PlaceId]) -> None:
        logo = IconButton(self._look, IconName.LOGO, _("All workshops"), size=26, role="accent")
        logo.clicked.connect(self.home_chosen)
        self._column.addWidget(logo, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(8)
        for place in places:
            if place in WORKSHOP_PLACES:
                self._add(place)
        self._column.addStretch()
        for place in places:
            if place not in WORKSHOP_PLACES:
                self._add(place)

    def _add(self, place: PlaceId) -> None:
        spec = spec_of(PLACE_ACTS[place])
        button = QToolButton()
        button.setProperty("variant", "rail")
        button.setText(spec.text)
        button.setToolTip(f"{spec.tooltip} ({spec.keys[0]})")
        button.setAccessibleName(spec.text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _checked=False, place=place: self.place_chosen.emit(place))
        self._buttons[place] = button
        self._group.addButton(button)
        self._column.addWidget(button)

    def _size(self) -> None:
        self.setFixedWidth(self._look.px(WIDTH))
        for place, button in self._buttons.items():
            icon = spec_of(PLACE_ACTS[place]).icon or IconName.INFO
            button.setIcon(self._look.icon(icon, "text2", on="accent", size=20))
            button.setIconSize(QSize(self._look.px(20), self._look.px(20)))
            button.setFixedSize(self._look.px(WIDTH) - 13, self._look.px(56))
