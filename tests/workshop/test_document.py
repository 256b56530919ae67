"""The one document: changes, undo, runs, and what a restart finds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from workshop_bench import LONG_S, Bench, StillClock

from facilitator.agenda.edits import Rename
from facilitator.foundation.errors import FacilitatorError
from facilitator.people.edits import AddPeople, SetMark
from facilitator.people.roster import Mark, Person, Presence
from facilitator.workshop.edits import EditAgenda, EditPeople, SetBrief
from facilitator.workshop.state import RunState

if TYPE_CHECKING:
    from facilitator.workshop.document import Document
    from facilitator.workshop.model import Workshop
    from facilitator.workshop.writer import KeptReport

MARIA = Person("p1", "Maria", "Gruber")


def retitled(document: Document, title: str, field: str = "") -> SetBrief:
    return SetBrief(replace(document.workshop.brief, title=title), field)


def test_that_a_change_is_there_at_once(document: Document) -> None:
    document.do(retitled(document, "New"))
    assert document.workshop.brief.title == "New"


def test_that_numbers_count_up_and_all_are_kept(document: Document) -> None:
    first, second = document.do(retitled(document, "a")), document.do(retitled(document, "b"))
    assert second == first + 1
    assert document.wait_kept(LONG_S)


def test_that_undo_and_redo_go_back_and_forth(document: Document) -> None:
    document.do(retitled(document, "a"))
    document.do(EditAgenda(Rename("b1", "Hello")))
    document.undo()
    assert document.workshop.agenda.days[0].items[0].title == "Welcome"
    document.undo()
    assert document.workshop.brief.title == "Sharing day"
    document.redo()
    assert document.workshop.brief.title == "a"


def test_that_the_labels_say_what_undo_and_redo_would_do(document: Document) -> None:
    assert (document.undo_label, document.redo_label) == (None, None)
    document.do(retitled(document, "a"))
    assert document.undo_label == "Change brief"
    document.undo()
    assert (document.undo_label, document.redo_label) == (None, "Change brief")


def test_that_there_is_nothing_to_undo_in_a_new_workshop(document: Document) -> None:
    assert document.undo() is None
    assert document.redo() is None


def test_that_a_new_change_forgets_what_was_taken_back(document: Document) -> None:
    document.do(retitled(document, "a"))
    document.undo()
    document.do(retitled(document, "b"))
    assert document.redo_label is None


@pytest.mark.parametrize(("pause_s", "steps"), [(1.9, 1), (2.1, 2)])
def test_that_typing_within_two_seconds_is_one_step(
    bench: Bench, document: Document, pause_s: float, steps: int
) -> None:
    document.do(retitled(document, "a", "title"))
    bench.clock.pass_s(pause_s)
    document.do(retitled(document, "ab", "title"))
    document.undo()
    assert document.workshop.brief.title == ("Sharing day" if steps == 1 else "a")


def test_that_typing_after_an_undo_starts_a_new_step(document: Document) -> None:
    document.do(retitled(document, "a", "title"))
    document.do(retitled(document, "ab", "title"))
    document.undo()
    document.do(retitled(document, "c", "title"))
    document.undo()
    assert document.workshop.brief.title == "Sharing day"


def test_that_an_edit_that_does_not_fit_changes_nothing(document: Document) -> None:
    before = document.workshop
    with pytest.raises(FacilitatorError):
        document.do(EditAgenda(Rename("nowhere", "x")))
    assert document.workshop is before
    assert document.undo_label is None


def test_that_subscribers_hear_every_change_until_they_stop(document: Document) -> None:
    heard: list[Workshop] = []
    stop = document.subscribe(heard.append)
    document.do(retitled(document, "a"))
    document.undo()
    document.redo()
    stop()
    document.undo()
    assert [workshop.brief.title for workshop in heard] == ["a", "Sharing day", "a"]


def test_that_what_is_kept_is_told_up_to_the_last_number(document: Document) -> None:
    reports: list[KeptReport] = []
    document.on_kept(reports.append)
    seq = document.do(retitled(document, "a"))
    assert document.wait_kept(LONG_S)
    document.close()
    assert (reports[-1].seq, reports[-1].waiting, reports[-1].failure) == (seq, 0, "")


def test_that_a_restart_finds_everything_and_undo_goes_on(bench: Bench) -> None:
    with bench.opened() as document:
        document.do(retitled(document, "a"))
        document.do(EditPeople(AddPeople((MARIA,))))
        document.do(EditPeople(SetMark(Mark("p1", "d1.am", Presence.HERE))))
        document.undo()
        before = document.workshop
    with bench.opened() as document:
        assert document.workshop == before
        document.redo()
        assert document.workshop.roster.marks == (Mark("p1", "d1.am", Presence.HERE),)
        for _step in range(3):
            document.undo()
        assert document.undo_label is None
        assert document.workshop.brief.title == "Sharing day"


def test_that_merged_typing_is_one_step_after_a_restart_too(bench: Bench) -> None:
    with bench.opened() as document:
        for title in ("a", "ab", "abc"):
            document.do(retitled(document, title, "title"))
    with bench.opened() as document:
        document.undo()
        assert document.workshop.brief.title == "Sharing day"


def test_that_undo_reaches_behind_the_newest_kept_plan(bench: Bench) -> None:
    for number in range(3):  # each close keeps a plan
        with bench.opened() as document:
            document.do(retitled(document, f"title {number}"))
    with bench.opened() as document:
        for _step in range(3):
            document.undo()
        assert document.workshop.brief.title == "Sharing day"


def test_that_a_run_in_progress_is_interrupted_for_the_next_process(bench: Bench) -> None:
    with bench.opened() as document:
        run_id = document.start_run({"day_id": "d1", "plan": [1, 2]})
        document.append_run_event(run_id, {"type": "next", "t": 1.5})
        assert document.runs[0].state is RunState.RUNNING
    with bench.opened() as document:
        run = document.runs[0]
        assert (run.id, run.day_id, run.state) == (run_id, "d1", RunState.INTERRUPTED)
        assert document.run_events(run_id) == ({"type": "next", "t": 1.5},)
        assert run.header == {"day_id": "d1", "plan": [1, 2]}


def test_that_a_finished_run_stays_finished_and_a_resumed_one_runs(bench: Bench) -> None:
    with bench.opened() as document:
        done, going = document.start_run({"day_id": "d1"}), document.start_run({"day_id": "d1"})
        document.end_run(done)
    with bench.opened() as document:
        document.append_run_event(going, {"type": "resume"})
        assert [run.state for run in document.runs] == [RunState.FINISHED, RunState.RUNNING]


def test_that_undo_leaves_runs_alone(document: Document) -> None:
    document.do(retitled(document, "a"))
    document.start_run({"day_id": "d1"})
    document.undo()
    assert len(document.runs) == 1


def test_that_hundreds_of_events_are_read_back_whole(bench: Bench) -> None:
    with bench.opened() as document:
        run_id = document.start_run({"day_id": "d1"})
        for number in range(450):
            document.append_run_event(run_id, {"n": number})
            if number % 10 == 0:
                document.do(retitled(document, f"title {number}"))
        assert document.wait_kept(LONG_S)
    with bench.opened() as document:
        assert [event["n"] for event in document.run_events(run_id)] == list(range(450))
        document.undo()
        assert document.workshop.brief.title == "title 430"


def test_that_events_carry_all_clocks(bench: Bench, clock: StillClock) -> None:
    from facilitator.workshop.secondlog import read_log

    with bench.opened() as document:
        clock.pass_s(5)
        document.do(retitled(document, "a"))
    event = read_log(bench.places.second_log).entries[-1].event
    assert (event.boot_id, event.boot_ns, event.utc) == ("boot-1", 1_005_000_000_000, "2027-01-15T08:00:05+00:00")


def test_that_half_a_surrogate_pair_stops_nothing(bench: Bench) -> None:
    with bench.opened() as document:
        document.do(retitled(document, "torn \ud83d paste"))
        document.do(EditPeople(AddPeople((Person("p1", "Torn \ud83d"),))))
        run_id = document.start_run({"day_id": "d1", "note": "\udc00"})
        assert document.wait_kept(LONG_S)
    with bench.opened() as document:
        assert document.workshop.brief.title == "torn \ud83d paste"
        assert document.workshop.roster.people[0].given_name == "Torn ?"
        assert document.runs[0].id == run_id


def test_that_a_failing_listener_does_not_stop_the_writing(document: Document) -> None:
    def broken(_report: KeptReport) -> None:
        raise RuntimeError

    document.on_kept(broken)
    document.do(retitled(document, "a"))
    assert document.wait_kept(LONG_S)
    document.do(retitled(document, "b"))
    assert document.wait_kept(LONG_S)


def test_that_a_closed_document_takes_no_more_changes(bench: Bench) -> None:
    with bench.opened() as document:
        pass
    with pytest.raises(FacilitatorError, match="closed"):
        document.do(retitled(document, "late"))
