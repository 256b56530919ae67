"""Pictures of widgets in a theme and a size, for people to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from facilitator.foundation.settings import Appearance

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from facilitator.desktop.theme.look import Look


def take(widget: QWidget, look: Look, path: Path, theme: str = "light", size: tuple[int, int] = (1366, 768)) -> None:
    """Write a PNG of a widget in a theme (``light``, ``dark``, ``contrast``) and size; the theme stays on."""
    look.choose(Appearance(theme), look.text_percent)
    widget.resize(*size)
    widget.show()
    for _turn in range(3):  # layouts settle in more than one turn of the event loop
        QApplication.processEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(path))
