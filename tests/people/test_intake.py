"""Lists as people paste them."""

from __future__ import annotations

import unicodedata
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.foundation.findings import Severity
from facilitator.people.columns import Field
from facilitator.people.intake import Intake, read_pasted
from facilitator.people.roster import Person

if TYPE_CHECKING:
    from collections.abc import Iterable


def taken(text: str, known: Iterable[Person] = ()) -> Intake:
    ids = count(1)
    return read_pasted(text, known=known, new_id=lambda: f"p{next(ids)}")


def names(text: str) -> list[tuple[str, str]]:
    return [(p.given_name, p.family_name) for p in taken(text).people]


def codes(text: str, known: Iterable[Person] = ()) -> list[tuple[str, int]]:
    return [(finding.code, finding.line) for finding in taken(text, known).findings]


def summary(text: str) -> list[tuple[str, ...]]:
    return [(p.full_name(), p.email, p.organisation, p.department, p.role) for p in taken(text).people]


@pytest.mark.parametrize(
    ("line", "given_name", "family_name", "mail"),
    [
        ("Doe, Jane", "Jane", "Doe", ""),
        ("Jane Doe", "Jane", "Doe", ""),
        ("Jane", "Jane", "", ""),
        ("Jane Mary Doe", "Jane Mary", "Doe", ""),
        ("Jan van der Berg", "Jan", "van der Berg", ""),
        ("van der Berg, Jan", "Jan", "van der Berg", ""),
        ("Ludwig von Mises", "Ludwig", "von Mises", ""),
        ("Ronald McDonald", "Ronald", "McDonald", ""),
        ("Vanessa Van Dyke", "Vanessa Van", "Dyke", ""),
        ("Anne-Marie O'Brien", "Anne-Marie", "O'Brien", ""),
        ("Martin King Jr.", "Martin", "King Jr.", ""),
        ("Jane Doe, PhD", "Jane", "Doe, PhD", ""),
        ("Jane Doe <jane@example.org>", "Jane", "Doe", "jane@example.org"),
        ('"Doe, Jane" <jane@example.org>', "Jane", "Doe", "jane@example.org"),
        ("Jane Doe (jane@example.org)", "Jane", "Doe", "jane@example.org"),
        ("Jane Doe jane@example.org", "Jane", "Doe", "jane@example.org"),
        ("mailto:jane.doe@example.org", "jane.doe", "", "jane.doe@example.org"),
        ("1. Jane Doe", "Jane", "Doe", ""),
        ("• Jane Doe", "Jane", "Doe", ""),
        ("- Jane Doe", "Jane", "Doe", ""),
        ("  Jane \u00a0 Doe ", "Jane", "Doe", ""),
        ("山田太郎", "山田太郎", "", ""),
        ("Müller, Jürgen", "Jürgen", "Müller", ""),
        (",Jane", "Jane", "", ""),
        ("'Jane Doe'", "Jane", "Doe", ""),
        ('"Jane Doe"', "Jane", "Doe", ""),
    ],
)
def test_that_a_line_is_read_as_the_name_people_mean(line: str, given_name: str, family_name: str, mail: str) -> None:
    (person,) = taken(line).people
    assert (person.given_name, person.family_name, person.email) == (given_name, family_name, mail)


