"""What a programme gives, and how well it fits a brief. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.curriculum.audience import EVERYONE
from facilitator.curriculum.unit import Kind
from facilitator.foundation.minutes import span_label
from facilitator.foundation.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.curriculum.library import Library
    from facilitator.curriculum.programme import PlannedBlock, Programme
    from facilitator.workshop.model import AudienceShare, Brief

Strip = tuple[tuple[Kind, int], ...]


class Verdict(StrEnum):
    """What one remark says about the fit."""

    GOOD = "good"
    SO_SO = "so-so"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Remark:
    """One short remark on the fit, such as ``30 min to spare``."""

    words: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """What a card shows of a programme.

    Attributes:
        minutes: of all its parts. longest_part: of its longest day or sitting.
        audiences: their short names; empty means everyone.
        strip: kinds and minutes of the first part, units opened into their steps.
    """

    id: str
    title: str
    summary: str
    minutes: int
    longest_part: int
    parts: int
    audiences: tuple[str, ...]
    people_min: int
    people_max: int
    strip: Strip

    def length_words(self) -> str:
        """Say how long it is: ``1 h 30``, or ``2 days, 14 h together``."""
        if self.parts <= 1:
            return span_label(self.minutes)
        return ngettext("{n} part, {span} together", "{n} parts, {span} together", self.parts).format(
            n=self.parts, span=span_label(self.minutes)
        )

    def people_words(self) -> str:
        """Say for how many people it is made."""
        return _("{least}–{most} people").format(least=self.people_min, most=self.people_max)

    def audience_words(self) -> str:
        """Say whom it is made for."""
        return ", ".join(self.audiences) if self.audiences else _("Everyone")


@dataclass(frozen=True, slots=True)
class Fitting:
    """A programme and how well it fits a brief; smaller ``rank`` is better."""

    facts: ProgrammeFacts
    remarks: tuple[Remark, ...]
    rank: tuple[float, int, int]


def programme_facts(programme: Programme, library: Library) -> ProgrammeFacts:
    """Give what a card shows of a programme."""
    lengths = [part.minutes for part in programme.parts]
    names = {audience.id: audience.short for audience in library.audiences}
    everyone = EVERYONE in programme.audiences
    return ProgrammeFacts(
        id=programme.id,
        title=programme.title,
        summary=programme.summary,
        minutes=sum(lengths),
        longest_part=max(lengths, default=0),
        parts=len(lengths),
        audiences=() if everyone else tuple(names.get(name, name) for name in programme.audiences),
        people_min=programme.people_min,
        people_max=programme.people_max,
        strip=_strip(programme.parts[0].blocks, library) if programme.parts else (),
    )


def ranked(brief: Brief, library: Library) -> tuple[Fitting, ...]:
    """Give every programme with how well it fits, the best first: by audience, then length, then people."""
    fittings = [_fitting(programme, brief, library) for programme in library.programmes]
    return tuple(sorted(fittings, key=lambda fitting: (fitting.rank, fitting.facts.minutes, fitting.facts.title)))


def _fitting(programme: Programme, brief: Brief, library: Library) -> Fitting:
    facts = programme_facts(programme, library)
    covered, audience = _audience_remark(programme, brief.audiences)
    misfit, length = _length_remark(facts, brief)
    outside, people = _people_remark(facts, brief.head_count())
    remarks = tuple(remark for remark in (audience, length, people) if remark is not None)
    return Fitting(facts, remarks, (-covered, misfit, outside))


def _audience_remark(programme: Programme, shares: Sequence[AudienceShare]) -> tuple[float, Remark | None]:
    if not shares:
        return 0.0, None
    everybody = sum(max(share.people, 1) for share in shares)
    here = sum(max(share.people, 1) for share in shares if _is_for(programme, share))
    covered = here / everybody
    if EVERYONE in programme.audiences:
        # Made for everyone fits, but what is made for just these people fits better
        return 0.9, Remark(_("For every audience"), Verdict.GOOD)
    if covered == 1:
        return 1.0, Remark(_("Made for your audience"), Verdict.GOOD)
    if covered > 0:
        percent = round(covered * 100)
        return covered * 0.9, Remark(_("Made for {percent} % of the room").format(percent=percent), Verdict.SO_SO)
    return 0.0, Remark(_("Made for other audiences"), Verdict.BAD)


def _is_for(programme: Programme, share: AudienceShare) -> bool:
    profile = share.profile
    ids = {profile.function, *profile.sectors, *profile.overlays, EVERYONE}
    return bool(ids & set(programme.audiences))


def _length_remark(facts: ProgrammeFacts, brief: Brief) -> tuple[int, Remark | None]:
    if brief.end is None:
        return 0, None
    spare = brief.end - brief.start - facts.longest_part
    if spare < 0:
        words = _("{span} too long").format(span=span_label(-spare))
        return -spare * 4, Remark(words, Verdict.BAD)
    if spare == 0:
        return 0, Remark(_("Fills your time"), Verdict.GOOD)
    words = _("{span} to spare").format(span=span_label(spare))
    return spare, Remark(words, Verdict.GOOD if spare <= 60 else Verdict.SO_SO)


def _people_remark(facts: ProgrammeFacts, people: int) -> tuple[int, Remark | None]:
    if people <= 0:
        return 0, None
    if people > facts.people_max:
        return people - facts.people_max, Remark(_("Too many people for it"), Verdict.BAD)
    if people < facts.people_min:
        return facts.people_min - people, Remark(_("Too few people for it"), Verdict.BAD)
    return 0, None


def _strip(blocks: Sequence[PlannedBlock], library: Library) -> Strip:
    return tuple(piece for block in blocks for piece in _pieces(block, library))


def _pieces(block: PlannedBlock, library: Library) -> Strip:
    if block.strands:
        longest = max(block.strands, key=lambda strand: sum(inner.minutes for inner in strand.blocks))
        return _strip(longest.blocks, library)
    unit = library.unit(block.unit_id) if block.unit_id else None
    if unit is None or not unit.steps:
        return ((block.kind, block.minutes),)
    whole = sum(step.minutes.typical for step in unit.steps) or 1
    return tuple((step.kind, round(step.minutes.typical * block.minutes / whole)) for step in unit.steps)
