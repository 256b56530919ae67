"""The whole path a trainer walks: from a programme to a slide deck and an attendance sheet."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import openpyxl
import pytest
from pptx import Presentation
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from whole_app import App, open_app

from facilitator.agenda.model import Block
from facilitator.desktop.agenda.place import AgendaPlace
from facilitator.desktop.brief.place import BriefPlace
from facilitator.desktop.live.place import LivePlace
from facilitator.desktop.papers.place import PapersPlace
from facilitator.desktop.people.place import PeoplePlace
from facilitator.desktop.place import PlaceId
from facilitator.live.view import RunStatus, RunView
from facilitator.people.roster import Presence

if TYPE_CHECKING:
    from pathlib import Path
from zoneinfo import ZoneInfo

pytestmark = [pytest.mark.journey, pytest.mark.slow]

PEOPLE = """Name; E-mail; Department
Abebe, Selam; selam.abebe@meridian.example; Legal
Brandt, Jonas; jonas.brandt@meridian.example; Finance
Castillo, Inés; ines.castillo@meridian.example; People
Chen, Wei; wei.chen@meridian.example; IT and security
Dubois, Mélanie; melanie.dubois@meridian.example; People
=cmd|' /C calc'!A0; ; Finance
<img src="file:///etc/hostname">; ; Legal
"""
TITLE = "Executive session: from control to oversight"


def begin_from_g2(app: App) -> AgendaPlace:
    """Make a workshop of the programme with real clicks, and give it its day."""
    app.click("From a programme")
    app.click(TITLE)
    app.wait(lambda: app.window.session is not None)
    brief = app.place(PlaceId.BRIEF, BriefPlace)
    client, date = brief.form.line("client"), brief.form.date
    client.setFocus()
    app.qtbot.keyClicks(client, "Meridian Group")
    date.setFocus()
    app.qtbot.keyClicks(date, "2027-01-19")
    app.qtbot.keyClick(date, Qt.Key.Key_Return)
    assert app.window.session is not None
    agenda = app.window.session.workshop.agenda
    assert agenda.days[0].date == dt.date(2027, 1, 19)
    # Eight in the morning where the workshop is, whatever zone this computer is in
    app.clock.wall_s = dt.datetime(2027, 1, 19, 8, tzinfo=ZoneInfo(agenda.zone)).timestamp()
    return app.place(PlaceId.AGENDA, AgendaPlace)


def blocks(app: App) -> list[Block]:
    session = app.window.session
    assert session is not None
    return [item for item in session.workshop.agenda.days[0].items if isinstance(item, Block)]


def key(
    app: App, place: AgendaPlace, key_: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    app.qtbot.keyClick(place.view, key_, modifier)


def change_the_agenda(app: App, place: AgendaPlace) -> None:
    """Swap two blocks, shorten one, pin the end; undo and redo on the way."""
    before = [block.unit_id for block in blocks(app)]
    second = blocks(app)[1]
    place.view.select_item(second.id)
    key(app, place, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    swapped = [block.unit_id for block in blocks(app)]
    assert swapped[1:3] == [before[2], before[1]]

    third = blocks(app)[3]
    place.view.select_item(third.id)
    key(app, place, Qt.Key.Key_1)
    editor = place.view.viewport().findChild(QLineEdit)
    assert editor is not None
    app.qtbot.keyClicks(editor, "5")
    app.qtbot.keyClick(editor, Qt.Key.Key_Return)
    app.wait(lambda: blocks(app)[3].minutes == 15)

    close = blocks(app)[-1]
    place.view.select_item(close.id)
    place.control.toggle_pin(close.id)
    app.window.session.undo()
    assert blocks(app)[-1].pin is None
    app.window.session.redo()
    assert blocks(app)[-1].pin is not None


def check_people_in(app: App) -> PeoplePlace:
    """Paste the list, check five people in by typing."""
    place = app.place(PlaceId.PEOPLE, PeoplePlace)
    QApplication.clipboard().setText(PEOPLE)
    place.open_paste()
    place.paste.add.click()
    for typed in ("abe", "bran", "ines", "chen", "duboi"):
        app.qtbot.keyClicks(place.field, typed)
        app.qtbot.keyClick(place.field, Qt.Key.Key_Return)
    return place


def view(place: LivePlace) -> RunView:
    assert place.control is not None
    assert place.control.session is not None
    return place.control.session.view()


def pass_time(app: App, place: LivePlace, minutes: float) -> None:
    """Let time pass as it does: the window looks at the clock all the while, so nothing seems to sleep."""
    for _second in range(int(minutes * 15)):
        app.clock.turn(4 / 60)
        view(place)


def run_the_day(app: App) -> LivePlace:
    """Start two minutes late, overrun, pause, undo, and go through to the end."""
    place = app.place(PlaceId.LIVE, LivePlace)
    pass_time(app, place, 62)
    assert view(place).words.drift == "2 min behind"
    app.qtbot.keyClick(place.console, Qt.Key.Key_F5)
    assert view(place).status is RunStatus.RUNNING

    pass_time(app, place, 5)  # three minutes were planned
    assert view(place).status is RunStatus.OVERTIME
    place.commands.do(lambda run: run.next())
    assert view(place).unit is not None

    app.qtbot.keyClick(place.console, Qt.Key.Key_P)
    assert view(place).status is RunStatus.PAUSED
    pass_time(app, place, 4)
    app.qtbot.keyClick(place.console, Qt.Key.Key_P)
    unit = view(place).unit
    app.qtbot.keyClick(place.console, Qt.Key.Key_Plus)
    place.commands.do(lambda run: run.next())
    app.qtbot.keyClick(place.console, Qt.Key.Key_U)
    assert view(place).unit == unit

    while view(place).status is not RunStatus.FINISHED:
        pass_time(app, place, 9)
        place.commands.do(lambda run: run.next())
    return place


def export_both(app: App) -> tuple[Path, Path]:
    place = app.place(PlaceId.PAPERS, PapersPlace)
    made: dict[str, Path] = {}
    for paper_id in ("deck", "attendance"):
        job = place.export(paper_id)
        assert job is not None
        job.succeeded.connect(lambda exported, name=paper_id: made.__setitem__(name, exported.path))
    app.wait(lambda: len(made) == 2)
    return made["deck"], made["attendance"]


def test_that_a_trainer_gets_from_a_programme_to_deck_and_attendance_sheet(app: App) -> None:
    agenda = begin_from_g2(app)
    change_the_agenda(app, agenda)
    check_people_in(app)
    run_the_day(app)
    deck_path, book_path = export_both(app)

    titles = [block.title for block in blocks(app) if not block.hidden]
    deck = Presentation(str(deck_path))
    shown = [slide.shapes.title.text for slide in deck.slides if slide.shapes.title is not None]
    places = [next(n for n, text in enumerate(shown) if text.startswith(title)) for title in titles]
    assert places == sorted(places)
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide)
    assert "SAY" in notes

    book = openpyxl.load_workbook(book_path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    texts = {str(cell.value) for cell in cells}
    for name in ("Selam", "Jonas", "Inés", "Wei", "Mélanie"):
        assert any(name in text for text in texts), name
    assert any("cmd|" in text for text in texts)
    assert not any(cell.data_type == "f" and "cmd" in str(cell.value) for cell in cells)
    minutes = {block.minutes for block in blocks(app) if block.unit_id}
    assert minutes <= {cell.value for cell in cells if isinstance(cell.value, int | float)}


def test_that_everything_is_there_again_after_the_app_was_closed(app: App, qapp: QApplication) -> None:
    agenda = begin_from_g2(app)
    change_the_agenda(app, agenda)
    check_people_in(app)
    session = app.window.session
    assert session is not None
    before, undo_label, workshop_id = session.workshop, session.undo_label, session.workshop.id
    app.window.close()

    again = open_app(app.home, app.clock, qapp, app.qtbot)
    again.window.start_page.workshop_chosen.emit(workshop_id)
    again.wait(lambda: again.window.session is not None)
    reopened = again.window.session
    assert reopened is not None
    assert reopened.workshop == before
    assert reopened.undo_label == undo_label
    reopened.undo()
    here = [mark for mark in reopened.workshop.roster.marks if mark.presence is Presence.HERE]
    assert len(here) == 4
    again.window.close()


def test_that_a_run_goes_on_after_the_app_was_killed(app: App, qapp: QApplication) -> None:
    begin_from_g2(app)
    place = app.place(PlaceId.LIVE, LivePlace)
    pass_time(app, place, 60)
    app.qtbot.keyClick(place.console, Qt.Key.Key_F5)
    pass_time(app, place, 5)
    place.commands.do(lambda run: run.next())
    session = app.window.session
    assert session is not None
    session.document.wait_kept(10)
    workshop_id = session.workshop.id
    app.window.close()  # the run was not finished

    app.clock.turn(3)
    again = open_app(app.home, app.clock, qapp, app.qtbot)
    again.window.start_page.workshop_chosen.emit(workshop_id)
    again.wait(lambda: again.window.session is not None)
    console = again.place(PlaceId.LIVE, LivePlace)
    now = view(console)
    assert now.status in {RunStatus.RUNNING, RunStatus.OVERTIME}
    assert now.times is not None
    assert round(now.times.elapsed_s) == 180
    assert [notice.about.value for notice in now.notices] == ["interrupted"]
    again.click("Leave the time out", console)
    assert round(view(console).times.elapsed_s) == 0
    again.window.close()
