"""The table of variants: which one each audience gets, and two that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unit_sources import unit_with

from facilitator.curriculum.audience import Audience, AudienceLayer
from facilitator.curriculum.pack import Pack
from facilitator.curriculum.reader import read_unit
from facilitator.curriculum.variants import SlotUse, variant_rows

if TYPE_CHECKING:
    from pathlib import Path

BODY = """# Talk {.discussion minutes=10}

:::: {.slot name="why"}
::: {.for audience="legal"}
## A rule is read at night
:::
::: {.for audience="schools"}
## Families read along
:::
::: {.for audience="default"}
## Somebody reads this
:::
::::

:::: {.slot name="monday"}
::: {.for audience="default"}
## Monday: read it aloud
:::
::::
"""


def pack_of(folder: Path, body: str = BODY) -> Pack:
    unit, _findings = read_unit(unit_with(body), "T01.md")
    assert unit is not None
    audiences = (
        Audience(id="legal", code="LEG", name="Legal", short="Legal", layer=AudienceLayer.FUNCTION),
        Audience(id="it", code="ITS", name="IT", short="IT", layer=AudienceLayer.FUNCTION),
        Audience(id="schools", code="EDU", name="Schools", short="Schools", layer=AudienceLayer.SECTOR),
    )
    return Pack("small", "Small", "1", folder, units=(unit,), audiences=audiences)


def test_that_every_audience_has_a_row_with_the_variant_of_each_slot(tmp_path: Path) -> None:
    rows = {row.audience: row for row in variant_rows(pack_of(tmp_path))}
    assert rows["legal"].uses == (SlotUse("why", "legal"), SlotUse("monday", "default"))
    assert rows["schools"].uses[0] == SlotUse("why", "schools")
    assert {name: row.own for name, row in rows.items()} == {"legal": 1, "it": 0, "schools": 1}


def alike(body: str) -> list[int]:
    return [f.line for f in read_unit(unit_with(body), "T01.md")[1] if f.code == "unit.variants-alike"]


def test_that_two_variants_with_the_same_text_are_found(tmp_path: Path) -> None:
    body = BODY.replace("## Families read along", "## A rule is read at night")
    source = unit_with(body)
    assert alike(body) == [source[: source.index('::: {.for audience="schools"}')].count("\n") + 1]


def test_that_variants_that_differ_in_a_note_alone_are_two(tmp_path: Path) -> None:
    assert alike(BODY) == []
    body = BODY.replace(
        "## Families read along", "## A rule is read at night\n\n::: notes\n**SAY** By a mother.\n:::"
    ).replace('::: {.for audience="schools"}', ':::: {.for audience="schools"}')
    assert alike(body) == []
