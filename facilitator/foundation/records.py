"""Frozen dataclasses to plain JSON values and back, by their annotations.

Tuples become lists, enums their values, dates ISO text. A class with a field ``extra`` keeps the keys it does
not know in it and writes them back, so that a file of a newer version survives an older one. The members of a
union of dataclasses carry their class name as ``"is"``.
"""

from __future__ import annotations

import dataclasses
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn
from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

from facilitator.foundation.errors import FacilitatorError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

RecordT = TypeVar("RecordT")
EXTRA = "extra"
TAG = "is"


class RecordError(FacilitatorError):
    """Plain values do not fit the record they should become; ``paths`` says where, one line each."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__("A record cannot be read: " + "; ".join(paths[:5]))
        self.paths = tuple(paths)


class Records:
    """A converter that knows some unions; make one for a room and keep it."""

    def __init__(self, *unions: Any) -> None:  # noqa: ANN401 -- a union is a special form without a type of its own
        self._converter = make_converter(detailed_validation=True)
        self._converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
        self._converter.register_unstructure_hook(date, lambda value: value.isoformat())
        self._converter.register_structure_hook_factory(_keeps_extra, self._structure_with_extra)
        self._converter.register_unstructure_hook_factory(_keeps_extra, self._unstructure_with_extra)
        for union in unions:
            configure_tagged_union(union, self._converter, tag_name=TAG)

    def to_plain(self, value: object, kind: Any = None) -> Any:  # noqa: ANN401
        """Give JSON values for a record; name the union in ``kind`` when the value is a member of one."""
        return self._converter.unstructure(value, unstructure_as=kind)

    def from_plain(self, plain: object, kind: type[RecordT]) -> RecordT:
        """Make a record of JSON values.

        Raises:
            RecordError: something is missing or of the wrong kind; every place is listed.
        """
        try:
            return self._converter.structure(plain, kind)
        except (cattrs.BaseValidationError, ValueError, TypeError, KeyError, AttributeError) as problem:
            raise RecordError(cattrs.transform_error(problem)) from problem

    def _structure_with_extra(self, kind: type[Any]) -> Callable[[Any, Any], Any]:
        inner = make_dict_structure_fn(kind, self._converter, extra=cattrs.override(omit=True))
        known = {field.name for field in dataclasses.fields(kind)}

        def structure(plain: Mapping[str, Any], _: Any) -> Any:  # noqa: ANN401
            unknown = {key: value for key, value in plain.items() if key not in known and key != TAG}
            record = inner({key: value for key, value in plain.items() if key in known}, kind)
            return dataclasses.replace(record, extra=MappingProxyType(unknown)) if unknown else record

        return structure

    def _unstructure_with_extra(self, kind: type[Any]) -> Callable[[Any], dict[str, Any]]:
        inner = make_dict_unstructure_fn(kind, self._converter, extra=cattrs.override(omit=True))

        def unstructure(record: Any) -> dict[str, Any]:  # noqa: ANN401
            return {**record.extra, **inner(record)}

        return unstructure


def _keeps_extra(kind: Any) -> bool:  # noqa: ANN401
    return dataclasses.is_dataclass(kind) and any(field.name == EXTRA for field in dataclasses.fields(kind))
