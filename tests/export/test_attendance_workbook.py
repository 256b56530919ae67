from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from checklist_workbook import CHECKLIST, OpenBook
from export_samples import MADE, day_of_everything, people, small_workshop

from facilitator.agenda.model import Agenda
from facilitator.export.handover import BlockActual, Handover
from facilitator.export.jobs import ExportCancelledError
from facilitator.export.prepare import prepare
from facilitator.export.workbooks.attendance import plan_attendance
from facilitator.export.workbooks.cells import column_name, sheet_name
from facilitator.export.workbooks.writer import export_attendance
from facilitator.people.presence import minutes_present
from facilitator.people.roster import Mark, Person, Presence, Roster, Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOSTILE = ("=cmd|' /C calc'!A0", "+1+1", "-Smith", "@SUM(A1)", "\tTab", "O'Neill & <b>", "Zoë", "\x0bctl")


def handover(count: int = 4, names: tuple[str, ...] = (), *, run: bool = True) -> Handover:
    day = replace(day_of_everything(), split=615)
    crowd = (*people(count), *(Person(f"h{n}", "", name) for n, name in enumerate(names)))
    marks = [
        Mark(crowd[0].id, "day-1.am", Presence.HERE, minute_in=535),
        Mark(crowd[0].id, "day-1.pm", Presence.HERE),
        Mark(crowd[1].id, "day-1.am", Presence.LATE, minute_in=560, source=Source.LATER),
        Mark(crowd[1].id, "day-1.pm", Presence.HERE, minute_out=640),
        Mark(crowd[2].id, "day-1.am", Presence.EXCUSED),
        Mark(crowd[2].id, "day-1.pm", Presence.ABSENT),
    ]
    actuals = (BlockActual("open", 12), BlockActual("unit", 66)) if run else ()
    workshop = replace(small_workshop(), agenda=Agenda((day,)), roster=Roster(crowd, tuple(marks)))
    return prepare(workshop, MADE, actuals=actuals)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> OpenBook:
    path = tmp_path_factory.mktemp("book") / "attendance.xlsx"
    export_attendance(handover(names=HOSTILE), path)
    return OpenBook.read(path)


def rows(book: OpenBook, sheet: str, *, first: int = 4) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book.values[sheet].iter_rows(min_row=first)]


def test_that_a_workbook_passes_the_checklist(book: OpenBook) -> None:
    assert {item: found for item, check in CHECKLIST.items() if (found := check(book))} == {}


def test_that_there_is_a_sheet_to_sign_for_each_half_day_and_one_of_everything_else(book: OpenBook) -> None:
    assert book.values.sheetnames == [
        "Sign-in Tue 19 Jan am", "Sign-in Tue 19 Jan pm", "Presence", "Times", "Summary", "Plan and actual", "Legend"
    ]  # fmt: skip


def test_that_a_sheet_to_sign_says_what_a_record_of_attendance_has_to_say(book: OpenBook) -> None:
    text = "\n".join(str(cell.value) for row in book.values.worksheets[0].iter_rows() for cell in row if cell.value)
    for word in (
        "Organiser: Ruth Lindqvist · Meridian Group",
        "Purpose: Record of attendance",
        "From megaphone to movement",
        "Date: Tuesday 19 January 2027",
        "Place: Larkfield House, Room 4",
        "Time: 09:00 to 10:15",
        "Signature",
        "Time in",
        "Time out",
        "I confirm that everybody who signed",
        "Privacy: Ruth Lindqvist keeps names",
        "90 days",
    ):
        assert word in re.sub(r"\s+", " ", text), word


def test_that_presence_is_letters_with_totals_that_go_on_counting(book: OpenBook) -> None:
    shown = rows(book, "Presence")
    assert shown[0] == [
        "No.", "Name", "Tue 19 Jan am", "Tue 19 Jan pm", "Present", "Late", "Excused", "Absent", "Minutes", "Attended"
    ]  # fmt: skip
    by_name = {row[1]: row[2:] for row in shown[1:]}
    assert by_name["Family0001, Given1"][:6] == ["L", "P", 1, 1, 0, 0]
    assert by_name["Family0003, Given3"] == [None, None, 0, 0, 0, 0, 0, 0]
    formulas = [cell.value for cell in book.formulas["Presence"][5][4:8]]
    assert formulas == [f'=COUNTIF(C5:D5,"{code}")' for code in "PLEA"]


