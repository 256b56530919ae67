"""Reading the keys of one table, with a finding for every key that is missing or of the wrong kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from facilitator.curriculum.file_findings import FileFindings, suggestion
from facilitator.curriculum.values import Place, Value, plain_value
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE = re.compile(r"0|[1-9][0-9]{0,5}")


class Fields:
    """The keys of one table; every key asked for is known, the others are reported by :meth:`unknown`.

    ``prefix`` starts the code of each finding: ``unit`` gives ``unit.missing-key``.
    """

    def __init__(self, table: Value, findings: FileFindings, prefix: str) -> None:
        self._table: Mapping[str, Value] = table.content if isinstance(table.content, Mapping) else {}
        self._findings = findings
        self._prefix = prefix
        self._asked: set[str] = set()
        self.place = table.place

    def place_of(self, key: str) -> Place:
        """Give where the value of a key stands, else where the table begins."""
        value = self._table.get(key)
        return value.place if value else self.place

    def holds(self, key: str) -> bool:
        """Tell whether the key is there, whatever its value."""
        return key in self._table

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        """Give a text without space around it; numbers of TOML are written out."""
        value = self._get(key, required=required)
        if value is None:
            return default
        if isinstance(value.content, Mapping | tuple):
            self._wrong(key, value, _("a text"))
            return default
        words = str(value.content).strip()
        if required and not words:
            self._missing(key, value.place)
        return words or default

    def choice(self, key: str, allowed: Collection[str], default: str) -> str:
        """Give one of the allowed words."""
        word = self.text(key, default)
        if word in allowed:
            return word
        self.refuse(key, word, allowed)
        return default

    def refuse(self, key: str, word: str, allowed: Collection[str]) -> None:
        """Report a word that is none of the allowed ones."""
        message = _("“{key}” is “{word}”, which is not known.").format(key=key, word=word)
        self._findings.error(f"{self._prefix}.unknown-word", message, suggestion(word, allowed), self.place_of(key))

    def whole(self, key: str, default: int, *, low: int = 0, high: int = 1440, required: bool = False) -> int:
        """Give a whole number from ``low`` to ``high``."""
        value = self._get(key, required=required)
        if value is None:
            return default
        number = whole_number(value)
        if number is None or not low <= number <= high:
            self._wrong(key, value, _("a whole number from {low} to {high}").format(low=low, high=high))
            return default
        return number

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Give a list of texts, empty ones left out."""
        return tuple(text for text, _place in self.placed_texts(key, required=required))

    def placed_texts(self, key: str, *, required: bool = False) -> tuple[tuple[str, Place], ...]:
        """Give a list of texts, each with its place."""
        value = self._get(key, required=required)
        if value is None:
            return ()
        if not isinstance(value.content, tuple):
            if value.content != "":
                self._wrong(key, value, _("a list of texts"))
            elif required:
                self._missing(key, value.place)
            return ()
        found = [(str(item.content).strip(), item.place) for item in value.content if self._is_text(key, item)]
        kept = tuple((text, place) for text, place in found if text)
        if required and not kept:
            self._missing(key, value.place)
        return kept

    def table(self, key: str, *, required: bool = False) -> Fields | None:
        """Give the fields of an inner table, or None."""
        value = self._get(key, required=required)
        if value is None:
            return None
        if not isinstance(value.content, Mapping):
            self._wrong(key, value, _("a table such as {a: 1, b: 2}"))
            return None
        return Fields(value, self._findings, self._prefix)

    def tables(self, key: str) -> Iterator[Fields]:
        """Walk a list of inner tables."""
        value = self._get(key, required=False)
        if value is None or value.content == "":
            return
        if not isinstance(value.content, tuple):
            self._wrong(key, value, _("a list of tables"))
            return
        for item in value.content:
            if isinstance(item.content, Mapping):
                yield Fields(item, self._findings, self._prefix)
            else:
                self._wrong(key, item, _("a table such as {a: 1, b: 2}"))

    def day(self, key: str) -> date | None:
        """Give a date, written as 2026-11-30."""
        value = self._get(key, required=False)
        if value is None or value.content == "":
            return None
        if isinstance(value.content, datetime):
            return value.content.date()
        if isinstance(value.content, date):
            return value.content
        try:
            return date.fromisoformat(str(value.content))
        except ValueError:
            self._wrong(key, value, _("a date such as 2026-11-30"))
            return None

    def keys(self) -> tuple[str, ...]:
        """Give the keys in the order of the file, and count them as known."""
        self._asked.update(self._table)
        return tuple(self._table)

    def unknown(self) -> Mapping[str, object]:
        """Report the keys nobody asked for as notices, and give them with their plain values."""
        extra: dict[str, object] = {}
        for key, value in self._table.items():
            if key not in self._asked:
                extra[key] = plain_value(value)
                message = _("The key “{key}” is not known; it is kept and not used.").format(key=key)
                way_out = suggestion(key, self._asked)
                self._findings.notice(f"{self._prefix}.unknown-key", message, way_out, value.place)
        return MappingProxyType(extra)

    def _get(self, key: str, *, required: bool) -> Value | None:
        self._asked.add(key)
        value = self._table.get(key)
        if value is None and required:
            self._missing(key, self.place)
        return value

    def _is_text(self, key: str, item: Value) -> bool:
        if isinstance(item.content, Mapping | tuple):
            self._wrong(key, item, _("a list of texts"))
            return False
        return True

    def _missing(self, key: str, place: Place) -> None:
        message = _("The key “{key}” is missing or empty.").format(key=key)
        way_out = _("Add “{key}” with a value.").format(key=key)
        self._findings.error(f"{self._prefix}.missing-key", message, way_out, place)

    def _wrong(self, key: str, value: Value, wanted: str) -> None:
        message = _("“{key}” is not {wanted}.").format(key=key, wanted=wanted)
        way_out = _("Write {wanted} for “{key}”; put a text that holds “: ” or “#” into quotes.").format(
            wanted=wanted, key=key
        )
        self._findings.error(f"{self._prefix}.wrong-value", message, way_out, value.place)


def whole_number(value: Value) -> int | None:
    """Read a whole number without a sign or leading zeros; ``010`` and ``12:30`` are no numbers."""
    if isinstance(value.content, bool):
        return None
    if isinstance(value.content, int):
        return value.content
    if isinstance(value.content, str) and _WHOLE.fullmatch(value.content):
        return int(value.content)
    return None
