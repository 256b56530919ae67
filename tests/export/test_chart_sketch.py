"""Charts laid out: nothing leaves the frame, nothing covers anything, and it stays legible."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.curriculum.text import Chart, ChartType, Series
from facilitator.export.charts.looks import looks_of
from facilitator.export.charts.places import Side, bars, base_place, points, tick_places, value_labels
from facilitator.export.charts.sketch import LINE_HEIGHT, Box, sketch

if TYPE_CHECKING:
    from facilitator.export.charts.sketch import Sketch

WIDTH, HEIGHT = 845.0, 313.0
VALUES = st.integers(-90, 900).map(float)


def measure(words: str, size: float) -> float:
    """Every letter is as wide as those of Inter are in the middle."""
    return len(words) * size * 0.56


def chart(
    kind: str, *rows: tuple[float, ...], unit: str = "%", names: tuple[str, ...] = (), low: float | None = None
) -> Chart:
    names = names or tuple(f"Week {n}" for n in range(len(rows[0])))
    series = tuple(Series(f"Series {n}", values) for n, values in enumerate(rows))
    return Chart(ChartType(kind), names, series, unit, "alt", low)


@st.composite
def charts(draw: st.DrawFn, kinds: tuple[str, ...] = ("columns", "bars", "line")) -> Chart:
    count, rows = draw(st.integers(2, 8)), draw(st.integers(1, 4))
    name = st.text("abcde ", min_size=1, max_size=40).filter(str.strip)
    names = tuple(draw(st.lists(name, min_size=count, max_size=count)))
    values = [tuple(draw(st.lists(VALUES, min_size=count, max_size=count))) for _ in range(rows)]
    unit = draw(st.sampled_from(["%", "", "minutes"]))
    return chart(draw(st.sampled_from(kinds)), *values, unit=unit, names=names)


def laid_out(wanted: Chart, width: float = WIDTH, height: float = HEIGHT, least_pt: float = 14) -> Sketch:
    return sketch(wanted, width, height, measure, least_pt)


def is_inside(box: Box, width: float = WIDTH, height: float = HEIGHT) -> bool:
    return box.x >= -0.01 and box.y >= -0.01 and box.right <= width + 0.01 and box.bottom <= height + 0.01


@given(charts())
def test_that_plot_legend_and_labels_of_values_stay_in_the_frame(wanted: Chart) -> None:
    made = laid_out(wanted)
    boxes = [made.plot, *(label.box for label in value_labels(made, measure))]
    assert [box for box in boxes if not is_inside(box)] == []


@given(charts(kinds=("columns", "bars")))
def test_that_bars_reach_from_the_base_to_their_value_and_never_overlap(wanted: Chart) -> None:
    made = laid_out(wanted)
    drawn = list(bars(made))
    lying = wanted.type is ChartType.BARS
    for bar in drawn:
        value = wanted.series[bar.series].values[bar.category]
        length = (bar.box.width if lying else bar.box.height) / (made.plot.width if lying else made.plot.height)
        assert length == pytest.approx(abs(made.axis.share(value) - made.axis.share(made.axis.base)), abs=1e-6)
    assert not any(one.box.overlaps(other.box) for one, other in combinations(drawn, 2))


@given(charts(kinds=("line",)))
def test_that_labels_of_lines_cover_neither_each_other_nor_a_point(wanted: Chart) -> None:
    made = laid_out(wanted)
    labels = value_labels(made, measure)
    assert not any(one.box.overlaps(other.box) for one, other in combinations(labels, 2))
    for label in labels:
        assert not any(
            label.box.x < point.x < label.box.right and label.box.y < point.y < label.box.bottom
            for point in points(made)
        )


@given(charts(kinds=("columns",)))
def test_that_labels_of_columns_cover_no_neighbour_at_the_same_height(wanted: Chart) -> None:
    made = laid_out(wanted)
    labels = sorted(value_labels(made, measure), key=lambda label: label.box.x)
    level = [(a, b) for a, b in combinations(labels, 2) if a.side is b.side and abs(a.box.y - b.box.y) < 1]
    assert not any(one.box.overlaps(other.box) for one, other in level)


@given(charts())
def test_that_no_value_is_without_either_its_label_or_an_axis_with_numbers(wanted: Chart) -> None:
    made = laid_out(wanted)
    count = len(wanted.series) * len(wanted.categories)
    assert made.ticks is not None or len(value_labels(made, measure)) == count
    assert made.size_pt >= 14


def test_that_the_room_decides_how_large_the_letters_are() -> None:
    wanted = chart("columns", *[(40.0, 46.0, 43.0, 41.0)] * 3)
    assert laid_out(wanted).size_pt == 18
    assert laid_out(wanted, width=520).size_pt < 18
    assert laid_out(wanted, least_pt=24.4).size_pt == 24.4


def test_that_crowded_labels_lose_first_the_unit_and_then_give_way_to_the_axis() -> None:
    rows = [(40.0, 46.0, 43.0, 41.0)] * 4
    wide, middle, narrow = (laid_out(chart("columns", *rows), width=width) for width in (1200, 520, 300))
    assert (wide.values and wide.values.sign, wide.caption, wide.ticks) == ("%", None, None)
    assert (middle.values and middle.values.sign, middle.caption and middle.caption[0]) == ("", "%")
    assert narrow.values is None
    assert narrow.ticks is not None
    assert narrow.ticks.sign == "%"


def test_that_a_unit_in_words_stands_once_over_the_chart() -> None:
    made = laid_out(chart("bars", (3.0, 4.0), unit="minutes"))
    assert made.caption is not None
    assert made.caption[0] == "minutes"
    assert value_labels(made, measure)[0].words == "3"


def test_that_a_cut_axis_is_shown_from_its_low_end_and_bars_stand_on_it() -> None:
    made = laid_out(chart("columns", (33.0, 35.0), low=30.0))
    assert tick_places(made)[0] == (30.0, made.plot.bottom)
    assert base_place(made) == made.plot.bottom


def test_that_lying_bars_are_read_from_the_top() -> None:
    first, second = bars(laid_out(chart("bars", (3.0, 4.0))))
    assert first.box.y < second.box.y
    assert first.box.x == second.box.x


def test_that_the_label_of_a_negative_bar_stands_on_its_far_side_clear_of_the_names() -> None:
    made = laid_out(chart("columns", (-20.0, 10.0)))
    label = value_labels(made, measure)[0]
    assert label.side is Side.BELOW
    assert label.box.bottom <= made.names[0].box.y


def test_that_few_bars_do_not_become_slabs() -> None:
    assert next(bars(laid_out(chart("columns", (3.0, 4.0))))).box.width <= 96.5
    assert next(bars(laid_out(chart("bars", (3.0, 4.0))))).box.height <= 46.5


def test_that_long_names_break_into_lines_under_their_column() -> None:
    names = ("Asked a colleague before sharing", "Looked at the source", "Read it all", "Did nothing")
    made = laid_out(chart("columns", (1.0, 2.0, 3.0, 4.0), names=names), width=500)
    assert len(made.names[0].lines) > 1
    assert made.plot.bottom + len(made.names[0].lines) * made.size_pt * LINE_HEIGHT < HEIGHT
    assert " ".join(made.names[0].lines) == names[0]


def test_that_a_legend_without_room_takes_a_second_row() -> None:
    made = laid_out(chart("line", *[(1.0, 2.0)] * 4), width=250)
    assert len({entry.box.y for entry in made.legend}) > 1
    assert all(entry.box.right <= 250 for entry in made.legend)


def test_that_the_label_of_the_highest_point_has_room_without_a_legend() -> None:
    made = laid_out(chart("line", (0.0, -1.0)))
    assert all(is_inside(label.box) for label in value_labels(made, measure))
    assert len(value_labels(made, measure)) == 2


def test_that_one_series_needs_no_legend() -> None:
    assert laid_out(chart("columns", (1.0, 2.0))).legend == ()


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_that_series_differ_by_filling_marker_and_stroke_not_by_colour_alone(count: int) -> None:
    looks = looks_of(count)
    for part in ("colour", "filling", "marker", "stroke"):
        assert len({getattr(look, part) for look in looks}) == count


def test_that_the_last_point_of_a_line_is_labelled_behind_it() -> None:
    last = [
        label for label in value_labels(laid_out(chart("line", (10.0, 30.0, 50.0))), measure) if label.category == 2
    ]
    assert [label.side for label in last] == [Side.RIGHT]
