"""Values as files hold them, each with its place, before anything is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, 1-based, 0 when unknown."""

    line: int = 0
    column: int = 0


NOWHERE = Place()
Atom: TypeAlias = str | int | float | bool | date | time


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a file: an atom, a list or a table, and where it begins.

    Front matter has text only; TOML has numbers and dates as well.
    """

    content: Atom | tuple[Value, ...] | Mapping[str, Value]
    place: Place = NOWHERE


def plain_value(value: Value) -> object:
    """Give a value without places: text, numbers, lists and dicts."""
    content = value.content
    if isinstance(content, Mapping):
        return {key: plain_value(item) for key, item in content.items()}
    if isinstance(content, tuple):
        return [plain_value(item) for item in content]
    return content
