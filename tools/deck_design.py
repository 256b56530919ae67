"""The design of the default deck: grid, type scale, colours, and what layouts are made of, as plain data.

Units: inches on a page of 13.333 by 7.5; type sizes in points. Colours are names of the theme, or hex for tints.
"""

from __future__ import annotations

from dataclasses import dataclass

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
        wraps: whether long text takes another line; a clock never does.
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
    wraps: bool = True


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
HEADLINE = Holder(
    "title",
    "Title",
    "Title",
    Box(LEFT, 2.75, 10.6, 1.75),
    sizes=(44,),
    bold=True,
    anchor="b",
    line_percent=95,
    tracking=-60,
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
    wraps=False,
    sizes=(40,),
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