def test_that_every_cached_total_is_what_the_formula_gives(book: OpenBook) -> None:
    for row in book.formulas["Presence"].iter_rows(min_row=5):
        codes = [cell.value for cell in row[2:4]]
        cached = [book.values["Presence"][cell.coordinate].value for cell in row[4:8]]
        assert cached == [codes.count(code) for code in "PLEA"]


def test_that_minutes_and_percent_are_those_of_the_model(book: OpenBook) -> None:
    given = handover(names=HOSTILE)
    content = sum(half.content_minutes for half in given.half_days)
    by_name = {row[1]: row for row in rows(book, "Presence")[1:]}
    for person in given.workshop.roster.people[:4]:
        minutes = sum(
            minutes_present(given.workshop.roster.mark(person.id, half.id), half) for half in given.half_days
        )
        assert by_name[person.listed_name()][8:] == [minutes, 100 * minutes // content / 100]


def test_that_times_say_where_they_come_from(book: OpenBook) -> None:
    late = next(row for row in rows(book, "Times") if row[0] == "Family0001, Given1")
    assert [str(late[3]), late[6]] == ["9:20:00", "Entered later"]


def test_that_the_summary_counts_each_half_day(book: OpenBook) -> None:
    morning = rows(book, "Summary")[1]
    assert morning[4:] == [75, 12, 1, 1, 1, 0, 9, pytest.approx(2 / 12)]


def test_that_plan_stands_beside_actual_when_there_was_a_run(book: OpenBook) -> None:
    by_block = {row[2]: row[4:] for row in rows(book, "Plan and actual")[1:]}
    assert by_block["Welcome and agreements"] == [10, 12, 2]
    assert "Plan and actual" not in [sheet.name for sheet in plan_attendance(handover(run=False)).sheets]


def test_that_the_legend_says_codes_zone_and_time_of_export(book: OpenBook) -> None:
    legend = {row[0]: row[1] for row in rows(book, "Legend")}
    assert (legend["L"], legend["Time zone"], legend["Exported"]) == (
        "Late",
        "Europe/Vienna",
        "18 January 2027, 18:30 CET",
    )


def test_that_hostile_names_come_back_as_the_text_they_are(book: OpenBook) -> None:
    names = {row[1] for row in rows(book, "Presence")[1:]}
    assert {"=cmd|' /C calc'!A0", "+1+1", "-Smith", "@SUM(A1)", "Tab", "O'Neill & <b>", "Zoë", "ctl"} <= names
    sheets = [name for name in book.parts if name.startswith("xl/worksheets/sheet")]
    formulas = re.findall(rb"<f>(.*?)</f>", b"".join(book.parts[name] for name in sheets))
    assert not [formula for formula in formulas if b"cmd" in formula or b"SUM(A1)" in formula]


def test_that_nothing_but_names_and_times_of_people_goes_out(book: OpenBook) -> None:
    everything = b"".join(book.parts.values())
    assert b"@example.org" not in everything
    assert b"Sales</" not in everything


def test_that_a_cancelled_workbook_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"old")
    with pytest.raises(ExportCancelledError):
        export_attendance(handover(), tmp_path / "a.xlsx", cancelled=lambda: True)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.xlsx", b"old")]


def test_that_a_workshop_without_people_still_has_rows_to_sign(tmp_path: Path) -> None:
    empty = replace(handover(), workshop=replace(handover().workshop, roster=Roster()))
    export_attendance(empty, tmp_path / "a.xlsx")
    made = OpenBook.read(tmp_path / "a.xlsx")
    assert {item: found for item, check in CHECKLIST.items() if (found := check(made))} == {}


def test_that_the_open_xml_rules_hold_for_workbooks(book: OpenBook, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    (tmp_path / "a.xlsx").write_bytes(book.data)
    assert [str(error) for error in audit.OpenXmlValidator().validate(tmp_path / "a.xlsx").errors] == []


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_that_columns_are_named_as_excel_names_them(number: int, letters: str) -> None:
    assert column_name(number) == letters


def test_that_sheet_names_are_short_allowed_and_different() -> None:
    taken: set[str] = set()
    made = [sheet_name("Day 1/2: [a] very long name for a tab", taken) for _ in range(3)]
    assert len({name.casefold() for name in made}) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in made)


