"""Ids for whatever is new."""

from __future__ import annotations

import uuid


def fresh_id() -> str:
    """Give an id nothing else has: 32 hexadecimal digits."""
    return uuid.uuid4().hex
