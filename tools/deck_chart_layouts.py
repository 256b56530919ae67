"""The layouts of the default deck that hold charts."""

from __future__ import annotations

from dataclasses import replace

from tools.deck_design import BODY, FEET, FULL, LABEL, LEFT, TAB, TITLE, Box, Holder, Layout


def charts() -> tuple[Layout, ...]:
    """Give the layouts with charts: alone, under words, beside words on either side, two to compare."""
    chart = Holder("chart", "Chart", "Chart", Box(LEFT, 2.35, FULL, 4.35), idx=18, sizes=(18,))
    words = replace(BODY, sizes=(22, 20, 18), before_pt=10)
    wide, narrow, gap = 6.883, 4.45, 0.4
    over = replace(words, box=Box(LEFT, 2.2, FULL, 1.3), sizes=(24, 20, 18), before_pt=6)
    left, right = replace(over, box=Box(LEFT, 2.2, 5.6, 0.85), sizes=(22, 20, 18)), 6.933
    under = replace(chart, box=Box(LEFT, 3.15, 5.6, 3.55))
    return (
        Layout("Chart", (TITLE, LABEL, chart, *FEET), (TAB,)),
        Layout("Text over chart", (TITLE, LABEL, over, replace(chart, box=Box(LEFT, 3.6, FULL, 3.1)), *FEET), (TAB,)),
        Layout(
            "Text and chart",
            (
                TITLE,
                LABEL,
                replace(words, box=Box(LEFT, 2.35, narrow, 4.25)),
                replace(chart, box=Box(LEFT + narrow + gap, 2.35, wide, 4.35)),
                *FEET,
            ),
            (TAB,),
        ),
        Layout(
            "Chart and text",
            (
                TITLE,
                LABEL,
                replace(chart, box=Box(LEFT, 2.35, wide, 4.35)),
                replace(words, idx=2, name="Second column", box=Box(LEFT + wide + gap, 2.35, narrow, 4.25)),
                *FEET,
            ),
            (TAB,),
        ),
        Layout(
            "Two charts",
            (
                TITLE,
                LABEL,
                left,
                replace(left, idx=2, name="Second column", box=replace(left.box, x=right)),
                under,
                replace(under, idx=19, name="Second chart", box=replace(under.box, x=right)),
                *FEET,
            ),
            (TAB,),
        ),
    )
