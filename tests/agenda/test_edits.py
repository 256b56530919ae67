"""Edits of an agenda: what each does, refuses and takes back; cases 16, 30, 36, 46 and 48."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from agenda_builders import agenda, block, breakout, clock, day, section, strand
from agenda_journal import as_json, kept_and_read

from facilitator.agenda.day_fields import SetDayField
from facilitator.agenda.edits import (
    Add,
    AddDay,
    AddStrand,
    AgendaEdit,
    DropDay,
    DropStrand,
    Duplicate,
    Move,
    MoveDay,
    Park,
    Remove,
    RemoveDay,
    RemoveStrand,
    Rename,
    ReplaceAgenda,
    ReplaceUnit,
    RestoreDay,
    RestoreStrand,
    SetDayDate,
    SetDayLabel,
    SetDayNote,
    SetDayRoom,
    SetDaySplit,
    SetDayStart,
    SetDayTargetEnd,
    SetHelpers,
    SetHidden,
    SetKind,
    SetLead,
    SetMinutes,
    SetNote,
    SetPin,
    SetPriority,
    SetRange,
    SetRoom,
    SetTransition,
    SetZone,
    Several,
    Unpark,
    Unwrap,
    Wrap,
    add_all,
    move_together,
    split_block,
    squeeze_by,
)
from facilitator.agenda.fields import SetField, ValueRefusedError
from facilitator.agenda.model import Agenda, Block, Breakout, Priority, Section, all_blocks
from facilitator.agenda.places import EditError, NotThereError, Place, PlaceError, find, place_of
from facilitator.agenda.squeezing import SplitError
from facilitator.agenda.wall import UnknownZoneError
from facilitator.curriculum.unit import Kind
from facilitator.foundation.errors import FacilitatorError

START = agenda(
    day(
        block("a", 30, lead="Mia", note="private"),
        block("b", 45, "10:00", min_minutes=30, max_minutes=60),
        section("s", block("c", 20), block("d", 25)),
        breakout("k", strand("x", block("e", 40), lead="Jo"), strand("y", block("f", 20), block("g", 20))),
        end="12:00",
    ),
    day(block("h", 60), id="day-2", start="13:00", date=dt.date(2026, 5, 5)),
    parked=(block("p", 15), section("q", block("r", 5))),
)

EVERY_EDIT: list[AgendaEdit] = [
    Add(block("new", 10), Place("day-1", "", 1)),
    Add(section("new", block("n1", 5)), Place("day-2")),
    Add(breakout("new", strand("n1", block("n2", 5))), Place("")),
    Remove("b"),
    Remove("k"),
    Move("a", Place("day-2", "", 1)),
    Move("h", Place("day-1", "y", 1)),
    Move("c", Place("day-1")),
    Move("s", Place("day-2", "", 0)),
    Park("g"),
    Park("k"),
    Unpark("p", Place("day-1", "s", 0)),
    Unpark("q", Place("day-2", "", 0)),
    Duplicate("b", ("b2",)),
    Duplicate("k", ("k2", "x2", "e2", "y2", "f2", "g2")),
    Wrap("new", "Morning", ("a", "b"), clock("09:30")),
    Unwrap("s"),
    Unwrap("q"),
    AddStrand("k", strand("z", block("n", 5)), 1),
    DropStrand("x"),
    RemoveStrand("y"),
    AddDay(day(block("n", 5), id="day-3"), 1),
    DropDay("day-1"),
    RemoveDay("day-1"),
    MoveDay("day-1", 1),
    SetZone("Asia/Tokyo"),
    SetMinutes("a", 40),
    SetMinutes("p", 0),
    SetPin("a", clock("09:10")),
    SetPin("b", None),
    SetPin("s", clock("11:00")),
    Rename("y", "Team two"),
    Rename("k", "Clinics"),
    SetLead("a", "Jo"),
    SetLead("x", ""),
    SetHelpers("a", ("Jo", "Kim")),
    SetRoom("y", "Garden room"),
    SetPriority("a", Priority.MUST),
    SetNote("a", ""),
    SetHidden("a", True),
    SetKind("a", Kind.BREAK),
    SetTransition("a", 5),
    SetRange("b", 20, 90),
    ReplaceUnit("a", "D06", "Answering complaints", 50, 40, 75),
    SetDayStart("day-1", clock("08:30")),
    SetDayTargetEnd("day-1", None),
    SetDayLabel("day-1", "Part one"),
    SetDayDate("day-2", None),
    SetDaySplit("day-1", clock("12:30")),
    SetDayRoom("day-1", "Hall"),
    SetDayNote("day-1", "bring keys"),
    Several("Two things", (Park("a"), Several("One thing", (SetMinutes("a", 5),)))),
    ReplaceAgenda(agenda(day(id="other"))),
]


def titled(edit: AgendaEdit) -> str:
    return type(edit).__name__


@pytest.mark.parametrize("edit", EVERY_EDIT, ids=titled)
def test_that_an_edit_changes_the_agenda_and_its_inverse_restores_it(edit: AgendaEdit) -> None:
    after = edit.apply(START)
    assert after != START
    assert as_json(edit.inverse(START).apply(after)) == as_json(START)


@pytest.mark.parametrize("edit", EVERY_EDIT, ids=titled)
def test_that_the_inverse_of_an_inverse_does_it_again(edit: AgendaEdit) -> None:
    after = edit.apply(START)
    back = edit.inverse(START)
    assert back.inverse(after).apply(START) == after


@pytest.mark.parametrize("edit", EVERY_EDIT, ids=titled)
def test_that_an_edit_survives_the_journal(edit: AgendaEdit) -> None:
    assert kept_and_read(edit) == edit
    assert kept_and_read(edit.inverse(START)) == edit.inverse(START)  # type: ignore[arg-type]


@pytest.mark.parametrize("edit", EVERY_EDIT, ids=titled)
def test_that_an_edit_says_what_it_does_without_the_words_of_the_agenda(edit: AgendaEdit) -> None:
    assert edit.label()
    assert "private" not in edit.label()
    assert "Mia" not in edit.label()


def test_that_every_kind_of_edit_is_tried_here() -> None:
    tried = {type(edit) for edit in EVERY_EDIT} | {type(edit.inverse(START)) for edit in EVERY_EDIT}
    assert tried == set(AgendaEdit.__args__)  # type: ignore[attr-defined]


def blocks_of_all(state: Agenda) -> list[str]:
    return sorted(found.id for found in all_blocks(state, parked=True))


@pytest.mark.parametrize(
    "edit",
    [
        e
        for e in EVERY_EDIT
        if isinstance(e, Move | Park | Unpark | Wrap | Unwrap | RemoveDay | RemoveStrand | MoveDay)
    ],
    ids=titled,
)
def test_that_moving_loses_and_doubles_nothing__cases_30_and_48(edit: AgendaEdit) -> None:
    assert blocks_of_all(edit.apply(START)) == blocks_of_all(START)


@pytest.mark.parametrize(
    ("item_id", "to"),
    [
        ("s", Place("day-1", "x")),
        ("k", Place("day-1", "s")),
        ("s", Place("day-1", "s")),
        ("k", Place("day-1", "y")),
        ("a", Place("day-1", "", 99)),
        ("a", Place("day-1", "", -2)),
        ("a", Place("day-9")),
        ("a", Place("day-1", "k")),
        ("a", Place("day-1", "b")),
        ("a", Place("day-2", "s")),
        ("nobody", Place("day-1")),
        ("x", Place("day-1")),
    ],
)
def test_that_an_odd_drop_is_refused_in_words__case_48(item_id: str, to: Place) -> None:
    with pytest.raises(EditError) as refusal:
        Move(item_id, to).apply(START)
    assert refusal.value.happened
    assert refusal.value.way_out


def test_that_a_parked_block_keeps_everything__case_30() -> None:
    parked = Park("a").apply(START)
    assert parked.parked[-1] == find(START, "a")
    assert Unpark("a", Place("day-2", "", 1)).apply(parked).days[1].items[1] == find(START, "a")


def test_that_removing_a_day_parks_its_blocks_with_their_pins__case_30() -> None:
    after = RemoveDay("day-1").apply(START)
    assert [item.id for item in after.parked] == ["p", "q", "a", "b", "s", "k"]
    kept = find(after, "b")
    assert isinstance(kept, Block)
    assert kept.pin == clock("10:00")


def test_that_a_move_keeps_the_pin_and_a_copy_has_none__case_46() -> None:
    moved = Move("b", Place("day-2")).apply(START)
    copied = Duplicate("b", ("b2",)).apply(START)
    assert [item.pin for item in moved.days[1].items] == [None, clock("10:00")]
    assert [(item.id, item.pin) for item in copied.days[0].items[1:3]] == [("b", clock("10:00")), ("b2", None)]


def test_that_the_copy_of_a_section_has_no_pins_inside__case_46() -> None:
    state = SetPin("s", 600).apply(SetPin("c", 610).apply(START))
    copy = Duplicate("s", ("s2", "c2", "d2")).apply(state).days[0].items[3]
    assert isinstance(copy, Section)
    assert (copy.pin, [(b.id, b.pin) for b in copy.children]) == (None, [("c2", None), ("d2", None)])


@pytest.mark.parametrize("ids", [(), ("a",), ("n1", "n2"), ("",)])
def test_that_a_copy_with_taken_or_missing_ids_is_refused__case_46(ids: tuple[str, ...]) -> None:
    with pytest.raises(PlaceError):
        Duplicate("a", ids).apply(START)


@pytest.mark.parametrize(
    "new", [block("a", 5), block("day-1", 5), block("", 5), section("n", block("r", 5)), section("n", block("n", 5))]
)
def test_that_an_id_is_never_given_twice__case_47(new: Block) -> None:
    with pytest.raises(PlaceError):
        Add(new, Place("day-1")).apply(START)


@pytest.mark.parametrize(
    "edit",
    [
        SetMinutes("a", -1),
        SetMinutes("a", 1441),
        SetTransition("a", -1),
        SetRange("a", -1, 5),
        SetRange("a", 10, 5),
        SetRange("a", 10, 2000),
        SetPin("a", -1),
        SetPin("a", 2880),
        SetDayStart("day-1", -1),
        SetDayTargetEnd("day-1", 9999),
        SetDaySplit("day-1", -5),
        ReplaceUnit("a", "D06", "t", -5),
    ],
    ids=titled,
)
def test_that_a_value_outside_its_field_is_refused__cases_16_and_18(edit: AgendaEdit) -> None:
    with pytest.raises(ValueRefusedError) as refusal:
        edit.apply(START)
    assert "Type" in refusal.value.way_out or "Exchange" in refusal.value.way_out


def test_that_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UnknownZoneError):
        SetZone("Mars/Olympus").apply(START)


@pytest.mark.parametrize(
    "edit",
    [
        SetMinutes("s", 5),
        SetMinutes("nobody", 5),
        SetPin("x", 600),
        SetLead("s", "Mia"),
        SetRange("k", 1, 2),
        Unwrap("k"),
        RemoveStrand("s"),
        AddStrand("s", strand("z")),
        RemoveDay("nobody"),
        SetDayLabel("a", "x"),
    ],
    ids=titled,
)
def test_that_an_edit_of_what_cannot_take_it_is_refused(edit: AgendaEdit) -> None:
    with pytest.raises(NotThereError):
        edit.apply(START)
    with pytest.raises(FacilitatorError):
        edit.inverse(START).apply(edit.apply(START))


@pytest.mark.parametrize("ids", [(), ("a", "s"), ("b", "a"), ("a", "h"), ("c", "d"), ("k",)])
def test_that_only_neighbouring_blocks_become_a_section(ids: tuple[str, ...]) -> None:
    with pytest.raises(PlaceError):
        Wrap("new", "Morning", ids).apply(START)


def test_that_an_empty_section_can_be_dissolved_and_brought_back() -> None:
    state = Add(section("empty", pin="11:00"), Place("day-2", "", 0)).apply(START)
    edit = Unwrap("empty")
    assert edit.apply(state) == START
    assert edit.inverse(state).apply(START) == state


def test_that_typing_minutes_of_one_block_is_one_step_and_of_two_is_two() -> None:
    assert SetMinutes("a", 4).merges_with(SetMinutes("a", 45))
    assert Rename("a", "T").merges_with(Rename("a", "Te"))
    assert not SetMinutes("a", 4).merges_with(SetMinutes("b", 45))
    assert not SetMinutes("a", 4).merges_with(Rename("a", "T"))
    assert not Park("a").merges_with(Park("a"))
    assert not SetPin("a", 540).merges_with(SetPin("a", 600))
    assert SetRange("a", 1, 2).merges_with(SetRange("a", 1, 3))


def test_that_several_edits_are_all_or_nothing() -> None:
    both = Several("Two", (Park("a"), SetMinutes("nobody", 5)))
    with pytest.raises(NotThereError):
        both.apply(START)
    assert both.label() == "Two"


@pytest.mark.parametrize("index", [1, -1])
def test_that_many_items_are_added_in_their_order(index: int) -> None:
    edit = add_all([block("n1", 5), block("n2", 5)], Place("day-1", "", index))
    after = edit.apply(START)
    ids = [item.id for item in after.days[0].items]
    at = 1 if index == 1 else 4
    assert ids[at : at + 2] == ["n1", "n2"]
    assert edit.inverse(START).apply(after) == START


@pytest.mark.parametrize(
    ("moved", "to", "line"),
    [
        (("a", "b"), Place("day-1", "", 3), "s a b k"),
        (("b", "s"), Place("day-1", "", 0), "b s a k"),
        (("k", "a"), Place("day-1", "", 2), "b k a s"),
        (("a", "s"), Place("day-1"), "b k a s"),
        (("p", "a"), Place("day-1", "", 2), "b p a s k"),
        (("c", "h"), Place("day-1", "", 1), "a c h b s k"),
    ],
)
def test_that_items_dropped_together_stand_together(moved: tuple[str, ...], to: Place, line: str) -> None:
    edit = move_together(START, moved, to)
    after = edit.apply(START)
    assert [item.id for item in after.days[0].items] == line.split()
    assert blocks_of_all(after) == blocks_of_all(START)
    assert edit.inverse(START).apply(after) == START


def test_that_parked_items_can_be_put_in_order_together() -> None:
    after = move_together(START, ["a", "p"], Place("")).apply(START)
    assert [item.id for item in after.parked] == ["q", "a", "p"]


def test_that_a_split_is_one_step_and_keeps_its_place__case_36() -> None:
    edit = split_block(START, "g", 5, "g2")
    after = edit.apply(START)
    owner = after.days[0].items[3]
    assert isinstance(owner, Breakout)
    assert [(b.id, b.minutes) for b in owner.strands[1].children] == [("f", 20), ("g", 5), ("g2", 15)]
    assert edit.inverse(START).apply(after) == START
    with pytest.raises(SplitError):
        split_block(START, "g", 20, "g2")


def test_that_a_squeeze_is_one_step_and_leaves_rigid_blocks_alone__case_32() -> None:
    blocks = [b for b in all_blocks(START) if b.id in {"a", "b"}]
    edit = squeeze_by(blocks, 10)
    assert edit.edits == (SetMinutes("b", 35),)
    assert edit.inverse(START).apply(edit.apply(START)) == START


def test_that_places_are_told_with_their_container() -> None:
    assert [place_of(START, name) for name in ("b", "d", "g", "r")] == [
        Place("day-1", "", 1),
        Place("day-1", "s", 1),
        Place("day-1", "y", 1),
        Place("", "q", 0),
    ]


def test_that_unknown_fields_of_a_block_survive_edits() -> None:
    state = replace(START, parked=(block("p", 15, extra={"colour": "red"}),))
    after = Unpark("p", Place("day-2")).apply(SetMinutes("p", 20).apply(state))
    moved = find(after, "p")
    assert isinstance(moved, Block)
    assert dict(moved.extra) == {"colour": "red"}


def test_that_only_what_is_parked_can_be_brought_back() -> None:
    with pytest.raises(NotThereError):
        RestoreDay(day(id="day-3"), 0, ("a",)).apply(START)
    with pytest.raises(PlaceError):
        RestoreStrand("k", strand("z"), 0, ("q",)).apply(START)
    with pytest.raises(NotThereError):
        RestoreStrand("k", strand("z"), 0, ("nobody",)).inverse(START)


def test_that_edits_of_the_days_say_what_they_do() -> None:
    labels = [edit.label() for edit in (RestoreDay(day(id="n"), 0, ()), RestoreStrand("k", strand("z"), 0, ()))]
    assert labels == ["Bring the day back", "Bring the strand back"]


def test_that_the_base_edits_are_no_members_of_the_journal() -> None:
    assert not {SetField, SetDayField} & set(AgendaEdit.__args__)  # type: ignore[attr-defined]
