"""Which chart stands where on a slide, and how much room the words over it leave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.export.deck.chart_shapes import charts_of, words_of
from facilitator.export.deck.slides import Role
from facilitator.export.deck.template import EMU_PER_POINT, LayoutFrames, Place

if TYPE_CHECKING:
    from facilitator.curriculum.text import Chart
    from facilitator.export.deck.slides import SlideSpec
    from facilitator.export.deck.template import Frame

CHART_PLACES = (Place.CHART, Place.SECOND_CHART)
CHART_ROLES = frozenset({Role.CHART, Role.CHART_BELOW, Role.TEXT_AND_CHART, Role.CHART_AND_TEXT, Role.TWO_CHARTS})
STACKED = frozenset({Role.CHART_BELOW, Role.TWO_CHARTS})
GAP_PT = 10.0  # between the words and the chart under them


def charts_in_places(spec: SlideSpec) -> dict[Place, Chart]:
    """Give the chart of each place of a slide in a layout for charts, in order."""
    if spec.role not in CHART_ROLES:
        return {}
    return dict(zip(CHART_PLACES, charts_of((*spec.body, *spec.second)), strict=False))


def words_and_charts(spec: SlideSpec) -> tuple[SlideSpec, ...]:
    """Cut a slide in two kinds: its words alone, then each chart alone; for words that leave a chart no room."""
    both = (*spec.body, *spec.second)
    words = replace(spec, role=Role.CONTENT, body=words_of(both), second=())
    return (words, *(replace(spec, role=Role.CHART, body=(chart,), second=()) for chart in charts_of(both)))


def beside(spec: SlideSpec) -> SlideSpec:
    """Give a slide with a chart under its words as one with the chart beside them."""
    return replace(spec, role=Role.TEXT_AND_CHART, body=words_of(spec.body), second=charts_of(spec.body))


def frames_for(spec: SlideSpec, layout: LayoutFrames) -> LayoutFrames:
    """Give the places of a layout, with a chart under words moved up to where the words end."""
    words = layout.frame(Place.BODY)
    if spec.role not in STACKED or words is None:
        return layout
    height = round(spec.words_pt * EMU_PER_POINT)
    top = words.box[1] + (height + round(GAP_PT * EMU_PER_POINT) if height else 0)
    return replace(layout, frames=tuple(_moved(frame, height, top) for frame in layout.frames))


def _moved(frame: Frame, words_height: int, chart_top: int) -> Frame:
    x, y, width, height = frame.box
    if frame.place in CHART_PLACES:
        return replace(frame, box=(x, chart_top, width, y + height - chart_top))
    if frame.place in {Place.BODY, Place.SECOND} and words_height:
        return replace(frame, box=(x, y, width, words_height))
    return frame
