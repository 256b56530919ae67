"""The foot of the Agenda place: does it fit, how is the time spent, what was noticed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.agenda.slots import DaySchedule, Verdict
from facilitator.curriculum.unit import Kind
from facilitator.desktop.agenda.phrases import end_sentence, fit_sentence
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.kinds import DayStrip
from facilitator.desktop.widgets.labels import IconLabel, Label, TextRole
from facilitator.foundation.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.desktop.theme.look import Look


@dataclass(frozen=True, slots=True)
class Spent:
    """How a day's minutes are spent: shares of the work in percent, and the longest stretch without a break."""

    strip: tuple[tuple[Kind, int], ...]
    doing_percent: int
    listening_percent: int
    stretch_minutes: int


class Foot(QFrame):
    """Says it in words, with a sign and a colour.

    Signals:
        notices_wanted: somebody wants to see what was noticed.
    """

    notices_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("surface", "foot")
        self._sign = IconLabel(look, IconName.CIRCLE_CHECK, "ok", 18)
        self._end = Label(role=TextRole.OK)
        self._fit = Label(role=TextRole.SMALL)
        self._strip = DayStrip(look)
        self._facts = [Label(role=TextRole.SMALL) for _i in range(3)]
        self.notices = Button(look, "", IconName.ALERT, Variant.PLAIN)
        self._build()
        self.notices.clicked.connect(self.notices_wanted)

    def show_day(self, schedule: DaySchedule, spent: Spent, notices: int) -> None:
        """Say how the day stands."""
        role, icon = _tone(schedule.verdict)
        self._sign.set_icon(icon, role.value if role is not TextRole.STRONG else "text2")
        self._end.set_role(role)
        self._end.setText(end_sentence(schedule))
        self._fit.setText(fit_sentence(schedule))
        self._strip.show_blocks(spent.strip)
        self._facts[0].setText(_("Exercise and debrief {n}\u00a0%").format(n=spent.doing_percent))
        self._facts[1].setText(_("Listening {n}\u00a0%").format(n=spent.listening_percent))
        self._facts[2].setText(_("Longest stretch {n} min").format(n=spent.stretch_minutes))
        self.notices.setText(ngettext("{n} thing to look at", "{n} things to look at", notices).format(n=notices))
        self.notices.setVisible(notices > 0)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(24)
        words = QVBoxLayout()
        words.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._sign)
        first.addWidget(self._end)
        first.addStretch(1)
        words.addLayout(first)
        words.addWidget(self._fit)
        row.addLayout(words)
        row.addStretch(1)
        column = QWidget()
        column.setMinimumWidth(self._look.px(300))
        column.setMaximumWidth(self._look.px(420))
        spent = QVBoxLayout(column)
        spent.setContentsMargins(0, 0, 0, 0)
        spent.setSpacing(6)
        spent.addWidget(self._strip)
        facts = QHBoxLayout()
        facts.setSpacing(16)
        for fact, share in zip(self._facts, (3, 2, 3), strict=True):
            fact.setWordWrap(True)
            facts.addWidget(fact, share, Qt.AlignmentFlag.AlignTop)
        spent.addLayout(facts)
        row.addWidget(column, 2)
        row.addWidget(self.notices)


def _tone(verdict: Verdict) -> tuple[TextRole, IconName]:
    if verdict in {Verdict.ALWAYS, Verdict.PLANNED}:
        return TextRole.OK, IconName.CIRCLE_CHECK
    if verdict is Verdict.SQUEEZED:
        return TextRole.WARN, IconName.ALERT
    if verdict is Verdict.NEVER:
        return TextRole.ERR, IconName.ALERT
    return TextRole.STRONG, IconName.INFO
