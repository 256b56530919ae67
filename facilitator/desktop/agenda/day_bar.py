"""Above the day: which day, its start and end, and a block to add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from facilitator.curriculum.unit import Kind
from facilitator.desktop.agenda.frame_minutes import FRAME_MINUTES
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.fields import TimeField
from facilitator.desktop.widgets.kinds import KIND_ICONS, kind_word
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.desktop.widgets.segments import SegmentedControl
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.agenda.model import Day
    from facilitator.desktop.theme.look import Look

PARKED = "parked"


class DayBar(QWidget):
    """Chooses a day, or what is parked.

    Signals:
        day_chosen: id of a day, or ``parked``.
        start_chosen: minute; end_chosen: minute or None.
        block_wanted: a ``Kind`` of frame block; day_wanted: one more day.
    """

    day_chosen = Signal(str)
    start_chosen = Signal(object)
    end_chosen = Signal(object)
    block_wanted = Signal(object)
    day_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.days = SegmentedControl(name=_("Day"))
        self.start = TimeField(_("Day starts at"))
        self.end = TimeField(_("Day should end at"), optional=True)
        self.add = Button(look, _("Block"), IconName.PLUS, Variant.QUIET)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._build()
        self._connect()

    def show_days(self, options: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer days, key and words each."""
        if tuple(options) != self._shown:
            self._shown = tuple(options)
            self.days.set_options(options)
        self.days.choose(chosen)

    def show_day(self, day: Day | None) -> None:
        """Show when the day starts and should end; None hides it, for what is parked."""
        self._times.setVisible(day is not None)
        if day is not None:
            self.start.set_minute(day.start)
            self.end.set_minute(day.target_end)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 8)
        row.setSpacing(8)
        row.addWidget(self.days)
        row.addStretch(1)
        self._times = QWidget()
        times = QHBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(6)
        for words, field in ((_("from"), self.start), (_("to"), self.end)):
            field.setFixedWidth(self._look.px(64))
            times.addWidget(Label(words, TextRole.SMALL))
            times.addWidget(field)
        row.addWidget(self._times)
        row.addWidget(self.add)
        self.add.setMenu(self._menu())
        self.add.setAccessibleName(_("Add a block"))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in FRAME_MINUTES:
            action = menu.addAction(self._look.icon(KIND_ICONS[kind], kind.value, size=16), kind_word(kind))
            action.setData(kind)
            action.triggered.connect(lambda _checked=False, chosen=kind: self.block_wanted.emit(chosen))
        menu.addSeparator()
        menu.addAction(_("One more day")).triggered.connect(self.day_wanted)
        return menu

    def _connect(self) -> None:
        self.days.chosen.connect(self.day_chosen)
        self.start.time_chosen.connect(self.start_chosen)
        self.end.time_chosen.connect(self.end_chosen)


def default_title(kind: Kind) -> str:
    """Give the title a new frame block has."""
    titles = {
        Kind.OPENING: _("Welcome and agreements"),
        Kind.MEAL: _("Lunch"),
        Kind.CLOSING: _("Close"),
    }
    return titles.get(kind, kind_word(kind))
