"""Any order of changes, undo, redo and restarts agrees with two plain stacks."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from workshop_bench import StillClock, small_workshop

from facilitator.agenda.edits import Rename
from facilitator.people.edits import AddPeople, ChangePerson, PersonField, RemovePeople
from facilitator.people.roster import Person
from facilitator.workshop.edits import EditAgenda, EditPeople, SetBrief, Several, WorkshopEdit
from facilitator.workshop.plain import WorkshopRecords
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    from facilitator.workshop.model import Workshop

RECORDS = WorkshopRecords()
WORDS = st.text("abü -", min_size=1, max_size=4)


class DocumentMachine(RuleBasedStateMachine):
    """Knows every state by itself and compares."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = StillClock()
        self.shelf = Shelf(Path(self.folder.name), self.clock, records=RECORDS)
        self.document = self.shelf.create(small_workshop())
        self.past: list[Workshop] = []
        self.future: list[Workshop] = []
        self.people = 0

    def teardown(self) -> None:
        self.document.close()
        self.folder.cleanup()

    def do(self, edit: WorkshopEdit) -> None:
        self.clock.pass_s(10)
        self.past.append(self.document.workshop)
        self.future.clear()
        self.document.do(edit)

    @rule(title=WORDS)
    def change_brief(self, title: str) -> None:
        self.do(SetBrief(replace(self.document.workshop.brief, title=title), "title"))

    @rule(title=WORDS)
    def rename_block(self, title: str) -> None:
        self.do(EditAgenda(Rename("b2", title)))

    @rule(name=WORDS)
    def add_somebody_and_rename(self, name: str) -> None:
        self.people += 1
        person = Person(f"p{self.people}", f"x{name}", note=name)
        edits = (EditPeople(AddPeople((person,))), EditAgenda(Rename("b1", name)))
        self.do(Several("Add and rename", edits))

    @precondition(lambda self: self.document.workshop.roster.people)
    @rule(name=WORDS)
    def change_somebody(self, name: str) -> None:
        person = self.document.workshop.roster.people[0]
        self.do(EditPeople(ChangePerson(person.id, PersonField.FAMILY_NAME, name)))

    @precondition(lambda self: self.document.workshop.roster.people)
    @rule()
    def remove_somebody(self) -> None:
        self.do(EditPeople(RemovePeople((self.document.workshop.roster.people[-1].id,))))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self.document.workshop)
        self.document.undo()
        assert self.document.workshop == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.document.workshop)
        self.document.redo()
        assert self.document.workshop == self.future.pop()

    @rule()
    def restart(self) -> None:
        before = self.document.workshop
        self.document.close()
        self.document, report = self.shelf.open("w1")
        assert report.steps == ()
        assert self.document.workshop == before

    @invariant()
    def labels_say_whether_there_is_something_to_do(self) -> None:
        assert (self.document.undo_label is not None) == bool(self.past)
        assert (self.document.redo_label is not None) == bool(self.future)


TestDocumentMachine = DocumentMachine.TestCase
TestDocumentMachine.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
