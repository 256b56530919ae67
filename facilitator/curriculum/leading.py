"""What a unit is mostly made of, seen from its headings alone: for lists that have no time to read it."""

from __future__ import annotations

import functools
import re

from facilitator.curriculum.unit import STEP_KINDS, Kind

_STEP = re.compile(r"^# .*\{[^}]*\.(?P<kind>[a-z]+)\b[^}]*\bminutes=(?P<minutes>\d+)", re.MULTILINE)


@functools.lru_cache(maxsize=512)
def lead_kind(source: str) -> Kind:
    """Give the kind that most minutes of a unit's Markdown go to, ``UNIT`` where its headings do not say."""
    totals: dict[Kind, int] = {}
    for step in _STEP.finditer(source):
        if step["kind"] in {kind.value for kind in STEP_KINDS}:
            kind = Kind(step["kind"])
            totals[kind] = totals.get(kind, 0) + int(step["minutes"])
    return max(totals, key=lambda kind: totals[kind]) if totals else Kind.UNIT
