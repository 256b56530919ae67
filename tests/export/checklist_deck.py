"""The deck checklist: each item is a function that gives what is wrong with an opened deck, nothing when all is well.

The letters are those of the product's own checklist: A package, B structure, C legibility, D access, E content.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree
from open_deck import MAIN, NS, RID, OpenDeck, words

Check = Callable[[OpenDeck], list[str]]
MIME = "application/vnd.openxmlformats-officedocument.presentationml"
PLAIN_LAYOUTS = {"Title", "Section", "Break", "Closing", "Agenda", "Agenda in two columns"}
LEFTOVER = re.compile(
    r"\*\*|__|\]\(|:::|^#{1,6} |\{\.|\{[a-z_]+\}|</?[a-z]+>|&(?:amp|lt|nbsp);|\bTODO\b|lorem ipsum|\{\{",
    re.IGNORECASE,
)


def a1_names(deck: OpenDeck) -> list[str]:
    twice = [name for name, count in Counter(name.casefold() for name in deck.names).items() if count > 1]
    return [f"two parts are called {name}" for name in twice]


def a2_well_formed(deck: OpenDeck) -> list[str]:
    problems = []
    for name, data in deck.parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                tree = etree.fromstring(data)
            except etree.XMLSyntaxError as fault:
                problems.append(f"{name}: {fault}")
                continue
            if tree.getroottree().docinfo.doctype:
                problems.append(f"{name} has a document type")
    return problems


def a3_content_types(deck: OpenDeck) -> list[str]:
    types = deck.tree("[Content_Types].xml")
    defaults = {node.get("Extension").lower() for node in types.findall("ct:Default", NS)}
    overrides = {node.get("PartName").lstrip("/") for node in types.findall("ct:Override", NS)}
    missing = [f"{name} is not there" for name in overrides if name not in deck.parts]
    untyped = [
        f"{name} has no type"
        for name in deck.parts
        if name != "[Content_Types].xml"
        and name not in overrides
        and (name.rpartition(".")[2].lower() not in defaults or name.endswith(".xml"))
    ]
    return missing + untyped


def a4_main_type(deck: OpenDeck) -> list[str]:
    node = deck.tree("[Content_Types].xml").find(f"ct:Override[@PartName='/{MAIN}']", NS)
    kind = node.get("ContentType") if node is not None else "none"
    return [] if kind == f"{MIME}.presentation.main+xml" else [f"the main part is a {kind}"]


def a5_relations(deck: OpenDeck) -> list[str]:
    problems = []
    for name in deck.parts:
        if not name.endswith(".xml") or name == "[Content_Types].xml":
            continue
        relations = deck.relations(name)
        problems += [
            f"{name} leads to {relation.target}"
            for relation in relations.values()
            if not relation.external and relation.target not in deck.parts
        ]
        used = set(deck.find(name, "//@r:id | //@r:embed | //@r:link"))
        problems += [f"{name} uses {rid}, which is not declared" for rid in used - set(relations)]
    return problems


def a6_orphans(deck: OpenDeck) -> list[str]:
    reached, waiting = {"[Content_Types].xml"}, [""]
    while waiting:
        part = waiting.pop()
        folder, _, name = part.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/") if part else "_rels/.rels"
        if rels in deck.parts:
            reached.add(rels)
        for relation in deck.relations(part).values():
            if not relation.external and relation.target not in reached:
                reached.add(relation.target)
                waiting.append(relation.target)
    return [f"nothing leads to {name}" for name in deck.parts if name not in reached]


def a9_ids(deck: OpenDeck) -> list[str]:
    slides = [int(i) for i in deck.find(MAIN, "//p:sldIdLst/p:sldId/@id")]
    masters = [int(i) for i in deck.find(MAIN, "//p:sldMasterId/@id")]
    for relation in deck.relations(MAIN).values():
        if relation.kind == "slideMaster":
            masters += [int(i) for i in deck.find(relation.target, "//p:sldLayoutId/@id")]
    problems = [f"slide id {i}" for i in slides if not 256 <= i < 2**31]
    problems += [f"slide id {i} twice" for i, count in Counter(slides).items() if count > 1]
    problems += [f"master or layout id {i}" for i in masters if i < 2**31]
    return problems + [f"master or layout id {i} twice" for i, count in Counter(masters).items() if count > 1]


def a10_shape_ids(deck: OpenDeck) -> list[str]:
    return [
        f"{slide}: shape id {i} {count} times"
        for slide in deck.slides
        for i, count in Counter(deck.find(slide, "//p:cNvPr/@id")).items()
        if count > 1
    ]


def a11_wiring(deck: OpenDeck) -> list[str]:
    problems = []
    listed = deck.slides
    for slide in listed:
        if len(deck.related(slide, "slideLayout")) != 1:
            problems.append(f"{slide} has {len(deck.related(slide, 'slideLayout'))} layouts")
        problems += [
            f"{notes} does not lead back to {slide} and to the notes master"
            for notes in deck.related(slide, "notesSlide")
            if deck.related(notes, "slide") != [slide] or len(deck.related(notes, "notesMaster")) != 1
        ]
    present = [name for name in deck.parts if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    return problems + [f"{name} is in no list" for name in present if name not in listed]


def a12_tables(deck: OpenDeck) -> list[str]:
    return [
        f"{slide}: a row of {len(row.findall('a:tc', NS))} cells does not fill the grid"
        for slide in deck.slides
        for table in deck.find(slide, "//a:tbl")
        for row in table.findall("a:tr", NS)
        if len(row.findall("a:tc", NS)) != len(table.findall("a:tblGrid/a:gridCol", NS))
    ]


def a13_weight(deck: OpenDeck) -> list[str]:
    media = [hashlib.sha256(data).hexdigest() for name, data in deck.parts.items() if "/media/" in name]
    twice = [f"picture {digest[:8]} twice" for digest, count in Counter(media).items() if count > 1]
    size = sum(len(data) for data in deck.parts.values())
    return twice + ([f"{size} bytes unpacked"] if size > 100_000_000 else [])


def a14_notes_master(deck: OpenDeck) -> list[str]:
    has_notes = any("notesSlides/notesSlide" in name for name in deck.parts)
    return (
        ["no notesMasterIdLst"] if has_notes and not deck.find(MAIN, "/*/p:notesMasterIdLst/p:notesMasterId") else []
    )


def a15_leftovers(deck: OpenDeck) -> list[str]:
    size = deck.find(MAIN, "//p:sldSz")[0]
    wide = deck.size[0] / deck.size[1] > 1.7
    problems = ["sldSz says 4:3"] if wide and size.get("type") == "screen4x3" else []
    problems += [f"{name} is left over" for name in deck.parts if "printerSettings" in name or "thumbnail" in name]
    return problems


def b1_sections(deck: OpenDeck) -> list[str]:
    names = deck.find(MAIN, "//p14:section/@name")
    inside = deck.find(MAIN, "//p14:section//p14:sldId/@id")
    slides = deck.find(MAIN, "//p:sldIdLst/p:sldId/@id")
    problems = [f"section {name!r}" for name in names if not name.strip() or name == "Default Section"]
    problems += [f"section {name!r} twice" for name, count in Counter(names).items() if count > 1]
    return problems + ([] if inside == slides else ["the sections do not cover all slides once, in order"])


def b2_properties(deck: OpenDeck) -> list[str]:
    core = "docProps/core.xml"
    title = "".join(deck.find(core, "//dc:title/text()"))
    author = "".join(deck.find(core, "//dc:creator/text()"))
    created = "".join(deck.find(core, "//dcterms:created/text()"))
    problems = [] if title and title not in {"PowerPoint Presentation", "Facilitator deck template"} else ["no title"]
    problems += [] if author and author not in {"Steve Canny", "python-pptx"} else [f"author {author!r}"]
    return problems + ([] if created and not created.startswith("2013-01-27") else [f"created {created!r}"])


def b3_titles(deck: OpenDeck) -> list[str]:
    return [f"{slide} has no title" for slide in deck.slides if not deck.title(slide)]


def b4_unique_titles(deck: OpenDeck) -> list[str]:
    titles = Counter(deck.title(slide).casefold() for slide in deck.slides)
    return [f"{count} slides are called {title!r}" for title, count in titles.items() if count > 1]


def b5_short_titles(deck: OpenDeck) -> list[str]:
    return [f"{slide}: {deck.title(slide)}" for slide in deck.slides if len(deck.title(slide)) > 75]


def b6_no_empty_placeholder(deck: OpenDeck) -> list[str]:
    problems = []
    for slide in deck.slides:
        prompts = {words(shape) for shape in deck.shapes(deck.layout(slide)) if deck.holder(shape) is not None}
        for shape in deck.find(slide, "//p:sp[p:nvSpPr/p:nvPr/p:ph]"):
            text = words(shape)
            if not text or (text in prompts and len(text) > 14):
                problems.append(f"{slide}: a placeholder holds {text!r}")
    return problems


def b7_text_in_placeholders(deck: OpenDeck) -> list[str]:
    inside = outside = 0
    for slide in deck.slides:
        for shape in deck.shapes(slide):
            size = len(words(shape))
            if deck.holder(shape) is not None or shape.xpath(".//a:tbl", namespaces=NS):
                inside += size
            else:
                outside += size
    return [f"{outside} of {inside + outside} letters are outside"] if outside > 0.15 * (inside + outside) else []


def b8_theme_formats(deck: OpenDeck) -> list[str]:
    runs = [run for slide in deck.slides for run in deck.find(slide, "//a:r")]
    hard = [run for run in runs if run.xpath("a:rPr/a:latin | a:rPr/a:solidFill/a:srgbClr", namespaces=NS)]
    return [f"{len(hard)} of {len(runs)} runs"] if len(hard) > 0.05 * len(runs) else []


def b9_layouts(deck: OpenDeck) -> list[str]:
    used = {deck.layout(slide) for slide in deck.slides}
    problems = [f"{len(used)} layouts"] if len(used) < 3 else []
    first = deck.find(deck.layout(deck.slides[0]), "/*/@type")
    return problems + ([] if first == ["title"] else ["the first slide is not on a title layout"])


def b10_numbers(deck: OpenDeck) -> list[str]:
    return [
        f"{slide} has no number"
        for slide in deck.slides
        if deck.find(deck.layout(slide), "//p:ph[@type='sldNum']")
        and not deck.find(slide, "//a:fld[@type='slidenum']")
    ]


def b11_notes(deck: OpenDeck) -> list[str]:
    content = [slide for slide in deck.slides if deck.layout_name(slide) not in PLAIN_LAYOUTS]
    noted = [
        slide
        for slide in content
        for notes in deck.related(slide, "notesSlide")
        if any(words(shape) for shape in deck.find(notes, "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='body']]"))
    ]
    return [f"notes on {len(noted)} of {len(content)}"] if len(noted) < 0.8 * len(content) else []


def b12_links(deck: OpenDeck) -> list[str]:
    problems = []
    for slide in deck.slides:
        relations = deck.relations(slide)
        for run in deck.find(slide, "//a:r[a:rPr/a:hlinkClick]"):
            click = run.find("a:rPr/a:hlinkClick", NS)
            relation = relations.get(click.get(RID))
            text = "".join(run.itertext()).strip()
            if relation is None or text.casefold() in {"", "click here", "here", "link"}:
                problems.append(f"{slide}: link {text!r}")
            elif click.get("action") == "ppaction://hlinksldjump" and relation.target not in deck.slides:
                problems.append(f"{slide}: {text!r} jumps to {relation.target}")
    return problems


def b13_agenda(deck: OpenDeck) -> list[str]:
    if len(deck.slides) <= 8:
        return []
    jumps = [len(deck.find(slide, "//a:hlinkClick[@action='ppaction://hlinksldjump']")) for slide in deck.slides]
    return [] if max(jumps) >= 2 else ["no slide with two jumps or more"]


def b15_bullets(deck: OpenDeck) -> list[str]:
    problems = []
    area = deck.size[0] * deck.size[1]
    for slide in deck.slides:
        if deck.layout_name(slide) != "Content":
            continue
        for shape in deck.shapes(deck.layout(slide)):
            holder = deck.holder(shape)
            if holder is not None and holder.get("idx") == "1":
                box = deck.box(slide, shape)
                bullets = shape.xpath(".//a:lvl1pPr/a:buChar", namespaces=NS)
                if box is None or box[2] * box[3] < 0.15 * area or not bullets:
                    problems.append(f"{slide}: no body with bullets")
    return problems


def d1_alt_text(deck: OpenDeck) -> list[str]:
    return [
        f"{slide}: {node.get('name')} says {node.get('descr')!r}"
        for slide in deck.slides
        for node in deck.find(slide, "//p:pic/p:nvPicPr/p:cNvPr | //p:graphicFrame/p:nvGraphicFramePr/p:cNvPr")
        if not node.get("descr") or re.fullmatch(r"\S+\.(png|jpe?g)", node.get("descr"))
    ]


def d2_reading_order(deck: OpenDeck) -> list[str]:
    problems = []
    for slide in deck.slides:
        shapes = deck.shapes(slide)
        first = deck.holder(shapes[0]) if shapes else None
        if first is None or first.get("type") not in {"title", "ctrTitle"}:
            problems.append(f"{slide}: the title is not read first")
        tops = [box[1] for shape in shapes[1:] if (box := deck.box(slide, shape))]
        if tops != sorted(tops):
            problems.append(f"{slide}: shapes are not read from top to bottom")
    return problems


def d3_tables(deck: OpenDeck) -> list[str]:
    problems = []
    for slide in deck.slides:
        for table in deck.find(slide, "//a:tbl"):
            properties = table.find("a:tblPr", NS)
            if properties is None or properties.get("firstRow") != "1":
                problems.append(f"{slide}: a table without header row")
            if table.xpath(".//a:tc[@gridSpan or @rowSpan or @hMerge or @vMerge]", namespaces=NS):
                problems.append(f"{slide}: merged cells")
    return problems


def d4_language(deck: OpenDeck) -> list[str]:
    return [
        f"{slide}: {''.join(run.itertext())!r} has no language"
        for slide in deck.slides
        for run in deck.find(slide, "//a:r[not(a:rPr/@lang)]")
    ]


def d5_no_advance(deck: OpenDeck) -> list[str]:
    return [f"{slide} goes on by itself" for slide in deck.slides if deck.find(slide, "//p:transition[@advTm]")]


def e1_leftovers(deck: OpenDeck) -> list[str]:
    problems = []
    for slide in deck.slides:
        for part in (slide, *deck.related(slide, "notesSlide")):
            for paragraph in deck.find(part, "//a:p"):
                text = "".join(paragraph.xpath(".//a:t/text()", namespaces=NS))
                if LEFTOVER.search(text):
                    problems.append(f"{part}: {text!r}")
    return problems


def lines_of(node: Any) -> Iterator[str]:
    yield from ("".join(p.xpath(".//a:t/text()", namespaces=NS)) for p in node.xpath(".//a:p", namespaces=NS))


PACKAGE_AND_STRUCTURE: dict[str, Check] = {
    "A1": a1_names,
    "A2": a2_well_formed,
    "A3": a3_content_types,
    "A4": a4_main_type,
    "A5": a5_relations,
    "A6": a6_orphans,
    "A9": a9_ids,
    "A10": a10_shape_ids,
    "A11": a11_wiring,
    "A12": a12_tables,
    "A13": a13_weight,
    "A14": a14_notes_master,
    "A15": a15_leftovers,
    "B1": b1_sections,
    "B2": b2_properties,
    "B3": b3_titles,
    "B4": b4_unique_titles,
    "B5": b5_short_titles,
    "B6": b6_no_empty_placeholder,
    "B7": b7_text_in_placeholders,
    "B8": b8_theme_formats,
    "B9": b9_layouts,
    "B10": b10_numbers,
    "B11": b11_notes,
    "B12": b12_links,
    "B13": b13_agenda,
    "B15": b15_bullets,
    "D1": d1_alt_text,
    "D2": d2_reading_order,
    "D3": d3_tables,
    "D4": d4_language,
    "D5": d5_no_advance,
    "E1": e1_leftovers,
}
