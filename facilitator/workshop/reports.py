"""What was found and done while a workshop was opened: for the screen, and as a dated file in its folder."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.foundation.folders import made
from facilitator.workshop.places import stamp

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class OpenReport:
    """How the opening went.

    Attributes:
        steps: what was unusual and what was done about it, one sentence each; empty when all was well.
        was_interrupted: the last process did not close the workshop.
        restored_from: when the backup was made that took the place of a damaged file, or None.
        skipped: events that this version could not understand.
        read_only_reason: why nothing can be changed, or "".
    """

    steps: tuple[str, ...] = ()
    was_interrupted: bool = False
    restored_from: dt.datetime | None = None
    skipped: int = 0
    read_only_reason: str = ""


class Notes:
    """Collects sentences; what it writes holds no names, since the sentences hold none."""

    def __init__(self, moment: dt.datetime) -> None:
        self.moment = moment
        self.steps: list[str] = []
        self.restored_from: dt.datetime | None = None

    def add(self, sentence: str) -> None:
        """Note one step."""
        self.steps.append(sentence)

    def write(self, folder: Path) -> None:
        """Write the dated report, if there is anything to tell; a folder that cannot be written is no trouble."""
        if not self.steps:
            return
        with contextlib.suppress(OSError):
            path = made(folder) / f"{stamp(self.moment)}.txt"
            path.write_text("\n".join([self.moment.isoformat(), *self.steps, ""]), encoding="utf-8")
            path.chmod(0o600)
