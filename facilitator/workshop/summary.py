"""What the start page shows of a workshop, kept in a small file of its own, so that no database is opened for it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.agenda.model import Block, Breakout, Item, Section, blocks_of
from facilitator.agenda.schedule import lay_out
from facilitator.curriculum.unit import Kind
from facilitator.foundation.atomic import write_atomically
from facilitator.foundation.records import RecordError, Records
from facilitator.workshop.events import json_text
from facilitator.workshop.state import RunState, State

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


def summarise(state: State, changed_at: str) -> Summary:
    """Give the summary of a workshop as it is now."""
    workshop = state.workshop
    brief = workshop.brief
    day = workshop.agenda.days[0] if workshop.agenda.days else None
    plan = lay_out(day) if day else None
    return Summary(
        id=workshop.id,
        client=brief.client,
        title=brief.title,
        date=(day.date if day else None) or brief.date,
        start=plan.start if plan else brief.start,
        end=plan.end if plan else brief.end or brief.start,
        head_count=len(workshop.roster.people) or brief.head_count(),
        stage=_stage(state),
        strip=tuple(part for item in day.items for part in _strip(item)) if day else (),
        changed_at=changed_at,
    )


def write_summary(path: Path, summary: Summary) -> None:
    """Write the small file; raise WriteError when the disk says no."""
    write_atomically(path, json_text(Records().to_plain(summary)))


def read_summary(path: Path, records: Records) -> Summary | None:
    """Read the small file; None when it is missing or damaged. One ``records`` serves for many files."""
    try:
        return records.from_plain(json.loads(path.read_text(encoding="utf-8")), Summary)
    except (OSError, ValueError, RecordError):
        return None


def _stage(state: State) -> Stage:
    if not state.runs:
        return Stage.PLANNED if any(day.items for day in state.workshop.agenda.days) else Stage.DRAFT
    finished = all(run.state is RunState.FINISHED for run in state.runs.values())
    return Stage.FINISHED if finished else Stage.INTERRUPTED


def _strip(item: Item) -> tuple[StripPart, ...]:
    match item:
        case Block() | Section():
            return tuple(StripPart(block.kind, block.minutes) for block in blocks_of(item))
        case Breakout(strands=strands):
            longest = max(strands, key=lambda s: sum(block.minutes for block in s.children), default=None)
            return tuple(StripPart(block.kind, block.minutes) for block in longest.children) if longest else ()
