"""What the Agenda place does to the workshop, each thing one undo step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.agenda.day_edits import AddDay
from facilitator.agenda.day_fields import SetDayStart, SetDayTargetEnd
from facilitator.agenda.edits import AgendaEdit, Several
from facilitator.agenda.fields import (
    Rename,
    SetLead,
    SetMinutes,
    SetNote,
    SetPin,
    SetPriority,
    SetRange,
    SetRoom,
)
from facilitator.agenda.model import Block, Day, Item, all_blocks
from facilitator.agenda.places import END, PARKED, NotThereError, Place, find, nodes_of, place_of
from facilitator.agenda.placing import Add, Duplicate, Park, Unpark
from facilitator.desktop.agenda.day_bar import PARKED as PARKED_DAY
from facilitator.desktop.agenda.day_bar import default_title
from facilitator.desktop.agenda.day_model import DayModel, Drop, Field, FieldEdit
from facilitator.desktop.agenda.planning import drop_items, drop_units, frame_block, move_by, unit_block
from facilitator.desktop.widgets.messages import Message, MessageTone
from facilitator.foundation.minutes import parse_minutes
from facilitator.foundation.words import _
from facilitator.workshop.edits import EditAgenda, TakeUnits, WorkshopEdit
from facilitator.workshop.edits import Several as SeveralEdits
from facilitator.workshop.freezing import freeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from facilitator.curriculum.unit import Kind, Unit
    from facilitator.desktop.place import Desk
    from facilitator.desktop.session import WorkshopSession

_SIMPLE = {"pin": SetPin, "lead": SetLead, "room": SetRoom, "note": SetNote, "priority": SetPriority}


class AgendaController(QObject):
    """Turns requests of the views into edits of the open workshop.

    Signals:
        put: id of an item that was just moved or dropped, to be kept in sight.
    """

    put = Signal(str)

    def __init__(self, model: DayModel, new_id: Callable[[], str], desk: Desk) -> None:
        super().__init__(model)
        self.session: WorkshopSession | None = None
        self.day_id = ""
        self._model = model
        self._new_id = new_id
        self._desk = desk

    def all_blocks(self) -> Iterator[Block]:
        """Walk every block of the workshop, the parked ones too."""
        if self.session is not None:
            yield from all_blocks(self.session.workshop.agenda, parked=True)

    def search(self, text: str) -> Sequence[Unit]:
        """Give the units of the library that a text finds, best first; all of them for no text."""
        return self._desk.library().search(text)

    def add_unit(self, unit_id: str, *, after: str = "") -> str:
        """Add a unit behind an item of the day, at its end without one; gives the new block's id."""
        unit = self._desk.library().unit(unit_id)
        if unit is None or self.session is None:
            return ""
        block = unit_block(unit, self._new_id())
        return block.id if self._add([block], self._behind(after)) else ""

    def add_frame(self, kind: Kind, *, after: str = "") -> str:
        """Add a block without a unit; gives its id."""
        block = frame_block(kind, default_title(kind), self._new_id())
        return block.id if self._add([block], self._behind(after)) else ""

    def drop(self, drop: Drop) -> None:
        """Put what was dropped before the row it was dropped on."""
        if self.session is None or self.day_id == PARKED_DAY:
            return
        agenda, rows = self.session.workshop.agenda, self._model.rows
        if drop.item_ids and self._do(drop_items(agenda, self.day_id, rows, drop.row, drop.item_ids)):
            self.put.emit(drop.item_ids[0])
        if drop.unit_ids:
            units = [unit for unit_id in drop.unit_ids if (unit := self._desk.library().unit(unit_id))]
            blocks = [unit_block(unit, self._new_id()) for unit in units]
            edit = drop_units(agenda, self.day_id, rows, drop.row, blocks)
            if blocks and self._take(units, edit):
                self.put.emit(blocks[0].id)

    def move(self, item_id: str, step: int) -> None:
        """Take an item one place up or down."""
        if self.session is None or not item_id:
            return
        edit = move_by(self.session.workshop.agenda, item_id, step)
        if edit is not None and self._do(edit):
            self.put.emit(item_id)

    def duplicate(self, item_id: str) -> str:
        """Put a copy behind an item; gives its id. A pin stays with the original, and that is said."""
        item = self._item(item_id)
        if item is None:
            return ""
        ids = tuple(self._new_id() for _node in nodes_of(item))
        if not self._do(Duplicate(item_id, ids)):
            return ""
        if item.pin is not None:
            self._desk.say(Message(_("The copy has no pin, so that two blocks do not start at once.")))
        return ids[0]

    def park(self, item_id: str) -> None:
        """Take an item out of the schedule and keep it."""
        if item_id and self._do(Park(item_id)):
            said = Message(_("Parked. It keeps everything it carries."), tone=MessageTone.OK)
            self._desk.say(replace(said, action_text=_("Undo"), action=self._undo))

    def unpark(self, item_id: str) -> None:
        """Bring a parked item back, to the end of the first day."""
        if self.session is not None and self.session.workshop.agenda.days and item_id:
            self._do(Unpark(item_id, Place(self.session.workshop.agenda.days[0].id)))

    def toggle_pin(self, item_id: str) -> None:
        """Fix an item's start where it is now, or free it."""
        item = self._item(item_id)
        schedule = self.session.schedule(self.day_id) if self.session else None
        slot = schedule.slot(item_id) if schedule else None
        if item is not None and slot is not None:
            self._do(SetPin(item_id, None if item.pin is not None else slot.start % 1440))

    def edit_field(self, edit: FieldEdit) -> None:
        """Take what was typed into a row; what cannot be a length leaves the old one and is said."""
        if edit.field is Field.TITLE:
            self._do(Rename(edit.item_id, edit.text))
            return
        item = self._item(edit.item_id)
        minutes = parse_minutes(edit.text, current=item.minutes) if isinstance(item, Block) else None
        if minutes is None:
            self._desk.say(
                Message(
                    _("“{text}” is no length, so nothing was changed.").format(text=edit.text),
                    way_out=_("Type minutes: 45, 1h30, 1:30, or +5 for five more."),
                    tone=MessageTone.WARN,
                )
            )
            return
        self._do(SetMinutes(edit.item_id, minutes))

    def edit_detail(self, block_id: str, name: str, value: object) -> None:
        """Take a value from the inspector."""
        block = self._item(block_id)
        if not isinstance(block, Block):
            return
        if name == "min_minutes" and isinstance(value, int):
            self._do(SetRange(block.id, value, max(value, block.max_minutes)))
        elif name == "max_minutes" and isinstance(value, int):
            self._do(SetRange(block.id, min(value, block.min_minutes), value))
        elif name in _SIMPLE:
            self._do(_SIMPLE[name](block.id, value))

    def set_day_start(self, minute: int | None) -> None:
        """Begin the day in view at another time."""
        if minute is not None and self.day_id:
            self._do(SetDayStart(self.day_id, minute))

    def set_day_end(self, minute: int | None) -> None:
        """Wish the day in view to end at another time, or at none."""
        if self.day_id:
            self._do(SetDayTargetEnd(self.day_id, minute))

    def add_day(self) -> None:
        """Add an empty day behind the last one."""
        if self.session is None:
            return
        days = self.session.workshop.agenda.days
        start = days[-1].start if days else self.session.workshop.brief.start
        label = _("Part {n}").format(n=len(days) + 1)
        self._do(AddDay(Day(self._new_id(), label, start)))

    def _behind(self, item_id: str) -> Place:
        """Give the place behind an item of the day in view; its end when there is none."""
        if self.session is None:
            return PARKED
        agenda = self.session.workshop.agenda
        day_id = self.day_id if self.day_id != PARKED_DAY else (agenda.days[0].id if agenda.days else "")
        try:
            place = place_of(agenda, item_id)
        except NotThereError:
            return Place(day_id)
        return replace(place, index=place.index + 1) if place.day_id == day_id else Place(day_id, "", END)

    def _add(self, blocks: Sequence[Block], place: Place) -> bool:
        edits = tuple(Add(block, place) for block in blocks)
        edit = edits[0] if len(edits) == 1 else Several(_("Add blocks"), edits)
        library = self._desk.library()
        return self._take([unit for block in blocks if (unit := library.unit(block.unit_id))], edit)

    def _take(self, units: Sequence[Unit], edit: AgendaEdit) -> bool:
        """Do an edit of the agenda and freeze the units it needs with it, as one undo step."""
        if self.session is None:
            return False
        library = self._desk.library()
        known = {copy.unit_id for copy in self.session.workshop.units}
        homes = [(unit, pack) for unit in units if unit.id not in known and (pack := library.pack_of(unit.id))]
        copies = tuple(freeze(unit, pack_id=pack.id, pack_version=pack.version) for unit, pack in homes)
        whole: WorkshopEdit = EditAgenda(edit)
        if copies:
            whole = SeveralEdits(edit.label(), (TakeUnits(copies), EditAgenda(edit)))
        return self.session.do(whole)

    def _undo(self) -> None:
        if self.session is not None:
            self.session.undo()

    def _item(self, item_id: str) -> Item | None:
        if self.session is None:
            return None
        node = find(self.session.workshop.agenda, item_id)
        return node if isinstance(node, Item) else None

    def _do(self, edit: AgendaEdit) -> bool:
        return self.session is not None and self.session.do(EditAgenda(edit))
