"""Workshops and their edits as plain JSON values and back."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from facilitator.agenda.model import Item
from facilitator.foundation.records import Records
from facilitator.workshop.model import Workshop

if TYPE_CHECKING:
    from facilitator.workshop.edits import WorkshopEdit


class WorkshopRecords:
    """Reads and writes everything a journal holds."""

    def __init__(self) -> None:
        self._records = Records(Item)

    def plain_workshop(self, workshop: Workshop) -> Any:  # noqa: ANN401 -- JSON has every shape
        """Give JSON values for a workshop."""
        return self._records.to_plain(workshop)

    def workshop(self, plain: object) -> Workshop:
        """Make a workshop of JSON values; raise RecordError where they do not fit."""
        return self._records.from_plain(plain, Workshop)

    def plain_edit(self, edit: WorkshopEdit) -> Any:  # noqa: ANN401
        """Give JSON values for an edit."""
        from facilitator.workshop.edits import WorkshopEdit  # noqa: PLC0415 -- a workshop without a past needs none

        return self._edit_records.to_plain(edit, WorkshopEdit)

    def edit(self, plain: object) -> WorkshopEdit:
        """Make an edit of JSON values; raise RecordError where they do not fit."""
        from facilitator.workshop.edits import WorkshopEdit  # noqa: PLC0415 -- as above

        edit: WorkshopEdit = self._edit_records.from_plain(plain, WorkshopEdit)  # type: ignore[arg-type]
        return edit

    @functools.cached_property
    def _edit_records(self) -> Records:
        from facilitator.agenda.edits import AgendaEdit  # noqa: PLC0415 -- as above
        from facilitator.people.edits import PeopleEdit  # noqa: PLC0415
        from facilitator.workshop.edits import WorkshopEdit  # noqa: PLC0415

        return Records(Item, AgendaEdit, PeopleEdit, WorkshopEdit)
