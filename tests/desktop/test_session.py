from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from facilitator.agenda.model import Agenda, Block, Day
from facilitator.curriculum.audience import Profile
from facilitator.curriculum.unit import Kind
from facilitator.desktop.session import KeptState, WorkshopSession
from facilitator.foundation.errors import FacilitatorError
from facilitator.workshop.model import AudienceShare, Brief, UnitCopy, Workshop

if TYPE_CHECKING:
    from fakes import FakeDocument
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SOURCE = """---
id: sharing
title: Sharing
minutes: {min: 10, typical: 20, max: 40}
audiences: {core: [legal]}
---

# Why {.lecture minutes=20}

## Everything starts in Share

- a point

:::: {.slot name="case"}
::: {.for audience="legal"}
## The clause
:::
::: {.for audience="default"}
## The case
:::
::::
"""
COPY = UnitCopy("sharing", "pack", "1", SOURCE, hashlib.sha256(SOURCE.encode()).hexdigest())
BLOCK = Block("b1", Kind.UNIT, "Sharing", 20, unit_id="sharing")
WORKSHOP = Workshop(
    "w1",
    Brief(audiences=(AudienceShare(Profile("legal"), 5),)),
    Agenda((Day("d1", "Day 1", 540, (BLOCK,)),)),
    units=(COPY,),
)


@dataclass(frozen=True)
class Retitle:
    title: str

    def apply(self, state: Workshop) -> Workshop:
        return replace(state, brief=replace(state.brief, title=self.title))

    def inverse(self, state: Workshop) -> Retitle:
        return Retitle(state.brief.title)

    def label(self) -> str:
        return "Change title"

    def merges_with(self, _later: object) -> bool:
        return False


@dataclass(frozen=True)
class Refused:
    def apply(self, _state: Workshop) -> Workshop:
        raise FacilitatorError("It does not fit.")

    def inverse(self, _state: Workshop) -> Refused:
        return self

    def label(self) -> str:
        return "Refuse"

    def merges_with(self, _later: object) -> bool:
        return False


@pytest.fixture
def document(fake_document: type[FakeDocument]) -> FakeDocument:
    return fake_document(WORKSHOP)


@pytest.fixture
def session(document: FakeDocument, qtbot: QtBot) -> WorkshopSession:
    return WorkshopSession(document)


def test_that_a_change_is_told_and_the_schedule_is_new(session: WorkshopSession, qtbot: QtBot) -> None:
    before = session.schedules()
    with qtbot.waitSignals([session.workshop_changed, session.undo_changed], timeout=500):
        assert session.do(Retitle("Clinic"))
    assert session.workshop.brief.title == "Clinic"
    assert session.schedules() is not before


def test_that_the_schedule_is_worked_out_once_for_each_change(session: WorkshopSession) -> None:
    assert session.schedules() is session.schedules()
    day = session.schedule("d1")
    assert day is not None
    assert (day.start, day.end) == (540, 560)


def test_that_undo_and_redo_walk_the_documents_own_history(session: WorkshopSession) -> None:
    session.do(Retitle("Clinic"))
    assert session.undo_label == "Change title"
    assert session.undo()
    assert session.workshop == WORKSHOP
    assert session.redo()
    assert session.workshop.brief.title == "Clinic"


def test_that_nothing_to_undo_is_no_undo(session: WorkshopSession) -> None:
    assert (session.undo(), session.redo()) == (False, False)


def test_that_an_edit_that_does_not_fit_is_told_and_changes_nothing(session: WorkshopSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.failed, timeout=500) as failed:
        assert not session.do(Refused())
    assert failed.args[0].happened == "It does not fit."
    assert session.workshop == WORKSHOP


def test_that_a_change_is_being_saved_until_it_is_kept(
    session: WorkshopSession, document: FakeDocument, qtbot: QtBot
) -> None:
    session.do(Retitle("Clinic"))
    assert session.kept.state is KeptState.SAVING
    with qtbot.waitSignal(session.kept_changed, timeout=1000):
        writer = threading.Thread(target=document.keep)
        writer.start()
        writer.join()
    assert session.kept.state is KeptState.SAVED


def test_that_news_about_an_earlier_change_does_not_count_for_a_later_one(
    session: WorkshopSession, document: FakeDocument, qapp: QApplication
) -> None:
    session.do(Retitle("Clinic"))
    session.do(Retitle("Policy clinic"))
    document.keep(seq=1)
    qapp.processEvents()
    assert session.kept.state is KeptState.SAVING


def test_that_a_full_disk_is_said_in_its_own_words(
    session: WorkshopSession, document: FakeDocument, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.kept_changed, timeout=1000) as kept:
        document.keep("The disk is full.")
    assert kept.args[0].state is KeptState.FAILED
    assert kept.args[0].sentence == "The disk is full."


def test_that_a_workshop_opened_elsewhere_says_why_it_is_read_only(
    fake_document: type[FakeDocument], qtbot: QtBot
) -> None:
    session = WorkshopSession(fake_document(WORKSHOP, "It is open in another window."))
    assert session.is_read_only
    assert session.kept.sentence == "It is open in another window."


def test_that_a_block_is_tailored_to_the_room_and_to_anyone_asked_for(session: WorkshopSession) -> None:
    for profiles, title in ((None, "The clause"), ((Profile("finance"),), "The case")):
        tailored = session.tailored(BLOCK, profiles)
        assert tailored is not None
        assert title in [slide.title for step in tailored.steps for slide in step.slides]


def test_that_tailoring_is_done_once_for_a_length_and_a_room(session: WorkshopSession) -> None:
    assert session.tailored(BLOCK) is session.tailored(BLOCK)
    longer = session.tailored(replace(BLOCK, minutes=30))
    assert longer is not None
    assert longer.minutes == 30


def test_that_a_break_has_nothing_to_tailor(session: WorkshopSession) -> None:
    assert session.tailored(Block("b2", Kind.BREAK, "Break", 15)) is None
    assert session.unit("elsewhere") is None


def test_that_closing_stops_listening_and_lets_the_document_go(
    session: WorkshopSession, document: FakeDocument
) -> None:
    session.close()
    assert document.is_closed
    assert document.listeners() == 0
