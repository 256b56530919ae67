from __future__ import annotations

from dataclasses import replace

from export_samples import MADE, UNIT, small_handover, small_workshop, unit_copy

from facilitator.curriculum.audience import Audience, AudienceLayer, Profile
from facilitator.export.deck.outline import plan_deck
from facilitator.export.prepare import Edition, prepare
from facilitator.workshop.model import AudienceShare

SLOT = """
:::: {.slot name="why"}
::: {.for audience="legal"}
## What the law asks of you

- A record
:::
::: {.for audience="default"}
## What it means to everybody

- A choice
:::
::::

# Sort the cards"""
TAILORED = UNIT.replace("\n# Sort the cards", SLOT, 1)


def titles(edition: Edition | None, *shares: AudienceShare) -> set[str]:
    workshop = replace(small_workshop(), units=(unit_copy("T01", TAILORED),))
    if shares:
        workshop = replace(workshop, brief=replace(workshop.brief, audiences=shares))
    return {spec.title for spec in plan_deck(prepare(workshop, MADE, edition=edition)).slides}


def test_that_the_papers_are_told_to_the_audience_of_the_brief() -> None:
    assert "What the law asks of you" in titles(None, AudienceShare(Profile("legal"), 9))
    assert "What it means to everybody" in titles(None)


def test_that_a_chosen_audience_wins_over_the_brief_and_is_named() -> None:
    edition = Edition(Profile("legal"), "Legal")
    assert "What the law asks of you" in titles(edition)
    assert prepare(small_workshop(), MADE, edition=edition).edition == "Legal"


def test_that_a_unit_that_cannot_be_read_leaves_its_block_in_the_agenda() -> None:
    workshop = replace(small_workshop(), units=(unit_copy("T01", "no front matter"),))
    plan = plan_deck(prepare(workshop, MADE))
    assert [spec.id for spec in plan.slides if spec.block_id == "unit"] == ["unit.first"]


def test_that_a_unit_is_told_in_the_minutes_of_its_block() -> None:
    tailored = small_handover().tailored["unit"]
    assert tailored.minutes == sum(step.minutes for step in tailored.steps) == 60


def test_that_half_days_and_schedules_come_from_the_agenda() -> None:
    handover = small_handover()
    assert [half.id for half in handover.half_days] == ["day-1"]
    assert [schedule.day_id for schedule in handover.schedules] == ["day-1"]


def test_that_a_mixed_room_reads_on_the_slide_for_whom_it_is() -> None:
    source = TAILORED.replace('{.slot name="why"}', '{.slot name="why" mixed=each}')
    workshop = replace(small_workshop(), units=(unit_copy("T01", source),))
    shares = (AudienceShare(Profile("legal"), 4), AudienceShare(Profile("it"), 4))
    workshop = replace(workshop, brief=replace(workshop.brief, audiences=shares))
    legal = Audience("legal", "LEG", "Legal and compliance", "Legal", AudienceLayer.FUNCTION)
    slides = plan_deck(prepare(workshop, MADE, audiences=[legal])).slides
    law = next(spec for spec in slides if spec.title.startswith("What the law asks"))
    assert law.label == "A unit with everything in it · Legal"
