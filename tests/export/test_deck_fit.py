from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.curriculum.text import ItemList, ListItem, Paragraph, Span, Table, Text, plain_lines
from facilitator.export.deck.atoms import atoms_of, shared_out, text_of
from facilitator.export.deck.fit import overfull
from facilitator.export.deck.slides import DeckPlan, DeckSection, Imprint, Role, SlideSpec
from facilitator.export.deck.titles import unique_titles
from facilitator.export.deck.writer import Stationery, our_stationery

IMPRINT = Imprint("w", "T", "A", "F", "en", dt.datetime(2027, 1, 1, tzinfo=dt.UTC))
WORDS = "words enough to fill a line of a slide that is read from the back of the room"


@cache
def stationery() -> Stationery:
    return our_stationery()


def points(count: int, words: str = WORDS, *, ordered: bool = False) -> Text:
    return (ItemList(tuple(ListItem((Span(f"{n} {words}"),)) for n in range(count)), ordered),)


def fitted(*slides: SlideSpec) -> DeckPlan:
    sections = (DeckSection("All", tuple(spec.id for spec in slides)),)
    return stationery().fit(DeckPlan(IMPRINT, slides, sections))


def test_that_a_slide_with_room_is_left_as_it_is() -> None:
    spec = SlideSpec("a", Role.CONTENT, "Short", points(3, "short"))
    assert fitted(spec).slides == (spec,)


def test_that_a_little_too_much_shrinks_a_little() -> None:
    made = fitted(SlideSpec("a", Role.CONTENT, "Some", points(7, "short"))).slides
    assert [spec.body_percent for spec in made] == [95]


def test_that_too_much_is_taken_apart_at_list_items_and_counted() -> None:
    made = fitted(SlideSpec("a", Role.CONTENT, "Much", points(12))).slides
    assert [spec.title for spec in made] == [f"Much ({n}/{len(made)})" for n in range(1, len(made) + 1)]
    assert [line for spec in made for line in plain_lines(spec.body)] == list(plain_lines(points(12)))
    assert {spec.body_percent for spec in made} == {100}


def test_that_the_parts_of_a_slide_are_about_equally_full() -> None:
    made = fitted(SlideSpec("a", Role.CONTENT, "Much", points(8))).slides
    counts = [len(plain_lines(spec.body)) for spec in made]
    assert max(counts) - min(counts) <= 1


def test_that_notes_stay_with_the_first_part_and_numbers_go_on() -> None:
    notes = (Paragraph((Span("SAY"),)),)
    made = fitted(SlideSpec("a", Role.DEBRIEF, "Ask", points(12, ordered=True), notes=notes)).slides
    assert [bool(spec.notes) for spec in made] == [True] + [False] * (len(made) - 1)
    assert made[1].first_number == 1 + len(plain_lines(made[0].body))


def test_that_the_parts_stay_in_the_section_of_their_slide() -> None:
    made = fitted(SlideSpec("a", Role.CONTENT, "Much", points(12)), SlideSpec("b", Role.CONTENT, "Last"))
    assert made.sections[0].slide_ids == tuple(spec.id for spec in made.slides)


def test_that_jumps_go_with_their_lines() -> None:
    jumps = tuple(f"s{n}" for n in range(30))
    made = fitted(SlideSpec("a", Role.AGENDA, "Agenda", points(30, "Talk"), jumps=jumps)).slides
    assert len(made) > 1
    assert [jump for spec in made for jump in spec.jumps] == list(jumps)


def test_that_what_cannot_be_taken_apart_shrinks_but_not_under_eighteen_points() -> None:
    made = fitted(SlideSpec("a", Role.EXERCISE, "Task", (Paragraph((Span(" ".join([WORDS] * 8)),)),)))
    assert 70 <= made.slides[0].body_percent < 85
    assert made.findings == ()


def test_that_what_never_fits_is_a_finding_that_names_the_slide() -> None:
    made = fitted(
        SlideSpec(
            "a", Role.EXERCISE, "Flip the default", (Paragraph((Span(" ".join([WORDS] * 20)),)),), block_id="b1"
        )
    )
    (finding,) = overfull(made.findings)
    assert "Flip the default" in finding.message
    assert finding.subject == "b1"


def test_that_a_title_of_three_lines_shrinks_to_two() -> None:
    made = fitted(SlideSpec("a", Role.CONTENT, " ".join(["A title with many words in it"] * 5)))
    assert made.slides[0].title_percent < 100


def test_that_a_long_table_repeats_its_header() -> None:
    header = ((Span("Who"),), (Span("What"),))
    rows = tuple(((Span(f"row {n}"),), (Span(WORDS),)) for n in range(24))
    made = fitted(SlideSpec("a", Role.TABLE, "Table", (Table(header, rows),))).slides
    tables = [block for spec in made for block in spec.body if isinstance(block, Table)]
    assert len(tables) > 1
    assert {table.header for table in tables} == {header}
    assert tuple(row for table in tables for row in table.rows) == rows


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["One", "Two"], ["One", "Two"]),
        (["One", "One"], ["One (1/2)", "One (2/2)"]),
        (["One", "Two", "one"], ["One", "Two", "one – Label"]),
        (["One", "Two", "One", "Three", "One"], ["One", "Two", "One – Label", "Three", "One – Label (2)"]),
    ],
)
def test_that_no_two_slides_keep_the_same_title(titles: list[str], expected: list[str]) -> None:
    slides = [SlideSpec(str(n), Role.CONTENT, title, label="Label", block_id="b") for n, title in enumerate(titles)]
    assert [spec.title for spec in unique_titles(slides)] == expected


words = st.text(st.characters(codec="utf-8", exclude_characters="\t"), max_size=60)
blocks = st.one_of(
    st.builds(lambda text: Paragraph((Span(text),)), words),
    st.builds(
        lambda texts, ordered: ItemList(tuple(ListItem((Span(t),)) for t in texts), ordered),
        st.lists(words, min_size=1, max_size=6),
        st.booleans(),
    ),
)


@given(st.lists(blocks, max_size=6).map(tuple))
def test_that_text_taken_apart_goes_together_again(text: Text) -> None:
    assert text_of(atoms_of(text, (), 1)) == text


@settings(max_examples=40, deadline=None)
@given(st.lists(blocks, max_size=8).map(tuple))
def test_that_fitting_loses_no_words(text: Text) -> None:
    made = fitted(SlideSpec("a", Role.CONTENT, "Any", text)).slides
    assert [line for spec in made for line in plain_lines(spec.body)] == list(plain_lines(text))


@given(st.lists(st.integers(1, 10), min_size=1), st.integers(5, 30))
def test_that_sharing_out_keeps_order_and_room(heights: list[int], room: int) -> None:
    runs = shared_out([(h,) for h in heights], lambda run: float(sum(run)), float(room))
    assert [h for run in runs for h in run] == heights
    assert all(sum(run) <= room or len(run) == 1 for run in runs)
