"""The start page: three ways to begin, the workshops there are, the sample for newcomers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.desktop.actions import Act
from facilitator.desktop.start.cards import BeginCard, WorkshopCard
from facilitator.desktop.start.phrases import matches, next_first
from facilitator.desktop.start.programme_list import ProgrammeList
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.cards import ScrollPage, clear_layout
from facilitator.desktop.widgets.chips import Chip
from facilitator.desktop.widgets.empty import EmptyState
from facilitator.desktop.widgets.fields import SearchField
from facilitator.desktop.widgets.labels import IconLabel, Label, TextRole
from facilitator.desktop.widgets.messages import MessageBar
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.desktop.desk_parts import Parts
    from facilitator.desktop.window_actions import WindowActions
    from facilitator.workshop.summary import Summary

COLUMNS = 3
MARGIN = 72


class StartPage(ScrollPage):
    """What the window shows while no workshop is open.

    Signals:
        workshop_chosen: the id of the workshop to open. programme_chosen: the id of the programme to begin with.
    """

    workshop_chosen = Signal(str)
    programme_chosen = Signal(str)

    def __init__(self, parts: Parts, actions: WindowActions) -> None:
        super().__init__(margins=(MARGIN, 40, MARGIN, 40), spacing=0)
        self._parts = parts
        self._look = parts.look
        self._actions = actions
        self._summaries: tuple[Summary, ...] = ()
        self._search = SearchField(self._look, _("Search workshops"))
        self._programmes = ProgrammeList(self._look)
        self._order = Label(_("next first"), TextRole.MUTED)
        self._grid = QGridLayout()
        self._parts_of_page = QStackedWidget()
        self.messages = MessageBar(self._look)
        self._build()
        self._search.textChanged.connect(self._on_sought)
        self._programmes.chosen.connect(self.programme_chosen)
        self._programmes.back_requested.connect(self.show_workshops)

    def refresh(self) -> None:
        """Read the shelf again and show the workshops."""
        self._summaries = next_first(self._parts.workshops.summaries(), self._parts.clock.now().utc().date())
        self.messages.clear()
        self.show_workshops()

    def show_workshops(self) -> None:
        """Show the ways to begin and the workshops."""
        self._parts_of_page.setCurrentIndex(0)
        self._search.setPlaceholderText(_("Search workshops"))
        self._search.clear()
        self._show_cards()

    def show_programmes(self) -> None:
        """Show the ready programmes."""
        self._parts_of_page.setCurrentIndex(1)
        self._search.setPlaceholderText(_("Search programmes"))
        self._search.clear()
        self._programmes.show_library(self._parts.library())

    def _on_sought(self, text: str) -> None:
        if self._parts_of_page.currentIndex() == 1:
            self._programmes.show_library(self._parts.library(), text)
        else:
            self._show_cards()

    def _show_cards(self) -> None:
        clear_layout(self._grid)
        text = self._search.text()
        found = [summary for summary in self._summaries if matches(summary, text)]
        for at, summary in enumerate(found):
            card = WorkshopCard(self._look, summary)
            card.clicked.connect(lambda _checked=False, chosen=summary.id: self.workshop_chosen.emit(chosen))
            self._grid.addWidget(card, at // COLUMNS, at % COLUMNS)
        self._order.setVisible(len(found) > 1)
        if not found:
            self._grid.addWidget(self._nothing(sought=bool(text.strip())), 0, 0, 1, COLUMNS)

    def _nothing(self, *, sought: bool) -> EmptyState:
        if sought:
            return EmptyState(
                self._look,
                IconName.SEARCH,
                _("No workshop has these words"),
                _("Try the client’s name or fewer words."),
            )
        return EmptyState(
            self._look,
            IconName.CALENDAR,
            _("No workshops yet"),
            _("Begin with one of the three ways above, or look around in the sample."),
        )

    def _build(self) -> None:
        self.body.addLayout(self._header())
        self.body.addSpacing(24)
        self.body.addWidget(self.messages)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(_("What are you preparing?"), TextRole.DISPLAY))
        column.addSpacing(32)
        column.addLayout(self._beginnings())
        column.addSpacing(32)
        column.addLayout(self._workshops_head())
        column.addSpacing(16)
        self._grid.setSpacing(16)
        for at in range(COLUMNS):
            self._grid.setColumnStretch(at, 1)
        column.addLayout(self._grid)
        column.addStretch(1)
        column.addSpacing(32)
        column.addLayout(self._sample_line())
        self._parts_of_page.addWidget(first)
        self._parts_of_page.addWidget(self._programmes)
        self.body.addWidget(self._parts_of_page, 1)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self._look, IconName.LOGO, "accent", 30))
        row.addSpacing(4)
        row.addWidget(Label("Facilitator", TextRole.WORDMARK))
        row.addStretch()
        self._search.setFixedWidth(self._look.px(280))
        row.addWidget(self._search)
        for act in (Act.GO_LIBRARY, Act.GO_SETTINGS, Act.OPEN_FILE):
            action = self._actions.get(act)
            if action is not None:
                icon = action.data()
                button = Button(self._look, action.text(), IconName(icon) if icon else None, Variant.QUIET)
                button.follow(action)
                row.addWidget(button)
        return row

    def _beginnings(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for act, icon, title, sentence in (
            (
                Act.NEW_BEST_FIT,
                IconName.DRAFT,
                _("Find the best fit"),
                _("Say who it is for and how long you have; see which ready programmes fit best."),
            ),
            (
                Act.NEW_FROM_PROGRAMME,
                IconName.PROGRAMME,
                _("From a programme"),
                _("Choose one of the ready programmes and make it yours."),
            ),
            (
                Act.NEW_BLANK,
                IconName.SQUARE_PLUS,
                _("Blank agenda"),
                _("Start with an empty day and your own blocks."),
            ),
        ):
            card = BeginCard(self._look, icon, title, sentence)
            card.clicked.connect(self._actions[act].trigger)
            row.addWidget(card, 1)
        return row

    def _workshops_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(_("Your workshops"), TextRole.HEADING), alignment=Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._order, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        return row

    def _sample_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Chip(_("Sample")))
        words = _("New here? Open the sample workshop and look around in a finished agenda.")
        row.addWidget(Label(words, TextRole.MUTED))
        button = Button(self._look, _("Open the sample"))
        button.follow(self._actions[Act.OPEN_SAMPLE])
        row.addWidget(button)
        row.addStretch()
        return row
