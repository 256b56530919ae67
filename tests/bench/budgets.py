"""The budgets that apply by now, each against its baseline in the same run."""

from __future__ import annotations

import datetime as dt
import gc
import statistics
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.agenda.model import Agenda, Block, Day
from facilitator.agenda.schedule import lay_out
from facilitator.agenda.slots import Slot
from facilitator.curriculum.kept_readings import KeptReadings
from facilitator.curriculum.library import library_of
from facilitator.curriculum.reader import read_pack
from facilitator.curriculum.text import Chart, ChartType, ItemList, ListItem, Paragraph, Series, Span
from facilitator.curriculum.unit import Kind
from facilitator.curriculum.unit_files import UnitFiles
from facilitator.export.deck.chart_book import chart_book
from facilitator.export.deck.chart_part import chart_part
from facilitator.export.deck.slides import DeckPlan, DeckSection, Imprint, Role, SlideSpec
from facilitator.export.deck.writer import our_stationery, write_deck
from facilitator.export.prepare import prepare
from facilitator.export.workbooks.attendance import plan_attendance
from facilitator.export.workbooks.writer import export_attendance
from facilitator.foundation.clocks import SystemClock
from facilitator.foundation.resources import shipped
from facilitator.live.plan import PlannedUnit, RunPlan
from facilitator.live.session import Session
from facilitator.people.edits import SetMark
from facilitator.people.roster import Mark, Person, Presence, Roster
from facilitator.workshop.edits import EditPeople
from facilitator.workshop.model import Brief, Workshop
from facilitator.workshop.shelf import Shelf
from tests.bench.baselines import BareTaps, bare_window, bare_workbook, plain_deck, until_painted
from tests.bench.rows import Row, median_s, ms, seconds, side_by_side

if TYPE_CHECKING:
    from collections.abc import Callable


def start(folder: Path) -> list[Row]:
    """The whole process up to a painted window on the sample, against a bare window of the same binding."""
    app = ["-m", "facilitator", "--sample"]
    until_painted(app, folder)  # the first start makes the sample and the cache of units
    pairs = [(until_painted(app, folder), bare_window(folder)) for _ in range(7)]
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    return [Row("start to a painted window with the sample", ms(ours), ms(bare), ours / bare, 2.5)]


def library(folder: Path) -> list[Row]:
    """2,000 units: the start against that with 44, and searching as one types."""
    homes = {units: _home_with(folder / str(units), units) for units in (44, 2000)}
    app = ["-m", "facilitator"]
    for home in homes.values():
        until_painted(app, home)
    pairs = [(until_painted(app, homes[44]), until_painted(app, homes[2000])) for _ in range(5)]
    few, many = (statistics.median(column) for column in zip(*pairs, strict=True))
    kept = UnitFiles(KeptReadings(folder / "cache").read)
    found = library_of([read_pack(homes[2000] / "data" / "packs" / "bench", units=kept)])
    typing = max(median_s(lambda text=text: found.search(text), times=5) for text in ("s", "so", "sort", "zz"))
    return [
        Row("start with 2,000 units against 44", ms(many), ms(few), many / few, 1.3),
        Row("search while typing in 2,000 units, against 30 ms", ms(typing), "30 ms", typing / 0.030, 1.0),
    ]


def retiming(_folder: Path) -> list[Row]:
    """A 300-block day after one edit, against one bare pass that makes 300 slots."""
    blocks = tuple(Block(f"b{n}", Kind.INPUT, f"Block {n}", 5, 3, 8) for n in range(300))
    day = Day("d", "Day", 480, blocks)

    def again() -> None:
        lay_out(replace(day, items=(replace(blocks[0], minutes=6), *blocks[1:])))

    def bare() -> None:
        at = 480
        for block in blocks:
            Slot(block.id, "", at, at + block.minutes, at, at)
            at += block.minutes

    ours, plain = side_by_side(again, bare, times=101)
    return [
        Row("re-timing 300 blocks, against a bare pass", ms(ours), ms(plain), ours / plain, 3.0),
        Row("re-timing 300 blocks, against 1 ms", ms(ours), "1.00 ms", ours / 0.001, 1.0),
    ]


