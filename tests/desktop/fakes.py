"""Stand-ins for what lies outside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.workshop.model import Workshop
from facilitator.workshop.writer import KeptReport

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.foundation.edits import Edit


class FakeDocument:
    """A document in memory: undo and redo, listeners, and keeping that a test lets happen."""

    def __init__(self, workshop: Workshop | None = None, read_only_reason: str = "") -> None:
        self.workshop = workshop or Workshop("w1")
        self.read_only_reason = read_only_reason
        self.seq = 0
        self.is_closed = False
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
