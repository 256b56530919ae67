"""One unit file to a unit, and everything that is wrong with it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from facilitator.curriculum.file_findings import FileFindings
from facilitator.curriculum.flow import read_flow
from facilitator.curriculum.front_matter import FrontMatterRefusedError, divide, read_front_matter
from facilitator.curriculum.header import read_header
from facilitator.curriculum.outline import outline
from facilitator.curriculum.unit import Unit
from facilitator.curriculum.unit_checks import check_unit
from facilitator.curriculum.values import Place
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.foundation.findings import Finding

MOST_BYTES = 256 * 1024


def read_unit(source: str, path: str) -> tuple[Unit | None, tuple[Finding, ...]]:
    """Read a unit and everything that is wrong with it, sorted by line.

    The unit is None only where there is nothing to hold on to: no front matter, no id or no length. With other
    errors it is as complete as the file, so that it can be shown and mended.
    """
    findings = FileFindings(path)
    unit = _read(source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), findings)
    return unit, findings.all()


def _read(source: str, findings: FileFindings) -> Unit | None:
    if len(source) > MOST_BYTES or len(source.encode("utf-8", "replace")) > MOST_BYTES:
        findings.error(
            "unit.size",
            _("The file is larger than {size} kB.").format(size=MOST_BYTES // 1024),
            _("Split the unit in two."),
            Place(1),
        )
        return None
    try:
        divided = divide(source)
    except FrontMatterRefusedError as refused:
        findings.error(refused.code, refused.message, refused.way_out, refused.place)
        return None
    table = read_front_matter(divided.head, findings)
    header = read_header(table, findings) if table else None
    nodes = outline(divided.body, findings)
    if header is None:
        return None
    flow = read_flow(nodes, header.minutes, findings)
    values = {field.name: getattr(header, field.name) for field in dataclasses.fields(header)}
    unit = Unit(**values, steps=flow.steps, guide=flow.guide, source=source, path=findings.path)
    check_unit(unit, findings)
    return unit
