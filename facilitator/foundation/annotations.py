"""What the annotations of a dataclass say about its fields, type variables filled in."""

from __future__ import annotations

import dataclasses
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints


def field_kinds(kind: type[Any]) -> dict[str, Any]:
    """Give the type of every field by its name; that of ``value: ValueT`` is what a base class was made for."""
    hints, filled = get_type_hints(kind), _filled(kind)
    return {field.name: filled.get(hints[field.name], hints[field.name]) for field in dataclasses.fields(kind)}


def without_none(union: Any) -> tuple[bool, tuple[Any, ...]]:  # noqa: ANN401 -- a union is a special form
    """Tell whether a union allows None, and give its other members."""
    members = get_args(union)
    others = tuple(member for member in members if member is not NoneType)
    return len(others) < len(members), others


def has_default(field: dataclasses.Field[Any]) -> bool:
    """Tell whether a record can be made without this field."""
    return field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING


def _filled(kind: type[Any]) -> dict[Any, Any]:
    """Give what stands for each type variable: ``class SetRoom(SetField[str])`` fills that of SetField with str."""
    filled: dict[Any, Any] = {}
    for base in getattr(kind, "__orig_bases__", ()):
        origin = get_origin(base)
        if not isinstance(origin, type):
            continue
        variables = getattr(origin, "__parameters__", ())
        given = dict(zip(variables, get_args(base), strict=False))
        deeper = {variable: given.get(inner, inner) for variable, inner in _filled(origin).items()}
        filled |= {variable: value for variable, value in (deeper | given).items() if not isinstance(value, TypeVar)}
    return filled
