"""A pack: everything one folder of curriculum holds, read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facilitator.curriculum.assessment import Assessment, CompetenceModel
from facilitator.curriculum.audience import Audience
from facilitator.curriculum.programme import Programme
from facilitator.curriculum.unit import Unit
from facilitator.foundation.findings import Finding

NO_MODEL = CompetenceModel()


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a deck; without audiences it is for every room."""

    id: str
    title: str
    text: str
    audiences: tuple[str, ...] = ()
    answer: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class CardDeck:
    """A deck of cards an exercise is played with.

    ``is_pre_read`` decks are for people who build on a unit without having taken it; they read them before.
    ``is_trainers`` decks, such as the script of a simulation, are seen by nobody but the trainer.
    """

    id: str
    unit_id: str
    title: str
    cards: tuple[Card, ...]
    use: str = ""
    per: str = "group"
    path: str = ""
    is_pre_read: bool = False
    is_trainers: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim with its source; a law without a jurisdiction is no fact.

    ``kind`` is law, research, platform, practice, or "" where the author did not say.
    """

    id: str
    claim: str
    source: str
    confidence: str  # H, M, L, K
    jurisdiction: str = ""
    as_of: date | None = None
    review_by: date | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class CheckRoles:
    """Which of a pack's own words play a part in the agenda checks; what is empty keeps its check silent.

    Attributes:
        leaders: id of the audience that has to be served wherever it comes.
        simulation_tracks: tracks whose groups play through something.
        transfer_tracks: tracks whose units commit people to a plan.
        sensitive_units: ids of units that need a content note.
        rule_making_units, basics_of_rules: ids of units in which people make rules, and of those one of which
            has to be taught before.
    """

    leaders: str = ""
    simulation_tracks: tuple[str, ...] = ()
    transfer_tracks: tuple[str, ...] = ()
    sensitive_units: tuple[str, ...] = ()
    rule_making_units: tuple[str, ...] = ()
    basics_of_rules: tuple[str, ...] = ()


NO_ROLES = CheckRoles()


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack and what was wrong with it; whatever could be read is in it."""

    id: str
    title: str
    version: str
    folder: Path
    language: str = "en"
    licence: str = ""
    authors: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    audiences: tuple[Audience, ...] = ()
    programmes: tuple[Programme, ...] = ()
    decks: tuple[CardDeck, ...] = ()
    facts: tuple[Fact, ...] = ()
    model: CompetenceModel = NO_MODEL
    assessments: tuple[Assessment, ...] = ()
    roles: CheckRoles = NO_ROLES
    findings: tuple[Finding, ...] = ()

    def unit(self, unit_id: str) -> Unit | None:
        """Find a unit by its id."""
        return next((unit for unit in self.units if unit.id == unit_id), None)

    def programme(self, programme_id: str) -> Programme | None:
        """Find a programme by its id."""
        return next((programme for programme in self.programmes if programme.id == programme_id), None)
