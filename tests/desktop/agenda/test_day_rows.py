from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.agenda.model import Block, Breakout, Day, Section, Strand
from facilitator.agenda.schedule import lay_out
from facilitator.curriculum.unit import Kind
from facilitator.desktop.agenda.phrases import end_sentence, fit_sentence, row_sentence
from facilitator.desktop.agenda.rows import Row, RowKind, rows_of

if TYPE_CHECKING:
    from facilitator.agenda.slots import DaySchedule


def block(block_id: str, minutes: int, *, pin: int | None = None) -> Block:
    return Block(block_id, Kind.INPUT, f"Block {block_id}", minutes, minutes, minutes, pin=pin)


def rows(*items: Block | Section | Breakout, start: int = 540) -> tuple[Row, ...]:
    day = Day("d", "Day", start, items)
    return rows_of(day, lay_out(day))


def kinds(of: tuple[Row, ...]) -> list[tuple[str, str, int]]:
    return [(row.kind.value, row.id, row.minutes) for row in of]


def test_that_blocks_stand_in_order_with_their_times() -> None:
    shown = rows(block("a", 15), block("b", 45))
    assert [(row.id, row.start, row.end) for row in shown] == [("a", 540, 555), ("b", 555, 600)]


def test_that_free_time_before_a_pin_is_a_row_of_its_own() -> None:
    shown = rows(block("a", 30), block("b", 30, pin=600))
    assert kinds(shown) == [("block", "a", 30), ("gap", "b", 30), ("block", "b", 30)]
    assert row_sentence(shown[1]) == "30 minutes free before the pinned start"


def test_that_a_clash_says_what_runs_over() -> None:
    shown = rows(block("a", 90), block("b", 30, pin=600))
    assert kinds(shown)[1] == ("overlap", "b", 30)
    assert row_sentence(shown[1]) == "“Block a” runs 30 minutes into the pinned start"


def test_that_children_stand_under_their_section_one_step_in() -> None:
    shown = rows(Section("s", "Morning", (block("a", 20), block("b", 25))), block("c", 10))
    assert [(row.kind, row.depth, row.minutes) for row in shown] == [
        (RowKind.SECTION, 0, 45),
        (RowKind.BLOCK, 1, 20),
        (RowKind.BLOCK, 1, 25),
        (RowKind.BLOCK, 0, 10),
    ]


def test_that_strands_start_together_and_the_shorter_one_does_not_count() -> None:
    strands = (Strand("x", "Service", (block("a", 45),)), Strand("y", "Sales", (block("b", 20),)))
    shown = {row.id: row for row in rows(Breakout("k", "Clinics", strands), block("c", 10))}
    assert (shown["x"].start, shown["y"].start, shown["c"].start) == (540, 540, 585)
    assert (shown["a"].counts, shown["b"].counts) == (True, False)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (None, "Ends 10:00"),
        (600, "Ends 10:00, on target"),
        (590, "Ends 10:00, over by 10 min"),
        (612, "Ends 10:00, 12 min spare"),
    ],
)
def test_that_the_foot_says_how_the_end_sits_with_the_target(target: int | None, said: str) -> None:
    assert end_sentence(laid_out(target)) == said


def test_that_a_day_that_only_fits_squeezed_says_so() -> None:
    day = Day("d", "Day", 540, (Block("a", Kind.INPUT, "A", 60, 40, 80),), target_end=590)
    assert fit_sentence(lay_out(day)) == "fits if squeezed · between 09:40 and 10:20"


def laid_out(target: int | None) -> DaySchedule:
    return lay_out(Day("d", "Day", 540, (block("a", 60),), target_end=target))
