"""A deck template read once: its parts, and where the layout of each role has its placeholders."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lxml import etree

from facilitator.export.deck.slides import Role
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    Element = Any  # lxml's element class has no public name

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMU_PER_POINT = 12700
LEVELS = 3
OUR_LAYOUTS: Mapping[Role, str] = MappingProxyType(
    {
        Role.TITLE: "Title",
        Role.AGENDA: "Agenda",
        Role.AGENDA_COLUMNS: "Agenda in two columns",
        Role.SECTION: "Section",
        Role.CONTENT: "Content",
        Role.COLUMNS: "Two columns",
        Role.STATEMENT: "Statement",
        Role.QUOTE: "Quote",
        Role.EXERCISE: "Exercise",
        Role.DISCUSSION: "Discussion",
        Role.DEBRIEF: "Debrief",
        Role.BREAK: "Break",
        Role.TABLE: "Table",
        Role.PICTURE: "Picture and text",
        Role.WIDE_PICTURE: "Picture",
        Role.CHART: "Chart",
        Role.CHART_BELOW: "Text over chart",
        Role.TEXT_AND_CHART: "Text and chart",
        Role.CHART_AND_TEXT: "Chart and text",
        Role.TWO_CHARTS: "Two charts",
        Role.TITLE_ONLY: "Title only",
        Role.CLOSING: "Closing",
    }
)


class Place(StrEnum):
    """What a placeholder is for."""

    TITLE = "title"
    LABEL = "label"
    FIGURE = "figure"
    BODY = "body"
    SECOND = "second"
    PICTURE = "picture"
    TABLE = "table"
    CHART = "chart"
    SECOND_CHART = "second chart"
    FOOTER = "footer"
    NUMBER = "number"


_BY_TYPE = {
    "title": Place.TITLE,
    "ctrTitle": Place.TITLE,
    "pic": Place.PICTURE,
    "tbl": Place.TABLE,
    "ftr": Place.FOOTER,
    "sldNum": Place.NUMBER,
}
_BY_IDX = {
    "1": Place.BODY,
    "2": Place.SECOND,
    "13": Place.LABEL,
    "14": Place.FIGURE,
    "18": Place.CHART,
    "19": Place.SECOND_CHART,
}


class TemplateError(FacilitatorError):
    """A template lacks what a deck needs."""


@dataclass(frozen=True, slots=True)
class Level:
    """How text of one list level looks: points, and line spacing in percent."""

    size_pt: float
    bold: bool
    margin_pt: float
    indent_pt: float
    before_pt: float
    line_percent: float


@dataclass(frozen=True, slots=True)
class Frame:
    """One placeholder of a layout; the box is in EMU, insets are none in our layouts."""

    place: Place
    kind: str
    idx: str
    box: tuple[int, int, int, int]
    levels: tuple[Level, ...]

    @property
    def width_pt(self) -> float:
        """Room from left to right."""
        return self.box[2] / EMU_PER_POINT

    @property
    def height_pt(self) -> float:
        """Room from top to bottom."""
        return self.box[3] / EMU_PER_POINT


@dataclass(frozen=True, slots=True)
class LayoutFrames:
    """One layout: its part, and its placeholders from top to bottom, the title first."""

    part: str
    frames: tuple[Frame, ...]

    def frame(self, place: Place) -> Frame | None:
        """Find a placeholder."""
        return next((frame for frame in self.frames if frame.place is place), None)


@dataclass(frozen=True, slots=True)
class Template:
    """A package without slides, and the layout of each role."""

    parts: Mapping[str, bytes]
    layouts: Mapping[Role, LayoutFrames]


def read_template(path: Path, names: Mapping[Role, str] = OUR_LAYOUTS) -> Template:
    """Read a template and find the layout of each role by its name.

    Raises:
        TemplateError: a layout is missing.
    """
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    master = _parse(parts["ppt/slideMasters/slideMaster1.xml"])
    found = {}
    for part in sorted(name for name in parts if name.startswith("ppt/slideLayouts/slideLayout")):
        layout = _parse(parts[part])
        found[layout.find(f"{P}cSld").get("name")] = LayoutFrames(part, _frames(layout, master))
    missing = sorted(name for name in names.values() if name not in found)
    if missing:
        raise TemplateError(
            _("The template has no layout called {name}.").format(name=missing[0]),
            way_out=_("Choose another template."),
        )
    return Template(parts, {role: found[name] for role, name in names.items()})


def _parse(xml: bytes) -> Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _frames(layout: Element, master: Element) -> tuple[Frame, ...]:
    frames = []
    for shape in layout.iter(f"{P}sp"):
        holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        place = _place(holder) if holder is not None else None
        if holder is None or place is None:
            continue
        kind, idx = holder.get("type", ""), holder.get("idx", "")
        frames.append(Frame(place, kind, idx, _box(shape), _levels(shape, master, kind)))
    return tuple(sorted(frames, key=lambda f: (f.place is not Place.TITLE, f.box[1], f.box[0])))


def _place(holder: Element) -> Place | None:
    return _BY_TYPE.get(holder.get("type", "")) or _BY_IDX.get(holder.get("idx", ""))


def _box(shape: Element) -> tuple[int, int, int, int]:
    offset, extent = shape.find(f".//{A}off"), shape.find(f".//{A}ext[@cx]")
    return int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy"))


def _levels(shape: Element, master: Element, kind: str) -> tuple[Level, ...]:
    style = "titleStyle" if kind in {"title", "ctrTitle"} else "bodyStyle"
    sources = [shape.find(f".//{A}lstStyle"), master.find(f".//{P}{style}")]
    return tuple(_level(sources, number) for number in range(1, LEVELS + 1))


def _level(sources: Sequence[Element], number: int) -> Level:
    """Read one level from the first of the sources that says something about it."""
    found = [style.find(f"{A}lvl{number}pPr") for style in sources if style is not None]
    found = [level for level in found if level is not None]
    if not found and number > 1:
        return _level(sources, number - 1)

    def first(path: str, attribute: str, default: str) -> float:
        for level in found:
            node = level if not path else level.find(path)
            if node is not None and node.get(attribute) is not None:
                return float(node.get(attribute))
        return float(default)

    return Level(
        size_pt=first(f"{A}defRPr", "sz", "1800") / 100,
        bold=bool(first(f"{A}defRPr", "b", "0")),
        margin_pt=first("", "marL", "0") / EMU_PER_POINT,
        indent_pt=first("", "indent", "0") / EMU_PER_POINT,
        before_pt=first(f"{A}spcBef/{A}spcPts", "val", "0") / 100,
        line_percent=first(f"{A}lnSpc/{A}spcPct", "val", "100000") / 1000,
    )
