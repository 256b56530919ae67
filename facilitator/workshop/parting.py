"""Private words kept apart from the journal, and long sources kept once.

In plain JSON values every text about a person becomes ``{"private": slot}``, and a unit copy loses its source, which
its digest finds again. Which texts under a roster or an edit of people are public is an allow-list of field names;
whatever is not on it is private, so that a new field is private until somebody says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from facilitator.foundation.records import TAG
from facilitator.workshop.events import PrivateText
from facilitator.workshop.texts import whole_text

PUBLIC_FIELDS: Final = frozenset(
    {TAG, "id", "ids", "person_id", "person_ids", "half_day", "half_days", "presence", "source", "field"}
)
PRIVATE: Final = "private"
PEOPLE_EDIT: Final = "EditPeople"
LOST: Final = "?"


@dataclass(frozen=True, slots=True)
class Parted:
    """Plain values without private words and sources, and what was taken out of them."""

    public: Any
    private: tuple[PrivateText, ...]
    sources: Mapping[str, str]

    def person_id(self) -> str:
        """Give the one person it is about, "" when nobody or several."""
        ids = {text.person_id for text in self.private}
        return ids.pop() if len(ids) == 1 else ""


def part(plain: object) -> Parted:
    """Take private words and sources out of plain values of an edit, a workshop, or several of them."""
    taking = _Taking()
    public = taking.walk(plain)
    return Parted(public, tuple(taking.private), taking.sources)


def join(public: object, private: Mapping[int, str], sources: Mapping[str, str]) -> Any:  # noqa: ANN401
    """Put private words and sources back in; words that are lost or erased come back as a question mark."""
    if isinstance(public, list):
        return [join(value, private, sources) for value in public]
    if not isinstance(public, dict):
        return public
    if public.keys() == {PRIVATE}:
        return private.get(public[PRIVATE], LOST)
    joined = {name: join(value, private, sources) for name, value in public.items()}
    if "digest" in joined and "unit_id" in joined:
        joined["source"] = sources.get(joined["digest"], "")
    return joined


class _Taking:
    def __init__(self) -> None:
        self.private: list[PrivateText] = []
        self.sources: dict[str, str] = {}

    def walk(self, plain: object) -> Any:  # noqa: ANN401
        if isinstance(plain, list):
            return [self.walk(value) for value in plain]
        if not isinstance(plain, dict):
            return plain
        is_people_edit = plain.get(TAG) == PEOPLE_EDIT
        if "digest" in plain and "source" in plain:
            self.sources[plain["digest"]] = plain["source"]
            plain = {name: value for name, value in plain.items() if name != "source"}
        return {
            name: self._take(value, "", name) if name == "roster" or is_people_edit else self.walk(value)
            for name, value in plain.items()
        }

    def _take(self, plain: object, person_id: str, field: str) -> Any:  # noqa: ANN401
        if isinstance(plain, list):
            return [self._take(value, person_id, field) for value in plain]
        if isinstance(plain, dict):
            owner = str(plain.get("person_id") or plain.get("id") or person_id)
            return {name: self._take(value, owner, name) for name, value in plain.items()}
        if not isinstance(plain, str) or not plain or field in PUBLIC_FIELDS:
            return plain
        self.private.append(PrivateText(len(self.private), person_id, whole_text(plain)))
        return {PRIVATE: len(self.private) - 1}
