"""What can be done in a run, whichever window or key asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.desktop.widgets.messages import Message
from facilitator.foundation.words import _
from facilitator.live.state import CountdownMode, Screen, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from facilitator.desktop.live.audience_window import Projector
    from facilitator.desktop.live.prompt_pages import PromptPages
    from facilitator.desktop.live.run_control import RunControl
    from facilitator.desktop.live.run_keys import Key
    from facilitator.desktop.place import Desk
    from facilitator.live.remote import Outcome
    from facilitator.live.session import Session

MINUTE_S = 60.0
MESSAGE_S = 60.0
ESCAPE_AGAIN_S = 3.0
_NEXT_MODE = {
    CountdownMode.AUTO: CountdownMode.ALWAYS,
    CountdownMode.ALWAYS: CountdownMode.NEVER,
    CountdownMode.NEVER: CountdownMode.AUTO,
}


class RunCommands:
    """Commands of the run that is open; without one they do nothing."""

    def __init__(self, desk: Desk, console: QWidget, projector: Projector, pages: PromptPages) -> None:
        self.control: RunControl | None = None
        self._desk = desk
        self._console = console
        self._audience = projector.window
        self._projector = projector
        self._pages = pages
        self._escaped_s = float("-inf")

    def give(self, outcome: Outcome) -> None:
        """Tell how a command went."""
        if self.control is not None:
            self.control.give(outcome)

    def do(self, command: Callable[[Session], Outcome]) -> None:
        """Give one command to the run."""
        run = self.run()
        if run is not None:
            self.give(command(run))

    def start(self) -> None:
        """Begin the run and show the room its view; while it goes on, only the latter."""
        if self.control is None:
            return
        if self.control.is_live:
            self._projector.show_audience()
            return
        self.control.start()
        if not self._audience.isVisible():
            self._projector.show_audience()
        self._console.window().activateWindow()

    def pause(self) -> None:
        """Stop the clock, or let it go on."""
        run = self.run()
        if run is not None:
            self.give(run.resume() if run.state.status is Status.PAUSED else run.pause())

    def next_step(self) -> None:
        """Show the next page of a long task, else the next slide, step or block."""
        if not self._pages.forward():
            self.do(lambda run: run.next_step())

    def previous_step(self) -> None:
        """Show the page, slide or step before; a block is never begun again."""
        if not self._pages.back():
            self.do(lambda run: run.previous_step())

    def longer(self) -> None:
        """Give the block a minute more."""
        self.do(lambda run: run.extend(MINUTE_S))

    def shorter(self) -> None:
        """Take a minute from the block."""
        self.do(lambda run: run.extend(-MINUTE_S))

    def undo(self) -> None:
        """Take the last command back."""
        self.do(lambda run: run.undo())

    def message(self, text: str) -> None:
        """Show the room a text for a minute; "" takes it away."""
        self.do(lambda run: run.message(text, MESSAGE_S if text else 0.0))

    def toggle_audience(self) -> None:
        """Show the room's view, or take it away."""
        if self._audience.isVisible():
            self._projector.hide_audience()
        else:
            self._projector.show_audience()
            self._console.window().activateWindow()

    def escape(self) -> None:
        """Leave full screen at the second press within three seconds; a clicker's single one does nothing."""
        now_s = self._desk.clock.now().mono_s
        if not self._audience.isFullScreen():
            return
        if now_s - self._escaped_s <= ESCAPE_AGAIN_S:
            self._projector.leave_full_screen()
            self._escaped_s = float("-inf")
            return
        self._escaped_s = now_s
        self._desk.say(Message(_("Press Escape again to take the audience view out of full screen.")))

    def cycle_countdown(self) -> None:
        """Change when the room sees the countdown, and say so."""
        run = self.run()
        if run is None:
            return
        mode = _NEXT_MODE[run.state.display.countdown]
        self.give(run.countdown(mode))
        words = {
            CountdownMode.AUTO: _("The room sees the countdown while it works."),
            CountdownMode.ALWAYS: _("The room always sees the countdown."),
            CountdownMode.NEVER: _("The room does not see the countdown."),
        }
        self._desk.say(Message(words[mode]))

    def skip(self, unit_id: str) -> None:
        """Skip a coming block, or bring it back."""
        run = self.run()
        if run is None:
            return
        index = run.table.index(unit_id)
        skipped = index is not None and index in run.state.skipped
        self.give(run.unskip(unit_id) if skipped else run.skip(unit_id))

    def second_keys(self) -> dict[Key, Callable[[], object]]:
        """Give the keys that clickers and hands use besides those on the buttons."""
        step, back, black = self.next_step, self.previous_step, self.black
        return {
            (Qt.Key.Key_Right, False): step,
            (Qt.Key.Key_Space, False): step,
            (Qt.Key.Key_Return, False): step,
            (Qt.Key.Key_Enter, False): step,
            (Qt.Key.Key_Left, False): back,
            # The button for F5 is out of sight in a run, and its key with it
            (Qt.Key.Key_F5, False): self.start,
            (Qt.Key.Key_Period, False): black,
            (Qt.Key.Key_Escape, False): self.escape,
            (Qt.Key.Key_Equal, False): self.longer,
            (Qt.Key.Key_Z, True): self.undo,
        }

    def black(self) -> None:
        """Make the room's screen black, or show the run again."""
        self.do(lambda run: run.screen(Screen.BLACK))

    def run(self) -> Session | None:
        """Give the session clock, None without a run."""
        return self.control.session if self.control is not None else None
