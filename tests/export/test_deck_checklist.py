from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from checklist_legibility import CHECKLIST
from export_samples import real_handover, small_handover
from open_deck import MAIN, OpenDeck

from facilitator.export.deck.writer import export_deck

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

S2, S5 = "ppt/slides/slide2.xml", "ppt/slides/slide5.xml"
TYPES = "[Content_Types].xml"
TABLE = "ppt/slides/slide9.xml"
CHART = "ppt/charts/chart1.xml"
LONG = " ".join(["word"] * 120)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> OpenDeck:
    path = tmp_path_factory.mktemp("deck") / "small.pptx"
    export_deck(small_handover(), path)
    return OpenDeck.read(path)


def problems(deck: OpenDeck, leave_out: tuple[str, ...] = ()) -> dict[str, list[str]]:
    return {item: found for item, check in CHECKLIST.items() if item not in leave_out and (found := check(deck))}


def test_that_a_deck_with_every_layout_passes_the_checklist(small: OpenDeck) -> None:
    assert problems(small) == {}


@pytest.mark.slow
@pytest.mark.parametrize("function", ["executives", "government", "it"])
def test_that_a_deck_of_every_shipped_unit_passes_the_checklist(function: str, tmp_path: Path) -> None:
    exported = export_deck(real_handover(function, days=8), tmp_path / "real.pptx")
    assert exported.findings == ()
    assert problems(OpenDeck.read(exported.path)) == {}


def test_that_a_copy_for_participants_passes_the_checklist_but_for_notes(tmp_path: Path) -> None:
    export_deck(small_handover(), tmp_path / "copy.pptx", notes=False)
    assert set(problems(OpenDeck.read(tmp_path / "copy.pptx"))) == {"B11"}


def png(wide: int, high: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x55" * wide for _ in range(high))
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def stretched_picture(deck: OpenDeck) -> None:
    deck.put("ppt/media/p.png", png(100, 100))
    rels = "ppt/slides/_rels/slide5.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    deck.swap(
        rels, "</Relationships>", f'<Relationship Id="rIdP" Type="{kind}" Target="../media/p.png"/></Relationships>'
    )
    picture = (
        '<p:pic><p:nvPicPr><p:cNvPr id="90" name="p" descr="A hall"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        '<a:blip r:embed="rIdP"/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="100000"/>'
        "</a:xfrm></p:spPr></p:pic></p:spTree>"
    )
    deck.swap(S5, "</p:spTree>", picture)


def text_box(deck: OpenDeck) -> None:
    box = (
        '<p:sp><p:nvSpPr><p:cNvPr id="91" name="Box"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody>'
        f"<a:bodyPr/><a:p><a:r><a:rPr lang='en-GB'/><a:t>{LONG * 20}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>"
    )
    deck.swap(S5, "</p:spTree>", box)


def drop(name: str) -> Callable[[OpenDeck], None]:
    def without(deck: OpenDeck) -> None:
        deck.parts.pop(name)

    return without


def swap(name: str, old: str, new: str, count: int = -1) -> Callable[[OpenDeck], None]:
    return lambda deck: deck.swap(name, old, new, count)


def moved(deck: OpenDeck) -> None:
    place = '<p:spPr><a:xfrm><a:off x="12000000" y="10"/><a:ext cx="900000" cy="100"/></a:xfrm></p:spPr>'
    deck.swap(S5, "<p:spPr/>", place, 1)


def overlapping(deck: OpenDeck) -> None:
    place = '<p:spPr><a:xfrm><a:off x="900000" y="900000"/><a:ext cx="9000000" cy="5000000"/></a:xfrm></p:spPr>'
    deck.swap(S5, "<p:spPr/>", place, 1)


def without_most_notes(deck: OpenDeck) -> None:
    for name in [name for name in deck.parts if name.startswith("ppt/slides/_rels/")]:
        text = deck.parts[name].decode()
        deck.parts[name] = text.replace("relationships/notesSlide", "relationships/comments").encode()


