from __future__ import annotations

import pytest

from facilitator.agenda.model import Agenda, Block, Breakout, Day, Section, Strand
from facilitator.agenda.schedule import lay_out
from facilitator.curriculum.unit import Kind
from facilitator.desktop.agenda.planning import drop_items, drop_units, frame_block, move_by
from facilitator.desktop.agenda.rows import Row, rows_of


def block(block_id: str, *, pin: int | None = None) -> Block:
    return Block(block_id, Kind.INPUT, block_id, 10, 10, 10, pin=pin)


def agenda(
    *items: Block | Section | Breakout, second: tuple[Block, ...] = (), parked: tuple[Block, ...] = ()
) -> Agenda:
    return Agenda((Day("d", "One", 540, items), Day("e", "Two", 540, second)), parked)


def rows(of: Agenda) -> tuple[Row, ...]:
    return rows_of(of.days[0], lay_out(of.days[0]))


def order(of: Agenda, day: int = 0) -> list[object]:
    return [
        (item.id, [child.id for child in item.children])
        if isinstance(item, Section)
        else (item.id, [(strand.id, [child.id for child in strand.children]) for strand in item.strands])
        if isinstance(item, Breakout)
        else item.id
        for item in of.days[day].items
    ]


@pytest.mark.parametrize(
    ("item_id", "row", "expected"),
    [
        ("a", 0, ["a", "b", "c"]),
        ("a", 2, ["b", "a", "c"]),
        ("a", 3, ["b", "c", "a"]),
        ("c", 0, ["c", "a", "b"]),
        ("b", 1, ["a", "b", "c"]),
    ],
)
def test_that_a_dropped_block_lands_before_the_row(item_id: str, row: int, expected: list[str]) -> None:
    before = agenda(block("a"), block("b"), block("c"))
    assert order(drop_items(before, "d", rows(before), row, [item_id]).apply(before)) == expected


def test_that_a_drop_on_a_gap_lands_before_the_pinned_block() -> None:
    before = agenda(block("a"), block("b", pin=600), block("c"))
    assert order(drop_items(before, "d", rows(before), 1, ["c"]).apply(before)) == ["a", "c", "b"]


def test_that_a_drop_on_a_child_lands_in_its_section() -> None:
    before = agenda(Section("s", "S", (block("a"), block("b"))), block("c"))
    assert order(drop_items(before, "d", rows(before), 2, ["c"]).apply(before)) == [("s", ["a", "c", "b"])]


def test_that_a_section_never_lands_inside_another() -> None:
    before = agenda(Section("s", "S", (block("a"), block("b"))), Section("t", "T", (block("c"),)))
    after = drop_items(before, "d", rows(before), 2, ["t"]).apply(before)
    assert order(after) == [("t", ["c"]), ("s", ["a", "b"])]


def test_that_a_parked_block_comes_back_where_it_is_dropped() -> None:
    before = agenda(block("a"), parked=(block("p"),))
    after = drop_items(before, "d", rows(before), 0, ["p"]).apply(before)
    assert order(after) == ["p", "a"]
    assert after.parked == ()


def test_that_a_drop_above_a_strand_lands_at_the_end_of_the_strand_before_it() -> None:
    strands = (Strand("x", "X", (block("a"),)), Strand("y", "Y", (block("b"),)))
    before = agenda(Breakout("k", "K", strands), block("c"))
    after = drop_items(before, "d", rows(before), 3, ["c"]).apply(before)
    assert order(after) == [("k", [("x", ["a", "c"]), ("y", ["b"])])]


def test_that_new_blocks_keep_their_order_where_they_are_dropped() -> None:
    before = agenda(block("a"), block("b"))
    after = drop_units(before, "d", rows(before), 1, [block("n"), block("m")]).apply(before)
    assert order(after) == ["a", "n", "m", "b"]


def test_that_alt_down_at_the_end_of_a_section_leaves_it() -> None:
    before = agenda(Section("s", "S", (block("a"), block("b"))), block("c"))
    edit = move_by(before, "b", 1)
    assert edit is not None
    assert order(edit.apply(before)) == [("s", ["a"]), "b", "c"]


def test_that_alt_down_at_the_end_of_a_day_goes_to_the_next() -> None:
    before = agenda(block("a"), block("b"), second=(block("c"),))
    edit = move_by(before, "b", 1)
    assert edit is not None
    assert order(edit.apply(before), 1) == ["b", "c"]


def test_that_alt_up_at_the_very_top_goes_nowhere() -> None:
    assert move_by(agenda(block("a")), "a", -1) is None


def test_that_a_new_break_has_room_to_shrink_and_grow() -> None:
    made = frame_block(Kind.BREAK, "Break", "new")
    assert made.min_minutes < made.minutes < made.max_minutes
