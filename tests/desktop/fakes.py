"""Stand-ins for what lies outside the window."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.curriculum.audience import Audience, AudienceLayer
from facilitator.curriculum.library import Library, library_of
from facilitator.curriculum.pack import Pack
from facilitator.curriculum.programme import PlannedBlock, Programme, ProgrammePart
from facilitator.curriculum.unit import Kind, Minutes, Step, Unit
from facilitator.foundation.clocks import Instant
from facilitator.workshop.model import Brief, Workshop
from facilitator.workshop.reports import OpenReport
from facilitator.workshop.state import RunRecord, RunState
from facilitator.workshop.summary import Summary
from facilitator.workshop.writer import KeptReport

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from facilitator.foundation.edits import Edit
    from facilitator.foundation.errors import FacilitatorError


class FakeDocument:
    """A document in memory: undo and redo, listeners, and keeping that a test lets happen."""

    def __init__(self, workshop: Workshop | None = None, read_only_reason: str = "") -> None:
        self.workshop = workshop or Workshop("w1")
        self.read_only_reason = read_only_reason
        self.seq = 0
        self.is_closed = False
        self._runs: dict[str, RunRecord] = {}
        self._past: list[tuple[Workshop, str]] = []
        self._future: list[tuple[Workshop, str]] = []
        self._listeners: list[Callable[[Workshop], None]] = []
        self._kept: list[Callable[[KeptReport], None]] = []

    @property
    def undo_label(self) -> str | None:
        return self._past[-1][1] if self._past else None

    @property
    def redo_label(self) -> str | None:
        return self._future[-1][1] if self._future else None

    def do(self, edit: Edit[Workshop]) -> int:
        changed = edit.apply(self.workshop)
        self._past.append((self.workshop, edit.label()))
        self._future.clear()
        return self._become(changed)

    def undo(self) -> int:
        before, label = self._past.pop()
        self._future.append((self.workshop, label))
        return self._become(before)

    def redo(self) -> int:
        after, label = self._future.pop()
        self._past.append((self.workshop, label))
        return self._become(after)

    def subscribe(self, callback: Callable[[Workshop], None]) -> Callable[[], None]:
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback)

    def on_kept(self, callback: Callable[[KeptReport], None]) -> None:
        self._kept.append(callback)

    def keep(self, failure: str = "", seq: int | None = None) -> None:
        """Tell that the changes up to a number are on the disk, or why not."""
        for callback in self._kept:
            callback(KeptReport(self.seq if seq is None else seq, failure=failure))

    @property
    def runs(self) -> tuple[RunRecord, ...]:
        return tuple(self._runs.values())

    def start_run(self, header: Mapping[str, object]) -> str:
        run_id = f"run-{len(self._runs) + 1}"
        self._runs[run_id] = RunRecord(run_id, str(header.get("day_id", "")), RunState.RUNNING, dict(header))
        return run_id

    def append_run_event(self, run_id: str, event: Mapping[str, object]) -> int:
        run = self._runs[run_id]
        self._runs[run_id] = replace(run, events=(*run.events, dict(event)))
        self.seq += 1
        return self.seq

    def end_run(self, run_id: str) -> int:
        self._runs[run_id] = replace(self._runs[run_id], state=RunState.FINISHED)
        self.seq += 1
        return self.seq

    def run_events(self, run_id: str) -> tuple[Mapping[str, object], ...]:
        return self._runs[run_id].events

    def save_copy(self, path: Path, *, people: bool = False) -> None:
        path.write_text(f"people: {people}", encoding="utf-8")

    def close(self) -> None:
        self.is_closed = True

    def listeners(self) -> int:
        return len(self._listeners)

    def _become(self, workshop: Workshop) -> int:
        self.workshop = workshop
        self.seq += 1
        for listener in tuple(self._listeners):
            listener(workshop)
        return self.seq


class FakeDialogs:
    """Answers that a test lays out beforehand; remembers what was asked."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.yes = False
        self.asked: list[str] = []

    def open_file(self, title: str, *_rest: object) -> Path | None:
        self.asked.append(title)
        return self.path

    def save_file(self, title: str, *_rest: object) -> Path | None:
        self.asked.append(title)
        return self.path

    def folder(self, title: str, *_rest: object) -> Path | None:
        self.asked.append(title)
        return self.path

    def confirm(self, question: str, *_rest: object) -> bool:
        self.asked.append(question)
        return self.yes


