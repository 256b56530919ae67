"""How urgent the running unit is, for colours and sounds."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.live.timetable import Timetable

LONGEST_WARNING_S, WARNING_SHARE = 120.0, 0.20
LONGEST_DANGER_S, DANGER_SHARE = 60.0, 0.05


class Phase(StrEnum):
    """How urgent it is; none before the start and after the end."""

    NONE = "none"
    NORMAL = "normal"
    WARNING = "warning"
    DANGER = "danger"
    OVER = "over"
    WAITING = "waiting"


def thresholds(table: Timetable, index: int) -> tuple[float, float]:
    """Give the remaining seconds from which warning and danger begin; a unit's own values win."""
    unit = table.units[index]
    planned = table.planned_length_s(index)
    warning = min(LONGEST_WARNING_S, WARNING_SHARE * planned) if unit.warning_s is None else unit.warning_s
    danger = min(LONGEST_DANGER_S, DANGER_SHARE * planned) if unit.danger_s is None else unit.danger_s
    return warning, danger


def phase_of(table: Timetable, index: int, remaining_s: float) -> Phase:
    """Tell the phase of a live unit; exactly 0 is not over yet, and the bounds belong to the heavier phase."""
    warning, danger = thresholds(table, index)
    if remaining_s < 0:
        return Phase.OVER
    if remaining_s <= danger:
        return Phase.DANGER
    return Phase.WARNING if remaining_s <= warning else Phase.NORMAL
