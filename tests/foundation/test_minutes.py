"""Durations and times as people type and read them: cases 11, 12 and 16 to 18."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.foundation.minutes import clock_label, parse_clock, parse_minutes, span_label


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45), ("45m", 45), ("45 min", 45), ("1h30", 90), ("1:30", 90), ("1,5h", 90), ("1.5h", 90),
        ("1 h 30", 90), ("1h", 60), ("0", 0), (" 20 ", 20), ("1H30", 90), ("24h", 1440),
    ],
)  # fmt: skip
def test_that_a_duration_is_read_as_people_type_it__case_17(text: str, minutes: int) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    "text", ["", " ", "abc", "-5", "−5", "4.5", "1.25h", "1:75", "1.5h30", "12 30", "½h", "h", "+", "--5"]
)
def test_that_what_is_no_duration_is_refused__case_16(text: str) -> None:
    assert parse_minutes(text) is None


@pytest.mark.parametrize(
    ("text", "result"), [("+5", 35), ("-5", 25), ("−10", 20), ("+1h", 90), ("-31", None), ("+1411", None)]
)
def test_that_a_signed_duration_changes_the_present_one__case_16(text: str, result: int | None) -> None:
    assert parse_minutes(text, current=30) == result


@pytest.mark.parametrize("text", ["1441", "25h", "24:01", "9999", "1h9999"])
def test_that_more_than_a_day_is_refused_and_never_wraps__case_18(text: str) -> None:
    assert parse_minutes(text) is None


@given(st.text())
def test_that_any_text_gives_a_length_of_at_most_a_day_or_nothing__case_16(text: str) -> None:
    minutes = parse_minutes(text)
    assert minutes is None or 0 <= minutes <= 1440


@given(st.integers(0, 1440))
def test_that_a_length_as_written_is_read_back__case_17(minutes: int) -> None:
    assert parse_minutes(span_label(minutes)) == minutes


@pytest.mark.parametrize(
    ("text", "minute"), [("9", 540), ("9:05", 545), ("09.05", 545), ("0905", 545), ("23:59", 1439), ("00:00", 0)]
)
def test_that_a_time_of_day_is_read(text: str, minute: int) -> None:
    assert parse_clock(text) == minute


@pytest.mark.parametrize("text", ["", "24:00", "9:60", "9:5", "905", "noon", "-1", "²"])
def test_that_what_is_no_time_of_day_is_refused(text: str) -> None:
    assert parse_clock(text) is None


@pytest.mark.parametrize(
    ("minute", "label"),
    [(0, "00:00"), (545, "09:05"), (1440, "24:00"), (1441, "00:01 (+1)"), (1500, "01:00 (+1)"), (2880, "00:00 (+2)")],
)
def test_that_midnight_and_later_are_told_apart__cases_11_and_12(minute: int, label: str) -> None:
    assert clock_label(minute) == label
