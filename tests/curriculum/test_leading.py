from __future__ import annotations

from facilitator.curriculum.leading import lead_kind
from facilitator.curriculum.unit import Kind


def test_that_the_kind_with_most_minutes_leads() -> None:
    source = "# A {.input minutes=8}\n\n# B {.exercise minutes=20 min=8}\n\n# C {.debrief minutes=10}\n"
    assert lead_kind(source) is Kind.EXERCISE


def test_that_a_text_without_steps_is_just_a_unit() -> None:
    assert lead_kind("# Trainer's guide {.guide}\n\nWords about minutes=5.") is Kind.UNIT