def edited(book: OpenBook, change: Callable[[Any], None]) -> OpenBook:
    """Break a workbook through openpyxl; it forgets cached values, which only C16 minds."""
    copy = openpyxl.load_workbook(io.BytesIO(book.data))
    change(copy)
    buffer = io.BytesIO()
    copy.save(buffer)
    return OpenBook(buffer.getvalue())


def with_part(book: OpenBook, name: str, data: bytes) -> OpenBook:
    buffer = io.BytesIO(book.data)
    with zipfile.ZipFile(buffer, "a") as file:
        file.writestr(name, data)
    return OpenBook(buffer.getvalue())


def put(sheet: str, cell: str, value: object, **look: Any) -> Callable[[Any], None]:
    def change(copy: Any) -> None:
        copy[sheet][cell].value = value
        for name, setting in look.items():
            setattr(copy[sheet][cell], name, setting)

    return change


def text(sheet: str, cell: str, value: str) -> Callable[[Any], None]:
    def change(copy: Any) -> None:
        copy[sheet][cell].value = value
        copy[sheet][cell].data_type = "s"

    return change


def setting(sheet: str, path: str, value: object) -> Callable[[Any], None]:
    def change(copy: Any) -> None:
        target = copy[sheet]
        *way, last = path.split(".")
        for name in way:
            target = getattr(target, name)
        setattr(target, last, value)

    return change


SIGN = "Sign-in Tue 19 Jan am"
BROKEN: list[tuple[str, Callable[[Any], None]]] = [
    ("B1", lambda copy: setattr(copy.properties, "creator", "root")),
    ("B2", lambda copy: setattr(copy["Times"], "title", "Sheet1")),
    ("B3", lambda copy: setattr(copy["Times"], "sheet_state", "veryHidden")),
    ("B4", lambda copy: copy.defined_names.add(openpyxl.workbook.defined_name.DefinedName("x", attr_text="#REF!"))),
    ("C1", put("Times", "B4", None)),
    ("C1", put("Times", "B4", "Name")),
    ("C2", setting("Times", "freeze_panes", None)),
    ("C3", setting("Times", "auto_filter.ref", None)),
    ("C4", setting("Times", "page_setup.paperSize", 1)),
    ("C4", setting("Times", "oddFooter.right.text", "")),
    ("C5", put("Times", "A5", '=HYPERLINK("http://x")')),
    ("C6", text("Legend", "B5", "=1+1")),
    ("C7", put("Times", "D5", "09:30")),
    ("C8", put("Times", "C5", MADE.replace(tzinfo=None), number_format="d.m.yy")),
    ("C9", put("Times", "F5", "75")),
    ("C10", lambda copy: setattr(copy["Times"].column_dimensions["A"], "width", 2)),
    ("C11", lambda copy: copy["Presence"].data_validations.dataValidation.clear()),
    ("C13", put("Times", "A5", "ZoÃ«")),
    ("C13", put("Times", "A5", " Ann ")),
    ("C14", lambda copy: copy["Times"].merge_cells("A5:B5")),
    ("C15", put("Times", "A5", "#REF!")),
    ("C16", put("Times", "A4", "Name")),
    ("C17", put(SIGN, "B11", "ann@example.org")),
    ("C18", lambda copy: setattr(copy[SIGN].row_dimensions[12], "height", 12)),
    ("C18", lambda copy: setattr(copy[SIGN].column_dimensions["C"], "width", 9)),
]


@pytest.mark.parametrize(("item", "change"), BROKEN, ids=[f"{item}-{n}" for n, (item, _) in enumerate(BROKEN)])
def test_that_the_checklist_notices_a_workbook_broken_on_purpose(
    book: OpenBook, item: str, change: Callable[[Any], None]
) -> None:
    assert CHECKLIST[item](edited(book, change)) != []


def test_that_the_checklist_notices_a_macro(book: OpenBook) -> None:
    assert CHECKLIST["A"](with_part(book, "xl/vbaProject.bin", b"x")) != []


def test_that_every_item_of_the_workbook_checklist_has_a_broken_workbook() -> None:
    assert {item for item, _ in BROKEN} | {"A"} == set(CHECKLIST)
