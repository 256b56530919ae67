"""Units and findings as compact JSON and back, quickly: each record is a list with the number of its class first.

Only the classes named here are ever made, so a file from elsewhere can at worst be refused.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from facilitator.curriculum import text, unit
from facilitator.foundation.findings import Finding, Severity

_CLASSES: tuple[type[Any], ...] = (
    text.Span,
    text.Paragraph,
    text.ListItem,
    text.ItemList,
    text.Table,
    text.Picture,
    text.Quote,
    text.Series,
    text.Chart,
    unit.Minutes,
    unit.Shown,
    unit.Slide,
    unit.Prompt,
    unit.Timed,
    unit.Passage,
    unit.Variant,
    unit.Slot,
    unit.Step,
    unit.Requirement,
    unit.Material,
    unit.GuideSection,
    unit.Unit,
    Finding,
)
_ENUMS: tuple[type[StrEnum], ...] = (unit.Kind, unit.Reader, Severity, text.ChartType)
_NUMBERS = {kind: number for number, kind in enumerate(_CLASSES)}
_TUPLE, _TABLE, _ENUM = -1, -2, -3
_DEFAULTS = {kind: tuple((field.name, field.default) for field in dataclasses.fields(kind)) for kind in _CLASSES}


class FlatError(Exception):
    """A text is no flat record of this version."""


def to_flat(value: object) -> str:
    """Write a record, or a tuple of records."""
    return json.dumps(_flat(value), ensure_ascii=False, separators=(",", ":"))


def from_flat(flat: str) -> Any:  # noqa: ANN401 -- the caller knows what it wrote
    """Make the records again.

    Raises:
        FlatError: it is no flat record, or one of another shape.
    """
    try:
        return _made(json.loads(flat))
    except (ValueError, TypeError, IndexError, KeyError, RecursionError) as problem:
        raise FlatError(type(problem).__name__) from problem


def _flat(value: object) -> object:
    kind = type(value)
    if kind in _NUMBERS:
        return [_NUMBERS[kind], *_fields(value, kind)]
    if isinstance(value, tuple):
        return [_TUPLE, *(_flat(item) for item in value)]
    if isinstance(value, StrEnum):
        return [_ENUM, _ENUMS.index(type(value)), str(value)]
    if isinstance(value, Mapping):
        return [_TABLE, dict(value)]
    return value


def _fields(value: object, kind: type[Any]) -> list[object]:
    """Give the fields in order; those at the end that have their default are left out."""
    found = [(getattr(value, name), default) for name, default in _DEFAULTS[kind]]
    while found and found[-1][0] == found[-1][1]:
        found.pop()
    return [_flat(content) for content, _default in found]


def _made(flat: Any) -> Any:  # noqa: ANN401
    if type(flat) is not list:
        return flat
    code = flat[0]
    if code >= 0:
        return _CLASSES[code](*[_made(part) if type(part) is list else part for part in flat[1:]])
    if code == _TUPLE:
        return tuple([_made(part) if type(part) is list else part for part in flat[1:]])
    if code == _ENUM:
        return _ENUMS[flat[1]](flat[2])
    return MappingProxyType(dict(flat[1]))
