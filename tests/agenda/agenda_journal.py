"""How the tests keep and read agendas and edits: as a journal would."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from facilitator.agenda.edits import AgendaEdit
from facilitator.agenda.model import Item
from facilitator.foundation.records import Records

if TYPE_CHECKING:
    from facilitator.agenda.model import Agenda

RECORDS = Records(Item, AgendaEdit)


def as_json(agenda: Agenda) -> str:
    return json.dumps(RECORDS.to_plain(agenda), ensure_ascii=False)


def kept_and_read(edit: AgendaEdit) -> AgendaEdit:
    plain = json.loads(json.dumps(RECORDS.to_plain(edit, AgendaEdit)))
    return cast(AgendaEdit, RECORDS.from_plain(plain, AgendaEdit))  # type: ignore[arg-type]
