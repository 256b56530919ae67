"""What the Agenda place works out for its views: days, second lines, how time is spent. Free of Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.agenda.balance import balance
from facilitator.agenda.model import Agenda, Block, Breakout, Day, all_blocks, blocks_of
from facilitator.curriculum.tailored import TailoredUnit
from facilitator.curriculum.unit import Kind
from facilitator.desktop.agenda.day_bar import PARKED
from facilitator.desktop.agenda.foot import Spent
from facilitator.desktop.agenda.rows import Row, RowKind
from facilitator.desktop.widgets.fields import long_date
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.agenda.slots import DaySchedule

Tailored = Callable[[Block], TailoredUnit | None]


def day_options(agenda: Agenda) -> list[tuple[str, str]]:
    """Give the days and, where there are any, the parked blocks, as key and words."""
    options = [(day.id, day_word(day)) for day in agenda.days]
    if agenda.parked or not options:
        options.append((PARKED, _("Parked {n}").format(n=len(agenda.parked))))
    return options


def day_word(day: Day) -> str:
    """Give the words for a day: its date where it has one."""
    return long_date(day.date) if day.date else day.label


def unit_lines(agenda: Agenda, tailored: Tailored) -> tuple[dict[str, str], dict[str, Kind]]:
    """Give what stands below each unit's title, and the kind each unit is shown as, by block id."""
    lines, kinds = {}, {}
    for block in all_blocks(agenda, parked=True):
        unit = tailored(block) if block.unit_id else None
        if unit is not None:
            lines[block.id] = unit_line(block, unit)
            kinds[block.id] = lead_kind(unit)
        elif block.unit_id:
            lines[block.id] = block.unit_id
    return lines, kinds


def unit_line(block: Block, unit: TailoredUnit) -> str:
    """Say which unit it is and what people do in it: ``P02 · Red-pen clinic``."""
    doing = [step.title for step in unit.steps if step.kind is Kind.EXERCISE]
    return " · ".join([block.unit_id, *doing])


def lead_kind(unit: TailoredUnit) -> Kind:
    """Give the kind that takes most of a unit's minutes."""
    totals: dict[Kind, int] = {}
    for step in unit.steps:
        totals[step.kind] = totals.get(step.kind, 0) + step.minutes
    return max(totals, key=lambda kind: totals[kind]) if totals else Kind.UNIT


def parked_rows(agenda: Agenda) -> tuple[Row, ...]:
    """Give what is parked as rows without times."""
    rows = []
    for item in agenda.parked:
        kind = {Block: RowKind.BLOCK, Breakout: RowKind.BREAKOUT}.get(type(item), RowKind.SECTION)
        minutes = sum(block.minutes for block in blocks_of(item))
        block = item if isinstance(item, Block) else None
        container = None if isinstance(item, Block) else item
        rows.append(Row(kind, item.id, item.title, -1, -1, minutes, block=block, container=container))
    return tuple(rows)


def spent_of(day: Day, schedule: DaySchedule, tailored: Tailored) -> Spent:
    """Work out how a day's minutes are spent."""

    def steps_of(block: Block) -> tuple[tuple[Kind, int], ...]:
        unit = tailored(block)
        return tuple((step.kind, step.minutes) for step in unit.steps) if unit else ()

    spent = balance((day,), (schedule,), steps_of)
    doing, listening = round(spent.doing_share * 100), round(spent.listening_share * 100)
    strip = tuple((kind, minutes) for kind, minutes in spent.by_kind.items())
    return Spent(strip, doing, listening, spent.longest_stretch)
