"""The axis of a chart: where it begins and ends, and round numbers between."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.text import ChartType

if TYPE_CHECKING:
    from facilitator.curriculum.text import Chart

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
INTERVALS = 5  # about so many between the ends
TINY = 1e-9  # steps may differ by so much and still be the same
ROUNDING = 1e-12  # what division makes of whole numbers of steps


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from ``low`` to ``high`` with a mark every ``step``, the first one at ``low``."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """Give the values that have a mark."""
        count = math.floor((self.high - self.low) / self.step + TINY)
        return tuple(_clean(self.low + number * self.step) for number in range(count + 1))

    @property
    def base(self) -> float:
        """Give the value bars stand on: zero, or the end that is nearest to it."""
        return min(max(0.0, self.low), self.high)

    def share(self, value: float) -> float:
        """Tell how far along the axis a value is, 0 at its low end and 1 at its high end."""
        return (value - self.low) / (self.high - self.low)


def axis_of(chart: Chart) -> Axis:
    """Give the axis of a chart: its own ends where it has any, else round ones that take in zero."""
    values = [value for series in chart.series for value in series.values]
    least = min(0.0, *values) if chart.low is None else chart.low
    most = max(0.0, *values) if chart.high is None else chart.high
    if most <= least:  # all zero, or one end given where everything lies on it
        most, least = (least + 1, least) if chart.high is None else (most, most - 1)
    step = _fitting_step(least, most) if chart.low is not None and chart.high is not None else _step(most - least)
    low = math.floor(least / step + ROUNDING) * step if chart.low is None else least
    high = low + math.ceil((most - low) / step - ROUNDING) * step if chart.high is None else most
    return Axis(_clean(low), _clean(high), step)


def has_given_ends(chart: Chart) -> bool:
    """Tell whether the author fixed an end, so that the room has to see where it is."""
    return chart.low is not None or chart.high is not None


def shows_axis_always(chart: Chart) -> bool:
    """Tell whether the numbers of the axis are needed whatever the labels at the values say."""
    return chart.type is ChartType.LINE or has_given_ends(chart)


def _step(length: float) -> float:
    """Give the round step that cuts a length into about the usual number of intervals, and not into more than six."""
    rough = length / INTERVALS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in STEPS if step * power >= rough - TINY * power)


def _fitting_step(low: float, high: float) -> float:
    """Give a round step that ends exactly at the high end, where there is one near the usual number of intervals."""
    length = high - low
    power = 10.0 ** math.floor(math.log10(length / INTERVALS))
    for scale in (power, power * 10, power / 10):
        for factor in STEPS:
            count = length / (factor * scale)
            if 3 - TINY <= count <= INTERVALS + 1 + TINY and abs(count - round(count)) < TINY * 100:
                return factor * scale
    return _step(length)


def _clean(value: float) -> float:
    """Take off what floating point adds behind the last digit that counts."""
    return round(value, 9) + 0.0
