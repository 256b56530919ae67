"""Clock changes, midnight and zones: cases 9 to 13 and 40 to 45."""

from __future__ import annotations

import datetime as dt

import pytest
from agenda_builders import BACK, FORWARD, VIENNA, agenda, block, clock, day, notices, slot

from facilitator.agenda.schedule import lay_out, lay_out_all
from facilitator.agenda.slots import Trouble
from facilitator.agenda.wall import UndatedDayError, UnknownZoneError, label_elsewhere, moment_utc, time_label

FRIDAY = dt.date(2026, 3, 27)
MONDAY = dt.date(2026, 3, 30)


def labels(*blocks_of_day: object, **fields: object) -> list[str]:
    one = day(*blocks_of_day, **fields)  # type: ignore[arg-type]
    (plan,) = lay_out_all(agenda(one))
    return [time_label(one, VIENNA, minute) for s in plan.slots for minute in (s.start, s.end)]


def test_that_an_end_at_midnight_belongs_to_its_own_day__case_12() -> None:
    first = day(block("a", 120), id="day-1", start="22:00", date=FRIDAY)
    second = day(block("b", 60), id="day-2", start="00:00", date=FRIDAY + dt.timedelta(days=1))
    plans = lay_out_all(agenda(first, second))
    assert time_label(first, VIENNA, plans[0].end) == "24:00"
    assert plans[1].notices == ()


@pytest.mark.parametrize("reverse", [False, True])
def test_that_a_night_that_runs_into_the_next_day_is_told_in_minutes__case_13(reverse: bool) -> None:
    night = day(block("a", 180), id="night", start="22:00", date=FRIDAY)
    next_day = day(block("b", 60), id="next", start="00:30", date=FRIDAY + dt.timedelta(days=1))
    plans = lay_out_all(agenda(*((next_day, night) if reverse else (night, next_day))))
    found = [notice for plan in plans for notice in notices(plan, Trouble.CROSS_DAY)]
    assert [(n.item_id, n.minutes, n.name) for n in found] == [("next", 30, "night")]


def test_that_days_without_dates_never_run_into_one_another__case_45() -> None:
    plans = lay_out_all(agenda(day(block("a", 2000)), day(block("b", 10), id="day-2")))
    assert [plan.notices for plan in plans] == [(), ()]


def test_that_clocks_going_forward_keep_lengths_real__case_40() -> None:
    assert labels(block("a", 60), block("b", 60), start="01:30", date=FORWARD) == ["01:30", "03:30", "03:30", "04:30"]


def test_that_clocks_going_back_label_both_equal_times__case_41() -> None:
    shown = labels(block("a", 60), block("b", 60), start="01:30", date=BACK)
    assert shown == ["01:30", "02:30 (UTC+2)", "02:30 (UTC+2)", "02:30 (UTC+1)"]


@pytest.mark.parametrize("date", [FORWARD, BACK])
def test_that_a_clock_change_adds_no_content__cases_40_and_41(date: dt.date) -> None:
    (plan,) = lay_out_all(agenda(day(block("a", 60), block("b", 60), start="01:30", date=date)))
    assert (plan.content, plan.end - plan.start, plan.gaps) == (120, 120, 0)


def test_that_a_pin_at_a_time_that_does_not_exist_moves_on_by_the_change__case_42() -> None:
    one = day(block("a", 30), block("b", 10, "02:15"), start="01:00", date=FORWARD)
    (plan,) = lay_out_all(agenda(one))
    assert time_label(one, VIENNA, slot(plan, "b").start) == "03:15"
    assert [(n.item_id, n.minutes) for n in notices(plan, Trouble.NO_SUCH_TIME)] == [("b", clock("02:15"))]
    assert slot(plan, "b").gap == 45


@pytest.mark.parametrize(("before", "label"), [(30, "02:30 (UTC+2)"), (100, "02:30 (UTC+1)")])
def test_that_an_ambiguous_pin_is_the_first_unless_the_day_is_past_it__case_42(before: int, label: str) -> None:
    one = day(block("a", before), block("b", 10, "02:30"), start="01:30", date=BACK)
    (plan,) = lay_out_all(agenda(one))
    assert time_label(one, VIENNA, slot(plan, "b").start) == label
    assert [n.item_id for n in notices(plan, Trouble.AMBIGUOUS_TIME)] == ["b"]


def test_that_a_start_that_does_not_exist_is_told__case_42() -> None:
    (plan,) = lay_out_all(agenda(day(block("a", 30), start="02:15", date=FORWARD)))
    assert [n.item_id for n in notices(plan, Trouble.NO_SUCH_TIME)] == ["day-1"]


def test_that_an_evening_before_a_clock_change_takes_pins_after_it__case_42() -> None:
    one = day(block("a", 30), block("b", 10, "03:30"), start="22:00", date=FORWARD - dt.timedelta(days=1))
    (plan,) = lay_out_all(agenda(one))
    assert slot(plan, "b").gap == 4 * 60
    assert time_label(one, VIENNA, slot(plan, "b").start) == "03:30 (+1)"


def test_that_a_day_after_the_clock_change_is_laid_out_plainly__case_40() -> None:
    one = day(block("a", 30), block("b", 10, "10:00"), date=FORWARD)
    assert lay_out_all(agenda(one)) == (lay_out(one),)


def test_that_equal_wall_times_around_a_clock_change_differ_in_utc__case_43() -> None:
    days = [day(block("a", 30), date=FRIDAY), day(block("b", 30), date=MONDAY, id="day-2")]
    assert [time_label(one, VIENNA, one.start) for one in days] == ["09:00", "09:00"]
    assert [moment_utc(one, VIENNA, one.start).hour for one in days] == [8, 7]


def test_that_another_zone_is_shown_beside_and_changes_nothing__case_44() -> None:
    one = day(block("a", 30), date=FRIDAY)
    assert time_label(one, VIENNA, 540) == "09:00"
    assert label_elsewhere(one, VIENNA, 540, "America/New_York") == "04:00 America/New_York"
    assert label_elsewhere(one, VIENNA, 540, "Asia/Tokyo") == "17:00 Asia/Tokyo"
    assert label_elsewhere(one, VIENNA, 60, "America/New_York") == "20:00 (-1) America/New_York"


def test_that_a_moment_of_an_undated_day_asks_for_a_date__case_45() -> None:
    with pytest.raises(UndatedDayError) as refusal:
        moment_utc(day(), VIENNA, 540)
    assert "date" in refusal.value.way_out


@pytest.mark.parametrize(
    ("minute", "label"), [(545, "09:05"), (1440, "24:00"), (1500, "01:00 (+1)"), (3000, "02:00 (+2)")]
)
@pytest.mark.parametrize("date", [None, MONDAY])
def test_that_late_times_say_how_many_days_on__case_11(minute: int, label: str, date: dt.date | None) -> None:
    assert time_label(day(date=date), VIENNA, minute) == label


def test_that_an_unknown_zone_still_lays_out_the_day_and_is_listed__case_47() -> None:
    plans = lay_out_all(agenda(day(block("a", 30), date=FORWARD), zone="Mars/Olympus"))
    assert slot(plans[0], "a").end == 570
    assert [n.name for n in notices(plans[0], Trouble.CORRUPT)] == ["Mars/Olympus"]


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "", "\0"])
def test_that_an_unknown_zone_has_a_way_out(zone: str) -> None:
    with pytest.raises(UnknownZoneError) as refusal:
        moment_utc(day(date=FRIDAY), zone, 540)
    assert refusal.value.way_out
