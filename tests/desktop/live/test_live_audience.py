from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.curriculum.text import ItemList, ListItem, Paragraph, Span
from facilitator.desktop.live import audience_canvas, audience_task
from facilitator.desktop.live.audience_canvas import AudienceCanvas
from facilitator.desktop.live.audience_look import (
    AUDIENCE_LOOKS,
    BACK_AT_SHARE,
    BREAK_COUNTDOWN_SHARE,
    DARK_ROOM,
    AudienceLook,
)
from facilitator.desktop.live.audience_pen import Pen
from facilitator.live.audience import AudienceView, PublicSlide, audience_view
from facilitator.live.phases import Phase
from facilitator.live.state import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from live_room import Room

    from facilitator.desktop.theme.look import Look

SENTINELS = ("SENTINEL-SLIDE-NOTES", "SENTINEL-STEP-NOTES", "SENTINEL-KEY", "SENTINEL-BLOCK-NOTE")
SIZES = [(1280, 720), (1920, 1080), (960, 720), (320, 180)]


def body(*lines: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Span(line),)) for line in lines)


def everything_said(widget: QWidget) -> str:
    """Give every word a widget and all inside it could show or read out."""
    found = []
    for one in (widget, *widget.findChildren(QWidget)):
        meta = one.metaObject()
        values = [one.property(meta.property(n).name()) for n in range(meta.propertyCount())]
        found.extend(value for value in values if isinstance(value, str))
        found.extend(repr(value) for value in vars(one).values() if not isinstance(value, QWidget))
    return "\n".join(found)


@pytest.fixture
def canvas(look: Look, shown: Callable[..., AudienceCanvas]) -> AudienceCanvas:
    return shown(AudienceCanvas(look), (1280, 720))


def test_that_nothing_private_ever_reaches_the_room(room: Room) -> None:
    room.start()
    console = ""
    for _step in range(8):
        view = audience_view(room.view())
        console += repr(room.view())
        assert not any(word in repr(view) for word in SENTINELS)
        assert not any(word in everything_said(room.place.audience) for word in SENTINELS)
        room.go(2)
        room.press(Qt.Key.Key_PageDown)
    # The search would find them: the console has every one
    assert all(word in console for word in SENTINELS)


def test_that_the_room_never_reads_how_late_the_run_is(room: Room) -> None:
    room.start()
    for _minute in range(9):
        room.press(Qt.Key.Key_Plus)
    assert "9 min behind" in room.place.console.drift._drift.text()
    assert "behind" not in everything_said(room.place.audience)


def test_that_the_room_s_types_have_no_private_field() -> None:
    for kind in (AudienceView, PublicSlide):
        names = {field.name for field in dataclasses.fields(kind)}
        assert not names & {"notes", "key", "trainer", "note", "drift_s", "instructions"}


def test_that_the_countdown_of_the_room_stops_at_time_s_up(room: Room) -> None:
    room.start()
    room.jump("unit")
    room.go(2)
    room.press(Qt.Key.Key_PageDown)
    room.clock.go(1199)
    room.tick()
    seen = room.place.audience.canvas.view()
    assert (seen.countdown, seen.times_up) == ("0:01", False)
    room.go(2)
    seen = room.place.audience.canvas.view()
    assert (seen.countdown, seen.times_up_words) == ("0:00", "Time's up")
    room.go(30)
    assert room.place.audience.canvas.view() == dataclasses.replace(seen, clock=room.view().words.clock)


def test_that_a_break_says_when_it_goes_on_larger_than_how_long_still(room: Room) -> None:
    room.start()
    room.jump("break")
    assert room.place.audience.canvas.view().back_at == "Back at 09:15"
    assert BACK_AT_SHARE > 1.5 * BREAK_COUNTDOWN_SHARE


def test_that_the_preview_in_the_console_is_what_the_room_sees(room: Room) -> None:
    room.start()
    room.jump("unit")
    assert room.place.console.now.preview.view() == room.place.audience.canvas.view()
    assert room.place.audience.canvas.view().slide is not None


@pytest.mark.parametrize("dark", [True, False])
def test_that_the_ground_of_the_room_follows_the_settings(
    open_room: Callable[..., Room], document: object, dark: bool
) -> None:
    room = open_room(document, dark=dark)
    ground = room.place.audience.canvas.grab().toImage().pixelColor(2, 2)
    assert (ground.lightness() < 40) is dark


def luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue, _alpha = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("role", ["text", "quiet", "accent", "second", "third", "warning", "danger"])
@pytest.mark.parametrize("room", AUDIENCE_LOOKS.values(), ids=lambda room: room.name)
def test_that_every_word_for_the_room_has_a_contrast_of_seven(room: AudienceLook, role: str) -> None:
    assert contrast(getattr(room, role), room.background) >= 7


@pytest.mark.parametrize("room", AUDIENCE_LOOKS.values(), ids=lambda room: room.name)
def test_that_time_s_up_and_messages_have_a_contrast_of_seven(room: AudienceLook) -> None:
    assert contrast(room.on_time_up, room.time_up) >= 7


class Measured:
    """Notes the size of every letter that is painted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lines: dict[str, int] = {}
        self.documents: list[int] = []
        words = Pen.words

        def note_words(pen: Pen, area: QRectF, said: str, ink: tuple[QFont, str], where: object) -> None:
            if said:
                self.lines[said] = ink[0].pixelSize()
            words(pen, area, said, ink, where)

        monkeypatch.setattr(Pen, "words", note_words)
        for module, name in ((audience_canvas, "drawn"), (audience_task, "draw_page")):
            self._note(monkeypatch, module, name)

    def _note(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        real = getattr(module, name)

        def note(painter: QPainter, made: object, *rest: object) -> None:
            self.documents.append(made.defaultFont().pixelSize())
            real(painter, made, *rest)

        monkeypatch.setattr(module, name, note)


TASK = AudienceView(
    title="Autopsy",
    body=body("Name the harm, then write the narrowest rule that stops it."),
    grouping_line="in pairs",
    round_label="step 2 of 3",
    countdown="12:00",
    phase=Phase.WARNING,
    next_line="Next: Lunch at 12:30",
    clock="11:40",
)
MOMENTS = [
    TASK,
    dataclasses.replace(TASK, times_up=True, times_up_words="Time's up"),
    dataclasses.replace(
        TASK, message="The fire alarm is tested at eleven, please take your bags and meet outside. " * 1
    ),
    dataclasses.replace(TASK, is_paused=True, countdown="1:20:00"),
    AudienceView(title="A welcome to everybody", next_line="We begin at 09:00", clock="08:50"),
    AudienceView(title="Coffee", back_at="Back at 10:45", countdown="14:00", clock="10:31"),
    dataclasses.replace(TASK, body=body(*["A task of very many words that goes on and on."] * 30)),
]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("moment", MOMENTS, ids=range(len(MOMENTS)))
def test_that_no_letter_for_the_room_is_under_a_25th_of_the_height(
    canvas: AudienceCanvas, monkeypatch: pytest.MonkeyPatch, moment: AudienceView, size: tuple[int, int]
) -> None:
    canvas.resize(*size)
    measured = Measured(monkeypatch)
    canvas.show_view(moment, 0.5)
    canvas.grab()
    sizes = [*measured.lines.values(), *measured.documents]
    assert sizes
    assert min(sizes) >= int(size[1] / 25)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("moment", [TASK, MOMENTS[-1]], ids=["short", "long"])
def test_that_a_task_is_never_under_a_20th_of_the_height(
    canvas: AudienceCanvas, monkeypatch: pytest.MonkeyPatch, moment: AudienceView, size: tuple[int, int]
) -> None:
    canvas.resize(*size)
    measured = Measured(monkeypatch)
    canvas.show_view(moment, 0.5)
    canvas.grab()
    assert min(measured.documents) >= int(size[1] / 20)


@pytest.mark.parametrize("countdown", ["0:09", "9:59", "12:00", "59:59"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_that_the_digits_of_a_task_are_a_quarter_of_the_height(
    canvas: AudienceCanvas, monkeypatch: pytest.MonkeyPatch, countdown: str, size: tuple[int, int]
) -> None:
    canvas.resize(*size)
    measured = Measured(monkeypatch)
    canvas.show_view(dataclasses.replace(TASK, countdown=countdown))
    canvas.grab()
    assert measured.lines[countdown] >= int(size[1] / 4)


def test_that_digits_do_not_change_their_size_between_ten_minutes_and_less(
    canvas: AudienceCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = Measured(monkeypatch)
    for countdown in ("10:00", "9:59"):
        canvas.show_view(dataclasses.replace(TASK, countdown=countdown))
        canvas.grab()
    assert measured.lines["10:00"] == measured.lines["9:59"]


def test_that_a_task_that_fits_is_one_page(canvas: AudienceCanvas) -> None:
    canvas.show_view(TASK)
    assert canvas.page_count() == 1


def test_that_a_task_that_does_not_fit_is_walked_page_by_page(canvas: AudienceCanvas) -> None:
    canvas.show_view(MOMENTS[-1])
    assert canvas.page_count() > 2
    first = canvas.grab().toImage()
    canvas.show_page(1)
    assert canvas.page() == 1
    assert canvas.grab().toImage() != first


def test_that_no_page_paints_over_the_foot(canvas: AudienceCanvas) -> None:
    canvas.show_view(dataclasses.replace(MOMENTS[-1], next_line="", clock=""))
    for page in range(canvas.page_count()):
        canvas.show_page(page)
        image: QImage = canvas.grab().toImage()
        ground = QColor(DARK_ROOM.background)
        rows = range(int(image.height() * 0.84), int(image.height() * 0.88))
        assert all(image.pixelColor(x, y) == ground for y in rows for x in range(0, image.width(), 4))


def test_that_another_task_begins_at_its_first_page(canvas: AudienceCanvas) -> None:
    canvas.show_view(MOMENTS[-1])
    canvas.show_page(1)
    canvas.show_view(dataclasses.replace(MOMENTS[-1], title="Another"))
    assert canvas.page() == 0


def test_that_time_passing_does_not_turn_the_page_back(canvas: AudienceCanvas) -> None:
    canvas.show_view(MOMENTS[-1])
    canvas.show_page(1)
    canvas.show_view(dataclasses.replace(MOMENTS[-1], countdown="11:59"))
    assert canvas.page() == 1


def test_that_next_and_back_walk_the_pages_before_the_steps(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    long = body(*["A task of very many words that goes on and on and on."] * 40)
    plan = room.run.table.plan
    room.start()
    room.jump("unit")
    room.go(2)
    room.press(Qt.Key.Key_PageDown)
    canvases = (room.place.audience.canvas, room.place.console.now.preview)
    view = dataclasses.replace(canvases[0].view(), body=long)
    monkeypatch.setattr("facilitator.desktop.live.place.audience_view", lambda _view: view)
    room.tick()
    room.press(Qt.Key.Key_PageDown)
    assert [canvas.page() for canvas in canvases][1] == 1
    assert room.view().cue_number == 2
    room.press(Qt.Key.Key_PageUp)
    assert canvases[1].page() == 0
    for _page in range(canvases[1].page_count()):
        room.go(1)
        room.press(Qt.Key.Key_PageDown)
    assert room.unit() == "break"
    assert plan.units[2].id == "break"


@pytest.mark.parametrize(("screen", "colour"), [(Screen.BLACK, "#000000"), (Screen.WHITE, "#ffffff")])
def test_that_a_blank_screen_has_nothing_on_it(
    canvas: AudienceCanvas, monkeypatch: pytest.MonkeyPatch, screen: Screen, colour: str
) -> None:
    measured = Measured(monkeypatch)
    canvas.show_view(dataclasses.replace(TASK, screen=screen, message="Hello"))
    image = canvas.grab().toImage()
    assert measured.lines == {}
    assert measured.documents == []
    spots = [(x, y) for x in range(0, image.width(), 16) for y in range(0, image.height(), 16)]
    assert {image.pixelColor(x, y).name() for x, y in spots} == {colour}


def test_that_a_moment_is_read_out_without_being_seen(canvas: AudienceCanvas) -> None:
    canvas.show_view(dataclasses.replace(TASK, prompt_lines=("Name the harm",)))
    assert canvas.accessibleDescription() == "Autopsy. Name the harm. in pairs. 12:00. Next: Lunch at 12:30"


def test_that_the_pointer_hides_over_the_room_s_view(room: Room) -> None:
    window = room.place.audience
    window.show()
    room.qtbot.mouseMove(window.canvas)
    QApplication.processEvents()
    window._pointer.timeout.emit()
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    window._show_pointer()
    assert window.cursor().shape() is Qt.CursorShape.ArrowCursor
    window._pointer.stop()


def test_that_points_of_a_task_stay_points(canvas: AudienceCanvas) -> None:
    points = (ItemList((ListItem((Span("One"),)), ListItem((Span("Two"),)))),)
    canvas.show_view(dataclasses.replace(TASK, body=points))
    with_points = canvas.grab().toImage()
    canvas.show_view(dataclasses.replace(TASK, body=body("One", "Two")))
    assert canvas.grab().toImage() != with_points
