"""Type, Enter, next: the field that checks people in."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.theme.look import Look, Weight
from facilitator.foundation.words import _
from facilitator.people.roster import Person, Presence


class CheckInField(QLineEdit):
    """Shows the person who is meant behind what is typed.

    Enter checks that person in, Shift+Enter as late, Ctrl+E excuses; the arrow keys walk the other matches.

    Signals:
        chosen: person id and a ``Presence``.
        walked: 1 or -1, to the next or the previous match.
    """

    chosen = Signal(str, object)
    walked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._meant: Person | None = None
        self.setObjectName("checkin")
        self.setAccessibleName(_("Check in: type a name, press Enter"))
        self.setPlaceholderText(_("Type a name, press Enter"))
        self.addAction(look.icon(IconName.SEARCH, "accent"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumHeight(look.px(46))
        self.setFont(look.type(17))

    def mean(self, person: Person | None) -> None:
        """Show who is meant by what is typed, None for nobody."""
        self._meant = person
        words = _("{name}, press Enter when here").format(name=person.full_name()) if person else _("Nobody found")
        self.setAccessibleDescription(words if self.text() else "")
        self.update()

    def meant(self) -> Person | None:
        """Give who is meant."""
        return self._meant

    def keyPressEvent(self, event: QKeyEvent) -> None:
        presence = self._presence_of(event)
        if presence is not None:
            if self._meant is not None and self.text().strip():
                self.chosen.emit(self._meant.id, presence)
                self.clear()
            return
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.text().strip():
            words = completion(self.text(), self._meant.listed_name()) if self._meant else _("nobody found")
            self._paint_rest(painter, words, continues=self._meant is not None and not words.startswith("→"))
        self._paint_keys(painter)
        painter.end()

    def _presence_of(self, event: QKeyEvent) -> Presence | None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return Presence.LATE if shift else Presence.HERE
        if control and event.key() == Qt.Key.Key_E:
            return Presence.EXCUSED
        return None

    def _paint_rest(self, painter: QPainter, rest: str, *, continues: bool) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        area = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        # The cursor's rectangle reaches to both sides of where the next letter goes
        left = self.cursorRect().center().x() + (1 if continues else 12)
        painter.setFont(self.font())
        painter.setPen(self._look.colour("text3"))
        room = QRect(left, area.top(), max(0, area.right() - left - self._keys_width()), area.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, rest)

    def _keys_width(self) -> int:
        return self._look.px(250)

    def _paint_keys(self, painter: QPainter) -> None:
        if not self.hasFocus() and not self.text():
            return
        font = self._look.type(12, Weight.MEDIUM)
        painter.setFont(font)
        right = self.width() - 14
        for words in (_("Shift+Enter: late"), _("Enter: here")):
            width = painter.fontMetrics().horizontalAdvance(words) + 20
            frame = QRect(right - width, self.height() // 2 - 12, width, 24)
            painter.setBrush(self._look.colour("sunk"))
            painter.setPen(self._look.colour("line"))
            painter.drawRoundedRect(frame, 12, 12)
            painter.setPen(self._look.colour("text2"))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)
            right -= width + 8


def completion(typed: str, name: str) -> str:
    """Give what follows the typed letters where the name starts with them, else an arrow and the name."""
    if name.casefold().startswith(typed.casefold()):
        return name[len(typed) :]
    return f"→ {name}"
