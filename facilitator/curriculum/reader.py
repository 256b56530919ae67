"""Reading curriculum: one unit, or a whole pack, and everything that is wrong with it.

Whatever is readable is read; every problem is a finding with its file, line and way out, and none of them
keeps the rest from loading.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from facilitator.curriculum.assessment_files import read_assessment, read_model
from facilitator.curriculum.fields import Fields
from facilitator.curriculum.file_findings import FileFindings
from facilitator.curriculum.pack import NO_MODEL, Pack
from facilitator.curriculum.pack_checks import check_pack
from facilitator.curriculum.pack_files import read_audiences, read_deck, read_facts, read_roles
from facilitator.curriculum.pack_folders import PACK_FILE
from facilitator.curriculum.programme_files import read_programme
from facilitator.curriculum.toml_values import read_toml
from facilitator.curriculum.unit_files import UnitFiles, read_text
from facilitator.curriculum.unit_reader import read_unit
from facilitator.curriculum.values import Value
from facilitator.foundation.findings import Finding, in_order
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from facilitator.curriculum.unit import Unit

__all__ = ["read_pack", "read_unit"]
ReadT = TypeVar("ReadT")
_DIGITS = re.compile(r"(\d+)")


def read_pack(folder: Path, *, today: date | None = None, units: UnitFiles | None = None) -> Pack:
    """Read the pack in a folder, never failing: an unreadable folder gives an empty pack with findings.

    Args:
        folder: holds ``pack.toml``, ``audiences.toml``, ``dimensions.toml``, ``facts.toml``, ``units``,
            ``programmes``, ``materials``, ``assessments``.
        today: the day for which facts must still be fresh; None leaves that out.
        units: reads unit files; hand in one that remembers them to read only what has changed.
    """
    return _PackReader(folder, units or UnitFiles()).read(today)


class _PackReader:
    """Reads the files of one folder and gathers their findings."""

    def __init__(self, folder: Path, units: UnitFiles) -> None:
        self._folder = folder
        self._units = units
        self._findings: list[Finding] = []
        self._sources: dict[str, str] = {}

    def read(self, today: date | None) -> Pack:
        about_findings = FileFindings(str(self._folder / PACK_FILE))
        about = self._about(about_findings)
        pack = Pack(
            id=about.text("id", self._folder.name, required=True),
            title=about.text("title", self._folder.name, required=True),
            version=about.text("version", "0", required=True),
            folder=self._folder,
            language=about.text("language", "en"),
            licence=about.text("licence"),
            authors=about.texts("authors"),
            units=self._all_units(),
            audiences=self._one("audiences.toml", read_audiences) or (),
            programmes=tuple(self._each("programmes", read_programme)),
            decks=tuple(self._each("materials", read_deck)),
            facts=self._one("facts.toml", read_facts) or (),
            model=self._one("dimensions.toml", read_model) or NO_MODEL,
            assessments=tuple(self._each("assessments", read_assessment)),
            roles=read_roles(about.table("checks")),
        )
        about.unknown()
        self._findings.extend(about_findings.all())
        self._findings.extend(check_pack(pack, self._sources, today))
        return replace(pack, findings=in_order(dict.fromkeys(self._findings)))

    def _about(self, findings: FileFindings) -> Fields:
        path = self._folder / PACK_FILE
        if not path.is_file():
            findings.error(
                "pack.missing",
                _("The folder has no pack.toml."),
                _("Add pack.toml with id, title, version, language, licence and authors."),
            )
        text = read_text(path, findings) if path.is_file() else None
        self._sources[str(path)] = text or ""
        table = read_toml(text, findings) if text is not None else None
        # what is missing in a file that could not be read is not worth a finding for each key
        return Fields(table or Value({}), findings if table else FileFindings(""), "pack")

    def _all_units(self) -> tuple[Unit, ...]:
        found = []
        for path in sorted((self._folder / "units").glob("*.md")):
            unit, findings = self._units.read(path)
            self._findings.extend(findings)
            if unit:
                found.append(unit)
        return tuple(found)

    def _one(self, name: str, read: Callable[[Value, FileFindings], ReadT]) -> ReadT | None:
        path = self._folder / name
        return self._file(path, read) if path.is_file() else None

    def _each(self, name: str, read: Callable[[Value, FileFindings], ReadT | None]) -> list[ReadT]:
        found = (self._file(path, read) for path in sorted((self._folder / name).glob("*.toml"), key=_as_counted))
        return [item for item in found if item is not None]

    def _file(self, path: Path, read: Callable[[Value, FileFindings], ReadT]) -> ReadT | None:
        findings = FileFindings(str(path))
        text = read_text(path, findings)
        self._sources[str(path)] = text or ""
        table = read_toml(text, findings) if text is not None else None
        made = read(table, findings) if table else None
        self._findings.extend(findings.all())
        return made


def _as_counted(path: Path) -> tuple[tuple[int, str], ...]:
    """Put G2 before G10, as people count."""
    parts = _DIGITS.split(path.stem)
    return tuple((int(part), "") if part.isdigit() else (0, part.casefold()) for part in parts)
