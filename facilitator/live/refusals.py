"""Why a command was refused; the log keeps the reason, the console says it in words."""

from __future__ import annotations

from enum import StrEnum

from facilitator.foundation.words import _


class Refusal(StrEnum):
    """One reason."""

    NOT_READY = "not-ready"
    NOT_RUNNING = "not-running"
    NOT_PAUSED = "not-paused"
    NOT_LIVE = "not-live"
    TOO_SOON = "too-soon"
    DEBOUNCED = "debounced"
    FIRST_UNIT = "first-unit"
    FIRST_CUE = "first-cue"
    NO_SUCH_CUE = "no-such-cue"
    CURRENT_UNIT = "current-unit"
    UNKNOWN_UNIT = "unknown-unit"
    SKIPPED_UNIT = "skipped-unit"
    NOT_SKIPPED = "not-skipped"
    NOT_COMING = "not-coming"
    NO_CHANGE = "no-change"
    NOTHING_LEFT = "nothing-left"
    NOTHING_TO_UNDO = "nothing-to-undo"
    NO_GAP = "no-gap"
    NO_OUTAGE = "no-outage"
    NO_SHIFT = "no-shift"
    NOT_A_COMMAND = "not-a-command"


def refusal_words(reason: Refusal) -> str:
    """Say a reason in one sentence."""
    words = {
        Refusal.NOT_READY: _("The session has already begun."),
        Refusal.NOT_RUNNING: _("The clock is not running."),
        Refusal.NOT_PAUSED: _("The clock is not paused."),
        Refusal.NOT_LIVE: _("The session is not running."),
        Refusal.TOO_SOON: _("The next unit has only just begun by itself."),
        Refusal.DEBOUNCED: _("That was pressed twice; the second one does not count."),
        Refusal.FIRST_UNIT: _("This is the first unit."),
        Refusal.FIRST_CUE: _("This is where the unit begins."),
        Refusal.NO_SUCH_CUE: _("The unit has no such part."),
        Refusal.CURRENT_UNIT: _("This unit is already on."),
        Refusal.UNKNOWN_UNIT: _("The plan has no such unit."),
        Refusal.SKIPPED_UNIT: _("This unit is skipped; bring it back first."),
        Refusal.NOT_SKIPPED: _("This unit is not skipped."),
        Refusal.NOT_COMING: _("This unit is not ahead any more."),
        Refusal.NO_CHANGE: _("There is no time left to take away."),
        Refusal.NOTHING_LEFT: _("No unit is left to run."),
        Refusal.NOTHING_TO_UNDO: _("There is nothing to undo."),
        Refusal.NO_GAP: _("There is no lost time to decide about."),
        Refusal.NO_OUTAGE: _("There is no interruption to decide about."),
        Refusal.NO_SHIFT: _("The clock of the computer was not changed."),
        Refusal.NOT_A_COMMAND: _("This is no command."),
    }
    return words[reason]
