"""Finding people as you type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from facilitator.people.folding import folded, folded_parts
from facilitator.people.roster import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.people.roster import Roster

# Lower, and "Kim" finds "Tim"; higher, and one slip in a short name is too much
NEAR_ENOUGH = 75.0
SHORTEST_NEAR = 3


def matches(roster: Roster, text: str) -> tuple[Person, ...]:
    """Find people by what was typed of their names, as :meth:`PeopleFinder.matches` does."""
    return PeopleFinder(roster.people).matches(text)


@dataclass(frozen=True, slots=True)
class _Folded:
    """A person and the folded parts of the name."""

    person: Person
    parts: tuple[str, ...]


class PeopleFinder:
    """Finds people as you type; names are folded once, so that each further letter is quick."""

    def __init__(self, people: Iterable[Person]) -> None:
        listed = sorted(people, key=lambda person: (folded(person.listed_name()), person.id))
        self._listed = tuple(_Folded(person, folded_parts(person.full_name())) for person in listed)

    def matches(self, text: str) -> tuple[Person, ...]:
        """Find people by what was typed of their names; everybody, as lists sort them, when nothing was.

        Order: first those of whom each typed word begins a part of the name, or the text the mail address, then near
        names, the nearest first. Case, accents and the order of the parts do not matter.
        """
        if not text.strip():
            return tuple(one.person for one in self._listed)
        typed = folded_parts(text)
        beginning: list[_Folded] = []
        rest: list[_Folded] = []
        for one in self._listed:
            (beginning if _begins(one, typed, text) else rest).append(one)
        scored = [(one.person, _nearness(one.parts, typed)) for one in rest]
        near = sorted((pair for pair in scored if pair[1] >= NEAR_ENOUGH), key=lambda pair: -pair[1])
        return (*(one.person for one in beginning), *(person for person, _score in near))


def _begins(one: _Folded, typed: tuple[str, ...], text: str) -> bool:
    email = one.person.email
    if email and email.casefold().startswith(text.strip().casefold()):
        return True
    parts = list(one.parts)
    for word in sorted(typed, key=len, reverse=True):
        # Each part of the name answers for one typed word, the tightest fit first
        fitting = [part for part in parts if part.startswith(word)]
        if not fitting:
            return False
        parts.remove(min(fitting, key=len))
    return bool(typed)


def _nearness(name: tuple[str, ...], typed: tuple[str, ...]) -> float:
    """Give how near the worst typed word comes to a part of the name of its own, 0 to 100."""
    parts = list(name)
    if not typed or len(typed) > len(parts) or len(max(typed, key=len)) < SHORTEST_NEAR:
        return 0.0
    scores = []
    for word in sorted(typed, key=len, reverse=True):
        score, part = max((_word_nearness(word, part), part) for part in parts)
        parts.remove(part)
        scores.append(score)
    return min(scores)


def _word_nearness(word: str, part: str) -> float:
    if len(word) < SHORTEST_NEAR:
        return 100.0 if part.startswith(word) else 0.0
    # The beginning of a longer name is compared with what has been typed so far
    return max(fuzz.ratio(word, part), fuzz.ratio(word, part[: len(word)]))
