"""The window's own actions, made once from the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.desktop.actions import Act, Scope, action_specs
from facilitator.desktop.place import make_action
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from facilitator.desktop.session import WorkshopSession
    from facilitator.desktop.theme.look import Look


class WindowActions:
    """Every action that holds everywhere and can be done here, by name."""

    def __init__(self, look: Look, window: QWidget, doing: Mapping[Act, Callable[[], object]]) -> None:
        """Make the actions of ``doing``; those of the table that nobody does here are left out."""
        self._specs = {spec.act: spec for spec in action_specs() if spec.scope is Scope.EVERYWHERE}
        self._actions = {act: make_action(act, look, window) for act in self._specs if act in doing}
        for act, action in self._actions.items():
            action.triggered.connect(_without_argument(doing[act]))
            window.addAction(action)
        self.follow(None)

    def __getitem__(self, act: Act) -> QAction:
        return self._actions[act]

    def get(self, act: Act) -> QAction | None:
        """Give an action, None when nobody does it here."""
        return self._actions.get(act)

    def all(self) -> tuple[QAction, ...]:
        """Give all of them, in the order of the table."""
        return tuple(self._actions.values())

    def run(self, act: Act) -> None:
        """Trigger one, if it can be used now."""
        self._actions[act].trigger()

    def follow(self, session: WorkshopSession | None) -> None:
        """Let those be used that can be: most need an open workshop, undo and redo something to undo or redo."""
        for act, action in self._actions.items():
            action.setEnabled(session is not None or not self._specs[act].needs_workshop)
        undo_label = session.undo_label if session is not None else ""
        redo_label = session.redo_label if session is not None else ""
        self._show_step(Act.UNDO, undo_label, _("Take back: {change}").format(change=undo_label))
        self._show_step(Act.REDO, redo_label, _("Do again: {change}").format(change=redo_label))

    def _show_step(self, act: Act, label: str, tooltip: str) -> None:
        self._actions[act].setEnabled(bool(label))
        self._actions[act].setToolTip(tooltip if label else self._specs[act].tooltip)


def _without_argument(do: Callable[[], object]) -> Callable[[bool], None]:
    def slot(_checked: bool = False) -> None:
        do()

    return slot
