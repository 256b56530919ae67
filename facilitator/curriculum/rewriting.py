"""Changing named keys of front matter; every other byte of the file stays as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from facilitator.curriculum.file_findings import FileFindings
from facilitator.curriculum.front_matter import FrontMatterRefusedError, divide, events, read_front_matter
from facilitator.curriculum.values import plain_value
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

FrontValue: TypeAlias = "str | int | Mapping[str, FrontValue] | Sequence[FrontValue]"
_PLAIN = re.compile(r"[^\W_](?:[^:#,\[\]{}\"\\\n]|:(?=\S)(?![,\[\]{}])|(?<=\S)#)*(?<![\s:])")
_SHORT = 24


class FrontMatterError(FacilitatorError):
    """The front matter of a file cannot be changed; the file is as it was."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One key of the front matter: lines from 0, the last one included; ``end`` is where its value ends there."""

    key: str
    first: int
    last: int
    end: int
    inline: bool


def rewrite(source: str, changes: Mapping[str, FrontValue | None]) -> str:
    """Give the source with some keys changed; None takes a key out, an unknown key is added at the end.

    Comments, order, quotes and keys that are not named survive byte for byte, and so does the body.

    Raises:
        FrontMatterError: the front matter cannot be read as it is, or a value does not survive.
    """
    if "\r\n" in source:
        return rewrite(source.replace("\r\n", "\n"), changes).replace("\n", "\r\n")
    try:
        head = divide(source).head
        lines = head.split("\n")[:-1]
        entries = {entry.key: entry for entry in reversed(list(_entries(head, lines)))}
    except FrontMatterRefusedError as refused:
        raise FrontMatterError(
            refused.message, safe=_("The file is unchanged."), way_out=refused.way_out
        ) from refused
    for key, value in changes.items():
        if key not in entries and value is not None:
            lines.extend(_written(key, value))
    for entry in sorted(entries.values(), key=lambda found: found.first, reverse=True):
        if entry.key in changes:
            lines[entry.first : entry.last + 1] = _replaced(entry, changes[entry.key], lines)
    new_head = "".join(line + "\n" for line in lines)
    _verify(head, new_head, changes)
    start = source.index("\n") + 1
    return source[:start] + new_head + source[start + len(head) :]


def _entries(head: str, lines: list[str]) -> Iterator[_Entry]:
    """Walk the keys of the outermost table with the lines they take."""
    depth = 0
    key: Any = None
    start: Any = None
    end: Any = None
    for event in events(head):
        kind = type(event).__name__
        if kind in {"MappingStartEvent", "SequenceStartEvent"}:
            depth += 1
        if kind in {"MappingEndEvent", "SequenceEndEvent"}:
            depth -= 1
        if kind.startswith(("Stream", "Document")) or (depth == 1 and start is None and kind == "MappingStartEvent"):
            continue
        if depth == 1 and key is None:
            key = event if kind == "ScalarEvent" else None
            continue
        start = start or event.start_mark
        if kind == "ScalarEvent" or _ends_itself(event):
            end = event.end_mark
        if depth == 1 and key is not None:
            yield _entry(key, start, end or event.end_mark, lines)
            key = start = end = None


def _ends_itself(event: Any) -> bool:  # noqa: ANN401 -- ruamel's events share no typed base
    """Tell whether an event is a closing bracket; the end of a block has no sign of its own."""
    kind = type(event).__name__
    return kind in {"MappingEndEvent", "SequenceEndEvent"} and event.end_mark.index > event.start_mark.index


def _entry(key: Any, start: Any, end: Any, lines: list[str]) -> _Entry:  # noqa: ANN401
    last, column = end.line, end.column
    if column == 0 and last > key.start_mark.line:  # a text over several lines ends at the start of the next one
        last -= 1
        while last > key.start_mark.line and not lines[last].strip():
            last -= 1
        column = len(lines[last])
    inline = start.line == key.start_mark.line
    return _Entry(str(key.value), key.start_mark.line, last, column, inline)


def _replaced(entry: _Entry, value: FrontValue | None, lines: list[str]) -> list[str]:
    """Give the lines that take the place of an entry, with the comment that stood beside its key or value."""
    if value is None:
        return []
    written = _written(entry.key, value)
    beside = lines[entry.last][entry.end :] if entry.inline else lines[entry.first].partition(":")[2]
    if beside.lstrip().startswith("#"):
        written[0] += f"  {beside.strip()}"
    return written


def _written(key: str, value: FrontValue) -> list[str]:
    """Write a key with its value: tables and short lists on its line, other lists with a line for each item."""
    if isinstance(value, Sequence) and not isinstance(value, str) and not _fits_a_line(value):
        return [f"{key}:", *(f"  - {_inline(item)}" for item in value)]
    return [f"{key}: {_inline(value)}".rstrip()]


def _fits_a_line(items: Sequence[FrontValue]) -> bool:
    return all(isinstance(item, str | int) and len(str(item)) <= _SHORT for item in items)


def _inline(value: FrontValue) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(key)}: {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str | int):
        return _scalar(str(value))
    return "[" + ", ".join(_inline(item) for item in value) + "]"


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.isprintable():
        return text
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    if sign in {'"', "\\"}:
        return "\\" + sign
    if sign.isprintable():
        return sign
    return f"\\U{ord(sign):08x}"


def _verify(head: str, new_head: str, changes: Mapping[str, FrontValue | None]) -> None:
    """Read the result again: the changed keys say what was asked, the others what they said before."""
    findings = FileFindings("")
    before, after = read_front_matter(head, findings), read_front_matter(new_head, findings)
    wanted = dict(_keys(before))
    for key, value in changes.items():
        if value is None:
            wanted.pop(key, None)
        else:
            wanted[key] = _as_text(value)
    if after is None or dict(_keys(after)) != wanted:
        raise FrontMatterError(
            _("The front matter would not say the same afterwards."),
            safe=_("The file is unchanged."),
            way_out=_("Change it in a text editor."),
        )


def _keys(table: Any) -> dict[str, object]:  # noqa: ANN401 -- None where the head was refused
    plain = plain_value(table) if table is not None else {}
    return plain if isinstance(plain, dict) else {}


def _as_text(value: FrontValue) -> object:
    if isinstance(value, Mapping):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, str | int):
        return str(value)
    return [_as_text(item) for item in value]
