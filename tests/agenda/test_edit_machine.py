"""Random edits, undo and redo: whatever was done, taking all of it back gives the start, byte for byte."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

from agenda_builders import agenda, block, breakout, day, section, strand
from agenda_journal import as_json, kept_and_read
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

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
    ReplaceUnit,
    SetDayDate,
    SetDaySplit,
    SetDayStart,
    SetHelpers,
    SetKind,
    SetMinutes,
    SetPin,
    SetPriority,
    SetRange,
    Several,
    Unpark,
    Unwrap,
    Wrap,
)
from facilitator.agenda.model import Block, Breakout, Priority, Section, Strand, all_blocks
from facilitator.agenda.places import EditError, Place, items_at, nodes, nodes_of, place_of
from facilitator.agenda.schedule import lay_out_all
from facilitator.curriculum.unit import Kind

if TYPE_CHECKING:
    from facilitator.agenda.model import Agenda

KEEPS_COUNT = Move | Park | Unpark | Wrap | Unwrap | RemoveDay | RemoveStrand | MoveDay


def starting_agenda() -> Agenda:
    first = day(
        block("a", 30),
        section("s", block("b", 20), block("c", 10, "10:00")),
        breakout("k", strand("x", block("d", 20)), strand("y", block("e", 25, lead="Mia"))),
    )
    return agenda(first, day(block("f", 15), id="day-2"), parked=(block("p", 5), section("q", block("r", 5))))


class EditMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.state = starting_agenda()
        self.start = as_json(self.state)
        self.undo: list[Any] = []
        self.redo: list[Any] = []
        self.made = 0

    def new_id(self) -> str:
        self.made += 1
        return f"new-{self.made}"

    def do(self, edit: AgendaEdit) -> None:
        before = as_json(self.state)
        try:
            after = edit.apply(self.state)
        except EditError:
            assert as_json(self.state) == before
            return
        inverse = edit.inverse(self.state)
        assert as_json(inverse.apply(after)) == before
        if isinstance(edit, KEEPS_COUNT):
            assert Counter(b.id for b in all_blocks(after, parked=True)) == Counter(
                b.id for b in all_blocks(self.state, parked=True)
            )
        self.undo.append(kept_and_read(inverse))  # type: ignore[arg-type]
        self.redo.clear()
        self.state = after

    def some_id(self, data: st.DataObject, *kinds: type) -> str:
        known = [node.id for node in nodes(self.state) if not kinds or isinstance(node, kinds)]
        return data.draw(st.sampled_from([*known, "nobody"]))

    def some_day(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from([*(d.id for d in self.state.days), "nobody"]))

    def some_place(self, data: st.DataObject) -> Place:
        containers = [node.id for node in nodes(self.state) if isinstance(node, Section | Strand)]
        day_id = data.draw(st.sampled_from(["", *(d.id for d in self.state.days)]))
        return Place(day_id, data.draw(st.sampled_from(["", "", *containers])), data.draw(st.integers(-1, 4)))

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        self.do(Move(self.some_id(data), self.some_place(data)))

    @rule(data=st.data())
    def park_or_unpark(self, data: st.DataObject) -> None:
        item_id = self.some_id(data)
        self.do(data.draw(st.sampled_from([Park(item_id), Unpark(item_id, self.some_place(data))])))

    @rule(data=st.data(), kind=st.integers(0, 2))
    def add(self, data: st.DataObject, kind: int) -> None:
        inner = block(self.new_id(), 10)
        items = [inner, section(self.new_id(), inner), breakout(self.new_id(), strand(self.new_id(), inner))]
        self.do(Add(items[kind], self.some_place(data)))

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self.do(Remove(self.some_id(data)))

    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        items = [node for node in nodes(self.state) if not isinstance(node, Strand)]
        if items:
            item = data.draw(st.sampled_from(items))
            self.do(Duplicate(item.id, tuple(self.new_id() for _ in nodes_of(item))))

    @rule(data=st.data(), length=st.integers(0, 3))
    def wrap(self, data: st.DataObject, length: int) -> None:
        block_id = self.some_id(data, Block)
        ids: tuple[str, ...] = (block_id,)
        if block_id != "nobody":
            place = place_of(self.state, block_id)
            ids = tuple(item.id for item in items_at(self.state, place)[place.index : place.index + length])
        self.do(Wrap(self.new_id(), "Section", ids))

    @rule(data=st.data())
    def unwrap(self, data: st.DataObject) -> None:
        self.do(Unwrap(self.some_id(data, Section)))

    @rule(data=st.data(), which=st.integers(0, 2))
    def change_strands(self, data: st.DataObject, which: int) -> None:
        strand_id = self.some_id(data, Strand)
        new = AddStrand(self.some_id(data, Breakout), strand(self.new_id(), block(self.new_id(), 5)), -1)
        self.do((new, DropStrand(strand_id), RemoveStrand(strand_id))[which])

    @rule(data=st.data(), which=st.integers(0, 3), index=st.integers(-1, 2))
    def change_days(self, data: st.DataObject, which: int, index: int) -> None:
        day_id = self.some_day(data)
        new = AddDay(day(block(self.new_id(), 5), id=self.new_id()), index)
        self.do((new, DropDay(day_id), RemoveDay(day_id), MoveDay(day_id, index))[which])

    @rule(data=st.data(), minutes=st.integers(-5, 1450), which=st.integers(0, 8))
    def set_field(self, data: st.DataObject, minutes: int, which: int) -> None:
        node_id = self.some_id(data)
        edits: tuple[AgendaEdit, ...] = (
            SetMinutes(node_id, minutes),
            SetPin(node_id, minutes if minutes % 3 else None),
            Rename(node_id, f"Title {minutes}"),
            SetRange(node_id, minutes // 2, minutes),
            SetPriority(node_id, Priority.MUST),
            SetKind(node_id, Kind.BREAK),
            SetHelpers(node_id, ("Mia", "Jo")),
            ReplaceUnit(node_id, "D06", "Unit", minutes),
            Several("Both", (SetMinutes(node_id, 20), Park(node_id))),
        )
        self.do(edits[which])

    @rule(data=st.data(), minutes=st.integers(0, 1439))
    def set_day_field(self, data: st.DataObject, minutes: int) -> None:
        day_id = self.some_day(data)
        date = dt.date(2026, 1, 1) + dt.timedelta(days=minutes)
        choices = [SetDayStart(day_id, minutes), SetDaySplit(day_id, minutes), SetDayDate(day_id, date)]
        self.do(data.draw(st.sampled_from(choices)))

    @precondition(lambda self: self.undo)
    @rule()
    def undo_one(self) -> None:
        edit = self.undo.pop()
        self.redo.append(edit.inverse(self.state))
        self.state = edit.apply(self.state)

    @precondition(lambda self: self.redo)
    @rule()
    def redo_one(self) -> None:
        edit = self.redo.pop()
        self.undo.append(edit.inverse(self.state))
        self.state = edit.apply(self.state)

    @invariant()
    def no_id_is_given_twice(self) -> None:
        ids = [node.id for node in nodes(self.state)]
        assert len(ids) == len(set(ids))

    @invariant()
    def every_placed_block_is_on_the_clock(self) -> None:
        shown = {slot.id for plan in lay_out_all(self.state) for slot in plan.slots}
        assert {b.id for b in all_blocks(self.state)} <= shown

    def teardown(self) -> None:
        while self.undo:
            self.state = self.undo.pop().apply(self.state)
        assert as_json(self.state) == self.start


EditMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestEdits = EditMachine.TestCase
