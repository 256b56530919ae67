"""``facilitator check``: what is wrong with a pack or a workshop, with file and line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from facilitator.curriculum.reader import read_pack
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.findings import Finding, Severity, has_errors, in_order
from facilitator.foundation.resources import shipped
from facilitator.foundation.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from facilitator.curriculum.pack import Pack


def check(paths: Sequence[Path]) -> int:
    """Check every path, the shipped packs when there is none; give 1 when anything is an error."""
    statuses = [
        _check_one(path) for path in paths or sorted(p.parent for p in shipped("modules").glob("*/pack.toml"))
    ]
    return max(statuses, default=0)


def _check_one(path: Path) -> int:
    if path.is_dir():
        return _check_pack(path)
    if path.suffix == ".workshop":
        from facilitator.cli.workshop_file import check_workshop  # noqa: PLC0415 -- brings the database along

        return check_workshop(path)
    raise FacilitatorError(
        _("{path} is neither the folder of a pack nor a workshop file.").format(path=path),
        way_out=_("Name a folder with a pack.toml in it, or a file that ends in .workshop."),
    )


def _check_pack(folder: Path) -> int:
    pack = read_pack(folder)
    show_findings(pack.findings)
    print(summary(pack))
    return 1 if has_errors(pack.findings) else 0


def show_findings(findings: Sequence[Finding]) -> None:
    """Print findings the way compilers do, so that editors can jump to them."""
    for finding in in_order(findings):
        place = f"{finding.place()}: " if finding.file else ""
        print(f"{place}{finding.severity}: {finding.message} [{finding.code}]")
        if finding.way_out:
            print(f"    {finding.way_out}")
    sys.stdout.flush()


def summary(pack: Pack) -> str:
    """Say in one line what was read and how it fared."""
    counts = {severity: sum(f.severity is severity for f in pack.findings) for severity in Severity}
    return _("{title}: {units}, {programmes}; {errors}, {warnings}, {notices}").format(
        title=pack.title or pack.folder.name,
        units=ngettext("{n} unit", "{n} units", len(pack.units)).format(n=len(pack.units)),
        programmes=ngettext("{n} programme", "{n} programmes", len(pack.programmes)).format(n=len(pack.programmes)),
        errors=ngettext("{n} error", "{n} errors", counts[Severity.ERROR]).format(n=counts[Severity.ERROR]),
        warnings=ngettext("{n} warning", "{n} warnings", counts[Severity.WARNING]).format(n=counts[Severity.WARNING]),
        notices=ngettext("{n} notice", "{n} notices", counts[Severity.NOTICE]).format(n=counts[Severity.NOTICE]),
    )
