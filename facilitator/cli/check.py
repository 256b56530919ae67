"""``facilitator check``: what is wrong with a pack or a workshop, with file and line."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.cli.showing import counts_of, show_findings
from facilitator.curriculum.file_findings import FileFindings
from facilitator.curriculum.pack_folders import pack_folders
from facilitator.foundation.clocks import SystemClock
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.findings import has_errors
from facilitator.foundation.resources import shipped
from facilitator.foundation.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.curriculum.pack import Pack


def check(paths: Sequence[Path], on: str = "") -> int:
    """Check every path, the shipped packs when there is none; give 1 when anything is an error.

    Args:
        paths: folders of packs, and workshop files.
        on: the day on which facts must be fresh, such as ``2027-03-01``; today when it is left out.

    Raises:
        FacilitatorError: that is no day.
    """
    day = _day(on) if on else SystemClock().now().utc().date()
    if not paths:
        paths = pack_folders((shipped("modules"),))
    return max([_check_one(path, day) for path in paths], default=0)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise FacilitatorError(
            _("“{text}” is no day.").format(text=text), way_out=_("Write it as 2027-03-01.")
        ) from problem


def _check_one(path: Path, day: date) -> int:
    """Check one path; what cannot be read at all does not keep the others from being checked."""
    try:
        return _check_pack(path, day) if path.is_dir() else _check_file(path)
    except FacilitatorError as error:
        sys.stdout.flush()
        print(f"{path}: {error}", file=sys.stderr)
        return 1


def _check_file(path: Path) -> int:
    if not path.exists():
        raise FacilitatorError(_("There is no such file or folder."))
    if path.suffix.lower() != ".workshop":
        raise FacilitatorError(
            _("This is neither the folder of a pack nor a workshop file."),
            way_out=_("Name a folder with a pack.toml in it, or a file that ends in .workshop."),
        )
    from facilitator.cli.workshop_file import check_workshop  # noqa: PLC0415 -- brings the database along

    return check_workshop(path)


def _check_pack(folder: Path, day: date) -> int:
    from facilitator.agenda.lint.programmes import lint_programmes  # noqa: PLC0415 -- needed for packs alone
    from facilitator.curriculum.reader import read_pack  # noqa: PLC0415 -- it brings the parsers along

    pack = read_pack(folder, today=day)
    sources = {programme.path: _source(Path(programme.path)) for programme in pack.programmes}
    pack = replace(pack, findings=(*pack.findings, *lint_programmes(pack, sources)))
    show_findings(pack.findings)
    print(summary(pack))
    return 1 if has_errors(pack.findings) else 0


def _source(path: Path) -> str:
    """Read a programme for the lines of its blocks; one that has gone since costs no more than these."""
    from facilitator.curriculum.unit_files import read_text  # noqa: PLC0415 -- as above

    return read_text(path, FileFindings(str(path))) or ""


def summary(pack: Pack) -> str:
    """Say in one line what was read and how it fared."""
    return _("{title}: {units}, {programmes}, {decks}, {assessments}; {counts}").format(
        title=pack.title or pack.folder.name,
        units=ngettext("{n} unit", "{n} units", len(pack.units)).format(n=len(pack.units)),
        programmes=ngettext("{n} programme", "{n} programmes", len(pack.programmes)).format(n=len(pack.programmes)),
        decks=ngettext("{n} deck", "{n} decks", len(pack.decks)).format(n=len(pack.decks)),
        assessments=ngettext("{n} assessment", "{n} assessments", len(pack.assessments)).format(
            n=len(pack.assessments)
        ),
        counts=counts_of(pack.findings),
    )
