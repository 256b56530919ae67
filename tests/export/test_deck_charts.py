"""Charts in a deck: native, editable, described, beside the words they belong to."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pptx
import pytest
from export_samples import MADE, UNIT, small_handover, small_workshop, unit_copy
from open_deck import NS, OpenDeck

from facilitator.curriculum.text import Chart, ChartType, ItemList, ListItem, Paragraph, Series, Span, Table, Text
from facilitator.curriculum.unit import Slide
from facilitator.export.charts.places import Side
from facilitator.export.deck.chart_book import chart_book
from facilitator.export.deck.chart_part import chart_part
from facilitator.export.deck.chart_places import frames_for
from facilitator.export.deck.slides import DeckPlan, DeckSection, Imprint, Role, SlideSpec
from facilitator.export.deck.steps import _shapes
from facilitator.export.deck.template import EMU_PER_POINT, Place
from facilitator.export.deck.writer import Stationery, export_deck, our_stationery, write_deck
from facilitator.export.prepare import prepare

if TYPE_CHECKING:
    from pathlib import Path

PART = "ppt/charts/chart1.xml"
COLUMNS = Chart(
    ChartType.COLUMNS,
    ("With a host", "Without"),
    (Series("Before", (40.0, 40.0)), Series("After", (46.0, 43.0))),
    "%",
    "It rose.",
)
LINE = Chart(
    ChartType.LINE, ("W1", "W2", "W3"), (Series("a", (1.0, 2.0, 3.0)), Series("b", (9.0, 8.0, 7.5))), "minutes", "So."
)
BARS = replace(COLUMNS, type=ChartType.BARS, low=30.0, high=50.0)
WORDS = Paragraph((Span("More with a host than without."),))
LIST = ItemList((ListItem((Span("Both rose"),)), ListItem((Span("Ask who chose the branches"),))))
LONG = Paragraph((Span("words enough to fill a line of a slide that is read from the back of the room " * 4),))


@pytest.fixture(scope="module")
def stationery() -> Stationery:
    return our_stationery()


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("deck") / "d.pptx"
    export_deck(small_handover(), path)
    return path


def plan_of(*specs: SlideSpec) -> DeckPlan:
    sections = (DeckSection("All", tuple(spec.id for spec in specs)),)
    return DeckPlan(Imprint("w", "T", "A", "F", "en", MADE), specs, sections)


def written(tmp_path: Path, stationery: Stationery, *charts: Chart) -> OpenDeck:
    specs = [SlideSpec(f"s{n}", Role.CHART, f"Chart {n}", (chart,)) for n, chart in enumerate(charts)]
    write_deck(stationery.fit(plan_of(*specs)), tmp_path / "d.pptx", stationery)
    return OpenDeck.read(tmp_path / "d.pptx")


def charts_in(path: Path) -> list[object]:
    shapes = (shape for slide in pptx.Presentation(str(path)).slides for shape in slide.shapes)
    return [shape for shape in shapes if shape.has_chart]


def test_that_a_chart_is_native_with_its_names_numbers_and_description(exported: Path) -> None:
    (frame,) = charts_in(exported)
    (plot,) = frame.chart.plots  # type: ignore[attr-defined]
    assert list(plot.categories) == ["With a host", "Without"]
    assert [(series.name, tuple(series.values)) for series in plot.series] == [
        ("Before", (40.0, 40.0)),
        ("After", (46.0, 43.0)),
    ]
    described = frame._element.xpath(".//p:cNvPr/@descr")  # type: ignore[attr-defined]
    assert described == ["Repeat visits rose from 40 to 46 % with a host and to 43 % without."]


def test_that_the_data_can_be_edited_in_the_workbook_behind(exported: Path) -> None:
    (frame,) = charts_in(exported)
    blob = frame.chart.part.chart_workbook.xlsx_part.blob  # type: ignore[attr-defined]
    rows = list(openpyxl.load_workbook(io.BytesIO(blob)).active.iter_rows(values_only=True))
    assert rows == [(None, "Before", "After"), ("With a host", 40, 46), ("Without", 40, 43)]


def test_that_the_places_of_the_numbers_are_those_of_the_workbook(exported: Path) -> None:
    deck = OpenDeck.read(exported)
    assert deck.find(PART, "//c:f/text()") == [
        *("Sheet1!$B$1", "Sheet1!$A$2:$A$3", "Sheet1!$B$2:$B$3"),
        *("Sheet1!$C$1", "Sheet1!$A$2:$A$3", "Sheet1!$C$2:$C$3"),
    ]


def test_that_participants_get_the_chart_too(tmp_path: Path) -> None:
    export_deck(small_handover(), tmp_path / "copy.pptx", notes=False)
    assert len(charts_in(tmp_path / "copy.pptx")) == 1


def test_that_the_same_chart_is_the_same_bytes_every_time() -> None:
    before = chart_book(COLUMNS, "0")
    chart_book.cache_clear()
    assert chart_book(COLUMNS, "0") == before


def test_that_a_chart_drawn_once_is_not_drawn_again(stationery: Stationery) -> None:
    one, two = (chart_part(COLUMNS, 800, 300, stationery.letters, "en-GB") for _ in range(2))
    assert one is two


def test_that_charts_of_many_slides_keep_their_own_parts(tmp_path: Path, stationery: Stationery) -> None:
    deck = written(tmp_path, stationery, COLUMNS, LINE, BARS)
    kinds = [
        deck.find(part, "local-name(//c:plotArea/*[2])") for s in deck.slides for part in deck.related(s, "chart")
    ]
    assert kinds == ["barChart", "lineChart", "barChart"]


def test_that_the_axis_ends_where_the_author_said_and_shows_it(tmp_path: Path, stationery: Stationery) -> None:
    deck = written(tmp_path, stationery, BARS, COLUMNS)
    ends = [deck.find(PART, f"//c:valAx/c:scaling/c:{end}/@val")[0] for end in ("min", "max")]
    assert ends == ["30.0", "50.0"]
    assert deck.find(PART, "//c:valAx/c:delete/@val") == ["0"]
    assert deck.find("ppt/charts/chart2.xml", "//c:valAx/c:delete/@val") == ["1"]


def test_that_lying_bars_are_read_from_the_top_in_every_program(tmp_path: Path, stationery: Stationery) -> None:
    deck = written(tmp_path, stationery, BARS)
    assert deck.find(PART, "//c:barDir/@val") == ["bar"]
    assert deck.find(PART, "//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]
    assert deck.find(PART, "//c:valAx/c:crosses/@val") == ["max"]


def test_that_numbers_carry_their_unit_and_a_word_stands_over_the_chart(
    tmp_path: Path, stationery: Stationery
) -> None:
    deck = written(tmp_path, stationery, COLUMNS, LINE)
    codes = set(deck.find(PART, "//c:dLbls/c:numFmt/@formatCode"))
    assert codes == {'#,##0"\u00a0%";"\u2212"#,##0"\u00a0%"'}
    assert deck.find("ppt/charts/chart2.xml", "//c:title//a:t/text()") == ["minutes"]


def test_that_colours_and_letters_are_those_of_the_theme(tmp_path: Path, stationery: Stationery) -> None:
    deck = written(tmp_path, stationery, COLUMNS, LINE)
    for part in (PART, "ppt/charts/chart2.xml"):
        assert deck.find(part, "//a:srgbClr") == []
        assert set(deck.find(part, "//a:latin/@typeface")) == {"+mn-lt"}


def test_that_no_line_of_the_grid_runs_through_the_number_of_a_lone_series(
    tmp_path: Path, stationery: Stationery
) -> None:
    alone = replace(COLUMNS, series=COLUMNS.series[1:], low=30.0)
    deck = written(tmp_path, stationery, alone, replace(COLUMNS, low=30.0))
    filled = [len(deck.find(f"ppt/charts/chart{number}.xml", "//c:dLbls/c:spPr/a:solidFill")) for number in (1, 2)]
    assert filled == [1, 0]


def test_that_a_line_labels_its_points_where_there_is_room(tmp_path: Path, stationery: Stationery) -> None:
    deck = written(tmp_path, stationery, LINE)
    labels = deck.find(PART, "//c:ser[1]/c:dLbls/c:dLbl")
    sides = [label.find("c:dLblPos", NS).get("val") for label in labels]
    assert len(sides) == 3
    assert sides[-1] == {Side.RIGHT: "r"}[Side.RIGHT]


@pytest.mark.parametrize(
    ("body", "layout", "roles"),
    [
        ((COLUMNS,), "content", [Role.CHART]),
        ((COLUMNS,), "statement", [Role.CHART]),
        ((WORDS, COLUMNS), "content", [Role.CHART_BELOW]),
        ((COLUMNS, WORDS), "content", [Role.CHART_BELOW]),
        ((LIST, COLUMNS), "content", [Role.TEXT_AND_CHART]),
        ((LIST, COLUMNS), "two-columns", [Role.TEXT_AND_CHART]),
        ((COLUMNS, LIST), "two-columns", [Role.CHART_AND_TEXT]),
        ((COLUMNS, LINE), "content", [Role.CHART, Role.CHART]),
        ((COLUMNS, LINE), "two-columns", [Role.TWO_CHARTS]),
        ((WORDS, COLUMNS, WORDS, LINE), "two-columns", [Role.TWO_CHARTS]),
        ((WORDS, COLUMNS, LINE), "content", [Role.CHART_BELOW, Role.CHART]),
        ((WORDS, Table(((),), ()), COLUMNS), "content", [Role.CONTENT, Role.TABLE, Role.CHART]),
    ],
)
def test_that_words_and_charts_find_their_layout(body: Text, layout: str, roles: list[Role]) -> None:
    shapes = list(_shapes(Slide("T", body, layout=layout)))
    assert [role for role, _body, _second in shapes] == roles
    assert sorted(map(repr, body)) == sorted(
        repr(block) for _role, first, second in shapes for block in (*first, *second)
    )


def test_that_the_columns_of_two_charts_begin_with_their_own_lines() -> None:
    ((_role, left, right),) = _shapes(Slide("T", (WORDS, COLUMNS, LONG, LINE), layout="two-columns"))
    assert (left, right) == ((WORDS, COLUMNS), (LONG, LINE))


def test_that_a_chart_has_all_the_room_the_words_over_it_leave(stationery: Stationery) -> None:
    spec = SlideSpec("a", Role.CHART_BELOW, "T", (WORDS, COLUMNS))
    (made,) = stationery.fit(plan_of(spec)).slides
    layout = stationery.template.layouts[Role.CHART_BELOW]
    words, chart = (frames_for(made, layout).frame(place) for place in (Place.BODY, Place.CHART))
    own = layout.frame(Place.CHART)
    assert words is not None
    assert chart is not None
    assert own is not None
    assert 24 < words.height_pt < 45
    assert chart.box[1] > words.box[1] + words.box[3]
    assert chart.box[1] + chart.box[3] == own.box[1] + own.box[3]
    assert chart.height_pt > own.height_pt + 40


def test_that_the_slide_says_where_its_moved_words_are(tmp_path: Path, stationery: Stationery) -> None:
    spec = SlideSpec("a", Role.CHART_BELOW, "T", (WORDS, COLUMNS))
    write_deck(stationery.fit(plan_of(spec)), tmp_path / "d.pptx", stationery)
    deck = OpenDeck.read(tmp_path / "d.pptx")
    (words,) = deck.find(deck.slides[0], "//p:sp[p:nvSpPr/p:nvPr/p:ph/@idx='1']")
    (chart,) = deck.find(deck.slides[0], "//p:graphicFrame")
    words_box, chart_box = deck.box(deck.slides[0], words), deck.box(deck.slides[0], chart)
    assert words_box is not None
    assert chart_box is not None
    assert words_box[1] + words_box[3] < chart_box[1] < words_box[1] + words_box[3] + 20 * EMU_PER_POINT


def test_that_many_words_go_beside_the_chart_and_very_many_before_it(stationery: Stationery) -> None:
    some = SlideSpec("a", Role.CHART_BELOW, "Some", (LONG, WORDS, COLUMNS))
    many = SlideSpec("b", Role.CHART_BELOW, "Many", (LONG, LONG, COLUMNS), notes=(WORDS,))
    made = stationery.fit(plan_of(some, many)).slides
    assert [(spec.role, spec.title) for spec in made] == [
        (Role.TEXT_AND_CHART, "Some"),
        (Role.CONTENT, "Many (1/2)"),
        (Role.CHART, "Many (2/2)"),
    ]
    assert [bool(spec.notes) for spec in made] == [False, True, False]
    assert [len(spec.body) for spec in made[1:]] == [2, 1]


def test_that_a_deck_with_every_layout_of_charts_breaks_no_rule_of_open_xml(
    tmp_path: Path, stationery: Stationery
) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    specs = (
        SlideSpec("a", Role.CHART, "Alone", (LINE,)),
        SlideSpec("b", Role.CHART_BELOW, "Below", (WORDS, BARS)),
        SlideSpec("c", Role.TEXT_AND_CHART, "Right", (LIST,), (COLUMNS,)),
        SlideSpec("d", Role.CHART_AND_TEXT, "Left", (LINE,), (LIST,)),
        SlideSpec("e", Role.TWO_CHARTS, "Two", (WORDS, COLUMNS), (WORDS, replace(COLUMNS, low=30.0))),
        SlideSpec("f", Role.CHART, "Below zero", (replace(COLUMNS, series=(Series("s", (-3.5, 4.0)),)),)),
    )
    write_deck(stationery.fit(plan_of(*specs)), tmp_path / "d.pptx", stationery)
    result = audit.OpenXmlValidator().validate(tmp_path / "d.pptx")
    assert [str(error) for error in result.errors] == []
    assert len([name for name in OpenDeck.read(tmp_path / "d.pptx").names if "/charts/chart" in name]) == 7


def test_that_words_of_authors_cannot_break_the_chart(tmp_path: Path, stationery: Stationery) -> None:
    odd = Chart(ChartType.BARS, ('<a> & "b"', "c"), (Series("x<y", (1.0, 2.0)),), '"&<', 'Say "so" & <that>')
    deck = written(tmp_path, stationery, odd)
    assert deck.find(PART, "//c:cat//c:v/text()") == ['<a> & "b"', "c"]
    assert deck.find(deck.slides[0], "//p:graphicFrame//p:cNvPr/@descr") == ['Say "so" & <that>']


def test_that_a_chart_in_a_unit_reaches_the_deck_from_its_markdown(tmp_path: Path) -> None:
    source = UNIT.replace("type=columns", "type=bars low=30 high=50")
    workshop = replace(small_workshop(), units=(unit_copy("T01", source),))
    exported = export_deck(prepare(workshop, MADE), tmp_path / "d.pptx")
    assert exported.findings == ()
    deck = OpenDeck.read(tmp_path / "d.pptx")
    assert deck.find(PART, "//c:valAx/c:scaling/c:min/@val") == ["30.0"]
