"""The axis of a chart and the numbers on it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.curriculum.text import Chart, ChartType, Series
from facilitator.export.charts.axis import axis_of, shows_axis_always
from facilitator.export.charts.numerals import Numerals, decimals_of

NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 2))


def chart(*values: float, low: float | None = None, high: float | None = None, kind: str = "columns") -> Chart:
    names = tuple(f"c{n}" for n in range(len(values)))
    return Chart(ChartType(kind), names, (Series("s", values),), "%", "alt", low, high)


@pytest.mark.parametrize(
    ("values", "ends", "ticks"),
    [
        ((40.0, 46.0), (None, None), (0, 10, 20, 30, 40, 50)),
        ((3.0, 96.0), (None, None), (0, 20, 40, 60, 80, 100)),
        ((0.0, 0.0), (None, None), (0, 0.2, 0.4, 0.6, 0.8, 1)),
        ((-12.0, 18.0), (None, None), (-20, -10, 0, 10, 20)),
        ((-7.0, -2.0), (None, None), (-8, -6, -4, -2, 0)),
        ((33.0, 35.0), (30.0, 36.0), (30, 31, 32, 33, 34, 35, 36)),
        ((33.0, 35.0), (32.0, 36.0), (32, 33, 34, 35, 36)),
        ((40.0, 46.0), (0.0, 100.0), (0, 20, 40, 60, 80, 100)),
        ((33.0, 35.0), (30.0, None), (30, 31, 32, 33, 34, 35)),
        ((33.0, 35.0), (None, 40.0), (0, 10, 20, 30, 40)),
        ((5.0, 5.0), (5.0, None), (5, 5.2, 5.4, 5.6, 5.8, 6)),
        ((-5.0, -3.0), (None, -3.0), (-5, -4.5, -4, -3.5, -3)),
        ((0.1, 0.3), (None, None), (0, 0.1, 0.2, 0.3)),
        ((1200.0, 48_000.0), (None, None), (0, 10_000, 20_000, 30_000, 40_000, 50_000)),
    ],
)
def test_that_the_axis_has_round_numbers_and_keeps_the_ends_it_is_given(
    values: tuple[float, ...], ends: tuple[float | None, float | None], ticks: tuple[float, ...]
) -> None:
    axis = axis_of(chart(*values, low=ends[0], high=ends[1]))
    assert axis.ticks == ticks
    assert (axis.low, axis.high) == (ticks[0], ticks[-1])


@given(st.lists(NUMBERS, min_size=2, max_size=8))
@example([0.06, -250_000_000.0])
def test_that_every_axis_takes_in_zero_and_all_values_with_a_few_ticks(values: list[float]) -> None:
    axis = axis_of(chart(*values))
    assert axis.low <= min(0.0, *values) <= max(0.0, *values) <= axis.high
    assert axis.base == 0
    assert 3 <= len(axis.ticks) <= 8
    assert all(-1e-9 <= axis.share(value) <= 1 + 1e-9 for value in values)


@given(NUMBERS, st.floats(0.01, 1e6).map(lambda length: round(length, 2)))
def test_that_given_ends_are_the_ends_and_the_ticks_stay_between(low: float, length: float) -> None:
    axis = axis_of(chart(low, low + length, low=low, high=low + length))
    assert (axis.low, axis.high) == (pytest.approx(low), pytest.approx(low + length))
    assert 2 <= len(axis.ticks) <= 8
    assert axis.ticks[-1] <= axis.high + length * 1e-6


@pytest.mark.parametrize(("low", "high", "base"), [(30.0, None, 30.0), (None, None, 0.0), (-9.0, -1.0, -1.0)])
def test_that_bars_stand_on_zero_or_on_the_end_nearest_to_it(
    low: float | None, high: float | None, base: float
) -> None:
    values = (-5.0, -3.0) if high else (33.0, 35.0)
    assert axis_of(chart(*values, low=low, high=high)).base == base


def test_that_a_fixed_end_is_always_shown_with_its_number() -> None:
    assert shows_axis_always(chart(1.0, 2.0, low=0.0))
    assert shows_axis_always(chart(1.0, 2.0, kind="line"))
    assert not shows_axis_always(chart(1.0, 2.0))


@pytest.mark.parametrize(
    ("numerals", "value", "words"),
    [
        (Numerals(0, "%"), 46.0, "46\u00a0%"),
        (Numerals(1, "%"), 46.5, "46.5\u00a0%"),
        (Numerals(0, ""), 48_000.0, "48,000"),
        (Numerals(0, ""), -3.0, "\u22123"),
        (Numerals(0, ""), -0.2, "0"),
    ],
)
def test_that_numbers_are_written_as_people_read_them(numerals: Numerals, value: float, words: str) -> None:
    assert numerals.words(value) == words


@pytest.mark.parametrize(
    ("values", "decimals"), [((1.0, 2.0), 0), ((1.0, 2.5), 1), ((1.25, 2.0), 2), ((0.1 + 0.2,), 1), ((1 / 3,), 2)]
)
def test_that_all_numbers_have_as_many_decimals_as_the_longest_two_at_most(
    values: tuple[float, ...], decimals: int
) -> None:
    assert decimals_of(values) == decimals


def test_that_the_number_format_of_office_has_the_unit_in_quotes() -> None:
    assert Numerals(1, "%").office_format() == '#,##0.0"\u00a0%";"\u2212"#,##0.0"\u00a0%"'
    assert Numerals(0, 'a"b').office_format() == '#,##0"\u00a0ab";"\u2212"#,##0"\u00a0ab"'
