from __future__ import annotations

import errno
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pptx
import pytest
from export_samples import MADE, UNIT, day_of_everything, small_handover, small_workshop, unit_copy
from open_deck import NS, OpenDeck, words
from PIL import Image

from facilitator.agenda.model import Agenda
from facilitator.export.deck.writer import export_deck, our_stationery
from facilitator.export.jobs import ExportCancelledError
from facilitator.export.prepare import prepare
from facilitator.export.slide_specs import slide_specs, slides_of_block
from facilitator.foundation.atomic import WriteError

if TYPE_CHECKING:
    from pathlib import Path

CANARIES = ("SENTINELNOTE", "SENTINELKEY", "SENTINELHIDDEN", "Surprise visit")


def everything_in(path: Path) -> str:
    return "\n".join(data.decode("utf-8", "replace") for data in OpenDeck.read(path).parts.values())


def test_that_python_pptx_reads_the_titles_and_notes_that_were_planned(tmp_path: Path) -> None:
    handover = small_handover()
    export_deck(handover, tmp_path / "d.pptx")
    read = pptx.Presentation(str(tmp_path / "d.pptx"))
    specs = slide_specs(handover)
    assert [slide.shapes.title.text for slide in read.slides] == [spec.title for spec in specs]
    assert "Words of the trainer." in read.slides[4].notes_slide.notes_text_frame.text


def test_that_the_trainers_copy_has_notes_and_key_and_the_participants_copy_has_neither(tmp_path: Path) -> None:
    export_deck(small_handover(), tmp_path / "trainer.pptx")
    export_deck(small_handover(), tmp_path / "copy.pptx", notes=False)
    trainer, copy = everything_in(tmp_path / "trainer.pptx"), everything_in(tmp_path / "copy.pptx")
    assert [word for word in CANARIES[:2] if word not in trainer] == []
    assert [word for word in CANARIES if word in copy] == []
    assert not [name for name in OpenDeck.read(tmp_path / "copy.pptx").names if "notesSlide" in name]


def test_that_no_participant_is_named_anywhere_in_a_deck(tmp_path: Path) -> None:
    handover = small_handover()
    export_deck(handover, tmp_path / "d.pptx")
    text = everything_in(tmp_path / "d.pptx")
    people = handover.workshop.roster.people
    assert not [person.id for person in people if person.family_name in text or person.email in text]


def test_that_the_same_workshop_makes_the_same_file(tmp_path: Path) -> None:
    for name in ("a.pptx", "b.pptx"):
        export_deck(small_handover(), tmp_path / name)
    assert (tmp_path / "a.pptx").read_bytes() == (tmp_path / "b.pptx").read_bytes()


def test_that_every_slide_is_reported_once_in_order(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    exported = export_deck(small_handover(), tmp_path / "d.pptx", lambda done, total, _: seen.append((done, total)))
    assert seen == [(n, exported.count) for n in range(1, exported.count + 1)]


def test_that_a_cancelled_export_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "d.pptx").write_bytes(b"old")
    asked = iter([False] * 5 + [True] * 99)
    with pytest.raises(ExportCancelledError):
        export_deck(small_handover(), tmp_path / "d.pptx", cancelled=lambda: next(asked))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("d.pptx", b"old")]


def test_that_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    def full(done: int, total: int, label: str) -> None:
        if done == 7:
            raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "d.pptx").write_bytes(b"old")
    with pytest.raises(WriteError, match="disk is full"):
        export_deck(small_handover(), tmp_path / "d.pptx", full)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("d.pptx", b"old")]


def test_that_hostile_titles_are_only_text(tmp_path: Path) -> None:
    nasty = 'A & B <script> "quoted" \x0b\x00]]> ünï 日本'
    workshop = small_workshop()
    workshop = replace(workshop, brief=replace(workshop.brief, title=nasty, client="<a:t>&amp;"))
    export_deck(prepare(workshop, MADE), tmp_path / "d.pptx")
    deck = OpenDeck.read(tmp_path / "d.pptx")
    assert deck.title(deck.slides[0]) == 'A & B <script> "quoted"  ]]> ünï 日本'


def test_that_links_lead_out_and_jumps_lead_to_slides(tmp_path: Path) -> None:
    export_deck(small_handover(), tmp_path / "d.pptx")
    deck = OpenDeck.read(tmp_path / "d.pptx")
    links = [relation for relation in deck.relations(deck.slides[4]).values() if relation.external]
    assert [link.target for link in links] == ["https://example.org/report"]
    assert {
        relation.target for relation in deck.relations(deck.slides[1]).values() if relation.kind == "slide"
    } <= set(deck.slides)


