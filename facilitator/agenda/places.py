"""Places of an agenda, and finding, taking and putting what stands there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from facilitator.agenda.model import Agenda, Block, Breakout, Day, Item, Section, Strand
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

END = -1
Node: TypeAlias = Block | Section | Breakout | Strand
NodeT = TypeVar("NodeT", Item, Strand)
LineT = TypeVar("LineT")


@dataclass(frozen=True, slots=True)
class Place:
    """A place an item can be put.

    Attributes:
        day_id: id of the day, or "" for the parked items.
        container_id: id of the section or strand there, or "" for the top.
        index: how many stand before it, not counting the item that is being moved; END for the last place.
    """

    day_id: str
    container_id: str = ""
    index: int = END


PARKED = Place("")


class EditError(FacilitatorError):
    """An edit does not fit the agenda; nothing was changed."""

    def __init__(self, happened: str, way_out: str) -> None:
        super().__init__(happened, safe=_("Nothing was changed."), way_out=way_out)


class NotThereError(EditError):
    """What an edit is about is not in the agenda; ``missing_id`` says which."""

    def __init__(self, missing_id: str) -> None:
        super().__init__(_("That part of the agenda is no longer there."), _("Look at the agenda and try again."))
        self.missing_id = missing_id


class PlaceError(EditError):
    """An item cannot stand there."""


def find(agenda: Agenda, node_id: str) -> Node | None:
    """Find a block, section, breakout or strand, placed or parked."""
    return next((node for node in nodes(agenda) if node.id == node_id), None)


def nodes(agenda: Agenda) -> Iterator[Node]:
    """Walk everything that has an id in agenda order, parked items last, containers before their children."""
    for day in agenda.days:
        for item in day.items:
            yield from nodes_of(item)
    for item in agenda.parked:
        yield from nodes_of(item)


def nodes_of(item: Item | Strand) -> Iterator[Node]:
    """Walk an item and everything in it."""
    yield item
    match item:
        case Section() | Strand():
            yield from item.children
        case Breakout():
            for strand in item.strands:
                yield from nodes_of(strand)


def day_of(agenda: Agenda, day_id: str) -> Day:
    """Give the day with an id.

    Raises:
        NotThereError: there is none.
    """
    day = next((day for day in agenda.days if day.id == day_id), None)
    if day is None:
        raise NotThereError(day_id)
    return day


def place_of(agenda: Agenda, item_id: str) -> Place:
    """Tell where an item stands.

    Raises:
        NotThereError: it is nowhere; a strand has no place of its own.
    """
    for day_id, items in _lines(agenda):
        for index, item in enumerate(items):
            if item.id == item_id:
                return Place(day_id, "", index)
            for container in _containers(item):
                for inner_index, block in enumerate(container.children):
                    if block.id == item_id:
                        return Place(day_id, container.id, inner_index)
    raise NotThereError(item_id)


def items_at(agenda: Agenda, place: Place) -> tuple[Item, ...]:
    """Give everything on the line of a place: a day, the parked items, a section or a strand.

    Raises:
        NotThereError: there is no such day or container.
    """
    items = agenda.parked if not place.day_id else day_of(agenda, place.day_id).items
    if not place.container_id:
        return items
    for item in items:
        for container in _containers(item):
            if container.id == place.container_id:
                return container.children
    raise NotThereError(place.container_id)


def take(agenda: Agenda, item_id: str) -> tuple[Agenda, Item]:
    """Give the agenda without an item, and the item.

    Raises:
        NotThereError: it is nowhere.
    """
    place = place_of(agenda, item_id)
    items = items_at(agenda, place)
    rest = items[: place.index] + items[place.index + 1 :]
    return _with_items(agenda, place, rest), items[place.index]


def put(agenda: Agenda, item: Item, place: Place) -> Agenda:
    """Give the agenda with an item at a place.

    Raises:
        NotThereError: there is no such day or container.
        PlaceError: the index is outside the line, or it is a container that should go into another.
    """
    items = items_at(agenda, place)
    if place.container_id and not isinstance(item, Block):
        raise PlaceError(
            _("A section or breakout cannot stand inside another."), _("Drop it between two rows of the day.")
        )
    return _with_items(agenda, place, inserted(items, item, place.index))


def inserted(line: tuple[LineT, ...], new: LineT, index: int) -> tuple[LineT, ...]:
    """Give a line with something new before what stands at an index, or last with END.

    Raises:
        PlaceError: the index is outside the line.
    """
    index = len(line) if index == END else index
    if not 0 <= index <= len(line):
        raise PlaceError(_("There is no such place in the agenda."), _("Drop it on a row or below the last one."))
    return (*line[:index], new, *line[index:])


def exchange(agenda: Agenda, node_id: str, new: Node) -> Agenda:
    """Give the agenda with another block, section, breakout or strand in the same place.

    Raises:
        NotThereError: there is none with that id.
    """
    if isinstance(new, Strand):
        return change_breakout(agenda, strand_owner(agenda, node_id).id, lambda strands: _swap(strands, node_id, new))
    place = place_of(agenda, node_id)
    return _with_items(agenda, place, _swap(items_at(agenda, place), node_id, new))


def strand_owner(agenda: Agenda, strand_id: str) -> Breakout:
    """Give the breakout a strand belongs to.

    Raises:
        NotThereError: there is no such strand.
    """
    for node in nodes(agenda):
        if isinstance(node, Breakout) and any(strand.id == strand_id for strand in node.strands):
            return node
    raise NotThereError(strand_id)


def change_breakout(
    agenda: Agenda, breakout_id: str, change: Callable[[tuple[Strand, ...]], tuple[Strand, ...]]
) -> Agenda:
    """Give the agenda with other strands in a breakout.

    Raises:
        NotThereError: there is no such breakout.
    """
    node = find(agenda, breakout_id)
    if not isinstance(node, Breakout):
        raise NotThereError(breakout_id)
    return exchange(agenda, breakout_id, replace(node, strands=change(node.strands)))


def refuse_known_ids(agenda: Agenda, new_ids: Iterable[str]) -> None:
    """Refuse ids that are empty, given twice or already in the agenda.

    Raises:
        PlaceError: one of them is.
    """
    known = {node.id for node in nodes(agenda)} | {day.id for day in agenda.days} | {""}
    for new_id in new_ids:
        if new_id in known:
            raise PlaceError(_("That is in the agenda already."), _("Duplicate it to have it twice."))
        known.add(new_id)


def _lines(agenda: Agenda) -> Iterator[tuple[str, tuple[Item, ...]]]:
    for day in agenda.days:
        yield day.id, day.items
    yield "", agenda.parked


def _containers(item: Item) -> tuple[Section | Strand, ...]:
    match item:
        case Section():
            return (item,)
        case Breakout():
            return item.strands
        case Block():
            return ()


def _swap(line: tuple[NodeT, ...], node_id: str, new: NodeT) -> tuple[NodeT, ...]:
    return tuple(new if node.id == node_id else node for node in line)


def _with_items(agenda: Agenda, place: Place, items: tuple[Item, ...]) -> Agenda:
    if place.container_id:
        items = tuple(_with_children(item, place.container_id, items) for item in _top(agenda, place))
    if not place.day_id:
        return replace(agenda, parked=items)
    days = tuple(replace(day, items=items) if day.id == place.day_id else day for day in agenda.days)
    return replace(agenda, days=days)


def _top(agenda: Agenda, place: Place) -> tuple[Item, ...]:
    return items_at(agenda, Place(place.day_id))


def _with_children(item: Item, container_id: str, items: tuple[Item, ...]) -> Item:
    children = tuple(child for child in items if isinstance(child, Block))
    match item:
        case Section(id=known) if known == container_id:
            return replace(item, children=children)
        case Breakout():
            strands = tuple(
                replace(strand, children=children) if strand.id == container_id else strand for strand in item.strands
            )
            return replace(item, strands=strands)
        case _:
            return item
