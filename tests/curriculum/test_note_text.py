from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.curriculum.note_text import note_text
from facilitator.curriculum.text import ItemList, ListItem, Paragraph, Span, plain


def test_that_marks_become_styles_and_blank_lines_paragraphs() -> None:
    assert note_text("**SAY** Good morning.\n\nThen wait.") == (
        Paragraph((Span("SAY", strong=True), Span(" Good morning."))),
        Paragraph((Span("Then wait."),)),
    )


def test_that_a_list_in_a_note_stays_a_list() -> None:
    assert note_text("- one\n- two") == (ItemList((ListItem((Span("one"),)), ListItem((Span("two"),)))),)


def test_that_html_is_shown_as_it_was_typed() -> None:
    assert "<img" in plain(note_text('<img src="x">'))


@given(st.text(max_size=300))
def test_that_no_note_raises(source: str) -> None:
    note_text(source)
