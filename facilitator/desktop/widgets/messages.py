"""The message bar: what happened, what is safe, what to do; it never stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, IconButton, plain_words
from facilitator.desktop.widgets.labels import IconLabel, Label, TextRole, restyle
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.desktop.theme.look import Look
    from facilitator.foundation.errors import FacilitatorError


class MessageTone(StrEnum):
    """How serious a message is."""

    INFO = "info"
    OK = "ok"
    WARN = "warn"
    ERR = "err"


_SIGNS = {
    MessageTone.INFO: (IconName.INFO, "accent"),
    MessageTone.OK: (IconName.CIRCLE_CHECK, "ok"),
    MessageTone.WARN: (IconName.ALERT, "warn"),
    MessageTone.ERR: (IconName.ALERT, "err"),
}


@dataclass(frozen=True, slots=True)
class Message:
    """One message: sentences, and at most one thing to do about it.

    Attributes:
        happened: what happened. safe: what is not affected, or "". way_out: what to do next, or "".
        action_text, action: the button's words and what it does; the message goes away with it.
    """

    happened: str
    safe: str = ""
    way_out: str = ""
    tone: MessageTone = MessageTone.INFO
    action_text: str = ""
    action: Callable[[], None] | None = None

    @classmethod
    def of_error(cls, error: FacilitatorError) -> Message:
        """Say what a failed operation has to say."""
        return cls(error.happened, error.safe, error.way_out, MessageTone.ERR)


class MessageBar(QFrame):
    """Shows one message at a time at the top of a place; hidden while there is none.

    Signals:
        visibility_changed: whether there is a message now.
    """

    visibility_changed = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._message: Message | None = None
        self._sign = IconLabel(look, IconName.INFO, "accent", 20)
        self._happened = Label("", TextRole.STRONG, wrap=True)
        self._rest = Label("", TextRole.BODY, wrap=True)
        self._button = Button(look, "")
        self._close = IconButton(look, IconName.CLOSE, _("Close this message"))
        self._build()
        self._button.clicked.connect(self._on_action)
        self._close.clicked.connect(self.clear)
        self.hide()

    def message(self) -> Message | None:
        """Give the message that is shown, or None."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self._message = message
        icon, role = _SIGNS[message.tone]
        self._sign.set_icon(icon, role)
        self._happened.setText(message.happened)
        rest = " ".join(part for part in (message.safe, message.way_out) if part)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self._button.setText(plain_words(message.action_text))
        self._button.setVisible(message.action is not None)
        self.setProperty("message", message.tone.value)
        restyle(self)
        words = " ".join(part for part in (message.happened, rest) if part)
        self.setAccessibleName(words)
        self.show()
        self.visibility_changed.emit(True)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear_news(self) -> None:
        """Take away what only told of something done; what went wrong stays until it is closed."""
        if self._message is not None and self._message.tone in {MessageTone.INFO, MessageTone.OK}:
            self.clear()

    def clear(self) -> None:
        """Take the message away."""
        self._message = None
        self.hide()
        self.visibility_changed.emit(False)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._happened)
        words.addWidget(self._rest)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)

    def _on_action(self) -> None:
        message = self._message
        self.clear()
        if message is not None and message.action is not None:
            message.action()
