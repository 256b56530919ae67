"""One paper as a card: its first page, what it is, Export, and how far that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.chips import Chip, Tone
from facilitator.desktop.widgets.labels import IconLabel, Label, TextRole
from facilitator.desktop.widgets.progress import ProgressRow
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.desktop.theme.look import Look


class FirstPage(QWidget):
    """The first page on the card's ground, with its own proportions; a plain sheet until it is drawn."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(176))
        look.changed.connect(self.update)

    def show_image(self, image: QImage | None, words: str) -> None:
        """Show a page; ``words`` say what is on it."""
        self._image = image
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(280), self._look.px(176))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(24, 18, -24, -18)
        sheet = QRectF(0, 0, room.height() * 0.72, room.height())
        if self._image is not None:
            size = QSize(self._image.deviceIndependentSize().toSize())
            size.scale(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            sheet = QRectF(0, 0, size.width(), size.height())
        sheet.moveCenter(room.center())
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlpha(26)
        painter.fillRect(sheet.translated(0, 2), shade)
        painter.fillRect(sheet, QColor("#FFFFFF"))
        if self._image is not None:
            painter.drawImage(sheet, self._image)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawRect(sheet)
        painter.end()


class PaperCard(QFrame):
    """A card for one paper.

    Signals:
        export_requested, cancel_requested, open_requested: the button was pressed.
    """

    export_requested = Signal()
    cancel_requested = Signal()
    open_requested = Signal()

    def __init__(self, look: Look, icon: IconName, title: str, kind: str) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setAccessibleName(title)
        self._look = look
        self.page = FirstPage(look)
        self._state = Chip("")
        self._facts = Label(role=TextRole.SMALL, wrap=True)
        self.export_button = Button(look, _("Export"), IconName.DOWNLOAD)
        self.export_button.setAccessibleName(_("Export {paper}").format(paper=title))
        self._open = Button(look, _("Open"), variant=Variant.QUIET)
        self._open.setAccessibleName(_("Open {paper}").format(paper=title))
        self._progress = ProgressRow(look, _("Making it …"))
        self._build(icon, title, kind)
        self.export_button.clicked.connect(self.export_requested)
        self._open.clicked.connect(self.open_requested)
        self._progress.cancel_requested.connect(self.cancel_requested)
        self.show_idle()

    def show_facts(self, words: str) -> None:
        """Say what is in it: ``38 slides · Legal``."""
        self._facts.setText(words)

    def show_idle(self) -> None:
        """Offer to export."""
        self._progress.hide()
        self._buttons.show()
        self._open.hide()
        self._state.hide()

    def show_working(self) -> None:
        """Show that it is being made."""
        self._buttons.hide()
        self._progress.begin()

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show how far it is."""
        self._progress.show_progress(done, total, words)

    def show_done(self, *, fresh: bool) -> None:
        """Offer to open what was made; not fresh means the workshop changed since."""
        self.show_idle()
        self._open.show()
        self._state.show_fact(_("Up to date") if fresh else _("Changed since"), Tone.OK if fresh else Tone.WARN)
        self._state.show()

    def _build(self, icon: IconName, title: str, kind: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 16)
        column.setSpacing(0)
        ground = QFrame()
        ground.setProperty("surface", "paper")
        on = QVBoxLayout(ground)
        on.setContentsMargins(0, 0, 0, 0)
        on.addWidget(self.page)
        column.addWidget(ground)
        body = QVBoxLayout()
        body.setContentsMargins(16, 14, 16, 0)
        body.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel(self._look, icon, "accent", 18))
        head.addWidget(Label(title, TextRole.STRONG))
        head.addStretch(1)
        head.addWidget(self._state)
        body.addLayout(head)
        body.addWidget(self._facts)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.export_button)
        row.addWidget(Label(kind, TextRole.SMALL))
        row.addStretch(1)
        row.addWidget(self._open)
        body.addWidget(self._buttons)
        body.addWidget(self._progress)
        column.addLayout(body)
