"""Speaker notes: what the trainer says, does and asks, when, and with what in hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.agenda.kind_names import kind_name
from facilitator.curriculum.text import ItemList, ListItem, Paragraph, Span, Text
from facilitator.export.phrases import grouping_label, joined, material_label, minutes_label
from facilitator.foundation.minutes import clock_label

if TYPE_CHECKING:
    from facilitator.agenda.model import Block
    from facilitator.curriculum.tailored import TailoredStep
    from facilitator.curriculum.unit import Unit
    from facilitator.foundation.words import Catalogue

_STRONG = re.compile(r"\*\*(.+?)\*\*")


def written_note(note: str) -> Text:
    """Make text of a block's note: paragraphs at blank lines, words between double asterisks bold."""
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", note))
    return tuple(Paragraph(_spans(part)) for part in paragraphs if part)


def _spans(line: str) -> tuple[Span, ...]:
    pieces = _STRONG.split(line)  # odd places hold what stood between the asterisks
    return tuple(Span(piece, strong=place % 2 == 1) for place, piece in enumerate(pieces) if piece)


def lead_in(word: str, text: str) -> Paragraph:
    """Give a paragraph that starts with a bold word."""
    return Paragraph((Span(word, strong=True), Span(f" {text}")))


def span_of_time(start: int, minutes: int, words: Catalogue) -> str:
    """Say from when to when: ``09:15-09:35, 20 min`` with a proper dash."""
    return words.gettext("{start}–{end}, {length}").format(
        start=clock_label(start), end=clock_label(start + minutes), length=minutes_label(minutes, words)
    )


def block_notes(block: Block, start: int, unit: Unit | None, words: Catalogue) -> Text:
    """Give the notes of a block's first slide: time, people, objectives, materials, the trainer's own note."""
    say = words.gettext
    made: list[Paragraph | ItemList] = [lead_in(say("TIME"), span_of_time(start, block.minutes, words))]
    if block.transition_minutes:
        made.append(lead_in(say("MOVE"), say("{minutes} min to move first").format(minutes=block.transition_minutes)))
    people = joined((block.lead, *block.helpers, block.room))
    if people:
        made.append(lead_in(say("WHO, WHERE"), people))
    if unit is not None and unit.objectives:
        made += [lead_in(say("AFTER THIS"), say("they can")), _list(unit.objectives)]
    if unit is not None and unit.materials:
        made += [
            lead_in(say("BRING"), ""),
            _list(tuple(material_label(material, words) for material in unit.materials)),
        ]
    return (*made, *written_note(block.note))


def _list(lines: tuple[str, ...]) -> ItemList:
    return ItemList(tuple(ListItem((Span(line),)) for line in lines))


def step_notes(step: TailoredStep, start: int, words: Catalogue) -> Text:
    """Give what belongs to a step as a whole: its time, how people sit, and its own notes."""
    how = joined(
        (
            span_of_time(start, step.minutes, words),
            kind_name(step.kind, words.gettext),
            grouping_label(step.grouping, step.group_size, words),
        )
    )
    return (lead_in(words.gettext("TIME"), how), *step.notes)


def task_notes(step: TailoredStep, words: Catalogue) -> Text:
    """Give what a trainer needs while the room works: the instructions word for word, and the key."""
    read_out = (lead_in(words.gettext("READ OUT"), ""), *step.instructions) if step.instructions else ()
    key = (lead_in(words.gettext("KEY"), words.gettext("for the trainer only")), *step.key) if step.key else ()
    return (*read_out, *key)
