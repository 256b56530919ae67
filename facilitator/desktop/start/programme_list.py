"""The list of ready programmes on the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.desktop.programmes.card import ProgrammeCard
from facilitator.desktop.programmes.facts import programme_facts
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.cards import clear_layout
from facilitator.desktop.widgets.empty import EmptyState
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.curriculum.library import Library
    from facilitator.desktop.theme.look import Look


class ProgrammeList(QWidget):
    """Every ready programme, shortest first, each with *Use this programme*.

    Signals:
        chosen: the id of the programme to use. back_requested: back to the workshops.
    """

    chosen = Signal(str)
    back_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        back = Button(look, _("Back"), IconName.BACK, Variant.QUIET)
        back.clicked.connect(self.back_requested)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(back)
        head.addWidget(Label(_("Ready programmes"), TextRole.HEADING), 1)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(self._cards)
        column.addStretch()

    def show_library(self, library: Library, text: str = "") -> int:
        """Show the programmes that hold every word of a search; gives how many."""
        clear_layout(self._cards)
        words = text.casefold().split()
        facts = sorted(
            (programme_facts(programme, library) for programme in library.programmes), key=lambda f: f.minutes
        )
        fitting = [
            f
            for f in facts
            if all(word in f"{f.title} {f.summary} {f.audience_words()}".casefold() for word in words)
        ]
        for fact in fitting:
            card = ProgrammeCard(self._look, fact)
            card.use_requested.connect(self.chosen)
            self._cards.addWidget(card)
        if not fitting:
            self._cards.addWidget(
                EmptyState(self._look, IconName.PROGRAMME, _("No programme has these words"), _("Try fewer words."))
            )
        return len(fitting)
