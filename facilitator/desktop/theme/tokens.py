"""The colour tokens of a theme, and how far apart two colours are. Free of Qt, so that the rules can be checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.curriculum.unit import Kind
from facilitator.foundation.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

THEME_NAMES = ("light", "dark", "contrast")

# Which text roles stand on which surfaces; the contrast test walks this table
TEXT_ON: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("text", ("bg", "surface", "sunk", "sel", "accentsoft", "warnsoft", "errsoft", "oksoft")),
    ("text2", ("bg", "surface", "sunk", "sel")),
    ("text3", ("bg", "surface", "sunk", "sel")),
    ("accent", ("bg", "surface", "sunk", "sel", "accentsoft")),
    ("onaccent", ("accent",)),
    ("warn", ("bg", "surface", "sunk", "warnsoft")),
    ("err", ("bg", "surface", "sunk", "errsoft")),
    ("ok", ("bg", "surface", "sunk", "oksoft")),
)


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one look, as ``#RRGGBB``; the fields are roles.

    Attributes:
        bg: behind everything. surface: cards, fields, the working area. sunk: rails and side panels.
        line: hairlines. text, text2, text3: what matters, what explains, what is there to be looked up.
        sel: a selected row. accent: the one colour that means "here" or "do this"; onaccent stands on it.
        warn, err, ok: text and icons; the soft ones are surfaces for them.
        kinds: stripe and icon colour of each kind of block.
    """

    name: str
    dark: bool
    bg: str
    surface: str
    sunk: str
    line: str
    text: str
    text2: str
    text3: str
    accent: str
    accentsoft: str
    onaccent: str
    sel: str
    warn: str
    warnsoft: str
    err: str
    errsoft: str
    ok: str
    oksoft: str
    kinds: Mapping[Kind, str] = field(hash=False)

    def colour(self, role: str) -> str:
        """Give the colour of a role such as ``accent``, or of a kind such as ``exercise``."""
        value = getattr(self, role, None)
        return value if isinstance(value, str) else self.kinds[Kind(role)]


def read_theme(path: Path) -> Theme:
    """Read a theme that ships with the app; a fault in it is a bug and raises as it comes."""
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds = {kind: plain["kinds"][kind.value] for kind in Kind}
    return Theme(name=plain["name"], dark=plain["dark"], kinds=kinds, **plain["colours"])


def shipped_theme(name: str) -> Theme:
    """Read one of :data:`THEME_NAMES`."""
    return read_theme(shipped("assets") / "themes" / f"{name}.toml")


def contrast(first: str, second: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21. Source: WCAG 2, relative luminance."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
