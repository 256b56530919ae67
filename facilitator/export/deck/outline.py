"""The outline of a deck: which slides a workshop needs, in which order, under which sections. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.agenda.kind_names import kind_name
from facilitator.agenda.model import Block, Breakout, Day, Item, Section, blocks_of
from facilitator.agenda.slots import DaySchedule
from facilitator.curriculum.text import ItemList, ListItem, Paragraph, Span, Spans, Text
from facilitator.curriculum.unit import PAUSE_KINDS, Kind
from facilitator.export.deck.slides import DeckPlan, DeckSection, Imprint, Role, SlideSpec
from facilitator.export.deck.speaking import block_notes
from facilitator.export.deck.steps import Place, unit_slides
from facilitator.export.handover import Handover
from facilitator.export.phrases import joined, long_date, minutes_label
from facilitator.foundation.minutes import clock_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


SILENT = frozenset({Kind.BUFFER, Kind.NOTE})  # in nobody's agenda but the trainer's
ONE_COLUMN_ROWS = 9
TAKE_AWAYS = 5


@dataclass(frozen=True, slots=True)
class _Group:
    """Slides that belong together in the slide sorter."""

    title: str
    slides: tuple[SlideSpec, ...]


def plan_deck(handover: Handover, *, notes: bool = True) -> DeckPlan:
    """Plan a deck: title, an agenda for each day, each block with its slides, a closing.

    Without notes it is a copy for participants: no notes, no keys, and nothing of blocks hidden from them. Titles
    are not unique yet and nothing has been fitted to a page.
    """
    brief = handover.workshop.brief
    groups = [_Group(handover.words.gettext("Start"), (_title_slide(handover),))]
    for day in handover.workshop.agenda.days:
        schedule = handover.schedule(day.id)
        if schedule is not None:
            groups += _Outline(handover, day, schedule, notes).groups()
    slides = tuple(spec for group in groups for spec in group.slides)
    if not notes:
        slides = tuple(replace(spec, notes=()) for spec in slides)
    imprint = Imprint(
        id=handover.workshop.id,
        title=_deck_title(handover),
        author=brief.trainer or brief.organiser or brief.client or "Facilitator",
        footer=joined((brief.client, brief.title)),
        language=brief.language or "en",
        made=handover.made,
    )
    return DeckPlan(imprint, slides, _sections(groups))


def _deck_title(handover: Handover) -> str:
    return handover.workshop.brief.title or handover.words.gettext("Workshop")


def _sections(groups: Iterable[_Group]) -> tuple[DeckSection, ...]:
    made: list[DeckSection] = []
    taken: set[str] = set()
    for group in groups:
        title, number = group.title, 1
        while title in taken:
            number += 1
            title = f"{group.title} ({number})"
        taken.add(title)
        made.append(DeckSection(title, tuple(spec.id for spec in group.slides)))
    return tuple(made)


def _title_slide(handover: Handover) -> SlideSpec:
    brief = handover.workshop.brief
    first_day = next(iter(handover.workshop.agenda.days), None)
    date = (first_day.date if first_day else None) or brief.date
    lines = [joined((long_date(date, handover.words) if date else "", brief.room))]
    if handover.edition:
        lines.append(handover.words.gettext("For {audience}").format(audience=handover.edition))
    return SlideSpec(
        id="title",
        role=Role.TITLE,
        title=_deck_title(handover),
        body=tuple(_line(line) for line in lines if line),
        label=brief.client,
        figure=brief.trainer,
        notes=tuple(_line(line) for line in brief.aims.splitlines() if line),
    )


def _line(text: str) -> Paragraph:
    return Paragraph((Span(text),))


@dataclass(frozen=True, slots=True)
class _Outline:
    """One day of the deck."""

    handover: Handover
    day: Day
    schedule: DaySchedule
    notes: bool

    def groups(self) -> Iterator[_Group]:
        """Give the agenda slide and a group for each block that has slides."""
        items = [item for item in self.day.items if self._start(item.id) is not None]
        drawn = [group for item in items for group in self._item_groups(item)]
        agenda = self._agenda(items, {spec.id for group in drawn for spec in group.slides})
        if agenda is not None:
            yield _Group(self._say("Agenda") if self._is_only_day() else self._day_name(), (agenda,))
        yield from drawn

    def _say(self, message: str) -> str:
        return self.handover.words.gettext(message)

    def _start(self, item_id: str) -> int | None:
        slot = self.schedule.slot(item_id)
        return slot.start if slot else None

    def _is_only_day(self) -> bool:
        return len(self.handover.workshop.agenda.days) == 1

    def _day_name(self) -> str:
        date = long_date(self.day.date, self.handover.words) if self.day.date else ""
        return joined((self.day.label, date)) or self.day.id

    def _shown(self, block: Block) -> bool:
        return not block.hidden and block.kind not in SILENT

    def _agenda(self, items: list[Item], targets: set[str]) -> SlideSpec | None:
        rows = [row for item in items for row in self._agenda_rows(item)]
        if not rows:
            return None
        jumps = tuple(target if target in targets else "" for _, target in rows)
        entries = [entry for entry, _ in rows]
        title = self._say("Agenda")
        if not self._is_only_day():
            title = self._say("Agenda: {day}").format(day=self.day.label or self._day_name())
        date = long_date(self.day.date, self.handover.words) if self.day.date else ""
        label = joined((date, self.day.room))
        role, cut = (Role.AGENDA, len(entries)) if len(entries) <= ONE_COLUMN_ROWS else _agenda_cut(entries)
        ends = clock_label(self.schedule.end)
        return SlideSpec(
            id=f"agenda.{self.day.id}",
            role=role,
            title=title,
            body=(ItemList(tuple(entries[:cut])),),
            second=(ItemList(tuple(entries[cut:])),) if entries[cut:] else (),
            label=label,
            notes=(_line(self._say("Planned end: {time}").format(time=ends)), *_paragraphs(self.day.note)),
            jumps=jumps,
        )

    def _agenda_rows(self, item: Item) -> Iterator[tuple[ListItem, str]]:
        match item:
            case Block():
                if self._shown(item):
                    yield ListItem(self._row(item.id, item.title)), f"{item.id}.first"
            case Section(children=children):
                for child in children:
                    yield from self._agenda_rows(child)
            case Breakout(strands=strands):
                yield ListItem(self._row(item.id, item.title)), f"{item.id}.first"
                for strand in strands:
                    first = next((f"{block.id}.first" for block in strand.children if self._shown(block)), "")
                    yield ListItem((Span(joined((strand.title, strand.room))),), level=1), first

    def _row(self, item_id: str, title: str) -> Spans:
        start = self._start(item_id)
        return (Span(clock_label(start if start is not None else 0), strong=True), Span(f"\t{title}"))

    def _item_groups(self, item: Item) -> Iterator[_Group]:
        match item:
            case Block():
                yield from self._block_group(item)
            case Section(children=children):
                for child in children:
                    yield from self._block_group(child)
            case Breakout(strands=strands):
                yield self._breakout_group(item)
                for strand in strands:
                    for block in strand.children:
                        yield from self._block_group(block, strand.title)

    def _block_group(self, block: Block, strand: str = "") -> Iterator[_Group]:
        start = self._start(block.id)
        unit = self.handover.tailored.get(block.id)
        is_silent = block.kind in SILENT or (block.hidden and (unit is None or not self.notes))
        if start is None or is_silent:
            return
        first = self._first_slide(block, start, strand)
        slides: tuple[SlideSpec, ...] = (first,)
        if unit is not None:
            place = Place(block.id, block.title, start + block.transition_minutes, self.handover.audience_names())
            slides += unit_slides(unit, place, self.handover.words)
        day = "" if self._is_only_day() else f"{self.day.label or self.day.id} "
        yield _Group(f"{day}{clock_label(start)} {block.title}", slides)

    def _first_slide(self, block: Block, start: int, strand: str) -> SlideSpec:
        spec = SlideSpec(
            id=f"{block.id}.first",
            role=Role.SECTION,
            title=block.title,
            label=joined((strand, minutes_label(block.minutes, self.handover.words), block.lead)),
            figure=clock_label(start),
            notes=block_notes(block, start, self.handover.unit(block.unit_id), self.handover.words),
            block_id=block.id,
        )
        if block.kind in PAUSE_KINDS:
            return self._pause(spec, block, start)
        if block.kind is Kind.CLOSING:
            return replace(spec, role=Role.CLOSING, figure="", body=self._take_aways())
        unit = self.handover.tailored.get(block.id)
        return replace(spec, body=(_line(unit.summary),) if unit and unit.summary else ())

    def _pause(self, spec: SlideSpec, block: Block, start: int) -> SlideSpec:
        back = self._say("Back at {time}").format(time=clock_label(start + block.minutes))
        if not self._is_only_day():
            # the same break comes every day, and no two slides may have one title
            number = self.handover.workshop.agenda.days.index(self.day) + 1
            back = self._say("{back} (day {number})").format(back=back, number=number)
        following = self._after(block)
        then = (_line(self._say("Then: {title}").format(title=following)),) if following else ()
        label = block.title or kind_name(block.kind, self.handover.words.gettext)
        return replace(spec, role=Role.BREAK, title=back, label=label, figure="", body=then)

    def _after(self, block: Block) -> str:
        """Name what comes right after a pause, where the room may know it."""
        for item, following in pairwise(self.day.items):
            if item.id == block.id:
                hidden = isinstance(following, Block) and not self._shown(following)
                return "" if hidden else following.title
        return ""

    def _take_aways(self) -> Text:
        # what only one strand did says nothing to the others
        blocks = [block for item in self.day.items if not isinstance(item, Breakout) for block in blocks_of(item)]
        taught = [block.unit_id for block in blocks if block.id in self.handover.tailored]
        units = [self.handover.unit(unit_id) for unit_id in dict.fromkeys(taught)]
        points = [unit.key_points[0] for unit in units if unit is not None and unit.key_points]
        unique = tuple(dict.fromkeys(points))[:TAKE_AWAYS]
        return (ItemList(tuple(ListItem((Span(point),)) for point in unique)),) if unique else ()

    def _breakout_group(self, breakout: Breakout) -> _Group:
        slot = self.schedule.slot(breakout.id)
        start, end = (slot.start, slot.end) if slot else (0, 0)
        names = _line(" · ".join(strand.title for strand in breakout.strands))
        spec = SlideSpec(
            id=f"{breakout.id}.first",
            role=Role.SECTION,
            title=breakout.title,
            body=(names,) if breakout.strands else (),
            label=minutes_label(end - start, self.handover.words),
            figure=clock_label(start),
            notes=(_line(f"{clock_label(start)}–{clock_label(end)}"),),
            block_id=breakout.id,
        )
        return _Group(f"{clock_label(start)} {breakout.title}", (spec, *self._who_goes_where(breakout)))

    def _who_goes_where(self, breakout: Breakout) -> Iterator[SlideSpec]:
        """Give a slide with the room and the lead of each strand, where any is known."""
        if not any(strand.room or strand.lead for strand in breakout.strands):
            return
        lines = tuple(ListItem((Span(joined((s.title, s.room, s.lead))),)) for s in breakout.strands)
        yield SlideSpec(
            id=f"{breakout.id}.rooms",
            role=Role.CONTENT,
            title=self._say("Who goes where"),
            body=(ItemList(lines),),
            label=breakout.title,
            block_id=breakout.id,
        )


def _agenda_cut(entries: list[ListItem]) -> tuple[Role, int]:
    """Share the rows between two columns, never between a breakout and its strands."""
    cut = (len(entries) + 1) // 2
    while cut < len(entries) and entries[cut].level:
        cut += 1
    return Role.AGENDA_COLUMNS, cut


def _paragraphs(note: str) -> Text:
    return tuple(_line(line) for line in note.splitlines() if line.strip())
