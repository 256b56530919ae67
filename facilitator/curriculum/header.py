"""The keys of a unit's front matter, made into the fields of a unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.fields import Fields, whole_number
from facilitator.curriculum.typography import typographic
from facilitator.curriculum.unit import Material, Minutes, Requirement
from facilitator.foundation.minutes import LONGEST_MINUTES
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.curriculum.file_findings import FileFindings
    from facilitator.curriculum.values import Value

PER = ("once", "person", "pair", "group", "room")
_SPARE = re.compile(r"(\d{1,3})(?:\s*%)")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}")


@dataclass(frozen=True, slots=True)
class Header:
    """What the front matter says, by the names of the unit's fields."""

    id: str
    title: str
    summary: str
    minutes: Minutes
    core: tuple[str, ...]
    optional: tuple[str, ...]
    differs: tuple[str, ...]
    track: str
    version: str
    language: str
    requires: tuple[Requirement, ...]
    dimensions: tuple[str, ...]
    objectives: tuple[str, ...]
    key_points: tuple[str, ...]
    group_min: int
    group_size: int
    materials: tuple[Material, ...]
    facts: tuple[str, ...]
    content_note: str
    access: tuple[str, ...]
    extra: Mapping[str, object]


def read_header(table: Value, findings: FileFindings) -> Header | None:
    """Read all keys; None when there is no id or no usable length, without which nothing can be placed."""
    fields = Fields(table, findings, "unit")
    unit_id = _id(fields, findings)
    minutes = _minutes(fields, table, findings)
    core, optional, differs = _audiences(fields)
    group_min, group_size = _group(fields, table)
    language = fields.text("language", "en")

    def printed(key: str) -> tuple[str, ...]:
        return tuple(typographic(text, language) for text in fields.texts(key, required=key == "objectives"))

    header = Header(
        id=unit_id,
        title=typographic(fields.text("title", required=True), language) or unit_id,
        summary=typographic(fields.text("summary", required=True), language),
        minutes=minutes or Minutes(1, 1, 1),
        core=core,
        optional=optional,
        differs=differs,
        track=fields.text("track"),
        version=fields.text("version", "1"),
        language=language,
        requires=_requires(fields, findings),
        dimensions=fields.texts("dimensions"),
        objectives=printed("objectives"),
        key_points=printed("key_points"),
        group_min=group_min,
        group_size=group_size,
        materials=_materials(fields, findings),
        facts=fields.texts("facts"),
        content_note=typographic(fields.text("content_note"), language),
        access=printed("access"),
        extra=fields.unknown(),
    )
    return header if unit_id and minutes else None


def _id(fields: Fields, findings: FileFindings) -> str:
    unit_id = fields.text("id", required=True)
    findings.subject = unit_id
    if unit_id and not _ID.fullmatch(unit_id):
        findings.error(
            "unit.id",
            _("“{id}” cannot be an id.").format(id=unit_id[:60]),
            _("Use letters, digits, hyphens, dots or underscores, such as L01."),
            fields.place_of("id"),
        )
    return unit_id


def _minutes(fields: Fields, table: Value, findings: FileFindings) -> Minutes | None:
    """Read ``{min, typical, max}``, or one number for a unit of one length."""
    held = table.content.get("minutes") if isinstance(table.content, Mapping) else None
    if held is not None and isinstance(held.content, str | int):
        fields.whole("minutes", 0, low=1)
        number = whole_number(held)
        return Minutes(number, number, number) if number and 1 <= number <= LONGEST_MINUTES else None
    inner = fields.table("minutes", required=True)
    if inner is None:
        return None
    typical = inner.whole("typical", 0, low=1, required=True)
    shortest, longest = inner.whole("min", typical, low=1), inner.whole("max", typical, low=1)
    inner.unknown()
    if not typical:
        return None
    if not shortest <= typical <= longest:
        findings.error(
            "unit.minutes-order",
            _("The lengths {min}, {typical} and {max} are not in order.").format(
                min=shortest, typical=typical, max=longest
            ),
            _("Let min be the shortest and max the longest."),
            fields.place_of("minutes"),
        )
        shortest, longest = min(shortest, typical), max(longest, typical)
    return Minutes(shortest, typical, longest)


def _audiences(fields: Fields) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    inner = fields.table("audiences", required=True)
    if inner is None:
        return (), (), ()
    core = inner.texts("core", required=not inner.holds("optional"))
    found = core, inner.texts("optional"), inner.texts("differs")
    inner.unknown()
    return found


def _group(fields: Fields, table: Value) -> tuple[int, int]:
    """Read ``{min, size}``, or one number for the size."""
    held = table.content.get("group") if isinstance(table.content, Mapping) else None
    if held is not None and isinstance(held.content, str | int):
        return 1, fields.whole("group", 0, high=500)
    inner = fields.table("group")
    if inner is None:
        return 1, 0
    found = inner.whole("min", 1, low=1, high=500), inner.whole("size", 0, high=500)
    inner.unknown()
    return found


def _requires(fields: Fields, findings: FileFindings) -> tuple[Requirement, ...]:
    found = []
    for item in fields.tables("requires"):
        any_of = item.texts("any") if item.holds("any") else tuple(filter(None, [item.text("unit", required=True)]))
        hard = item.choice("kind", ("soft", "hard"), "hard") == "hard"
        item.unknown()
        if any_of:
            found.append(Requirement(any_of, hard))
        elif item.holds("any"):
            findings.error(
                "unit.requirement",
                _("A requirement names no unit."),
                _("Write {unit: F01, kind: soft} or {any: [P01, P02], kind: hard}."),
                item.place,
            )
    return tuple(found)


def _materials(fields: Fields, findings: FileFindings) -> tuple[Material, ...]:
    found = []
    for item in fields.tables("materials"):
        name = item.text("item", required=True)
        quantity = item.whole("quantity", 1, low=1, high=10000)
        per = item.choice("per", PER, "once")
        spare = _spare(item, findings)
        item.unknown()
        if name:
            found.append(Material(name, quantity, per, spare))
    return tuple(found)


def _spare(item: Fields, findings: FileFindings) -> float:
    text = item.text("spare")
    if not text or text == "0":
        return 0.0
    match = _SPARE.fullmatch(text)
    if match is None:
        findings.error(
            "unit.spare",
            _("The spare “{text}” is no share.").format(text=text[:40]),
            _("Write a share such as 10 %."),
            item.place_of("spare"),
        )
        return 0.0
    return int(match[1]) / 100
