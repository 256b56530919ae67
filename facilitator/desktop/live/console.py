"""The presenter's console: plan, now, notes, and one row of large actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.desktop.live.drift_card import DriftCard
from facilitator.desktop.live.notes_panel import NotesPanel
from facilitator.desktop.live.now_panel import NowPanel
from facilitator.desktop.live.run_list import RunList, RunModel
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.theme.look import Look, Weight
from facilitator.desktop.widgets.buttons import Button, IconButton, Variant
from facilitator.desktop.widgets.cards import Surface, SurfaceRole
from facilitator.desktop.widgets.chips import Chip, Tone
from facilitator.desktop.widgets.labels import ElidedLabel, Label, TextRole
from facilitator.foundation.words import _
from facilitator.live.view import RunStatus, RunView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent

    from facilitator.desktop.slides.pictures import Pictures
    from facilitator.live.audience import AudienceView
    from facilitator.live.offers import Option


class Console(QWidget):
    """Lays everything out; the place wires it.

    Signals:
        message_given: a text for the room, "" takes it away.
    """

    message_given = Signal(str)

    def __init__(
        self,
        look: Look,
        options: Callable[[], Sequence[tuple[Option, str]]],
        pictures: Pictures | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self.leave = IconButton(look, IconName.BACK, _("Leave the console"), size=18)
        self._state = Chip("")
        self._title = ElidedLabel(role=TextRole.TITLE)
        self._here = Label(role=TextRole.MUTED)
        self.projector = Button(look, "", IconName.SCREEN, Variant.QUIET)
        self._clock = Label()
        self.run_list = RunList(look, RunModel(self))
        self.drift = DriftCard(look, options)
        self.now = NowPanel(look, pictures)
        self.notes = NotesPanel(look)
        self.notices = QVBoxLayout()
        self.message = MessageLine()
        self._side = QFrame()
        self._left_actions = QHBoxLayout()
        self._right_actions = QHBoxLayout()
        self._build()
        self._size()
        look.changed.connect(self._size)
        self.message.returnPressed.connect(self._on_message)
        self.message.left.connect(self._leave_message)

    def show_run(self, view: RunView, audience: AudienceView, *, rehearsal: bool) -> None:
        """Show one moment of the run."""
        self._state.show_fact(*_state_words(view, rehearsal=rehearsal))
        self._clock.setText(view.words.clock)
        self.run_list.show_rows(view.rows)
        self.drift.show_run(view)
        self.now.show_run(view, audience)
        self.notes.show_run(view)

    def show_head(self, title: str, here: str, projector: str) -> None:
        """Show the workshop's title, who is here, and where the audience view is."""
        self._title.setText(title)
        self._here.setText(here)
        self.projector.setText(projector)

    def ask_message(self) -> None:
        """Open the line for a message to the room."""
        self.message.show()
        self.message.setFocus()
        self.message.selectAll()

    def set_actions(self, left: Sequence[QAction], right: Sequence[QAction], primary: QAction) -> None:
        """Put the actions into the row at the foot, each with its key on it."""
        for row, actions in ((self._left_actions, left), (self._right_actions, right)):
            for action in actions:
                row.addWidget(ActionButton(self._look, action, primary=action is primary))

    def _on_message(self) -> None:
        self.message_given.emit(self.message.text().strip())
        self._leave_message()

    def _leave_message(self) -> None:
        self.message.hide()
        self.setFocus()

    def _size(self) -> None:
        self._clock.setFont(self._look.type(24, Weight.STRONG))
        self._clock.setStyleSheet(f"font-size: {self._look.px(24)}px; font-weight: 650;")

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Presenter's console"))
        for button in (self.leave, self.projector):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.message.setPlaceholderText(_("A message to the room, then Enter; empty takes it away"))
        self.message.setAccessibleName(_("Message to the room"))
        self.message.setMaxLength(120)
        self.message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self.notices.setContentsMargins(16, 8, 16, 8)
        self._notice_room = QWidget()
        self._notice_room.setLayout(self.notices)
        column.addWidget(self._notice_room)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._plan())
        middle.addWidget(self.now, 1)
        self.notes.setMinimumWidth(self._look.px(300))
        self.notes.setMaximumWidth(self._look.px(520))
        middle.addWidget(self.notes, 0)
        column.addLayout(middle, 1)
        column.addWidget(self._foot())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(min(self._look.px(420), max(self._look.px(296), self.width() * 21 // 100)))
        self.notes.setFixedWidth(min(self._look.px(520), max(self._look.px(300), self.width() // 4)))

    def show_notice_room(self, *, shown: bool) -> None:
        """Make room for a notice, or give it back."""
        self._notice_room.setVisible(shown)

    def _head(self) -> QWidget:
        bar = Surface(SurfaceRole.BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 10, 20, 10)
        row.setSpacing(14)
        row.addWidget(self.leave)
        row.addWidget(self._state)
        row.addWidget(self._title, 1)
        row.addWidget(self._here)
        row.addWidget(self.projector)
        row.addWidget(self._clock)
        return bar

    def _plan(self) -> QWidget:
        side = self._side
        side.setProperty("surface", "rail")
        side.setFixedWidth(self._look.px(296))
        column = QVBoxLayout(side)
        column.setContentsMargins(6, 12, 6, 12)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        for words, stretch in ((_("Plan"), 0), (_("Block"), 1), (_("Now"), 0)):
            label = Label(words, TextRole.CAPS)
            if not stretch and words == _("Plan"):
                label.setFixedWidth(self._look.px(46))
            head.addWidget(label, stretch)
        column.addLayout(head)
        column.addWidget(self.run_list, 1)
        column.addWidget(self.drift)
        return side

    def _foot(self) -> QWidget:
        bar = Surface(SurfaceRole.FOOT)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(10)
        self._left_actions.setSpacing(10)
        self._right_actions.setSpacing(10)
        row.addLayout(self._left_actions)
        row.addWidget(self.message, 1)
        row.addStretch(1)
        row.addLayout(self._right_actions)
        return bar


class MessageLine(QLineEdit):
    """The line for a message to the room; it keeps its keys.

    Signals:
        left: Escape was pressed in it.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class ActionButton(Button):
    """A large button that shows its action's words and key, and follows whether it can be used."""

    def __init__(self, look: Look, action: QAction, *, primary: bool) -> None:
        icon = next((name for name in IconName if name.value == action.data()), None)
        super().__init__(look, action.text(), icon, Variant.PRIMARY if primary else Variant.PLAIN)
        self.setMinimumHeight(look.px(46))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._action = action
        action.changed.connect(self._on_action_changed)
        self.clicked.connect(action.trigger)
        self._on_action_changed()

    def _on_action_changed(self) -> None:
        key = self._action.shortcut().toString()
        short = {"PgDown": "PgDn", "Ctrl+Return": "Ctrl+↵"}.get(key, key)
        self.setText(f"{self._action.text()}   {short}")
        self.setAccessibleName(self._action.toolTip())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        self.setVisible(self._action.isVisible())


def _state_words(view: RunView, *, rehearsal: bool) -> tuple[str, Tone]:
    if view.status is RunStatus.FINISHED:
        return _("Finished"), Tone.QUIET
    if view.status is RunStatus.READY:
        return (_("Rehearsal"), Tone.QUIET) if rehearsal else (_("Ready"), Tone.ACCENT)
    if view.status is RunStatus.PAUSED:
        return _("Paused"), Tone.WARN
    return (_("Live, rehearsal"), Tone.ACCENT) if rehearsal else (_("Live"), Tone.ACCENT)
