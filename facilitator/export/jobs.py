"""How every export talks to whoever waits for it: progress, cancelling, and what came out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.findings import Finding
from facilitator.foundation.words import _

Report: TypeAlias = Callable[[int, int, str], None]
Cancelled: TypeAlias = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Exported:
    """One paper that was written.

    Attributes:
        count: slides of a deck, sheets of a workbook.
        findings: what the reader of the paper would stumble over, such as a slide with too much on it.
    """

    path: Path
    count: int
    findings: tuple[Finding, ...] = ()


class ExportCancelledError(FacilitatorError):
    """Somebody pressed cancel; nothing was written."""

    def __init__(self) -> None:
        super().__init__(_("The export was cancelled."), safe=_("No file was written; one from before is unchanged."))


def quiet(done: int, total: int, label: str) -> None:
    """Take progress and tell nobody."""


def never() -> bool:
    """Never cancel."""
    return False


def stop_if(cancelled: Cancelled) -> None:
    """Raise when somebody pressed cancel.

    Raises:
        ExportCancelledError: they did.
    """
    if cancelled():
        raise ExportCancelledError