def deck(folder: Path) -> list[Row]:
    """800 slides with notes against plain python-pptx, and the cost of a slide as decks grow."""
    stationery = our_stationery()

    def make(slides: int) -> None:
        write_deck(stationery.fit(_deck_plan(slides)), folder / "deck.pptx", stationery)

    def charted(slides: int) -> DeckPlan:
        chart_part.cache_clear()
        chart_book.cache_clear()
        return stationery.fit(_chart_plan(slides))

    make(50)
    ours, plain = side_by_side(lambda: make(800), lambda: plain_deck(800), times=1)
    small = min(seconds(lambda: make(100)) for _ in range(5)) / 100
    large = min(seconds(lambda: make(1600)) for _ in range(2)) / 1600
    few = min(seconds(lambda: write_deck(charted(50), folder / "deck.pptx", stationery)) for _ in range(5)) / 50
    many = min(seconds(lambda: write_deck(charted(400), folder / "deck.pptx", stationery)) for _ in range(2)) / 400
    return [
        Row("cost of a slide with a chart of its own, 400 against 50 slides", ms(many), ms(few), many / few, 1.25),
        Row("deck of 800 slides, python-pptx ÷ ours", ms(ours), ms(plain), plain / ours, 5.0, at_least=True),
        Row("cost of a slide, 1,600 against 100 slides", ms(large), ms(small), large / small, 1.25),
    ]


def _deck_plan(slides: int) -> DeckPlan:
    body = ItemList(tuple(ListItem((Span(f"Point {n} that says something worth reading"),)) for n in range(6)))
    notes = tuple(Paragraph((Span(word, strong=True), Span(" what there is."))) for word in ("SAY", "DO", "ASK"))
    specs = tuple(
        SlideSpec(f"s{n}", Role.CONTENT, f"Slide {n}: reach is not trust", (body,), notes=notes)
        for n in range(slides)
    )
    imprint = Imprint("bench", "Bench", "Facilitator", "Bench", "en", dt.datetime(2027, 1, 19, tzinfo=dt.UTC))
    return DeckPlan(imprint, specs, (DeckSection("All", tuple(spec.id for spec in specs)),))


def _chart_plan(slides: int) -> DeckPlan:
    """Every slide with a chart of its own, so that nothing is drawn from memory."""
    plan = _deck_plan(slides)
    charts = (
        Chart(
            ChartType.COLUMNS, ("With", "Without"), (Series("Before", (n, 40.0)), Series("After", (n, 46.0))), "%", ""
        )
        for n in map(float, range(slides))
    )
    specs = (replace(spec, role=Role.CHART, body=(chart,)) for spec, chart in zip(plan.slides, charts, strict=True))
    return replace(plan, slides=tuple(specs))


def workbook(folder: Path) -> list[Row]:
    """Attendance of 2,000 people in 20 half-days against the same cells with bare XlsxWriter."""
    handover = prepare(_many_people(2000, 10), dt.datetime(2027, 1, 19, 12, tzinfo=dt.UTC))
    cells = [sheet.rows for sheet in plan_attendance(handover).sheets]
    ours, bare = side_by_side(
        lambda: export_attendance(handover, folder / "ours.xlsx"),
        lambda: bare_workbook(cells, folder / "bare.xlsx"),
        times=3,
    )
    return [Row("attendance of 2,000 people by 20 half-days", ms(ours), ms(bare), ours / bare, 1.5)]


