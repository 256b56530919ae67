"""Chooses the half-day in view: side by side while they are few, in a list when there are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.desktop.widgets.drop_list import DropList
from facilitator.desktop.widgets.segments import SegmentedControl
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.desktop.theme.look import Look

MOST_SIDE_BY_SIDE = 3


class HalfDayChooser(QWidget):
    """Options of an id and words.

    Signals:
        chosen: id of the half-day somebody chose.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._options: tuple[tuple[str, str], ...] = ()
        self.segments = SegmentedControl(name=_("Half-day"))
        self.list = DropList(look)
        self.list.setAccessibleName(_("Half-day"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)
        row.addWidget(self.list)
        self.segments.chosen.connect(self.chosen)
        self.list.activated.connect(lambda number: self.chosen.emit(self._options[number][0]))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other half-days."""
        is_long = len(options) > MOST_SIDE_BY_SIDE
        self.segments.setVisible(not is_long)
        self.list.setVisible(is_long)
        self.setVisible(len(options) > 1)
        if tuple(options) == self._options:
            return
        self._options = tuple(options)
        self.segments.set_options([] if is_long else options)
        self.list.clear()
        self.list.addItems([words for _id, words in options])

    def choose(self, half_id: str) -> None:
        """Show which one is in view; nothing is told."""
        ids = [one for one, _words in self._options]
        if half_id not in ids:
            return
        if len(ids) > MOST_SIDE_BY_SIDE:
            self.list.setCurrentIndex(ids.index(half_id))
        else:
            self.segments.choose(half_id)
