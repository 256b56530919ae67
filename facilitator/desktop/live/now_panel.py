"""The middle of the console: what now, how long still, what the room sees, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.curriculum.unit import Kind
from facilitator.desktop.live.audience_canvas import AudienceCanvas
from facilitator.desktop.live.console_words import kind_words, next_words, remaining_words, times_words
from facilitator.desktop.live.run_control import step_share
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.theme.look import Look, Weight
from facilitator.desktop.widgets.kinds import KIND_ICONS
from facilitator.desktop.widgets.labels import ElidedLabel, IconLabel, Label, TextRole
from facilitator.foundation.words import _
from facilitator.live.labels import grouping_words
from facilitator.live.phases import Phase
from facilitator.live.view import RunStatus, RunView

if TYPE_CHECKING:
    from facilitator.desktop.slides.pictures import Pictures
    from facilitator.live.audience import AudienceView


class NowPanel(QWidget):
    """Readable from two metres; the preview is the audience view itself, small."""

    def __init__(self, look: Look, pictures: Pictures | None = None) -> None:
        super().__init__()
        self._look = look
        self._sign = IconLabel(look, IconName.BOOK, "unit", 20)
        self._kind = Label(role=TextRole.ACCENT)
        self._grouping = Label(role=TextRole.MUTED)
        self._title = Label(wrap=True)
        self._digits = Digits(look)
        self._of = Label(role=TextRole.MUTED, wrap=True)
        self._bar = ShareBar(look)
        self.preview = AudienceCanvas(look, pictures=pictures)
        self._preview_words = Label(_("The room sees"), TextRole.CAPS)
        self._next_caption = Label(_("Next"), TextRole.CAPS)
        self._next = NextCard(look)
        self._build()
        self._size()
        look.changed.connect(self._size)

    def show_run(self, view: RunView, audience: AudienceView) -> None:
        """Show one moment."""
        kind = view.step.kind if view.step else view.unit.kind if view.unit else Kind.CLOSING
        self._sign.set_icon(KIND_ICONS[kind], kind.value)
        self._kind.setText(kind_words(view))
        cue = view.cue
        self._grouping.setText(grouping_words(cue.grouping, cue.group_size) if cue else "")
        self._title.setText(title_words(view))
        self._digits.show_time(remaining_words(view), view.phase, paused=view.status is RunStatus.PAUSED)
        self._of.setText(times_words(view))
        self._bar.show_share(step_share(view), view.phase)
        self.preview.show_view(audience, step_share(view))
        self._next.show_words(*next_words(view))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._digits.grow_with(self.height())

    def _size(self) -> None:
        self._title.setStyleSheet(f"font-size: {self._look.px(25)}px; font-weight: 650;")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 18, 26, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign)
        head.addWidget(self._kind)
        head.addStretch(1)
        head.addWidget(self._grouping)
        column.addLayout(head)
        self._title.setMinimumHeight(self._look.px(64))
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._title)
        clock = QHBoxLayout()
        clock.setSpacing(22)
        clock.addWidget(self._digits)
        clock.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(clock)
        column.addWidget(self._bar)
        column.addSpacing(4)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addLayout(self._captioned(self._preview_words, Framed(self.preview)), 3)
        self._next.setMaximumHeight(self._look.px(260))
        below.addLayout(self._captioned(self._next_caption, self._next), 2)
        column.addLayout(below, 1)

    def _captioned(self, caption: Label, widget: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(caption)
        column.addWidget(widget, 2)
        column.addStretch(0)
        return column


def title_words(view: RunView) -> str:
    """Give what the room is at: the prompt's first line, the cue's title, or the block's."""
    if view.status is RunStatus.FINISHED:
        return _("The day is done.")
    cue = view.cue if view.status is not RunStatus.READY else None
    if cue is not None:
        lines = cue.prompt_lines()
        return lines[0] if lines and cue.slide is None else cue.title
    return view.unit.title if view.unit else ""


class Digits(QWidget):
    """The remaining time, large, in a box that does not jump between 10:00 and 9:59."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = ""
        self._role = "text"
        self._size = 112.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def grow_with(self, height: int) -> None:
        """Take a share of the height there is, within limits."""
        size = min(max(112.0, height * 0.17), 190.0)
        if size != self._size:
            self._size = size
            self.updateGeometry()

    def show_time(self, words: str, phase: Phase, *, paused: bool) -> None:
        """Show a time; what is over is told by its plus sign, the colour only repeats it."""
        role = {Phase.WARNING: "warn", Phase.DANGER: "warn", Phase.OVER: "err"}.get(phase, "text")
        role = "text3" if paused else role
        if (words, role) == (self._words, self._role):
            return
        longer = len(words) != len(self._words)
        self._words, self._role = words, role
        self.setAccessibleName(_("{time} left").format(time=words))
        if longer:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        digits = "0" * max(4, len(self._words) - self._words.count(":"))
        width = QFontMetricsF(self._font()).horizontalAdvance(digits + ":")
        return QSize(round(width) + 4, self._look.px(self._size))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(self._look.colour(self._role))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._words)
        painter.end()

    def _font(self) -> QFont:
        return self._look.type(self._size, Weight.STRONG)


class ShareBar(QWidget):
    """How much of what is counted has passed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share: float | None = None
        self._phase = Phase.NONE
        self.setFixedHeight(8)
        look.changed.connect(self.update)

    def show_share(self, share: float | None, phase: Phase) -> None:
        """Show a share; None leaves the bar empty."""
        if (share, phase) != (self._share, self._phase):
            self._share, self._phase = share, phase
            self.setAccessibleName(_("{n} % of the time is over").format(n=round((share or 0) * 100)))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("line"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        width = self.width() * (self._share or 0.0)
        if width >= 8:
            role = "err" if self._phase is Phase.OVER else "exercise"
            painter.setBrush(self._look.colour(role))
            painter.drawRoundedRect(QRectF(0, 0, width, 8), 4, 4)
        painter.end()


class Framed(QWidget):
    """Keeps a widget at 16:9 at the top of the room it has, with a line round it."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        inner.setParent(self)
        self.setMinimumSize(240, 135)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(self.width(), self.height() * 16 // 9)
        self._inner.setGeometry(0, 0, width, width * 9 // 16)


class NextCard(QWidget):
    """What the next press brings, in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        self._title = Label(role=TextRole.HEADING, wrap=True)
        self._then = Label(role=TextRole.MUTED, wrap=True)
        self._after = ElidedLabel(role=TextRole.SMALL)
        column.addWidget(self._title)
        column.addWidget(self._then)
        column.addStretch(1)
        column.addWidget(self._after)
        look.changed.connect(self.update)

    def show_words(self, title: str, then: str, after: str) -> None:
        """Show what comes: a title, what it is, and the block after."""
        self._title.setText(title)
        self._then.setText(then)
        self._then.setVisible(bool(then))
        self._after.setText(after)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("sunk"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        painter.end()
