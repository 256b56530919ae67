"""``facilitator cards``: the cards and sheets of units as text and tables, without a workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.cli.paper_files import ready
from facilitator.curriculum.audience import DEFAULT, Profile, profile_of
from facilitator.curriculum.pack_folders import pack_folders
from facilitator.curriculum.reader import read_pack
from facilitator.export.cards.as_text import deck_csv, deck_markdown, key_markdown
from facilitator.export.cards.plan import PrintedDeck, printed_decks
from facilitator.foundation.atomic import write_atomically
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.names import safe_file_name
from facilitator.foundation.resources import shipped
from facilitator.foundation.words import _, catalogue, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from facilitator.curriculum.pack import Pack

EXCEL_READS = "utf-8-sig"  # without the mark Excel takes the letters for those of another alphabet


def cards(paths: Sequence[Path], unit_ids: Sequence[str], audience_ids: Sequence[str], out: Path) -> int:
    """Write every deck of some units: the cards as Markdown and as a table, and their key by itself.

    Raises:
        FacilitatorError: no such unit or audience, or the disk said no.
    """
    packs = [read_pack(folder) for folder in paths or pack_folders((shipped("modules"),))]
    _must_be_there(unit_ids, {unit.id for pack in packs for unit in pack.units}, _("There is no unit “{id}”."))
    if audience_ids:
        known = {audience.id for pack in packs for audience in pack.audiences} | {DEFAULT}
        _must_be_there(audience_ids, known, _("There is no audience “{id}”."))
    folder = ready(out)
    made = [(printed, pack.language) for pack in packs for printed in _decks(pack, unit_ids, audience_ids)]
    for printed, language in made:
        _write(printed, language, folder)
    print(
        ngettext("{n} deck written into {folder}", "{n} decks written into {folder}", len(made)).format(
            n=len(made), folder=folder
        )
    )
    return 0


def _must_be_there(ids: Sequence[str], known: set[str], message: str) -> None:
    for unknown in (name for name in ids if name not in known):
        raise FacilitatorError(
            message.format(id=unknown), way_out=_("There are {known}.").format(known=", ".join(sorted(known)))
        )


def _decks(pack: Pack, unit_ids: Sequence[str], audience_ids: Sequence[str]) -> tuple[PrintedDeck, ...]:
    units = [unit for unit in pack.units if not unit_ids or unit.id in unit_ids]
    chosen, profiles = {unit.id for unit in units}, _profiles(pack, audience_ids)
    pre_reads = [deck for deck in pack.decks if deck.is_pre_read and deck.unit_id in chosen]
    return (*printed_decks((), pre_reads, profiles), *printed_decks(units, pack.decks, profiles))


def _profiles(pack: Pack, audience_ids: Sequence[str]) -> tuple[Profile, ...] | None:
    if not audience_ids:
        return None
    return tuple(profile_of(audience) for audience in pack.audiences if audience.id in audience_ids)


def _write(printed: PrintedDeck, language: str, folder: Path) -> None:
    words = catalogue(language)
    for suffix, text, encoding in (
        (".md", deck_markdown(printed, words), "utf-8"),
        (".csv", deck_csv(printed, words), EXCEL_READS),
        (" key.md", key_markdown(printed, words), "utf-8"),
    ):
        if text:
            write_atomically(folder / safe_file_name(printed.deck.id, suffix), text.encode(encoding))
