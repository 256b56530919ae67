"""Colours and sizes of the audience view, chosen for a washed-out projector and the last row. Free of Qt.

Sizes are shares of the screen's height: with the last viewer eight heights away nothing may be under 1/25, a prompt
is 1/15 and at the least 1/20, digits are at least a quarter. Text holds 7:1.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.live.phases import Phase

TEXT_SHARE = 1 / 24
PROMPT_SHARE = 1 / 13.5
PROMPT_LEAST_SHARE = 1 / 20
DIGITS_SHARE = 0.30
DIGITS_LEAST_SHARE = 0.25
MESSAGE_SHARE = 1 / 15
MESSAGE_LEAST_SHARE = 1 / 24
TITLE_SHARE = 1 / 11
BACK_AT_SHARE = 0.17
BREAK_COUNTDOWN_SHARE = 0.085
MARGIN_SHARE = 0.10


@dataclass(frozen=True, slots=True)
class AudienceLook:
    """One of the two themes, as ``#RRGGBB``; ``second`` and ``third`` are further series of a chart."""

    name: str
    background: str
    text: str
    quiet: str
    track: str
    accent: str
    second: str
    third: str
    warning: str
    danger: str
    time_up: str
    on_time_up: str

    def phase_colour(self, phase: Phase) -> str:
        """Give the colour of the countdown; the bar and the chip say the same without colour."""
        return {Phase.WARNING: self.warning, Phase.DANGER: self.danger}.get(phase, self.text)


DARK_ROOM = AudienceLook(
    name="dark",
    background="#101010",
    text="#FFFFFF",
    quiet="#C9CED4",
    track="#2C3036",
    accent="#FFA257",
    second="#54C6B8",
    third="#C3A1F2",
    warning="#FFC20A",
    danger="#FF8A3D",
    time_up="#5AB4FF",
    on_time_up="#101010",
)
BRIGHT_ROOM = AudienceLook(
    name="bright",
    background="#FFFFFF",
    text="#101010",
    quiet="#41474E",
    track="#D9DCE0",
    accent="#8A3E00",
    second="#0B5F5C",
    third="#5B2F93",
    warning="#6B4700",
    danger="#8C2A00",
    time_up="#0B4A80",
    on_time_up="#FFFFFF",
)
AUDIENCE_LOOKS = {look.name: look for look in (DARK_ROOM, BRIGHT_ROOM)}
