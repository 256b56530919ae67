"""TOML files to values with places: the standard library parses, a small scan finds the lines again."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from facilitator.curriculum.values import Place, Value
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.curriculum.file_findings import FileFindings

KeyPath: TypeAlias = tuple[str | int, ...]
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')\s*(?:\.[^=]*)?=")
_TRIPLE = re.compile(r"\"\"\"|'''")
_PROBLEM = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


def read_toml(source: str, findings: FileFindings) -> Value | None:
    """Read a TOML file; None, with a finding that has a line, when it is no TOML."""
    try:
        plain = tomllib.loads(source)
    except tomllib.TOMLDecodeError as problem:
        findings.error("pack.toml", *_explained(str(problem), source))
        return None
    except RecursionError:
        findings.error("pack.toml", _("The file is nested too deeply."), _("Write plain tables."))
        return None
    return _value(plain, (), toml_places(source), Place(1, 1))


def _explained(problem: str, source: str) -> tuple[str, str, Place]:
    match = _PROBLEM.search(problem)
    reason = _PROBLEM.sub("", problem).rstrip(".")
    last = Place(source.count("\n") + 1)
    place = Place(int(match[1]), int(match[2])) if match and match[1] else last
    return (
        _("This is no TOML: {reason}.").format(reason=reason),
        _("Look for a missing quote or equals sign, or a key that is there twice."),
        place,
    )


def _value(
    plain: Any,  # noqa: ANN401 -- tomllib gives atoms, tables and lists
    path: KeyPath,
    places: Mapping[KeyPath, Place],
    outer: Place,
) -> Value:
    place = places.get(path, outer)
    if isinstance(plain, Mapping):
        return Value({key: _value(item, (*path, key), places, place) for key, item in plain.items()}, place)
    if isinstance(plain, list):
        items = (_value(item, (*path, number), places, place) for number, item in enumerate(plain))
        return Value(tuple(items), place)
    return Value(plain, place)


def toml_places(source: str) -> dict[KeyPath, Place]:
    """Give the place of each key and each table header, by its path with list indexes."""
    places: dict[KeyPath, Place] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in _plain_lines(source):
        if header := _HEADER.fullmatch(line):
            table = _table_path(header[2], header[1] == "[[", counts)
            places.setdefault(table, Place(number, 1))
        elif key := _KEY.match(line):
            path = (*table, key[1].strip("\"'"))
            places.setdefault(path, Place(number, len(line) - len(line.lstrip()) + 1))
    return places


def _plain_lines(source: str) -> Iterator[tuple[int, str]]:
    """Walk the lines that begin outside of a text over several lines."""
    closing = ""
    for number, line in enumerate(source.splitlines(), 1):
        if not closing:
            yield number, line
        for mark in _TRIPLE.findall(line):
            if not closing:
                closing = mark
            elif mark == closing:
                closing = ""


def _table_path(name: str, is_list: bool, counts: dict[KeyPath, int]) -> KeyPath:
    path: KeyPath = ()
    words = [word.strip().strip("\"'") for word in name.split(".")]
    for number, word in enumerate(words):
        path = (*path, word)
        if is_list and number == len(words) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
