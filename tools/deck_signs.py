"""The drawings of the default deck: the sign of the product, and a cup for breaks."""

from __future__ import annotations

from tools.deck_design import NIGHT, WIDE, Box, Shape


def three_shapes(line: str, alpha: int = 100) -> tuple[Shape, ...]:
    """Give the sign of the product, large, running off the right edge of the page."""
    pen = {"line": line, "line_pt": 6.0, "alpha": alpha}
    return (
        Shape("Triangle", "triangle", Box(10.05, 0.75, 1.9, 1.7), **pen),  # type: ignore[arg-type]
        Shape("Square", "roundRect", Box(8.93, 3.0, 1.75, 1.75), adjust=(("adj", 9000),), **pen),  # type: ignore[arg-type]
        Shape("Circle", "ellipse", Box(11.3, 2.95, 1.85, 1.85), **pen),  # type: ignore[arg-type]
    )


def cup(color: str) -> tuple[Shape, ...]:
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
