from __future__ import annotations

import json

import pytest
from live_plans import day_plan
from live_runs import P1, log, press

from facilitator.foundation.records import RecordError
from facilitator.live.fold import fold
from facilitator.live.log import (
    LogEvent,
    event_to_plain,
    events_from_lines,
    events_from_plain,
    header_from_plain,
    header_of,
    header_to_plain,
)

EVENTS = press(P1, (0, "start"), (100, "extend", {"seconds": 60}), (101, "start"))


def lines(events: tuple[LogEvent, ...] = EVENTS) -> list[str]:
    return [json.dumps(event_to_plain(event)) for event in events]


def test_that_events_survive_being_written_as_json_lines() -> None:
    assert events_from_lines(lines()).events == EVENTS


def test_that_a_torn_last_line_is_left_out() -> None:
    torn = [*lines()[:-1], lines()[-1][:-20]]
    read = events_from_lines(torn)
    assert [read.events, read.unreadable] == [EVENTS[:-1], 1]


@pytest.mark.parametrize("line", ["[]", "null", "3", '{"seq": 9}', '{"seq": "x"}', "\x00\x00", "[" * 5000, '"text"'])
def test_that_lines_that_are_no_events_are_left_out(line: str) -> None:
    assert events_from_lines([*lines(), line]).events == EVENTS


def test_that_times_that_are_no_numbers_are_left_out() -> None:
    broken = {**event_to_plain(EVENTS[0]), "seq": 9, "t": float("nan")}
    assert events_from_plain([broken]).unreadable == 1


def test_that_a_doubled_event_counts_once() -> None:
    read = events_from_lines([*lines(), lines()[1]])
    assert [read.events, read.unreadable] == [EVENTS, 1]


def test_that_events_are_put_in_the_order_of_their_numbers() -> None:
    assert events_from_lines(reversed(lines())).events == EVENTS


def test_that_an_event_of_a_newer_version_is_kept_and_changes_nothing() -> None:
    newer = {**event_to_plain(EVENTS[0]), "seq": 9, "t": 200.0, "type": "confetti", "colour": "blue"}
    read = events_from_plain([*(event_to_plain(event) for event in EVENTS), newer])
    assert read.events[-1].type == "confetti"
    assert fold(P1, read.events, 300) == fold(P1, EVENTS, 300)


def test_that_an_event_stamped_before_its_predecessor_is_taken_at_the_predecessor_s_time() -> None:
    events = log((0, "start"), (100, "pause"), (40, "resume"))
    state = fold(P1, events, 200)
    assert state.visit is not None
    assert [state.visit.paused_s, state.floor_s] == [0, 100]


def test_that_a_header_keeps_the_whole_plan_with_its_fingerprint() -> None:
    header = header_of("run-1", day_plan())
    read = header_from_plain(json.loads(json.dumps(header_to_plain(header))))
    assert read == header
    assert read.is_intact()


def test_that_a_plan_that_was_tampered_with_is_noticed() -> None:
    plain = header_to_plain(header_of("run-1", day_plan()))
    plain["plan"]["units"][0]["planned_s"] = 1.0
    assert not header_from_plain(plain).is_intact()


def test_that_a_broken_header_says_where() -> None:
    with pytest.raises(RecordError):
        header_from_plain({"run_id": "x"})
