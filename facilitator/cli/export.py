"""``facilitator export``: papers of a workshop file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.cli.paper_files import Source, chosen_papers, edition_for, line_for, ready, write_papers
from facilitator.cli.taken_in import taken_in
from facilitator.curriculum.library_files import read_library
from facilitator.foundation.clocks import SystemClock
from facilitator.foundation.folders import find_folders
from facilitator.foundation.resources import shipped
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def export(file: Path, paper_ids: Sequence[str], audience_id: str, out: Path) -> int:
    """Write papers of a workshop file into a folder; the file itself is only read.

    Raises:
        FacilitatorError: no such file, paper or audience, not a workshop, or the disk said no.
    """
    chosen = chosen_papers(paper_ids)
    clock = SystemClock()
    with taken_in(file, clock) as (document, _report):
        library = read_library((shipped("modules"), find_folders().packs))
        edition = edition_for(audience_id, document.workshop, library)
        source = Source(document, library, clock)
        room = source.handover(None)
        told = source.handover(edition) if edition else room
        for exported in write_papers(room, told, chosen, ready(out)):
            print(line_for(exported))
        if not document.workshop.roster.people and any(paper.has_names for paper in chosen):
            print(_("There are no people in this file, so lists of names are blank."))
    return 0
