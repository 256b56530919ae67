"""Edits of the roster."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.foundation.records import Records
from facilitator.people.edits import (
    AddPeople,
    ChangePerson,
    ClearMark,
    PeopleEdit,
    PersonField,
    RemovePeople,
    RosterError,
    SetMark,
    SeveralPeopleEdits,
)
from facilitator.people.roster import Mark, Person, Presence, Roster, Source

RECORDS = Records(PeopleEdit)
JANE = Person("p1", "Jane", "Doe", "jane@example.org", department="Legal")
JOHN = Person("p2", "John", "Roe")
KIM = Person("p3", "Kim")
HERE = Mark("p1", "day-1.am", Presence.HERE, minute_in=541)
START = Roster(
    (JANE, JOHN, KIM), (HERE, Mark("p2", "day-1.am", Presence.EXCUSED), Mark("p1", "day-1.pm", Presence.ABSENT))
)

EVERY_EDIT: list[PeopleEdit] = [
    AddPeople((Person("p4", "Zoe"), Person("p5", "", "Poe"))),
    RemovePeople(("p1",)),
    RemovePeople(("p3", "p1")),
    ChangePerson("p1", PersonField.EMAIL, ""),
    ChangePerson("p3", PersonField.FAMILY_NAME, "Lee"),
    SetMark(Mark("p3", "day-1.am", Presence.LATE, minute_in=600, source=Source.LATER)),
    SetMark(Mark("p1", "day-1.am", Presence.ABSENT)),
    ClearMark("p1", "day-1.am"),
    SeveralPeopleEdits("Two", (ClearMark("p1", "day-1.pm"), SeveralPeopleEdits("One", (RemovePeople(("p2",)),)))),
]


def kept_and_read(edit: Any) -> PeopleEdit:
    plain = json.loads(json.dumps(RECORDS.to_plain(edit, PeopleEdit)))
    return cast(PeopleEdit, RECORDS.from_plain(plain, PeopleEdit))  # type: ignore[arg-type]


def titled(edit: PeopleEdit) -> str:
    return type(edit).__name__


@pytest.mark.parametrize("edit", EVERY_EDIT, ids=titled)
def test_that_the_inverse_of_an_edit_restores_the_roster(edit: PeopleEdit) -> None:
    after = edit.apply(START)
    back = kept_and_read(edit.inverse(START))
    assert after != START
    assert back.apply(after) == START
    assert back.inverse(after).apply(START) == after


@pytest.mark.parametrize("edit", EVERY_EDIT, ids=titled)
def test_that_an_edit_survives_the_journal(edit: PeopleEdit) -> None:
    assert kept_and_read(edit) == edit


@pytest.mark.parametrize("edit", EVERY_EDIT, ids=titled)
def test_that_a_label_names_nobody(edit: PeopleEdit) -> None:
    labels = edit.label() + edit.inverse(START).label()
    assert labels
    assert not [
        name
        for person in (*START.people, Person("p4", "Zoe"))
        for name in person.full_name().split()
        if name in labels
    ]


def test_that_every_kind_of_edit_is_tried_here() -> None:
    tried = {type(edit) for edit in EVERY_EDIT} | {type(edit.inverse(START)) for edit in EVERY_EDIT}
    assert tried == set(PeopleEdit.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "edit",
    [
        AddPeople((JANE,)),
        AddPeople((Person("p4", "A"), Person("p4", "B"))),
        AddPeople((Person("", "A"),)),
        AddPeople((Person("p4", " "),)),
        RemovePeople(("p9",)),
        ChangePerson("p9", PersonField.ROLE, "x"),
        ChangePerson("p3", PersonField.GIVEN_NAME, "  "),
        SetMark(Mark("p9", "day-1.am", Presence.HERE)),
        ClearMark("p3", "day-1.am"),
        SeveralPeopleEdits("Two", (RemovePeople(("p1",)), ClearMark("p1", "day-1.am"))),
    ],
    ids=titled,
)
def test_that_an_edit_that_does_not_fit_is_refused_without_naming_anybody(edit: PeopleEdit) -> None:
    with pytest.raises(RosterError) as refusal:
        edit.apply(START)
    assert refusal.value.way_out
    assert not [name for name in ("Jane", "Doe", "p9", "p4") if name in str(refusal.value)]


def test_that_removing_a_person_takes_their_marks_away() -> None:
    after = RemovePeople(("p1",)).apply(START)
    assert [mark.person_id for mark in after.marks] == ["p2"]


def test_that_there_is_one_mark_for_a_person_and_half_day() -> None:
    state = START
    for presence in Presence:
        state = SetMark(Mark("p1", "day-1.am", presence)).apply(state)
    assert [m.presence for m in state.marks if (m.person_id, m.half_day) == ("p1", "day-1.am")] == [Presence.ABSENT]


def test_that_typing_in_one_field_of_one_person_is_one_step() -> None:
    first = ChangePerson("p1", PersonField.ROLE, "A")
    assert first.merges_with(ChangePerson("p1", PersonField.ROLE, "An"))
    assert not first.merges_with(ChangePerson("p2", PersonField.ROLE, "An"))
    assert not first.merges_with(ChangePerson("p1", PersonField.NOTE, "An"))
    assert not SetMark(HERE).merges_with(SetMark(HERE))


ids = st.sampled_from(["p1", "p2", "p3", "p4", "p5"])
halves = st.sampled_from(["day-1.am", "day-1.pm"])
marks = st.builds(Mark, ids, halves, st.sampled_from(list(Presence)))
edits = st.one_of(
    st.builds(AddPeople, st.lists(st.builds(Person, ids, st.just("Zoe")), max_size=2).map(tuple)),
    st.builds(RemovePeople, st.lists(ids, max_size=2).map(tuple)),
    st.builds(ChangePerson, ids, st.sampled_from(list(PersonField)), st.text(max_size=3)),
    st.builds(SetMark, marks),
    st.builds(ClearMark, ids, halves),
)


@given(st.lists(edits, max_size=20))
def test_that_undoing_everything_gives_the_start_and_redoing_it_the_end(steps: list[PeopleEdit]) -> None:
    state, undo = START, []
    for edit in steps:
        try:
            after = edit.apply(state)
        except RosterError:
            continue
        undo.append(edit.inverse(state))
        state = after
    end, redo = state, []
    for back in reversed(undo):
        redo.append(back.inverse(state))
        state = back.apply(state)
    assert state == START
    for again in reversed(redo):
        state = again.apply(state)
    assert state == end
