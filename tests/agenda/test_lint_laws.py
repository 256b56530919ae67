"""Laws of the checks over random days."""

from __future__ import annotations

from dataclasses import replace

from agenda_builders import agenda, block
from hypothesis import given, settings
from hypothesis import strategies as st
from lint_curriculum import unit_of
from random_days import days
from unit_map import unit_map

from facilitator.agenda.lint.checks import lint
from facilitator.agenda.lint.flow import flow_of
from facilitator.agenda.lint.room import Room, Series
from facilitator.agenda.lint.summary import summary
from facilitator.agenda.model import Block, Breakout, Day, Item, Section, Strand, blocks_of
from facilitator.agenda.places import nodes_of
from facilitator.agenda.schedule import lay_out
from facilitator.curriculum.audience import Profile
from facilitator.curriculum.unit import Kind
from facilitator.foundation.findings import Finding

UNITS_BY_ID = {unit.id: unit for unit in map(unit_of, unit_map())}
unit_ids = st.sampled_from([*UNITS_BY_ID, "gone"])
some_profiles = st.lists(st.builds(Profile, st.sampled_from(["legal", "executives", ""])), max_size=5).map(tuple)
some_rooms = st.builds(
    Room,
    profiles=st.none() | some_profiles,
    people=st.none() | st.integers(0, 200),
    facilitators=st.none() | st.integers(0, 5),
    pre_reads=st.none() | st.frozensets(unit_ids, max_size=3),
    has_follow_up=st.none() | st.booleans(),
    gives_credit=st.booleans(),
    series=st.none() | st.builds(Series, st.integers(1, 3), st.just(3)),
)  # fmt: skip


@st.composite
def taught_days(draw: st.DrawFn, *, pinned: bool = True) -> Day:
    """Give a random day some of whose blocks teach a unit, are a frame, or are slack."""

    def taught(one: Block) -> Block:
        kind = draw(st.sampled_from([one.kind, Kind.UNIT, *Kind]))
        return replace(one, kind=kind, unit_id=draw(unit_ids) if kind is Kind.UNIT else "")

    def all_taught(item: Item) -> Item:
        match item:
            case Block():
                return taught(item)
            case Section():
                return replace(item, children=tuple(map(taught, item.children)))
            case Breakout():
                strands = [replace(s, children=tuple(map(taught, s.children))) for s in item.strands]
                return replace(item, strands=tuple(strands))

    one = draw(days(pinned=pinned))
    return replace(one, items=tuple(map(all_taught, one.items)))


def findings(one: Day, code: str = "", room: Room | None = None) -> list[Finding]:
    found = lint(agenda(one), UNITS_BY_ID, room or Room())
    return [finding for finding in found if code in finding.code]


@given(taught_days(), some_rooms)
def test_that_every_finding_is_about_something_of_the_day_and_says_a_way_out(one: Day, room: Room) -> None:
    known = {one.id, *(node.id for item in one.items for node in nodes_of(item))}
    for finding in findings(one, room=room):
        assert finding.subject in known
        assert finding.message.endswith(".")
        assert finding.way_out.endswith(".")
        assert "{" not in finding.message + finding.way_out


@given(taught_days(), some_rooms)
def test_that_every_finding_tells_the_time(one: Day, room: Room) -> None:
    assert all(":" in finding.message or "min" in finding.message for finding in findings(one, room=room))


@given(taught_days())
def test_that_the_pieces_of_a_day_have_the_minutes_of_its_blocks(one: Day) -> None:
    plan = lay_out(one)
    flow = flow_of(one, plan, UNITS_BY_ID)
    minutes: dict[str, int] = {}
    for walk in flow.walks:
        for piece in walk.own:
            assert piece.minutes > 0
            minutes[piece.block.id] = minutes.get(piece.block.id, 0) + piece.minutes
    timed = {b.id: b.minutes for item in one.items for b in blocks_of(item) if b.minutes > 0}
    assert minutes == timed


@given(taught_days())
def test_that_the_numbers_of_a_day_fit_into_each_other(one: Day) -> None:
    numbers = summary(one, lay_out(one), UNITS_BY_ID)
    assert numbers.exercise <= numbers.active
    assert numbers.longest_passive_run <= numbers.passive
    assert numbers.learning + numbers.buffer <= numbers.work
    assert 0 <= numbers.active_share <= 1
    assert 0 <= numbers.buffer_share <= 1


@given(taught_days(pinned=False), st.integers(0, 6), st.integers(10, 60))
def test_that_a_break_never_makes_a_stretch_too_long(one: Day, index: int, minutes: int) -> None:
    pause = block("pause", minutes, kind=Kind.BREAK)
    rested = replace(one, items=(*one.items[:index], pause, *one.items[index:]))
    before, after = lay_out(one), lay_out(rested)
    too_long = [f for f in findings(rested, "AL01") if f.severity == "error"]
    if not any(f.severity == "error" for f in findings(one, "AL01")):
        assert too_long == []
    assert summary(rested, after, UNITS_BY_ID).longest_stretch <= summary(one, before, UNITS_BY_ID).longest_stretch


@given(taught_days(pinned=False), st.integers(0, 6), st.integers(1, 60))
def test_that_a_buffer_changes_no_passive_run_and_no_share_of_activity(one: Day, index: int, minutes: int) -> None:
    slack = block("slack", minutes, kind=Kind.BUFFER)
    buffered = replace(one, items=(*one.items[:index], slack, *one.items[index:]))
    before, after = (summary(each, lay_out(each), UNITS_BY_ID) for each in (one, buffered))
    assert after.longest_passive_run == before.longest_passive_run
    assert after.active_share == before.active_share
    assert after.work == before.work + minutes
    assert len(findings(buffered, "AL04")) == len(findings(one, "AL04"))


@given(taught_days(pinned=False))
def test_that_a_question_in_the_middle_never_lengthens_a_passive_run(one: Day) -> None:
    question = block("question", 5, kind=Kind.DISCUSSION)
    half = len(one.items) // 2
    asked = replace(one, items=(*one.items[:half], question, *one.items[half:]))
    before, after = (summary(each, lay_out(each), UNITS_BY_ID) for each in (one, asked))
    assert after.longest_passive_run <= before.longest_passive_run


@given(taught_days(), some_rooms)
def test_that_what_is_parked_is_never_judged(one: Day, room: Room) -> None:
    parked = agenda(replace(one, items=()), parked=one.items)
    assert [f for f in lint(parked, UNITS_BY_ID, room) if f.code != "AL22"] == []


@given(taught_days(pinned=False), st.integers(1, 20))
def test_that_shorter_strands_change_no_number_of_the_day(one: Day, minutes: int) -> None:
    long = Strand("long", "long", (block("x", 30, kind=Kind.EXERCISE),))
    short = Strand("short", "short", (block("y", minutes, kind=Kind.INPUT),))
    alone = replace(one, items=(*one.items, Breakout("both", "both", (long,))))
    beside = replace(one, items=(*one.items, Breakout("both", "both", (long, short))))
    first, second = (summary(each, lay_out(each), UNITS_BY_ID) for each in (alone, beside))
    assert first == second


@given(st.lists(taught_days(), max_size=3), some_rooms)
@settings(max_examples=50)
def test_that_the_checks_are_the_same_twice(several: list[Day], room: Room) -> None:
    whole = agenda(*(replace(one, id=f"day-{number}") for number, one in enumerate(several)))
    assert lint(whole, UNITS_BY_ID, room) == lint(whole, UNITS_BY_ID, room)
