"""The attendance workbook: sign-in sheets, presence, times, summary, plan against actual, legend. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.agenda.kind_names import kind_name
from facilitator.agenda.model import blocks_of
from facilitator.agenda.wall import zone_of
from facilitator.export.handover import Handover
from facilitator.export.phrases import joined, plain_date
from facilitator.export.workbooks.cells import (
    EMPTY,
    Book,
    Cell,
    Choice,
    Look,
    Row,
    Sheet,
    column_name,
    column_range,
    row_range,
    sheet_name,
)
from facilitator.export.workbooks.signing import privacy_line, rows_to_sign, short_label, sign_in_sheet
from facilitator.people.presence import ATTENDING, minutes_present
from facilitator.people.roster import Mark, Person, Presence, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.agenda.halfdays import HalfDay
    from facilitator.foundation.words import Catalogue

CODES = {Presence.HERE: "P", Presence.LATE: "L", Presence.EXCUSED: "E", Presence.ABSENT: "A"}
DAY_MINUTES = 1440
FIRST_HALF_DAY_COLUMN = 2
HEADING_ROWS = 3
COUNTED = (Presence.HERE, Presence.LATE, Presence.EXCUSED, Presence.ABSENT)


def plan_attendance(handover: Handover) -> Book:
    """Plan the workbook of a workshop; people are in the order of their listed names."""
    return _Planner(handover, _sorted(handover.workshop.roster.people), _marks(handover)).book()


def _sorted(people: tuple[Person, ...]) -> tuple[Person, ...]:
    return tuple(sorted(people, key=lambda person: (person.listed_name().casefold(), person.id)))


def _marks(handover: Handover) -> dict[tuple[str, str], Mark]:
    return {(mark.person_id, mark.half_day): mark for mark in handover.workshop.roster.marks}


@dataclass(frozen=True, slots=True)
class _Planner:
    handover: Handover
    people: tuple[Person, ...]
    marks: dict[tuple[str, str], Mark]

    def book(self) -> Book:
        """Give all sheets, what is printed first at the front."""
        taken: set[str] = set()
        halves = self.handover.half_days
        lines = rows_to_sign(self.people)
        signing = [sign_in_sheet(self.handover, half, lines, taken) for half in halves]
        presence = self._presence(sheet_name(self._say("Presence"), taken))
        sheets = [*signing, presence, self._times(taken), self._summary(taken, presence.name)]
        if self.handover.actuals:
            sheets.append(self._plan_and_actual(taken))
        sheets.append(self._legend(taken))
        brief = self.handover.workshop.brief
        return Book(
            title=self._say("Attendance: {title}").format(title=brief.title or self._say("Workshop")),
            author=brief.trainer or brief.organiser or brief.client or "Facilitator",
            subject=joined((brief.client, brief.title)),
            made=self.handover.made,
            sheets=tuple(sheets),
        )

    def _say(self, message: str) -> str:
        return self.handover.words.gettext(message)

    def _mark(self, person: Person, half: HalfDay) -> Mark | None:
        return self.marks.get((person.id, half.id))

    def _heading(self, title: str, line: str) -> list[Row]:
        return [(Cell(title, Look.TITLE),), (Cell(line, Look.LINE),), EMPTY]

    def _titles(self, *titles: str) -> Row:
        return tuple(Cell(title, Look.HEAD) for title in titles)

    def _middle_titles(self, *titles: str) -> Row:
        return tuple(Cell(title, Look.HEAD_MIDDLE) for title in titles)

    def _presence(self, name: str) -> Sheet:
        halves = self.handover.half_days
        line = self._say("P present, L late, E excused, A absent; blank: not known")
        rows = self._heading(self._say("Presence"), line)
        totals = [presence_word(presence, self.handover.words) for presence in COUNTED]
        rows.append(
            self._titles(self._say("No."), self._say("Name"))
            + self._middle_titles(
                *_apart([short_label(half, self.handover.words) for half in halves]),
                *totals,
                self._say("Minutes"),
                self._say("Attended"),
            )
        )
        rows += [self._person_row(n, person) for n, person in enumerate(self.people)]
        last = len(rows) - 1
        columns = FIRST_HALF_DAY_COLUMN + len(halves)
        choice = Choice(HEADING_ROWS + 1, last, FIRST_HALF_DAY_COLUMN, columns - 1, tuple(CODES.values()))
        return Sheet(
            name=name,
            rows=tuple(rows),
            header_row=HEADING_ROWS,
            last_row=last,
            row_height_pt=20,
            widths=(5.0, 30.0, *[14.0] * len(halves), 10.0, 10.0, 10.0, 10.0, 10.0, 11.0),
            frozen_columns=FIRST_HALF_DAY_COLUMN,
            landscape=True,
            choices=(choice,) if self.people and halves else (),
        )

    def _person_row(self, number: int, person: Person) -> Row:
        halves = self.handover.half_days
        marks = [self._mark(person, half) for half in halves]
        row = HEADING_ROWS + 1 + number
        codes = [_code(mark) for mark in marks]
        minutes = sum(minutes_present(mark, half) for mark, half in zip(marks, halves, strict=True))
        return (
            Cell(number + 1, Look.ORDINAL),
            Cell(person.listed_name(), Look.TEXT),
            *(Cell(code or None, Look.CODE) for code in codes),
            *_totals(codes, row),
            Cell(minutes, Look.COUNT),
            self._attended(minutes, len(codes), row),
        )

    def _attended(self, minutes: int, columns: int, row: int) -> Cell:
        """Give the share of all minutes of content somebody was there for, rounded down as for certificates."""
        content = sum(half.content_minutes for half in self.handover.half_days) or 1
        where = f"{column_name(FIRST_HALF_DAY_COLUMN + columns + len(COUNTED))}{row + 1}"
        return Cell(100 * minutes // content / 100, Look.PERCENT, f"=ROUNDDOWN({where}/{content},2)")

    def _times(self, taken: set[str]) -> Sheet:
        rows = self._heading(
            self._say("Times"),
            self._say("Times are local to {zone}.").format(zone=self.handover.workshop.agenda.zone),
        )
        rows.append(
            self._titles(self._say("Name"), self._say("Half-day"), self._say("Date"))
            + self._middle_titles(self._say("Time in"), self._say("Time out"), self._say("Minutes"))
            + self._titles(self._say("Entered"))
        )
        rows += self._time_rows()
        return Sheet(
            name=sheet_name(self._say("Times"), taken),
            rows=tuple(rows),
            header_row=HEADING_ROWS,
            last_row=len(rows) - 1,
            row_height_pt=20,
            widths=(30.0, 20.0, 13.0, 11.0, 11.0, 11.0, 16.0),
            frozen_columns=1,
        )

    def _time_rows(self) -> Iterator[Row]:
        for half in self.handover.half_days:
            label = short_label(half, self.handover.words)
            for person in self.people:
                mark = self._mark(person, half)
                if mark is not None and mark.presence in ATTENDING:
                    yield (
                        Cell(person.listed_name(), Look.TEXT),
                        Cell(label, Look.TEXT),
                        Cell(half.date, Look.DATE),
                        _time(mark.minute_in),
                        _time(mark.minute_out),
                        Cell(minutes_present(mark, half), Look.COUNT),
                        Cell(_source_word(mark.source, self.handover.words), Look.TEXT),
                    )

    def _summary(self, taken: set[str], presence: str) -> Sheet:
        brief = self.handover.workshop.brief
        rows = self._heading(brief.title or self._say("Summary"), joined((brief.client, brief.room, brief.trainer)))
        rows.append(
            self._titles(self._say("Half-day"), self._say("Date"))
            + self._middle_titles(
                self._say("Start"),
                self._say("End"),
                self._say("Minutes"),
                self._say("People"),
                *(presence_word(presence, self.handover.words) for presence in COUNTED),
                self._say("Not known"),
                self._say("Here"),
            )
        )
        rows += [self._summary_row(n, half, presence) for n, half in enumerate(self.handover.half_days)]
        return Sheet(
            name=sheet_name(self._say("Summary"), taken),
            rows=tuple(rows),
            header_row=HEADING_ROWS,
            last_row=len(rows) - 1,
            row_height_pt=20,
            widths=(18.0, 13.0, 9.0, 9.0, 10.0, 10.0, 10.0, 9.0, 10.0, 10.0, 11.0, 9.0),
            frozen_columns=1,
            landscape=True,
        )

    def _summary_row(self, number: int, half: HalfDay, presence: str) -> Row:
        row = HEADING_ROWS + 1 + number
        codes = [_code(self._mark(person, half)) for person in self.people]
        source = column_range(
            presence, FIRST_HALF_DAY_COLUMN + number, HEADING_ROWS + 1, HEADING_ROWS + max(1, len(codes))
        )
        counts = tuple(Cell(codes.count(CODES[p]), Look.COUNT, f'=COUNTIF({source},"{CODES[p]}")') for p in COUNTED)
        here = codes.count("P") + codes.count("L")
        at = row + 1
        return (
            Cell(short_label(half, self.handover.words), Look.TEXT),
            Cell(half.date, Look.DATE),
            _time(half.start),
            _time(half.end),
            Cell(half.content_minutes, Look.COUNT),
            Cell(len(codes), Look.COUNT),
            *counts,
            Cell(codes.count(""), Look.COUNT, f"=F{at}-SUM(G{at}:J{at})"),
            Cell(here / len(codes) if codes else 0, Look.PERCENT, f"=IF(F{at}=0,0,(G{at}+H{at})/F{at})"),
        )

    def _plan_and_actual(self, taken: set[str]) -> Sheet:
        rows = self._heading(self._say("Plan and actual"), self._say("Minutes of each block, as planned and as run"))
        rows.append(
            self._titles(self._say("Day"))
            + self._middle_titles(self._say("Start"))
            + self._titles(self._say("Block"), self._say("Kind"))
            + self._middle_titles(self._say("Planned"), self._say("Actual"), self._say("Difference"))
        )
        rows += self._actual_rows(len(rows))
        return Sheet(
            name=sheet_name(self._say("Plan and actual"), taken),
            rows=tuple(rows),
            header_row=HEADING_ROWS,
            last_row=len(rows) - 1,
            row_height_pt=20,
            widths=(14.0, 9.0, 54.0, 14.0, 10.0, 10.0, 12.0),
        )

    def _actual_rows(self, first: int) -> Iterator[Row]:
        row = first
        for day in self.handover.workshop.agenda.days:
            schedule = self.handover.schedule(day.id)
            for block in (block for item in day.items for block in blocks_of(item)):
                slot = schedule.slot(block.id) if schedule else None
                actual = self.handover.actual(block)
                row += 1
                yield (
                    Cell(day.label or day.id, Look.TEXT),
                    _time(slot.start if slot else None),
                    Cell(block.title, Look.LONG),
                    Cell(kind_name(block.kind, self.handover.words.gettext), Look.TEXT),
                    Cell(block.minutes, Look.COUNT),
                    Cell(round(actual.minutes) if actual else None, Look.COUNT),
                    Cell(round(actual.minutes) - block.minutes, Look.COUNT, f"=F{row}-E{row}")
                    if actual
                    else Cell(None, Look.COUNT),
                )

    def _exported(self) -> str:
        made = self.handover.made.astimezone(zone_of(self.handover.workshop.agenda.zone))
        return self._say("{date}, {time}").format(
            date=plain_date(made.date(), self.handover.words), time=made.strftime("%H:%M %Z")
        )

    def _legend(self, taken: set[str]) -> Sheet:
        say = self.handover.words.gettext
        rows = self._heading(say("Legend"), say("What the letters mean, and how this file was made"))
        rows.append(self._titles(say("Item"), say("Meaning")))
        entries = [(CODES[presence], presence_word(presence, self.handover.words)) for presence in COUNTED]
        entries += [
            (say("Minutes"), say("Time there within the half-day; breaks and meals are not counted.")),
            (say("Attended"), say("Minutes there, as a share of all minutes of the half-days, rounded down.")),
            (say("Entered later"), say("Not taken at the door but written down afterwards.")),
            (say("Time zone"), self.handover.workshop.agenda.zone),
            (say("Exported"), self._exported()),
            (say("Privacy"), privacy_line(self.handover)),
        ]
        rows += [(Cell(item, Look.TEXT), Cell(meaning, Look.LONG)) for item, meaning in entries]
        return Sheet(
            name=sheet_name(say("Legend"), taken),
            rows=tuple(rows),
            header_row=HEADING_ROWS,
            last_row=len(rows) - 1,
            row_height_pt=20,
            widths=(18.0, 74.0),
        )


def presence_word(presence: Presence, words: Catalogue) -> str:
    """Name what is known about somebody."""
    named = {
        Presence.HERE: words.gettext("Present"),
        Presence.LATE: words.gettext("Late"),
        Presence.EXCUSED: words.gettext("Excused"),
        Presence.ABSENT: words.gettext("Absent"),
        Presence.UNKNOWN: words.gettext("Not known"),
    }
    return named[presence]


def _source_word(source: Source, words: Catalogue) -> str:
    named = {
        Source.DOOR: words.gettext("At the door"),
        Source.LATER: words.gettext("Entered later"),
        Source.IMPORT: words.gettext("From a list"),
    }
    return named[source]


def _apart(titles: list[str]) -> list[str]:
    """Keep titles of columns different from one another."""
    seen: dict[str, int] = {}
    made = []
    for title in titles:
        seen[title] = seen.get(title, 0) + 1
        made.append(title if seen[title] == 1 else f"{title} ({seen[title]})")
    return made


def _code(mark: Mark | None) -> str:
    """Give the letter of a mark; "" where nothing is known."""
    return CODES.get(mark.presence, "") if mark else ""


def _time(minute: int | None) -> Cell:
    return Cell(None if minute is None else minute / DAY_MINUTES, Look.TIME)


def _totals(codes: list[str], row: int) -> Iterator[Cell]:
    where = row_range(row, FIRST_HALF_DAY_COLUMN, FIRST_HALF_DAY_COLUMN + max(1, len(codes)) - 1)
    for presence in COUNTED:
        code = CODES[presence]
        yield Cell(codes.count(code), Look.COUNT, f'=COUNTIF({where},"{code}")')
