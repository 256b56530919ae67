"""What the tests of commands share: calls, and workshop files to call them with."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from facilitator.foundation.clocks import SystemClock
from facilitator.foundation.folders import HOME_VARIABLE
from facilitator.workshop.model import Workshop
from facilitator.workshop.shelf import Shelf

ROOT = Path(__file__).resolve().parents[2]
NO_WINDOW = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


@dataclass(frozen=True)
class Run:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def complaint(self) -> str:
        """The one line a command that failed may say."""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


Call = Callable[..., Run]


@dataclass(frozen=True)
class Sample:
    """The sample as it began, as it was after its run, and a file with all of it."""

    workshop: Workshop
    played: Workshop
    file: Path


@dataclass(frozen=True)
class Demo:
    """A demo that was run, and the folder it was started in."""

    run: Run
    folder: Path

    @property
    def papers(self) -> Path:
        return self.folder / "exports"


def environment_for(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in NO_WINDOW}
    return {**kept, HOME_VARIABLE: str(home), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def start_of(*words: str, cwd: Path, home: Path) -> Run:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "facilitator", *words]
    environment = environment_for(home)
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False, timeout=60)
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


def save(workshop: Workshop, path: Path, *, people: bool = True) -> Path:
    """Put a workshop into a file as Save a copy does."""
    document = Shelf(path.with_suffix(".shelf"), SystemClock()).create(workshop)
    document.save_copy(path, people=people)
    document.close()
    return path


def names_of(workshop: Workshop) -> set[str]:
    """Give every name and address somebody would not want to see in a log."""
    people = workshop.roster.people
    return {text for person in people for text in (person.given_name, person.family_name, person.email)}
