from __future__ import annotations

import pytest
from live_runs import P1, plan, unit

from facilitator.live.phases import Phase, phase_of, thresholds
from facilitator.live.state import before_start
from facilitator.live.view import view_at

LENGTHS = {
    "C112": (unit("A", 600), (120, 30)),
    "C113": (unit("A", 600, warning_s=200, danger_s=100), (200, 100)),
    "C114": (unit("A", 180), (36, 9)),
    "C115": (unit("A", 7200), (120, 60)),
}


@pytest.mark.parametrize(("one", "expected"), LENGTHS.values(), ids=list(LENGTHS))
def test_that_warning_and_danger_begin_at_their_shares(one: object, expected: tuple[float, float]) -> None:
    assert thresholds(plan(one), 0) == pytest.approx(expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("remaining", "phase"),
    [
        (120.1, Phase.NORMAL),
        (120, Phase.WARNING),
        (30.1, Phase.WARNING),
        (30, Phase.DANGER),
        (0, Phase.DANGER),
        (-0.1, Phase.OVER),
    ],
)
def test_that_a_bound_belongs_to_the_heavier_phase(remaining: float, phase: Phase) -> None:
    assert phase_of(P1, 0, remaining) is phase


def test_that_there_is_no_phase_before_the_start() -> None:
    assert view_at(P1, before_start(P1), 0).phase is Phase.NONE
