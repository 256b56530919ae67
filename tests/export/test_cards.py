"""Cards, sheets and keys for printing: what a room gets, and that no answer lies on its tables."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document
from export_samples import small_handover

from facilitator.agenda.model import Agenda, Breakout, blocks_of
from facilitator.curriculum.audience import Profile
from facilitator.curriculum.pack import Card, CardDeck
from facilitator.export.cards.as_text import deck_csv, deck_markdown, key_markdown
from facilitator.export.cards.document import export_cards, export_keys
from facilitator.export.cards.plan import CardSize, cards_for, printed_decks, size_of
from facilitator.export.jobs import ExportCancelledError
from facilitator.export.preview import preview_cards, preview_keys
from facilitator.foundation.words import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.export.handover import Handover

WORDS = catalogue("en")
LEGAL, FINANCE = Profile("legal"), Profile("finance", overlays=("banks",))
COMMON = Card("01", "Delays", "Which customers waited.", answer="Share", why="They know already.")
DECK = CardDeck(
    "T01-items",
    "T01",
    "Items",
    (
        COMMON,
        Card("02", "Results", "Before Friday.", ("finance",), answer="Restricted until Friday", why="The market."),
        Card("03", "A hold", "Keep the file.", ("legal",), answer="On request", why="A case."),
        Card("04", "A draft", "Not final.", ("default",), answer="Share as a draft", why="Shame is no harm."),
    ),
    use="One deck for each table.",
)


def handover(*decks: CardDeck, profiles: tuple[Profile, ...] = (LEGAL,)) -> Handover:
    return replace(small_handover(), decks=decks or (DECK,), profiles=profiles)


def words_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


@pytest.mark.parametrize(
    ("profiles", "ids"),
    [
        ((LEGAL,), ["01", "03"]),
        ((FINANCE,), ["01", "02"]),
        ((LEGAL, FINANCE), ["01", "02", "03", "04"]),
        ((LEGAL, Profile("legal")), ["01", "03"]),
        ((LEGAL, Profile("it")), ["01", "03", "04"]),
        ((Profile("it"),), ["01", "04"]),
        ((), ["01", "04"]),
        (None, ["01", "02", "03", "04"]),
    ],
)
def test_that_a_room_gets_common_cards_and_its_own_or_else_the_default(
    profiles: tuple[Profile, ...] | None, ids: list[str]
) -> None:
    assert [card.id for card in cards_for(DECK, profiles)] == ids


def test_that_a_unit_that_comes_twice_is_printed_once() -> None:
    (unit,) = small_handover().units[:1]
    deck = replace(DECK, unit_id=unit.id)
    assert [printed.deck.id for printed in printed_decks((unit, unit), (deck,), (LEGAL,))] == ["T01-items"]


def test_that_a_deck_without_a_card_for_the_room_is_left_out() -> None:
    (unit,) = small_handover().units[:1]
    deck = replace(DECK, unit_id=unit.id, cards=DECK.cards[1:2])
    assert printed_decks((unit,), (deck,), (LEGAL,)) == ()


def test_that_a_strand_gets_the_cards_of_those_it_is_made_for(tmp_path: Path) -> None:
    made = handover(DECK, profiles=())
    unit = replace(made.units[0], core=("finance",))
    day = made.workshop.agenda.days[0]
    clinic = next(item for item in day.items if isinstance(item, Breakout))
    inside = next(block for item in day.items for block in blocks_of(item) if block.unit_id)
    strand = replace(clinic, strands=(replace(clinic.strands[0], children=(inside,)), clinic.strands[1]))
    agenda = Agenda((replace(day, items=(strand,)),))
    split = replace(made, units=(unit,), workshop=replace(made.workshop, agenda=agenda))
    written = words_of(export_cards(split, tmp_path / "cards.docx").path)
    assert "Before Friday." in written
    assert "Not final." not in written


def test_that_a_pre_read_is_printed_where_its_unit_is_not_taught() -> None:
    (unit,) = small_handover().units[:1]
    own, other = (replace(DECK, id=name, unit_id=name, is_pre_read=True) for name in (unit.id, "F01"))
    printed = printed_decks((unit,), (replace(DECK, unit_id=unit.id), own, other), None)
    assert [one.deck.id for one in printed] == ["F01", "T01-items"]


@pytest.mark.parametrize(
    ("length", "size"),
    [(1, CardSize.SMALL), (300, CardSize.SMALL), (301, CardSize.STRIP), (900, CardSize.STRIP), (901, CardSize.PAGE)],
)
def test_that_the_longest_card_decides_on_the_size(length: int, size: CardSize) -> None:
    assert size_of((COMMON, Card("02", "", "x" * length))) is size


@pytest.mark.parametrize("text", ["Short.", "x " * 300, "Line.\n" * 200], ids=["small", "strip", "page"])
def test_that_cards_in_every_size_hold_their_words_and_no_answer(tmp_path: Path, text: str) -> None:
    deck = replace(DECK, cards=tuple(replace(card, text=text) for card in DECK.cards))
    exported = export_cards(handover(deck), tmp_path / "cards.docx")
    written = words_of(exported.path)
    assert exported.count == 1
    assert "Delays" in written
    assert text.split("\n", maxsplit=1)[0].strip() in written
    assert "Results" not in written
    assert "They know already" not in written
    assert "On request" not in written


def test_that_the_keys_hold_answers_and_reasons(tmp_path: Path) -> None:
    written = words_of(export_keys(handover(), tmp_path / "keys.docx").path)
    assert "They know already." in written
    assert "On request" in written
    assert "Restricted until Friday" not in written


def test_that_a_script_is_printed_for_the_trainer_and_never_for_the_tables(tmp_path: Path) -> None:
    script = replace(
        DECK, id="T01-script", title="Script", is_trainers=True, cards=(Card("1", "Minute 6", "It rains."),)
    )
    tables = words_of(export_cards(handover(DECK, script), tmp_path / "cards.docx").path)
    keys = words_of(export_keys(handover(DECK, script), tmp_path / "keys.docx").path)
    assert "It rains." not in tables
    assert "It rains." in keys


def test_that_a_deck_without_answers_has_no_key(tmp_path: Path) -> None:
    blank = replace(DECK, id="T01-sheets", title="Sheets", cards=(Card("01", "Sheet", "Name: ____"),))
    written = words_of(export_keys(handover(DECK, blank), tmp_path / "keys.docx").path)
    assert "Items" in written
    assert "Sheets" not in written


def test_that_an_agenda_without_cards_says_so(tmp_path: Path) -> None:
    exported = export_cards(handover(replace(DECK, unit_id="L99")), tmp_path / "cards.docx")
    assert exported.count == 0
    assert "Nothing has to be printed" in words_of(exported.path)


def test_that_cancelling_leaves_the_file_from_before(tmp_path: Path) -> None:
    target = tmp_path / "cards.docx"
    target.write_bytes(b"old")
    with pytest.raises(ExportCancelledError):
        export_cards(handover(), target, cancelled=lambda: True)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("cards.docx", b"old")]


@pytest.mark.parametrize("export", [export_cards, export_keys])
def test_that_the_open_xml_rules_hold_for_documents(tmp_path: Path, export: object) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    assert callable(export)
    export(handover(DECK, replace(DECK, id="long", cards=(replace(COMMON, text="x\n" * 999),))), tmp_path / "a.docx")
    assert [str(error) for error in audit.OpenXmlValidator().validate(tmp_path / "a.docx").errors] == []


def test_that_the_preview_of_cards_has_no_answers_and_that_of_keys_has() -> None:
    cards, keys = preview_cards(handover()), preview_keys(handover())
    assert cards.cards[0] == ("Delays", "Which customers waited.")
    assert keys.cards[0] == ("Delays", "Share")
    assert (cards.heading, cards.across, cards.count) == ("T01 · Items", 2, 1)


def printed() -> tuple[str, str, str]:
    (unit,) = small_handover().units[:1]
    (one,) = printed_decks((unit,), (replace(DECK, unit_id=unit.id),), None)
    return deck_markdown(one, WORDS), key_markdown(one, WORDS), deck_csv(one, WORDS)


def test_that_the_text_of_a_deck_has_no_answers_and_that_of_its_key_has() -> None:
    cards, key, _table = printed()
    assert "## 01 · Delays\n\nWhich customers waited." in cards
    assert "They know already." not in cards
    assert "## 01 · Delays\n\nShare\n\nThey know already." in key


def test_that_a_table_of_cards_leaves_a_column_free_for_codes() -> None:
    rows = list(csv.reader(io.StringIO(printed()[2])))
    assert rows[0] == ["Card", "Title", "Text", "Code"]
    assert rows[1] == ["01", "Delays", "Which customers waited.", ""]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_that_no_card_becomes_a_formula(sign: str) -> None:
    (unit,) = small_handover().units[:1]
    deck = replace(DECK, unit_id=unit.id, cards=(Card("01", "Post", f"{sign}1+1"),))
    (one,) = printed_decks((unit,), (deck,), None)
    assert list(csv.reader(io.StringIO(deck_csv(one, WORDS))))[1][2] == f"'{sign}1+1"
