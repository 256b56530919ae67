"""The work behind the cards, done on another thread: gathering, drawing first pages, writing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from facilitator.curriculum.library import Library
from facilitator.desktop.papers.first_pages import first_page
from facilitator.export.delivered import delivered
from facilitator.export.jobs import ExportCancelledError, Exported
from facilitator.export.papers import Paper
from facilitator.export.prepare import Edition, prepare
from facilitator.foundation.folders import made
from facilitator.workshop.model import Workshop

if TYPE_CHECKING:
    from facilitator.desktop.workers import Cancelled, Report, Work
    from facilitator.export.handover import Handover

RunLog = tuple[Mapping[str, object], tuple[Mapping[str, object], ...]]


@dataclass(frozen=True, slots=True)
class Source:
    """What papers are made of, taken at one moment; ``last_run`` is its header and events, or None."""

    workshop: Workshop
    made: dt.datetime
    last_run: RunLog | None
    library: Callable[[], Library]

    def handover(self, edition: Edition | None) -> Handover:
        """Gather everything."""
        library = self.library()
        packs = {copy.pack_id for copy in self.workshop.units}
        folder = next((pack.folder for pack in library.packs if pack.id in packs), None)
        return prepare(
            self.workshop,
            self.made,
            edition=edition,
            actuals=delivered(*self.last_run) if self.last_run else (),
            audiences=library.audiences,
            pictures=folder,
            decks=library.decks_of(copy.unit_id for copy in self.workshop.units),
        )


@dataclass(frozen=True, slots=True)
class Make:
    """One paper to be made."""

    source: Source
    paper: Paper
    folder: Path
    edition: Edition | None


@dataclass(frozen=True, slots=True)
class Draft:
    """The first page of a paper as a picture, and what is in it."""

    image: QImage
    words: str


def make_paper(make: Make) -> Work:
    """Give the work that writes a paper into its folder, over the one made before."""

    def work(report: Report, cancelled: Cancelled) -> Exported | None:
        handover = make.source.handover(make.edition)
        made(make.folder)
        target = make.folder / make.paper.file_name(handover)
        try:
            return make.paper.export(handover, target, report, cancelled)
        except ExportCancelledError:
            return None

    return work


def draw_first_pages(source: Source, papers: tuple[Paper, ...], edition: Edition | None) -> Work:
    """Give the work that draws the first page of every paper, by its id."""

    def work(_report: Report, cancelled: Cancelled) -> dict[str, Draft]:
        handover = source.handover(edition)
        drafts = {}
        for paper in papers:
            if cancelled():
                break
            if paper.preview is not None:
                drafts[paper.id] = Draft(*first_page(paper.preview(handover)))
        return drafts

    return work
