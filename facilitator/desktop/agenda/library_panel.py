"""The left side of the Agenda place: search, filters, cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.desktop.agenda.unit_cards import UnitCard, UnitFilter
from facilitator.desktop.agenda.unit_list import UnitList, UnitListModel
from facilitator.desktop.widgets.chips import ToggleChip
from facilitator.desktop.widgets.fields import SearchField
from facilitator.desktop.widgets.flow import FlowLayout
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.desktop.theme.look import Look

SHORT_MINUTES = 30


class LibraryPanel(QFrame):
    """Units to put into the agenda.

    Signals:
        narrowed: the search text or a filter changed.
        add_requested, unit_shown: unit id.
    """

    narrowed = Signal()
    add_requested = Signal(str)
    unit_shown = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunk")
        self.model = UnitListModel(self)
        self.search = SearchField(look, _("Search units"))
        self.list = UnitList(look, self.model, self)
        self._fits = ToggleChip(_("Fits this room"), on=True)
        self._short = ToggleChip(_("{n} min or less").format(n=SHORT_MINUTES))
        self._doing = ToggleChip(_("Exercise-led"))
        self._nothing = Label(role=TextRole.MUTED, wrap=True)
        self._build()
        self._connect()

    def wanted(self) -> tuple[str, UnitFilter]:
        """Give the search text and the filters."""
        limit = SHORT_MINUTES if self._short.isChecked() else None
        return self.search.text(), UnitFilter(self._fits.isChecked(), limit, self._doing.isChecked())

    def show_cards(self, cards: tuple[UnitCard, ...], of: int) -> None:
        """Show the units that passed, out of so many."""
        self.model.set_cards(cards)
        self.search.setPlaceholderText(ngettext("Search {n} unit", "Search {n} units", of).format(n=of))
        self._nothing.setVisible(not cards)
        self.list.setVisible(bool(cards))
        self._nothing.setText(
            _("No unit fits. Empty the search or turn a filter off.")
            if of
            else _("The library is empty. Units come in packs; the shipped one could not be read.")
        )

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 0)
        column.setSpacing(10)
        column.addWidget(self.search)
        chips = QWidget()
        flow = FlowLayout(chips, spacing=6)
        for chip in (self._fits, self._short, self._doing):
            flow.addWidget(chip)
        column.addWidget(chips)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self._nothing.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(self.narrowed)
        for chip in (self._fits, self._short, self._doing):
            chip.toggled.connect(self.narrowed)
        self.list.add_requested.connect(self.add_requested)
        self.list.shown.connect(self.unit_shown)
