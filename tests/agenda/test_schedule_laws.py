"""Laws of the schedule over random days: cases 48 to 50, and earliest and latest times."""

from __future__ import annotations

from dataclasses import replace

from agenda_builders import agenda
from agenda_journal import RECORDS
from hypothesis import given, settings
from hypothesis import strategies as st
from random_days import days

from facilitator.agenda.model import Agenda, Block, Breakout, Day, Item, Section, all_blocks, blocks_of
from facilitator.agenda.schedule import lay_out, lay_out_all
from facilitator.agenda.slots import DaySchedule, Trouble


def is_smooth(plan: DaySchedule) -> bool:
    odd = {Trouble.BEFORE_START, Trouble.OUT_OF_ORDER}
    return not any(s.overlap for s in plan.slots) and not any(n.trouble in odd for n in plan.notices)


def stretched(one: Day, *, most: bool) -> Day:
    def at_extreme(block: Block) -> Block:
        return replace(block, minutes=block.max_minutes if most else block.min_minutes)

    def item_at_extreme(item: Item) -> Item:
        match item:
            case Block():
                return at_extreme(item)
            case Section():
                return replace(item, children=tuple(map(at_extreme, item.children)))
            case Breakout():
                strands = [replace(s, children=tuple(map(at_extreme, s.children))) for s in item.strands]
                return replace(item, strands=tuple(strands))

    return replace(one, items=tuple(map(item_at_extreme, one.items)))


@given(days())
def test_that_content_pauses_and_gaps_make_the_day_when_nothing_overlaps__case_49(one: Day) -> None:
    plan = lay_out(one)
    if is_smooth(plan):
        assert plan.content + plan.pauses + plan.gaps == plan.end - plan.start


@given(days(pinned=False))
def test_that_a_day_without_pins_is_smooth_and_adds_up__case_49(one: Day) -> None:
    plan = lay_out(one)
    assert is_smooth(plan)
    assert plan.gaps == 0
    assert plan.content + plan.pauses == plan.end - plan.start


@given(days())
def test_that_the_schedule_is_the_same_after_keeping_and_reading__case_50(one: Day) -> None:
    kept = RECORDS.from_plain(RECORDS.to_plain(agenda(one)), Agenda)
    assert lay_out_all(kept) == lay_out_all(agenda(one)) == lay_out_all(agenda(one))


@given(days())
def test_that_every_item_is_on_the_clock_in_agenda_order__case_48(one: Day) -> None:
    plan = lay_out(one)
    block_ids = {block.id for block in all_blocks(agenda(one))}
    assert [s.id for s in plan.slots if s.id in block_ids] == [b.id for b in all_blocks(agenda(one))]
    assert len(plan.slots) == len({s.id for s in plan.slots})


@given(days())
def test_that_no_length_ever_changes__case_5(one: Day) -> None:
    plan = lay_out(one)
    for item in one.items:
        for block in blocks_of(item):
            found = plan.slot(block.id)
            assert found is not None
            assert found.end - found.start == block.minutes


@given(days())
def test_that_the_plan_lies_between_the_extremes__case_35(one: Day) -> None:
    plan = lay_out(one)
    assert plan.earliest_end <= plan.end <= plan.latest_end
    assert all(s.earliest <= s.start <= s.latest for s in plan.slots)


@given(days(least=1))
@settings(max_examples=150)
def test_that_the_extremes_are_those_of_trying_them__case_35(one: Day) -> None:
    plan = lay_out(one)
    early, late = lay_out(stretched(one, most=False)), lay_out(stretched(one, most=True))
    assert (plan.earliest_end, plan.latest_end) == (early.end, late.end)
    assert [s.earliest for s in plan.slots] == [s.start for s in early.slots]
    assert [s.latest for s in plan.slots] == [s.start for s in late.slots]


@given(days(), st.integers(1, 60))
def test_that_moving_an_unpinned_day_moves_every_time_alike__case_37(one: Day, later: int) -> None:
    free = replace(one, items=tuple(item for item in one.items if isinstance(item, Block)))
    free = replace(free, items=tuple(replace(item, pin=None) for item in free.items))  # type: ignore[type-var]
    before, after = lay_out(free), lay_out(replace(free, start=free.start + later))
    assert [s.start + later for s in before.slots] == [s.start for s in after.slots]