def tap(folder: Path) -> list[Row]:
    """One check-in kept on disk, against the same commit and sync with nothing around it."""
    shelf = Shelf(folder / "shelf", SystemClock())
    document = shelf.create(_many_people(20, 1))
    bare = BareTaps(folder)
    waits: list[float] = []

    def one(number: int) -> None:
        mark = Mark(f"p{number % 20}", "d0.am", (Presence.HERE, Presence.LATE)[number // 20 % 2])
        began = time.perf_counter()
        document.do(EditPeople(SetMark(mark)))
        waits.append(time.perf_counter() - began)
        document.wait_kept(10)

    numbers = iter(range(10_000))
    ours, plain = side_by_side(lambda: one(next(numbers)), bare.tap, times=150)
    document.close()
    waiting = sorted(waits)[len(waits) // 2]
    return [
        Row("one tap kept on disk, against a bare commit and sync", ms(ours), ms(plain), ours / plain, 3.0),
        Row("one tap kept on disk, against 10 ms", ms(ours), "10 ms", ours / 0.010, 1.0),
        Row("the window's wait for a tap, against one frame", ms(waiting), "16 ms", waiting / 0.016, 1.0),
    ]


def running(_folder: Path) -> list[Row]:
    """A run looked at five times a second for eight simulated hours: share of a core, growth of memory."""

    class Passing:
        at = 0.0

        def now(self):  # type: ignore[no-untyped-def]  # noqa: ANN202
            from facilitator.foundation.clocks import Instant

            return Instant(self.at, self.at, self.at, "boot")

    clock, kept = Passing(), []
    units = tuple(PlannedUnit(f"u{n}", f"Unit {n}", 1800.0) for n in range(16))
    session = Session(RunPlan(units), clock, lambda _event: kept.clear())
    session.start()
    looks = 8 * 3600 * 5

    def look(count: int) -> None:
        for _ in range(count):
            clock.at += 0.2
            session.view()

    look(500)
    began = time.process_time()
    look(5000)
    share = (time.process_time() - began) / (5000 * 0.2)
    gc.collect()
    before = _memory_kb()
    for _hour in range(8):
        session.next()
        look(looks // 8 // 5)
    gc.collect()
    growth = _memory_kb() - before
    return [
        Row("a running session, share of a core against 3 %", f"{share:.2%}", "3 %", share / 0.03, 1.0),
        Row("growth of memory over 8 simulated hours, against 1 MB", f"{growth} kB", "1024 kB", growth / 1024, 1.0),
    ]


def _memory_kb() -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def _many_people(people: int, days: int) -> Workshop:
    persons = tuple(Person(f"p{n}", f"Given{n}", f"Family{n}", department=f"D{n % 12}") for n in range(people))
    blocks = (Block("a", Kind.INPUT, "Morning", 210, 210, 210), Block("b", Kind.INPUT, "Afternoon", 210, 210, 210))
    made = tuple(
        Day(
            f"d{n}",
            f"Day {n}",
            540,
            tuple(replace(block, id=f"{block.id}{n}") for block in blocks),
            dt.date(2027, 1, 4) + dt.timedelta(n),
            split=750,
        )
        for n in range(days)
    )
    marks = tuple(
        Mark(person.id, f"{day.id}.{half}", Presence.HERE, 535)
        for person in persons
        for day in made
        for half in ("am", "pm")
        if people > 100
    )
    return Workshop("w", Brief("Client", "Bench"), Agenda(made), Roster(persons, marks))


def _home_with(home: Path, units: int) -> Path:
    """Make a home with a pack of so many real units, each under an id of its own."""
    folder = home / "data" / "packs" / "bench"
    (folder / "units").mkdir(parents=True)
    source = sorted((shipped("modules") / "social-media-boot-camp" / "units").glob("K02*.md"))[0].read_text("utf-8")
    for number in range(units):
        (folder / "units" / f"X{number:04d}.md").write_text(source.replace("id: K02", f"id: X{number:04d}"), "utf-8")
    (folder / "pack.toml").write_text('id = "bench"\ntitle = "Bench"\nversion = "1"\nlanguage = "en"\n', "utf-8")
    return home


ALL: tuple[Callable[[Path], list[Row]], ...] = (start, library, retiming, deck, workbook, tap, running)
