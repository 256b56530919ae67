"""The top bar: where you are, undo and redo, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.desktop.shell.saved_sign import SavedSign
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, IconButton, Variant
from facilitator.desktop.widgets.cards import Surface, SurfaceRole, clear_layout
from facilitator.desktop.widgets.labels import ElidedLabel, TextRole

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from facilitator.desktop.place import Place
    from facilitator.desktop.theme.look import Look

HEIGHT = 56


class TopBar(Surface):
    """Title and subtitle of a place at the left; saved sign, undo, redo and the place's actions at the right."""

    def __init__(self, look: Look, undo: QAction, redo: QAction) -> None:
        super().__init__(SurfaceRole.BAR)
        self._look = look
        self._title = ElidedLabel("", TextRole.TITLE)
        self._subtitle = ElidedLabel("", TextRole.MUTED)
        self.saved_sign = SavedSign(look)
        self._undo = IconButton(look, IconName.UNDO, undo.text())
        self._redo = IconButton(look, IconName.REDO, redo.text())
        self._undo.follow(undo)
        self._redo.follow(redo)
        self._place_actions = QHBoxLayout()
        self._place_actions.setSpacing(12)
        self._shown: tuple[QAction | None, ...] | None = None
        self._build()
        self._size()
        look.changed.connect(self._size)

    def show_place(self, place: Place) -> None:
        """Show a place's words and actions."""
        self._title.setText(place.title())
        self._subtitle.setText(place.subtitle())
        self._subtitle.setVisible(bool(place.subtitle()))
        wanted = (*place.bar_actions(), place.primary_action())
        if wanted != self._shown:
            self._shown = wanted
            self._show_actions(place)

    def allow_workshop(self, *, allowed: bool) -> None:
        """Show what belongs to an open workshop, or not while none is open."""
        for widget in (self.saved_sign, self._undo, self._redo):
            widget.setVisible(allowed)

    def _show_actions(self, place: Place) -> None:
        clear_layout(self._place_actions)
        primary = place.primary_action()
        for action in place.bar_actions():
            self._place_actions.addWidget(self._button(action, Variant.PLAIN))
        if primary is not None:
            self._place_actions.addWidget(self._button(primary, Variant.PRIMARY))
        last: QWidget = self._redo
        for at in range(self._place_actions.count()):
            item = self._place_actions.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None:
                QWidget.setTabOrder(last, widget)
                last = widget

    def _button(self, action: QAction, variant: Variant) -> Button:
        name = action.data()
        icon = IconName(name) if isinstance(name, str) and name in list(IconName) else None
        button = Button(self._look, action.text(), icon, variant)
        button.follow(action)
        return button

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 1)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.saved_sign)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addSpacing(8)
        row.addLayout(self._place_actions)

    def _size(self) -> None:
        self.setFixedHeight(self._look.px(HEIGHT))
