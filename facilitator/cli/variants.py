"""``facilitator variants``: how far a pack is told differently to its audiences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.curriculum.pack_folders import pack_folders
from facilitator.curriculum.reader import read_pack
from facilitator.curriculum.variants import variant_rows
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.resources import shipped
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from facilitator.curriculum.pack import Pack
    from facilitator.curriculum.variants import VariantRow


def variants(paths: Sequence[Path], unit_id: str = "") -> int:
    """Print the table of every pack, or which variant of each slot of one unit every audience gets.

    Raises:
        FacilitatorError: none of the packs has that unit.
    """
    packs = [read_pack(folder) for folder in paths or pack_folders((shipped("modules"),))]
    if unit_id:
        _print_unit(packs, unit_id)
        return 0
    for number, pack in enumerate(packs):
        if number:
            print()
        _print_table(pack)
    return 0


def _print_unit(packs: Sequence[Pack], unit_id: str) -> None:
    rows = [row for pack in packs for row in variant_rows(pack) if row.unit_id == unit_id]
    if not rows:
        raise FacilitatorError(
            _("There is no unit “{id}”.").format(id=unit_id), way_out=_("Take an id such as L01 from the table.")
        )
    for row in rows:
        print(f"{row.audience:20} " + "  ".join(f"{use.slot}={use.variant}" for use in row.uses))


def _print_table(pack: Pack) -> None:
    codes = [audience.code for audience in pack.audiences]
    print(_("{title}: slots with a variant of its own for each audience, of all slots").format(title=pack.title))
    print(f"{'':6}{_('slots'):>6}" + "".join(f"{code:>5}" for code in codes))
    rows: dict[str, list[VariantRow]] = {}
    for row in variant_rows(pack):
        rows.setdefault(row.unit_id, []).append(row)
    for unit_id, found in rows.items():
        cells = "".join(f"{row.own or '·':>5}" for row in found)
        print(f"{unit_id:6}{max(len(row.uses) for row in found):>6}{cells}")
