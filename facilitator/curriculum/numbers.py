"""Numbers as people write them in tables: ``1,200``, ``1 200``, ``-46.5``."""

from __future__ import annotations

import re

# Up to twelve digits before the point; thousands set apart by one of: comma, space, no-break, thin, narrow space
_NUMBER = re.compile(
    r"[-+\u2212]?(?:\d{1,12}|\d{1,3}(?:([, \u00a0\u2009\u202f])\d{3})(?:\1\d{3}){0,2})(?:\.\d{1,6})?", re.ASCII
)
_MARKS = str.maketrans({"\u2212": "-", **dict.fromkeys(", \u00a0\u2009\u202f")})


def number_of(text: str) -> float | None:
    """Give the number a text is, None when it is none."""
    text = text.strip()
    return float(text.translate(_MARKS)) if _NUMBER.fullmatch(text) else None