def test_that_a_picture_keeps_its_shape_and_loses_what_the_camera_wrote(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    photo = Image.new("RGB", (400, 200), "teal")
    exif = Image.Exif()
    exif[0x013B] = "SENTINELARTIST"
    photo.save(tmp_path / "pictures" / "hall.jpg", exif=exif)
    source = UNIT.replace(
        "- The first point says something", "![The hall in Larkfield](pictures/hall.jpg)\n\n- Seats"
    )
    workshop = replace(small_workshop(), units=(unit_copy("T01", source),))
    export_deck(prepare(workshop, MADE, pictures=tmp_path), tmp_path / "d.pptx")
    deck = OpenDeck.read(tmp_path / "d.pptx")
    (picture,) = deck.find(deck.slides[4], "//p:pic")
    extent = picture.find("p:spPr/a:xfrm/a:ext", NS)
    assert int(extent.get("cx")) == 2 * int(extent.get("cy"))
    assert picture.find("p:nvPicPr/p:cNvPr", NS).get("descr") == "The hall in Larkfield"
    assert "SENTINELARTIST" not in everything_in(tmp_path / "d.pptx")


@pytest.mark.parametrize("path", ["pictures/none.png", "../outside.png"])
def test_that_a_picture_that_is_not_there_is_a_finding_and_not_a_hole(path: str, tmp_path: Path) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "outside.png")
    (tmp_path / "pack").mkdir()
    source = UNIT.replace("- The first point says something", f"![A hall]({path})\n\n- Seats")
    workshop = replace(small_workshop(), units=(unit_copy("T01", source),))
    exported = export_deck(prepare(workshop, MADE, pictures=tmp_path / "pack"), tmp_path / "d.pptx")
    assert not [name for name in OpenDeck.read(tmp_path / "d.pptx").names if "/media/" in name]
    assert path.startswith("..") or [finding.code for finding in exported.findings] == ["deck.picture-missing"]


def test_that_slides_of_a_block_and_step_can_be_found() -> None:
    slides = slide_specs(small_handover(), stationery=our_stationery())
    assert [slide.title for slide in slides_of_block(slides, "unit", 2)] == ["What moved, and why"]


def test_that_the_open_xml_rules_hold(tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    export_deck(small_handover(), tmp_path / "d.pptx")
    result = audit.OpenXmlValidator().validate(tmp_path / "d.pptx")
    assert [str(error) for error in result.errors] == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_that_libreoffice_makes_a_page_of_every_slide(tmp_path: Path) -> None:
    exported = export_deck(small_handover(), tmp_path / "d.pptx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(exported.path)]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    pages = (tmp_path / "d.pdf").read_bytes().count(b"/Type/Page/") or (tmp_path / "d.pdf").read_bytes().count(
        b"/Type /Page\n"
    )
    pages = pages or (tmp_path / "d.pdf").read_bytes().count(b"/Type/Page\n")
    assert pages == exported.count


def test_that_an_agenda_of_several_days_has_sections_with_names_of_their_own(tmp_path: Path) -> None:
    days = tuple(
        replace(
            day_of_everything(),
            id=f"d{n}",
            label=f"Day {n}",
            items=tuple(
                replace(item, id=f"{item.id}{n}") for item in day_of_everything().items if item.id != "clinics"
            ),
        )
        for n in (1, 2)
    )
    export_deck(prepare(replace(small_workshop(), agenda=Agenda(days)), MADE), tmp_path / "d.pptx")
    deck = OpenDeck.read(tmp_path / "d.pptx")
    names = deck.find("ppt/presentation.xml", "//p14:section/@name")
    assert len(names) == len(set(names)) > 10
    assert words(deck.shapes(deck.slides[1])[0]) == "Agenda: Day 1"


def test_that_a_table_in_the_notes_keeps_its_place_and_its_words(tmp_path: Path) -> None:
    table = "**SAY** SENTINELNOTE Words of the trainer.\n\n| Card | Answer |\n|---|---|\n| 1 | Share |\n"
    workshop = replace(
        small_workshop(),
        units=(unit_copy("T01", UNIT.replace("**SAY** SENTINELNOTE Words of the trainer.\n", table)),),
    )
    export_deck(prepare(workshop, MADE), tmp_path / "d.pptx")
    text = pptx.Presentation(str(tmp_path / "d.pptx")).slides[4].notes_slide.notes_text_frame.text
    assert text.index("Words of the trainer") < text.index("1 | Share") < text.index("What is missing?")
