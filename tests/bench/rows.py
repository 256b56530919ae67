"""A measured budget: what was timed, against which baseline, and whether the ratio holds."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    ``ratio`` is measured ÷ baseline unless ``unit`` says otherwise; ``bound`` is the most it may be, or with
    ``at_least`` the least.
    """

    what: str
    measured: str
    baseline: str
    ratio: float
    bound: float
    at_least: bool = False
    note: str = ""

    def holds(self) -> bool:
        """Tell whether the budget is kept."""
        return self.ratio >= self.bound if self.at_least else self.ratio <= self.bound


def median_s(work: Callable[[], object], *, times: int = 5) -> float:
    """Run it so many times and give the median in seconds."""
    return statistics.median(seconds(work) for _ in range(times))


def side_by_side(
    ours: Callable[[], object], baseline: Callable[[], object], *, times: int = 5
) -> tuple[float, float]:
    """Run both in turn, so that a busy machine slows both alike; give the medians in seconds."""
    pairs = [(seconds(ours), seconds(baseline)) for _ in range(times)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def ms(value_s: float) -> str:
    """Write seconds as milliseconds, with as many digits as mean something."""
    value = value_s * 1000
    return f"{value:.2f} ms" if value < 10 else f"{value:.0f} ms"


def table(rows: list[Row]) -> str:
    """Lay the rows out as text."""
    lines = [f"{'':2} {'what':52} {'measured':>12} {'baseline':>12} {'ratio':>8}  bound"]
    for row in rows:
        sign = "≥" if row.at_least else "≤"
        mark = "ok" if row.holds() else "!!"
        lines.append(
            f"{mark:2} {row.what:52} {row.measured:>12} {row.baseline:>12} {row.ratio:8.2f}  {sign} {row.bound:g}"
            + (f"  {row.note}" if row.note else "")
        )
    return "\n".join(lines)
