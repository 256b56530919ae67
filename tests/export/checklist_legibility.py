"""The legibility part of the deck checklist: places, sizes, overflow, measured with the letters of Inter itself."""

from __future__ import annotations

import io
import re
import struct
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import openpyxl
from checklist_deck import PACKAGE_AND_STRUCTURE, Check
from open_deck import NS, OpenDeck
from PIL import ImageFont

from facilitator.foundation.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

EMU_PER_POINT = 12700
TOLERANCE_PT = 3.0
LINE_HEIGHT = 1.21


@cache
def font(bold: bool) -> ImageFont.FreeTypeFont:
    name = "Inter-Bold.otf" if bold else "Inter-Regular.otf"
    return ImageFont.truetype(str(shipped("assets") / "fonts" / name), 100, layout_engine=ImageFont.Layout.BASIC)


@cache
def width(word: str, bold: bool) -> float:
    return font(bold).getlength(word) / 100


def number(node: Any, path: str) -> float | None:
    found = node.xpath(path, namespaces=NS) if node is not None else []
    return float(found[0]) if found else None


class Style:
    """Inherited looks of one shape: its layout's placeholder, then the master's text styles."""

    def __init__(self, deck: OpenDeck, slide: str, shape: Any) -> None:
        layout = deck.layout(slide)
        holder = deck.holder(shape)
        style = "titleStyle" if holder is not None and "itle" in holder.get("type", "") else "bodyStyle"
        master = deck.related(layout, "slideMaster")[0]
        self.sources = [deck.layout_shape(slide, shape), deck.find(master, f"//p:{style}")[0]]
        self.scale = (number(shape, ".//a:normAutofit/@fontScale") or 100_000) / 100_000
        self.cut = (number(shape, ".//a:normAutofit/@lnSpcReduction") or 0) / 100_000

    def of(self, level: int, path: str, default: float) -> float:
        for source in self.sources:
            found = number(source, f".//a:lvl{level + 1}pPr{path}")
            if found is not None:
                return found
        return default


def paragraphs(shape: Any, style: Style) -> Iterator[tuple[list[tuple[str, bool]], float, float, float, float]]:
    """Give words with weight, size, room taken on the left, space before and line spacing of each paragraph."""
    for paragraph in shape.xpath("./p:txBody/a:p", namespaces=NS):
        level = int(number(paragraph, "a:pPr/@lvl") or 0)
        heavy = style.of(level, "/a:defRPr/@b", 0) > 0
        size = style.of(level, "/a:defRPr/@sz", 1800) / 100
        margin = number(paragraph, "a:pPr/@marL")
        margin = style.of(level, "/@marL", 0) if margin is None else margin
        runs = []
        for run in paragraph.xpath("a:r | a:fld", namespaces=NS):
            bold = heavy or run.xpath("a:rPr/@b", namespaces=NS) == ["1"]
            text = "".join(run.xpath("a:t/text()", namespaces=NS))
            runs.append((text.rpartition("\t")[2], bold))
        before = style.of(level, "/a:spcBef/a:spcPts/@val", 0) / 100
        spacing = style.of(level, "/a:lnSpc/a:spcPct/@val", 100_000) / 100_000 - style.cut
        yield runs, size * style.scale, margin / EMU_PER_POINT, before * style.scale, spacing


def line_count(runs: list[tuple[str, bool]], size: float, room: float) -> int:
    lines, used, word = 1, 0.0, 0.0
    pieces = [(piece, bold) for text, bold in runs for piece in re.split("( )", text) if piece]
    for piece, bold in [*pieces, (" ", False)]:
        if piece != " ":
            word += width(piece, bold) * size
            continue
        gap = width(" ", False) * size if used else 0.0
        if used and used + gap + word > room:
            lines, used, gap = lines + 1, 0.0, 0.0
        used, word = used + gap + word, 0.0
    return lines


def c1_inside(deck: OpenDeck) -> list[str]:
    wide, high = deck.size
    return [
        f"{slide}: a shape at {box}"
        for slide in deck.slides
        for shape in deck.shapes(slide)
        if (box := deck.box(slide, shape))
        and (box[0] < 0 or box[1] < 0 or box[0] + box[2] > wide or box[1] + box[3] > high)
    ]


def c2_fits(deck: OpenDeck) -> list[str]:
    problems = []
    for slide in deck.slides:
        for shape in deck.find(slide, "//p:sp[p:nvSpPr/p:nvPr/p:ph]"):
            box = deck.box(slide, shape)
            if box is None:
                continue
            style = Style(deck, slide, shape)
            total = 0.0
            for place, (runs, size, margin, before, spacing) in enumerate(paragraphs(shape, style)):
                room = box[2] / EMU_PER_POINT - margin
                total += line_count(runs, size, room) * size * LINE_HEIGHT * spacing + (before if place else 0)
            if total > box[3] / EMU_PER_POINT + TOLERANCE_PT:
                problems.append(
                    f"{slide}: {deck.title(slide)!r} needs {total:.0f} pt of {box[3] / EMU_PER_POINT:.0f}"
                )
        problems += tables_too_high(deck, slide)
    return problems