@pytest.mark.parametrize(
    "header",
    [
        "First name\tLast name\tE-mail\tDepartment",
        "Given Name\tSurname\tEmail Address\tTeam",
        "Vorname\tNachname\tE-Mail-Adresse\tAbteilung",
        "Vorname\tName\tMail\tReferat",
        "Prénom\tNom\tCourriel\tService",
        "PRENOM\tNOM DE FAMILLE\tAdresse e-mail\tDirection",
        "Nombre\tApellidos\tCorreo electrónico\tDepartamento",
        "Nome\tCognome\tE-mail\tUfficio",  # codespell:ignore
        "Nome\tSobrenome\tE-mail\tSetor",  # codespell:ignore
        "Voornaam\tAchternaam\tE-mailadres\tAfdeling",
        "First Name\tLast Name\tEmail\tDept.",
    ],
)
@pytest.mark.parametrize("separator", ["\t", ";", ",", "; "])
def test_that_a_header_is_known_in_several_languages(header: str, separator: str) -> None:
    text = f"{header}\nJane\tDoe\tjane@example.org\tLegal\n".replace("\t", separator)
    assert summary(text) == [("Jane Doe", "jane@example.org", "", "Legal", "")]
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Name;Company;Job Title\nDoe, Jane;Acme;Analyst", ("Jane Doe", "", "Acme", "", "Analyst")),
        ('Name,Organisation\n"Doe, Jane","Acme, Inc."', ("Jane Doe", "", "Acme, Inc.", "", "")),
        ("Name (Original Name),User Email\nJane Doe,jane@example.org", ("Jane Doe", "jane@example.org", "", "", "")),
        ("Full Name\tRole\nJane Doe\tPresenter", ("Jane Doe", "", "", "", "Presenter")),
        ("Nombre\tCorreo\nJane Doe\tjane@example.org", ("Jane Doe", "jane@example.org", "", "", "")),
        ("Name\nJane Doe", ("Jane Doe", "", "", "", "")),
        ("sep=;\nName;Abteilung\nJane Doe;Recht", ("Jane Doe", "", "", "Recht", "")),
        ("\ufeffName,E-mail\r\nJane Doe,jane@example.org\r\n", ("Jane Doe", "jane@example.org", "", "", "")),
        ('Name\tTeam\n"Jane\nDoe"\tLegal', ("Jane Doe", "", "", "Legal", "")),
    ],
)
def test_that_the_columns_of_a_header_are_used(text: str, person: tuple[str, ...]) -> None:
    assert summary(text) == [person]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jane Doe; Legal; jane@example.org", [("Jane Doe", "jane@example.org", "", "Legal", "")]),
        ("Jane\tDoe\nJohn\tRoe", [("Jane Doe", "", "", "", ""), ("John Roe", "", "", "", "")]),
        ("Doe, Jane, HR\nRoe, John, IT", [("Jane Doe", "", "", "HR", ""), ("John Roe", "", "", "IT", "")]),
        ("Jane,Doe,HR\nJohn,Roe,IT", [("Jane Doe", "", "", "HR", ""), ("John Roe", "", "", "IT", "")]),
        ("1\tJane Doe\tHR\n2\tJohn Roe\tIT", [("Jane Doe", "", "", "HR", ""), ("John Roe", "", "", "IT", "")]),
        (
            "Jane\tHR\nJohn\tHR\nKim\tHR",
            [("Jane", "", "", "HR", ""), ("John", "", "", "HR", ""), ("Kim", "", "", "HR", "")],
        ),
        ("Jane Doe,jane@example.org", [("Jane Doe", "jane@example.org", "", "", "")]),
        ("Jane Doe - Legal\nKim Lee - IT", [("Jane Doe", "", "", "Legal", ""), ("Kim Lee", "", "", "IT", "")]),
        ("Jane Doe; Human Resources", [("Jane Doe", "", "", "Human Resources", "")]),
        ("Jane Doe | Legal", [("Jane Doe", "", "", "Legal", "")]),
        ("Jane Doe, John Roe, Kim Lee", [(name, "", "", "", "") for name in ("Jane Doe", "John Roe", "Kim Lee")]),
        ("Doe, Jane\nRoe, John", [("Jane Doe", "", "", "", ""), ("John Roe", "", "", "", "")]),
    ],
)
def test_that_columns_without_a_header_are_told_by_what_stands_in_them(
    text: str, people: list[tuple[str, ...]]
) -> None:
    assert summary(text) == people


def test_that_guessed_columns_are_told() -> None:
    found = taken("Jane Doe; Legal; jane@example.org")
    assert [(f.code, f.severity) for f in found.findings] == [("people.no-header", Severity.NOTICE)]
    assert found.fields == (Field.NAME, Field.DEPARTMENT, Field.EMAIL)