BROKEN: list[tuple[str, Callable[[OpenDeck], None]]] = [
    ("A1", lambda deck: setattr(deck, "names", (*deck.names, "PPT/slides/Slide1.xml"))),
    ("A2", swap(S5, "<p:cSld>", "<p:cSld>&bad;")),
    ("A2", swap(S5, "<p:sld ", '<!DOCTYPE p:sld [<!ENTITY a "b">]><p:sld ')),
    ("A3", drop("ppt/notesSlides/notesSlide5.xml")),
    ("A3", lambda deck: deck.put("ppt/slides/slide99.xml", b"<a/>")),
    ("A4", swap(TYPES, "presentation.main+xml", "template.main+xml")),
    ("A5", swap("ppt/slides/_rels/slide5.xml.rels", "slideLayout5.xml", "slideLayout55.xml")),
    ("A5", swap(S2, 'r:id="rId3"', 'r:id="rId33"')),
    ("A6", lambda deck: deck.put("ppt/media/lonely.png", b"x")),
    ("A9", swap(MAIN, 'sldId id="256"', 'sldId id="255"')),
    ("A9", swap("ppt/slideMasters/slideMaster1.xml", 'id="2147483650"', 'id="2147483649"')),
    ("A10", swap(S5, '<p:cNvPr id="3"', '<p:cNvPr id="2"')),
    ("A11", lambda deck: deck.put("ppt/slides/slide99.xml", b"<a/>")),
    ("A11", swap("ppt/notesSlides/_rels/notesSlide5.xml.rels", "slide5.xml", "slide6.xml")),
    ("A12", swap(TABLE, "<a:tc>", "<a:tc/><a:tc>", 1)),
    ("A13", lambda deck: (deck.put("ppt/media/1.png", b"x"), deck.put("ppt/media/2.png", b"x"))),  # type: ignore[func-returns-value]
    ("A14", swap(MAIN, "notesMasterIdLst", "otherIdLst")),
    ("A15", swap(MAIN, "<p:sldSz ", '<p:sldSz type="screen4x3" ')),
    ("A15", lambda deck: deck.put("docProps/thumbnail.jpeg", b"x")),
    ("B1", swap(MAIN, 'section name="Agenda"', 'section name="Start"')),
    ("B1", swap(MAIN, '<p14:sldId id="257"/>', "")),
    ("B2", swap("docProps/core.xml", "Ana Ferreira", "Steve Canny")),
    ("B3", swap(S5, "Points that are easy to read", "")),
    ("B4", swap(S5, "Points that are easy to read", "Agenda")),
    ("B5", swap(S5, "Points that are easy to read", "Points that are easy to read " * 3)),
    ("B6", swap(S5, "Meridian Group · From megaphone to movement", "")),
    ("B6", swap(S5, "Meridian Group · From megaphone to movement", "Client and title")),
    ("B7", text_box),
    ("B9", swap("ppt/slides/_rels/slide1.xml.rels", "slideLayout1.xml", "slideLayout5.xml")),
    ("B10", swap(S5, 'type="slidenum"', 'type="datetime"')),
    ("B11", without_most_notes),
    ("B12", swap(S5, ">source<", ">click here<")),
    ("B12", swap("ppt/slides/_rels/slide2.xml.rels", "slide3.xml", "slide333.xml")),
    ("B13", swap(S2, "hlinksldjump", "other")),
    ("B15", swap("ppt/slideLayouts/slideLayout5.xml", "buChar", "buNone")),
    ("C1", moved),
    ("C2", swap(S5, "The first point says something", LONG)),
    ("C2", swap(TABLE, "nine days", LONG)),
    ("C3", swap(S5, "<a:bodyPr/>", '<a:bodyPr><a:normAutofit fontScale="60000"/></a:bodyPr>')),
    ("C4", swap(S5, 'lang="en-GB" dirty', 'lang="en-GB" sz="900" dirty', 1)),
    ("C4", swap("ppt/slideLayouts/slideLayout5.xml", 'sz="1200"', 'sz="800"')),
    ("C5", overlapping),
    ("C6", swap(S5, "The first point says something", LONG)),
    ("C7", stretched_picture),
    ("C8", swap(CHART, 'sz="1800"', 'sz="1200"')),
    ("C8", swap(CHART, '<a:lumOff val="80000"/>', "")),
    ("C8", swap(CHART, "<c:v>46.0</c:v>", "<c:v>64.0</c:v>")),
    ("D1", swap(TABLE, ' descr="', ' title="')),
    ("D2", swap(S5, 'type="title"', 'type="body"')),
    ("D3", swap(TABLE, 'firstRow="1"', 'firstRow="0"')),
    ("D3", swap(TABLE, "<a:tc>", '<a:tc gridSpan="2">', 1)),
    ("D4", swap(S5, 'lang="en-GB" dirty', "dirty", 1)),
    ("D5", swap(S5, "</p:sld>", '<p:transition advTm="3000"/></p:sld>')),
    ("E1", swap(S5, "The first point", "**The** first point")),
]


def hard_coded(deck: OpenDeck) -> None:
    for name in deck.slides:
        text = deck.parts[name].decode()
        deck.parts[name] = text.replace(
            'dirty="0"></a:rPr>', 'dirty="0"><a:latin typeface="Comic"/></a:rPr>'
        ).encode()


@pytest.mark.parametrize(("item", "break_it"), [*BROKEN, ("B8", hard_coded)], ids=lambda value: str(value)[:4])
def test_that_the_checklist_notices_a_deck_broken_on_purpose(
    small: OpenDeck, item: str, break_it: Callable[[OpenDeck], None]
) -> None:
    deck = small.copy()
    break_it(deck)
    assert CHECKLIST[item](deck) != []


def test_that_every_item_of_the_checklist_has_a_broken_deck() -> None:
    assert {item for item, _ in BROKEN} | {"B8"} == set(CHECKLIST)
