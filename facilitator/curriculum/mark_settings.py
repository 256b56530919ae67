"""Reading the key-value pairs of a heading or fence, with a finding for each that is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.curriculum.file_findings import FileFindings, suggestion
from facilitator.curriculum.numbers import number_of
from facilitator.curriculum.unit import ALWAYS, Shown
from facilitator.curriculum.values import Place
from facilitator.foundation.minutes import LONGEST_MINUTES
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Collection

    from facilitator.curriculum.attributes import Attributes

_WHOLE = re.compile(r"0|[1-9]\d{0,3}", re.ASCII)
_DECIMAL = re.compile(r"\d{1,4}(?:\.\d{1,2})?", re.ASCII)


class Settings:
    """The pairs of one heading or fence; those nobody asks for are reported by :meth:`unknown`."""

    def __init__(self, attributes: Attributes, line: int, findings: FileFindings) -> None:
        self._pairs = attributes.pairs
        self._place = Place(line)
        self._findings = findings
        self._asked: set[str] = set()

    def words(self, key: str, *, required: bool = False) -> str:
        """Give a text, "" when it is not there."""
        self._asked.add(key)
        text = self._pairs.get(key, "").strip()
        if required and not text:
            self._findings.error(
                "unit.missing-attribute",
                _("“{key}” is missing here.").format(key=key),
                _('Add {key}="…" between the braces.').format(key=key),
                self._place,
            )
        return text

    def choice(self, key: str, allowed: Collection[str], default: str, *, required: bool = False) -> str:
        """Give one of the allowed words."""
        word = self.words(key, required=required) or default
        if word in allowed or word == default:
            return word
        message = _("“{key}” is “{word}”, which is not known.").format(key=key, word=word)
        self._findings.error("unit.unknown-word", message, suggestion(word, allowed), self._place)
        return default

    def whole(self, key: str) -> int | None:
        """Give whole minutes or a whole count, None when it is not there."""
        text = self.words(key)
        if not text:
            return None
        if _WHOLE.fullmatch(text) and int(text) <= LONGEST_MINUTES:
            return int(text)
        self._wrong(key, text, _("a whole number such as 12"))
        return None

    def number(self, key: str) -> float | None:
        """Give any number, None when it is not there."""
        text = self.words(key)
        if not text:
            return None
        number = number_of(text)
        if number is None:
            self._wrong(key, text, _("a number such as 40 or 46.5"))
        return number

    def seconds(self) -> int:
        """Give the length of a timed part, from ``minutes`` or ``seconds``; 0 with a finding when there is none."""
        minutes, seconds = self.words("minutes"), self.words("seconds")
        key, text, factor = ("minutes", minutes, 60) if minutes else ("seconds", seconds, 1)
        if _DECIMAL.fullmatch(text) and 0 < float(text) * factor <= LONGEST_MINUTES * 60:
            return round(float(text) * factor)
        self._wrong(key if text else "minutes", text, _("a length such as 4 or 2.5"))
        return 0

    def shown(self) -> Shown:
        """Give the lengths of the unit for which this is there."""
        begin, end = self.whole("from"), self.whole("until")
        if begin is None and end is None:
            return ALWAYS
        if begin is not None and end is not None and begin > end:
            self._findings.error(
                "unit.shown",
                _("This is there from {begin} until {end} minutes, which is never.").format(begin=begin, end=end),
                _("Let “from” be the smaller number."),
                self._place,
            )
        return Shown(begin, end)

    def unknown(self) -> None:
        """Report the keys nobody asked for."""
        for key in self._pairs:
            if key not in self._asked:
                message = _("“{key}” means nothing here.").format(key=key)
                self._findings.warning("unit.unknown-attribute", message, suggestion(key, self._asked), self._place)

    def _wrong(self, key: str, text: str, wanted: str) -> None:
        self._findings.error(
            "unit.attribute-value",
            _("“{key}={text}” is not {wanted}.").format(key=key, text=text[:40], wanted=wanted),
            _("Write {wanted} for “{key}”.").format(wanted=wanted, key=key),
            self._place,
        )
