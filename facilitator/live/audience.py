"""What the room sees: a type without any field for the trainer's notes, keys, drift or lateness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.curriculum.text import Text
from facilitator.curriculum.unit import PAUSE_KINDS, Kind
from facilitator.foundation.words import _
from facilitator.live.labels import countdown_text, grouping_words, round_label
from facilitator.live.phases import Phase
from facilitator.live.plan import CueKind
from facilitator.live.rows import Place, RunRow
from facilitator.live.state import CountdownMode, Screen
from facilitator.live.view import RunStatus, RunView

if TYPE_CHECKING:
    from facilitator.live.plan import Cue

WORK_KINDS = frozenset({Kind.EXERCISE, Kind.DISCUSSION})


@dataclass(frozen=True, slots=True)
class PublicSlide:
    """A slide without its notes."""

    title: str
    body: Text
    layout: str


@dataclass(frozen=True, slots=True)
class AudienceView:
    """Everything the room may see at one instant, as texts ready to be drawn.

    Attributes:
        screen: the run, black or white; nothing else is drawn on the latter two.
        prompt_lines, body: the same words plain and rich; for a slide they are on the slide.
        countdown: ``12:00``, never below ``0:00``; "" when it is not to be seen.
        times_up: what the countdown counts is over; draw :attr:`times_up_words` and keep still.
        phase: of that countdown, for its look; never over.
        next_line: ``Next: Lunch at 12:30``, without a time while the time is open.
        back_at: ``Back at 10:45`` during breaks, drawn larger than the countdown.
    """

    screen: Screen = Screen.SHOWN
    status_words: str = ""
    title: str = ""
    prompt_lines: tuple[str, ...] = ()
    body: Text = ()
    slide: PublicSlide | None = None
    grouping_line: str = ""
    round_label: str = ""
    countdown: str = ""
    times_up: bool = False
    times_up_words: str = ""
    phase: Phase = Phase.NONE
    is_paused: bool = False
    back_at: str = ""
    next_line: str = ""
    clock: str = ""
    message: str = ""


def audience_view(view: RunView) -> AudienceView:
    """Give the room's part of what the console shows.

    The countdown is that of the timed part, else of the exercise, else of the unit. Unless the trainer wants it
    otherwise it is seen while the room works or has a break: during input it would only show lateness.
    """
    if view.display.screen is not Screen.SHOWN:
        return AudienceView(screen=view.display.screen)
    counted = _counted_s(view)
    times_up = counted is not None and counted <= 0 and view.status is not RunStatus.READY
    is_live = view.status not in {RunStatus.READY, RunStatus.FINISHED}
    cue = view.cue if is_live else None
    return AudienceView(
        status_words=_status_words(view),
        title=_title(view, cue),
        prompt_lines=() if cue is None else cue.prompt_lines(),
        body=() if cue is None else cue.body,
        slide=_public_slide(cue),
        grouping_line="" if cue is None else grouping_words(cue.grouping, cue.group_size),
        round_label="" if cue is None else round_label(cue),
        countdown="" if counted is None or not is_live else countdown_text(max(0.0, counted)),
        times_up=times_up and is_live,
        times_up_words=_("Time's up") if times_up and is_live else "",
        phase=_phase(view, counted),
        is_paused=view.status is RunStatus.PAUSED,
        back_at=_back_at(view),
        next_line=_next_line(view),
        clock=view.words.clock,
        message=view.display.message,
    )


def _status_words(view: RunView) -> str:
    if view.status is RunStatus.PAUSED:
        return _("Paused")
    return _("Thank you") if view.status is RunStatus.FINISHED else ""


def _title(view: RunView, cue: Cue | None) -> str:
    if view.unit is None or view.unit.hidden:
        return "" if cue is None else cue.title
    if view.status is RunStatus.READY or cue is None:
        return view.unit.title
    return cue.title or view.unit.title


def _public_slide(cue: Cue | None) -> PublicSlide | None:
    if cue is None or cue.kind is not CueKind.SLIDE or cue.slide is None:
        return None
    return PublicSlide(cue.slide.title, cue.slide.body, cue.slide.layout)


def _counted_s(view: RunView) -> float | None:
    """Give the seconds the room's countdown counts, None when it is not to be seen."""
    times, mode = view.times, view.display.countdown
    if times is None or mode is CountdownMode.NEVER:
        return None
    if times.cue_remaining_s is not None:
        return times.cue_remaining_s
    works = view.step is not None and view.step.kind in WORK_KINDS
    if works and times.step_remaining_s is not None:
        return times.step_remaining_s
    if view.step is None or mode is CountdownMode.ALWAYS:
        return times.remaining_s
    return None


def _phase(view: RunView, counted: float | None) -> Phase:
    """The room's countdown has the phases of the unit's, and none of them says that it is late."""
    if counted is None or counted <= 0 or view.times is None or view.phase in {Phase.NONE, Phase.WAITING}:
        return Phase.NONE
    if counted == view.times.remaining_s:
        return view.phase
    if counted <= 10:
        return Phase.DANGER
    return Phase.WARNING if counted <= 60 else Phase.NORMAL


def _back_at(view: RunView) -> str:
    is_break = view.unit is not None and view.unit.kind in PAUSE_KINDS
    if not is_break or not view.words.due or view.status is RunStatus.READY:
        return ""
    return _("Back at {time}").format(time=view.words.due)


def _next_line(view: RunView) -> str:
    row = _next_row(view)
    if row is None:
        return ""
    if view.status is RunStatus.READY:
        ahead = view.t < row.planned_start_s
        return _("We begin at {time}").format(time=row.planned_label) if ahead else ""
    if not _next_time_is_known(view):
        return _("Next: {title}").format(title=row.title)
    return _("Next: {title} at {time}").format(title=row.title, time=row.label)


def _next_row(view: RunView) -> RunRow | None:
    coming = [row for row in view.rows if row.place is Place.COMING and not row.is_hidden and row.label]
    return next(iter(coming), None)


def _next_time_is_known(view: RunView) -> bool:
    """While paused or over time the next start moves from second to second, which would tell the lateness."""
    return view.status is RunStatus.RUNNING
