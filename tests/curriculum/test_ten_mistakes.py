"""The promise of the reader in one file: ten mistakes, ten findings on their lines, and the rest still loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from unit_sources import GOOD

from facilitator.curriculum.reader import read_pack
from facilitator.foundation.findings import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.curriculum.pack import Pack

TEN_MISTAKES = """---
id: X01
title: A unit with ten mistakes
summary:
minutes: {min: 15, typical: 45, max: 60}
audiences: {core: [all]}
objectives: [find them all]
group: {min: three}
---

# A step of no known kind {.lecture minutes=9 min=5 max=14}

## A slide

This is <b>not</b> drawn.

:::: {.slot name="why"}
::: {.for audience="executives"}
## Only for executives
:::
::::

# An exercise {.exercise minutes=24 min=8 max=32}

::: {.timed minutes=40 title="Much too long"}
Talk.
:::

::: prompt
Do it.
:::

::: nots
A word with a slip.
:::

:::

# A debrief {.debrief minutes=10 min=2 max=14}

::: prompt
A prompt where none belongs.
:::

::: debrief
1. What now?
"""

WANTED = [
    ("unit.missing-key", "summary:"),
    ("unit.minutes-sum", "minutes: {min"),
    ("unit.wrong-value", "group:"),
    ("unit.step-kind", "# A step of no known kind"),
    ("unit.html", "This is <b>"),
    ("unit.slot-default", ":::: {.slot"),
    ("unit.timed-sum", "# An exercise"),
    ("unit.fence-unknown", "::: nots"),
    ("unit.fence-extra", ":::\n\n# A debrief"),
    ("unit.fence-place", "::: prompt\nA prompt where"),
    ("unit.fence-open", "::: debrief"),
]


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    (tmp_path / "units").mkdir()
    (tmp_path / "pack.toml").write_text('id = "p"\ntitle = "P"\nversion = "1"\n', encoding="utf-8")
    (tmp_path / "units" / "X01.md").write_text(TEN_MISTAKES, encoding="utf-8")
    (tmp_path / "units" / "L01.md").write_text(GOOD, encoding="utf-8")
    return read_pack(tmp_path)


@pytest.mark.parametrize(("code", "words"), WANTED)
def test_that_each_mistake_is_an_error_on_its_own_line(pack: Pack, code: str, words: str) -> None:
    line = TEN_MISTAKES[: TEN_MISTAKES.index(words)].count("\n") + 1
    errors = [f for f in pack.findings if f.file.endswith("X01.md") and f.severity is Severity.ERROR]
    assert (code, line) in {(finding.code, finding.line) for finding in errors}


def test_that_no_mistake_is_reported_twice_under_other_names(pack: Pack) -> None:
    errors = [f for f in pack.findings if f.file.endswith("X01.md") and f.severity is Severity.ERROR]
    unknown_audience = [finding for finding in errors if finding.code == "unit.audience"]
    assert len(errors) - len(unknown_audience) == len(WANTED)


def test_that_every_finding_offers_a_way_out_and_names_its_unit(pack: Pack) -> None:
    found = [finding for finding in pack.findings if finding.file.endswith("X01.md")]
    assert all(finding.way_out and finding.subject == "X01" for finding in found)


def test_that_the_spoiled_unit_and_the_good_one_are_both_loaded(pack: Pack) -> None:
    assert {unit.id: len(unit.steps) for unit in pack.units} == {"L01": 3, "X01": 3}
