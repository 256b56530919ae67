"""How long the blocks of a workshop took, out of the log of a run."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from facilitator.export.handover import BlockActual
from facilitator.foundation.errors import FacilitatorError
from facilitator.live.actuals import actuals
from facilitator.live.log import events_from_plain, header_from_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def delivered(header: Mapping[str, object], events: Iterable[Mapping[str, object]]) -> tuple[BlockActual, ...]:
    """Give what every block took; empty for a run whose plan cannot be read.

    Args:
        header: as the run was started with.
        events: its log, plain as it is kept.
    """
    try:
        plan = header_from_plain(header).plan
    except FacilitatorError:
        return ()
    zone = ZoneInfo(plan.zone)
    return tuple(
        BlockActual(one.unit_id, one.actual_minutes, _minute(plan.planned_start_wall_s + one.start_s, zone))
        for one in actuals(plan, events_from_plain(events).events)
        if one.start_s is not None
    )


def _minute(wall_s: float, zone: ZoneInfo) -> int:
    moment = datetime.fromtimestamp(wall_s, zone)
    return moment.hour * 60 + moment.minute
