"""What the composition root hands to the main window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from facilitator.desktop.theme.look import Look
from facilitator.desktop.workers import Jobs
from facilitator.foundation.clocks import Clock
from facilitator.foundation.folders import Folders
from facilitator.foundation.settings import SettingsFile
from facilitator.workshop.model import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.curriculum.library import Library
    from facilitator.curriculum.unit_files import ReadUnit
    from facilitator.workshop.document import Document
    from facilitator.workshop.reports import OpenReport
    from facilitator.workshop.summary import Summary

# Strings, so that a window does not wait for what is imported when it is first used
LibrarySource: TypeAlias = "Callable[[], Library]"
UnitReader: TypeAlias = "ReadUnit"


class Workshops(Protocol):
    """All workshops of this computer; :class:`facilitator.workshop.shelf.Shelf` is one."""

    def summaries(self) -> tuple[Summary, ...]:
        """Give all of them."""
        ...

    def create(self, workshop: Workshop) -> Document:
        """Put a new one there and open it."""
        ...

    def take_in(self, path: Path) -> str:
        """Put the one of a file there; gives its id."""
        ...

    def open(self, workshop_id: str, *, take_over: bool = False) -> tuple[Document, OpenReport]:
        """Open one."""
        ...


@dataclass(frozen=True, slots=True)
class Parts:
    """What the app is made of, put together once.

    Attributes:
        library: gives the curriculum, read when first asked for.
        sample: makes the sample workshop afresh.
        read_unit: reads a unit's Markdown, as ``facilitator.curriculum.unit_reader.read_unit`` does.
    """

    look: Look
    clock: Clock
    jobs: Jobs
    folders: Folders
    settings_file: SettingsFile
    workshops: Workshops
    library: LibrarySource
    sample: Callable[[], Workshop]
    read_unit: UnitReader | None = None
