"""Text as a row of smallest parts that may stand on different slides, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from facilitator.curriculum.text import ItemList, ListItem, Paragraph, Quote, Spans, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Atom:
    """One paragraph or list item.

    Attributes:
        home: the place of its block in the text; atoms of one list share it.
        number: what it is counted as in an ordered list, 0 elsewhere.
        jump: id of the slide its words lead to.
    """

    home: int
    spans: Spans
    level: int = 0
    is_item: bool = False
    is_quote: bool = False
    number: int = 0
    jump: str = ""

    @property
    def style_level(self) -> int:
        """Tell which list level of a layout it looks like."""
        return min(self.level, DEEPEST)

    def measured_spans(self) -> Spans:
        """Give the words that take room beside a hanging first word: what stands behind the tab."""
        for place, span in enumerate(self.spans):
            if "\t" in span.text:
                rest = span.text.partition("\t")[2]
                return (replace(span, text=rest), *self.spans[place + 1 :])
        return self.spans


def atoms_of(text: Text, jumps: Sequence[str], first_number: int) -> tuple[Atom, ...]:
    """Take text apart; tables and pictures are not text to take apart and are left out."""
    waiting = iter(jumps)
    return tuple(atom for home, block in enumerate(text) for atom in _atoms(home, block, waiting, first_number))


def _atoms(home: int, block: object, jumps: Iterator[str], first_number: int) -> Iterator[Atom]:
    match block:
        case Paragraph(spans):
            yield Atom(home, spans)
        case Quote(paragraphs):
            yield from (Atom(home, spans, is_quote=True) for spans in paragraphs)
        case ItemList(items, ordered):
            number = first_number - 1
            for item in items:
                number += 1 if item.level == 0 else 0
                counted = number if ordered else 0
                yield Atom(home, item.spans, item.level, is_item=True, number=counted, jump=next(jumps, ""))


def text_of(atoms: Sequence[Atom]) -> Text:
    """Put text together again."""
    blocks: list[Paragraph | Quote | ItemList] = []
    homes: list[int] = []
    for atom in atoms:
        is_same = bool(homes) and homes[-1] == atom.home
        last = blocks[-1] if blocks else None
        if atom.is_item:
            item = ListItem(atom.spans, atom.level)
            if is_same and isinstance(last, ItemList):
                blocks[-1] = replace(last, items=(*last.items, item))
                continue
            blocks.append(ItemList((item,), ordered=atom.number > 0))
        elif atom.is_quote and is_same and isinstance(last, Quote):
            blocks[-1] = Quote((*last.paragraphs, atom.spans))
            continue
        else:
            blocks.append(Quote((atom.spans,)) if atom.is_quote else Paragraph(atom.spans))
        homes.append(atom.home)
    return tuple(blocks)


def jumps_of(atoms: Sequence[Atom]) -> tuple[str, ...]:
    """Give the jumps of the list items in order."""
    return tuple(atom.jump for atom in atoms if atom.is_item)


def groups_of(atoms: Sequence[Atom]) -> list[tuple[Atom, ...]]:
    """Keep together what reads together: a point with its sub-points, a line with the list it introduces."""
    groups: list[list[Atom]] = []
    for atom in atoms:
        introduced = (
            bool(groups) and atom.is_item and not groups[-1][-1].is_item and groups[-1][-1].home == atom.home - 1
        )
        if groups and (introduced or (atom.is_item and atom.level > 0)):
            groups[-1].append(atom)
        else:
            groups.append([atom])
    return [tuple(group) for group in groups]


def shared_out(
    groups: Sequence[Sequence[T]], height: Callable[[Sequence[T]], float], room: float
) -> list[tuple[T, ...]]:
    """Share groups among as few runs as will fit, and then as evenly as that number allows.

    A group that is higher than the room stands alone in its run.
    """
    fewest = len(_filled(groups, height, room))
    low, high = 0.0, room
    for _step in range(12):
        middle = (low + high) / 2
        if len(_filled(groups, height, middle)) <= fewest:
            high = middle
        else:
            low = middle
    return _filled(groups, height, high)


def _filled(
    groups: Sequence[Sequence[T]], height: Callable[[Sequence[T]], float], room: float
) -> list[tuple[T, ...]]:
    runs: list[tuple[T, ...]] = []
    for group in groups:
        if runs and height((*runs[-1], *group)) <= room:
            runs[-1] = (*runs[-1], *group)
        else:
            runs.append(tuple(group))
    return runs
