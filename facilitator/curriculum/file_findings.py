"""Collecting what is wrong with one file while it is read."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from facilitator.curriculum.values import NOWHERE, Place
from facilitator.foundation.findings import Finding, Severity, in_order
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable


MOST_FINDINGS = 200


class FileFindings:
    """Everything found in one file so far; reading goes on after each of them.

    Attributes:
        path: the file as the reader was given it.
        subject: id of the unit, deck or programme, set as soon as it is known.
    """

    def __init__(self, path: str, subject: str = "") -> None:
        self.path = path
        self.subject = subject
        self._found: list[tuple[Severity, str, str, str, Place]] = []

    def error(self, code: str, message: str, way_out: str, place: Place = NOWHERE) -> None:
        """Keep something that stops the content from being used."""
        self._keep(Severity.ERROR, code, message, way_out, place)

    def warning(self, code: str, message: str, way_out: str, place: Place = NOWHERE) -> None:
        """Keep something that will hurt in the room."""
        self._keep(Severity.WARNING, code, message, way_out, place)

    def notice(self, code: str, message: str, way_out: str, place: Place = NOWHERE) -> None:
        """Keep something worth knowing."""
        self._keep(Severity.NOTICE, code, message, way_out, place)

    def is_full(self) -> bool:
        """Tell whether no more are kept, so that nothing more needs to be looked for."""
        return len(self._found) > MOST_FINDINGS

    def all(self) -> tuple[Finding, ...]:
        """Give them all, sorted by line, each once, with the file and the subject."""
        unique = dict.fromkeys(self._found)
        return in_order(
            Finding(severity, code, message, way_out, self.path, place.line, place.column, self.subject)
            for severity, code, message, way_out, place in unique
        )

    def _keep(self, severity: Severity, *words: *tuple[str, str, str, Place]) -> None:
        if len(self._found) < MOST_FINDINGS:
            self._found.append((severity, *words))
        elif not self.is_full():
            message = _("There is more; only the first {number} are listed.").format(number=MOST_FINDINGS)
            self._found.append((severity, "pack.more", message, _("Mend these first."), NOWHERE))


def suggestion(word: str, known: Iterable[str]) -> str:
    """Say which known word was probably meant, or list them where none is near."""
    choices = sorted(known)
    near = difflib.get_close_matches(word[:60].casefold(), choices, n=1, cutoff=0.7)
    if near:
        return _("Did you mean “{word}”?").format(word=near[0])
    if not choices:
        return _("None is defined yet.")
    return _("Use one of: {words}.").format(words=", ".join(choices[:24]))
