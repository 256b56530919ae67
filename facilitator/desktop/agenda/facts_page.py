"""The inspector's first page: slides, objectives, exercise, what to bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.curriculum.unit import Kind, Slide
from facilitator.desktop.slides.pictures import Pictures
from facilitator.desktop.slides.thumbnails import Thumbnails
from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.cards import ScrollPage, clear_layout
from facilitator.desktop.widgets.kinds import KindStripe
from facilitator.desktop.widgets.labels import Label, TextRole
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from facilitator.desktop.agenda.block_facts import UnitFacts
    from facilitator.desktop.theme.look import Look

FIRST_SLIDES = 4


class FactsPage(ScrollPage):
    """Scrolls; the first slides are shown until all are asked for.

    Args:
        packs: gives the folders in which the pictures on slides lie.
    """

    def __init__(self, look: Look, packs: Callable[[], Sequence[Path]]) -> None:
        super().__init__(margins=(0, 4, 4, 0), spacing=8)
        self._slides: tuple[Slide, ...] = ()
        self._all = False
        self._pictures = Thumbnails(look, pictures=Pictures(packs))
        self._more = Button(look, "", variant=Variant.QUIET)
        self._objectives = _Group(_("After this they can"))
        self._prompt = _Prompt(look)
        self._bring = _Group(_("Bring"))
        for widget in (self._pictures, self._more, self._objectives, self._prompt, self._bring):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._more.clicked.connect(self._on_more)

    def show_facts(self, facts: UnitFacts) -> None:
        """Show what there is to know of one unit."""
        if facts.slides != self._slides:
            self._all = False
        self._slides = facts.slides
        self._show_slides()
        self._objectives.show_lines([f"{line[:1].upper()}{line[1:]}." for line in facts.objectives])
        self._prompt.show_prompt(facts.prompt, facts.way)
        self._bring.show_lines([" · ".join(facts.bring)] if facts.bring else [], muted=True)

    def _show_slides(self) -> None:
        shown = self._slides if self._all else self._slides[:FIRST_SLIDES]
        self._pictures.show_slides(shown)
        self._more.setVisible(len(self._slides) > FIRST_SLIDES)
        words = _("Fewer slides") if self._all else _("All {n} slides").format(n=len(self._slides))
        self._more.setText(words)

    def _on_more(self) -> None:
        self._all = not self._all
        self._show_slides()


class _Group(QWidget):
    """A small heading and lines under it; hidden without lines."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(heading, TextRole.CAPS))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        self._shown: Sequence[str] = ()

    def show_lines(self, lines: Sequence[str], *, muted: bool = False) -> None:
        self.setVisible(bool(lines))
        if lines == self._shown:
            return
        self._shown = lines
        clear_layout(self._lines)
        for line in lines:
            self._lines.addWidget(Label(line, TextRole.MUTED if muted else TextRole.BODY, wrap=True))


class _Prompt(QFrame):
    """The exercise prompt behind its stripe, and how it is done."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(_("Exercise prompt"), TextRole.CAPS))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(KindStripe(look, Kind.EXERCISE))
        self._words = Label(role=TextRole.STRONG, wrap=True)
        row.addWidget(self._words, 1)
        column.addLayout(row)
        self._way = Label(role=TextRole.MUTED, wrap=True)
        column.addWidget(self._way)

    def show_prompt(self, lines: Sequence[str], way: str) -> None:
        self._words.setText("\n".join(lines))
        self._way.setText(way)
        self.setVisible(bool(lines))
