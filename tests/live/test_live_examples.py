"""The worked examples of the session clock, by their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from live_runs import ADVANCE, AUT, CTE, GAP, P1, A, plan, press, probe, unit

if TYPE_CHECKING:
    from facilitator.live.timetable import Timetable

S0 = (0, "start")
FIXED_B = plan(A, unit("B", 300, fixed_start_s=500))
TWO_GAPS = plan(A, unit("B", 600, fixed_start_s=700), unit("C", 600, fixed_start_s=1500))
LATE_PIN = plan(unit("A", 3600), unit("B", 3600, fixed_start_s=7200))
UNTIL = plan(unit("A", 3600), unit("Z", fixed_end_s=7200))
TALK = plan(unit("A", fixed_end_s=10800))
HOUR = plan(unit("A", 3600))
E_FIXED = plan(unit("E1", 600), unit("E2", 600, fixed_start_s=900))
E_SET_UP = plan(unit("E1", 600), unit("set-up", 300), unit("E2", 600))
CHAIN = plan(*(unit(n, 60, end_action=ADVANCE) for n in "ABC"), unit("D", 600))
WAIT = plan(unit("A", 600, end_action=ADVANCE), unit("B", 300, fixed_start_s=900))
MIDNIGHT = plan(unit("A", 1200))


def n(t: float, kind: str = "next", **arguments: Any) -> tuple[float, str, dict[str, Any]]:
    return (t, kind, arguments)


def more(t: float, seconds: float) -> tuple[float, str, dict[str, Any]]:
    return (t, "extend", {"seconds": seconds})


def gap(from_s: float, to_s: float) -> tuple[float, str, dict[str, Any]]:
    return (to_s, "gap", {"from_s": from_s, "to_s": to_s})


def restore(mode: str) -> tuple[float, str, dict[str, Any]]:
    return (900, "restore", {"mode": mode, "from_s": 700, "to_s": 900})


CASES: list[tuple[str, Timetable, list[Any], dict[float, dict[str, Any]]]] = [
    ("C01", P1, [], {-120: {"status": "ready", "name": "A", "re": 600, "dr": 0, "fi": 1800, "nx": 600}}),
    ("C02", P1, [], {300: {"status": "ready", "dr": 300, "fi": 2100}}),
    ("C03", P1, [S0], {250: {"el": 250, "re": 350, "dr": 0, "fi": 1800}}),
    ("C04", P1, [(50, "start")], {50: {"dr": 50, "rel": 0, "fi": 1850}}),
    ("C05", P1, [(-50, "start")], {-50: {"dr": -50, "rel": 0, "fi": 1750}}),
    ("C08", P1, [S0], {600: {"status": "running", "re": 0}, 600.5: {"status": "overtime", "re": -0.5, "dr": 0.5}}),
    ("C09", P1, [S0], {610: {"re": -10, "dr": 10, "fi": 1810}}),
    ("C11", P1, [S0, (125, "pause")], {150: {"el": 125, "re": 475, "dr": 25}, 425: {"re": 475, "dr": 300}}),
    ("C12", P1, [S0, (120, "pause"), (420, "resume")], {420: {"el": 120, "re": 480, "dr": 300}, 480: {"el": 180}}),
    (
        "C13",
        P1,
        [S0, (10, "pause"), (20, "pause"), (40, "resume"), (41, "resume")],
        {42: {"el": 12, "paused": 30}},
    ),
    (
        "C14",
        P1,
        [S0, (100, "pause"), (160, "resume"), (200, "pause"), (230, "resume")],
        {300: {"el": 210, "re": 390, "dr": 90}},
    ),
    ("C17", P1, [S0, (650, "pause")], {700: {"status": "paused", "re": -50, "dr": 100}}),
    ("C18", P1, [S0, (300, "pause"), n(360)], {360: {"name": "B", "status": "running", "dr": -240}}),
    (
        "C19",
        P1,
        [S0, more(120, 300), more(121, -480)],
        {120: {"el": 120, "re": 780, "dr": 300}, 121: {"re": 299, "dr": -180}},
    ),
    ("C20", P1, [(50, "start"), more(60, 10)], {60: {"dr": 60, "rel": 10}}),
    ("C21", P1, [S0, more(200, -500)], {200: {"status": "overtime", "re": -100, "dr": -400, "fi": 1400}}),
    ("C22", P1, [S0, more(10, -1000)], {10: {"re": -10, "dr": -590}}),
    ("C23", P1, [S0, more(650, 120)], {649: {"re": -49, "dr": 49}, 650: {"re": 70, "dr": 120}}),
    ("C24", P1, [S0, more(700, 60)], {700: {"re": -40, "dr": 100}}),
    (
        "C25",
        P1,
        [S0, (100, "pause"), more(150, 60), (200, "resume")],
        {150: {"el": 100, "re": 560, "dr": 110}, 200: {"dr": 160}},
    ),
    ("C28", P1, [S0, n(480)], {480: {"name": "B", "dr": -120, "fi": 1680}}),
    ("C29", P1, [S0, n(700)], {700: {"name": "B", "dr": 100, "fi": 1900}}),
    ("C31", P1, [S0, n(600), n(1500), n(1790)], {1800: {"status": "finished", "dr": -10, "fi": 1790, "fd": -10}}),
    ("C33", P1, [S0, n(600), n(660, "previous")], {660: {"name": "A", "re": 600, "dr": 660, "fi": 2460}}),
    ("C34", P1, [S0, n(100, "previous")], {150: {"el": 150}}),
    ("C35", P1, [S0, n(400, "jump", unit="C")], {400: {"name": "C", "dr": -1100, "fi": 700}}),
    ("C38", P1, [n(0, "jump", unit="B")], {0: {"name": "B", "dr": -600, "rel": -600, "fi": 1200}}),
    ("C39", P1, [S0, more(50, 120), (200, "restart")], {200: {"el": 0, "re": 600, "dr": 200}}),
    (
        "C41",
        P1,
        [S0, n(100, "skip", unit="B"), n(600)],
        {100: {"nx": 600, "fi": 900}, 600: {"name": "C", "dr": -900}},
    ),
    (
        "C48",
        P1,
        [S0, n(100, "adjust", unit="C", seconds=-120), n(600), n(1500)],
        {100: {"dr": 0, "fd": -120}, 1500: {"name": "C", "re": 180, "dr": -120}},
    ),
    (
        "C50",
        P1,
        [S0, n(300), (305, "undo")],
        {304: {"name": "B", "el": 4}, 305: {"name": "A", "el": 305, "re": 295, "dr": 0}},
    ),
    (
        "C51",
        P1,
        [S0, more(100, 60), n(300), (310, "undo"), (311, "undo")],
        {310: {"name": "A", "re": 350, "dr": 60}, 311: {"re": 289, "dr": 0}},
    ),
    ("C53", P1, [S0, (100, "pause"), (160, "undo")], {160: {"status": "running", "el": 160, "dr": 0}}),
    ("C56", GAP, [S0], {700: {"dr": 100, "nx": 900, "fd": 0}}),
    ("C57", GAP, [S0], {1000: {"dr": 400, "nx": 1000, "fi": 3400, "fd": 100}}),
    ("C58", GAP, [S0], {900: {"dr": 300, "nx": 900, "fd": 0}}),
    ("C59", GAP, [(-100, "start")], {-100: {"dr": -100, "nx": 900, "fd": 0}}),
    ("C61", GAP, [S0, n(600)], {600: {"name": "L", "dr": -300, "fi": 3000}}),
    ("C62", FIXED_B, [S0], {0: {"nx": 600, "fi": 900}}),
    ("C63", TWO_GAPS, [S0], {850: {"dr": 250, "fd": 0}, 1000: {"nx": 1000, "fd": 100}}),
    ("C64", LATE_PIN, [(7200, "start")], {7200: {"nx": 10800, "fd": 3600}}),
    ("C66 C67", CTE, [S0, n(700)], {700: {"re": 800, "dr": 0, "fd": 0}, 1540: {"re": -40, "dr": 40}}),
    ("C68", CTE, [S0, n(1520)], {1520: {"status": "overtime", "re": -20, "dr": 20}}),
    ("C69", CTE, [S0, n(600), more(800, 120)], {800: {"re": 820, "dr": 120}}),
    (
        "C70",
        CTE,
        [S0, n(600), (700, "pause"), (900, "resume")],
        {800: {"el": 100, "re": 700, "dr": 0}, 900: {"re": 600}},
    ),
    ("C71", CTE, [S0], {900: {"dr": 300, "fd": 0}, 1600: {"dr": 1000, "fd": 100}}),
    ("C72", UNTIL, [S0], {3825: {"dr": 225, "fi": 7200, "fd": 0}}),
    ("C73", TALK, [(420, "start")], {420: {"re": 10380, "fi": 10800}}),
    ("C74", HOUR, [(-900, "start")], {-900: {"fi": 2700}}),
    ("C76", E_FIXED, [S0], {780: {"nx": 900, "fd": 0}}),
    ("C77", E_SET_UP, [S0, n(780)], {780: {"name": "set-up", "nx": 1080}}),
    ("C80", AUT, [S0], {599: {"name": "A", "re": 1}, 600: {"name": "B", "el": 0}}),
    ("C81", CHAIN, [S0, gap(30, 200)], {200: {"name": "D", "el": 20, "re": 580, "dr": 0}}),
    (
        "C82",
        WAIT,
        [S0],
        {700: {"name": "A", "status": "running", "re": 0, "wait": 200, "dr": 0}, 900: {"name": "B", "el": 0}},
    ),
    ("C86", AUT, [S0, n(600.4), n(601.5)], {601: {"name": "B", "el": 1}, 601.5: {"name": "C"}}),
    (
        "C87",
        AUT,
        [S0, (590, "pause"), (700, "resume")],
        {705: {"name": "A", "re": 5}, 710: {"name": "B", "el": 0, "dr": 110}},
    ),
    ("C91", AUT, [S0, more(300, -400)], {300: {"name": "B", "el": 0, "dr": -300}}),
    ("C94", P1, [S0, gap(0, 480)], {480: {"re": 120, "dr": 0}}),
    (
        "C95",
        P1,
        [S0, gap(100, 580), n(590, "gap_as_pause", from_s=100, to_s=580)],
        {585: {"el": 585}, 590: {"el": 110, "re": 490, "dr": 480}},
    ),
    ("C99", P1, [S0, n(600), restore("continue")], {900: {"name": "B", "status": "running", "el": 300, "dr": 0}}),
    ("C100", P1, [S0, n(600), restore("exclude")], {900: {"status": "running", "el": 100, "dr": 200}}),
    ("C101", P1, [S0, n(600), restore("hold")], {900: {"status": "paused", "el": 100, "dr": 200}}),
    ("C104", P1, [S0, n(100, "wall_shift", seconds=90)], {100: {"re": 500, "dr": 0}}),
    (
        "C105",
        GAP,
        [S0, n(100, "wall_shift", seconds=60), n(100, "follow_clock")],
        {100: {"dr": 60, "rel": 0, "nx": 840, "fd": 0}},
    ),
    (
        "C109",
        MIDNIGHT,
        [S0, (300, "pause"), (1200, "resume")],
        {1200: {"el": 300, "re": 900, "dr": 900, "fi": 2100}},
    ),
]


@pytest.mark.parametrize(
    ("table", "entries", "probes"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_that_the_session_clock_agrees_with_the_worked_example(
    table: Timetable, entries: list[Any], probes: dict[float, dict[str, Any]]
) -> None:
    events = press(table, *entries)
    for t, expected in probes.items():
        seen = probe(table, events, t)
        found = {name: getattr(seen, name) for name in expected}
        assert found == pytest.approx(expected, abs=1e-6), t


REFUSED = {
    "C13": [(20, "not-running"), (41, "not-paused")],
    "C34": [(100, "first-unit")],
    "C86": [(600.4, "too-soon")],
}


@pytest.mark.parametrize("name", REFUSED)
def test_that_the_worked_example_refuses_what_it_should(name: str) -> None:
    _, table, entries, _ = next(case for case in CASES if case[0] == name)
    assert [(e.t, e.reason) for e in press(table, *entries) if not e.accepted] == REFUSED[name]


def test_that_a_fixed_start_inside_the_unit_before_it_is_an_overlap() -> None:
    assert [(o.unit_id, o.seconds) for o in FIXED_B.overlaps] == [("B", 100)]


def test_that_taking_too_much_time_leaves_an_end_at_the_start() -> None:  # C22: due 0
    from facilitator.live.rules import due_s

    seen = probe(P1, press(P1, S0, more(10, -1000)), 10)
    assert seen.state.visit is not None
    assert due_s(P1, seen.state, seen.state.visit, 10) == 0


BOOT_CAMP = plan(
    unit("welcome", 900),
    unit("listen", 1800),
    unit("energiser", 300, optional=True),
    unit("write", 2700),
    unit("break", 900, fixed_start_s=6300, fixed_end_s=7200),
    unit("share", 2700, fixed_start_s=7200),
    unit("plan", 1500),
    unit("lunch", 3600),
)


def test_that_a_boot_camp_morning_goes_from_late_to_an_early_lunch() -> None:  # C118
    events = press(
        BOOT_CAMP,
        (180, "start"),
        n(1200),  # listen, 5 min behind
        more(2400, 180),
        (2600, "pause"),
        (2720, "resume"),
        n(3300, "skip", unit="energiser"),
        n(3300),  # write, at once
        n(3600, "adjust", unit="write", seconds=-60),  # it runs already: refused
        n(6240),  # break, early: it ends at its fixed time all the same
        n(7200),  # share
        n(9000),  # plan, 15 min early
    )
    assert [e.reason for e in events if not e.accepted] == ["not-coming"]
    expected: dict[float, dict[str, Any]] = {
        180: {"name": "welcome", "dr": 180, "fd": 0, "nx": 1080},
        1100: {"name": "welcome", "re": -20, "dr": 200, "fd": 0},
        1200: {"name": "listen", "re": 1800, "dr": 300, "nx": 3000},
        2400: {"re": 780, "dr": 480, "fd": 0},
        2660: {"status": "paused", "re": 580, "dr": 540},
        2720: {"status": "running", "re": 580, "dr": 600, "nx": 3300},
        3300: {"name": "write", "re": 2700, "dr": 300, "nx": 6300, "fd": 0},
        6200: {"re": -200, "dr": 500, "nx": 6300, "fd": 0},
        6240: {"name": "break", "re": 960, "dr": 0, "nx": 7200},
        7200: {"name": "share", "re": 2700, "dr": 0, "fd": 0},
        9000: {"name": "plan", "re": 1500, "dr": -900, "nx": 10500, "fd": -900},
    }
    for t, values in expected.items():
        seen = probe(BOOT_CAMP, events, t)
        assert {name: getattr(seen, name) for name in values} == values, t
    lunch = press(BOOT_CAMP, *((e.t, e.type, dict(e.arguments)) for e in events), n(10620))
    assert probe(BOOT_CAMP, lunch, 10620).projection.current is not None
    assert probe(BOOT_CAMP, lunch, 10620).name == "lunch"
    assert probe(BOOT_CAMP, lunch, 10620).dr == -780  # 13 min early
