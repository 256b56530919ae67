"""Where the shipped curriculum and assets are, from a checkout as from an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped(name: str) -> Path:
    """Give the folder ``modules`` or ``assets``.

    A wheel carries them as ``facilitator/shipped``; a checkout has them beside the package.
    """
    inside = _PACKAGE / "shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
