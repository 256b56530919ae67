from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.curriculum.library_files import read_library
from facilitator.foundation.ids import fresh_id
from facilitator.foundation.resources import shipped
from facilitator.live.actuals import actuals
from facilitator.live.log import EventType, events_from_plain, header_from_plain
from facilitator.people.roster import Presence
from facilitator.workshop.sample import make_sample
from facilitator.workshop.sample_run import Press, Script, ScriptError, TurnedClock, clock_of, play, read_script
from facilitator.workshop.shelf import Shelf
from facilitator.workshop.state import RunState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.live.actuals import Actual
    from facilitator.live.log import LogEvent
    from facilitator.workshop.document import Document
    from facilitator.workshop.model import Workshop


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return make_sample(read_library((shipped("modules"),)), fresh_id)


@pytest.fixture(scope="module")
def played(workshop: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    """The sample after its run, closed and opened again."""
    clock = clock_of(workshop)
    shelf = Shelf(tmp_path_factory.mktemp("shelf"), clock)
    document = shelf.create(workshop)
    play(document, clock, read_script())
    document.close()
    opened, _report = shelf.open(workshop.id)
    yield opened
    opened.close()


@pytest.fixture
def blank(workshop: Workshop, tmp_path: Path) -> Iterator[tuple[Document, TurnedClock]]:
    """The sample before its run, with its clock."""
    clock = clock_of(workshop)
    document = Shelf(tmp_path, clock).create(workshop)
    yield document, clock
    document.close()


def events_of(document: Document) -> tuple[LogEvent, ...]:
    read = events_from_plain(document.run_events(document.runs[0].id))
    assert read.unreadable == 0
    return read.events


def taken_of(document: Document) -> dict[str, Actual]:
    plan = header_from_plain(document.runs[0].header).plan
    return {actual.title.partition(":")[0]: actual for actual in actuals(plan, events_of(document))}


def test_that_the_run_is_kept_as_finished_on_its_day(played: Document, workshop: Workshop) -> None:
    (run,) = played.runs
    assert (run.state, run.day_id) == (RunState.FINISHED, workshop.agenda.days[0].id)


def test_that_it_starts_two_minutes_late_and_ends_later_still(played: Document) -> None:
    taken = list(taken_of(played).values())
    assert taken[0].start_s == 120
    assert taken[-1].end_s == 90 * 60 + 160


def test_that_the_clock_seems_never_to_sleep(played: Document) -> None:
    odd = {EventType.GAP, EventType.GAP_OR_SHIFT, EventType.WALL_SHIFT, EventType.OPENED}
    assert [event for event in events_of(played) if event.type in odd] == []


def test_that_no_key_was_refused(played: Document) -> None:
    assert all(event.accepted for event in events_of(played))


def test_that_the_plan_says_what_each_step_shows(played: Document) -> None:
    plan = header_from_plain(played.runs[0].header).plan
    assert all(unit.steps and unit.cues for unit in plan.units if unit.unit_id)
    assert sum(bool(unit.unit_id) for unit in plan.units) == 4


def test_that_one_unit_runs_over_one_is_paused_and_the_buffer_goes(played: Document) -> None:
    taken = taken_of(played)
    assert taken["From need-to-know to need-to-share"].difference_minutes == 4.8
    assert taken["Dashboard autopsy and tripwires"].paused_s == 100
    assert taken["Buffer"].was_skipped


def test_that_the_slip_was_taken_back(played: Document) -> None:
    assert sum(event.type == EventType.UNDO for event in events_of(played)) == 1
    assert all(actual.visits == 1 for title, actual in taken_of(played).items() if title != "Buffer")


def test_that_everybody_has_a_mark_one_late_and_one_excused(played: Document) -> None:
    marks = played.workshop.roster.marks
    assert {mark.person_id for mark in marks} == {person.id for person in played.workshop.roster.people}
    kinds = [mark.presence for mark in marks]
    assert (kinds.count(Presence.HERE), kinds.count(Presence.LATE), kinds.count(Presence.EXCUSED)) == (12, 1, 1)


def test_that_people_come_before_and_after_the_start(played: Document) -> None:
    minutes = [mark.minute_in for mark in played.workshop.roster.marks if mark.minute_in is not None]
    assert min(minutes) < 9 * 60 < max(minutes)
    assert minutes == sorted(minutes)


def test_that_a_check_in_can_be_undone(blank: tuple[Document, TurnedClock]) -> None:
    document, clock = blank
    play(document, clock, read_script())
    document.undo()
    assert len(document.workshop.roster.marks) == len(document.workshop.roster.people) - 1


def test_that_a_key_the_session_refuses_is_a_fault(blank: tuple[Document, TurnedClock]) -> None:
    document, clock = blank
    with pytest.raises(ScriptError, match="pause at 09:00"):
        play(document, clock, Script((Press(dt.time(9), EventType.PAUSE),)))


def test_that_a_script_without_an_end_is_a_fault(blank: tuple[Document, TurnedClock]) -> None:
    document, clock = blank
    with pytest.raises(ScriptError, match="not over"):
        play(document, clock, Script((Press(dt.time(9), EventType.START),)))


def test_that_a_workshop_without_a_date_cannot_be_played(workshop: Workshop) -> None:
    day = replace(workshop.agenda.days[0], date=None)
    with pytest.raises(ScriptError, match="no date"):
        clock_of(replace(workshop, agenda=replace(workshop.agenda, days=(day,))))


def test_that_the_turned_clock_never_goes_back() -> None:
    clock = TurnedClock(dt.datetime(2027, 1, 19, 8, tzinfo=dt.UTC))
    clock.turn(90)
    clock.turn(-5)
    assert clock.now().utc() == dt.datetime(2027, 1, 19, 8, 1, 30, tzinfo=dt.UTC)
