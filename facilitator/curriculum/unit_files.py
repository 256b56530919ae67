"""Unit files on disk: read with their limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from facilitator.curriculum.file_findings import FileFindings
from facilitator.curriculum.unit_reader import read_unit
from facilitator.curriculum.values import Place
from facilitator.foundation.limits import KB, UNIT_BYTES
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.curriculum.unit import Unit
    from facilitator.foundation.findings import Finding

Reading: TypeAlias = "tuple[Unit | None, tuple[Finding, ...]]"
ReadUnit: TypeAlias = "Callable[[str, str], Reading]"


class UnitFiles:
    """Reads unit files afresh each time, with ``read_unit`` or something that gives the same sooner."""

    def __init__(self, read: ReadUnit = read_unit) -> None:
        self._read = read

    def read(self, path: Path) -> Reading:
        """Read one file; what is wrong with the file itself is a finding too."""
        findings = FileFindings(str(path))
        text = read_text(path, findings)
        return (None, findings.all()) if text is None else self._read(text, str(path))


def read_text(path: Path, findings: FileFindings) -> str | None:
    """Give the text of a file, or None with a finding when it is too large, unreadable or not UTF-8."""
    try:
        with path.open("rb") as file:
            content = file.read(UNIT_BYTES + 1)
    except OSError as problem:
        findings.error(
            "pack.unreadable",
            _("The file cannot be read: {reason}.").format(reason=problem.strerror or type(problem).__name__),
            _("Check that it exists and that you may read it."),
        )
        return None
    if len(content) > UNIT_BYTES:
        findings.error(
            "unit.size" if path.suffix == ".md" else "pack.size",
            _("The file is larger than {size} kB.").format(size=UNIT_BYTES // KB),
            _("Split it in two."),
            Place(1),
        )
        return None
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as problem:
        findings.error(
            "pack.encoding",
            _("The file is not written in UTF-8."),
            _("Save it as UTF-8 in your editor."),
            Place(content.count(b"\n", 0, problem.start) + 1),
        )
        return None
