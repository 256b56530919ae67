"""The ready programmes, the best fit for the brief first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.desktop.programmes.card import ProgrammeCard
from facilitator.desktop.programmes.facts import Verdict, ranked
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.cards import clear_layout
from facilitator.desktop.widgets.empty import EmptyState
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.curriculum.library import Library
    from facilitator.desktop.programmes.facts import Fitting
    from facilitator.desktop.theme.look import Look
    from facilitator.workshop.model import Brief


class ProgrammeChooser(QWidget):
    """Every programme with how well it fits; it is sorted anew when audiences or times change.

    Signals:
        use_requested: the id of a programme.
    """

    use_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Fitting, ...] | None = None
        self._hint = Label("", TextRole.MUTED, wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(_("Ready programmes"), TextRole.HEADING))
        column.addWidget(self._hint)
        column.addSpacing(4)
        column.addLayout(self._cards)
        column.addStretch()

    def show_fit(self, brief: Brief, library: Library) -> None:
        """Show how well each programme fits a brief."""
        fittings = ranked(brief, library)
        self._hint.setText(_hint(brief))
        if fittings == self._shown:
            return
        self._shown = fittings
        clear_layout(self._cards)
        for at, fitting in enumerate(fittings):
            card = ProgrammeCard(self._look, fitting.facts, fitting.remarks, best=at == 0 and _is_good(fitting))
            card.use_requested.connect(self.use_requested)
            self._cards.addWidget(card)
        if not fittings:
            sentence = _("The library holds no programmes. Build the day from single units in Agenda.")
            self._cards.addWidget(EmptyState(self._look, IconName.PROGRAMME, _("No programmes"), sentence))


def _is_good(fitting: Fitting) -> bool:
    return bool(fitting.remarks) and all(remark.verdict is not Verdict.BAD for remark in fitting.remarks)


def _hint(brief: Brief) -> str:
    if not brief.audiences and brief.end is None:
        return _("Say who it is for and when it ends, and the best fit comes first.")
    if not brief.audiences:
        return _("Say who it is for, and the best fit comes first.")
    if brief.end is None:
        return _("Sorted by audience. Say when it ends to see what fits in.")
    return _("The best fit for your audience and your time comes first.")
