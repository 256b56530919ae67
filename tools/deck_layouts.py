"""Every layout of the default deck, drawn from the grid and the type scale of the design."""

from __future__ import annotations

from dataclasses import replace

from tools.deck_chart_layouts import charts
from tools.deck_design import (
    BODY,
    FEET,
    FIGURE,
    FULL,
    HEADLINE,
    HIGH,
    LABEL,
    LEFT,
    NIGHT,
    NIGHT_QUIET,
    PAPER,
    TAB,
    TEAL_LINE,
    TEAL_QUIET,
    TITLE,
    WIDE,
    Box,
    Holder,
    Layout,
    Shape,
)
from tools.deck_signs import cup, three_shapes


def _feet(color: str) -> tuple[Holder, ...]:
    return tuple(replace(holder, color=color) for holder in FEET)


def _task(name: str, accent: str, tint: str) -> Layout:
    """Give the layout of something the room does: a band and a tint in the colour of its kind, the task on a card."""
    card = Box(LEFT, 2.3, FULL, 4.35)
    body = replace(
        BODY,
        name="Task",
        prompt="The task",
        box=Box(1.2, 2.5, 10.93, 3.95),
        anchor="ctr",
        sizes=(34, 26, 20),
        bullet_color=accent,
    )
    return Layout(
        name,
        (
            replace(TITLE, box=Box(LEFT, 0.88, 8.7, 1.16)),
            replace(LABEL, color=accent, box=Box(LEFT, 0.5, 8.7, 0.36)),
            replace(FIGURE, color=accent),
            body,
            *FEET,
        ),
        (
            Shape("Band", "rect", Box(0, 0, 0.3, HIGH), fill=accent),
            Shape("Card", "roundRect", card, fill="bg1", line="E3E0D8", line_pt=0.75, adjust=(("adj", 2600),)),
        ),
        background=tint,
    )


def _debrief() -> Layout:
    return Layout(
        "Debrief",
        (
            replace(TITLE, box=Box(LEFT, 0.88, 8.7, 1.16)),
            replace(LABEL, color="accent3", box=Box(LEFT, 0.5, 8.7, 0.36)),
            replace(FIGURE, color="accent3"),
            replace(
                BODY,
                name="Questions",
                prompt="The questions",
                box=Box(LEFT, 2.3, 10.9, 4.25),
                sizes=(26, 22, 18),
                before_pt=16,
                bullet_color="accent3",
            ),
            *FEET,
        ),
        (Shape("Band", "rect", Box(0, 0, 0.3, HIGH), fill="accent3"),),
        background="F1F8F3",
    )


def _title() -> Layout:
    return Layout(
        "Title",
        (
            replace(HEADLINE, kind="ctrTitle", box=Box(LEFT, 2.1, 7.9, 2.75), sizes=(46,), color="bg1"),
            Holder(
                "subTitle",
                "Date and place",
                "Date and place",
                Box(LEFT, 5.1, 7.9, 0.85),
                idx=1,
                sizes=(22,),
                color=TEAL_QUIET,
            ),
            Holder(
                "body",
                "Client",
                "Client",
                Box(LEFT, 0.75, 7.9, 0.5),
                idx=13,
                sizes=(20,),
                color="bg1",
                bold=True,
                anchor="ctr",
            ),
            Holder(
                "body",
                "Trainer",
                "Trainer",
                Box(LEFT, 6.4, 7.9, 0.45),
                idx=14,
                sizes=(18,),
                color=TEAL_QUIET,
                anchor="ctr",
            ),
        ),
        (*three_shapes(TEAL_LINE), Shape("Rule", "rect", Box(LEFT, 4.95, 0.62, 0.05), fill="bg1")),
        background="accent1",
        type="title",
    )


def _closing() -> Layout:
    return Layout(
        "Closing",
        (
            Holder(
                "title",
                "Title",
                "Closing words",
                Box(LEFT, 1.15, 7.7, 1.6),
                sizes=(40,),
                color="bg1",
                bold=True,
                anchor="b",
                line_percent=95,
                tracking=-50,
            ),
            Holder(
                "body",
                "Label",
                "Label",
                Box(LEFT, 0.62, 7.7, 0.4),
                idx=13,
                sizes=(16,),
                color=TEAL_QUIET,
                bold=True,
                anchor="ctr",
            ),
            Holder(
                "obj",
                "Body",
                "What to take away",
                Box(LEFT, 3.05, 7.7, 3.6),
                idx=1,
                sizes=(20, 18, 18),
                color="bg1",
                bullets=True,
                before_pt=9,
                line_percent=105,
                bullet_color="bg1",
            ),
            *_feet(TEAL_QUIET),
        ),
        three_shapes(TEAL_LINE),
        background="accent1",
    )


def _section() -> Layout:
    return Layout(
        "Section",
        (
            replace(HEADLINE, box=Box(LEFT, 2.75, 10.6, 1.75)),
            Holder(
                "body",
                "Time",
                "09:00",
                Box(LEFT, 0.6, 4.2, 1.05),
                idx=14,
                wraps=False,
                sizes=(60,),
                color="accent1",
                bold=True,
                anchor="t",
                tracking=-80,
            ),
            Holder(
                "body",
                "Label",
                "Minutes and lead",
                Box(5.2, 0.78, 7.333, 0.5),
                idx=13,
                sizes=(18,),
                color="tx2",
                bold=True,
                anchor="ctr",
                align="r",
            ),
            Holder(
                "body",
                "Summary",
                "What it is about",
                Box(LEFT, 4.7, 9.3, 1.75),
                idx=1,
                sizes=(24, 20, 18),
                color="tx2",
                line_percent=110,
            ),
            *FEET,
        ),
        (Shape("Band", "rect", Box(0, 0, 0.3, HIGH), fill="accent1"),),
        background=PAPER,
        type="secHead",
    )