def tables_too_high(deck: OpenDeck, slide: str) -> list[str]:
    problems = []
    for frame in deck.find(slide, "//p:graphicFrame[.//a:tbl]"):
        columns = [int(w) / EMU_PER_POINT for w in frame.xpath(".//a:gridCol/@w", namespaces=NS)]
        total = 0.0
        for place, row in enumerate(frame.xpath(".//a:tr", namespaces=NS)):
            heights = []
            for column, cell in enumerate(row.xpath("a:tc", namespaces=NS)):
                size = (number(cell, ".//a:rPr/@sz") or 1800) / 100
                texts = [
                    (
                        "".join(r.xpath("a:t/text()", namespaces=NS)),
                        place == 0 or r.xpath("a:rPr/@b", namespaces=NS) == ["1"],
                    )
                    for r in cell.xpath(".//a:r", namespaces=NS)
                ]
                sides = ((number(cell, "a:tcPr/@marL") or 0) + (number(cell, "a:tcPr/@marR") or 0)) / EMU_PER_POINT
                tops = ((number(cell, "a:tcPr/@marT") or 0) + (number(cell, "a:tcPr/@marB") or 0)) / EMU_PER_POINT
                heights.append(line_count(texts, size, columns[column] - sides) * size * LINE_HEIGHT + tops)
            total += max(heights)
        layout = deck.layout_shape(slide, frame)
        limit = int(layout.xpath(".//a:ext/@cy", namespaces=NS)[0]) / EMU_PER_POINT
        if total > limit + TOLERANCE_PT:
            problems.append(f"{slide}: a table needs {total:.0f} pt of {limit:.0f}")
    return problems


def c3_shrink(deck: OpenDeck) -> list[str]:
    return [
        f"{slide}: shrunk to {int(scale) / 1000:.0f} %"
        for slide in deck.slides
        for scale in deck.find(slide, "//a:normAutofit/@fontScale")
        if int(scale) < 70_000
    ]


def c4_sizes(deck: OpenDeck) -> list[str]:
    problems = [
        f"{slide}: {int(size) / 100} pt"
        for slide in deck.slides
        for size in deck.find(slide, "//a:rPr/@sz")
        if int(size) < 1200
    ]
    for slide in deck.slides:
        for shape in deck.find(slide, "//p:sp[p:nvSpPr/p:nvPr/p:ph]"):
            style = Style(deck, slide, shape)
            problems += [f"{slide}: {size:.1f} pt" for _, size, *_ in paragraphs(shape, style) if size < 11.99]
    return problems


def c5_overlaps(deck: OpenDeck) -> list[str]:
    problems = []
    for slide in deck.slides:
        boxes = [box for shape in deck.shapes(slide) if (box := deck.box(slide, shape))]
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
                high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
                smaller = min(one[2] * one[3], other[2] * other[3])
                if wide > 0 and high > 0 and wide * high > 0.05 * smaller:
                    problems.append(f"{slide}: {one} and {other} overlap")
    return problems


def c6_words(deck: OpenDeck) -> list[str]:
    counts = {slide: len(" ".join(deck.find(slide, "//a:t/text()")).split()) for slide in deck.slides}
    return [f"{slide}: {count} words" for slide, count in counts.items() if count > 110]


def c7_pictures(deck: OpenDeck) -> list[str]:
    problems = []
    for slide in deck.slides:
        relations = deck.relations(slide)
        for picture in deck.find(slide, "//p:pic"):
            target = relations[picture.xpath(".//a:blip/@r:embed", namespaces=NS)[0]].target
            data = deck.parts[target]
            box = deck.box(slide, picture)
            size = pixels(data)
            if box is None or size is None:
                problems.append(f"{slide}: {target} cannot be judged")
                continue
            if abs((box[2] / box[3]) / (size[0] / size[1]) - 1) > 0.03:
                problems.append(f"{slide}: {target} is distorted")
            if size[0] / (box[2] / 914400) < 72 or len(data) > 5_000_000:
                problems.append(f"{slide}: {target} is too coarse or too heavy")
    return problems


def c8_charts(deck: OpenDeck) -> list[str]:
    """Type of 14 points or more, series told apart without colours, and the numbers of the workbook behind it."""
    problems = []
    for slide in deck.slides:
        for part in deck.related(slide, "chart"):
            sizes = [int(size) for size in deck.find(part, "//@sz")]
            fillings = Counter(filling(series) for series in deck.find(part, "//c:ser"))
            problems += [f"{part}: type of {min(sizes) / 100} pt"] if min(sizes) < 1400 else []
            problems += [f"{part}: {n} series look alike but for colour" for n in fillings.values() if n > 1]
            cached = [float(value) for value in deck.find(part, "//c:val//c:v/text()")]
            if cached != numbers_behind(deck, part):
                problems.append(f"{part}: its workbook holds other numbers")
    return problems


def filling(series: Any) -> str:
    pattern = series.xpath("c:spPr/a:pattFill/@prst | c:marker/c:symbol/@val", namespaces=NS)
    pale = series.xpath("c:spPr/a:solidFill/a:schemeClr/a:lumOff/@val", namespaces=NS)
    return "".join([*pattern, *pale])


def numbers_behind(deck: OpenDeck, part: str) -> list[float]:
    (book,) = deck.related(part, "package")
    sheet = openpyxl.load_workbook(io.BytesIO(deck.parts[book])).active
    columns = list(sheet.iter_cols(min_col=2, min_row=2, values_only=True))
    return [float(value) for column in columns for value in column]


def pixels(data: bytes) -> tuple[int, int] | None:
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        wide, high = struct.unpack(">II", data[16:24])
        return wide, high
    for mark in re.finditer(rb"\xff[\xc0\xc1\xc2]..\x08(..)(..)", data, re.DOTALL):
        return int.from_bytes(mark[2], "big"), int.from_bytes(mark[1], "big")
    return None


CHECKLIST: dict[str, Check] = {
    **PACKAGE_AND_STRUCTURE,
    "C1": c1_inside,
    "C2": c2_fits,
    "C3": c3_shrink,
    "C4": c4_sizes,
    "C5": c5_overlaps,
    "C6": c6_words,
    "C7": c7_pictures,
    "C8": c8_charts,
}
