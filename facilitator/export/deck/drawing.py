"""Slides and notes pages as XML, drawn from specs with the placeholders of the template's layouts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.text import Paragraph, Picture, Span, Table, plain_spans
from facilitator.export.deck.chart_book import chart_book
from facilitator.export.deck.chart_part import chart_part, data_format
from facilitator.export.deck.chart_places import CHART_PLACES, charts_in_places, frames_for
from facilitator.export.deck.fit import LINE_CUT
from facilitator.export.deck.markup import Pen, Relations, attribute, xml
from facilitator.export.deck.metrics import LetterWidths
from facilitator.export.deck.pictures import StoredPicture
from facilitator.export.deck.slides import Role
from facilitator.export.deck.tables import TABLE_SIZE_PT, table_grid
from facilitator.export.deck.template import Place, Template

if TYPE_CHECKING:
    from facilitator.curriculum.text import Spans, Text
    from facilitator.export.deck.slides import SlideSpec
    from facilitator.export.deck.template import Frame, LayoutFrames

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
INHERITED = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NOTES_BULLET = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
FULL_PAGE_ROLES = frozenset({Role.TITLE})  # without footer and number


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """One chart of a slide: its part and the workbook behind it."""

    number: int
    xml: str
    book: bytes


@dataclass(frozen=True, slots=True)
class Drawn:
    """The XML of one part and of its relations, and the charts it shows."""

    xml: str
    relations: str
    charts: tuple[DrawnChart, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawer:
    """Draws every slide of a deck.

    Attributes:
        slide_parts: the file name of each slide, by slide id.
        pictures: by path in the pack, those that could be read.
        chart_numbers: the number of the first chart of each slide that has any, by slide id.
    """

    template: Template
    letters: LetterWidths
    table_style: str
    language: str
    footer: str
    slide_parts: Mapping[str, str]
    pictures: Mapping[str, StoredPicture]
    chart_numbers: Mapping[str, int]

    def slide(self, spec: SlideSpec, number: int) -> Drawn:
        """Draw one slide; ``number`` is its place in the deck, from 1."""
        layout = frames_for(spec, self.template.layouts[spec.role])
        relations = Relations()
        relations.add("slideLayout", f"../slideLayouts/{layout.part.rpartition('/')[2]}")
        if spec.notes:
            relations.add("notesSlide", f"../notesSlides/notesSlide{number}.xml")
        targets = (self.slide_parts.get(jump, "") for jump in spec.jumps)
        pen = Pen(self.language, relations, targets)
        contents = _contents(spec, number, self.footer, pen)
        frames = enumerate(layout.frames, 2)
        tree = "".join(self._shape(spec, frame, shape_id, contents, pen) for shape_id, frame in frames)
        text = f"{HEAD}<p:sld {NAMESPACES}><p:cSld><p:spTree>{GROUP}{tree}</p:spTree></p:cSld>{INHERITED}</p:sld>"
        return Drawn(text, relations.xml(), self._charts(spec, layout))

    def notes(self, spec: SlideSpec, number: int) -> Drawn:
        """Draw the notes page of a slide."""
        relations = Relations()
        relations.add("notesMaster", "../notesMasters/notesMaster1.xml")
        relations.add("slide", f"../slides/slide{number}.xml")
        pen = Pen(self.language, relations, iter(()), bullets=NOTES_BULLET)
        words = pen.text(_spoken(spec.notes)) or pen.line("")
        text = (
            f"{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{GROUP}"
            '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 1"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
            'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
            '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
            '<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
            f"{words}</p:txBody></p:sp></p:spTree></p:cSld>{INHERITED}</p:notes>"
        )
        return Drawn(text, relations.xml())

    def _shape(self, spec: SlideSpec, frame: Frame, shape_id: int, contents: Mapping[Place, str], pen: Pen) -> str:
        if frame.place is Place.TABLE:
            return self._table(spec, frame, shape_id, pen)
        if frame.place is Place.PICTURE:
            return self._picture(spec, frame, shape_id, pen)
        if frame.place in CHART_PLACES:
            return self._chart(spec, frame, shape_id, pen)
        words = contents.get(frame.place, "")
        if not words:
            return ""
        own = self.template.layouts[spec.role].frame(frame.place)
        moved = "" if own is None or own.box == frame.box else _place(frame.box)
        return _placeholder(frame, shape_id, words, _percent(spec, frame.place), moved)

    def _table(self, spec: SlideSpec, frame: Frame, shape_id: int, pen: Pen) -> str:
        table = next((block for block in spec.body if isinstance(block, Table)), None)
        if table is None:
            return ""
        size_pt = TABLE_SIZE_PT * spec.body_percent / 100
        grid = table_grid(table, frame.width_pt, size_pt, self.letters)
        x, y, width, _height = frame.box
        alt = attribute(f"{spec.title}: {' | '.join(_cells(table.header))}")
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{shape_id}" name="Table {shape_id}" descr={alt}/>'
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f'<p:nvPr><p:ph type="tbl" idx="{frame.idx}"/></p:nvPr></p:nvGraphicFramePr>'
            f'<p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{round(grid.height * 12700)}"/></p:xfrm>'
            f'<a:graphic><a:graphicData uri="{TABLE_URI}"><a:tbl><a:tblPr firstRow="1">'
            f"<a:tableStyleId>{self.table_style}</a:tableStyleId></a:tblPr>{pen.table(table, grid, size_pt)}</a:tbl>"
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _picture(self, spec: SlideSpec, frame: Frame, shape_id: int, pen: Pen) -> str:
        found = next((block for block in spec.body if isinstance(block, Picture)), None)
        stored = self.pictures.get(found.path) if found else None
        if found is None or stored is None:
            return ""
        relation = pen.relations.add("image", f"../media/{stored.name}")
        x, y, width, height = stored.inside(frame.box)
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{shape_id}" name="Picture {shape_id}" descr={attribute(found.alt)}/>'
            '<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
            f'<p:nvPr><p:ph type="pic" idx="{frame.idx}"/></p:nvPr></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{_place((x, y, width, height))}</p:spPr></p:pic>"
        )

    def _chart(self, spec: SlideSpec, frame: Frame, shape_id: int, pen: Pen) -> str:
        chart = charts_in_places(spec).get(frame.place)
        if chart is None:
            return ""
        number = self._chart_number(spec, frame.place)
        relation = pen.relations.add("chart", f"../charts/chart{number}.xml")
        x, y, width, height = frame.box
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{shape_id}" name="Chart {shape_id}" '
            f'descr={attribute(chart.alt)}/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            f'</p:cNvGraphicFramePr><p:nvPr><p:ph type="chart" idx="{frame.idx}"/></p:nvPr></p:nvGraphicFramePr>'
            f'<p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></p:xfrm>'
            f'<a:graphic><a:graphicData uri="{CHART_URI}"><c:chart xmlns:c="{CHART_URI}" r:id="{relation}"/>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _charts(self, spec: SlideSpec, layout: LayoutFrames) -> tuple[DrawnChart, ...]:
        made = []
        for place, chart in charts_in_places(spec).items():
            frame = layout.frame(place)
            if frame is not None:
                part = chart_part(chart, frame.width_pt, frame.height_pt, self.letters, self.language)
                made.append(DrawnChart(self._chart_number(spec, place), part, chart_book(chart, data_format(chart))))
        return tuple(made)

    def _chart_number(self, spec: SlideSpec, place: Place) -> int:
        return self.chart_numbers[spec.id] + list(charts_in_places(spec)).index(place)


def _contents(spec: SlideSpec, number: int, footer: str, pen: Pen) -> dict[Place, str]:
    """Give the paragraphs of each place that has any; a place without words stays off the slide."""
    is_full = spec.role in FULL_PAGE_ROLES
    body, second = (spec.second, ()) if spec.role is Role.PICTURE else (spec.body, spec.second)
    field = (
        f'<a:p><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="{pen.language}" dirty="0"/><a:t>{number}</a:t></a:fld></a:p>'
    )
    made = {
        Place.TITLE: pen.line(spec.title),
        Place.LABEL: pen.line(spec.label) if spec.label else "",
        Place.FIGURE: pen.line(spec.figure) if spec.figure else "",
        Place.BODY: pen.text(body, first_number=spec.first_number),
        Place.SECOND: pen.text(second),
        Place.FOOTER: pen.line(footer) if footer and not is_full else "",
        Place.NUMBER: field if not is_full else "",
    }
    return {place: words for place, words in made.items() if words}


def _percent(spec: SlideSpec, place: Place) -> int:
    if place is Place.TITLE:
        return spec.title_percent
    return spec.body_percent if place in {Place.BODY, Place.SECOND} else 100


def _place(box: tuple[int, int, int, int]) -> str:
    x, y, width, height = box
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _placeholder(frame: Frame, shape_id: int, words: str, percent: int, moved: str = "") -> str:
    kind = f' type="{frame.kind}"' if frame.kind else ""
    kind += ' sz="quarter"' if frame.place in {Place.FOOTER, Place.NUMBER} else ""
    idx = f' idx="{frame.idx}"' if frame.idx else ""
    shrink = f'<a:normAutofit fontScale="{percent * 1000}" lnSpcReduction="{LINE_CUT * 1000}"/>'
    body = f"<a:bodyPr>{shrink}</a:bodyPr>" if percent < 100 else "<a:bodyPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{xml(frame.place.capitalize())} {shape_id}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{idx}/></p:nvPr></p:nvSpPr>'
        f"{f'<p:spPr>{moved}</p:spPr>' if moved else '<p:spPr/>'}"
        f"<p:txBody>{body}<a:lstStyle/>{words}</p:txBody></p:sp>"
    )


def _spoken(notes: Text) -> Text:
    """Give notes as lines: a notes page has one placeholder, so the rows of a table become paragraphs."""
    return tuple(
        line
        for block in notes
        for line in (
            (Paragraph((Span(" | ".join(_cells(row))),)) for row in (block.header, *block.rows))
            if isinstance(block, Table)
            else (block,)
        )
    )


def _cells(row: tuple[Spans, ...]) -> tuple[str, ...]:
    return tuple(plain_spans(cell) for cell in row)
