"""The library: several packs as one, found by id, by words and by audience."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from unit_sources import GOOD

from facilitator.curriculum.audience import Audience, AudienceLayer, Profile
from facilitator.curriculum.library import Fit, Library, fits, library_of
from facilitator.curriculum.pack import Card, CardDeck, Fact, Pack
from facilitator.curriculum.reader import read_unit
from facilitator.curriculum.unit import Requirement
from facilitator.foundation.findings import Finding, Severity

if TYPE_CHECKING:
    from facilitator.curriculum.unit import Unit


def base() -> Unit:
    unit, _findings = read_unit(GOOD, "L01.md")
    assert unit is not None
    return unit


def unit(unit_id: str, title: str = "A title", **changes: object) -> Unit:
    plain = replace(
        base(), id=unit_id, title=title, summary="", objectives=(), key_points=(), track="", dimensions=()
    )
    return replace(plain, path=f"{unit_id}.md", **changes)  # type: ignore[arg-type]


def pack(*units: Unit, name: str = "shipped", **changes: object) -> Pack:
    return replace(Pack(name, name, "1", Path(name), units=units), **changes)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def library() -> Library:
    return library_of(
        [
            pack(
                unit("M01", "Listening before speaking", summary="A brief that finance survives."),
                unit("M02", "From outputs to outcomes", objectives=("choose three measures",), track="measurement"),
                unit("C01", "Müller's Café: story and sharing", dimensions=("participate-and-build",)),
                unit("L01", "From need-to-know to need-to-share"),
                unit("L02", "Comfort is not control", summary="share nothing"),
            )
        ]
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", ["M01", "M02", "C01", "L01", "L02"]),
        ("l01", ["L01"]),
        ("m0", ["M01", "M02"]),
        ("LISTEN", ["M01"]),
        ("muller cafe", ["C01"]),
        ("müller", ["C01"]),
        ("share", ["L01", "L02"]),
        ("from out", ["M02"]),
        ("three measures", ["M02"]),
        ("participate", ["C01"]),
        ("need-to-share", ["L01"]),
        ("puts", ["M02"]),
        ("share zebra", []),
    ],
)
def test_that_words_are_found_without_case_and_accents_best_first(
    library: Library, text: str, ids: list[str]
) -> None:
    assert [found.id for found in library.search(text)] == ids


def test_that_a_search_can_be_narrowed_to_a_track_and_a_room() -> None:
    held = library_of(
        [
            pack(
                unit("A", track="policy", core=("legal",), optional=()),
                unit("B", track="policy", core=("hr",), optional=()),
                unit("C"),
            )
        ]
    )
    assert [found.id for found in held.search("", track="policy", profiles=(Profile("legal"),))] == ["A"]


@pytest.mark.parametrize(
    ("core", "optional", "profiles", "fit"),
    [
        (("legal",), (), (Profile("legal"),), Fit.CORE),
        (("health",), (), (Profile("legal", ("health",)),), Fit.CORE),
        (("all",), (), (), Fit.CORE),
        (("legal",), ("all",), (Profile("hr"),), Fit.OPTIONAL),
        (("legal",), ("hr",), (Profile("sales"), Profile("hr")), Fit.OPTIONAL),
        (("legal",), (), (Profile("hr"),), Fit.NONE),
        (("default",), (), (Profile("hr"),), Fit.NONE),
    ],
)
def test_that_fit_says_core_optional_or_none(
    core: tuple[str, ...], optional: tuple[str, ...], profiles: tuple[Profile, ...], fit: Fit
) -> None:
    assert fits(unit("A", core=core, optional=optional), profiles) is fit


def test_that_an_earlier_pack_hides_the_unit_of_a_later_one() -> None:
    own, shipped = pack(unit("L01", "Ours"), name="own"), pack(unit("L01", "Theirs"), unit("L02"))
    held = library_of([own, shipped])
    assert [(found.id, found.title) for found in held.units] == [("L01", "Ours"), ("L02", "A title")]
    assert (held.pack_of("L01"), held.pack_of("L02"), held.pack_of("L09")) == (own, shipped, None)


def test_that_decks_and_facts_come_from_the_pack_of_the_unit() -> None:
    deck, fact = CardDeck("d", "L01", "Deck", ()), Fact("R02", "c", "s", "H")
    held = library_of([pack(unit("L01"), decks=(deck,), facts=(fact,))])
    assert (held.decks("L01"), held.facts("L01"), held.decks("X")) == ((deck,), (fact,), ())


def test_that_a_unit_with_an_error_is_there_and_not_usable() -> None:
    error = Finding(Severity.ERROR, "unit.html", "m", "w", file="L01.md", subject="L01")
    held = library_of([pack(unit("L01"), unit("L02"), findings=(error,))])
    assert held.unit("L01") is not None
    assert (held.is_usable("L01"), held.is_usable("L02"), held.is_usable("L09")) == (False, True, False)


def test_that_audiences_come_pack_by_pack_those_in_use_first() -> None:
    legal, leads = (Audience(name, name[:3], name, name, AudienceLayer.FUNCTION) for name in ("legal", "leads"))
    twin = replace(legal, name="Another legal")
    library = library_of([pack(name="a", audiences=(leads,)), pack(name="b", audiences=(legal,)),
                          pack(name="c", audiences=(twin,))])  # fmt: skip
    assert [(g.title, g.audiences) for g in library.audience_groups(["b"])] == [("b", (legal,)), ("a", (leads,))]
    assert [group.title for group in library.audience_groups()] == ["a", "b"]


def test_that_what_a_unit_builds_on_comes_as_a_pre_read_until_it_is_taught() -> None:
    cards = (Card("1", "", "Read."),)
    before = CardDeck("F01-before", "F01", "Before", cards, is_pre_read=True)
    during, own = CardDeck("F01-cards", "F01", "Cards", cards), CardDeck("C01-cards", "C01", "Cards", cards)
    needs = (Requirement(("F01", "F02"), hard=False),)
    library = library_of([pack(unit("F01"), unit("C01", requires=needs), decks=(before, during, own))])
    assert library.decks_of(["C01"]) == (before, own)
    assert library.decks_of(["F01", "C01"]) == (during, own)
