from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.agenda.model import Agenda, Day
from facilitator.curriculum.audience import Profile
from facilitator.curriculum.library import AudienceGroup
from facilitator.desktop.actions import Act
from facilitator.desktop.brief.following import brief_edit
from facilitator.desktop.brief.place import BriefPlace
from facilitator.desktop.place import PlaceId
from facilitator.desktop.programmes.card import ProgrammeCard
from facilitator.desktop.programmes.facts import Verdict, programme_facts, ranked
from facilitator.desktop.widgets.buttons import Button, IconButton
from facilitator.desktop.widgets.fields import CountField
from facilitator.workshop.model import AudienceShare, Brief, Workshop

if TYPE_CHECKING:
    from fakes import FakeWorkshops
    from pytestqt.qtbot import QtBot

    from facilitator.curriculum.library import Library
    from facilitator.desktop.shell.window import MainWindow

LEGAL = AudienceShare(Profile("legal"), 8)
EXECUTIVES = AudienceShare(Profile("executives"), 8)
DATE = dt.date(2027, 1, 19)


def order(brief: Brief, library: Library) -> list[str]:
    return [fitting.facts.id for fitting in ranked(brief, library)]


@pytest.mark.parametrize(
    ("shares", "first"),
    [((LEGAL,), "clinic"), ((EXECUTIVES,), "board"), ((AudienceShare(Profile("hr"), 5),), "long")],
)
def test_that_the_programme_made_for_the_room_comes_first(
    library: Library, shares: tuple[AudienceShare, ...], first: str
) -> None:
    assert order(Brief(audiences=shares), library)[0] == first


def test_that_without_an_audience_the_length_decides(library: Library) -> None:
    assert order(Brief(start=540, end=600), library) == ["board", "clinic", "long"]
    assert order(Brief(start=540, end=1020), library)[0] == "long"


def test_that_what_is_too_long_says_by_how_much(library: Library) -> None:
    fitting = next(f for f in ranked(Brief(start=540, end=600), library) if f.facts.id == "clinic")
    assert ("3 h too long", Verdict.BAD) in [(r.words, r.verdict) for r in fitting.remarks]


def test_that_too_many_people_are_told(library: Library) -> None:
    fitting = next(
        f for f in ranked(Brief(audiences=(replace(LEGAL, people=40),)), library) if f.facts.id == "clinic"
    )
    assert "Too many people for it" in [remark.words for remark in fitting.remarks]


def test_that_half_a_room_is_said_as_a_share(library: Library) -> None:
    fitting = next(f for f in ranked(Brief(audiences=(LEGAL, EXECUTIVES)), library) if f.facts.id == "clinic")
    assert fitting.remarks[0].words == "Made for 50 % of the room"


def test_that_a_programmes_strip_opens_its_units_and_keeps_the_minutes(library: Library) -> None:
    programme = library.programme("board")
    assert programme is not None
    facts = programme_facts(programme, library)
    assert [kind.value for kind, _ in facts.strip] == ["opening", "input", "exercise", "closing"]
    assert sum(minutes for _, minutes in facts.strip) == pytest.approx(45, abs=1)
    assert facts.length_words() == "45 min"


def workshop(**brief: object) -> Workshop:
    made = Brief(**brief)  # type: ignore[arg-type]
    days = (
        Day("d1", "Day 1", made.start, date=made.date, target_end=made.end),
        Day("d2", "Day 2", 600, date=None if made.date is None else made.date + dt.timedelta(days=1)),
    )
    return Workshop("w", made, Agenda(days))


def test_that_days_follow_the_date_of_the_brief() -> None:
    state = workshop(date=DATE)
    after = brief_edit(state, replace(state.brief, date=DATE + dt.timedelta(days=7)), "date").apply(state)
    assert [day.date for day in after.agenda.days] == [dt.date(2027, 1, 26), dt.date(2027, 1, 27)]


def test_that_a_day_moved_by_hand_stays_where_it_is() -> None:
    state = workshop(start=540)
    after = brief_edit(state, replace(state.brief, start=480), "start").apply(state)
    assert [day.start for day in after.agenda.days] == [480, 600]


def test_that_the_end_of_the_brief_is_the_end_of_its_days() -> None:
    state = workshop(end=1020)
    after = brief_edit(state, replace(state.brief, end=960), "end").apply(state)
    assert after.agenda.days[0].target_end == 960


def test_that_taking_back_a_date_takes_the_days_back_too() -> None:
    state = workshop(date=DATE)
    edit = brief_edit(state, replace(state.brief, date=None), "date")
    assert edit.inverse(state).apply(edit.apply(state)) == state


@pytest.fixture
def place(window: MainWindow, workshops: FakeWorkshops) -> BriefPlace:
    window._opening.create_to_fit()
    found = window.frame.place()
    assert isinstance(found, BriefPlace)
    return found


def brief_of(place: BriefPlace) -> Brief:
    assert place.session is not None
    return place.session.workshop.brief


def test_that_typing_in_a_field_changes_the_brief(place: BriefPlace, qtbot: QtBot) -> None:
    qtbot.keyClicks(place.form.line("client"), "Meridian")
    qtbot.keyClicks(place.form.line("title"), "Policy lab")
    assert (brief_of(place).client, brief_of(place).title) == ("Meridian", "Policy lab")
    assert place.title() == "Policy lab"


