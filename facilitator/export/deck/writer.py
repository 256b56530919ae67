"""Writing a deck: every part straight into the package, so that the cost of a slide does not grow with the deck."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.export.deck import package
from facilitator.export.deck.chart_places import charts_in_places
from facilitator.export.deck.drawing import Drawer
from facilitator.export.deck.fit import Fitter
from facilitator.export.deck.markup import language_tag
from facilitator.export.deck.metrics import LetterWidths, read_letter_widths
from facilitator.export.deck.outline import plan_deck
from facilitator.export.deck.pictures import StoredPicture, read_pictures
from facilitator.export.deck.template import Template, read_template
from facilitator.export.jobs import Exported, never, quiet, stop_if
from facilitator.foundation.atomic import replacing
from facilitator.foundation.resources import shipped
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from facilitator.export.deck.slides import DeckPlan
    from facilitator.export.handover import Handover
    from facilitator.export.jobs import Cancelled, Report

MAIN_TYPE_OF_TEMPLATES = b"presentationml.template.main+xml"
DECK_TYPE = b"presentationml.presentation.main+xml"
_TABLE_STYLE = re.compile(rb'<a:tblStyleLst[^>]*\bdef="([^"]+)"')
REWRITTEN = frozenset(
    {
        "[Content_Types].xml",
        "ppt/presentation.xml",
        "ppt/_rels/presentation.xml.rels",
        "docProps/core.xml",
        "docProps/app.xml",
    }
)


@dataclass(frozen=True, slots=True)
class Stationery:
    """What decks are made on: the template and the letter widths of its font."""

    template: Template
    letters: LetterWidths

    def fit(self, plan: DeckPlan) -> DeckPlan:
        """Fit a plan to these layouts."""
        return Fitter(self.template, self.letters).fit(plan)


def our_stationery() -> Stationery:
    """Read the template that ships with the app."""
    folder = shipped("assets") / "deck"
    return Stationery(read_template(folder / "facilitator.pptx"), read_letter_widths(folder / "inter-widths.json"))


def export_deck(
    handover: Handover, target: Path, report: Report = quiet, cancelled: Cancelled = never, *, notes: bool = True
) -> Exported:
    """Plan, fit and write the deck of a workshop.

    Without notes it is a copy for participants: no speaker notes and no keys anywhere in the file.

    Raises:
        ExportCancelledError: cancelled; nothing was written.
        WriteError: the disk, the folder or another program said no; the old file is unchanged.
    """
    stationery = our_stationery()
    plan = stationery.fit(plan_deck(handover, notes=notes))
    pictures, findings = read_pictures(plan.slides, handover.pictures)
    write_deck(plan, target, stationery, report, cancelled, pictures=pictures)
    return Exported(target, len(plan.slides), (*plan.findings, *findings))


def write_deck(
    plan: DeckPlan,
    target: Path,
    stationery: Stationery,
    report: Report = quiet,
    cancelled: Cancelled = never,
    *,
    pictures: Mapping[str, StoredPicture] | None = None,
) -> None:
    """Write a fitted plan.

    Raises:
        ExportCancelledError: cancelled; nothing was written.
        WriteError: the disk, the folder or another program said no; the old file is unchanged.
    """
    with replacing(target) as draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in _parts(plan, stationery, report, cancelled, pictures or {}):
            entry = zipfile.ZipInfo(name, _zip_time(plan.imprint.made))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, data)


def _zip_time(made: dt.datetime) -> tuple[int, int, int, int, int, int]:
    earliest = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
    made = max(made.astimezone(dt.UTC), earliest)
    return made.year, made.month, made.day, made.hour, made.minute, made.second


def _parts(
    plan: DeckPlan,
    stationery: Stationery,
    report: Report,
    cancelled: Cancelled,
    pictures: Mapping[str, StoredPicture],
) -> Iterator[tuple[str, str | bytes]]:
    """Give every part by its name, the list of types first, as Office writes it."""
    parts = stationery.template.parts
    count = len(plan.slides)
    noted = [number for number, spec in enumerate(plan.slides, 1) if spec.notes]
    suffixes = frozenset(picture.name.rpartition(".")[2] for picture in pictures.values())
    types = parts["[Content_Types].xml"].replace(MAIN_TYPE_OF_TEMPLATES, DECK_TYPE)
    yield "[Content_Types].xml", package.content_types(types, count, noted, suffixes, _chart_count(plan))
    yield from ((name, data) for name, data in parts.items() if name not in REWRITTEN)
    imprint = replace(plan.imprint, language=language_tag(plan.imprint.language))
    yield "docProps/core.xml", package.core_properties(imprint)
    yield "docProps/app.xml", package.app_properties(count, noted)
    relations = parts["ppt/_rels/presentation.xml.rels"]
    yield "ppt/_rels/presentation.xml.rels", package.presentation_relations(relations, count)
    yield "ppt/presentation.xml", package.presentation(parts["ppt/presentation.xml"], plan)
    yield from (
        (f"ppt/media/{picture.name}", picture.data) for picture in {p.name: p for p in pictures.values()}.values()
    )
    yield from _slides(plan, _drawer(plan, stationery, pictures), report, cancelled)


def _drawer(plan: DeckPlan, stationery: Stationery, pictures: Mapping[str, StoredPicture]) -> Drawer:
    style = _TABLE_STYLE.search(stationery.template.parts["ppt/tableStyles.xml"])
    return Drawer(
        template=stationery.template,
        letters=stationery.letters,
        table_style=style[1].decode() if style else "",
        language=language_tag(plan.imprint.language),
        footer=plan.imprint.footer,
        slide_parts={spec.id: f"slide{number}.xml" for number, spec in enumerate(plan.slides, 1)},
        pictures=pictures,
        chart_numbers=_chart_numbers(plan),
    )


def _chart_numbers(plan: DeckPlan) -> dict[str, int]:
    """Count through the charts of a deck: the number of the first one on each slide."""
    numbers: dict[str, int] = {}
    number = 1
    for spec in plan.slides:
        if count := len(charts_in_places(spec)):
            numbers[spec.id] = number
            number += count
    return numbers


def _chart_count(plan: DeckPlan) -> int:
    return sum(len(charts_in_places(spec)) for spec in plan.slides)


def _slides(
    plan: DeckPlan, drawer: Drawer, report: Report, cancelled: Cancelled
) -> Iterator[tuple[str, str | bytes]]:
    label = _("Drawing slides")
    count = len(plan.slides)
    for number, spec in enumerate(plan.slides, 1):
        stop_if(cancelled)
        drawn = drawer.slide(spec, number)
        yield f"ppt/slides/slide{number}.xml", drawn.xml
        yield f"ppt/slides/_rels/slide{number}.xml.rels", drawn.relations
        for chart in drawn.charts:
            yield package.chart_name(chart.number), chart.xml
            yield f"ppt/charts/_rels/chart{chart.number}.xml.rels", package.chart_relations(chart.number)
            yield package.book_name(chart.number), chart.book
        if spec.notes:
            notes = drawer.notes(spec, number)
            yield f"ppt/notesSlides/notesSlide{number}.xml", notes.xml
            yield f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels", notes.relations
        report(number, count, label)
