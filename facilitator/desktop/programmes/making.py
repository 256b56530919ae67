"""A workshop made of the library, under ids nothing else has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.model import Agenda
from facilitator.foundation.ids import fresh_id

if TYPE_CHECKING:
    from facilitator.curriculum.library import Library
    from facilitator.curriculum.programme import Programme
    from facilitator.workshop.model import Brief, Workshop


def workshop_of(brief: Brief, programme: Programme | None, library: Library, zone: str = Agenda().zone) -> Workshop:
    """Give a workshop with a programme's blocks, or one blank day without a programme, and the units it uses."""
    from facilitator.workshop import from_library  # noqa: PLC0415 -- it brings the parsers, not for start-up

    return from_library.workshop_of(brief, programme, library, fresh_id, zone=zone)
