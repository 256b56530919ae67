"""Every change of a workshop that can be taken back, one union for the whole document."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TypeAlias, cast

from facilitator.agenda.edits import AgendaEdit
from facilitator.foundation.words import _
from facilitator.people.edits import PeopleEdit
from facilitator.workshop.model import Brief, UnitCopy, Workshop


class _OwnStep:
    """Edits that stand for themselves."""

    __slots__ = ()

    def merges_with(self, later: object) -> bool:
        """Tell whether a later edit is one undo step with it: never."""
        del later
        return False


@dataclass(frozen=True, slots=True)
class EditAgenda:
    """An edit of the agenda, as an edit of the workshop."""

    edit: AgendaEdit

    def apply(self, state: Workshop) -> Workshop:
        """Give the workshop with the changed agenda."""
        return dataclasses.replace(state, agenda=self.edit.apply(state.agenda))

    def inverse(self, state: Workshop) -> EditAgenda:
        """Give the edit that takes it back."""
        return EditAgenda(cast("AgendaEdit", self.edit.inverse(state.agenda)))

    def label(self) -> str:
        """Say what it does."""
        return self.edit.label()

    def merges_with(self, later: object) -> bool:
        """Tell whether a later edit is one undo step with it."""
        return isinstance(later, EditAgenda) and self.edit.merges_with(later.edit)


@dataclass(frozen=True, slots=True)
class EditPeople:
    """An edit of the roster, as an edit of the workshop; its words never reach the second log."""

    edit: PeopleEdit

    def apply(self, state: Workshop) -> Workshop:
        """Give the workshop with the changed roster."""
        return dataclasses.replace(state, roster=self.edit.apply(state.roster))

    def inverse(self, state: Workshop) -> EditPeople:
        """Give the edit that takes it back."""
        return EditPeople(cast("PeopleEdit", self.edit.inverse(state.roster)))

    def label(self) -> str:
        """Say what it does."""
        return self.edit.label()

    def merges_with(self, later: object) -> bool:
        """Tell whether a later edit is one undo step with it."""
        return isinstance(later, EditPeople) and self.edit.merges_with(later.edit)


@dataclass(frozen=True, slots=True)
class SetBrief:
    """A new brief in place of the old; ``field`` names the one that is being typed in, so that typing merges."""

    brief: Brief
    field: str = ""

    def apply(self, state: Workshop) -> Workshop:
        """Give the workshop with the new brief."""
        return dataclasses.replace(state, brief=self.brief)

    def inverse(self, state: Workshop) -> SetBrief:
        """Give the edit back to the old brief."""
        return SetBrief(state.brief, self.field)

    def label(self) -> str:
        """Say what it does."""
        return _("Change brief")

    def merges_with(self, later: object) -> bool:
        """Tell whether a later edit types in the same field."""
        return isinstance(later, SetBrief) and self.field == later.field != ""


@dataclass(frozen=True, slots=True)
class TakeUnits(_OwnStep):
    """Frozen units taken in; one whose id is there already replaces the older copy in its place."""

    copies: tuple[UnitCopy, ...]

    def apply(self, state: Workshop) -> Workshop:
        """Give the workshop with the copies."""
        new = {copy.unit_id: copy for copy in self.copies}
        kept = tuple(new.pop(copy.unit_id, copy) for copy in state.units)
        return dataclasses.replace(state, units=(*kept, *new.values()))

    def inverse(self, state: Workshop) -> SetUnits:
        """Give the edit back to the copies there were."""
        return SetUnits(state.units)

    def label(self) -> str:
        """Say what it does."""
        return _("Take units from the library")


@dataclass(frozen=True, slots=True)
class DropUnits(_OwnStep):
    """Frozen units let go of, by unit id; ids that are not there are no trouble."""

    unit_ids: tuple[str, ...]

    def apply(self, state: Workshop) -> Workshop:
        """Give the workshop without the copies."""
        return dataclasses.replace(
            state, units=tuple(copy for copy in state.units if copy.unit_id not in self.unit_ids)
        )

    def inverse(self, state: Workshop) -> SetUnits:
        """Give the edit back to the copies there were."""
        return SetUnits(state.units)

    def label(self) -> str:
        """Say what it does."""
        return _("Let go of units")


@dataclass(frozen=True, slots=True)
class SetUnits(_OwnStep):
    """Exactly these frozen units, in this order."""

    copies: tuple[UnitCopy, ...]

    def apply(self, state: Workshop) -> Workshop:
        """Give the workshop with these copies only."""
        return dataclasses.replace(state, units=self.copies)

    def inverse(self, state: Workshop) -> SetUnits:
        """Give the edit back to the copies there were."""
        return SetUnits(state.units)

    def label(self) -> str:
        """Say what it does."""
        return _("Change units")


@dataclass(frozen=True, slots=True)
class Several(_OwnStep):
    """Edits that are one step for the user, done in order; ``words`` say what they do together."""

    words: str
    edits: tuple[WorkshopEdit, ...]

    def apply(self, state: Workshop) -> Workshop:
        """Give the workshop after all of them."""
        for edit in self.edits:
            state = edit.apply(state)
        return state

    def inverse(self, state: Workshop) -> Several:
        """Give the edits that take them back, last one first."""
        back: list[WorkshopEdit] = []
        for edit in self.edits:
            back.append(edit.inverse(state))
            state = edit.apply(state)
        return Several(self.words, tuple(reversed(back)))

    def label(self) -> str:
        """Say what they do together."""
        return self.words


WorkshopEdit: TypeAlias = EditAgenda | EditPeople | SetBrief | TakeUnits | DropUnits | SetUnits | Several
