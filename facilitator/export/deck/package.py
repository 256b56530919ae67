"""The package around the slides: content types, the list of slides, sections, properties."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.export.deck.markup import attribute, xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.export.deck.slides import DeckPlan, Imprint

MIME = "application/vnd.openxmlformats-officedocument.presentationml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FIRST_SLIDE_ID = 256
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PICTURE_TYPES = (("png", "image/png"), ("jpg", "image/jpeg"))


def content_types(
    template: bytes, slide_count: int, noted: Iterable[int], suffixes: frozenset[str], chart_count: int = 0
) -> str:
    """Add the slides, the notes, the kinds of pictures and the charts to the template's list of types."""
    rows = [
        f'<Default Extension="{suffix}" ContentType="{kind}"/>'
        for suffix, kind in PICTURE_TYPES
        if suffix in suffixes
    ]
    rows += [
        f'<Override PartName="/ppt/slides/slide{n}.xml" ContentType="{MIME}.slide+xml"/>'
        for n in range(1, slide_count + 1)
    ]
    rows += [
        f'<Override PartName="/ppt/notesSlides/notesSlide{n}.xml" ContentType="{MIME}.notesSlide+xml"/>'
        for n in noted
    ]
    if chart_count:
        rows.append(f'<Default Extension="xlsx" ContentType="{BOOK_TYPE}"/>')
    rows += [f'<Override PartName="/{chart_name(n)}" ContentType="{CHART_TYPE}"/>' for n in range(1, chart_count + 1)]
    text = template.decode()
    at = text.index("<Override")
    defaults = "".join(row for row in rows if row.startswith("<Default"))
    overrides = "".join(row for row in rows if row.startswith("<Override"))
    return (text[:at] + defaults + text[at:]).replace("</Types>", f"{overrides}</Types>")


def chart_name(number: int) -> str:
    """Give the name of a chart's part."""
    return f"ppt/charts/chart{number}.xml"


def book_name(number: int) -> str:
    """Give the name of the workbook behind a chart."""
    return f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"


def chart_relations(number: int) -> str:
    """Give the relations of a chart: its workbook is rId1."""
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/package" '
        f'Target="../embeddings/{book_name(number).rpartition("/")[2]}"/></Relationships>'
    )


def presentation_relations(template: bytes, slide_count: int) -> str:
    """Add the slides to the relations of the main part; slide n is ``rIdS<n>``."""
    rows = "".join(
        f'<Relationship Id="rIdS{n}" Type="{OFFICE}/slide" Target="slides/slide{n}.xml"/>'
        for n in range(1, slide_count + 1)
    )
    return template.decode().replace("</Relationships>", f"{rows}</Relationships>")


def presentation(template: bytes, plan: DeckPlan) -> str:
    """Add the list of slides and the sections to the main part."""
    ids = {spec.id: FIRST_SLIDE_ID + n for n, spec in enumerate(plan.slides)}
    listed = "".join(f'<p:sldId id="{ids[spec.id]}" r:id="rIdS{n}"/>' for n, spec in enumerate(plan.slides, 1))
    sections = "".join(
        f"<p14:section name={attribute(section.title)} id={attribute(section_id(plan.imprint.id, section.title))}>"
        f"<p14:sldIdLst>{_listed(ids[slide] for slide in section.slide_ids)}</p14:sldIdLst>"
        "</p14:section>"
        for section in plan.sections
    )
    extension = (
        f'<p:extLst><p:ext uri="{SECTIONS_URI}"><p14:sectionLst xmlns:p14="{P14}">{sections}</p14:sectionLst></p:ext>'
        "</p:extLst>"
    )
    text = template.decode()
    before = text.index("<p:sldSz")
    text = f"{text[:before]}<p:sldIdLst>{listed}</p:sldIdLst>{text[before:]}"
    return text.replace("</p:presentation>", f"{extension if plan.sections else ''}</p:presentation>")


def _listed(ids: Iterable[int]) -> str:
    return "".join(f'<p14:sldId id="{number}"/>' for number in ids)


def section_id(plan_id: str, section: str) -> str:
    """Give the identifier PowerPoint wants for a section; the same one every time."""
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_OID, f"{plan_id}/{section}")).upper() + "}"


def core_properties(imprint: Imprint) -> str:
    """Give title, author and language as the workshop has them; nothing comes from the machine."""
    made = imprint.made.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml(imprint.title)}</dc:title><dc:creator>{xml(imprint.author)}</dc:creator>"
        f"<dc:language>{xml(imprint.language)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified></cp:coreProperties>'
    )


def app_properties(slide_count: int, noted: Sequence[int]) -> str:
    """Give the counts that file managers show."""
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>Facilitator</Application><PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{slide_count}</Slides><Notes>{len(noted)}</Notes><HiddenSlides>0</HiddenSlides></Properties>"
    )
