"""The audiences of a brief with their head-counts, and the ways to add one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from facilitator.curriculum.audience import AudienceLayer, Profile
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, IconButton, plain_words
from facilitator.desktop.widgets.cards import clear_layout
from facilitator.desktop.widgets.chips import ToggleChip
from facilitator.desktop.widgets.fields import CountField
from facilitator.desktop.widgets.flow import FlowLayout
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.limits import LIST_PEOPLE
from facilitator.foundation.words import _
from facilitator.workshop.model import AudienceShare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.curriculum.audience import Audience
    from facilitator.curriculum.library import AudienceGroup
    from facilitator.desktop.theme.look import Look

USUAL_PEOPLE = 10


class AudienceEditor(QWidget):
    """Functions as rows with head-counts; sectors and overlays as chips that hold for the whole room.

    Signals:
        shares_changed: the new tuple of :class:`AudienceShare`.
    """

    shares_changed = Signal(object)

    def __init__(self, look: Look, audiences: Sequence[Audience]) -> None:
        super().__init__()
        self._look = look
        self._audiences = tuple(audiences)
        self._names = {audience.id: audience.name for audience in audiences}
        self._shares: tuple[AudienceShare, ...] = ()
        self._chips: dict[str, ToggleChip] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._add = Button(look, _("Add an audience"), IconName.PLUS)
        self._build()

    def show_shares(self, shares: tuple[AudienceShare, ...]) -> None:
        """Show the audiences of a brief."""
        if [share.profile.function for share in shares] != [share.profile.function for share in self._shares]:
            self._shares = shares
            self._show_rows()
        self._shares = shares
        for at, count in enumerate(self.findChildren(CountField)):
            if at < len(shares):
                count.show_count(shares[at].people)
        common = {audience for share in shares for audience in (*share.profile.sectors, *share.profile.overlays)}
        for audience_id, chip in self._chips.items():
            chip.setChecked(audience_id in common)

    def set_allowed(self, *, allowed: bool) -> None:
        """Let the audiences be changed, or only looked at."""
        for widget in (
            self._add,
            *self._chips.values(),
            *self.findChildren(CountField),
            *self.findChildren(IconButton),
        ):
            widget.setEnabled(allowed)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch()
        column.addLayout(foot)
        for layer, words in (
            (AudienceLayer.SECTOR, _("Sector, for the whole room")),
            (AudienceLayer.OVERLAY, _("Strict rules that apply")),
        ):
            wanted = [audience for audience in self._audiences if audience.layer is layer]
            if wanted:
                column.addSpacing(8)
                column.addWidget(Label(words, TextRole.SMALL))
                column.addWidget(self._chip_box(wanted))

    def _chip_box(self, audiences: Sequence[Audience]) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        for audience in audiences:
            chip = ToggleChip(audience.short)
            chip.setToolTip(audience.name)
            chip.clicked.connect(self._on_chips)
            self._chips[audience.id] = chip
            flow.addWidget(chip)
        return box

    def offer(self, groups: Sequence[AudienceGroup]) -> None:
        """Offer the functions of some packs, in this order; more than one pack is told apart by its title."""
        menu = QMenu(self)
        for group in groups:
            functions = [audience for audience in group.audiences if audience.layer is AudienceLayer.FUNCTION]
            if functions and len(groups) > 1:
                menu.addSection(plain_words(group.title))
            for audience in functions:
                action = QAction(plain_words(audience.name), menu)
                action.triggered.connect(lambda _checked=False, chosen=audience.id: self.add(chosen))
                menu.addAction(action)
        old = self._add.menu()
        self._add.setMenu(menu)
        if old is not None:
            old.deleteLater()

    def add(self, audience_id: str) -> None:
        """Add a function with a usual head-count; one that is there already stays as it is."""
        if any(share.profile.function == audience_id for share in self._shares):
            return
        sectors, overlays = self._common()
        share = AudienceShare(Profile(audience_id, sectors, overlays), USUAL_PEOPLE)
        self._tell((*(s for s in self._shares if s.profile.function), share))

    def _show_rows(self) -> None:
        clear_layout(self._rows)
        for share in self._shares:
            if share.profile.function:
                self._rows.addWidget(self._row(share))

    def _row(self, share: AudienceShare) -> QWidget:
        function = share.profile.function
        name = share.name or self._names.get(function, function)
        count = CountField(_("People: {audience}").format(audience=name), 1, LIST_PEOPLE)
        count.setFixedWidth(self._look.px(72))
        count.show_count(share.people)
        count.valueChanged.connect(lambda people: self._set_people(function, people))
        drop = IconButton(self._look, IconName.CLOSE, _("Take away {audience}").format(audience=name))
        drop.clicked.connect(lambda: self._drop(function))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Label(name), 1)
        line.addWidget(count)
        line.addWidget(drop)
        return row

    def _set_people(self, function: str, people: int) -> None:
        self._tell(
            tuple(
                replace(share, people=people) if share.profile.function == function else share
                for share in self._shares
            )
        )

    def _drop(self, function: str) -> None:
        self._tell(tuple(share for share in self._shares if share.profile.function != function))

    def _on_chips(self) -> None:
        sectors, overlays = self._common()
        shares = self._shares or (AudienceShare(Profile(), USUAL_PEOPLE),)
        changed = tuple(
            replace(share, profile=replace(share.profile, sectors=sectors, overlays=overlays)) for share in shares
        )
        # A room of one sector and no function is the general public; without either there is nobody
        self._tell(tuple(share for share in changed if share.profile != Profile()))

    def _common(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        def chosen(layer: AudienceLayer) -> tuple[str, ...]:
            return tuple(a.id for a in self._audiences if a.layer is layer and self._chips[a.id].isChecked())

        return chosen(AudienceLayer.SECTOR), chosen(AudienceLayer.OVERLAY)

    def _tell(self, shares: tuple[AudienceShare, ...]) -> None:
        self.shares_changed.emit(shares)
