"""Papers written for a command: which, for whom, and into which folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.audience import profile_of
from facilitator.curriculum.library import Library
from facilitator.export.delivered import delivered
from facilitator.export.papers import Paper, papers
from facilitator.export.prepare import Edition, prepare
from facilitator.foundation.clocks import Clock
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _, ngettext
from facilitator.workshop.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from facilitator.export.handover import Handover
    from facilitator.export.jobs import Exported
    from facilitator.workshop.model import Workshop


@dataclass(frozen=True, slots=True)
class Source:
    """What papers are made of: an open workshop, the library it was made with, the time it is."""

    document: Document
    library: Library
    clock: Clock

    def handover(self, edition: Edition | None) -> Handover:
        """Gather everything, with how long the blocks of the last run took."""
        workshop, runs = self.document.workshop, self.document.runs
        packs = {copy.pack_id for copy in workshop.units}
        return prepare(
            workshop,
            self.clock.now().utc(),
            edition=edition,
            actuals=delivered(runs[-1].header, self.document.run_events(runs[-1].id)) if runs else (),
            audiences=self.library.audiences,
            pictures=next((pack.folder for pack in self.library.packs if pack.id in packs), None),
            decks=self.library.decks_of(copy.unit_id for copy in workshop.units),
        )


def chosen_papers(ids: Sequence[str]) -> tuple[Paper, ...]:
    """Give papers by their ids, each once, in the order of the app's cards; all of them for none.

    Raises:
        FacilitatorError: there is no such paper.
    """
    there_are = papers()
    for unknown in [paper_id for paper_id in ids if paper_id not in {paper.id for paper in there_are}]:
        raise FacilitatorError(
            _("There is no paper “{id}”; there are {known}.").format(
                id=unknown, known=", ".join(paper.id for paper in there_are)
            )
        )
    return tuple(paper for paper in there_are if not ids or paper.id in ids)


def edition_for(audience_id: str, workshop: Workshop, library: Library) -> Edition | None:
    """Give one audience to tell it to: as the brief has it, else as the library has it; None for "".

    Raises:
        FacilitatorError: neither knows it.
    """
    if not audience_id:
        return None
    in_brief = {share.profile.in_order_of_choice()[0]: share.profile for share in workshop.brief.audiences}
    audience = library.audience(audience_id)
    profile = in_brief.get(audience_id) or (profile_of(audience) if audience else None)
    if profile is None:
        known = dict.fromkeys([*in_brief, *(audience.id for audience in library.audiences)])
        raise FacilitatorError(
            _("There is no audience “{id}”; there are {known}.").format(id=audience_id, known=", ".join(known))
        )
    return Edition(profile, audience.short or audience.name if audience else audience_id)


def write_papers(room: Handover, told: Handover, chosen: Sequence[Paper], folder: Path) -> Iterator[Exported]:
    """Write papers into a folder, one by one, over those made before.

    Args:
        room: for papers with names, which are about everybody who came, whatever audience is chosen.
        told: for the others, such as one audience's edition.
        chosen: which papers.
        folder: where they go; it is there.

    Raises:
        WriteError: the disk, the folder or another program said no; older files are unchanged.
    """
    for paper in chosen:
        handover = room if paper.has_names else told
        yield paper.export(handover, folder / paper.file_name(handover))


def ready(folder: Path) -> Path:
    """Give the folder papers go to, made where it is missing; it is the user's own, and so are its permissions.

    Raises:
        FacilitatorError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise FacilitatorError(
            _("The folder {folder} cannot be made: {reason}.").format(folder=folder, reason=problem.strerror),
            safe=_("No paper was written."),
            way_out=_("Name another folder with --out."),
        ) from problem
    return folder


def line_for(exported: Exported) -> str:
    """Say in one line where a paper is and how much is in it."""
    match exported.path.suffix:
        case ".pptx":
            words = ngettext("{n} slide", "{n} slides", exported.count)
        case ".docx":
            words = ngettext("{n} deck of cards", "{n} decks of cards", exported.count)
        case _:
            words = ngettext("{n} sheet", "{n} sheets", exported.count)
    return f"{exported.path}  {words.format(n=exported.count)}"
