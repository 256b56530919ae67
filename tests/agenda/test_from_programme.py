"""An agenda made of a programme."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import TYPE_CHECKING, Any

from agenda_builders import VIENNA, clock

from facilitator.agenda.from_programme import agenda_from
from facilitator.agenda.model import Block, Breakout, Priority, all_blocks
from facilitator.agenda.places import nodes
from facilitator.agenda.schedule import lay_out
from facilitator.agenda.slots import Verdict
from facilitator.curriculum.programme import PlannedBlock, PlannedStrand, Programme, ProgrammePart
from facilitator.curriculum.unit import Kind, Minutes, Unit

if TYPE_CHECKING:
    from facilitator.agenda.model import Agenda

UNITS = {
    "F01": Unit("F01", "What the room knows", "", Minutes(10, 15, 30), ()),
    "D06": Unit("D06", "Answering in public", "", Minutes(45, 60, 90), ()),
}
MORNING = (
    PlannedBlock(Kind.OPENING, 10, "Welcome"),
    PlannedBlock(Kind.UNIT, 20, unit_id="F01", note="Offer tea first."),
    PlannedBlock(Kind.BREAK, 15),
    PlannedBlock(
        Kind.UNIT,
        60,
        "Clinics",
        strands=(
            PlannedStrand("Service", (PlannedBlock(Kind.UNIT, 60, unit_id="D06"),)),
            PlannedStrand("Legal", (PlannedBlock(Kind.UNIT, 40, unit_id="gone"),)),
        ),
    ),
)
LUNCH = (PlannedBlock(Kind.MEAL, 60), PlannedBlock(Kind.UNIT, 120, unit_id="D06"), PlannedBlock(Kind.BUFFER, 10))


def made(*rows: tuple[PlannedBlock, ...], **wishes: Any) -> Agenda:
    parts = tuple(ProgrammePart(f"Part {n}", 540, 180, blocks) for n, blocks in enumerate(rows, 1))
    ids = count(1)
    plain: dict[str, Any] = {"date": None, "start": None, "target_end": None, "zone": VIENNA}
    programme = Programme("G2", "Session", "", ("executives",), parts)
    return agenda_from(programme, UNITS, new_id=lambda: f"id-{next(ids)}", **{**plain, **wishes})


def blocks(agenda: Agenda) -> list[Block]:
    return list(all_blocks(agenda))


def test_that_each_part_is_a_day_with_its_own_start_and_target() -> None:
    agenda = made(MORNING, LUNCH)
    assert [(d.label, d.start, d.target_end) for d in agenda.days] == [("Part 1", 540, 720), ("Part 2", 540, 720)]
    assert agenda.zone == VIENNA


def test_that_every_item_has_an_id_of_its_own() -> None:
    agenda = made(MORNING, LUNCH)
    ids = [node.id for node in nodes(agenda)] + [d.id for d in agenda.days]
    assert len(ids) == len(set(ids))


def test_that_the_wishes_of_the_brief_come_first() -> None:
    agenda = made(MORNING, LUNCH, date=dt.date(2026, 5, 30), start=clock("08:30"), target_end=clock("12:00"))
    assert [(d.date, d.start, d.target_end) for d in agenda.days] == [
        (dt.date(2026, 5, 30), 510, 720),
        (dt.date(2026, 5, 31), 510, 720),
    ]


def test_that_a_unit_block_takes_its_title_and_limits_from_the_unit() -> None:
    unit = blocks(made(MORNING))[1]
    assert (unit.kind, unit.title, unit.unit_id, unit.note) == (
        Kind.UNIT, "What the room knows", "F01", "Offer tea first.",
    )  # fmt: skip
    assert (unit.min_minutes, unit.minutes, unit.max_minutes) == (10, 20, 30)


def test_that_the_limits_hold_a_length_the_unit_did_not_expect() -> None:
    stretched = blocks(made(LUNCH))[1]
    assert (stretched.min_minutes, stretched.minutes, stretched.max_minutes) == (45, 120, 120)


def test_that_a_unit_that_is_not_there_is_kept_as_a_rigid_block() -> None:
    gone = blocks(made(MORNING))[-1]
    assert (gone.title, gone.min_minutes, gone.minutes, gone.max_minutes) == ("gone", 40, 40, 40)


def test_that_strands_become_a_breakout() -> None:
    item = made(MORNING).days[0].items[3]
    assert isinstance(item, Breakout)
    assert (item.title, [(s.title, len(s.children)) for s in item.strands]) == (
        "Clinics",
        [("Service", 1), ("Legal", 1)],
    )


def test_that_breaks_and_meals_can_give_but_stay_useful() -> None:
    rows = (
        PlannedBlock(Kind.BREAK, 15),
        PlannedBlock(Kind.BREAK, 5),
        PlannedBlock(Kind.MEAL, 60),
        PlannedBlock(Kind.MEAL, 20),
    )
    found = blocks(made(rows))
    assert [b.min_minutes for b in found] == [10, 5, 40, 20]
    assert all(b.max_minutes >= b.minutes for b in found)
    assert [(b.title, b.priority) for b in found[1:3]] == [("Break", Priority.MUST), ("Lunch", Priority.MUST)]


def test_that_a_buffer_can_go_whole_and_is_not_shown() -> None:
    buffer = blocks(made(LUNCH))[2]
    assert (buffer.min_minutes, buffer.hidden, buffer.title) == (0, True, "Buffer")


def test_that_a_day_with_lunch_is_split_where_people_are_back() -> None:
    assert [d.split for d in made(MORNING, (MORNING[0], *LUNCH)).days] == [None, clock("10:10")]


def test_that_a_day_that_ends_with_a_meal_has_one_half() -> None:
    assert made((MORNING[0], LUNCH[0])).days[0].split is None


def test_that_a_programme_that_fits_is_laid_out_as_fitting() -> None:
    day = made(MORNING).days[0]
    assert lay_out(day).verdict in {Verdict.ALWAYS, Verdict.PLANNED}
