"""Where the app keeps its own things; ``FACILITATOR_HOME`` puts all of them under one folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Mapping

APP = "facilitator"
HOME_VARIABLE = "FACILITATOR_HOME"
OWNER_ONLY = 0o700


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of the app; nothing is made until :func:`made` is asked for it.

    Attributes:
        data: workshops and the user's own packs; local to this computer, never synced.
        config: settings.
        logs: what happened, without names.
        cache: can be deleted at any time.
        exports: where papers are suggested to go.
    """

    data: Path
    config: Path
    logs: Path
    cache: Path
    exports: Path

    @property
    def workshops(self) -> Path:
        """Give the folder that holds a folder for each workshop."""
        return self.data / "workshops"

    @property
    def packs(self) -> Path:
        """Give the folder of the packs the user added."""
        return self.data / "packs"


def find_folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """Give the folders this system means for us, or those under ``FACILITATOR_HOME``."""
    home = environment.get(HOME_VARIABLE, "")
    if home:
        top = Path(home).expanduser().absolute()
        return Folders(top / "data", top / "config", top / "logs", top / "cache", top / "exports")
    return Folders(
        data=platformdirs.user_data_path(APP, appauthor=False, roaming=False),
        config=platformdirs.user_config_path(APP, appauthor=False),
        logs=platformdirs.user_log_path(APP, appauthor=False),
        cache=platformdirs.user_cache_path(APP, appauthor=False),
        exports=platformdirs.user_documents_path() / "Facilitator",
    )


def made(folder: Path) -> Path:
    """Make one of our folders, and those above it, for its owner only; an existing one is closed to others."""
    folder.mkdir(parents=True, exist_ok=True, mode=OWNER_ONLY)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(OWNER_ONLY)
    return folder
