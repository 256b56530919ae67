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
from facilitator.foundation.limits import KB, UNIT_BYTES
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.foundation.findings import Finding

MOST_LINES = 6000
LONGEST_LINE = 8000
MOST_BRACKETS = 4000
LONGEST_RUN = 20_000


def read_unit(source: str, path: str) -> tuple[Unit | None, tuple[Finding, ...]]:
    """Read a unit and everything that is wrong with it, sorted by line.

    The unit is None only where there is nothing to hold on to: no front matter, no id or no length. With other
    errors it is as complete as the file, so that it can be shown and mended.
    """
    findings = FileFindings(path)
    unit = _read(source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), findings)
    return unit, findings.all()


def _read(source: str, findings: FileFindings) -> Unit | None:
    if not _is_readable_size(source, findings):
        return None
    try:
        divided = divide(source)
    except FrontMatterRefusedError as refused:
        findings.error(refused.code, refused.message, refused.way_out, refused.place)
        return None
    table = read_front_matter(divided.head, findings)
    header = read_header(table, findings) if table else None
    nodes = outline(divided.body, findings, header.language if header else "en")
    if header is None:
        return None
    flow = read_flow(nodes, header.minutes, findings)
    values = {field.name: getattr(header, field.name) for field in dataclasses.fields(header)}
    unit = Unit(**values, steps=flow.steps, guide=flow.guide, source=source, path=findings.path)
    check_unit(unit, findings)
    return unit


def _is_readable_size(source: str, findings: FileFindings) -> bool:
    """Refuse what no author writes and what would take long to read."""
    lines = source.split("\n")
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    if len(source) > UNIT_BYTES or len(source.encode("utf-8", "replace")) > UNIT_BYTES:
        message, line = _("The file is larger than {size} kB.").format(size=UNIT_BYTES // KB), 1
    elif len(lines) > MOST_LINES:
        message, line = _("The file has more than {number} lines.").format(number=MOST_LINES), MOST_LINES
    elif len(lines[longest]) > LONGEST_LINE:
        message = _("The line is longer than {number} characters.").format(number=LONGEST_LINE)
        line = longest + 1
    elif source.count("[") > MOST_BRACKETS:  # each one may begin a link, and looking for its end takes long
        message, line = _("The file has more than {number} square brackets.").format(number=MOST_BRACKETS), 1
    elif line := _long_run(lines):
        message = _("There are more than {number} characters without an empty line.").format(number=LONGEST_RUN)
    else:
        return True
    findings.error("unit.size", message, _("Split it in two."), Place(line))
    return False


def _long_run(lines: list[str]) -> int:
    """Give the line where some text without an empty line grows too long, 0 where none does."""
    length = 0
    for number, line in enumerate(lines, 1):
        length = length + len(line) if line.strip() else 0
        if length > LONGEST_RUN:
            return number
    return 0
