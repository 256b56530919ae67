from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from export_samples import MADE, day_of_everything, real_handover, small_handover, small_workshop

from facilitator.agenda.model import Agenda, Block, Breakout, Day
from facilitator.curriculum.text import ItemList, plain, plain_lines
from facilitator.curriculum.unit import Kind
from facilitator.export.deck.outline import plan_deck
from facilitator.export.deck.slides import DeckPlan, Role, SlideSpec
from facilitator.export.prepare import prepare


@pytest.fixture(scope="module")
def plan() -> DeckPlan:
    return plan_deck(small_handover())


def slide(plan: DeckPlan, slide_id: str) -> SlideSpec:
    return next(spec for spec in plan.slides if spec.id == slide_id)


def roles_of(plan: DeckPlan, block_id: str) -> list[Role]:
    return [spec.role for spec in plan.slides if spec.block_id == block_id]


def with_day(day: Day) -> DeckPlan:
    return plan_deck(prepare(replace(small_workshop(), agenda=Agenda((day,))), MADE))


def test_that_the_title_slide_says_client_title_date_place_and_trainer(plan: DeckPlan) -> None:
    title = plan.slides[0]
    assert title.role is Role.TITLE
    assert (title.title, title.label, title.figure) == (
        "From megaphone to movement",
        "Meridian Group",
        "Ana Ferreira",
    )
    assert plain(title.body) == "Tuesday 19 January 2027 · Larkfield House, Room 4"


def test_that_the_agenda_lists_start_times_without_hidden_blocks_and_slack(plan: DeckPlan) -> None:
    assert plain_lines(slide(plan, "agenda.day-1").body) == (
        "09:00\tWelcome and agreements",
        "09:10\tA unit with everything in it",
        "10:15\tCoffee",
        "10:30\tClinics",
        "Service · Room 1",
        "Sales · Room 2",
        "11:05\tClose and commitments",
    )


def test_that_every_line_of_the_agenda_jumps_to_the_slide_of_its_block(plan: DeckPlan) -> None:
    assert slide(plan, "agenda.day-1").jumps == (
        "open.first", "unit.first", "coffee.first", "clinics.first", "c1.first", "c2.first", "close.first"
    )  # fmt: skip


def test_that_a_long_day_gets_an_agenda_in_two_columns() -> None:
    blocks = tuple(Block(f"b{n}", Kind.INPUT, f"Talk {n}", 20) for n in range(14))
    agenda = with_day(Day("d", "Day 1", 540, blocks)).slides[1]
    assert agenda.role is Role.AGENDA_COLUMNS
    assert [len(plain_lines(agenda.body)), len(plain_lines(agenda.second))] == [7, 7]


def test_that_every_day_has_an_agenda_of_its_own() -> None:
    days = tuple(
        replace(day_of_everything(), id=f"d{n}", label=f"Day {n}", items=(Block(f"b{n}", Kind.INPUT, "Talk", 30),))
        for n in (1, 2)
    )
    made = plan_deck(prepare(replace(small_workshop(), agenda=Agenda(days)), MADE))
    assert [spec.title for spec in made.slides if spec.role is Role.AGENDA] == ["Agenda: Day 1", "Agenda: Day 2"]


def test_that_a_unit_brings_the_layouts_of_its_steps_in_order(plan: DeckPlan) -> None:
    assert roles_of(plan, "unit") == [
        Role.SECTION, Role.CONTENT, Role.STATEMENT, Role.COLUMNS, Role.QUOTE, Role.TABLE, Role.CHART_BELOW,
        Role.EXERCISE, Role.EXERCISE, Role.EXERCISE, Role.DEBRIEF, Role.DISCUSSION,
    ]  # fmt: skip


def test_that_an_exercise_shows_its_prompt_minutes_and_grouping(plan: DeckPlan) -> None:
    task = slide(plan, "unit.1.task0")
    assert plain(task.body).startswith("Move a card only by writing")
    assert (task.figure, task.label) == ("25 min", "Exercise · In groups of 4")


def test_that_timed_parts_are_slides_with_their_own_minutes(plan: DeckPlan) -> None:
    parts = [slide(plan, f"unit.1.part{n}") for n in (0, 1)]
    assert [(part.title, part.figure, part.label) for part in parts] == [
        ("First round", "10 min", "Exercise · step 1 of 2"),
        ("Second round", "15 min", "Exercise · step 2 of 2"),
    ]


