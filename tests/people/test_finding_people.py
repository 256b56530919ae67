"""Finding people as you type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.people.finding_people import matches
from facilitator.people.folding import folded, name_key
from facilitator.people.roster import Person, Roster

NAMES = [
    ("Jürgen", "Müller"),
    ("Anna", "van der Berg"),
    ("Zoë", "O'Brien"),
    ("Søren", "Łukasz"),
    ("Marie-Anne", "Annan"),
    ("Tim", "Kim"),
    ("Kim", "Strauß"),
]
ROSTER = Roster(
    tuple(Person(f"p{n}", given_name, family, f"mail{n}@example.org") for n, (given_name, family) in enumerate(NAMES))
)


def found(text: str) -> list[str]:
    return [person.full_name() for person in matches(ROSTER, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("jur", "Jürgen Müller"),
        ("MULL", "Jürgen Müller"),
        ("mull jur", "Jürgen Müller"),
        ("Müller, J", "Jürgen Müller"),
        ("berg", "Anna van der Berg"),
        ("van d", "Anna van der Berg"),
        ("obrien", "Zoë O'Brien"),
        ("o’b", "Zoë O'Brien"),
        ("soren", "Søren Łukasz"),
        ("luk", "Søren Łukasz"),
        ("strauss", "Kim Strauß"),
        ("mail3@", "Søren Łukasz"),
    ],
)
def test_that_the_beginning_of_any_part_of_a_name_finds_it(text: str, name: str) -> None:
    assert found(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mueller", "Jürgen Müller"),
        ("Bergg", "Anna van der Berg"),
        ("Sorren", "Søren Łukasz"),
        ("Obrein", "Zoë O'Brien"),
    ],
)
def test_that_a_slip_still_finds_the_name(text: str, name: str) -> None:
    assert found(text) == [name]


def test_that_beginnings_come_before_near_names() -> None:
    assert found("ann") == ["Marie-Anne Annan", "Anna van der Berg"]
    assert found("kim")[:2] == ["Tim Kim", "Kim Strauß"]


def test_that_two_words_need_two_parts() -> None:
    assert found("kim kim") == []
    assert found("tim kim") == ["Tim Kim"]


@pytest.mark.parametrize("text", ["", "  "])
def test_that_nothing_typed_shows_everybody_as_lists_sort_them(text: str) -> None:
    assert found(text)[0] == "Marie-Anne Annan"
    assert len(found(text)) == len(NAMES)


@pytest.mark.parametrize("text", ["xyzzy", "qq", "?", "zz kim"])
def test_that_a_name_that_is_not_there_finds_nobody(text: str) -> None:
    assert found(text) == []


@given(st.text(max_size=20))
def test_that_any_typing_finds_each_person_at_most_once(text: str) -> None:
    people = matches(ROSTER, text)
    assert len(people) == len({person.id for person in people})


@given(st.text(max_size=20))
def test_that_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_that_the_key_of_a_name_forgets_order_case_and_accents() -> None:
    assert name_key("José NÚÑEZ") == name_key("nunez, jose") != name_key("Jose Nunes")
