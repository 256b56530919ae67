"""How long the blocks without a unit usually are."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from facilitator.curriculum.unit import Kind, Minutes

if TYPE_CHECKING:
    from collections.abc import Mapping

# What a frame block starts with: shortest, usual, longest
FRAME_MINUTES: Mapping[Kind, Minutes] = MappingProxyType(
    {
        Kind.OPENING: Minutes(5, 10, 20),
        Kind.BREAK: Minutes(10, 15, 20),
        Kind.MEAL: Minutes(45, 60, 75),
        Kind.BUFFER: Minutes(0, 5, 15),
        Kind.CLOSING: Minutes(5, 10, 15),
        Kind.DISCUSSION: Minutes(10, 15, 30),
        Kind.ENERGISER: Minutes(3, 5, 10),
        Kind.NOTE: Minutes(0, 0, 0),
    }
)
