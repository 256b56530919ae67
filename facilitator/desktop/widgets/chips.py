"""Chips: small facts and small switches."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from facilitator.desktop.widgets.buttons import plain_words
from facilitator.desktop.widgets.labels import Label, restyle


class Tone(StrEnum):
    """What a chip says beside its words; colour is never the only sign."""

    QUIET = "quiet"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    ERR = "err"


class Chip(Label):
    """A small fact in a pill, such as ``Ready``."""

    def __init__(self, text: str, tone: Tone = Tone.QUIET) -> None:
        super().__init__(text)
        self.setProperty("role", "")
        self.setProperty("chip", tone.value)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_fact(self, text: str, tone: Tone) -> None:
        """Say something else."""
        self.setText(text)
        self.setProperty("chip", tone.value)
        restyle(self)


class ToggleChip(QPushButton):
    """A small switch, such as a filter; on is told by a fill and a tick for screen readers."""

    def __init__(self, text: str, *, on: bool = False) -> None:
        super().__init__(plain_words(text))
        self.setProperty("chip", "toggle")
        self.setCheckable(True)
        self.setChecked(on)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
