"""Findings: what is wrong with content, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a finding matters; errors keep the thing they are about from being used."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or worth knowing in content.

    Attributes:
        severity: error, warning or notice.
        code: short stable name of the rule, such as ``unit.minutes-sum``.
        message: what is wrong, one plain sentence.
        way_out: what to do about it, one plain sentence.
        file: path as the reader was given it, "" when it is not about a file.
        line: 1-based, 0 when unknown.
        column: 1-based, 0 when unknown.
        subject: id of the unit, block or programme it is about, "" when none.
    """

    severity: Severity
    code: str
    message: str
    way_out: str
    file: str = ""
    line: int = 0
    column: int = 0
    subject: str = ""

    def place(self) -> str:
        """Say where, as ``file:line:column``, leaving out what is unknown."""
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers]) if self.file else ""


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort by file and line, the heavier finding first where two share a line."""
    return tuple(sorted(findings, key=lambda f: (f.file, f.line, _WEIGHT[f.severity], f.column, f.code)))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether anything in it is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
