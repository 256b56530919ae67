"""Cards, sheets and answer keys as Word documents that can be printed, cut and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.model import all_blocks
from facilitator.agenda.rooms import room_of
from facilitator.export.cards.plan import CardSize, PrintedDeck, printed_decks
from facilitator.export.jobs import Exported, never, quiet, stop_if
from facilitator.export.phrases import joined
from facilitator.foundation.atomic import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from facilitator.curriculum.audience import Profile
    from facilitator.curriculum.pack import Card
    from facilitator.export.cards.sheets import Sheets
    from facilitator.export.handover import Handover
    from facilitator.export.jobs import Cancelled, Report

ACROSS = 2  # small cards side by side


def planned_decks(handover: Handover) -> tuple[PrintedDeck, ...]:
    """Give the decks of the units that are taught, with the cards for the people of this handover."""
    taught = {unit.unit_id for unit in handover.tailored.values()}
    units = [unit for unit in handover.units if unit.id in taught]
    return printed_decks(units, handover.decks, handover.profiles, _rooms(handover))


def _rooms(handover: Handover) -> dict[str, tuple[Profile, ...]]:
    """Give who is taught each unit, wherever it stands in the agenda."""
    agenda = handover.workshop.agenda
    rooms: dict[str, dict[Profile, None]] = {}
    for block in all_blocks(agenda):
        unit = handover.unit(block.unit_id) if block.id in handover.tailored else None
        if unit is not None:
            present = rooms.setdefault(unit.id, {})
            present.update(dict.fromkeys(room_of(agenda, block.id, unit, handover.profiles)))
    return {unit_id: tuple(present) for unit_id, present in rooms.items()}


def export_cards(handover: Handover, target: Path, report: Report = quiet, cancelled: Cancelled = never) -> Exported:
    """Write what participants get on the tables: every card and sheet, without answers and trainer's scripts.

    Raises:
        ExportCancelledError: cancelled; nothing was written.
        WriteError: the disk, the folder or another program said no; the old file is unchanged.
    """
    decks = [printed for printed in planned_decks(handover) if not printed.deck.is_trainers]
    return _export(handover, target, (report, cancelled), decks, _deck)


def export_keys(handover: Handover, target: Path, report: Report = quiet, cancelled: Cancelled = never) -> Exported:
    """Write what the trainer keeps: the answers to every deck with their reasons, and the scripts nobody else sees.

    Raises: as :func:`export_cards` does.
    """
    return _export(handover, target, (report, cancelled), trainers_decks(handover), _trainers_part)


def trainers_decks(handover: Handover) -> list[PrintedDeck]:
    """Give the decks of which the trainer has to print something: a key, or all of it."""
    return [printed for printed in planned_decks(handover) if printed.deck.is_trainers or has_key(printed)]


def has_key(printed: PrintedDeck) -> bool:
    """Tell whether any card of a deck has an answer or a reason."""
    return any(card.answer or card.why for card in printed.cards)


def _export(
    handover: Handover,
    target: Path,
    ways: tuple[Report, Cancelled],
    decks: Sequence[PrintedDeck],
    write: Callable[[Sheets, PrintedDeck], None],
) -> Exported:
    from facilitator.export.cards.sheets import Sheets  # noqa: PLC0415 -- the library is heavy, and only needed here

    report, cancelled = ways
    brief = handover.workshop.brief
    sheets = Sheets(handover.words, title=brief.title or brief.client, made=handover.made)
    if not decks:
        sheets.line(handover.words.gettext("Nothing has to be printed for the units of this agenda."))
    for number, printed in enumerate(decks):
        stop_if(cancelled)
        report(number, len(decks), printed.deck.title)
        write(sheets, printed)
    with replacing(target) as draft:
        sheets.save(draft)
    report(len(decks), len(decks), "")
    return Exported(target, len(decks))


def _trainers_part(sheets: Sheets, printed: PrintedDeck) -> None:
    if printed.deck.is_trainers:
        _deck(sheets, printed)
    if has_key(printed):
        _key(sheets, printed)


def _deck(sheets: Sheets, printed: PrintedDeck) -> None:
    deck = printed.deck
    say = sheets.words.gettext
    sets = {
        "once": say("One set"),
        "person": say("One set for each person"),
        "pair": say("One set for each pair"),
        "group": say("One set for each group"),
        "room": say("One set for the room"),
    }
    sheets.start_deck(f"{deck.unit_id} · {deck.title}", joined((printed.unit_title, sets[deck.per])), deck.use)
    match printed.size:
        case CardSize.SMALL:
            rows = [printed.cards[first : first + ACROSS] for first in range(0, len(printed.cards), ACROSS)]
            sheets.cut_cards([[_face(card) for card in row] for row in rows], ACROSS)
        case CardSize.STRIP:
            sheets.cut_cards([[_face(card)] for card in printed.cards], 1)
        case CardSize.PAGE:
            for number, card in enumerate(printed.cards):
                sheets.page(*_face(card), is_first=number == 0)


def _face(card: Card) -> tuple[str, str, str]:
    return card.id, card.title, card.text


def _key(sheets: Sheets, printed: PrintedDeck) -> None:
    deck = printed.deck
    say = sheets.words.gettext
    sheets.start_key(f"{deck.unit_id} · {deck.title}", printed.unit_title)
    rows = [(card.id, card.title, card.answer, card.why) for card in printed.cards if card.answer or card.why]
    sheets.key_table((say("Card"), say("Title"), say("Answer"), say("Why")), rows)
