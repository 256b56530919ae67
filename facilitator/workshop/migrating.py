"""From an older version of the tables to this one: on a copy, which replaces the old file when it is whole."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from facilitator.foundation.atomic import sync_folder
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _
from facilitator.workshop.backups import BadCopyError, make_backup
from facilitator.workshop.places import copied_as_draft, forget_journal
from facilitator.workshop.schema import VERSION, flaws, open_database, version_of
from facilitator.workshop.store import last_seq, transaction

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3

    from facilitator.workshop.places import Places

MigrationStep: TypeAlias = "Callable[[sqlite3.Connection], None]"


@dataclass(frozen=True, slots=True)
class Migrations:
    """The version to reach, and the step that leads on from each older one."""

    version: int = VERSION
    steps: Mapping[int, MigrationStep] = field(default_factory=lambda: MappingProxyType({}))


class TooOldError(FacilitatorError):
    """There is no way from the version of the file to ours."""

    def __init__(self, version: int) -> None:
        super().__init__(
            _("The workshop was written by version {version} of the file format.").format(version=version),
            safe=_("Its file is unchanged."),
            way_out=_("Open it with the version that wrote it."),
        )


def migrate(places: Places, moment: dt.datetime, migrations: Migrations) -> int:
    """Bring the file to the wanted version and give the version it had.

    Killed at any moment, it leaves the old file or the new one, whole; the old one also stays as a backup.

    Raises:
        TooOldError, BadCopyError, WriteError, sqlite3.Error: the old file is unchanged.
    """
    with contextlib.closing(open_database(places.plan)) as live:
        found = version_of(live)
        steps = [migrations.steps.get(version) for version in range(found, migrations.version)]
        if None in steps:
            raise TooOldError(found)
        backup = make_backup(live, places.backups, moment, last_seq(live))
    draft = places.folder / "migrating.draft"
    copied_as_draft(backup, draft)
    with contextlib.closing(open_database(draft)) as copy:
        with transaction(copy):
            for step in steps:
                step(copy)  # type: ignore[misc]
            copy.execute(f"PRAGMA user_version = {migrations.version}")
        if flaws(copy):
            raise BadCopyError
    forget_journal(draft)
    draft.replace(places.plan)
    sync_folder(places.folder)
    return found
