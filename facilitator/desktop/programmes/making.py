"""A workshop made of the library, with every unit from the pack it comes from."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.agenda.model import Agenda

if TYPE_CHECKING:
    from facilitator.curriculum.library import Library
    from facilitator.curriculum.programme import Programme
    from facilitator.workshop.model import Brief, Workshop


def workshop_of(brief: Brief, programme: Programme | None, library: Library, zone: str = Agenda().zone) -> Workshop:
    """Give a workshop with a programme's blocks, or one blank day without a programme, and the units it uses."""
    from facilitator.workshop.starting import new_workshop  # noqa: PLC0415 -- it brings the parsers, not for start-up

    pack = next((pack for pack in library.packs if programme in pack.programmes), None)
    return new_workshop(
        brief,
        programme,
        {unit.id: unit for unit in library.units},
        fresh_id,
        pack_id=pack.id if pack else "",
        pack_version=pack.version if pack else "",
        zone=zone,
    )


def fresh_id() -> str:
    """Give an id nothing else has."""
    return uuid.uuid4().hex
