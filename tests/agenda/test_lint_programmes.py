"""The table of all programmes: their numbers, and what the checks say of them and what not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from lint_curriculum import programme_of, whole_pack

from facilitator.agenda.lint.programmes import lint_programme, lint_programmes, programme_agenda
from facilitator.agenda.lint.summary import Summary, summary
from facilitator.agenda.schedule import lay_out
from facilitator.curriculum.pack import Pack
from facilitator.curriculum.reader import read_pack
from facilitator.curriculum.unit import Requirement
from facilitator.foundation.resources import shipped

if TYPE_CHECKING:
    from facilitator.agenda.model import Block, Day
    from facilitator.curriculum.programme import Programme


@dataclass(frozen=True)
class Line:
    """One line of the table: a programme, its day, its numbers as they are written in it."""

    programme: str
    part: int
    work: int
    stretch: int
    buffer: float
    active: int
    passive: int
    ratio: float

    def __str__(self) -> str:
        return f"{self.programme}, part {self.part}"


NUMBERS = (
    Line("G1", 1, 45, 45, 4.4, 82, 4, 2.0),
    Line("G2", 1, 90, 90, 5.6, 81, 5, 2.0),
    Line("G3", 1, 215, 90, 6.0, 83, 10, 2.4),
    Line("G4", 1, 215, 82, 5.6, 84, 9, 3.2),
    Line("G5", 1, 215, 82, 7.0, 79, 11, 2.0),
    Line("G6", 1, 360, 85, 5.6, 83, 9, 2.5),
    Line("G7", 1, 380, 85, 5.3, 77, 15, 1.6),
    Line("G7", 2, 385, 90, 6.0, 86, 9, 3.6),
    Line("G8", 1, 360, 85, 5.6, 82, 8, 2.3),
    Line("G9", 1, 215, 90, 5.6, 82, 12, 2.2),
    Line("G10", 1, 215, 83, 5.1, 85, 10, 3.5),
    Line("G11-1", 1, 90, 90, 5.6, 80, 10, 2.0),
    Line("G11-2", 1, 90, 90, 5.6, 77, 10, 1.5),
    Line("G11-3", 1, 90, 90, 5.6, 85, 8, 2.9),
)
# AL01: the stretches of 76 to 90 minutes; AL15: what people should have read; AL19: no date for a follow-up
EXPECTED: dict[str, tuple[str, ...]] = {
    "G1": (),
    "G2": ("AL01 90",),
    "G3": ("AL01 90", "AL15 F01", "AL19"),
    "G4": ("AL01 82", "AL19"),
    "G5": ("AL01 82", "AL19"),
    "G6": ("AL01 85", "AL15 F06", "AL19"),
    "G7": ("AL01 80", "AL01 85", "AL01 90", "AL19"),
    "G8": ("AL01 85", "AL15 F05", "AL19"),
    "G9": ("AL01 90", "AL15 F01", "AL19"),
    "G10": ("AL01 83", "AL15 F01", "AL15 F05", "AL19"),
    "G11-1": ("AL01 90",),
    "G11-2": ("AL01 90",),
    "G11-3": ("AL01 90", "AL19"),  # three sittings make 270 minutes; one follow-up after the last is enough
}
FINEST = 1800  # all usual lengths of units divide it, so that scaled steps come out without a remainder


@cache
def whole() -> Pack:
    return whole_pack()


@cache
def shipped_pack() -> Pack:
    return read_pack(shipped("modules") / "social-media-boot-camp")


def programme_in(pack: Pack, programme_id: str) -> Programme:
    programme = pack.programme(programme_id)
    if programme is None:
        pytest.skip(f"{programme_id} is not written yet")
    return programme


def numbers(pack: Pack, line: Line) -> Summary:
    day = programme_agenda(programme_in(pack, line.programme), pack).days[line.part - 1]
    return summary(day, lay_out(day), {unit.id: unit for unit in pack.units})


def said(pack: Pack, programme_id: str) -> tuple[str, ...]:
    """Give the findings in short, each once: the length of a stretch, the unit nobody has seen."""
    programme = programme_in(pack, programme_id)
    found = set()
    for finding in lint_programme(programme, pack):
        assert finding.severity != "error", finding
        first, *_rest = finding.message.split()
        missing = finding.way_out.partition("Send ")[2].partition(" as ")[0]
        read = next((name for name in ("F05", "F06", "F01") if name in missing.split(" or ")), missing)
        detail = {"AL01": first, "AL15": read}.get(finding.code, "")
        found.add(f"{finding.code} {detail}".strip())
    return tuple(sorted(found))


def finer(day: Day) -> Day:
    """Give the day with every minute divided, so that nothing needs to be rounded."""

    def more(block: Block) -> Block:
        return replace(block, minutes=block.minutes * FINEST)

    items = [
        replace(item, strands=tuple(replace(s, children=tuple(map(more, s.children))) for s in item.strands))
        if hasattr(item, "strands")
        else more(item)  # type: ignore[arg-type]
        for item in day.items
    ]
    return replace(day, items=tuple(items))


@pytest.mark.parametrize("line", NUMBERS, ids=str)
def test_that_the_table_is_the_arithmetic_of_flows_scaled_alike(line: Line) -> None:
    day = finer(programme_agenda(programme_in(whole(), line.programme), whole()).days[line.part - 1])
    exact = summary(day, lay_out(day), {unit.id: unit for unit in whole().units})
    assert (exact.work / FINEST, exact.longest_stretch / FINEST) == (line.work, line.stretch)
    assert exact.buffer_share * 100 == pytest.approx(line.buffer, abs=0.051)
    assert exact.active_share * 100 == pytest.approx(line.active, abs=0.51)
    assert exact.longest_passive_run / FINEST == pytest.approx(line.passive, abs=0.51)
    assert exact.exercise_ratio == pytest.approx(line.ratio, abs=0.051)


@pytest.mark.parametrize("line", NUMBERS, ids=str)
def test_that_steps_of_whole_minutes_come_near_the_table(line: Line) -> None:
    found = numbers(whole(), line)
    assert (found.work, found.longest_stretch) == (line.work, line.stretch)
    assert round(found.buffer_share * 100, 1) == line.buffer
    assert found.active_share * 100 == pytest.approx(line.active, abs=3)
    assert found.longest_passive_run == pytest.approx(line.passive, abs=1)
    assert found.exercise_ratio == pytest.approx(line.ratio, abs=0.25)


@pytest.mark.parametrize("line", NUMBERS, ids=str)
def test_that_the_shipped_programmes_are_as_the_table_or_more_active(line: Line) -> None:
    # Authors cut their lectures first, so that a shorter unit becomes more active than one scaled alike
    found = numbers(shipped_pack(), line)
    assert (found.work, found.longest_stretch) == (line.work, line.stretch)
    assert round(found.buffer_share * 100, 1) == line.buffer
    assert found.active_share * 100 >= line.active - 3
    assert found.longest_passive_run <= line.passive + 1
    assert found.exercise_ratio is not None
    assert found.exercise_ratio >= line.ratio - 0.25


@pytest.mark.parametrize(("programme_id", "expected"), EXPECTED.items())
def test_that_the_checks_say_of_a_programme_in_short_exactly_what_is_expected(
    programme_id: str, expected: tuple[str, ...]
) -> None:
    assert said(whole(), programme_id) == expected


@pytest.mark.parametrize(("programme_id", "expected"), EXPECTED.items())
def test_that_the_checks_say_of_a_shipped_programme_exactly_what_is_expected(
    programme_id: str, expected: tuple[str, ...]
) -> None:
    assert said(shipped_pack(), programme_id) == expected


def test_that_every_shipped_programme_is_in_the_table() -> None:
    assert {programme.id for programme in shipped_pack().programmes} <= EXPECTED.keys()
    assert {line.programme for line in NUMBERS} == EXPECTED.keys()


def test_that_the_own_clinic_of_lawyers_builds_on_what_no_programme_teaches() -> None:
    taught = {b.unit_id for p in whole().programmes for part in p.parts for b in part.blocks}
    assert "P01" not in taught
    words = "G7 09:00 | ALL | OPEN:10 F01:45 D02/D03:60 CLOSE:5"
    pack = replace(whole(), programmes=(programme_of(words),))
    builds_on = [f.way_out for f in lint_programmes(pack, {}) if f.code == "AL15"]
    assert any("P01" in way_out for way_out in builds_on)


def small(*lines: str) -> Pack:
    first, second = (unit for unit in whole().units if unit.id in {"F01", "M03"})
    second = replace(second, core=("legal",), optional=(), requires=(Requirement(("F01",), hard=True),))
    return Pack("p", "P", "1", whole().folder, units=(first, second), audiences=whole().audiences,
                programmes=tuple(map(programme_of, lines)))  # fmt: skip


def codes(pack: Pack) -> list[str]:
    return [finding.code for finding in lint_programmes(pack, {})]


def test_that_what_the_reader_of_programmes_says_is_not_said_twice() -> None:
    assert "AL22" not in codes(small("G1 09:00 | ALL | OPEN:5 F01:70 CLOSE:5"))
    assert "AL15" not in codes(small("G1 09:00 | ALL | OPEN:5 M03:60 CLOSE:5"))


def test_that_a_later_part_of_a_series_may_begin_with_a_recap() -> None:
    first, second = "G1-1 09:00 | ALL | OPEN:5 F01:45 CLOSE:5", "G1-2 09:00 | ALL | RECAP:8 F01:45 CLOSE:5"
    assert codes(small(first, second)) == []
    assert "AL20" in codes(small(first, second.replace("RECAP", "OPEN")))
    assert "AL07" in codes(small(first, second.replace("G1-2", "G3")))


def test_that_an_assessment_may_have_its_counterpart_in_another_part_of_the_series() -> None:
    first, second = "G1-1 09:00 | ALL | OPEN:5 PRE:8 CLOSE:5", "G1-2 09:00 | ALL | RECAP:8 Q:9 POST:8 CLOSE:5"
    second = second.replace("Q:9", "F01:20")
    assert "AL18" not in codes(small(first, second))
    assert "AL18" in codes(small(first, second.replace("POST:8 ", "")))


def test_that_a_programme_is_read_with_the_audiences_it_names() -> None:
    assert "AL16" in codes(small("G1 09:00 | MKT GOV | OPEN:5 F01:20 M03:60 CLOSE:5"))
    assert "AL16" not in codes(small("G1 09:00 | LEG GOV | OPEN:5 F01:20 M03:60 CLOSE:5"))
    assert "AL16" not in codes(small("G1 09:00 | ALL | OPEN:5 F01:20 M03:60 CLOSE:5"))
