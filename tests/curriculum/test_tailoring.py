"""Tailoring: who sees which variant, at which length, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit_sources import GOOD, unit_with

from facilitator.curriculum.audience import Profile
from facilitator.curriculum.lengths import scaled_seconds, step_minutes
from facilitator.curriculum.reader import read_unit
from facilitator.curriculum.sharing import share
from facilitator.curriculum.tailoring import tailor
from facilitator.curriculum.text import plain
from facilitator.curriculum.unit import Kind, Minutes, Step, Unit

if TYPE_CHECKING:
    from facilitator.curriculum.tailored import TailoredUnit

FINANCE = Profile("finance", ("health",), ("listed",))


def read(source: str) -> Unit:
    unit, _findings = read_unit(source, "unit.md")
    assert unit is not None
    return unit


def slot_unit(*audiences: str, mixed: str = "", inside: str = "## {a}") -> Unit:
    variants = "".join(f'::: {{.for audience="{a}"}}\n{inside.format(a=a)}\n:::\n' for a in audiences)
    body = f'# S {{.exercise minutes=10}}\n\n:::: {{.slot name="case"{mixed}}}\n{variants}::::\n'
    return read(unit_with(body))


def titles(tailored: TailoredUnit) -> list[str]:
    return [slide.title for step in tailored.steps for slide in step.slides]


@pytest.mark.parametrize(
    ("variants", "chosen"),
    [
        (("default", "listed", "health", "finance"), "finance"),
        (("default", "listed", "health"), "health"),
        (("default", "listed"), "listed"),
        (("default", "legal"), "default"),
        (("legal sales finance", "default"), "legal sales finance"),
    ],
)
def test_that_the_exact_function_comes_before_sector_overlay_and_default(
    variants: tuple[str, ...], chosen: str
) -> None:
    tailored = tailor(slot_unit(*variants), (FINANCE,), 10)
    assert titles(tailored) == [chosen]


def test_that_the_choice_is_reported_with_the_audience_it_was_made_for() -> None:
    tailored = tailor(slot_unit("default", "legal health"), (FINANCE,), 10)
    assert tailored.used == (("case", "health"),)


def test_that_nobody_in_particular_gets_the_default() -> None:
    assert titles(tailor(slot_unit("finance", "default"), (), 10)) == ["default"]


def test_that_a_mixed_room_gets_the_default() -> None:
    unit = slot_unit("finance", "legal", "default")
    assert titles(tailor(unit, (FINANCE, Profile("legal")), 10)) == ["default"]


def test_that_a_mixed_room_gets_one_variant_that_is_right_for_all_of_it() -> None:
    unit = slot_unit("finance legal", "default")
    assert titles(tailor(unit, (FINANCE, Profile("legal")), 10)) == ["finance legal"]


def test_that_a_slot_for_each_gives_every_audience_its_variant_in_turn_without_repeats() -> None:
    unit = slot_unit("legal", "default", "finance", mixed=" mixed=each")
    room = (FINANCE, Profile("sales"), Profile("legal"), Profile("it"), FINANCE)
    tailored = tailor(unit, room, 10)
    assert titles(tailored) == ["finance", "default", "legal"]
    assert [slide.audience for slide in tailored.steps[0].slides] == ["finance", "", "legal"]


def test_that_a_room_of_one_audience_shows_no_mark() -> None:
    tailored = tailor(slot_unit("finance", "default", mixed=" mixed=each"), (FINANCE,), 10)
    assert tailored.steps[0].slides[0].audience == ""


def test_that_two_variants_with_the_same_title_are_told_apart_by_their_audience() -> None:
    unit = slot_unit("it-security", "hr", "default", mixed=" mixed=each", inside="## Your case")
    tailored = tailor(unit, (Profile("hr"), Profile("it-security"), Profile("sales")), 10)
    assert titles(tailored) == ["Your case", "Your case (It security)", "Your case (2)"]


def test_that_prompts_timed_parts_and_questions_change_with_the_audience() -> None:
    inside = "::: prompt\nFor {a}\n:::\n\n::: {{.timed minutes=4 title={a}}}\n:::\n"
    step = tailor(slot_unit("finance", "default", inside=inside), (FINANCE,), 10).steps[0]
    assert [plain(prompt.body) for prompt in step.prompts] == ["For finance"]
    assert [(timed.title, timed.seconds) for timed in step.timed] == [("finance", 240)]


def test_that_everything_for_the_trainer_and_the_room_lands_in_its_place() -> None:
    first, second, third = tailor(read(GOOD), (Profile("executives"),), 45).steps
    assert plain(first.notes) == "Stand where everyone sees you."
    assert (plain(second.instructions), plain(second.key)) == (
        "Take a card. Read it aloud.",
        "Card 9 belongs to Restricted.",
    )
    assert third.questions == ("Which restriction had the thinnest reason?", "Who outside needed it?")
    assert plain(third.handout) == "Three trays, one reason."


@pytest.mark.parametrize(
    ("minutes", "shown"), [(15, ["short"]), (20, ["short", "always"]), (21, ["always"]), (40, ["always", "long"])]
)
def test_that_from_and_until_follow_the_minutes_of_the_unit(minutes: int, shown: list[str]) -> None:
    body = "# S {.exercise minutes=10}\n\n## short {until=20}\n\n## always {from=20}\n\n## long {from=40}\n"
    assert titles(tailor(read(unit_with(body, "{min: 10, typical: 10, max: 60}")), (), minutes)) == shown


@pytest.mark.parametrize(
    ("minutes", "lengths"),
    [
        (15, [3, 8, 4]),
        (30, [7, 16, 7]),
        (45, [11, 24, 10]),
        (52, [12, 28, 12]),
        (60, [14, 32, 14]),
        (120, [28, 64, 28]),
        (5, [1, 3, 1]),
        (8, [2, 4, 2]),
    ],
)
def test_that_steps_get_their_minutes_by_straight_lines(minutes: int, lengths: list[int]) -> None:
    assert [step.minutes for step in tailor(read(GOOD), (), minutes).steps] == lengths


def test_that_a_step_without_minutes_goes() -> None:
    body = "# A {.input minutes=5 min=0}\n\n## A\n\n# B {.discussion minutes=5 min=5}\n\n## B\n"
    assert titles(tailor(read(unit_with(body, "{min: 5, typical: 10, max: 10}")), (), 5)) == ["B"]


def test_that_timed_parts_shrink_with_their_step() -> None:
    step = tailor(read(GOOD), (), 30).steps[1]
    assert [timed.seconds for timed in step.timed] == [420, 540]


def make_step(kind: Kind, minutes: Minutes) -> Step:
    return Step("s", kind, minutes)


lengths = st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60)).map(sorted).map(lambda n: Minutes(*n))
steps_ = st.lists(
    st.builds(make_step, st.sampled_from([Kind.INPUT, Kind.EXERCISE, Kind.DEBRIEF]), lengths), min_size=1, max_size=8
)


def span_of(steps: list[Step]) -> Minutes:
    return Minutes(*(sum(getattr(step.minutes, name) for step in steps) for name in ("min", "typical", "max")))


@given(st.integers(0, 2000), st.lists(st.integers(0, 100), min_size=1, max_size=12))
def test_that_shares_are_whole_never_negative_and_add_up(total: int, weights: list[int]) -> None:
    shares = share(total, weights)
    assert sum(shares) == total
    assert min(shares) >= 0
    assert not sum(weights) or all(part == 0 for part, weight in zip(shares, weights, strict=True) if weight == 0)


@given(steps_, st.integers(0, 1440))
def test_that_the_minutes_of_the_steps_always_add_up_to_those_of_the_unit(steps: list[Step], minutes: int) -> None:
    shares = step_minutes(steps, span_of(steps), minutes)
    assert sum(shares) == minutes
    assert min(shares) >= 0


@given(steps_)
def test_that_at_the_authors_lengths_the_authors_minutes_stand(steps: list[Step]) -> None:
    span = span_of(steps)
    for name in ("max", "typical", "min"):
        same = [other for other in ("min", "typical", "max") if getattr(span, other) == getattr(span, name)]
        wanted = [tuple(getattr(step.minutes, other) for step in steps) for other in same]
        assert getattr(span, name) == 0 or step_minutes(steps, span, getattr(span, name)) in wanted


@given(steps_, st.integers(1, 1440))
def test_that_away_from_them_a_debrief_keeps_a_quarter_of_its_exercise(steps: list[Step], minutes: int) -> None:
    steps = [
        make_step(Kind.EXERCISE, Minutes(5, 20, 30)),
        *(s for s in steps if s.kind is Kind.INPUT),
        make_step(Kind.DEBRIEF, Minutes(0, 1, 2)),
    ]
    span = span_of(steps)
    shares = step_minutes(steps, span, minutes)
    authored = minutes in {span.min, span.typical, span.max}
    assert authored or shares[0] < 10 or shares[-1] * 4 >= shares[0]


@pytest.mark.parametrize(
    ("seconds", "typical", "minutes", "scaled"),
    [
        ((240, 300, 780, 360), 28, 20, (180, 240, 540, 240)),  # whole minutes
        ((60, 120, 120), 5, 4, (45, 105, 90)),  # too short for that: quarters of a minute
        ((10, 50), 1, 2, (20, 100)),  # seconds, where everything else would change too much
        ((300, 300), 10, 10, (300, 300)),
        ((284, 316), 10, 10, (284, 316)),  # as written at the usual length
    ],
)
def test_that_timed_parts_take_what_people_can_be_told(
    seconds: tuple[int, ...], typical: int, minutes: int, scaled: tuple[int, ...]
) -> None:
    assert scaled_seconds(seconds, typical, minutes) == scaled


@given(st.lists(st.integers(1, 1200), max_size=6), st.integers(0, 60), st.integers(0, 120))
def test_that_timed_parts_never_take_more_than_their_step(seconds: list[int], typical: int, minutes: int) -> None:
    scaled = scaled_seconds(seconds, typical, minutes)
    assert len(scaled) == len(seconds)
    assert sum(scaled) <= minutes * 60
    assert tuple(scaled) == tuple(seconds) or all(part % 5 == 0 for part in scaled)


@given(st.integers(1, 300), st.lists(st.sampled_from(["executives", "finance", "legal", ""]), max_size=4))
def test_that_titles_are_unique_for_every_room_and_length(minutes: int, functions: list[str]) -> None:
    tailored = tailor(read_good(), tuple(Profile(function) for function in functions), minutes)
    found = [title.casefold() for title in titles(tailored)]
    assert len(found) == len(set(found))
    assert sum(step.minutes for step in tailored.steps) == minutes


def read_good(kept: list[Unit] = []) -> Unit:  # noqa: B006 -- read once for all examples
    if not kept:
        kept.append(read(GOOD))
    return kept[0]
