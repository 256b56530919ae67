"""``facilitator variants``, through main."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.foundation.resources import shipped

if TYPE_CHECKING:
    from command_bench import Call


def test_that_the_table_has_a_row_for_every_unit_and_a_column_for_every_audience(call: Call) -> None:
    folder = shipped("modules") / "social-media-boot-camp"
    done = call("variants", str(folder))
    header, *rows = done.lines[1:]
    assert done.status == 0
    assert [row.split()[0] for row in rows] == sorted(path.name[:3] for path in (folder / "units").glob("*.md"))
    assert len(header.split()) == 1 + 17
    assert all(len(row.split()) == 2 + 17 for row in rows)


def test_that_one_unit_is_told_slot_by_slot(call: Call) -> None:
    done = call("variants", "--unit", "L01")
    rows = {line.split()[0]: line.split()[1:] for line in done.lines}
    assert "why=legal" in rows["legal"]
    assert "why=default" in rows["healthcare"]


def test_that_a_unit_nobody_has_is_one_sentence(call: Call) -> None:
    done = call("variants", "--unit", "L99")
    assert done.status == 1
    assert done.complaint == "There is no unit “L99”. Take an id such as L01 from the table."
