"""The library: the units, programmes and audiences of several packs, found by id, by words and by audience."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from facilitator.curriculum.audience import DEFAULT, EVERYONE, Audience
from facilitator.curriculum.pack import Pack
from facilitator.curriculum.programme import Programme
from facilitator.curriculum.unit import Unit
from facilitator.foundation.findings import Finding, Severity

if TYPE_CHECKING:
    from facilitator.curriculum.audience import Profile
    from facilitator.curriculum.pack import CardDeck, Fact

_WORD = re.compile(r"[^\W_]+")


class Fit(StrEnum):
    """How well a unit fits the people of a room."""

    CORE = "core"
    OPTIONAL = "optional"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A unit as the search sees it, all folded: its id, the words of its title, of its tags, and everything else."""

    unit: Unit
    id: str
    title: str
    tags: str
    rest: str


@dataclass(frozen=True, slots=True)
class AudienceGroup:
    """The audiences of one pack, under its title."""

    title: str
    audiences: tuple[Audience, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Everything that can be taught, from packs in order of preference: an earlier pack hides a later one's ids.

    Made by :func:`library_of`; never changed, so it can be shared between threads.
    """

    packs: tuple[Pack, ...]
    units: tuple[Unit, ...]
    audiences: tuple[Audience, ...]
    programmes: tuple[Programme, ...]
    findings: tuple[Finding, ...]
    _homes: Mapping[str, tuple[Unit, Pack]]
    _index: tuple[_Entry, ...]
    _broken: frozenset[str]

    def unit(self, unit_id: str) -> Unit | None:
        """Find a unit by its id."""
        home = self._homes.get(unit_id)
        return home[0] if home else None

    def pack_of(self, unit_id: str) -> Pack | None:
        """Give the pack a unit comes from."""
        home = self._homes.get(unit_id)
        return home[1] if home else None

    def is_in(self, unit_id: str, pack_ids: Collection[str]) -> bool:
        """Tell whether a unit comes from one of some packs."""
        pack = self.pack_of(unit_id)
        return pack is not None and pack.id in pack_ids

    def is_usable(self, unit_id: str) -> bool:
        """Tell whether a unit is there and has no errors."""
        return unit_id in self._homes and unit_id not in self._broken

    def programme(self, programme_id: str) -> Programme | None:
        """Find a programme by its id."""
        return next((found for found in self.programmes if found.id == programme_id), None)

    def audience(self, audience_id: str) -> Audience | None:
        """Find an audience by its id."""
        return next((found for found in self.audiences if found.id == audience_id), None)

    def audience_groups(self, first: Collection[str] = ()) -> tuple[AudienceGroup, ...]:
        """Give the audiences pack by pack, those of some packs first; what an earlier pack hides is left out."""
        packs = sorted(self.packs, key=lambda pack: pack.id not in first)
        groups = (
            AudienceGroup(pack.title, tuple(a for a in pack.audiences if self.audience(a.id) is a)) for pack in packs
        )
        return tuple(group for group in groups if group.audiences)

    def decks(self, unit_id: str) -> tuple[CardDeck, ...]:
        """Give the card decks of a unit, from the pack it comes from."""
        pack = self.pack_of(unit_id)
        return tuple(deck for deck in pack.decks if deck.unit_id == unit_id) if pack else ()

    def decks_of(self, unit_ids: Iterable[str]) -> tuple[CardDeck, ...]:
        """Give the card decks of some units, unit after unit, and the pre-reads for what these units build on."""
        taught = dict.fromkeys(unit_ids)
        units = [unit for unit_id in taught if (unit := self.unit(unit_id))]
        soft = [need.any_of for unit in units for need in unit.requires if not need.hard]
        missing = dict.fromkeys(name for any_of in soft if not taught.keys() & set(any_of) for name in any_of)
        before = (deck for unit_id in missing for deck in self.decks(unit_id) if deck.is_pre_read)
        during = (deck for unit_id in taught for deck in self.decks(unit_id) if not deck.is_pre_read)
        return (*before, *during)

    def facts(self, unit_id: str) -> tuple[Fact, ...]:
        """Give the facts a unit names, in its order, from the pack it comes from."""
        home = self._homes.get(unit_id)
        if home is None:
            return ()
        known = {fact.id: fact for fact in home[1].facts}
        return tuple(known[name] for name in home[0].facts if name in known)

    def search(self, text: str, *, track: str = "", profiles: Sequence[Profile] = ()) -> tuple[Unit, ...]:
        """Give the units in which every word of the text occurs, the best first; all of them for no words.

        Looked at: id, title, track, dimensions, summary, objectives, key points; case and accents do not matter,
        and the beginning of a word is enough. ``track`` and ``profiles`` narrow the search.
        """
        words = _WORD.findall(folded(text))
        size = len(self._index)
        ranked: list[int] = []  # plain numbers, rank before position: many small tuples would wake the collector
        present = _present(profiles) if profiles else None
        for position, entry in enumerate(self._index):
            rank = _rank(entry, words)
            if rank is not None and _passes(entry.unit, track, present):
                ranked.append(rank * size + position)
        ranked.sort()
        return tuple(self._index[number % size].unit for number in ranked)


def library_of(packs: Iterable[Pack]) -> Library:
    """Put packs together and index them for the search."""
    packs = tuple(packs)
    homes: dict[str, tuple[Unit, Pack]] = {}
    audiences: dict[str, Audience] = {}
    programmes: dict[str, Programme] = {}
    for pack in packs:
        for unit in pack.units:
            homes.setdefault(unit.id, (unit, pack))
        for audience in pack.audiences:
            audiences.setdefault(audience.id, audience)
        for programme in pack.programmes:
            programmes.setdefault(programme.id, programme)
    units = tuple(unit for unit, _pack in homes.values())
    findings = tuple(finding for pack in packs for finding in pack.findings)
    return Library(
        packs=packs,
        units=units,
        audiences=tuple(audiences.values()),
        programmes=tuple(programmes.values()),
        findings=findings,
        _homes=MappingProxyType(homes),
        _index=tuple(_indexed(unit) for unit in units),
        _broken=_broken(units, findings),
    )


def fits(unit: Unit, profiles: Sequence[Profile]) -> Fit:
    """Tell whether a unit is made for somebody in the room, serves somebody in it, or nobody.

    An empty room is fitted by every unit that is for everyone.
    """
    present = _present(profiles)
    if not present.isdisjoint(unit.core):
        return Fit.CORE
    return Fit.NONE if present.isdisjoint(unit.optional) else Fit.OPTIONAL


def _present(profiles: Sequence[Profile]) -> frozenset[str]:
    named = {name for profile in profiles for name in profile.in_order_of_choice()}
    return frozenset(named - {DEFAULT} | {EVERYONE})


def folded(text: str) -> str:
    """Give a text without case and accents, for comparing."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _indexed(unit: Unit) -> _Entry:
    return _Entry(
        unit=unit,
        id=folded(unit.id),
        title=_words(unit.title),
        tags=_words(unit.track, *unit.dimensions),
        rest=_words(unit.summary, *unit.objectives, *unit.key_points),
    )


def _words(*texts: str) -> str:
    """Give the folded words of some texts with a space before each, so that `` wor`` finds a beginning."""
    return "".join(f" {word}" for word in _WORD.findall(folded(" ".join(texts))))


def _rank(entry: _Entry, words: Sequence[str]) -> int | None:
    """Give a small number for a good match, None for no match."""
    rank = 0
    for word in words:
        beginning = f" {word}"
        if entry.id == word:
            continue
        if beginning in entry.title:
            rank += 1
        elif entry.id.startswith(word):
            rank += 2
        elif beginning in entry.tags:
            rank += 3
        elif beginning in entry.rest:
            rank += 5
        elif len(word) > 2 and word in entry.title:
            rank += 7
        else:
            return None
    return rank


def _passes(unit: Unit, track: str, present: frozenset[str] | None) -> bool:
    if track and unit.track != track:
        return False
    return present is None or not (present.isdisjoint(unit.core) and present.isdisjoint(unit.optional))


def _broken(units: Iterable[Unit], findings: Iterable[Finding]) -> frozenset[str]:
    paths = {unit.path: unit.id for unit in units}
    errors = (finding for finding in findings if finding.severity is Severity.ERROR)
    return frozenset(paths[finding.file] for finding in errors if finding.file in paths)
