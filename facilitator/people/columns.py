"""Which column of a list holds what: by its header in several languages, else by what stands in it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.people.folding import folded

if TYPE_CHECKING:
    from collections.abc import Sequence


class Field(StrEnum):
    """What a column can hold that is taken in."""

    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    EMAIL = "email"
    ORGANISATION = "organisation"
    DEPARTMENT = "department"
    ROLE = "role"


# English, German, French, Spanish, Italian, Portuguese, Dutch, and what meeting and ticket services write
_HEADERS = {
    Field.NAME: (
        "name|full name|fullname|display name|attendee name|participant name|person"
        "|participant|participants|attendee|attendees|teilnehmer|teilnehmerin|teilnehmende"
        "|teilnehmer in|vollstandiger name|vor und nachname|vor und zuname|anzeigename"  # codespell:ignore
        "|nom complet|nom et prenom|nom prenom|participante|participantes|nombre completo"  # codespell:ignore
        "|nombre y apellidos|nome completo|nome e cognome|partecipante|partecipanti|nom"  # codespell:ignore
        "|nome|naam|volledige naam|deelnemer|deelnemers|who|wer"  # codespell:ignore
    ),
    Field.GIVEN: (
        "first name|firstname|given name|given names|givenname|given|forename|first|vorname"
        "|vornamen|rufname|prenom|prenoms|nombre|nombres|primer nombre|primeiro nome"  # codespell:ignore
        "|nome proprio|voornaam|roepnaam"  # codespell:ignore
    ),
    Field.FAMILY: (
        "last name|lastname|family name|familyname|family|surname|last|nachname"
        "|familienname|zuname|nom de famille|nom d usage|apellido|apellidos|cognome|cognomi"
        "|sobrenome|apelido|achternaam|familienaam"
    ),
    Field.EMAIL: (
        "email|e mail|mail|email address|e mail address|mail address|user email|work email"
        "|email adresse|e mail adresse|mailadresse|mail adresse|courriel|adresse mail"  # codespell:ignore
        "|adresse e mail|adresse email|adresse courriel|correo|correo electronico"  # codespell:ignore
        "|direccion de correo|posta elettronica|indirizzo email|indirizzo e mail"  # codespell:ignore
        "|endereco de email|e mailadres|emailadres|participant id upn|upn"
    ),
    Field.ORGANISATION: (
        "organisation|organization|company|employer|institution|agency|ministry|firma"
        "|unternehmen|arbeitgeber|dienststelle|behorde|ministerium|societe|entreprise"
        "|organisme|employeur|empresa|organizacion|institucion|azienda|organizzazione|ente"
        "|organizacao|instituicao|bedrijf|organisatie|werkgever"
    ),
    Field.DEPARTMENT: (
        "department|dept|division|section|team|unit|business unit|abteilung|bereich|referat"
        "|sektion|gruppe|departement|service|direction|departamento|area|seccion|equipo"
        "|reparto|dipartimento|ufficio|settore|setor|afdeling|dienst"
    ),
    Field.ROLE: (
        "role|job title|title|position|function|job|occupation|rolle|funktion|stelle|beruf"  # codespell:ignore
        "|berufsbezeichnung|fonction|poste|metier|role dans l organisation|cargo|puesto"  # codespell:ignore
        "|funcion|ruolo|funzione|posizione|funcao|rol|functie|functietitel"  # codespell:ignore
    ),
}
_KNOWN = {name: field for field, names in _HEADERS.items() for name in names.split("|")}
_NAMING = frozenset({Field.NAME, Field.GIVEN, Field.FAMILY})
_ASIDE = re.compile(r"\(.*?\)|\[.*?\]")
_REST = (Field.DEPARTMENT, Field.ORGANISATION, Field.ROLE)
_SAMPLE = 200


def fields_of(cells: Sequence[str]) -> tuple[Field | None, ...]:
    """Give the field each cell of a header row names, None where it names none; a field is taken once.

    A column ``Name`` beside one for given names is that of family names, as German and French lists have it, and
    beside one for family names that of given names, as Italian and Portuguese ones do.
    """
    found: list[Field | None] = []
    for cell in cells:
        field = _KNOWN.get(folded(cell)) or _KNOWN.get(folded(_ASIDE.sub(" ", cell)))
        found.append(None if field in found else field)
    if Field.GIVEN in found and Field.NAME in found and Field.FAMILY not in found:
        found[found.index(Field.NAME)] = Field.FAMILY
    if Field.FAMILY in found and Field.NAME in found and Field.GIVEN not in found:
        found[found.index(Field.NAME)] = Field.GIVEN
    if Field.GIVEN in found and not _NAMING.intersection(found) - {Field.GIVEN} and _is_spanish_name(cells):
        found[found.index(Field.GIVEN)] = Field.NAME
    return tuple(found)


def names_somebody(fields: Sequence[Field | None]) -> bool:
    """Tell whether a row of fields has one for a name."""
    return any(field in _NAMING for field in fields)


def guessed_fields(rows: Sequence[Sequence[str]], *, family_first: bool) -> tuple[Field | None, ...]:
    """Guess what the columns of a list without a header hold.

    Rules: the column with mail addresses is that; numbers are left out; the first other column is the name, or the
    first two are its parts where both hold one word each and the second does not repeat as departments do; what
    follows is department, organisation, role.
    """
    columns = _columns(rows[:_SAMPLE])
    found: list[Field | None] = [None] * len(columns)
    texts = []
    for index, column in enumerate(columns):
        if sum("@" in cell and " " not in cell for cell in column) * 2 > len(column) > 0 and Field.EMAIL not in found:
            found[index] = Field.EMAIL
        elif not all(cell.replace(".", "").isdigit() for cell in column):
            texts.append(index)
    fields = _text_fields([columns[index] for index in texts], family_first=family_first)
    for index, field in zip(texts, fields, strict=False):
        found[index] = field
    return tuple(found)


def _is_spanish_name(cells: Sequence[str]) -> bool:
    return any(folded(cell) == "nombre" for cell in cells)


def _text_fields(columns: Sequence[Sequence[str]], *, family_first: bool) -> tuple[Field, ...]:
    if len(columns) > 1 and _one_word(columns[0]) and _one_word(columns[1]) and not _repeats(columns[1]):
        names = (Field.FAMILY, Field.GIVEN) if family_first else (Field.GIVEN, Field.FAMILY)
        return (*names, *_REST)
    return (Field.NAME, *_REST)


def _columns(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max((len(row) for row in rows), default=0)
    return [[row[index] for row in rows if index < len(row) and row[index]] for index in range(width)]


def _one_word(column: Sequence[str]) -> bool:
    return sum(" " not in cell for cell in column) * 2 > len(column)


def _repeats(column: Sequence[str]) -> bool:
    return len(column) > 2 and len(set(column)) <= len(column) * 0.7
