"""Finding people as you type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from facilitator.people.folding import folded, folded_parts

if TYPE_CHECKING:
    from facilitator.people.roster import Person, Roster

# Lower, and "Kim" finds "Tim"; higher, and one slip in a short name is too much
NEAR_ENOUGH = 75.0
SHORTEST_NEAR = 3


def matches(roster: Roster, text: str) -> tuple[Person, ...]:
    """Find people by what was typed of their names; everybody, as lists sort them, when nothing was.

    Order: first those of whom each typed word begins a part of the name, or the text the mail address, then near
    names, the nearest first. Case, accents and the order of the parts do not matter.
    """
    typed = folded_parts(text)
    listed = sorted(roster.people, key=lambda person: (folded(person.listed_name()), person.id))
    if not text.strip():
        return tuple(listed)
    beginning = [person for person in listed if _begins(person, typed, text)]
    begun = {person.id for person in beginning}
    scored = [(person, _nearness(person, typed)) for person in listed if person.id not in begun]
    near = sorted((pair for pair in scored if pair[1] >= NEAR_ENOUGH), key=lambda pair: -pair[1])
    return (*beginning, *(person for person, _score in near))


def _begins(person: Person, typed: tuple[str, ...], text: str) -> bool:
    if person.email and person.email.casefold().startswith(text.strip().casefold()):
        return True
    parts = list(folded_parts(person.full_name()))
    for word in sorted(typed, key=len, reverse=True):
        # Each part of the name answers for one typed word, the tightest fit first
        fitting = [part for part in parts if part.startswith(word)]
        if not fitting:
            return False
        parts.remove(min(fitting, key=len))
    return bool(typed)


def _nearness(person: Person, typed: tuple[str, ...]) -> float:
    """Give how near the worst typed word comes to a part of the name of its own, 0 to 100."""
    parts = list(folded_parts(person.full_name()))
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
