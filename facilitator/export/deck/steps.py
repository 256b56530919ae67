"""The slides of a tailored unit: input as it is written, tasks and debriefs in the layout of their kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from facilitator.agenda.kind_names import kind_name
from facilitator.curriculum.tailored import TailoredStep
from facilitator.curriculum.tailoring import audience_label
from facilitator.curriculum.text import Chart, ItemList, ListItem, Paragraph, Picture, Quote, Span, Table, Text, plain
from facilitator.curriculum.unit import Kind, Prompt
from facilitator.export.deck.chart_shapes import chart_shapes
from facilitator.export.deck.slides import Role, SlideSpec
from facilitator.export.deck.speaking import lead_in, span_of_time, step_notes, task_notes
from facilitator.export.phrases import grouping_label, joined, minutes_label
from facilitator.foundation.words import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.curriculum.tailored import TailoredUnit
    from facilitator.curriculum.unit import Slide, Timed

TASKS = {Kind.EXERCISE: Role.EXERCISE, Kind.DISCUSSION: Role.DISCUSSION}
SOURCE_MARKS = ("—", "–", "-")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stands in the agenda: its block, the block's title, and when its first step starts.

    ``names`` are those of audiences by id, for rooms in which each audience gets a variant.
    """

    block_id: str
    title: str
    start: int
    names: Mapping[str, str]