class FakeClock:
    """A clock that stands at a moment until it is moved."""

    def __init__(self, moment: dt.datetime = dt.datetime(2027, 1, 10, 9, tzinfo=dt.UTC)) -> None:
        self.wall_s = moment.timestamp()

    def now(self) -> Instant:
        return Instant(wall_s=self.wall_s, boot_s=self.wall_s, mono_s=self.wall_s)


class FakeWorkshops:
    """A shelf in memory: documents by id, and what a test wants to go wrong."""

    def __init__(self) -> None:
        self.documents: dict[str, FakeDocument] = {}
        self.shown: list[Summary] = []
        self.refuses: FacilitatorError | None = None
        self.took_over = False
        self.steps: tuple[str, ...] = ()

    def summaries(self) -> tuple[Summary, ...]:
        made = [
            Summary(id=key, client=doc.workshop.brief.client, title=doc.workshop.brief.title)
            for key, doc in self.documents.items()
        ]
        return (*self.shown, *made)

    def create(self, workshop: Workshop) -> FakeDocument:
        if self.refuses is not None:
            raise self.refuses
        self.documents[workshop.id] = FakeDocument(workshop)
        return self.documents[workshop.id]

    def take_in(self, path: Path) -> str:
        if self.refuses is not None:
            raise self.refuses
        self.create(Workshop(path.stem, Brief(title=path.stem)))
        return path.stem

    def open(self, workshop_id: str, *, take_over: bool = False) -> tuple[FakeDocument, OpenReport]:
        if self.refuses is not None and not take_over:
            raise self.refuses
        self.took_over = take_over
        document = self.documents.setdefault(workshop_id, FakeDocument(Workshop(workshop_id)))
        document.is_closed = False
        return document, OpenReport(steps=self.steps)


def small_library(folder: Path) -> Library:
    """Give a library of two units, five audiences and three programmes."""
    layers = {"government": AudienceLayer.SECTOR, "healthcare": AudienceLayer.OVERLAY}
    names = ("executives", "legal", "finance", "government", "healthcare")
    audiences = tuple(
        Audience(
            name, name[:3].upper(), f"{name.title()} people", name.title(), layers.get(name, AudienceLayer.FUNCTION)
        )
        for name in names
    )
    steps = (
        Step("Why", Kind.INPUT, Minutes(5, 10, 15)),
        Step("Try", Kind.EXERCISE, Minutes(10, 30, 40)),
    )
    unit = Unit(
        "sharing", "Sharing", "Why sharing wins", Minutes(15, 40, 55), steps, source="---\nid: sharing\n---\n"
    )
    programmes = (
        programme("long", "A long day", ("all",), 480),
        programme("board", "Board briefing", ("executives",), 45),
        programme("clinic", "Policy clinic", ("legal", "finance"), 240, most=14),
    )
    return library_of(
        [Pack("pack", "A pack", "1", folder, units=(unit,), audiences=audiences, programmes=programmes)]
    )


def programme(programme_id: str, title: str, audiences: tuple[str, ...], minutes: int, most: int = 30) -> Programme:
    """Give a programme of an opening, one unit and a closing."""
    blocks = (
        PlannedBlock(Kind.OPENING, 5, "Welcome"),
        PlannedBlock(Kind.UNIT, minutes - 10, unit_id="sharing"),
        PlannedBlock(Kind.CLOSING, 5, "Close"),
    )
    part = ProgrammePart(title, 540, minutes, blocks)
    return Programme(programme_id, title, f"{title} in short.", audiences, (part,), 4, most)
