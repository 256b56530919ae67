"""Making time: cases 31 to 34 and 36."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from agenda_builders import block, day
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda.schedule import lay_out
from facilitator.agenda.squeezing import (
    SplitError,
    SqueezeError,
    delays,
    split_at,
    squeezable_minutes,
    squeeze,
)

if TYPE_CHECKING:
    from facilitator.agenda.model import Block


def flexible(number: int, minutes: int, least: int) -> Block:
    return block(f"b{number}", minutes, min_minutes=least, max_minutes=minutes)


def test_that_a_squeeze_is_possible_only_up_to_the_sum_of_slack__case_31() -> None:
    blocks = [flexible(0, 60, 40), flexible(1, 60, 21)]
    assert squeezable_minutes(blocks) == 59
    with pytest.raises(SqueezeError) as refusal:
        squeeze(blocks, 60)
    assert refusal.value.possible_minutes == 59


def test_that_a_squeeze_goes_by_slack_with_the_largest_remainder__case_32() -> None:
    blocks = [flexible(0, 30, 20), flexible(1, 45, 30), flexible(2, 20, 15)]
    assert [b.minutes for b in squeeze(blocks, 20)] == [23, 35, 17]


@pytest.mark.parametrize("least", [0, 10])
def test_that_ties_keep_their_minute_in_order__case_33(least: int) -> None:
    blocks = [flexible(number, 15, least) for number in range(3)]
    assert [b.minutes for b in squeeze(blocks, 5)] == [14, 13, 13]


def test_that_gaps_take_up_a_delay_before_anything_behind_them_moves__case_34() -> None:
    plan = lay_out(day(block("a", 60), block("b", 60, "10:50"), block("c", 60, "12:40"), block("d", 10)))
    assert [s.gap for s in plan.slots] == [0, 50, 50, 0]
    assert delays(plan.slots, 100) == (100, 50, 0, 0)


def test_that_a_block_without_a_range_is_never_squeezed() -> None:
    assert squeezable_minutes([block("a", 30)]) == 0


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=20), st.data())
def test_that_a_squeeze_sums_up_and_never_goes_below_the_shortest(
    pairs: list[tuple[int, int]], data: st.DataObject
) -> None:
    blocks = [flexible(number, max(pair), min(pair)) for number, pair in enumerate(pairs)]
    by = data.draw(st.integers(0, squeezable_minutes(blocks)))
    after = squeeze(blocks, by)
    assert sum(b.minutes for b in after) == sum(b.minutes for b in blocks) - by
    assert all(old.min_minutes <= new.minutes <= old.minutes for old, new in zip(blocks, after, strict=True))


def test_that_both_halves_of_a_split_keep_the_unit_and_the_second_says_so__case_36() -> None:
    whole = block("a", 90, "09:00", unit_id="D06", min_minutes=60, max_minutes=120, transition_minutes=5, lead="Mia")
    first, second = split_at(whole, 60, "a2")
    assert [(b.id, b.minutes, b.unit_id, b.lead) for b in (first, second)] == [
        ("a", 60, "D06", "Mia"),
        ("a2", 30, "D06", "Mia"),
    ]
    assert second.title == "A (continued)"
    assert (first.pin, second.pin, second.transition_minutes) == (540, None, 0)
    assert (first.min_minutes, second.min_minutes, first.max_minutes, second.max_minutes) == (40, 20, 80, 40)


def test_that_a_split_leaves_room_for_a_break_at_its_pin__case_36() -> None:
    first, second = split_at(block("a", 90), 60, "a2")
    plan = lay_out(day(first, block("break", 15, "10:00"), second))
    assert [(s.start, s.end) for s in plan.slots] == [(540, 600), (600, 615), (615, 645)]
    assert plan.gaps == 0


@pytest.mark.parametrize("cut", [-1, 0, 90, 91])
def test_that_a_split_outside_the_block_is_refused__case_36(cut: int) -> None:
    with pytest.raises(SplitError):
        split_at(block("a", 90), cut, "a2")
