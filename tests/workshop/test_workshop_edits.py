"""Edits of a workshop: each can be taken back, and each survives the journal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workshop_bench import StillClock, small_workshop

from facilitator.agenda.edits import Park, Rename, SetMinutes
from facilitator.people.edits import AddPeople, ChangePerson, PersonField, RemovePeople, SetMark
from facilitator.people.roster import Mark, Person, Presence, Roster
from facilitator.workshop.edits import (
    DropUnits,
    EditAgenda,
    EditPeople,
    SetBrief,
    SetUnits,
    Several,
    TakeUnits,
    WorkshopEdit,
)
from facilitator.workshop.journal import Journal
from facilitator.workshop.model import Brief, UnitCopy, Workshop
from facilitator.workshop.plain import WorkshopRecords
from facilitator.workshop.state import Change, Edited
from facilitator.workshop.texts import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORDS = WorkshopRecords()


def unit_copy(unit_id: str, source: str = "text") -> UnitCopy:
    return UnitCopy(unit_id, "pack", "1", source, digest_of(source))


def full_workshop() -> Workshop:
    people = (Person("p1", "Maria", "Gruber"), Person("p2", "Jo"))
    marks = (Mark("p1", "d1.am", Presence.HERE),)
    return replace(small_workshop(), roster=Roster(people, marks), units=(unit_copy("F01"), unit_copy("F02", "x")))


EDITS: Mapping[str, WorkshopEdit] = {
    "agenda": EditAgenda(Rename("b1", "Hello")),
    "length": EditAgenda(SetMinutes("b2", 50)),
    "park": EditAgenda(Park("b1")),
    "add people": EditPeople(AddPeople((Person("p3", "Ann", note="vegetarian? no: private"),))),
    "change person": EditPeople(ChangePerson("p1", PersonField.EMAIL, "m@example.org")),
    "remove people": EditPeople(RemovePeople(("p1",))),
    "mark": EditPeople(SetMark(Mark("p2", "d1.am", Presence.LATE, 555, note="train"))),
    "brief": SetBrief(Brief(client="Bolt"), "client"),
    "take units": TakeUnits((unit_copy("F02", "newer"), unit_copy("F03"))),
    "drop units": DropUnits(("F01", "F09")),
    "set units": SetUnits(()),
    "several": Several(
        "Both", (EditAgenda(Rename("b1", "x")), EditPeople(RemovePeople(("p1",))), DropUnits(("F01",)))
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_that_the_inverse_restores_the_workshop(name: str) -> None:
    edit, before = EDITS[name], full_workshop()
    after = edit.apply(before)
    assert after != before
    assert edit.inverse(before).apply(after) == before
    assert edit.label()


@pytest.mark.parametrize("name", EDITS)
def test_that_an_edit_and_its_inverse_survive_the_journal(name: str) -> None:
    before = full_workshop()
    change = Change(EDITS[name], EDITS[name].inverse(before))
    journal = Journal(RECORDS, {})
    entry = journal.entry(1, StillClock().now(), Edited(change))
    private = {text.slot: text.value for text in entry.private}
    assert journal.happening(entry.event, lambda _seq: private) == Edited(change)


@pytest.mark.parametrize("name", ["add people", "change person", "remove people", "mark", "several"])
def test_that_words_about_people_are_not_in_the_body(name: str) -> None:
    change = Change(EDITS[name], EDITS[name].inverse(full_workshop()))
    entry = Journal(RECORDS, {}).entry(1, StillClock().now(), Edited(change))
    for text in ("Maria", "Gruber", "Ann", "vegetarian", "m@example.org", "train"):
        assert text not in entry.event.body
    assert entry.private


def test_that_a_presence_mark_is_whole_without_its_private_words() -> None:
    mark = Mark("p2", "d1.am", Presence.HERE, 541, 700)
    change = Change(EditPeople(SetMark(mark)), EDITS["mark"].inverse(full_workshop()))
    entry = Journal(RECORDS, {}).entry(1, StillClock().now(), Edited(change))
    assert Journal(RECORDS, {}).happening(entry.event, lambda _seq: {}) == Edited(change)


def test_that_a_person_in_an_edit_is_named_by_id_in_the_journal() -> None:
    change = Change(EDITS["change person"], EDITS["change person"].inverse(full_workshop()))
    assert Journal(RECORDS, {}).entry(1, StillClock().now(), Edited(change)).event.person_id == "p1"


def test_that_a_units_text_is_written_once() -> None:
    journal, take = Journal(RECORDS, {}), TakeUnits((unit_copy("F07", "long text"),))
    first, second = (journal.entry(seq, StillClock().now(), Edited(Change(take, SetUnits(())))) for seq in (1, 2))
    assert [copy.source for copy in first.units] == ["long text"]
    assert second.units == ()
    assert "long text" not in first.event.body


def test_that_typing_in_one_field_merges_and_in_two_does_not() -> None:
    title, client = SetBrief(Brief(title="a"), "title"), SetBrief(Brief(client="a"), "client")
    assert title.merges_with(SetBrief(Brief(title="ab"), "title"))
    assert not title.merges_with(client)
    assert not SetBrief(Brief()).merges_with(SetBrief(Brief()))


def test_that_a_failing_part_of_several_changes_nothing() -> None:
    from facilitator.foundation.errors import FacilitatorError

    before = full_workshop()
    several = Several("Both", (SetBrief(Brief()), EditAgenda(Rename("nowhere", "x"))))
    with pytest.raises(FacilitatorError):
        several.apply(before)
    assert before == full_workshop()


@given(st.builds(Brief, client=st.text(), title=st.text(), aims=st.text(), date=st.none() | st.dates()))
def test_that_any_brief_survives_the_journal(brief: Brief) -> None:
    change = Change(SetBrief(brief), SetBrief(Brief()))
    journal = Journal(RECORDS, {})
    entry = journal.entry(1, StillClock().now(), Edited(change))
    assert journal.happening(entry.event, lambda _seq: {}) == Edited(change)
