"""The design of the default deck: grid, type scale, colours and every layout, as plain data.

Units: inches on a page of 13.333 by 7.5; type sizes in points. Colours are names of the theme, or hex for tints.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

WIDE, HIGH = 13.333, 7.5
LEFT, RIGHT = 0.8, 12.533
FULL = RIGHT - LEFT

THEME = {
    "dk1": "1D232A",
    "lt1": "FFFFFF",
    "dk2": "56606B",
    "lt2": "F5F4F0",
    "accent1": "0B6B68",
    "accent2": "B85600",
    "accent3": "2C7A4B",
    "accent4": "7447AC",
    "accent5": "2C69A8",
    "accent6": "A8326F",
    "hlink": "0B6B68",
    "folHlink": "56606B",
}
PAPER = "lt2"
NIGHT = "14171B"
NIGHT_QUIET = "C3CAD1"
TEAL_QUIET = "DCEBE9"
TEAL_LINE = "3B8683"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, in inches."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Holder:
    """One placeholder: where it is and how its text looks.

    Attributes:
        kind: title, ctrTitle, subTitle, body, obj, pic, tbl, ftr or sldNum.
        idx: the number slides find it by; 0 for titles.
        sizes: points of levels one to three; one entry stands for all.
        bullets: whether list levels carry bullets; labels and statements do not.
        hanging: inches the first word of a line stands out to the left, for the times of an agenda.
    """

    kind: str
    name: str
    prompt: str
    box: Box
    idx: int = 0
    sizes: tuple[float, ...] = (24, 20, 18)
    color: str = "tx1"
    bold: bool = False
    align: str = "l"
    anchor: str = "t"
    bullets: bool = False
    line_percent: int = 100
    before_pt: float = 0
    bullet_color: str = "accent1"
    tracking: int = 0
    hanging: float = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """A decoration; ``line`` draws an outline instead of a fill."""

    name: str
    preset: str
    box: Box
    fill: str = ""
    line: str = ""
    line_pt: float = 0
    rotate: int = 0
    adjust: tuple[tuple[str, int], ...] = ()
    alpha: int = 100


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout: what it is called, what stands on it and behind it."""

    name: str
    holders: tuple[Holder, ...]
    shapes: tuple[Shape, ...] = ()
    background: str = ""
    type: str = ""


LABEL = Holder(
    "body", "Label", "Label", Box(LEFT, 0.5, 9.6, 0.36), idx=13, sizes=(16,), color="accent1", bold=True, anchor="ctr"
)
TITLE = Holder(
    "title",
    "Title",
    "Title",
    Box(LEFT, 0.88, FULL, 1.16),
    sizes=(36,),
    bold=True,
    line_percent=95,
    tracking=-30,
)
BODY = Holder(
    "obj",
    "Body",
    "Text",
    Box(LEFT, 2.35, 10.9, 4.25),
    idx=1,
    sizes=(30, 24, 20),
    bullets=True,
    line_percent=102,
    before_pt=15,
)
FIGURE = Holder(
    "body",
    "Figure",
    "00 min",
    Box(9.73, 0.62, 2.8, 0.95),
    idx=14,
    sizes=(44,),
    bold=True,
    align="r",
    anchor="t",
    tracking=-50,
)
# The words are shown on no slide; without them LibreOffice forgets how the footer looks
FOOTER = Holder(
    "ftr", "Footer", "Client and title", Box(LEFT, 6.93, 8.6, 0.3), idx=11, sizes=(12,), color="tx2", anchor="ctr"
)
NUMBER = Holder(
    "sldNum",
    "Slide number",
    "",
    Box(11.33, 6.93, 1.203, 0.3),
    idx=12,
    sizes=(12,),
    color="tx2",
    align="r",
    anchor="ctr",
)
FEET = (FOOTER, NUMBER)
TAB = Shape("Accent", "rect", Box(LEFT, 0, 0.62, 0.1), fill="accent1")


def _feet(color: str) -> tuple[Holder, ...]:
    return tuple(replace(holder, color=color) for holder in FEET)


def _three_shapes(line: str, alpha: int = 100) -> tuple[Shape, ...]:
    """Give the sign of the product, large, running off the right edge of the page."""
    pen = {"line": line, "line_pt": 6.0, "alpha": alpha}
    return (
        Shape("Triangle", "triangle", Box(10.05, 0.75, 1.9, 1.7), **pen),  # type: ignore[arg-type]
        Shape("Square", "roundRect", Box(8.93, 3.0, 1.75, 1.75), adjust=(("adj", 9000),), **pen),  # type: ignore[arg-type]
        Shape("Circle", "ellipse", Box(11.3, 2.95, 1.85, 1.85), **pen),  # type: ignore[arg-type]
    )


def _cup(color: str) -> tuple[Shape, ...]:
    """Give a cup with steam, drawn from preset shapes."""
    middle = WIDE / 2
    steam = tuple(
        Shape(f"Steam {n + 1}", "roundRect", Box(middle - 0.3 + 0.2 * n, 1.28, 0.06, 0.26), fill=color)
        for n in range(3)
    )
    handle = Shape("Handle", "ellipse", Box(middle + 0.3, 1.75, 0.38, 0.38), line=color, line_pt=4.5)
    body = Shape(
        "Cup",
        "round2SameRect",
        Box(middle - 0.45, 1.68, 0.84, 0.66),
        line=color,
        line_pt=4.5,
        rotate=180,
        fill=NIGHT,
        adjust=(("adj1", 30000), ("adj2", 8000)),
    )
    return (*steam, handle, body)


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
            Holder(
                "ctrTitle",
                "Title",
                "Title of the workshop",
                Box(LEFT, 2.1, 7.9, 2.75),
                sizes=(46,),
                color="bg1",
                bold=True,
                anchor="b",
                line_percent=95,
                tracking=-60,
            ),
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
        (*_three_shapes(TEAL_LINE), Shape("Rule", "rect", Box(LEFT, 4.95, 0.62, 0.05), fill="bg1")),
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
        _three_shapes(TEAL_LINE),
        background="accent1",
    )


def _section() -> Layout:
    return Layout(
        "Section",
        (
            Holder(
                "title",
                "Title",
                "Title of the block",
                Box(LEFT, 2.75, 10.6, 1.75),
                sizes=(44,),
                bold=True,
                anchor="b",
                line_percent=95,
                tracking=-60,
            ),
            Holder(
                "body",
                "Time",
                "09:00",
                Box(LEFT, 0.6, 4.2, 1.05),
                idx=14,
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
                Box(1.35, 1.85, 10.2, 3.6),
                idx=1,
                sizes=(32, 24, 20),
                anchor="ctr",
                line_percent=112,
                before_pt=14,
            ),
            Holder("body", "Source", "Who said it", Box(1.35, 5.6, 10.2, 0.85), idx=2, sizes=(18,), color="tx2"),
            LABEL,
            *FEET,
        ),
        (TAB, Shape("Rule", "rect", Box(LEFT, 2.0, 0.09, 4.35), fill="accent1")),
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
        _cup(NIGHT_QUIET),
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
        Layout("Title only", (TITLE, LABEL, *FEET), (TAB,), type="titleOnly"),
        _closing(),
    )
