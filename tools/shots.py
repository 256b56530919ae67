"""Pictures of every place and state, light and dark, small and large: ``python3 dev.py shots [NAME …]``.

They land in ``shots/<theme>-<width>x<height>/<scene>.png``; with names only the scenes whose names hold one of them
are taken.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QLocale, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.agenda.fields import SetPin
from facilitator.app import put_together
from facilitator.desktop.live.audience_canvas import AudienceCanvas
from facilitator.desktop.live.audience_look import BRIGHT_ROOM, DARK_ROOM, AudienceLook
from facilitator.desktop.live.run_control import step_share
from facilitator.desktop.place import PlaceId
from facilitator.desktop.shell.window import MainWindow
from facilitator.foundation.clocks import Instant
from facilitator.foundation.folders import find_folders
from facilitator.foundation.settings import Appearance
from facilitator.live.audience import audience_view
from facilitator.people.roster import Presence
from facilitator.workshop.edits import EditAgenda
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = ((1366, 768), (1920, 1080))
THEMES = (Appearance.LIGHT, Appearance.DARK)
HERE = Path(__file__).resolve().parent.parent
LIST = (
    "Name; E-mail; Department\nAbebe, Selam; selam@meridian.example; Legal\nBrandt; jonas@meridian.example; Finance\n"
)


class ShotClock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.wall_s = dt.datetime(2027, 1, 19, 8, 52, tzinfo=ZoneInfo("Europe/Vienna")).timestamp()

    def now(self) -> Instant:
        """Read it."""
        return Instant(self.wall_s, self.wall_s, self.wall_s, boot_id="shots")


@dataclass
class Studio:
    """The app in a folder of its own, and where its pictures go."""

    window: MainWindow
    clock: ShotClock
    folder: Path
    wanted: tuple[str, ...]

    def settle(self, ms: int = 120) -> None:
        """Let the app draw and work."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def take(self, scene: str, widget: QWidget | None = None) -> None:
        """Write a picture of the window, or of another widget."""
        if self.wanted and not any(word in scene for word in self.wanted):
            return
        self.settle()
        self.folder.mkdir(parents=True, exist_ok=True)
        (widget or self.window).grab().save(str(self.folder / f"{scene}.png"))


def studio(home: Path, folder: Path, theme: Appearance, size: tuple[int, int], wanted: tuple[str, ...]) -> Studio:
    """Open the app in a theme and size."""
    app = QApplication.instance() or QApplication(["facilitator"])
    assert isinstance(app, QApplication)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    clock = ShotClock()
    folders = find_folders({"FACILITATOR_HOME": str(home)})
    parts = replace(put_together(app, folders), clock=clock, workshops=Shelf(folders.workshops, clock))
    parts.look.choose(theme, 100)
    window = MainWindow(parts)
    window.resize(*size)
    window.show()
    return Studio(window, clock, folder, wanted)


def beginnings(at: Studio) -> None:
    """The start page without and with workshops, and the programmes."""
    at.take("start-empty")
    at.window.start_page.show_programmes()
    at.take("start-programmes")
    at.window.start_page.show_workshops()
    at.window.open_sample()
    at.settle(400)


def planning(at: Studio) -> None:
    """Brief and Agenda in their states."""
    session = at.window.session
    assert session is not None
    at.window.go(PlaceId.BRIEF)
    at.take("brief")
    at.window.go(PlaceId.AGENDA)
    place = at.window.frame.place()
    units = [item for item in session.workshop.agenda.days[0].items if getattr(item, "unit_id", "")]
    place.view.select_item(units[1].id)  # type: ignore[union-attr]
    at.take("agenda")
    place.inspector.pages.chosen.emit("notes")  # type: ignore[union-attr]
    at.take("agenda-notes")
    place.inspector.pages.chosen.emit("details")  # type: ignore[union-attr]
    session.do(EditAgenda(SetPin(units[2].id, 9 * 60 + 45)))
    place.control.park(units[0].id)  # type: ignore[union-attr]
    at.take("agenda-gap")
    place.control.edit_field(type("E", (), {"item_id": units[1].id, "field": "minutes", "text": "60"})())
    at.take("agenda-clash")
    place._on_day_chosen("parked")  # noqa: SLF001
    at.take("agenda-parked")
    for _step in range(3):
        session.undo()
    place._on_day_chosen(session.workshop.agenda.days[0].id)  # noqa: SLF001


