"""A .pptx opened as a package, without any library that would forgive its faults."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
RID = f"{{{NS['r']}}}id"
MAIN = "ppt/presentation.xml"


@dataclass(frozen=True)
class Relation:
    kind: str
    target: str
    external: bool


@dataclass
class OpenDeck:
    names: tuple[str, ...]
    parts: dict[str, bytes]
    _trees: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> OpenDeck:
        with zipfile.ZipFile(path) as file:
            return cls(tuple(file.namelist()), {name: file.read(name) for name in file.namelist()})

    def copy(self) -> OpenDeck:
        return OpenDeck(self.names, dict(self.parts))

    def put(self, name: str, data: bytes) -> None:
        if name not in self.parts:
            self.names = (*self.names, name)
        self.parts[name] = data

    def swap(self, name: str, old: str, new: str, count: int = -1) -> None:
        text = self.parts[name].decode()
        assert old in text, f"{old} is not in {name}"
        self.parts[name] = text.replace(old, new, count).encode()

    def tree(self, name: str) -> Any:
        key = self.parts[name]
        if name not in self._trees or self._trees[name][0] is not key:
            self._trees[name] = (key, etree.fromstring(key))
        return self._trees[name][1]

    def find(self, name: str, path: str) -> list[Any]:
        return self.tree(name).xpath(path, namespaces=NS)

    def relations(self, part: str) -> dict[str, Relation]:
        folder, _, name = part.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        if rels not in self.parts:
            return {}
        made = {}
        for row in self.tree(rels):
            external = row.get("TargetMode") == "External"
            target = row.get("Target")
            whole = target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            made[row.get("Id")] = Relation(row.get("Type").rpartition("/")[2], whole, external)
        return made

    def related(self, part: str, kind: str) -> list[str]:
        return [relation.target for relation in self.relations(part).values() if relation.kind == kind]

    @property
    def slides(self) -> list[str]:
        relations = self.relations(MAIN)
        return [relations[node.get(RID)].target for node in self.find(MAIN, "//p:sldIdLst/p:sldId")]

    def layout(self, slide: str) -> str:
        return next(iter(self.related(slide, "slideLayout")), "")

    def layout_name(self, slide: str) -> str:
        return self.find(self.layout(slide), "p:cSld/@name")[0]

    def shapes(self, part: str) -> list[Any]:
        return self.find(part, "//p:spTree/p:sp | //p:spTree/p:pic | //p:spTree/p:graphicFrame | //p:spTree/p:cxnSp")

    def holder(self, shape: Any) -> Any:
        return next(iter(shape.xpath("./*/p:nvPr/p:ph", namespaces=NS)), None)

    def layout_shape(self, slide: str, shape: Any) -> Any:
        holder = self.holder(shape)
        for candidate in self.shapes(self.layout(slide)):
            other = self.holder(candidate)
            if other is not None and holder is not None and key_of(other) == key_of(holder):
                return candidate
        return None

    def box(self, slide: str, shape: Any) -> tuple[int, int, int, int] | None:
        for source in (shape, self.layout_shape(slide, shape)):
            if source is None:
                continue
            offset = source.xpath(".//a:xfrm/a:off | ./p:xfrm/a:off", namespaces=NS)
            extent = source.xpath(".//a:xfrm/a:ext | ./p:xfrm/a:ext", namespaces=NS)
            if offset and extent:
                return (
                    int(offset[0].get("x")),
                    int(offset[0].get("y")),
                    int(extent[0].get("cx")),
                    int(extent[0].get("cy")),
                )
        return None

    def title(self, slide: str) -> str:
        for shape in self.shapes(slide):
            holder = self.holder(shape)
            if holder is not None and holder.get("type") in {"title", "ctrTitle"}:
                return words(shape)
        return ""

    @cached_property
    def size(self) -> tuple[int, int]:
        node = self.find(MAIN, "//p:sldSz")[0]
        return int(node.get("cx")), int(node.get("cy"))


def key_of(holder: Any) -> tuple[str, str]:
    kind = holder.get("type", "")
    return ("title", "") if kind in {"title", "ctrTitle"} else (kind, holder.get("idx", ""))


def words(node: Any) -> str:
    return " ".join(
        "".join(p.xpath(".//a:t/text()", namespaces=NS)) for p in node.xpath(".//a:p", namespaces=NS)
    ).strip()
