"""Short ways to say what a rule has found; the subject is the id of a block, or of a day as a whole."""

from __future__ import annotations

from facilitator.foundation.findings import Finding, Severity


def error(code: str, message: str, way_out: str, subject: str) -> Finding:
    """Say what must not be taught like this."""
    return Finding(Severity.ERROR, code, message, way_out, subject=subject)


def warning(code: str, message: str, way_out: str, subject: str) -> Finding:
    """Say what will hurt in the room."""
    return Finding(Severity.WARNING, code, message, way_out, subject=subject)


def notice(code: str, message: str, way_out: str, subject: str) -> Finding:
    """Say what is worth knowing."""
    return Finding(Severity.NOTICE, code, message, way_out, subject=subject)
