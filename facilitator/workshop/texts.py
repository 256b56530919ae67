"""Texts on their way to the disk: as JSON, as something a file can hold, as a digest."""

from __future__ import annotations

import hashlib
import json


def json_text(plain: object) -> str:
    """Write JSON as short as it gets, on one line; half a surrogate pair, which no file can hold, is escaped."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text if whole_text(text) == text else json.dumps(plain, separators=(",", ":"), allow_nan=False)


def whole_text(text: str) -> str:
    """Give a text that a file can hold: half of a surrogate pair, as a torn paste leaves it, becomes ``?``."""
    return text.encode("utf-8", "replace").decode("utf-8")


def digest_of(source: str) -> str:
    """Give the SHA-256 of a unit's Markdown; equal digests mean equal units."""
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
