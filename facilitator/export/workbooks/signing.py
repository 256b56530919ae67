"""The sign-in sheets: one for each half-day, to print, pass round and keep."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from facilitator.export.phrases import joined, long_date, short_date
from facilitator.export.workbooks.cells import EMPTY, Cell, Look, Row, Sheet, sheet_name
from facilitator.foundation.minutes import clock_label

if TYPE_CHECKING:
    from facilitator.agenda.halfdays import HalfDay
    from facilitator.export.handover import Handover
    from facilitator.foundation.words import Catalogue
    from facilitator.people.roster import Person

LEAST_SPARE_ROWS = 5
SPARE_SHARE = 10  # one blank row more for every so many people
ROW_HEIGHT_PT = 27
WIDTHS = (5.0, 32.0, 36.0, 11.0, 11.0)
BLANK = Cell(None, Look.SIGN_BLANK)
LINE_CHARACTERS = 108


def rows_to_sign(people: tuple[Person, ...]) -> tuple[Row, ...]:
    """Give a row for each person and blank ones for those who come unannounced; the same for every half-day."""
    spare = LEAST_SPARE_ROWS + len(people) // SPARE_SHARE
    names = [person.listed_name() for person in people] + [""] * spare
    return tuple(_line(number, name) for number, name in enumerate(names, 1))


def sign_in_sheet(handover: Handover, half: HalfDay, lines: tuple[Row, ...], taken: set[str]) -> Sheet:
    """Give the sheet of one half-day: who, when, where, why, rows to sign, and what happens to the names.

    Source: what a signed list has to hold, curriculum section 6; names only, since everybody reads it.
    """
    heading = _heading(handover, half)
    rows = [*heading, _header(handover), *lines]
    last = len(rows) - 1
    return Sheet(
        name=sheet_name(f"{handover.words.gettext('Sign-in')} {short_label(half, handover.words)}", taken),
        rows=(*rows, EMPTY, *_small_print(handover)),
        header_row=len(heading),
        last_row=last,
        widths=WIDTHS,
        row_height_pt=ROW_HEIGHT_PT,
        has_filter=False,
        gridlines=False,
    )


def short_label(half: HalfDay, words: Catalogue) -> str:
    """Name a half-day as briefly as a tab or a column wants it: ``Tue 19 Jan am``, or its label without a date."""
    if half.date is None:
        return half.label or half.id
    halves = {"am": words.gettext("am"), "pm": words.gettext("pm")}
    return f"{short_date(half.date, words)} {halves.get(half.id.rpartition('.')[2], '')}".strip()


def _heading(handover: Handover, half: HalfDay) -> list[Row]:
    say, brief = handover.words.gettext, handover.workshop.brief
    date = long_date(half.date, handover.words) if half.date else half.label
    facts = (
        (say("Organiser"), joined((brief.organiser, brief.client))),
        (say("Purpose"), say("Record of attendance")),
        (say("Date"), date),
        (say("Place"), _place(handover, half)),
        (say("Time"), say("{start} to {end}").format(start=clock_label(half.start), end=clock_label(half.end))),
        (say("Trainer"), brief.trainer),
    )
    title = (Cell(brief.title or say("Workshop"), Look.TITLE),)
    lines = [
        (Cell(say("{name}: {value}").format(name=name, value=value), Look.LINE),) for name, value in facts if value
    ]
    return [title, *lines, EMPTY]


def _place(handover: Handover, half: HalfDay) -> str:
    days = handover.workshop.agenda.days
    day = next((day for day in days if day.id == half.day_id), None)
    return (day.room if day else "") or handover.workshop.brief.room


def _header(handover: Handover) -> Row:
    say = handover.words.gettext
    titles = (say("No."), say("Name"), say("Signature"), say("Time in"), say("Time out"))
    return tuple(Cell(title, Look.HEAD) for title in titles)


def _line(number: int, name: str) -> Row:
    return (Cell(number, Look.SIGN_COUNT), Cell(name, Look.SIGN_TEXT) if name else BLANK, BLANK, BLANK, BLANK)


def _small_print(handover: Handover) -> list[Row]:
    say = handover.words.gettext
    attest = say("I confirm that everybody who signed was there at the times given.")
    sign = say("Trainer: {trainer}     Signature: ______________________     Date: ______________").format(
        trainer=handover.workshop.brief.trainer or "______________________"
    )
    rows: list[Row] = [(Cell(attest, Look.LABEL),), EMPTY, (Cell(sign, Look.LINE),), EMPTY]
    rows += [(Cell(line, Look.QUIET),) for line in textwrap.wrap(privacy_line(handover), LINE_CHARACTERS)]
    return rows


def privacy_line(handover: Handover) -> str:
    """Say who keeps the names, why, on what ground, how long, and whom to ask."""
    brief = handover.workshop.brief
    keeper = brief.organiser or brief.client or brief.trainer
    return handover.words.gettext(
        "Privacy: {keeper} keeps names, signatures and times to show who took part (legitimate interest, "
        "Art. 6(1)(f) GDPR, or the law that asks for the record), for {days} days after the last day. "
        "Questions, and wishes to see or correct an entry: {contact}."
    ).format(
        keeper=keeper or handover.words.gettext("The organiser"),
        days=brief.keep_people_days,
        contact=brief.trainer or keeper or handover.words.gettext("the organiser"),
    )
