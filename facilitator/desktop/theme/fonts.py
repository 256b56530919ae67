"""Inter in the sizes and weights the app uses, with tabular digits for times."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from facilitator.foundation.resources import shipped

FAMILY = "Inter"
BODY_PX = 13
TABULAR_TAG = "tnum"


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; later calls do no harm."""
    if FAMILY in QFontDatabase.families():
        return
    for path in sorted((shipped("assets") / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


def font(px: float = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal, *, tabular: bool = False) -> QFont:
    """Give Inter at a size in device-independent pixels.

    ``tabular`` makes all digits equally wide, so that columns of times stand still.
    """
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(px)))
    made.setWeight(weight)
    return with_tabular_digits(made) if tabular else made


def with_tabular_digits(base: QFont) -> QFont:
    """Give a copy of a font whose digits are all equally wide."""
    made = QFont(base)
    made.setFeature(QFont.Tag(TABULAR_TAG), 1)
    return made