def _statement() -> Layout:
    return Layout(
        "Statement",
        (
            Holder(
                "title",
                "Statement",
                "One sentence that stays",
                Box(LEFT, 1.25, 10.9, 3.4),
                sizes=(54,),
                bold=True,
                anchor="b",
                line_percent=98,
                tracking=-70,
            ),
            LABEL,
            Holder(
                "body",
                "Body",
                "What supports it",
                Box(LEFT, 4.9, 10.0, 1.5),
                idx=1,
                sizes=(22, 20, 18),
                color="tx2",
                line_percent=110,
                before_pt=6,
            ),
            *FEET,
        ),
        (TAB,),
        background="E9F3F1",
    )


def _quote() -> Layout:
    return Layout(
        "Quote",
        (
            Holder("title", "Title", "Title", Box(LEFT, 0.88, FULL, 0.62), sizes=(22,), color="accent1", bold=True),
            Holder(
                "body",
                "Quotation",
                "What somebody said",
                Box(LEFT, 1.75, 11.0, 3.4),
                idx=1,
                sizes=(38, 28, 22),
                anchor="b",
                line_percent=108,
                before_pt=14,
            ),
            Holder("body", "Source", "Who said it", Box(LEFT, 5.6, 10.2, 0.85), idx=2, sizes=(20,), color="tx2"),
            LABEL,
            *FEET,
        ),
        (TAB, Shape("Rule", "rect", Box(LEFT, 5.35, 0.62, 0.05), fill="accent1")),
    )


def _break() -> Layout:
    middle = {"align": "ctr", "anchor": "ctr"}
    return Layout(
        "Break",
        (
            Holder(
                "title",
                "Title",
                "Back at 00:00",
                Box(0.9, 3.1, WIDE - 1.8, 1.6),
                sizes=(72,),
                color="bg1",
                bold=True,
                tracking=-100,
                **middle,
            ),  # type: ignore[arg-type]
            Holder(
                "body",
                "Label",
                "Break",
                Box(3.5, 2.5, WIDE - 7, 0.6),
                idx=13,
                sizes=(24,),
                color=NIGHT_QUIET,
                **middle,
            ),  # type: ignore[arg-type]
            Holder(
                "body",
                "Next",
                "What comes next",
                Box(2, 4.85, WIDE - 4, 1.1),
                idx=1,
                sizes=(22, 20, 18),
                color=NIGHT_QUIET,
                align="ctr",
            ),
            *_feet(NIGHT_QUIET),
        ),
        cup(NIGHT_QUIET),
        background=NIGHT,
    )


def _columns(name: str, *, sizes: tuple[float, ...], before_pt: float, type_: str = "") -> Layout:
    left = replace(BODY, box=Box(LEFT, 2.35, 5.6, 4.25), sizes=sizes, before_pt=before_pt)
    right = replace(left, name="Second column", idx=2, box=Box(6.933, 2.35, 5.6, 4.25))
    return Layout(name, (TITLE, LABEL, left, right, *FEET), (TAB,), type=type_)


def _agenda() -> tuple[Layout, Layout]:
    one = replace(
        BODY,
        name="Agenda",
        prompt="Times and titles",
        box=Box(LEFT, 2.1, FULL, 4.55),
        kind="body",
        sizes=(22, 18, 18),
        before_pt=9,
        line_percent=100,
        bullets=False,
        hanging=1.0,
    )
    left = replace(one, box=Box(LEFT, 2.1, 5.6, 4.55), sizes=(18, 18, 18), before_pt=8, hanging=0.85)
    right = replace(left, name="Agenda, second column", idx=2, box=Box(6.933, 2.1, 5.6, 4.55))
    return (
        Layout("Agenda", (TITLE, LABEL, one, *FEET), (TAB,)),
        Layout("Agenda in two columns", (TITLE, LABEL, left, right, *FEET), (TAB,)),
    )


def layouts() -> tuple[Layout, ...]:
    """Give every layout in the order in which PowerPoint lists them."""
    picture = Holder("pic", "Picture", "Picture", Box(6.933, 2.35, 5.6, 4.25), idx=16)
    table = Holder("tbl", "Table", "Table", Box(LEFT, 2.35, FULL, 4.25), idx=17, sizes=(18,))
    return (
        _title(),
        *_agenda(),
        _section(),
        Layout("Content", (TITLE, LABEL, BODY, *FEET), (TAB,), type="obj"),
        _columns("Two columns", sizes=(26, 22, 18), before_pt=12, type_="twoObj"),
        _statement(),
        _quote(),
        _task("Exercise", "accent2", "FDF7EF"),
        _task("Discussion", "accent4", "F7F4FB"),
        _debrief(),
        _break(),
        Layout("Table", (TITLE, LABEL, table, *FEET), (TAB,)),
        Layout(
            "Picture and text",
            (TITLE, LABEL, replace(BODY, box=Box(LEFT, 2.35, 5.6, 4.25), sizes=(22, 20, 18)), picture, *FEET),
            (TAB,),
        ),
        Layout("Picture", (TITLE, LABEL, replace(picture, box=table.box), *FEET), (TAB,)),
        *charts(),
        Layout("Title only", (TITLE, LABEL, *FEET), (TAB,), type="titleOnly"),
        _closing(),
    )
