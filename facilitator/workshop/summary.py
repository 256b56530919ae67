"""What the start page shows of a workshop, kept in a small file of its own, so that no database is opened for it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.curriculum.unit import Kind
from facilitator.foundation.atomic import write_atomically
from facilitator.foundation.records import RecordError, Records
from facilitator.workshop.texts import json_text

if TYPE_CHECKING:
    from pathlib import Path


class Stage(StrEnum):
    """How far a workshop has come."""

    DRAFT = "draft"  # nothing on the agenda yet
    PLANNED = "planned"
    INTERRUPTED = "interrupted"  # a run was begun and not finished; the file cannot know whether it goes on
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class StripPart:
    """A stretch of the first day's strip: its kind and its minutes."""

    kind: Kind
    minutes: int


@dataclass(frozen=True, slots=True)
class Summary:
    """One workshop on the start page; holds no names of participants.

    Attributes:
        start, end: of the first day, minutes since midnight.
        changed_at: ISO, UTC.
    """

    id: str
    client: str = ""
    title: str = ""
    date: dt.date | None = None
    start: int = 540
    end: int = 540
    head_count: int = 0
    stage: Stage = Stage.DRAFT
    strip: tuple[StripPart, ...] = ()
    changed_at: str = ""


def write_summary(path: Path, summary: Summary) -> None:
    """Write the small file; raise WriteError when the disk says no."""
    write_atomically(path, json_text(Records().to_plain(summary)))


def read_summary(path: Path, records: Records) -> Summary | None:
    """Read the small file; None when it is missing or damaged. One ``records`` serves for many files."""
    try:
        return records.from_plain(json.loads(path.read_text(encoding="utf-8")), Summary)
    except (OSError, ValueError, RecordError):
        return None