def people(at: Studio) -> None:
    """People: before, during check-in, pasting, putting right."""
    at.window.go(PlaceId.PEOPLE)
    place = at.window.frame.place()
    at.take("people")
    persons = [row.person for row in place.model.rows]  # type: ignore[union-attr]
    for number, person in enumerate(persons[:11]):
        at.clock.wall_s += 60 if number < 9 else 420
        place._mark(person.id, Presence.HERE)  # noqa: SLF001
    place._mark(persons[12].id, Presence.EXCUSED)  # noqa: SLF001
    place.field.setText("nak")  # type: ignore[union-attr]
    at.take("people-checking-in")
    place.field.clear()  # type: ignore[union-attr]
    place.open_form(persons[1])  # type: ignore[union-attr]
    at.take("people-form")
    place.form.hide()  # type: ignore[union-attr]
    place.open_paste()  # type: ignore[union-attr]
    place.paste.field.setPlainText(LIST)  # type: ignore[union-attr]
    at.take("people-paste")
    place._leave_paste()  # noqa: SLF001


def papers(at: Studio) -> None:
    """Papers before and after an export."""
    at.window.go(PlaceId.PAPERS)
    place = at.window.frame.place()
    at.settle(1500)
    at.take("papers")
    done: list[object] = []
    job = place.export("attendance")  # type: ignore[union-attr]
    job.succeeded.connect(done.append)
    while not done:
        at.settle(50)
    at.take("papers-made")
    at.window.frame.messages.clear()


def running(at: Studio) -> None:
    """The console and the audience view through a day."""
    at.window.go(PlaceId.LIVE)
    place = at.window.frame.place()
    at.take("live-ready")
    run = place.commands  # type: ignore[union-attr]
    place.control.start()  # type: ignore[union-attr]
    for scene in _moments(at, place, run):
        place.control.tick()  # type: ignore[union-attr]
        at.take(f"live-{scene}")
        _audience(at, place, scene)
    place.audience.hide()  # type: ignore[union-attr]


def _moments(at: Studio, place, run) -> Iterator[str]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    def passing(seconds: int) -> None:
        for _step in range(seconds // 4):
            at.clock.wall_s += 4
            place.control.session.view()

    passing(100)
    yield "opening"
    run.do(lambda session: session.next())
    passing(40)
    yield "slide"
    while str(run.run().view().cue.kind) != "timed":
        run.next_step()
        passing(12)
    passing(36)
    yield "exercise"
    passing(120)
    yield "over"
    run.pause()
    passing(60)
    yield "paused"
    run.pause()
    passing(500)
    yield "late"
    run.message("Please swap with the table beside you")
    yield "message"
    run.message("")
    run.black()
    yield "black"
    run.black()
    run.do(lambda session: session.finish())
    yield "finished"


def _audience(at: Studio, place, scene: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    view = place.control.session.view()
    for room in (DARK_ROOM, BRIGHT_ROOM):
        canvas = _canvas(at, room)
        canvas.show_view(audience_view(view), step_share(view))
        at.take(f"audience-{room.name}-{scene}", canvas)
        canvas.deleteLater()


def _canvas(at: Studio, room: AudienceLook) -> AudienceCanvas:
    canvas = AudienceCanvas(at.window.start_page._look, room)  # noqa: SLF001
    canvas.resize(at.window.size())
    return canvas


def endings(at: Studio) -> None:
    """Settings, the palette, and the start page with a workshop on it."""
    at.window.go(PlaceId.SETTINGS)
    at.take("settings")
    at.window.go(PlaceId.AGENDA)
    at.window._show_palette()  # noqa: SLF001
    at.take("palette")
    at.window._palette.hide()  # noqa: SLF001
    at.window.go_home()
    at.take("start")


SCENES: tuple[Callable[[Studio], None], ...] = (beginnings, planning, people, papers, running, endings)


def main(wanted: tuple[str, ...]) -> int:
    """Take them all; gives the exit status."""
    shots = HERE / "shots"
    shutil.rmtree(shots, ignore_errors=True)
    for theme in THEMES:
        for size in SIZES:
            folder = shots / f"{theme.value}-{size[0]}x{size[1]}"
            with tempfile.TemporaryDirectory() as home:
                at = studio(Path(home), folder, theme, size, wanted)
                for scene in SCENES:
                    scene(at)
                at.window.close()
                at.settle(200)
            print(f"{len(list(folder.glob('*.png')))} pictures in {folder.relative_to(HERE)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
