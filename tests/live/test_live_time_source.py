from __future__ import annotations

import pytest

from facilitator.foundation.clocks import Instant
from facilitator.live.time_source import (
    NoticeKind,
    first_reading,
    kept_anchor,
    next_reading,
    reading_after_restart,
)

START_S = 1_000_000.0


def instant(wall: float = 0, boot: float = 0, mono: float | None = None, **fields: object) -> Instant:
    counts = bool(fields.get("counts", True))
    return Instant(
        START_S + wall, 500 + boot, 100 + (boot if mono is None else mono), str(fields.get("id", "b")), counts
    )


def after(then: Instant, now: Instant) -> tuple[float, list[tuple[NoticeKind, float]]]:
    begun = first_reading(then, START_S)
    reading = next_reading(begun.anchor, now)
    return reading.t - begun.t, [(notice.kind, round(notice.seconds, 3)) for notice in reading.notices]


def test_that_session_time_begins_as_the_wall_clock_says() -> None:
    assert first_reading(instant(wall=-120), START_S).t == -120


CASES = {
    "T01 nothing odd": (instant(wall=0.2, boot=0.2), 0.2, []),
    "T02 slept": (instant(wall=480, boot=480), 480, [(NoticeKind.GAP, 480)]),
    "frozen for just under five seconds": (instant(wall=4.9, boot=4.9), 4.9, []),
    "frozen for five seconds": (instant(wall=5, boot=5), 5, [(NoticeKind.GAP, 5)]),
    "clock set ahead": (instant(wall=90.2, boot=0.2), 0.2, [(NoticeKind.WALL_SHIFT, 90)]),
    "clock set back five years": (instant(wall=-1.6e8, boot=0.2), 0.2, [(NoticeKind.WALL_SHIFT, -1.6e8 - 0.2)]),
    "clock nudged": (instant(wall=1.9, boot=0.2), 0.2, []),
    "clock set while asleep": (
        instant(wall=540, boot=480),
        480,
        [(NoticeKind.GAP, 480), (NoticeKind.WALL_SHIFT, 60)],
    ),
}


@pytest.mark.parametrize(("now", "seconds", "notices"), CASES.values(), ids=list(CASES))
def test_that_time_follows_the_clock_that_nobody_can_set(
    now: Instant, seconds: float, notices: list[tuple[NoticeKind, float]]
) -> None:
    elapsed, found = after(instant(), now)
    assert elapsed == pytest.approx(seconds)
    assert [kind for kind, _ in found] == [kind for kind, _ in notices]
    assert [s for _, s in found] == pytest.approx([s for _, s in notices])


STOPS = {
    "T08 perhaps asleep": (480.25, 0.25, 480.25, [NoticeKind.GAP_OR_SHIFT]),
    "nothing odd": (0.25, 0.25, 0.25, []),
    "set back": (-90, 0.25, 0.25, [NoticeKind.WALL_SHIFT]),
    "set ahead a little": (3.25, 0.25, 0.25, [NoticeKind.WALL_SHIFT]),
}


@pytest.mark.parametrize(("wall", "mono", "seconds", "notices"), STOPS.values(), ids=list(STOPS))
def test_that_a_clock_that_stops_in_sleep_is_helped_by_the_wall_clock(
    wall: float, mono: float, seconds: float, notices: list[NoticeKind]
) -> None:
    elapsed, found = after(instant(counts=False), instant(wall, 0, mono, counts=False))
    assert elapsed == pytest.approx(seconds)
    assert [kind for kind, _ in found] == notices


def test_that_a_clock_that_creeps_is_noticed_once_in_two_seconds_and_never_moves_session_time() -> None:
    reading = first_reading(instant(), START_S)
    shifts = 0
    for second in range(1, 601):
        reading = next_reading(reading.anchor, instant(wall=second * 1.01, boot=second))
        shifts += len(reading.notices)
    assert reading.t == pytest.approx(600)
    assert shifts in {2, 3}


def test_that_another_process_goes_on_by_the_boot_clock() -> None:
    kept = kept_anchor(700, boot_s=500, wall_s=START_S, boot_id="b")
    assert reading_after_restart(kept, instant(wall=200, boot=200)).t == 900


def test_that_a_clock_set_between_two_processes_is_noticed() -> None:
    kept = kept_anchor(700, boot_s=500, wall_s=START_S, boot_id="b")
    reading = reading_after_restart(kept, instant(wall=3800, boot=200))
    assert reading.t == 900
    assert [(n.kind, n.seconds) for n in reading.notices] == [(NoticeKind.WALL_SHIFT, 3600)]


@pytest.mark.parametrize(("boot_id", "wall", "t"), [("other", 200, 900), ("other", -50, 700), ("", 200, 900)])
def test_that_after_a_restart_of_the_computer_the_wall_clock_must_do_but_never_backwards(
    boot_id: str, wall: float, t: float
) -> None:
    kept = kept_anchor(700, boot_s=500, wall_s=START_S, boot_id="b" if boot_id else "")
    assert reading_after_restart(kept, instant(wall=wall, boot=-400, id=boot_id)).t == t
