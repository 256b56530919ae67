"""Units in the library panel: which come first."""

from __future__ import annotations

from facilitator.curriculum.unit import Minutes, Unit
from facilitator.desktop.agenda.unit_cards import nearest_first


def test_that_units_of_the_workshops_packs_come_first_and_those_made_for_the_room_before_the_rest() -> None:
    units = [Unit(name, name, "", Minutes(5, 5, 5), ()) for name in ("other-core", "ours", "ours-core", "other")]
    found = nearest_first(units, lambda unit: unit.id.startswith("ours"), lambda unit: unit.id.endswith("core"))
    assert [unit.id for unit in found] == ["ours-core", "ours", "other-core", "other"]
