"""Lists of people taken in from what somebody pastes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from facilitator.foundation.findings import Finding, Severity, in_order
from facilitator.foundation.ids import fresh_id
from facilitator.foundation.words import _, ngettext
from facilitator.people.cleaning import LONGEST_MAIL, LONGEST_NAME, LONGEST_TEXT, MOST_PEOPLE, MOST_ROWS, clean_text
from facilitator.people.columns import Field, fields_of, guessed_fields, names_somebody
from facilitator.people.folding import name_key
from facilitator.people.names import is_mail, parts_of
from facilitator.people.roster import Person
from facilitator.people.rows import Row, Table, table_of

_HEADER_WITHIN = 10


@dataclass(frozen=True, slots=True)
class Intake:
    """What a pasted list gave.

    Attributes:
        people: each with a name, in the order of the list.
        findings: what was left out, cut or guessed, with the line it is about; they name nobody.
        fields: what each column was taken for, None for columns left out.
    """

    people: tuple[Person, ...]
    findings: tuple[Finding, ...] = ()
    fields: tuple[Field | None, ...] = ()


def read_pasted(text: str, *, known: Iterable[Person] = (), new_id: Callable[[], str] = fresh_id) -> Intake:
    """Take in a pasted list: cells of a spreadsheet, comma or semicolon separated values, or plain lines.

    Args:
        text: anything; it never raises, and everything in it is plain text, formulas and HTML included.
        known: people who are on the roster; they are reported and not taken in twice.
        new_id: gives each person an id.
    """
    reader = _Reader(known, new_id)
    if len(text) > LONGEST_TEXT:
        reader.find("people.too-long", 0, _("The text is too long; its end was left out."), _("Paste it in parts."))
    table = table_of(clean_text(text[:LONGEST_TEXT]))
    fields, rows = _headed(table, reader)
    for number, row in enumerate(rows):
        if len(reader.people) >= MOST_PEOPLE or number >= MOST_ROWS:
            message = _("A list has at most {most} people; the rest was left out.").format(most=MOST_PEOPLE)
            reader.find("people.too-many", row.line, message, _("Split the list into several workshops."))
            break
        reader.take(row, fields)
    return Intake(tuple(reader.people), in_order(reader.findings), fields)


def _headed(table: Table, reader: _Reader) -> tuple[tuple[Field | None, ...], Sequence[Row]]:
    for index, row in enumerate(islice(table.rows, _HEADER_WITHIN)):
        fields = fields_of(row.cells)
        known = sum(one is not None for one in fields)
        if names_somebody(fields) and (known > 1 or (index == 0 and known == len([c for c in row.cells if c]))):
            reader.report_header(table.rows[:index], row, fields)
            return fields, table.rows[index + 1 :]
    names_alone = len(table.rows) == 1 and table.separator == ","
    rows = [single for row in table.rows for single in _one_each(row, names_alone=names_alone)]
    fields = guessed_fields([row.cells for row in rows], family_first=table.separator == "," and table.spaced)
    if len(fields) > 1:
        reader.report_guess(rows[0].line)
    return fields, rows


def _one_each(row: Row, *, names_alone: bool) -> Iterable[Row]:
    """Give a row for each person where one line holds several, as mail programs copy recipients.

    With ``names_alone`` names without addresses are, too.
    """
    cells = [cell for cell in row.cells if cell]
    several = all("@" in cell for cell in cells) or (
        names_alone and all(" " in cell and "@" not in cell for cell in cells)
    )
    if len(cells) > 1 and several:
        return [Row(row.line, (cell,)) for cell in cells]
    return [row]


@dataclass(slots=True)
class _Reader:
    """Collects people and findings, and knows whom it has seen."""

    known: Iterable[Person]
    new_id: Callable[[], str]
    people: list[Person] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _mails: set[str] = field(default_factory=set)
    _names: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for person in self.known:
            self._remember(person)

    def take(self, row: Row, fields: Sequence[Field | None]) -> None:
        """Add the person of a row, or report why there is none."""
        person = self._person(row, fields)
        if person is None:
            self.find("people.no-name", row.line, _("This line has no name."), _("Add the name by hand."))
        elif self._is_double(person, row.line):
            self.find(
                "people.duplicate",
                row.line,
                _("This person is on the list already and was not added again."),
                _("Add them by hand if they are somebody else."),
            )
        else:
            self._remember(person)
            self.people.append(replace(person, id=self.new_id()))

    def find(self, code: str, line: int, message: str, way_out: str, severity: Severity = Severity.WARNING) -> None:
        """Report something about a line."""
        self.findings.append(Finding(severity, code, message, way_out, line=line))

    def report_header(self, above: Sequence[Row], header: Row, fields: Sequence[Field | None]) -> None:
        """Report what a list with a header leaves out: lines above it, and columns nobody asked for."""
        if above:
            message = ngettext(
                "{count} line above the header was left out.",
                "{count} lines above the header were left out.",
                len(above),
            )
            self.find(
                "people.above-header",
                above[0].line,
                message.format(count=len(above)),
                _("Paste the list without its heading if somebody is missing."),
                Severity.NOTICE,
            )
        ignored = sum(one is None and bool(cell) for one, cell in zip(fields, header.cells, strict=True))
        if ignored:
            message = ngettext("{count} column was not taken in.", "{count} columns were not taken in.", ignored)
            self.find(
                "people.column",
                header.line,
                message.format(count=ignored),
                _("Names, addresses, organisation, department and role are; nothing else is needed."),
                Severity.NOTICE,
            )

    def report_guess(self, line: int) -> None:
        """Report that columns were told by what stands in them."""
        self.find(
            "people.no-header",
            line,
            _("The list has no header; its columns were guessed."),
            _("Look at the first lines, or paste the list with its header."),
            Severity.NOTICE,
        )

    def _person(self, row: Row, fields: Sequence[Field | None]) -> Person | None:
        cells = {one: cell for one, cell in zip(fields, row.cells, strict=False) if one is not None and cell}
        parts = parts_of(self._cut(cells.get(Field.NAME, ""), LONGEST_NAME + LONGEST_MAIL, row.line))
        mail = cells.get(Field.EMAIL, "")
        mail = parts_of(mail).mail or mail or parts.mail
        given, family = cells.get(Field.GIVEN, ""), cells.get(Field.FAMILY, "")
        if not given and not family:
            given, family = parts.given, parts.family
        if not given and not family and mail:
            given = mail.partition("@")[0]
            way_out = _("Type the name.")
            self.find(
                "people.name-from-mail", row.line, _("The name was taken from the address."), way_out, Severity.NOTICE
            )
        if not given and not family:
            return None
        if mail and not is_mail(mail):
            self.find("people.odd-mail", row.line, _("This is no mail address."), _("Check it with the person."))
        return Person(
            id="",
            given_name=self._cut(given, LONGEST_NAME, row.line),
            family_name=self._cut(family, LONGEST_NAME, row.line),
            email=self._cut(mail, LONGEST_MAIL, row.line),
            organisation=self._cut(cells.get(Field.ORGANISATION, ""), LONGEST_NAME, row.line),
            department=self._cut(cells.get(Field.DEPARTMENT, ""), LONGEST_NAME, row.line),
            role=self._cut(cells.get(Field.ROLE, ""), LONGEST_NAME, row.line),
        )

    def _cut(self, text: str, longest: int, line: int) -> str:
        if len(text) <= longest:
            return text
        message = _("A text was longer than {longest} characters and was cut.").format(longest=longest)
        self.find("people.cut", line, message, _("Shorten it in the list and paste it again."))
        return text[:longest].rstrip()

    def _is_double(self, person: Person, line: int) -> bool:
        mail = person.email.casefold()
        if mail and mail in self._mails:
            return True
        mails = self._names.get(name_key(person.full_name()) or person.full_name())
        if mails is None:
            return False
        if mail and all(mails):
            self.find(
                "people.same-name",
                line,
                _("Somebody else has the same name and another address; both were kept."),
                _("Remove one if they are the same person."),
                Severity.NOTICE,
            )
            return False
        return True

    def _remember(self, person: Person) -> None:
        mail = person.email.casefold()
        if mail:
            self._mails.add(mail)
        self._names.setdefault(name_key(person.full_name()) or person.full_name(), []).append(mail)