@pytest.mark.parametrize("separator", ["; ", ", ", ";\n", "\n"])
def test_that_recipients_of_a_mail_are_a_person_each(separator: str) -> None:
    text = separator.join(["Jane Doe <jane@example.org>", "John Roe <john@example.org>"])
    assert [(p.full_name(), p.email) for p in taken(text).people] == [
        ("Jane Doe", "jane@example.org"),
        ("John Roe", "john@example.org"),
    ]


def test_that_lines_above_the_header_and_other_columns_are_reported() -> None:
    text = "Spring seminar\n\nNr;Vorname;Name;Birthday\n1;Jane;Doe;1980-01-01"
    assert summary(text) == [("Jane Doe", "", "", "", "")]
    assert codes(text) == [("people.above-header", 1), ("people.column", 3)]


def test_that_blank_lines_are_skipped_and_lines_are_counted() -> None:
    assert codes("Name;Team\n\n;Legal\n \nJane Doe;Legal\nJane Doe;Legal") == [
        ("people.no-name", 3),
        ("people.duplicate", 6),
    ]


@pytest.mark.parametrize(
    "twice",
    [
        "Jane Doe\nDoe, Jane",
        "Jane Doe\nJANE DOE",
        "José Núñez\nJose Nunez",
        "Jane Doe <j@example.org>\nJ. Doe <J@Example.org>",
        "Jane Doe <j@example.org>\nJane Doe",
    ],
)
def test_that_a_person_is_not_doubled(twice: str) -> None:
    assert len(taken(twice).people) == 1
    assert codes(twice) == [("people.duplicate", 2)]


def test_that_namesakes_with_other_addresses_are_both_kept_and_told() -> None:
    text = "Jane Doe <j1@example.org>\nJane Doe <j2@example.org>"
    assert len(taken(text).people) == 2
    assert codes(text) == [("people.same-name", 2)]


def test_that_somebody_on_the_roster_is_not_taken_in_again() -> None:
    known = Person("old", "Jane", "Doe", "jane@example.org")
    assert [p.full_name() for p in taken("Doe, Jane\nJohn Roe", [known]).people] == ["John Roe"]


@pytest.mark.parametrize(
    "nasty",
    [
        "=cmd|' /C calc'!A0",
        "<b>Jane</b>",
        '<img src="file:///etc/passwd">',
        "+43 1 234",
        "@SUM(A1)",
        "-Smith",
        "%s %n {0}",
    ],
)
def test_that_formulas_and_markup_stay_plain_text(nasty: str) -> None:
    (person,) = taken(f"Name\n{nasty}").people
    assert person.full_name() == nasty


def test_that_the_guard_of_our_own_csv_is_taken_off_again() -> None:
    assert [p.full_name() for p in taken("Name\n'-Smith\n'=SUM(A1)\n'Ilima").people] == [
        "-Smith",
        "=SUM(A1)",
        "'Ilima",
    ]


@pytest.mark.parametrize("unseen", ["\u202e", "\u200b", "\x00", "\x07", "\u2066", "\ufeff", "\ud800", "\x9b"])
def test_that_unseen_characters_are_taken_out(unseen: str) -> None:
    assert names(f"Ja{unseen}ne Doe") == [("Jane", "Doe")]


def test_that_names_are_composed() -> None:
    assert names(unicodedata.normalize("NFD", "José Núñez")) == [("José", "Núñez")]


def test_that_a_long_name_is_cut_and_told() -> None:
    (person,) = taken("Name\n" + "x" * 300).people
    assert person.full_name() == "x" * 200
    assert codes("Name\n" + "x" * 300) == [("people.cut", 2)]


def test_that_a_long_address_is_cut_and_told() -> None:
    text = f"Name;Mail\nJane Doe;{'x' * 300}@example.org"
    assert len(taken(text).people[0].email) == 254
    assert codes(text) == [("people.cut", 2)]


def test_that_a_name_is_made_of_the_address_where_there_is_none() -> None:
    text = "Name;Mail\n;jane.doe@example.org"
    assert names(text) == [("jane.doe", "")]
    assert codes(text) == [("people.name-from-mail", 2)]


