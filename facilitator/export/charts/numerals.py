"""How the numbers of a chart are written: ``1,200``, ``46.5 %``, ``−3``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.curriculum.text import Chart

MOST_DECIMALS = 2
SPACE = "\u00a0"  # between a number and its sign, so that no line ends there
LONGEST_SIGN = 3


@dataclass(frozen=True, slots=True)
class Numerals:
    """One way of writing numbers: so many decimals, and a sign behind them or ""."""

    decimals: int
    sign: str

    def words(self, value: float) -> str:
        """Write a number."""
        text = f"{value:,.{self.decimals}f}"
        if text.startswith("-"):
            text = "\u2212" + text[1:] if text.strip("-0.,") else text[1:]
        return f"{text}{SPACE}{self.sign}" if self.sign else text

    def office_format(self) -> str:
        """Give the number format with which Office writes the same."""
        digits = "#,##0" + ("." + "0" * self.decimals if self.decimals else "")
        quoted = self.sign.replace('"', "")
        behind = f'"{SPACE}{quoted}"' if quoted else ""
        return f'{digits}{behind};"\u2212"{digits}{behind}'


def is_sign(unit: str) -> bool:
    """Tell whether a unit is short enough to stand behind every number, as % and kg are."""
    return 0 < len(unit) <= LONGEST_SIGN


def decimals_of(values: Iterable[float]) -> int:
    """Give how many decimals it takes to write every one of some values, 2 at most."""
    values = tuple(values)
    return next((n for n in range(MOST_DECIMALS) if all(abs(round(v, n) - v) < 1e-9 for v in values)), MOST_DECIMALS)


def chart_values(chart: Chart) -> tuple[float, ...]:
    """Give all values of a chart."""
    return tuple(value for series in chart.series for value in series.values)
