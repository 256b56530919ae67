"""Frozen dataclasses to plain JSON values and back, by their annotations.

Tuples become lists, enums their values, dates ISO text. A class with a field ``extra`` keeps the keys it does
not know in it and writes them back, so that a file of a newer version survives an older one. The members of a
union of dataclasses carry their class name as ``"is"``.

How a class is read and written is worked out when its first record comes: opening a workshop must not wait for
classes it does not use.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import itertools
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType, UnionType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, Union, get_args, get_origin

from facilitator.foundation.annotations import field_kinds, has_default, without_none
from facilitator.foundation.errors import FacilitatorError

if TYPE_CHECKING:
    from collections.abc import Callable

RecordT = TypeVar("RecordT")
EXTRA = "extra"
TAG = "is"
ROOT = "$"

# A reader takes the value, where it is, and the list that every trouble is added to
Reader: TypeAlias = "Callable[[Any, str, list[str]], Any]"
Writer: TypeAlias = "Callable[[Any], Any]"


class RecordError(FacilitatorError):
    """Plain values do not fit the record they should become; ``paths`` says where, one line each."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__("A record cannot be read: " + "; ".join(paths[:5]))
        self.paths = tuple(paths)


class Records:
    """Reads and writes records, and knows some unions; make one for a room and keep it."""

    def __init__(self, *unions: Any) -> None:  # noqa: ANN401 -- a union is a special form without a type of its own
        self._members = {
            frozenset(get_args(union)): {kind.__name__: kind for kind in get_args(union)} for union in unions
        }
        self._readers: dict[Any, Reader] = {}
        self._writers: dict[Any, Writer] = {}

    def to_plain(self, value: object, kind: Any = None) -> Any:  # noqa: ANN401
        """Give JSON values for a record; name the union in ``kind`` when the value is a member of one."""
        return self._writer(type(value) if kind is None else kind)(value)

    def from_plain(self, plain: object, kind: type[RecordT]) -> RecordT:
        """Make a record of JSON values.

        Raises:
            RecordError: something is missing or of the wrong kind; every place is listed.
        """
        troubles: list[str] = []
        record: RecordT = self._reader(kind)(plain, ROOT, troubles)
        if troubles:
            raise RecordError(troubles)
        return record

    def _reader(self, kind: Any) -> Reader:  # noqa: ANN401
        if kind not in self._readers:
            # A class can hold itself: until its reader is there, something stands for it that looks it up
            self._readers[kind] = functools.partial(self._read_as, kind)
            self._readers[kind] = self._make_reader(kind)
        return self._readers[kind]

    def _read_as(self, kind: Any, plain: Any, at: str, troubles: list[str]) -> Any:  # noqa: ANN401
        return self._readers[kind](plain, at, troubles)

    def _make_reader(self, kind: Any) -> Reader:  # noqa: ANN401
        origin, inner = get_origin(kind), get_args(kind)
        if origin in {Union, UnionType}:
            return self._union_reader(kind)
        if origin is tuple:
            return _tuple_reader(
                [self._reader(part) for part in inner if part is not Ellipsis], of_any_length=Ellipsis in inner
            )
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return _read_mapping
        if dataclasses.is_dataclass(kind):
            return self._record_reader(kind)
        if kind is object or kind is Any:
            return lambda plain, _at, _troubles: plain
        return _plain_reader(date.fromisoformat if kind is date else kind)

    def _union_reader(self, union: Any) -> Reader:  # noqa: ANN401
        inner, kinds = without_none(union)
        if len(kinds) > 1:
            return _or_none(self._tagged_reader(kinds), inner)
        return _or_none(self._reader(kinds[0]), inner)

    def _tagged_reader(self, kinds: tuple[Any, ...]) -> Reader:
        members = self._members[frozenset(kinds)]

        def read(plain: Any, at: str, troubles: list[str]) -> Any:  # noqa: ANN401
            tag = plain.get(TAG) if isinstance(plain, Mapping) else None
            kind = members.get(tag) if isinstance(tag, str) else None
            if kind is None:
                troubles.append(f"none of the known kinds @ {at}")
                return None
            return self._reader(kind)(plain, at, troubles)

        return read

    def _record_reader(self, kind: Any) -> Reader:  # noqa: ANN401
        fields = [field for field in dataclasses.fields(kind) if field.init]
        kinds = field_kinds(kind)
        readers = {field.name: self._reader(kinds[field.name]) for field in fields if field.name != EXTRA}
        required = [field.name for field in fields if field.name in readers and not has_default(field)]
        keeps_extra = _keeps_extra(kind)

        def read(plain: Any, at: str, troubles: list[str]) -> Any:  # noqa: ANN401
            if not isinstance(plain, Mapping):
                troubles.append(f"no record @ {at}")
                return None
            before = len(troubles)
            troubles.extend(f"missing @ {at}.{name}" for name in required if name not in plain)
            values = {
                name: reader(plain[name], f"{at}.{name}", troubles)
                for name, reader in readers.items()
                if name in plain
            }
            if keeps_extra and (unknown := {key: plain[key] for key in plain if key not in readers and key != TAG}):
                values[EXTRA] = MappingProxyType(unknown)
            return None if len(troubles) > before else _made(kind, values, at, troubles)

        return read

    def _writer(self, kind: Any) -> Writer:  # noqa: ANN401
        if kind not in self._writers:
            self._writers[kind] = functools.partial(self.to_plain, kind=kind)
            self._writers[kind] = self._make_writer(kind)
        return self._writers[kind]

    def _make_writer(self, kind: Any) -> Writer:  # noqa: ANN401
        origin = get_origin(kind)
        if origin in {Union, UnionType}:
            return self._union_writer(kind)
        if dataclasses.is_dataclass(kind):
            return self._record_writer(kind)
        if origin is tuple:
            inner = get_args(kind)
            if len(inner) == 2 and inner[1] is Ellipsis:
                return functools.partial(_write_all, self._writer(inner[0]))
            return lambda value: [write(part) for write, part in zip(map(self._writer, inner), value, strict=True)]
        return self._write_any

    def _union_writer(self, union: Any) -> Writer:  # noqa: ANN401
        _optional, kinds = without_none(union)
        if len(kinds) == 1:
            write_one = self._writer(kinds[0])
            return lambda value: None if value is None else write_one(value)

        def write(value: Any) -> Any:  # noqa: ANN401
            return None if value is None else {**self._writer(type(value))(value), TAG: type(value).__name__}

        return write

    def _record_writer(self, kind: Any) -> Writer:  # noqa: ANN401
        kinds = field_kinds(kind)
        writers = [
            (f.name, self._writer(kinds[f.name])) for f in dataclasses.fields(kind) if f.name != EXTRA and f.init
        ]
        keeps_extra = _keeps_extra(kind)

        def write(record: Any) -> dict[str, Any]:  # noqa: ANN401
            plain = {name: writer(getattr(record, name)) for name, writer in writers}
            return {**record.extra, **plain} if keeps_extra else plain

        return write

    def _write_any(self, value: Any) -> Any:  # noqa: ANN401
        """Write a value by what it is, where the annotation does not say more."""
        if isinstance(value, enum.Enum):
            return value.value
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Mapping):
            return {self._write_any(key): self._write_any(part) for key, part in value.items()}
        if isinstance(value, list | tuple):
            return [self._write_any(part) for part in value]
        return self._writer(type(value))(value) if dataclasses.is_dataclass(value) else value