def test_that_the_cursor_stays_where_somebody_types(place: BriefPlace, qtbot: QtBot) -> None:
    line = place.form.line("client")
    qtbot.keyClicks(line, "Meridan")
    line.setCursorPosition(5)
    qtbot.keyClicks(line, "i")
    assert (line.text(), line.cursorPosition()) == ("Meridian"[:5] + "i" + "an", 6)


def test_that_aims_and_times_change_the_brief(place: BriefPlace, qtbot: QtBot) -> None:
    qtbot.keyClicks(place.form.aims, "Name three tripwires.")
    place.form.end.setFocus()
    qtbot.keyClicks(place.form.end, "17")
    qtbot.keyClick(place.form.end, Qt.Key.Key_Return)
    assert (brief_of(place).aims, brief_of(place).end) == ("Name three tripwires.", 1020)


def test_that_an_audience_is_added_counted_and_taken_away(place: BriefPlace, qtbot: QtBot) -> None:
    editor = place.form.audiences
    editor.add("legal")
    editor.findChild(CountField).setValue(12)
    assert brief_of(place).audiences == (AudienceShare(Profile("legal"), 12),)
    editor.findChild(IconButton).click()
    assert brief_of(place).audiences == ()


def test_that_audiences_of_several_packs_stand_under_their_titles(place: BriefPlace, library: Library) -> None:
    legal, finance = (library.audience(name) for name in ("legal", "finance"))
    place.form.audiences.offer((AudienceGroup("One pack", (legal,)), AudienceGroup("Another", (finance,))))
    offered = [(action.isSeparator(), action.text()) for action in place.form.audiences._add.menu().actions()]
    assert offered == [(True, "One pack"), (False, legal.name), (True, "Another"), (False, finance.name)]


def test_that_audiences_of_one_pack_need_no_title(place: BriefPlace) -> None:
    assert not any(action.isSeparator() for action in place.form.audiences._add.menu().actions())


def test_that_a_sector_holds_for_the_whole_room(place: BriefPlace) -> None:
    editor = place.form.audiences
    editor.add("legal")
    editor.add("finance")
    editor._chips["government"].click()
    assert [share.profile.sectors for share in brief_of(place).audiences] == [("government",)] * 2
    editor._chips["government"].click()
    assert [share.profile.sectors for share in brief_of(place).audiences] == [()] * 2


def test_that_a_room_can_be_a_sector_without_a_function(place: BriefPlace) -> None:
    place.form.audiences._chips["government"].click()
    assert [share.profile for share in brief_of(place).audiences] == [Profile("", ("government",))]


def test_that_undo_brings_the_fields_back(place: BriefPlace, window: MainWindow) -> None:
    place.form.audiences.add("legal")
    window.actions_here.run(Act.UNDO)
    assert brief_of(place).audiences == ()
    assert place.form.audiences.findChild(CountField) is None


def test_that_the_chooser_is_sorted_anew_when_the_audience_changes(place: BriefPlace) -> None:
    place.form.audiences.add("legal")
    cards = [place.chooser._cards.itemAt(at).widget() for at in range(place.chooser._cards.count())]
    assert next(card._facts.id for card in cards if isinstance(card, ProgrammeCard)) == "clinic"


def test_that_using_a_programme_is_one_step_that_can_be_taken_back(place: BriefPlace, window: MainWindow) -> None:
    assert place.session is not None
    before = place.session.workshop
    place.use_programme("clinic")
    after = place.session.workshop
    assert after.brief.programme_id == "clinic"
    assert [copy.unit_id for copy in after.units] == ["sharing"]
    assert len(after.agenda.days[0].items) == 3
    window.actions_here.run(Act.UNDO)
    assert place.session.workshop == before


def test_that_using_a_programme_can_be_undone_from_the_message(place: BriefPlace, window: MainWindow) -> None:
    place.use_programme("clinic")
    message = window.frame.messages.message()
    assert message is not None
    assert message.action is not None
    message.action()
    assert brief_of(place).programme_id == ""


def test_that_parked_blocks_stay_parked_when_a_programme_comes(place: BriefPlace) -> None:
    from facilitator.agenda.edits import ReplaceAgenda
    from facilitator.agenda.model import Block
    from facilitator.curriculum.unit import Kind
    from facilitator.workshop.edits import EditAgenda

    assert place.session is not None
    parked = (Block("p1", Kind.EXERCISE, "Later", 20),)
    place.session.do(EditAgenda(ReplaceAgenda(replace(place.session.workshop.agenda, parked=parked))))
    place.use_programme("clinic")
    assert place.session.workshop.agenda.parked == parked


def test_that_a_workshop_that_is_read_only_can_be_read(
    window: MainWindow, workshops: FakeWorkshops, fake_document: type
) -> None:
    workshops.documents["w9"] = fake_document(Workshop("w9"), "It is open elsewhere.")
    window.start_page.workshop_chosen.emit("w9")
    window.go(PlaceId.BRIEF)
    place = window.frame.place()
    assert isinstance(place, BriefPlace)
    assert place.form.line("client").isReadOnly()
    assert not next(b for b in place.form.audiences.findChildren(Button)).isEnabled()
