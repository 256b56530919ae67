"""The sample's delivery, played: people come in and the trainer's keys are pressed, on a clock that is turned.

Nothing is made up on the way: marks are edits of the document, keys go through the live session, and every event of
it is kept as the app keeps it.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from facilitator.agenda.halfdays import half_days
from facilitator.agenda.rooms import room_of
from facilitator.agenda.schedule import lay_out_all
from facilitator.curriculum.tailoring import tailor
from facilitator.curriculum.unit import Kind
from facilitator.curriculum.unit_reader import read_unit
from facilitator.foundation.clocks import Instant
from facilitator.live.from_agenda import plan_from
from facilitator.live.log import EventType, header_of, header_to_plain
from facilitator.live.session import Session
from facilitator.live.state import Status
from facilitator.people.edits import SetMark
from facilitator.people.presence import check_in
from facilitator.people.roster import Mark, Presence
from facilitator.workshop.edits import EditPeople
from facilitator.workshop.sample import read_sample, sample_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from facilitator.agenda.model import Block
    from facilitator.curriculum.tailored import TailoredStep
    from facilitator.workshop.document import Document
    from facilitator.workshop.model import Workshop

TICK_S = 2.5  # a session that is not asked for five seconds takes it for sleep
DOOR_OPENS = dt.time(8, 30)


@dataclass(frozen=True, slots=True)
class Arrival:
    """When the person at a place of the list came in, or that somebody was excused before."""

    at: dt.time
    person: int
    is_excused: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """One key of the trainer: a command of the session, and what it takes.

    Attributes:
        seconds: for a command that gives time.
        kind: for a command about a coming unit: the first of that kind.
    """

    at: dt.time
    key: EventType
    seconds: float = 0.0
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """What happens in a delivery, in order; times are those of the place."""

    cues: tuple[Arrival | Press, ...]


class ScriptError(Exception):
    """The script asks for what the session refuses: a fault of ours in what ships."""


class TurnedClock:
    """A clock that stands still until it is turned, and never sleeps."""

    def __init__(self, begin: dt.datetime) -> None:
        """Begin at an aware moment."""
        self._begin_s = begin.timestamp()
        self._passed_s = 0.0

    def now(self) -> Instant:
        """Read all clocks at once."""
        passed_s = self._passed_s
        return Instant(self._begin_s + passed_s, passed_s, passed_s, boot_id="sample")

    def turn(self, seconds: float) -> None:
        """Let time pass."""
        self._passed_s += max(0.0, seconds)


def read_script(folder: Path | None = None) -> Script:
    """Read who came when and which keys were pressed; it ships with the app, so a fault in it raises as it comes."""
    folder = folder or sample_folder()
    people = read_sample(folder / "workshop.toml").people
    presses = tomllib.loads((folder / "run.toml").read_text(encoding="utf-8"))["press"]
    cues: list[Arrival | Press] = [
        *(_arrival(number, entry) for number, entry in enumerate(people)),
        *map(_press, presses),
    ]
    return Script(tuple(sorted(cues, key=lambda cue: cue.at)))


def _arrival(number: int, entry: Mapping[str, Any]) -> Arrival:
    if entry.get("excused"):
        return Arrival(DOOR_OPENS, number, is_excused=True)
    return Arrival(entry["arrives"], number)


def _press(entry: Mapping[str, Any]) -> Press:
    kind = Kind(entry["kind"]) if "kind" in entry else None
    return Press(entry["at"], EventType(entry["key"]), float(entry.get("seconds", 0)), kind)


def clock_of(workshop: Workshop) -> TurnedClock:
    """Give a clock that stands at half past eight on the first day, where the workshop is."""
    return TurnedClock(_moment(workshop, DOOR_OPENS))


def play(document: Document, clock: TurnedClock, script: Script) -> str:
    """Play the first day of a workshop and give the id of its run.

    Args:
        document: open and writable, on the same clock.
        clock: from :func:`clock_of`; afterwards it stands where the script ends.
        script: what happens.

    Raises:
        ScriptError: the session refuses a key, or the run is not over when the script is.
        FacilitatorError: an edit does not fit.
    """
    stage = _Stage(document, clock)
    for cue in script.cues:
        stage.wait_until(cue.at)
        if isinstance(cue, Arrival):
            stage.mark(cue)
        else:
            stage.press(cue)
    return stage.end()


class _Stage:
    """The first day of a document with its session, which is asked for the time as often as a window would."""

    def __init__(self, document: Document, clock: TurnedClock) -> None:
        self._document = document
        self._clock = clock
        workshop = document.workshop
        day, schedule = workshop.agenda.days[0], lay_out_all(workshop.agenda)[0]
        self._half = half_days(day, schedule)[0]
        start_s = _moment(workshop, dt.time()).timestamp() + schedule.start * 60
        plan = plan_from(day, schedule, steps_of(workshop), workshop.agenda.zone, start_s)
        self._plan = replace(plan, title=workshop.brief.title)
        self._run_id = document.start_run({"day_id": day.id, **header_to_plain(header_of("", self._plan))})
        self._session = Session(self._plan, clock, self._keep)

    def wait_until(self, at: dt.time) -> None:
        """Let time pass until then, asking the session all along."""
        until_s = _moment(self._document.workshop, at).timestamp()
        while (left_s := until_s - self._clock.now().wall_s) > 0:
            self._clock.turn(min(TICK_S, left_s))
            self._session.view()

    def mark(self, arrival: Arrival) -> None:
        """Check somebody in at this minute, or excuse them."""
        person_id = self._document.workshop.roster.people[arrival.person].id
        minute = arrival.at.hour * 60 + arrival.at.minute
        excused = Mark(person_id, self._half.id, Presence.EXCUSED)
        mark = excused if arrival.is_excused else check_in(person_id, self._half, minute)
        self._document.do(EditPeople(SetMark(mark)))

    def press(self, press: Press) -> None:
        """Give a command to the session."""
        arguments: dict[str, Any] = {"seconds": press.seconds} if press.seconds else {}
        if press.kind is not None:
            arguments["unit"] = self._coming(press.kind)
        outcome = self._session.do(press.key, arguments)
        if not outcome.accepted:
            raise ScriptError(f"{press.key} at {press.at}: {outcome.words}")

    def end(self) -> str:
        """Close the log of the run and give its id."""
        if self._session.state.status is not Status.FINISHED:
            raise ScriptError("the run is not over when the script is")
        self._document.end_run(self._run_id)
        return self._run_id

    def _coming(self, kind: Kind) -> str:
        visit = self._session.state.visit
        first = 0 if visit is None else visit.index + 1
        return next((unit.id for unit in self._plan.units[first:] if unit.kind is kind), "")

    def _keep(self, event: Mapping[str, Any]) -> None:
        self._document.append_run_event(self._run_id, event)


def steps_of(workshop: Workshop) -> Callable[[Block], tuple[TailoredStep, ...]]:
    """Give what tells the steps of a block, from the workshop's own copies of units, as its room gets them."""
    read = {copy.unit_id: read_unit(copy.source, f"{copy.unit_id}.md")[0] for copy in workshop.units}
    profiles = tuple(share.profile for share in workshop.brief.audiences)

    def steps(block: Block) -> tuple[TailoredStep, ...]:
        unit = read.get(block.unit_id)
        minutes = block.minutes - block.transition_minutes
        if unit is None or minutes <= 0:
            return ()
        return tailor(unit, room_of(workshop.agenda, block.id, unit, profiles), minutes).steps

    return steps


def _moment(workshop: Workshop, at: dt.time) -> dt.datetime:
    day = workshop.agenda.days[0].date
    if day is None:
        raise ScriptError("the sample has no date")
    return dt.datetime.combine(day, at, ZoneInfo(workshop.agenda.zone))
