"""A workshop boiled down to what the start page shows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.model import Block, Breakout, Item, Section, blocks_of
from facilitator.agenda.schedule import lay_out
from facilitator.curriculum.leading import lead_kind
from facilitator.workshop.state import RunState, State
from facilitator.workshop.summary import Stage, StripPart, Summary

if TYPE_CHECKING:
    from facilitator.workshop.model import Workshop


def summarise(state: State, changed_at: str) -> Summary:
    """Give the summary of a workshop as it is now."""
    workshop = state.workshop
    brief = workshop.brief
    day = workshop.agenda.days[0] if workshop.agenda.days else None
    plan = lay_out(day) if day else None
    return Summary(
        id=workshop.id,
        client=brief.client,
        title=brief.title,
        date=(day.date if day else None) or brief.date,
        start=plan.start if plan else brief.start,
        end=plan.end if plan else brief.end or brief.start,
        head_count=len(workshop.roster.people) or brief.head_count(),
        stage=_stage(state),
        strip=tuple(_part(workshop, block) for item in day.items for block in _counted(item)) if day else (),
        changed_at=changed_at,
    )


def _stage(state: State) -> Stage:
    if not state.runs:
        return Stage.PLANNED if any(day.items for day in state.workshop.agenda.days) else Stage.DRAFT
    finished = all(run.state is RunState.FINISHED for run in state.runs.values())
    return Stage.FINISHED if finished else Stage.INTERRUPTED


def _counted(item: Item) -> tuple[Block, ...]:
    """Give the blocks whose minutes make the day: of a breakout those of its longest strand."""
    match item:
        case Block() | Section():
            return blocks_of(item)
        case Breakout(strands=strands):
            longest = max(strands, key=lambda s: sum(block.minutes for block in s.children), default=None)
            return longest.children if longest else ()


def _part(workshop: Workshop, block: Block) -> StripPart:
    copy = workshop.unit_copy(block.unit_id) if block.unit_id else None
    return StripPart(lead_kind(copy.source) if copy else block.kind, block.minutes)