def _plain_reader(make: Callable[[Any], Any]) -> Reader:
    def read(plain: Any, at: str, troubles: list[str]) -> Any:  # noqa: ANN401
        try:
            return make(plain)
        except (ValueError, TypeError, OverflowError):
            troubles.append(f"not a {getattr(make, '__name__', 'value')} @ {at}")
            return None

    return read


def _or_none(reader: Reader, optional: bool) -> Reader:
    def read(plain: Any, at: str, troubles: list[str]) -> Any:  # noqa: ANN401
        return None if plain is None else reader(plain, at, troubles)

    return read if optional else reader


def _tuple_reader(readers: list[Reader], *, of_any_length: bool) -> Reader:
    def read(plain: Any, at: str, troubles: list[str]) -> Any:  # noqa: ANN401
        if not isinstance(plain, list | tuple) or not (of_any_length or len(plain) == len(readers)):
            troubles.append(f"no list of the right length @ {at}")
            return None
        line = itertools.cycle(readers) if of_any_length else readers
        return tuple(
            reader(part, f"{at}[{n}]", troubles) for n, (part, reader) in enumerate(zip(plain, line, strict=False))
        )

    return read


def _read_mapping(plain: Any, at: str, troubles: list[str]) -> Any:  # noqa: ANN401
    if isinstance(plain, Mapping):
        return dict(plain)
    troubles.append(f"no mapping @ {at}")
    return None


def _made(kind: Any, values: dict[str, Any], at: str, troubles: list[str]) -> Any:  # noqa: ANN401
    try:
        return kind(**values)
    except (ValueError, TypeError):
        troubles.append(f"not a {kind.__name__} @ {at}")
        return None


def _write_all(write: Writer, value: Any) -> list[Any]:  # noqa: ANN401
    return [write(part) for part in value]


def _keeps_extra(kind: Any) -> bool:  # noqa: ANN401
    return any(field.name == EXTRA for field in dataclasses.fields(kind))