def test_that_a_debrief_numbers_its_questions(plan: DeckPlan) -> None:
    body = slide(plan, "unit.2.questions").body
    assert isinstance(body[0], ItemList)
    assert body[0].ordered
    assert len(body[0].items) == 2


def test_that_a_break_says_when_to_be_back_and_what_comes_then(plan: DeckPlan) -> None:
    pause = slide(plan, "coffee.first")
    assert (pause.role, pause.title, pause.label, plain(pause.body)) == (
        Role.BREAK, "Back at 10:30", "Coffee", "Then: Clinics"
    )  # fmt: skip


def test_that_on_several_days_a_break_says_which_day_it_is() -> None:
    first, second = day_of_everything(), replace(day_of_everything(), id="day-2", label="Day 2")
    made = plan_deck(prepare(replace(small_workshop(), agenda=Agenda((first, second))), MADE))
    titles = [spec.title for spec in made.slides if spec.role is Role.BREAK]
    assert titles == ["Back at 10:30 (day 1)", "Back at 10:30 (day 2)"]


def test_that_a_breakout_names_its_strands_and_then_who_goes_where(plan: DeckPlan) -> None:
    assert plain(slide(plan, "clinics.first").body) == "Service · Sales"
    rooms = slide(plan, "clinics.rooms")
    assert (rooms.title, plain_lines(rooms.body)) == ("Who goes where", ("Service · Room 1", "Sales · Room 2"))


def test_that_a_breakout_without_rooms_and_leads_has_one_slide() -> None:
    day = day_of_everything()
    bare = [
        replace(item, strands=tuple(replace(strand, room="") for strand in item.strands))
        if isinstance(item, Breakout)
        else item
        for item in day.items
    ]
    assert len(roles_of(with_day(replace(day, items=tuple(bare))), "clinics")) == 1


def test_that_the_closing_slide_takes_away_one_point_of_each_unit(plan: DeckPlan) -> None:
    closing = plan.slides[-1]
    assert (closing.role, plain(closing.body)) == (Role.CLOSING, "What is written once is told in many ways.")


def test_that_notes_hold_time_materials_instructions_and_key(plan: DeckPlan) -> None:
    first, task = plain(slide(plan, "unit.first").notes), plain(slide(plan, "unit.1.task0").notes)
    assert "TIME 09:10–10:10, 60 min" in first
    assert "16 cards for each group" in first
    assert "TIME 09:25–09:50, 25 min · Exercise · In groups of 4" in task
    assert task.index("Take the cards.") < task.index("SENTINELKEY")


def test_that_what_the_trainer_says_is_bold_where_it_was_bold(plan: DeckPlan) -> None:
    first = slide(plan, "open.first").notes[1]
    assert [(span.text, span.strong) for span in first.spans] == [("SAY", True), (" Good morning.", False)]  # type: ignore[union-attr]


def test_that_a_copy_for_participants_has_no_notes_and_nothing_hidden() -> None:
    copy = plan_deck(small_handover(), notes=False)
    assert all(spec.notes == () for spec in copy.slides)
    assert not [spec for spec in copy.slides if spec.block_id == "secret"]


def test_that_sections_follow_the_agenda_and_hold_every_slide_once(plan: DeckPlan) -> None:
    assert [section.title for section in plan.sections][:4] == [
        "Start", "Agenda", "09:00 Welcome and agreements", "09:10 A unit with everything in it"
    ]  # fmt: skip
    assert [i for section in plan.sections for i in section.slide_ids] == [spec.id for spec in plan.slides]


def test_that_another_audience_gets_another_deck() -> None:
    titles = {
        name: {spec.title for spec in plan_deck(real_handover(name)).slides} for name in ("executives", "legal")
    }
    assert titles["executives"] - titles["legal"]
    assert titles["legal"] - titles["executives"]


def test_that_a_workshop_without_anything_still_has_a_title_slide() -> None:
    empty = replace(small_workshop(), agenda=Agenda(), brief=replace(small_workshop().brief, title="", date=None))
    made = plan_deck(prepare(empty, dt.datetime(2027, 1, 1, tzinfo=dt.UTC)))
    assert [spec.title for spec in made.slides] == ["Workshop"]
