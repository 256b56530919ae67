"""Notices of a run with the answers that fit; never a box, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.cards import clear_layout
from facilitator.desktop.widgets.labels import IconLabel, Label, TextRole
from facilitator.foundation.words import _
from facilitator.live.disturbances import RestoreMode, Subject
from facilitator.live.notices import NoticeAbout, RunNotice
from facilitator.live.offers import Option, Way
from facilitator.live.remote import Outcome

if TYPE_CHECKING:
    from facilitator.desktop.theme.look import Look
    from facilitator.live.session import Session

Answer = tuple[str, Callable[[], Outcome]]


class NoticeBar(QFrame):
    """Shows the first notice; answering it brings the next.

    Signals:
        answered: an answer was given; the focus should go back to the console.
    """

    answered = Signal()

    def __init__(self, look: Look, give: Callable[[Outcome], None]) -> None:
        super().__init__()
        self._look = look
        self._give = give
        self._shown: tuple[NoticeAbout, str, int] | None = None
        self.setProperty("message", "warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(look, IconName.ALERT, "warn", 18))
        self._words = Label(role=TextRole.STRONG, wrap=True)
        row.addWidget(self._words, 1)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(8)
        row.addLayout(self._answers)
        self.hide()

    def show_notices(self, notices: tuple[RunNotice, ...], session: Session) -> None:
        """Show what waits for an answer, the first of them."""
        notice = notices[0] if notices else None
        self.setVisible(notice is not None)
        if notice is None:
            self._shown = None
            return
        key = (notice.about, notice.words, id(session))
        if key == self._shown:
            return
        self._shown = key
        self._words.setText(notice.words)
        clear_layout(self._answers)
        for number, (words, answer) in enumerate(answers_to(notice, session)):
            button = Button(self._look, words, variant=Variant.PRIMARY if number == 0 else Variant.PLAIN)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, act=answer: self._on_answered(act))
            self._answers.addWidget(button)

    def _on_answered(self, answer: Callable[[], Outcome]) -> None:
        # The button goes with its notice; whatever had the focus next would be pressed by a clicker's Enter
        self.answered.emit()
        self._give(answer())


def answers_to(notice: RunNotice, session: Session) -> list[Answer]:
    """Give the answers to a notice, the usual one first."""
    count: Answer = (_("Count it"), lambda: session.leave_as_is(Subject.GAP))
    pause: Answer = (_("Treat as a pause"), session.gap_as_pause)
    match notice.about:
        case NoticeAbout.INTERRUPTED:
            return [
                (_("Go on, the time counts"), lambda: session.restore(RestoreMode.CONTINUE)),
                (_("Leave the time out"), lambda: session.restore(RestoreMode.EXCLUDE)),
                (_("Stay paused"), lambda: session.restore(RestoreMode.HOLD)),
            ]
        case NoticeAbout.ASLEEP:
            return [count, pause]
        case NoticeAbout.ASLEEP_OR_CLOCK:
            return [count, pause, (_("The clock was set"), session.gap_as_clock)]
        case NoticeAbout.ASLEEP_WHILE_PAUSED:
            return [(_("All right"), lambda: session.leave_as_is(Subject.GAP))]
        case NoticeAbout.CLOCK:
            return [
                (_("Keep the plan"), lambda: session.leave_as_is(Subject.CLOCK)),
                (_("Follow the clock"), session.follow_clock),
            ]
        case NoticeAbout.SHORT_BREAK:
            return _break_answers(notice, session)


def _break_answers(notice: RunNotice, session: Session) -> list[Answer]:
    leave: Answer = (_("Leave it so"), lambda: session.leave_as_is(Subject.BREAK, notice.unit_id))
    if back_later(session, notice.unit_id) is None:
        return [leave]
    return [(_("Come back later"), lambda: _come_back_later(session, notice.unit_id)), leave]


def back_later(session: Session, unit_id: str) -> Option | None:
    """Give the option to come back later from a break, None when there is none."""
    found = (option for option in session.other_options() if option.way is Way.BACK_LATER)
    return next((option for option in found if unit_id in {change.unit_id for change in option.changes}), None)


def _come_back_later(session: Session, unit_id: str) -> Outcome:
    """Take what is offered now, which may be more than when the notice came up."""
    option = back_later(session, unit_id)
    return Outcome() if option is None else session.take(option)
