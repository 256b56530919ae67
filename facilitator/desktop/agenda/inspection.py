"""Decides what the inspector shows: the current block, or a unit of the library, told to one audience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.model import Block
from facilitator.agenda.places import find
from facilitator.agenda.rooms import room_of
from facilitator.desktop.agenda.block_facts import unit_facts
from facilitator.desktop.agenda.day_words import lead_kind
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from facilitator.curriculum.audience import Profile
    from facilitator.curriculum.unit import Unit
    from facilitator.desktop.agenda.inspector import Inspector
    from facilitator.desktop.place import Desk
    from facilitator.desktop.session import WorkshopSession

ROOM = "room"
EVERYONE = "everyone"


class Inspection:
    """Holds which audience is looked through."""

    def __init__(self, inspector: Inspector, desk: Desk) -> None:
        self.session: WorkshopSession | None = None
        self.knows_library = False  # until it has been read beside the window, ids stand for names
        self._inspector = inspector
        self._desk = desk
        self._audience = ROOM
        self._block_id = ""
        self._unit_id = ""
        inspector.audience_chosen.connect(self._on_audience_chosen)

    @property
    def block_id(self) -> str:
        """The block in view, "" when there is none."""
        return self._block_id

    def show(self, block_id: str) -> None:
        """Show a block of the agenda."""
        self._block_id, self._unit_id = block_id, ""
        self._refresh()

    def show_unit(self, unit_id: str) -> None:
        """Show a unit of the library as it would be at its usual length."""
        self._block_id, self._unit_id = "", unit_id
        self._refresh()

    def _on_audience_chosen(self, key: str) -> None:
        self._audience = key
        self._refresh()

    def _refresh(self) -> None:
        node = find(self.session.workshop.agenda, self._block_id) if self.session else None
        if isinstance(node, Block) and not node.unit_id:
            self._inspector.show_frame_block(node)
            return
        block = node if isinstance(node, Block) else None
        unit = self._unit(block)
        if unit is None:
            self._inspector.show_nothing()
            return
        self._show(unit, block)

    def _unit(self, block: Block | None) -> Unit | None:
        if block is not None and self.session is not None:
            return self.session.unit(block.unit_id) or self._desk.library().unit(block.unit_id)
        return self._desk.library().unit(self._unit_id) if self._unit_id else None

    def _show(self, unit: Unit, block: Block | None) -> None:
        options = self._options()
        if self._audience not in options:
            self._audience = ROOM
        brief = self.session.workshop.brief if self.session else None
        minutes = block.minutes if block and block.minutes > 0 else unit.minutes.typical
        from facilitator.curriculum.tailoring import tailor  # noqa: PLC0415 -- not for start-up

        room = options[self._audience][1]
        if self._audience == ROOM and self.session and block:
            room = room_of(self.session.workshop.agenda, block.id, unit, room)
        tailored = tailor(unit, room, minutes)
        people = brief.head_count() if brief else 0
        facts = unit_facts(unit, tailored, people or 12, brief.group_size if brief else 4)
        self._inspector.show_audiences([(key, words) for key, (words, _who) in options.items()], self._audience)
        self._inspector.show_unit(unit, facts, lead_kind(tailored), block)

    def _options(self) -> dict[str, tuple[str, tuple[Profile, ...]]]:
        """Give the audiences to look through: each of the room, and everybody."""
        profiles = self.session.profiles() if self.session else ()
        audiences = self._desk.library().audiences if self.knows_library else ()
        names = {audience.id: audience.short for audience in audiences}
        options: dict[str, tuple[str, tuple[Profile, ...]]] = {}
        if len(profiles) != 1:
            options[ROOM] = (_("The room"), profiles)
        for profile in profiles[:3]:
            first = profile.in_order_of_choice()[0]
            key = ROOM if len(profiles) == 1 else first
            options[key] = (names.get(first, first), (profile,))
        if profiles:
            options[EVERYONE] = (_("Everyone"), ())
        return options
