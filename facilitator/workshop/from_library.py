"""A workshop made of the library, with every unit from the pack it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.model import Agenda
from facilitator.workshop.starting import new_workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.curriculum.library import Library
    from facilitator.curriculum.programme import Programme
    from facilitator.workshop.model import Brief, Workshop


def workshop_of(
    brief: Brief,
    programme: Programme | None,
    library: Library,
    new_id: Callable[[], str],
    *,
    zone: str = Agenda().zone,
) -> Workshop:
    """Give a workshop with a programme's blocks, or one blank day without a programme, and the units it uses.

    Args:
        brief: who it is for and how long there is.
        programme: one of the library's, or None.
        library: where the units come from.
        new_id: gives a fresh id each time.
        zone: IANA name of the place's time zone.
    """
    pack = next((pack for pack in library.packs if programme in pack.programmes), None)
    return new_workshop(
        brief,
        programme,
        {unit.id: unit for unit in library.units},
        new_id,
        pack_id=pack.id if pack else "",
        pack_version=pack.version if pack else "",
        zone=zone,
    )
