from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from facilitator.live.labels import (
    WallLabels,
    countdown_text,
    drift_words,
    elapsed_text,
    finish_words,
    grouping_words,
    round_label,
    span_words,
    whole_minutes,
)
from facilitator.live.plan import Cue, CueKind, RunPlan


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (299.7, "5:00"),
        (300, "5:00"),
        (0.3, "0:01"),
        (0, "0:00"),
        (-0.3, "0:00"),
        (-0.999, "0:00"),
        (-1, "+0:01"),
        (-1.5, "+0:01"),
        (-61, "+1:01"),
        (3599.2, "1:00:00"),
        (10380, "2:53:00"),
        (600.0000000001, "10:00"),
    ],
)
def test_that_a_countdown_is_rounded_up_and_overtime_shown_from_a_second_on(seconds: float, text: str) -> None:
    assert countdown_text(seconds) == text


@pytest.mark.parametrize("elapsed", [0.0, 0.3, 0.7, 59.9, 60.0, 123.456, 599.9])
def test_that_elapsed_and_countdown_add_up_on_the_screen(elapsed: float) -> None:
    def seconds(text: str) -> int:
        return int(text.split(":", maxsplit=1)[0]) * 60 + int(text.split(":")[1])

    assert seconds(elapsed_text(elapsed)) + seconds(countdown_text(600 - elapsed)) == 600


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "on time"),
        (30, "on time"),
        (-30, "on time"),
        (31, "1 min behind"),
        (89, "1 min behind"),
        (90, "2 min behind"),
        (360, "6 min behind"),
        (-180, "3 min ahead"),
        (-31, "1 min ahead"),
    ],
)
def test_that_drift_is_said_in_whole_minutes(seconds: float, words: str) -> None:
    assert drift_words(seconds) == words


def test_that_the_end_is_said_with_its_lateness() -> None:
    assert finish_words(10, "12:30") == "still ends 12:30"
    assert finish_words(480, "12:38") == "ends 12:38, 8 min behind"


@pytest.mark.parametrize(("seconds", "minutes"), [(29, 0), (30, 1), (-30, -1), (-29, 0), (90, 2)])
def test_that_halves_round_away_from_zero(seconds: float, minutes: int) -> None:
    assert whole_minutes(seconds) == minutes


@pytest.mark.parametrize(("seconds", "words"), [(40, "40 s"), (480, "8 min"), (3900, "1 h 5 min")])
def test_that_spans_are_said_in_the_unit_that_fits(seconds: float, words: str) -> None:
    assert span_words(seconds) == words


def labels(clock: str, offset_s: float = 0.0, zone: str = "Europe/Vienna") -> WallLabels:
    start = datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo("Europe/Vienna")).timestamp()
    return WallLabels(RunPlan((), zone, start), offset_s)


def test_that_times_of_day_follow_the_zone_of_the_plan() -> None:  # C73, C74
    assert labels("2026-11-23T13:30").minute(10800) == "16:30"
    assert labels("2026-11-23T20:00").minute(2700) == "20:45"


def test_that_the_next_day_is_marked() -> None:  # C109
    assert labels("2026-11-23T23:50").minute(2100) == "00:25 (+1)"


def test_that_a_clock_that_was_set_moves_the_labels() -> None:  # C104
    assert labels("2026-11-23T09:00", offset_s=90).second(600) == "09:11:30"


def test_that_a_change_of_summer_time_is_a_label_only() -> None:
    assert labels("2026-03-29T01:30").minute(7200) == "04:30"


def test_that_an_expected_time_is_rounded_and_the_clock_is_not() -> None:
    assert labels("2026-11-23T09:00").minute(50) == "09:01"
    assert labels("2026-11-23T09:00").clock(59) == "09:00"


def test_that_an_unknown_zone_is_shown_in_utc() -> None:
    assert labels("2026-11-23T09:00", zone="Nowhere/At all").minute(0) == "08:00"


def test_that_rounds_are_counted_when_there_are_several() -> None:
    assert round_label(Cue(CueKind.TIMED, "Round", round_number=2, round_count=3)) == "2 of 3"
    assert round_label(Cue(CueKind.TIMED, "Only one", round_number=1, round_count=1)) == ""


def test_that_groupings_are_said_with_their_size() -> None:
    assert grouping_words("groups", 4) == "in groups of 4"
    assert grouping_words("pairs") == "in pairs"
    assert grouping_words("something new", 4) == ""
