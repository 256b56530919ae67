"""The right side of the Agenda place: what this block says to this audience, its notes, its details."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.desktop.agenda.block_details import BlockDetails
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.empty import EmptyState
from facilitator.desktop.widgets.kinds import KIND_ICONS, kind_word
from facilitator.desktop.widgets.labels import IconLabel, Label, TextRole
from facilitator.desktop.widgets.segments import SegmentedControl
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from facilitator.agenda.model import Block
    from facilitator.curriculum.unit import Kind, Unit
    from facilitator.desktop.agenda.block_facts import UnitFacts
    from facilitator.desktop.agenda.facts_page import FactsPage
    from facilitator.desktop.agenda.notes_page import NotesPage
    from facilitator.desktop.theme.look import Look

CONTENT, NOTES, DETAILS = "content", "notes", "details"


class Inspector(QFrame):
    """Shows one block, or a unit of the library before it is added.

    Args:
        packs: gives the folders in which the pictures on slides lie.

    Signals:
        audience_chosen: key of the audience to tell it to.
        detail_edited: a field of the block and its new value, see :class:`BlockDetails`.
    """

    audience_chosen = Signal(str)
    detail_edited = Signal(str, object)

    def __init__(self, look: Look, packs: Callable[[], Sequence[Path]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self._look = look
        self._packs = packs
        self._sign = IconLabel(look, IconName.BOOK, "unit", 18)
        self._kind = Label(role=TextRole.ACCENT)
        self._title = Label(role=TextRole.TITLE, wrap=True)
        self.audiences = SegmentedControl(name=_("Told to"))
        self.details = BlockDetails(look)
        self.pages = SegmentedControl(name=_("What to look at"))
        self._page = CONTENT
        self._wanted: dict[str, Callable[[], None]] = {}
        self._stack = QStackedWidget()
        self._full = QWidget()
        self._empty = EmptyState(
            look,
            IconName.LIST,
            _("Nothing chosen"),
            _("Choose a block of the day, or a unit of the library, to see what it says to your audience."),
        )
        self._build()
        self._connect()
        self.show_nothing()

    @functools.cached_property
    def facts(self) -> FactsPage:
        """The page with the slides, built when first looked at."""
        from facilitator.desktop.agenda.facts_page import FactsPage  # noqa: PLC0415 -- slides are not for start-up

        page = FactsPage(self._look, self._packs)
        self._stack.addWidget(page)
        return page

    @functools.cached_property
    def notes(self) -> NotesPage:
        """The page with the notes, built when first looked at."""
        from facilitator.desktop.agenda.notes_page import NotesPage  # noqa: PLC0415 -- nor is the parser of notes

        page = NotesPage(self._look)
        self._stack.addWidget(page)
        return page

    def show_nothing(self) -> None:
        """Say what could be shown here."""
        self._full.hide()
        self._empty.show()

    def show_audiences(self, options: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these audiences, key and words each; with fewer than two there is nothing to choose."""
        self.audiences.set_options(options)
        self.audiences.choose(chosen)
        self.audiences.setVisible(len(options) > 1)

    def show_unit(self, unit: Unit, facts: UnitFacts, lead_kind: Kind, block: Block | None) -> None:
        """Show a unit as it is taught; without a block it is not in the agenda yet."""
        words = _("{kind} unit · {id}").format(kind=kind_word(lead_kind), id=unit.id)
        self._show_head(lead_kind, words, block.title if block else unit.title)
        own = block.note if block else ""
        self._wanted = {
            CONTENT: lambda: self.facts.show_facts(facts),
            NOTES: lambda: self.notes.show_notes(facts.notes, own),
        }
        self._offer((CONTENT, NOTES, DETAILS) if block else (CONTENT, NOTES))
        if block:
            self.details.show_block(block)

    def show_frame_block(self, block: Block) -> None:
        """Show a block without a unit: an opening, a break, a note."""
        self._show_head(block.kind, kind_word(block.kind), block.title)
        self.audiences.hide()
        self._wanted = {NOTES: lambda: self.notes.show_notes((), block.note)}
        self.details.show_block(block)
        self._offer((DETAILS, NOTES) if block.note else (DETAILS,))

    def _show_head(self, kind: Kind, words: str, title: str) -> None:
        self._empty.hide()
        self._full.show()
        self._sign.set_icon(KIND_ICONS[kind], kind.value)
        self._kind.setText(words)
        self._title.setText(title)

    def _offer(self, pages: Sequence[str]) -> None:
        words = {CONTENT: _("Content"), NOTES: _("Notes"), DETAILS: _("Details")}
        self.pages.set_options([(page, words[page]) for page in pages])
        shown = self._page if self._page in pages else pages[0]
        self.pages.choose(shown)
        self.pages.setVisible(len(pages) > 1)
        self._turn_to(shown)

    def _turn_to(self, page: str) -> None:
        """Fill the page if what it shows is not what is wanted now, and show it."""
        fill = self._wanted.pop(page, None)
        if fill is not None:
            fill()
        self._stack.setCurrentWidget(self._widget_of(page))

    def _widget_of(self, page: str) -> QWidget:
        if page == CONTENT:
            return self.facts
        return self.notes if page == NOTES else self.details

    def _on_page_chosen(self, page: str) -> None:
        self._page = page
        self._turn_to(page)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._full, 1)
        outer.addWidget(self._empty, 1)
        column = QVBoxLayout(self._full)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._kind)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self.audiences)
        self._stack.addWidget(self.details)
        column.addWidget(self._stack, 1)
        column.addWidget(self.pages)

    def _connect(self) -> None:
        self.audiences.chosen.connect(self.audience_chosen)
        self.pages.chosen.connect(self._on_page_chosen)
        self.details.edited.connect(self.detail_edited)
