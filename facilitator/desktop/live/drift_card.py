"""What being late or early means, in words, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from facilitator.desktop.live.console_words import option_words
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, plain_words
from facilitator.desktop.widgets.labels import IconLabel, Label, TextRole, restyle
from facilitator.foundation.words import _
from facilitator.live.view import RunStatus, RunView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.desktop.theme.look import Look
    from facilitator.live.offers import Option

LATE_S = 60.0


class DriftCard(QFrame):
    """Says ``6 min behind`` and ``still ends 12:30``; offers ways to catch up when the end is late.

    Signals:
        chosen: an :class:`Option`.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, options: Callable[[], Sequence[tuple[Option, str]]]) -> None:
        super().__init__()
        self._options = options
        self._sign = IconLabel(look, IconName.CLOCK, "ok", 18)
        self._drift = Label(role=TextRole.OK)
        self._finish = Label(role=TextRole.MUTED, wrap=True)
        self.ways = Button(look, _("Ways to catch up"))
        self._menu = QMenu(self)
        self._tone = ""
        self.ways.setMenu(self._menu)
        self.ways.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu.aboutToShow.connect(self._fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._drift)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._finish)
        column.addWidget(self.ways)

    def show_run(self, view: RunView) -> None:
        """Show one moment."""
        late = view.drift_s >= LATE_S
        role = TextRole.WARN if late else TextRole.OK
        self._drift.set_role(role)
        self._drift.setText(_sentence(view))
        self._finish.setText(_finish_sentence(view))
        self._set_tone("warn" if late else "ok", IconName.CLOCK_ALERT if late else IconName.CLOCK)
        useful = abs(view.finish_drift_s) >= LATE_S and view.status not in {RunStatus.READY, RunStatus.FINISHED}
        self.ways.setText(_("Ways to catch up") if view.finish_drift_s > 0 else _("Use the time won"))
        self.ways.setVisible(useful)

    def _set_tone(self, tone: str, icon: IconName) -> None:
        if tone != self._tone:
            self._tone = tone
            self._sign.set_icon(icon, tone)
            self.setProperty("message", tone)
            restyle(self)

    def _fill(self) -> None:
        self._menu.clear()
        for option, end in self._options():
            action = self._menu.addAction(plain_words(option_words(option, end)))
            action.triggered.connect(lambda _checked=False, taken=option: self.chosen.emit(taken))
        if self._menu.isEmpty():
            self._menu.addAction(_("Nothing can be changed any more.")).setEnabled(False)


def _sentence(view: RunView) -> str:
    if view.status is RunStatus.READY and abs(view.drift_s) <= LATE_S:
        return _("On time to start")
    words = view.words.drift
    return f"{words[:1].upper()}{words[1:]}"


def _finish_sentence(view: RunView) -> str:
    if view.status is RunStatus.FINISHED:
        return _("Ended at {time}.").format(time=view.words.finish_time)
    if view.drift_s >= LATE_S and abs(view.finish_drift_s) < LATE_S:
        return _("The free time ahead takes it up: you still end at {time}.").format(time=view.words.finish_time)
    if abs(view.finish_drift_s) < LATE_S:
        return _("You end at {time}, as planned.").format(time=view.words.finish_time)
    return _("As things are, you end at {time}.").format(time=view.words.finish_time)
