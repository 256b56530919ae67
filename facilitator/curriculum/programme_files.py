"""A programme file made into a programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.curriculum.fields import Fields
from facilitator.curriculum.programme import PlannedBlock, PlannedStrand, Programme, ProgrammePart
from facilitator.curriculum.unit import Kind
from facilitator.foundation.minutes import parse_clock
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.curriculum.file_findings import FileFindings
    from facilitator.curriculum.values import Value

BREAKOUT = "breakout"
_KINDS = tuple(str(kind) for kind in Kind)


def read_programme(table: Value, findings: FileFindings) -> Programme | None:
    """Give the programme of a file in ``programmes``; None without an id or a part."""
    fields = Fields(table, findings, "programme")
    programme_id = findings.subject = fields.text("id", required=True)
    title, summary = fields.text("title", programme_id, required=True), fields.text("summary")
    audiences, note = fields.texts("audiences"), fields.text("note")
    people = fields.table("people")
    least, most = _people(people)
    parts = tuple(_part(item, findings) for item in fields.tables("part"))
    fields.unknown()
    if not parts:
        findings.error(
            "programme.no-parts", _("The programme has no part."), _("Add [[part]] with title, start and minutes.")
        )
    if not programme_id or not parts:
        return None
    return Programme(programme_id, title, summary, audiences, parts, least, most, note, findings.path)


def _people(fields: Fields | None) -> tuple[int, int]:
    if fields is None:
        return 1, 40
    found = fields.whole("min", 1, low=1, high=2000), fields.whole("max", 40, low=1, high=2000)
    fields.unknown()
    return found


def _part(item: Fields, findings: FileFindings) -> ProgrammePart:
    start = parse_clock(item.text("start", "09:00"))
    if start is None:
        findings.error(
            "programme.start",
            _("“{text}” is no time of day.").format(text=item.text("start")[:40]),
            _('Write a time such as "09:00".'),
            item.place_of("start"),
        )
    part = ProgrammePart(
        title=item.text("title", required=True),
        start=540 if start is None else start,
        minutes=item.whole("minutes", 0, low=1, required=True),
        blocks=tuple(_block(block) for block in item.tables("block")),
    )
    item.unknown()
    return part


def _block(item: Fields) -> PlannedBlock:
    unit_id = item.text("unit")
    strands = tuple(_strand(strand) for strand in item.tables("strand"))
    kind = item.choice("kind", (*_KINDS, BREAKOUT), "unit" if unit_id or strands else "note")
    minutes = item.whole("minutes", 0, required=not strands)
    title = item.text("title", required=not unit_id and not strands)
    block = PlannedBlock(
        kind=Kind.UNIT if kind == BREAKOUT else Kind(kind),
        minutes=minutes or longest_strand(strands),
        title=title,
        unit_id=unit_id,
        note=item.text("note"),
        strands=strands,
    )
    item.unknown()
    return block


def _strand(item: Fields) -> PlannedStrand:
    strand = PlannedStrand(item.text("title", required=True), tuple(_block(block) for block in item.tables("block")))
    item.unknown()
    return strand


def longest_strand(strands: tuple[PlannedStrand, ...]) -> int:
    """Give the minutes of a breakout: those of its longest strand."""
    return max((sum(block.minutes for block in strand.blocks) for strand in strands), default=0)