def unit_slides(unit: TailoredUnit, place: Place, words: Catalogue) -> tuple[SlideSpec, ...]:
    """Give the slides of every step, in order, each with the notes that belong to it."""
    made: list[SlideSpec] = []
    start = place.start
    for number, step in enumerate(unit.steps):
        specs = list(_StepSlides(step, number, place, words).all(start))
        if specs:
            specs[0] = replace(specs[0], notes=(*step_notes(step, start, words), *specs[0].notes))
        made += specs
        start += step.minutes
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _StepSlides:
    step: TailoredStep
    number: int
    place: Place
    words: Catalogue

    def all(self, start: int) -> Iterator[SlideSpec]:
        written = [spec for n, slide in enumerate(self.step.slides) for spec in self._written(slide, n)]
        if self.step.kind is Kind.DEBRIEF:
            yield from self._questions()
            yield from written
        elif self.step.kind in TASKS and self.step.timed:
            yield from self._tasks(TASKS[self.step.kind])
            yield from written
            yield from self._parts(TASKS[self.step.kind], start)
        elif self.step.kind in TASKS:
            yield from written
            yield from self._tasks(TASKS[self.step.kind])
        else:
            yield from written
            yield from self._parts(Role.CONTENT, start)

    def _spec(self, name: str, role: Role, title: str, body: Text = ()) -> SlideSpec:
        return SlideSpec(
            id=f"{self.place.block_id}.{self.number}.{name}",
            role=role,
            title=title,
            body=body,
            label=self.place.title,
            block_id=self.place.block_id,
            step=self.number,
        )

    def _written(self, slide: Slide, number: int) -> Iterator[SlideSpec]:
        notes = slide.notes
        for part, (role, body, second) in enumerate(_shapes(slide)):
            spec = self._spec(f"s{number}.{part}", role, slide.title, body)
            yield replace(spec, second=second, notes=notes, label=self._for(spec.label, slide.audience))
            notes = ()

    def _for(self, label: str, audience: str) -> str:
        """Add for whom it is, where a mixed room gets one for each audience."""
        return joined((label, self.place.names.get(audience, audience_label(audience)))) if audience else label

    def _kind_line(self) -> str:
        step = self.step
        grouping = grouping_label(step.grouping, step.group_size, self.words)
        return joined((kind_name(step.kind, self.words.gettext), grouping))

    def _tasks(self, role: Role) -> Iterator[SlideSpec]:
        prompts = self.step.prompts
        if not prompts and (self.step.instructions or not self.step.slides):
            prompts = (Prompt(self.step.instructions),)
        notes = task_notes(self.step, self.words)
        for number, prompt in enumerate(prompts):
            spec = self._spec(f"task{number}", role, self.step.title, prompt.body)
            figure = minutes_label(self.step.minutes, self.words)
            yield replace(spec, label=self._for(self._kind_line(), prompt.audience), figure=figure, notes=notes)
            notes = ()

    def _parts(self, role: Role, start: int) -> Iterator[SlideSpec]:
        say = self.words.gettext
        seconds = 0
        for number, part in enumerate(self.step.timed):
            spec = self._spec(f"part{number}", role, part.title, part.body)
            counted = say("step {number} of {total}").format(number=number + 1, total=len(self.step.timed))
            when = span_of_time(start + seconds // 60, max(1, round(part.seconds / 60)), self.words)
            seconds += part.seconds
            yield replace(
                spec,
                label=self._for(joined((kind_name(self.step.kind, self.words.gettext), counted)), part.audience),
                figure=_length(part, self.words) if role is not Role.CONTENT else "",
                notes=(lead_in(say("TIME"), when),),
            )

    def _questions(self) -> Iterator[SlideSpec]:
        if self.step.questions:
            asked = ItemList(tuple(ListItem((Span(question),)) for question in self.step.questions), ordered=True)
            spec = self._spec("questions", Role.DEBRIEF, self.step.title, (asked,))
            figure = minutes_label(self.step.minutes, self.words)
            yield replace(spec, label=self._kind_line(), figure=figure, notes=task_notes(self.step, self.words))


def _length(part: Timed, words: Catalogue) -> str:
    if part.seconds < 90 and part.seconds % 60:
        return words.gettext("{seconds} s").format(seconds=part.seconds)
    minutes, rest = divmod(part.seconds, 60)
    return words.gettext("{minutes} min").format(minutes=f"{minutes}:{rest:02d}" if rest else minutes)


def _shapes(slide: Slide) -> Iterator[tuple[Role, Text, Text]]:
    """Give role, body and second of the slide or slides that one written slide needs."""
    if any(isinstance(block, Table) for block in slide.body):
        yield from _with_tables(slide)
        return
    if any(isinstance(block, Chart) for block in slide.body):
        yield from chart_shapes(slide.body, in_columns=slide.layout == "two-columns")
        return
    pictures = tuple(block for block in slide.body if isinstance(block, Picture))
    rest = tuple(block for block in slide.body if not isinstance(block, Picture))
    if pictures:
        yield (Role.PICTURE if rest else Role.WIDE_PICTURE), pictures[:1], rest
        yield from ((Role.WIDE_PICTURE, (picture,), ()) for picture in pictures[1:])
    elif slide.layout == "statement":
        yield Role.STATEMENT, rest, ()
    elif rest and (slide.layout == "quote" or all(isinstance(block, Quote) for block in rest)):
        yield (Role.QUOTE, *_quotation(rest))
    elif slide.layout == "two-columns" and (cut := _second_column(rest)):
        yield Role.COLUMNS, rest[:cut], rest[cut:]
    else:
        yield (Role.CONTENT if rest else Role.TITLE_ONLY), rest, ()


def _with_tables(slide: Slide) -> Iterator[tuple[Role, Text, Text]]:
    """Give each table a slide of its own, and what stands before and between them theirs."""
    for is_table, blocks in groupby(slide.body, lambda block: isinstance(block, Table)):
        if is_table:
            yield from ((Role.TABLE, (table,), ()) for table in blocks)
        else:
            yield from _shapes(replace(slide, body=tuple(blocks), layout="content"))


def _second_column(body: Text) -> int:
    """Find where the right column starts: at the second list, or at the heading right before it; 0 when nowhere."""
    lists = [place for place, block in enumerate(body) if isinstance(block, ItemList)]
    if len(lists) < 2:
        return 0
    cut = lists[1]
    while isinstance(body[cut - 1], Paragraph):
        cut -= 1
    return cut


def _quotation(body: Text) -> tuple[Text, Text]:
    """Take the source, a last paragraph that starts with a dash or stands behind the quotation, out of a quote."""
    quotes = tuple(block for block in body if isinstance(block, Quote))
    others = tuple(block for block in body if not isinstance(block, Quote))
    if not quotes:
        return body, ()
    last = quotes[-1]
    if not others and len(last.paragraphs) > 1 and plain((Quote(last.paragraphs[-1:]),)).startswith(SOURCE_MARKS):
        others = (Paragraph(last.paragraphs[-1]),)
        quotes = (*quotes[:-1], Quote(last.paragraphs[:-1]))
    return quotes, others
