from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from facilitator.curriculum.text import Paragraph, Span
from facilitator.curriculum.unit import Slide
from facilitator.desktop.agenda.block_facts import UnitFacts
from facilitator.desktop.agenda.facts_page import FactsPage
from facilitator.desktop.theme.look import Look


@pytest.mark.parametrize("height", range(180, 620, 7))
def test_that_a_page_finds_its_size_at_any_height(look: Look, shown: Callable[..., QWidget], height: int) -> None:
    # A scroll bar that came and went with the height of the pictures once called itself until the stack was full
    page = FactsPage(look, tuple)
    slides = tuple(Slide(f"Slide {n}", (Paragraph((Span("words"),)),)) for n in range(6))
    objectives = ("sort sixteen items of information into three trays " * 2, "name four limits", "keep two promises")
    page.show_facts(UnitFacts(slides, objectives, ("Move a card only with a reason.",), "Pairs", ("16 cards",), ()))
    shown(page, (320, height))
    assert page.widget().width() <= page.viewport().width()
