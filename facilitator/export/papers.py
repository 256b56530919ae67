"""Every paper that can leave the app: one list for the window and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from facilitator.export.cards.document import export_cards, export_keys
from facilitator.export.deck.writer import export_deck
from facilitator.export.handover import Handover
from facilitator.export.jobs import Cancelled, Exported, Report, never, quiet
from facilitator.export.preview import Preview, preview_attendance, preview_cards, preview_deck, preview_keys
from facilitator.export.workbooks.writer import export_attendance
from facilitator.foundation.names import safe_file_name
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Make(Protocol):
    """Writes a paper; made to run in a worker."""

    def __call__(self, handover: Handover, target: Path, report: Report, cancelled: Cancelled) -> Exported:
        """Write the paper at ``target``.

        Raises:
            ExportCancelledError: cancelled; nothing was written.
            WriteError: the disk, the folder or another program said no; the old file is unchanged.
        """
        ...


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper.

    Attributes:
        id: what the command line calls it.
        title, description: in the language of the interface.
        suffix: with its dot.
        make: writes it.
        has_names: whether people's names are in it.
        has_notes: whether the trainer's private notes are in it.
        preview: what its first page shows.
    """

    id: str
    title: str
    description: str
    suffix: str
    make: Make
    has_names: bool = False
    has_notes: bool = False
    preview: Callable[[Handover], Preview] | None = None

    def file_name(self, handover: Handover, taken: Iterable[str] = ()) -> str:
        """Suggest a name for the file: workshop, paper, and the audience where one was chosen; never a person."""
        brief = handover.workshop.brief
        which = " - ".join(part for part in (self.title, handover.edition) if part)
        return safe_file_name(brief.title or brief.client or _("Workshop"), self.suffix, taken, ending=which)

    def export(
        self, handover: Handover, target: Path, report: Report = quiet, cancelled: Cancelled = never
    ) -> Exported:
        """Write the paper; raises as ``make`` does."""
        return self.make(handover, target, report, cancelled)


def papers() -> tuple[Paper, ...]:
    """Give every paper, in the order of the cards."""
    return (
        Paper(
            "deck",
            _("Slide deck"),
            _("PowerPoint, tailored to the audience, with the trainer's notes"),
            ".pptx",
            partial(export_deck, notes=True),
            has_notes=True,
            preview=preview_deck,
        ),
        Paper(
            "deck-participants",
            _("Slides for participants"),
            _("The same slides without notes, keys and hidden blocks"),
            ".pptx",
            partial(export_deck, notes=False),
            preview=preview_deck,
        ),
        Paper(
            "cards",
            _("Cards and sheets"),
            _("Word: every card and sheet of the exercises, to print and cut; no answers"),
            ".docx",
            export_cards,
            preview=preview_cards,
        ),
        Paper(
            "keys",
            _("Keys and scripts"),
            _("Word: the answers to all cards, with reasons, and the trainer's scripts"),
            ".docx",
            export_keys,
            has_notes=True,
            preview=preview_keys,
        ),
        Paper(
            "attendance",
            _("Attendance"),
            _("Excel: sign-in sheets, presence, times, summary"),
            ".xlsx",
            export_attendance,
            has_names=True,
            preview=preview_attendance,
        ),
    )


def paper(paper_id: str) -> Paper | None:
    """Find a paper by its id."""
    return next((candidate for candidate in papers() if candidate.id == paper_id), None)
