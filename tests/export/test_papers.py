from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from export_samples import small_handover

from facilitator.export.papers import Paper, paper, papers
from facilitator.export.preview import preview_attendance, preview_deck

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("each", papers(), ids=lambda each: each.id)
def test_that_every_paper_can_be_written_where_it_says(each: Paper, tmp_path: Path) -> None:
    handover = small_handover()
    target = tmp_path / each.file_name(handover)
    exported = each.export(handover, target)
    assert exported.path == target
    assert target.stat().st_size > 1000
    assert exported.count > 0


def test_that_papers_have_ids_and_titles_of_their_own() -> None:
    made = papers()
    assert len({each.id for each in made}) == len({each.title for each in made}) == len(made)
    assert paper("attendance") is not None
    assert paper("nothing") is None


def test_that_a_file_is_named_after_workshop_paper_and_audience() -> None:
    deck = paper("deck")
    assert deck is not None
    named = deck.file_name(replace(small_handover(), edition="Legal"))
    assert named == "From megaphone to movement - Slide deck - Legal.pptx"
    assert deck.file_name(replace(small_handover(), edition="Legal"), [named]).endswith("Legal 2.pptx")


def test_that_the_preview_of_a_deck_is_its_first_slides_without_notes() -> None:
    preview = preview_deck(small_handover(), first=2)
    assert [slide.title for slide in preview.slides] == ["From megaphone to movement", "Agenda"]
    assert preview.count > 10
    assert all(slide.notes == () for slide in preview.slides)


def test_that_the_preview_of_attendance_is_its_first_sheet() -> None:
    preview = preview_attendance(small_handover())
    assert preview.sheet.name == preview.names[0] == "Sign-in Tue 19 Jan"
    assert [cell.value for cell in preview.sheet.rows[preview.sheet.header_row]][:3] == ["No.", "Name", "Signature"]


def test_that_no_two_papers_of_a_workshop_share_a_file_name() -> None:
    handover = small_handover()
    brief = replace(handover.workshop.brief, title="A title that is as long as titles of real programmes are " * 3)
    long = replace(handover, workshop=replace(handover.workshop, brief=brief), edition="Communications")
    assert len({each.file_name(long).casefold() for each in papers()}) == len(papers())
