"""``facilitator demo``: the sample workshop, its run, its papers."""

from __future__ import annotations

import contextlib
import itertools
from typing import TYPE_CHECKING

from facilitator.agenda.model import all_blocks
from facilitator.cli.paper_files import Source, chosen_papers, line_for, ready, write_papers
from facilitator.cli.taken_in import spare_folder
from facilitator.curriculum.library_files import read_library
from facilitator.foundation.resources import shipped
from facilitator.foundation.words import _
from facilitator.people.presence import tally
from facilitator.workshop.sample import make_sample
from facilitator.workshop.sample_run import clock_of, play, read_script
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.export.handover import Handover


def demo(out: Path) -> int:
    """Make the sample workshop, play its run and write its papers into a folder.

    Everything happens on the sample's own clock and with counted ids, so that two demos give the same papers.

    Raises:
        FacilitatorError: the disk or the folder said no.
    """
    papers = ready(out)
    library = read_library((shipped("modules"),))
    new_id = counted_ids()
    workshop = make_sample(library, new_id)
    clock = clock_of(workshop)
    with spare_folder() as folder:
        shelf = Shelf(folder, clock, new_id=new_id)
        with contextlib.closing(shelf.create(workshop)) as document:
            play(document, clock, read_script())
        # Papers are made from what was kept, as they are on the day after
        document, _report = shelf.open(workshop.id)
        with contextlib.closing(document):
            handover = Source(document, library, clock).handover(None)
        for exported in write_papers(handover, handover, chosen_papers(()), papers):
            print(line_for(exported))
    print(summary(handover))
    return 0


def counted_ids() -> Callable[[], str]:
    """Give ids that are the same each time."""
    numbers = itertools.count(1)
    return lambda: f"{next(numbers):032x}"


def summary(handover: Handover) -> str:
    """Say what was run, without a name."""
    brief, half = handover.workshop.brief, handover.half_days[0]
    return _("{client}, {title}: {here} people here, {planned} min planned, {run} min run").format(
        client=brief.client,
        title=brief.title,
        here=tally(handover.workshop.roster, half.id).label(),
        planned=sum(block.minutes for block in all_blocks(handover.workshop.agenda)),
        run=round(sum(actual.minutes for actual in handover.actuals)),
    )
