"""Findings as compilers print them, and the counts at the end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from facilitator.foundation.findings import Finding, Severity, in_order
from facilitator.foundation.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence


def show_findings(findings: Sequence[Finding]) -> None:
    """Print findings the way compilers do, so that editors can jump to them."""
    for finding in in_order(findings):
        place = f"{finding.place()}: " if finding.file else ""
        print(f"{place}{finding.severity}: {finding.message} [{finding.code}]")
        if finding.way_out:
            print(f"    {finding.way_out}")
    sys.stdout.flush()


def counts_of(findings: Sequence[Finding]) -> str:
    """Say how many errors, warnings and notices there are."""
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    return _("{errors}, {warnings}, {notices}").format(
        errors=ngettext("{n} error", "{n} errors", counts[Severity.ERROR]).format(n=counts[Severity.ERROR]),
        warnings=ngettext("{n} warning", "{n} warnings", counts[Severity.WARNING]).format(n=counts[Severity.WARNING]),
        notices=ngettext("{n} notice", "{n} notices", counts[Severity.NOTICE]).format(n=counts[Severity.NOTICE]),
    )
