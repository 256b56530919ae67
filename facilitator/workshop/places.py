"""What lies where in the folder of one workshop."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

PLAN_FILE = "plan.workshop"
SUFFIX = ".workshop"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Places:
    """The files of one workshop, all under its own folder.

    Nobody but the store opens ``plan``: a plain open and close of it in our process would drop its lock.
    """

    folder: Path

    @property
    def plan(self) -> Path:
        """The live database."""
        return self.folder / PLAN_FILE

    @property
    def journal(self) -> Path:
        """What SQLite leaves beside the database when a commit was cut short."""
        return self.folder / f"{PLAN_FILE}-journal"

    @property
    def second_log(self) -> Path:
        """The same events again, a line each, without names."""
        return self.folder / "events.jsonl"

    @property
    def lock(self) -> Path:
        """Who has the workshop open, where and since when."""
        return self.folder / "lock"

    @property
    def summary(self) -> Path:
        """What the start page shows."""
        return self.folder / "summary.json"

    @property
    def backups(self) -> Path:
        """Finished copies of the database."""
        return self.folder / "backups"

    @property
    def aside(self) -> Path:
        """Damaged and stray files, kept as they were found."""
        return self.folder / "aside"

    @property
    def reports(self) -> Path:
        """What was found and done when a workshop did not open as it should."""
        return self.folder / "reports"

    @property
    def ballast(self) -> Path:
        """Room to spare that is given back when the disk is full."""
        return self.folder.parent / "ballast"


def is_workshop_id(text: str) -> bool:
    """Tell whether a text can be a workshop's id and the name of its folder; nothing that is a path can."""
    return _ID.fullmatch(text) is not None


def copied_as_draft(source: Path, draft: Path) -> None:
    """Copy a finished database to a draft of ours; what a killed process left of an earlier draft goes first."""
    forget_draft(draft)
    shutil.copyfile(source, draft)
    draft.chmod(0o600)


def forget_draft(draft: Path) -> None:
    """Remove a draft of ours with its journal, which would otherwise be played into the next draft."""
    draft.unlink(missing_ok=True)
    forget_journal(draft)


def forget_journal(draft: Path) -> None:
    """Remove the empty journal that a closed draft leaves beside it."""
    draft.with_name(f"{draft.name}-journal").unlink(missing_ok=True)


def stamp(moment: dt.datetime) -> str:
    """Write a moment in UTC so that names sort by it: ``20261123T205235123``."""
    return f"{moment:%Y%m%dT%H%M%S}{moment.microsecond // 1000:03d}"
