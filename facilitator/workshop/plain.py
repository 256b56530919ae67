"""Workshops and their edits as plain JSON values and back."""

from __future__ import annotations

from typing import Any

from facilitator.agenda.edits import AgendaEdit
from facilitator.agenda.model import Item
from facilitator.foundation.records import Records
from facilitator.people.edits import PeopleEdit
from facilitator.workshop.edits import WorkshopEdit
from facilitator.workshop.model import Workshop


class WorkshopRecords:
    """Reads and writes everything a journal holds."""

    def __init__(self) -> None:
        self._records = Records(Item, AgendaEdit, PeopleEdit, WorkshopEdit)

    def plain_workshop(self, workshop: Workshop) -> Any:  # noqa: ANN401 -- JSON has every shape
        """Give JSON values for a workshop."""
        return self._records.to_plain(workshop)

    def workshop(self, plain: object) -> Workshop:
        """Make a workshop of JSON values; raise RecordError where they do not fit."""
        return self._records.from_plain(plain, Workshop)

    def plain_edit(self, edit: WorkshopEdit) -> Any:  # noqa: ANN401
        """Give JSON values for an edit."""
        return self._records.to_plain(edit, WorkshopEdit)

    def edit(self, plain: object) -> WorkshopEdit:
        """Make an edit of JSON values; raise RecordError where they do not fit."""
        edit: WorkshopEdit = self._records.from_plain(plain, WorkshopEdit)  # type: ignore[arg-type]
        return edit
