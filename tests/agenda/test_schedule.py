"""Agenda arithmetic, cases 1 to 30; the numbers are those of the project's list of edge cases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from agenda_builders import agenda, block, breakout, clock, day, notices, section, slot, strand, times

from facilitator.agenda.schedule import lay_out, lay_out_all
from facilitator.agenda.slots import Trouble, Verdict
from facilitator.curriculum.unit import Kind


def test_that_an_empty_day_has_no_length_and_no_notices__case_1() -> None:
    plan = lay_out(day())
    assert (plan.start, plan.end, plan.content, plan.slots, plan.notices) == (540, 540, 0, (), ())


def test_that_blocks_follow_one_another__case_2() -> None:
    plan = lay_out(day(block("a", 15), block("b", 45), block("c", 30)))
    assert [s.start for s in plan.slots] == [clock("09:00"), clock("09:15"), clock("10:00")]
    assert (plan.end, plan.content) == (clock("10:30"), 90)


def test_that_a_pin_on_the_first_block_leaves_a_gap_from_the_start__case_3() -> None:
    plan = lay_out(day(block("a", 15, "13:00"), block("b", 10)))
    assert times(plan, "a", "b") == [(clock("13:00"), clock("13:15")), (clock("13:15"), clock("13:25"))]
    assert (slot(plan, "a").gap, plan.gaps, plan.start) == (240, 240, 540)


def test_that_a_pin_leaves_a_gap_before_it_that_is_no_content__case_4() -> None:
    plan = lay_out(day(block("a", 30), block("b", 30, "10:00")))
    assert (slot(plan, "b").gap, plan.content, plan.gaps, plan.end) == (30, 60, 30, clock("10:30"))


def test_that_running_into_a_pin_is_an_overlap_and_shortens_nothing__case_5() -> None:
    plan = lay_out(day(block("a", 90), block("b", 30, "10:00")))
    assert (slot(plan, "b").overlap, slot(plan, "b").overlaps_with) == (30, "a")
    assert times(plan, "a", "b") == [(540, clock("10:30")), (clock("10:00"), clock("10:30"))]


def test_that_the_block_after_an_overlap_is_told_what_still_runs_into_it__case_6() -> None:
    plan = lay_out(day(block("a", 90), block("b", 20, "10:00"), block("c", 15)))
    third = slot(plan, "c")
    assert (third.start, third.overlap, third.overlaps_with) == (clock("10:20"), 10, "a")
    assert plan.end == clock("10:35")


def test_that_the_day_ends_with_its_latest_end_not_with_its_last_block__case_6() -> None:
    assert lay_out(day(block("a", 90), block("b", 20, "10:00"))).end == clock("10:30")


def test_that_pins_out_of_order_are_named_and_stay_on_their_day__case_7() -> None:
    plan = lay_out(day(block("a", 30, "11:00"), block("b", 20, "10:00")))
    assert (slot(plan, "b").start, slot(plan, "b").overlap) == (clock("10:00"), 90)
    assert [(n.item_id, n.minutes, n.name) for n in notices(plan, Trouble.OUT_OF_ORDER)] == [("b", 90, "a")]


@pytest.mark.parametrize(("first", "second"), [(60, 20), (20, 60)])
def test_that_two_equal_pins_overlap_by_the_shorter_block__case_8(first: int, second: int) -> None:
    plan = lay_out(day(block("a", first, "10:00"), block("b", second, "10:00")))
    assert (slot(plan, "b").start, slot(plan, "b").overlap) == (clock("10:00"), 20)
    assert not notices(plan, Trouble.OUT_OF_ORDER)


def test_that_a_pin_after_midnight_rolls_over_on_an_evening_day__case_9() -> None:
    plan = lay_out(day(block("a", 60), block("b", 30, "01:00"), start="20:00"))
    assert (slot(plan, "b").start, slot(plan, "b").gap) == (1500, 240)


def test_that_a_pin_a_little_before_the_start_is_a_notice_and_does_not_roll__case_10() -> None:
    plan = lay_out(day(block("a", 30, "08:30")))
    assert slot(plan, "a").start == clock("08:30")
    assert [(n.item_id, n.minutes) for n in notices(plan, Trouble.BEFORE_START)] == [("a", 30)]
    assert (plan.start, plan.end) == (clock("08:30"), clock("09:00"))


def test_that_a_day_can_run_over_midnight__case_11() -> None:
    plan = lay_out(day(block("a", 120), block("b", 180), start="22:00"))
    assert times(plan, "a", "b") == [(1320, 1440), (1440, 1620)]


def test_that_a_block_without_minutes_moves_nothing__case_14() -> None:
    plan = lay_out(day(block("a", 30), block("note", 0), block("b", 30)))
    assert times(plan, "note", "b") == [(570, 570), (570, 600)]


@pytest.mark.parametrize(("minutes", "gap", "overlap"), [(100, 20, 0), (140, 0, 20), (120, 0, 0)])
def test_that_a_pinned_end_marker_tells_spare_or_over__case_14(minutes: int, gap: int, overlap: int) -> None:
    plan = lay_out(day(block("a", minutes), block("end", 0, "11:00"), block("b", 10)))
    assert (slot(plan, "end").gap, slot(plan, "end").overlap) == (gap, overlap)
    assert slot(plan, "b").start == 540 + minutes
    assert plan.gaps == 0


def test_that_a_block_without_minutes_never_adds_a_day__case_15() -> None:
    plan = lay_out(day(block("note", 0), block("a", 30, "09:00")))
    assert slot(plan, "a").start == clock("09:00")


def test_that_a_block_of_more_than_a_day_does_not_wrap__case_18() -> None:
    assert lay_out(day(block("a", 1500))).end == 540 + 1500


def test_that_a_section_is_as_long_as_its_children__case_19() -> None:
    plan = lay_out(day(section("s", block("a", 20), block("b", 25)), block("c", 10)))
    assert times(plan, "s", "c") == [(540, 585), (585, 595)]
    assert [slot(plan, name).parent for name in ("s", "a", "b", "c")] == ["", "s", "s", ""]


def test_that_a_pin_inside_a_section_makes_a_gap_inside_it__case_20() -> None:
    plan = lay_out(day(section("s", block("a", 20), block("b", 25, "10:00"))))
    assert times(plan, "s") == [(540, clock("10:25"))]
    assert (plan.content, plan.gaps, slot(plan, "b").gap, slot(plan, "s").gap) == (45, 40, 40, 0)


def test_that_the_children_of_a_pinned_section_follow_its_pin__case_21() -> None:
    plan = lay_out(day(section("s", block("a", 20), block("b", 25), pin="10:00")))
    assert times(plan, "a", "b") == [(600, 620), (620, 645)]
    assert (slot(plan, "s").gap, slot(plan, "a").gap, plan.gaps) == (60, 0, 60)


@pytest.mark.parametrize("pin", [None, "12:00"])
def test_that_an_empty_section_moves_nothing__case_21(pin: str | None) -> None:
    plan = lay_out(day(block("a", 20), section("s", pin=pin), block("b", 10)))
    assert slot(plan, "s").start == slot(plan, "s").end
    assert times(plan, "b") == [(560, 570)]


def test_that_a_section_ends_with_its_latest_child_and_the_day_goes_on_there__case_22() -> None:
    plan = lay_out(day(section("s", block("a", 90), block("b", 20, "10:00")), block("c", 10)))
    assert times(plan, "s", "c") == [(540, clock("10:30")), (clock("10:30"), clock("10:40"))]
    assert (slot(plan, "b").overlap, slot(plan, "c").overlap) == (20, 0)


def test_that_strands_start_together_and_only_the_first_of_the_longest_counts__case_23() -> None:
    lines = strand("x", block("a", 45)), strand("y", block("b", 20)), strand("z", block("c", 45))
    plan = lay_out(day(breakout("k", *lines), block("d", 10)))
    assert [slot(plan, name).start for name in "abc"] == [540, 540, 540]
    assert [slot(plan, name).counts for name in "axbycz"] == [True, True, False, False, False, False]
    assert (times(plan, "k", "d"), plan.content) == ([(540, 585), (585, 595)], 55)


@pytest.mark.parametrize(("lengths", "longest"), [((40, 0), 40), ((0, 0), 0), ((), 0)])
def test_that_empty_strands_take_no_time__case_24(lengths: tuple[int, ...], longest: int) -> None:
    lines = [
        strand(f"s{number}", *([block(f"b{number}", minutes)] if minutes else []))
        for number, minutes in enumerate(lengths)
    ]
    plan = lay_out(day(breakout("k", *lines), block("after", 10)))
    assert times(plan, "k", "after") == [(540, 540 + longest), (540 + longest, 550 + longest)]


def test_that_an_empty_strand_does_not_make_a_breakout_longer__case_24() -> None:
    early = strand("x1", block("a", 10, "09:00"))
    plan = lay_out(day(replace(breakout("k", early, strand("x2")), pin=clock("10:00"))))
    assert (times(plan, "k"), plan.content, plan.gaps) == ([(540, 550)], 10, 0)


def test_that_time_before_the_longest_strand_starts_is_a_gap__case_25() -> None:
    early, long = strand("x1", block("a", 10, "09:00")), strand("x2", block("b", 30))
    plan = lay_out(day(replace(breakout("k", early, long), pin=clock("10:00"))))
    assert (times(plan, "k"), plan.content, plan.gaps) == ([(540, 630)], 30, 60)


def test_that_a_gap_stays_in_its_strand__case_25() -> None:
    waiting = strand("x", block("a", 10), block("b", 20, "10:00"))
    plan = lay_out(day(breakout("k", waiting, strand("y", block("c", 30), block("d", 10))), block("e", 5)))
    assert slot(plan, "b").gap == 50
    assert times(plan, "c", "d", "e") == [(540, 570), (570, 580), (620, 625)]
    assert (plan.content, plan.gaps) == (35, 50)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"lead": "Mia"}, {"lead": "mia "}),
        ({"lead": "Mia"}, {"lead": "Jo", "helpers": ("Mia",)}),
        ({"helpers": ("Mia",)}, {"helpers": ("Jo", "Mia")}),
    ],
)
def test_that_one_person_in_two_strands_at_once_is_a_clash__case_26(
    first: dict[str, object], second: dict[str, object]
) -> None:
    lines = strand("x", block("a", 30, **first)), strand("y", block("w", 20), block("b", 30, **second))
    plan = lay_out(day(breakout("k", *lines)))
    found = [(n.item_id, n.minutes, n.name.lower()) for n in notices(plan, Trouble.PEOPLE_CLASH)]
    assert found == [("b", 10, "mia")]


def test_that_the_lead_of_a_strand_stands_in_for_blocks_without_one__case_26() -> None:
    lines = strand("x", block("a", 30), lead="Mia"), strand("y", block("b", 30), lead="Mia")
    assert len(notices(lay_out(day(breakout("k", *lines))), Trouble.PEOPLE_CLASH)) == 1


def test_that_strands_side_by_side_are_no_clash_in_themselves__case_26() -> None:
    lines = (
        strand("x", block("a", 30, lead="Mia"), block("b", 10)),
        strand("y", block("c", 30), block("d", 5, lead="Mia")),
    )
    assert lay_out(day(breakout("k", *lines))).notices == ()


@pytest.mark.parametrize("longest_first", [True, False])
def test_that_a_plenary_names_the_strand_that_runs_into_it__case_27(longest_first: bool) -> None:
    lines = [strand("long", block("a", 45)), strand("short", block("b", 20))]
    plan = lay_out(day(breakout("k", *(lines if longest_first else lines[::-1])), block("p", 30, "09:30")))
    assert (slot(plan, "p").overlap, slot(plan, "p").overlaps_with) == (15, "long")


def test_that_parking_a_block_widens_the_gap_before_a_pin__case_28() -> None:
    before = lay_out(day(block("a", 30), block("b", 20), block("c", 30, "10:00")))
    after = lay_out(day(block("a", 30), block("c", 30, "10:00")))
    assert slot(after, "c").gap == slot(before, "c").gap + 20
    assert after.end == before.end


def test_that_parked_blocks_never_change_a_day__case_29() -> None:
    late = day(block("a", 120), block("b", 30, "01:00"), start="22:00")
    parked = (block("p", 600, "23:00"), section("s", block("q", 1440, "00:30")))
    assert lay_out_all(agenda(late, parked=parked)) == (lay_out(late),)


def test_that_a_day_over_its_target_says_by_how_much__case_31() -> None:
    plan = lay_out(day(block("a", 420, min_minutes=400, max_minutes=420), end="15:00"))
    assert (plan.over, plan.verdict) == (60, Verdict.NEVER)


@pytest.mark.parametrize(
    ("end", "verdict"),
    [
        (None, Verdict.NO_TARGET),
        ("10:40", Verdict.ALWAYS),
        ("10:20", Verdict.PLANNED),
        ("10:10", Verdict.SQUEEZED),
        ("10:09", Verdict.NEVER),
    ],
)
def test_that_the_verdict_compares_extremes_with_the_target__case_35(end: str | None, verdict: Verdict) -> None:
    plan = lay_out(day(block("a", 80, min_minutes=70, max_minutes=100), end=end))
    assert plan.verdict is verdict


def test_that_a_range_gives_the_next_block_an_earliest_and_a_latest_start__case_35() -> None:
    plan = lay_out(day(block("a", 80, min_minutes=70, max_minutes=100), block("b", 10)))
    assert (slot(plan, "b").earliest, slot(plan, "b").latest) == (clock("10:10"), clock("10:40"))
    assert (plan.earliest_end, plan.latest_end) == (clock("10:20"), clock("10:50"))


def test_that_a_pin_ends_all_uncertainty_before_it__case_35() -> None:
    plan = lay_out(day(block("a", 30, min_minutes=20, max_minutes=50), block("b", 10, "09:45")))
    assert (slot(plan, "b").earliest, slot(plan, "b").latest) == (585, 585)
    assert (plan.earliest_end, plan.latest_end) == (595, 595)


def test_that_a_target_after_midnight_belongs_to_the_same_evening__case_9() -> None:
    assert lay_out(day(block("a", 300), start="20:00", end="01:30")).over == -30


def test_that_changing_one_day_leaves_the_others_alone__case_37() -> None:
    days = [day(block(f"a{n}", 30), block(f"p{n}", 30, "11:00"), id=f"day-{n}") for n in (1, 2, 3)]
    before = lay_out_all(agenda(*days))
    after = lay_out_all(agenda(days[0], replace(days[1], start=600), days[2]))
    assert (after[0], after[2]) == (before[0], before[2])
    assert (slot(after[1], "a2").start, slot(after[1], "p2").start) == (600, 660)


@pytest.mark.parametrize("odd", [-5, -1440])
def test_that_a_negative_length_is_shown_and_listed__case_47(odd: int) -> None:
    plan = lay_out(day(block("a", odd), block("b", 30)))
    assert times(plan, "a", "b") == [(540, 540), (540, 570)]
    assert [n.item_id for n in notices(plan, Trouble.CORRUPT)] == ["a"]


def test_that_a_repeated_id_is_shown_twice_and_listed_once__case_47() -> None:
    plan = lay_out(day(block("a", 10), section("s", block("a", 20))))
    assert [s.id for s in plan.slots] == ["a", "s", "a"]
    assert [n.item_id for n in notices(plan, Trouble.CORRUPT)] == ["a"]


def test_that_a_negative_pin_is_shown_at_midnight_and_listed__case_47() -> None:
    plan = lay_out(day(replace(block("a", 10), pin=-30)))
    assert slot(plan, "a").start == 0
    assert [n.item_id for n in notices(plan, Trouble.CORRUPT)] == ["a"]


def test_that_pauses_are_counted_apart_from_content__case_49() -> None:
    plan = lay_out(
        day(block("a", 60), block("b", 15, kind=Kind.BREAK), block("m", 45, kind=Kind.MEAL), block("c", 5))
    )
    assert (plan.content, plan.pauses) == (65, 60)


def test_that_a_section_whose_child_is_pinned_before_it_begins_with_that_child() -> None:
    plan = lay_out(day(block("a", 30), section("s", block("b", 20, "09:15"), block("c", 10))))
    assert times(plan, "s", "c") == [(555, 585), (575, 585)]
    assert (slot(plan, "s").overlap, slot(plan, "s").overlaps_with) == (15, "a")
