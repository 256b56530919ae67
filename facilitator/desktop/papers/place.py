"""The Papers place: what do I hand over?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.desktop.actions import Act, Scope
from facilitator.desktop.papers.card_grid import CardGrid
from facilitator.desktop.papers.first_pages import facts_words
from facilitator.desktop.papers.paper_card import PaperCard
from facilitator.desktop.papers.paper_work import Draft, Make, Source, draw_first_pages, make_paper
from facilitator.desktop.place import Desk, Place
from facilitator.desktop.theme.icons import IconName
from facilitator.desktop.widgets.buttons import Button, Variant
from facilitator.desktop.widgets.cards import ScrollPage
from facilitator.desktop.widgets.labels import ElidedLabel, Label, TextRole
from facilitator.desktop.widgets.messages import Message, MessageTone
from facilitator.desktop.widgets.segments import SegmentedControl
from facilitator.export.papers import Paper, papers
from facilitator.export.prepare import Edition
from facilitator.foundation.names import safe_file_name
from facilitator.foundation.words import _, ngettext
from facilitator.workshop.model import Workshop

if TYPE_CHECKING:
    from facilitator.curriculum.audience import Profile
    from facilitator.desktop.session import WorkshopSession
    from facilitator.desktop.workers import Job, Progress
    from facilitator.export.jobs import Exported
    from facilitator.foundation.errors import FacilitatorError

ROOM = "room"
SETTLE_MS = 400
_ICONS = {
    ".pptx": (IconName.PRESENTATION, "PowerPoint"),
    ".xlsx": (IconName.FILES, "Excel"),
    ".docx": (IconName.NOTE, "Word"),
}


@dataclass(slots=True)
class Made:
    """The last export of a paper: where it is, and what the workshop was then."""

    path: Path
    workshop: Workshop
    edition: str


class PapersPlace(Place):
    """Every paper as a card; exports run beside the window, each with progress and cancel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Scope.PAPERS)
        self.cards: dict[str, PaperCard] = {}
        self._papers = {paper.id: paper for paper in papers()}
        self._jobs: dict[str, Job] = {}
        self._made: dict[str, Made] = {}
        self._first_pages: Job | None = None
        self._folder: Path | None = None
        self.editions = SegmentedControl(name=_("Told to"))
        self._where = ElidedLabel(role=TextRole.SMALL)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._draw_first_pages)
        self._build()
        self.editions.chosen.connect(self._on_edition_chosen)
        self._export_all = self.act(Act.EXPORT_ALL, self.export_all)
        self._open_folder = self.act(Act.OPEN_FOLDER, self.open_folder)

    def title(self) -> str:
        """Give the place's name."""
        return _("Papers")

    def subtitle(self) -> str:
        """Say what holds for all of them."""
        return _("Everything leaves with the same times")

    def bar_actions(self) -> tuple[QAction, ...]:
        """Give the folder."""
        return (self._open_folder,)

    def primary_action(self) -> QAction | None:
        """Give the export of everything."""
        return self._export_all

    def show_session(self, session: WorkshopSession | None) -> None:
        """Show another workshop's papers."""
        if self.session is not None:
            self.session.workshop_changed.disconnect(self._on_workshop_changed)
        self._stop_everything()
        super().show_session(session)
        self._made.clear()
        if session is not None:
            session.workshop_changed.connect(self._on_workshop_changed)
            self._on_workshop_changed()

    def entered(self) -> None:
        """Draw the first pages as they are now."""
        self._draw_first_pages()

    def left(self) -> None:
        """Let exports go on; first pages can wait."""
        self._settle.stop()

    def folder(self) -> Path:
        """Give where papers go: the folder chosen, else one named after the workshop."""
        if self._folder is not None:
            return self._folder
        brief = self.session.workshop.brief if self.session else None
        name = " - ".join(part for part in (brief.client, brief.title) if part) if brief else ""
        return self.desk.folders.exports / safe_file_name(name or _("Workshop"), "")

    def export(self, paper_id: str) -> Job | None:
        """Begin making a paper; None without a workshop or while it is being made."""
        if self.session is None or paper_id in self._jobs:
            return None
        paper, workshop, edition = self._papers[paper_id], self.session.workshop, self._edition()
        job = self.desk.jobs.start(make_paper(Make(self._source(), paper, self.folder(), edition)))
        self._jobs[paper_id] = job
        card = self.cards[paper_id]
        card.show_working()
        made = Made(Path(), workshop, edition.name if edition else "")
        job.progressed.connect(partial(self._on_progressed, card))
        job.succeeded.connect(partial(self._on_made, paper, made))
        job.failed.connect(partial(self._on_failed, paper))
        job.cancelled.connect(partial(self._on_over, paper_id))
        return job

    def export_all(self) -> None:
        """Begin making every paper."""
        for paper_id in self._papers:
            self.export(paper_id)

    def open_folder(self) -> None:
        """Show the folder in the system's file manager."""
        folder = self.folder()
        if not folder.is_dir():
            self.desk.say(Message(_("There is nothing in it yet."), way_out=_("Export a paper first.")))
            return
        self._open(folder)

    def _source(self) -> Source:
        assert self.session is not None
        document = self.session.document
        runs = document.runs
        last = (runs[-1].header, document.run_events(runs[-1].id)) if runs else None
        return Source(self.session.workshop, self.desk.clock.now().utc(), last, self.desk.library)

    def _edition(self) -> Edition | None:
        key = self.editions.current()
        for profile in self.session.profiles() if self.session else ():
            if key == profile.in_order_of_choice()[0]:
                return Edition(profile, self._name_of(profile))
        return None

    def _name_of(self, profile: Profile) -> str:
        first = profile.in_order_of_choice()[0]
        audience = self.desk.library().audience(first)
        return audience.short if audience else first

    def _on_workshop_changed(self) -> None:
        self._show_editions()
        self._where.setText(_("Papers go to {folder}").format(folder=self.folder()))
        for paper_id, made in self._made.items():
            if paper_id not in self._jobs:
                self.cards[paper_id].show_done(fresh=self._is_fresh(made))
        if self.isVisible():
            self._settle.start()

    def _show_editions(self) -> None:
        profiles = self.session.profiles() if self.session else ()
        chosen = self.editions.current()
        options = [(ROOM, _("The whole room"))]
        options += [(profile.in_order_of_choice()[0], self._name_of(profile)) for profile in profiles]
        self.editions.set_options(options)
        self.editions.choose(chosen)
        self._told.setVisible(len(profiles) > 1)

    def _on_edition_chosen(self, _key: str) -> None:
        self._on_workshop_changed()

    def _is_fresh(self, made: Made) -> bool:
        edition = self._edition()
        return (
            self.session is not None
            and made.workshop is self.session.workshop
            and made.edition == (edition.name if edition else "")
        )

    def _draw_first_pages(self) -> None:
        if self.session is None:
            return
        if self._first_pages is not None:
            self._first_pages.cancel()
        job = self.desk.jobs.start(draw_first_pages(self._source(), tuple(self._papers.values()), self._edition()))
        self._first_pages = job
        job.succeeded.connect(self._on_drawn)

    def _on_drawn(self, drafts: dict[str, Draft]) -> None:
        edition = self._edition()
        for paper_id, draft in drafts.items():
            card = self.cards[paper_id]
            card.page.show_image(draft.image, draft.words)
            card.show_facts(facts_words(draft.words, edition.name if edition else ""))

    def _on_progressed(self, card: PaperCard, progress: Progress) -> None:
        card.show_progress(progress.done, progress.total, progress.label)

    def _on_made(self, paper: Paper, made: Made, exported: Exported) -> None:
        self._jobs.pop(paper.id, None)
        made.path = exported.path
        self._made[paper.id] = made
        self.cards[paper.id].show_done(fresh=self._is_fresh(made))
        count = len(exported.findings)
        rest = (
            ngettext("{n} slide holds too much.", "{n} slides hold too much.", count).format(n=count) if count else ""
        )
        self.desk.say(
            Message(
                _("{paper} is ready.").format(paper=paper.title),
                way_out=rest,
                tone=MessageTone.WARN if count else MessageTone.OK,
                action_text=_("Open"),
                action=partial(self._open, exported.path),
            )
        )

    def _on_failed(self, paper: Paper, error: FacilitatorError) -> None:
        self._on_over(paper.id)
        self.desk.say(Message.of_error(error))

    def _on_over(self, paper_id: str) -> None:
        self._jobs.pop(paper_id, None)
        made = self._made.get(paper_id)
        if made is None:
            self.cards[paper_id].show_idle()
        else:
            self.cards[paper_id].show_done(fresh=self._is_fresh(made))

    def _cancel(self, paper_id: str) -> None:
        if paper_id in self._jobs:
            self._jobs[paper_id].cancel()

    def _stop_everything(self) -> None:
        self._settle.stop()
        for job in self._jobs.values():
            job.cancel()
        if self._first_pages is not None:
            self._first_pages.cancel()
            self._first_pages = None

    def _open(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _open_made(self, paper_id: str) -> None:
        if paper_id in self._made:
            self._open(self._made[paper_id].path)

    def _choose_folder(self) -> None:
        chosen = self.desk.dialogs.folder(_("Where should papers go?"), self.folder().parent)
        if chosen is not None:
            self._folder = chosen
            self._on_workshop_changed()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        page = ScrollPage(margins=(24, 20, 24, 20), spacing=16)
        outer.addWidget(page)
        self._told = QWidget()
        told = QHBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(12)
        told.addWidget(Label(_("Told to"), TextRole.MUTED))
        told.addWidget(self.editions)
        told.addStretch(1)
        page.body.addWidget(self._told)
        grid = CardGrid(self.look)
        for paper in self._papers.values():
            grid.add(self._card(paper))
        page.body.addWidget(grid)
        page.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._where, 1)
        change = Button(self.look, _("Change folder…"), IconName.FOLDER, Variant.QUIET)
        change.clicked.connect(self._choose_folder)
        foot.addWidget(change)
        page.body.addLayout(foot)

    def _card(self, paper: Paper) -> PaperCard:
        icon, kind = _ICONS[paper.suffix]
        card = PaperCard(self.look, icon, paper.title, kind)
        card.setToolTip(paper.description)
        card.show_facts(paper.description)
        card.export_requested.connect(partial(self.export, paper.id))
        card.cancel_requested.connect(partial(self._cancel, paper.id))
        card.open_requested.connect(partial(self._open_made, paper.id))
        self.cards[paper.id] = card
        return card
