"""A programme as a card: what it is, for whom, how long, how the time is spent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facilitator.desktop.programmes.facts import Verdict
from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.chips import Chip, Tone
from facilitator.desktop.widgets.kinds import DayStrip
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.desktop.programmes.facts import ProgrammeFacts, Remark
    from facilitator.desktop.theme.look import Look

_TONES = {Verdict.GOOD: Tone.OK, Verdict.SO_SO: Tone.QUIET, Verdict.BAD: Tone.WARN}


class ProgrammeCard(QFrame):
    """Shows a programme and offers to use it.

    Signals:
        use_requested: the programme's id.
    """

    use_requested = Signal(str)

    def __init__(
        self, look: Look, facts: ProgrammeFacts, remarks: Sequence[Remark] = (), *, best: bool = False
    ) -> None:
        super().__init__()
        self._facts = facts
        self.setProperty("surface", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addLayout(self._head(remarks))
        if facts.summary:
            column.addWidget(Label(facts.summary, TextRole.MUTED, wrap=True))
        column.addWidget(DayStrip(look, facts.strip))
        column.addLayout(self._foot(look, best=best))

    def _head(self, remarks: Sequence[Remark]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self._facts.title, TextRole.HEADING, wrap=True), 1)
        for remark in remarks:
            row.addWidget(Chip(remark.words, _TONES[remark.verdict]), alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _foot(self, look: Look, *, best: bool) -> QHBoxLayout:
        facts = self._facts
        words = " · ".join((facts.length_words(), facts.people_words(), facts.audience_words()))
        use = Button(look, _("Use this programme"), variant=Variant.PRIMARY if best else Variant.PLAIN)
        use.setAccessibleDescription(facts.title)
        use.clicked.connect(lambda: self.use_requested.emit(facts.id))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(words, TextRole.SMALL, wrap=True), 1)
        row.addWidget(use)
        return row
