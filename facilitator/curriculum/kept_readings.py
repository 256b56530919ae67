"""Readings of units kept on disk by the digest of their text, so that a text is worked out once.

A unit file and the copy of it in a workshop share one reading. The folder is a cache: it may be deleted at any
time, and what cannot be read in it is worked out again.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import secrets
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.curriculum.flat_units import FlatError, from_flat, to_flat
from facilitator.curriculum.unit import Unit
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.foundation.findings import Finding

log = logging.getLogger(__name__)


class KeptReadings:
    """Reads units as ``read_unit`` does, and remembers every reading in a folder.

    Readings made by other code, or in another language, are left aside; :meth:`prune` throws them away.
    """

    def __init__(self, folder: Path) -> None:
        self._all = folder
        self._folder = folder / code_fingerprint()
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def read(self, source: str, path: str) -> tuple[Unit | None, tuple[Finding, ...]]:
        """Give the unit of a text and its findings, from the folder where it was read before."""
        file = self._folder / f"{hashlib.sha256(source.encode('utf-8', 'surrogatepass')).hexdigest()}.json"
        kept = _load(file)
        if kept is None:
            from facilitator.curriculum.unit_reader import read_unit  # noqa: PLC0415 -- the parser, when it is needed

            unit, findings = read_unit(source, path)
            _save(file, unit, findings)
            return unit, findings
        unit, findings = kept
        named = tuple(replace(finding, file=path) for finding in findings)
        return (replace(unit, source=_normal(source), path=path) if unit else None), named

    def prune(self, most: int = 5000) -> None:
        """Throw away what other versions left, and the oldest readings where there are too many."""
        with contextlib.suppress(OSError):
            for other in self._all.iterdir():
                if other != self._folder and other.is_dir():
                    shutil.rmtree(other, ignore_errors=True)
            newest_first = sorted(self._folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
            for old in newest_first[most:]:
                old.unlink(missing_ok=True)


def code_fingerprint() -> str:
    """Give a word that changes when the code that reads units, or the language of its findings, changes."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    stamps = [(file.name, state.st_size, state.st_mtime_ns) for file in files for state in [file.stat()]]
    spoken = _("Put a line with ::: where it ends.")
    return hashlib.sha256(repr((stamps, spoken)).encode()).hexdigest()[:16]


def _normal(source: str) -> str:
    return source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _load(file: Path) -> tuple[Unit | None, tuple[Finding, ...]] | None:
    try:
        unit, findings = from_flat(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, FlatError) as problem:
        log.info("a kept reading is of no use: %s", type(problem).__name__)
        return None
    if not (unit is None or isinstance(unit, Unit)) or not isinstance(findings, tuple):
        return None
    return unit, findings


def _save(file: Path, unit: Unit | None, findings: tuple[Finding, ...]) -> None:
    """Keep a reading; a cache that cannot be written is no reason to trouble anybody."""
    bare = replace(unit, source="", path="") if unit else None
    draft = file.with_name(f"{secrets.token_hex(6)}.tmp")
    try:
        draft.write_text(to_flat((bare, findings)), encoding="utf-8")
        draft.replace(file)
    except (OSError, UnicodeEncodeError) as problem:
        log.info("a reading is not kept: %s", type(problem).__name__)
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