def test_that_an_odd_address_is_kept_and_told() -> None:
    text = "Name;Mail\nJane Doe;later"
    assert taken(text).people[0].email == "later"
    assert codes(text) == [("people.odd-mail", 2)]


def test_that_at_most_two_thousand_people_are_taken_in() -> None:
    text = "\n".join(f"Given{number} Family{number}" for number in range(2_100))
    assert len(taken(text).people) == 2_000
    assert codes(text) == [("people.too-many", 2_001)]


@pytest.mark.parametrize(
    "odd", ['"', '"Jane Doe', 'Jane "JD" Doe\tHR', 'Name\n"Jane Doe', '"a";"b', "a\t" * 500, '"' * 100_001]
)
def test_that_odd_quotes_lose_nobody(odd: str) -> None:
    assert all(person.full_name() for person in taken(odd + "\nJohn Roe").people)
    assert "Roe" in [person.family_name for person in taken(odd + "\nJohn Roe").people]


def test_that_a_cell_longer_than_the_parser_takes_is_no_error() -> None:
    text = 'Name\tTeam\n"' + "x" * 200_000 + '"\tLegal\nJane Doe\tLegal'
    assert taken(text).people[-1].full_name() == "Jane Doe"


def test_that_a_cell_that_breaks_the_parser_is_taken_as_it_stands() -> None:
    text = 'Name\tTeam\n"' + "x" * 90_000 + '""' + "x" * 90_000 + '"\tLegal\nJane Doe\tLegal'
    assert taken(text).people[-1].full_name() == "Jane Doe"


def test_that_a_long_quoted_list_is_cut_like_any_other() -> None:
    text = "Name\tTeam\n" + "".join(f'"Given{n} Family{n}"\tLegal\n' for n in range(25_000))
    assert len(taken(text).people) == 2_000
    assert codes(text) == [("people.too-many", 2_002)]


def test_that_findings_name_nobody() -> None:
    text = "Name;Mail\nJane Doe;jane@example.org\nJane Doe;odd\n;zoe@example.org\n" + "Kim" * 100
    told = " ".join(f.message + f.way_out for f in taken(text).findings)
    assert told
    assert not [name for name in ("Jane", "Doe", "zoe", "Kim", "odd") if name in told.split()]


@given(st.text())
def test_that_any_text_gives_people_with_names_and_never_raises(text: str) -> None:
    found = taken(text)
    assert all(person.full_name().strip() for person in found.people)
    assert len({person.id for person in found.people}) == len(found.people)


rows = st.lists(
    st.sampled_from(["Name", "Jane", "Doe", "a@b", '"', "HR", "", "1", "Vorname", "Mail", "<", "=x"]), max_size=5
)


@given(st.lists(rows, max_size=8), st.sampled_from(["\t", ";", ",", ", "]))
def test_that_any_table_gives_people_with_names_and_no_doubles(lines: list[list[str]], separator: str) -> None:
    found = taken("\n".join(separator.join(cells) for cells in lines))
    assert all(person.full_name().strip() for person in found.people)
    mails = [person.email for person in found.people if person.email]
    assert len(mails) == len(set(mails))


@given(st.text(), st.text())
def test_that_nothing_taken_in_holds_control_or_direction_characters(one: str, other: str) -> None:
    for person in taken(f"{one}\t{other}").people:
        parts = (person.given_name, person.family_name, person.email, person.department)
        assert all(unicodedata.is_normalized("NFC", part) for part in parts)
        odd = [c for c in "".join(parts) if unicodedata.category(c) in {"Cc", "Cs"} or "\u202a" <= c <= "\u202e"]
        assert odd == []


def test_that_two_thousand_recipients_may_stand_on_one_line() -> None:
    text = "; ".join(f"Given{number} Family{number} <g{number}@example.org>" for number in range(2_005))
    assert len(taken(text).people) == 2_000
    assert codes(text) == [("people.too-many", 1)]


def test_that_a_text_that_never_ends_is_cut_and_told() -> None:
    found = taken("Jane Doe\n" * 300_000)
    assert len(found.people) == 1
    assert found.findings[0].code == "people.too-long"
    assert len(found.findings) < 10_010
