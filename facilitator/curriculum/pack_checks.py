"""Checks over a whole pack: ids that must be unique, facts that must hold, decks and programmes that must fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.curriculum.assessment_checks import check_assessment, check_model
from facilitator.curriculum.audience import DEFAULT, EVERYONE
from facilitator.curriculum.file_findings import FileFindings, suggestion
from facilitator.curriculum.pack_folders import PACK_FILE
from facilitator.curriculum.places import key_place, text_place
from facilitator.curriculum.programme_checks import check_programme
from facilitator.curriculum.reference_checks import check_references
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from facilitator.curriculum.audience import Audience
    from facilitator.curriculum.pack import CardDeck, Fact, Pack
    from facilitator.curriculum.unit import Unit
    from facilitator.curriculum.values import Place
    from facilitator.foundation.findings import Finding

_LAW = re.compile(
    r"\b(?:Acts?|Regulation|Directive|C\.?F\.?R|U\.?S\.?C|NLRB|NLRA|GDPR|DSA|Rev\. Rul|Fed\. Reg|FR|CJEU|"
    r"[A-Z]\w+ v\. [A-Z]\w+|statutes?|Supreme Court|Court of Justice)\b|§"
)


def check_pack(pack: Pack, sources: Mapping[str, str], today: date | None = None) -> tuple[Finding, ...]:
    """Give what is wrong between the files of a pack; ``sources`` are its TOML files by path, for their lines."""
    found: list[Finding] = []
    for unit in pack.units:
        found.extend(check_references(unit, pack))
    found.extend(_duplicates(pack))
    found.extend(_check_audiences(pack, sources))
    found.extend(_check_facts(pack, sources, today))
    found.extend(_check_roles(pack, sources))
    model_path = str(pack.folder / "dimensions.toml")
    found.extend(check_model(pack.model, model_path, sources.get(model_path, "")))
    for assessment in pack.assessments:
        found.extend(check_assessment(assessment, pack, sources.get(assessment.path, "")))
    deck_ids: set[str] = set()
    for deck in pack.decks:
        found.extend(_check_deck(deck, pack, sources.get(deck.path, ""), deck_ids))
    found.extend(_programme_ids(pack))
    for programme in pack.programmes:
        found.extend(check_programme(programme, pack, sources.get(programme.path, "")))
    return tuple(found)


def _duplicates(pack: Pack) -> Iterable[Finding]:
    first: dict[str, Unit] = {}
    for unit in pack.units:
        earlier = first.setdefault(unit.id.casefold(), unit)
        if earlier is not unit:
            findings = FileFindings(unit.path, unit.id)
            findings.error(
                "unit.duplicate-id",
                _("The id {id} is also that of {file}.").format(id=unit.id, file=earlier.path),
                _("Give one of the two units another id."),
                key_place(unit.source, "id"),
            )
            yield from findings.all()


def _check_audiences(pack: Pack, sources: Mapping[str, str]) -> Iterable[Finding]:
    findings = FileFindings(str(pack.folder / "audiences.toml"))
    source = sources.get(findings.path, "")
    facts = {fact.id for fact in pack.facts}
    seen: set[str] = set()
    for audience in pack.audiences:
        place = text_place(source, f'"{audience.id}"')
        if audience.id in seen or audience.id in {DEFAULT, EVERYONE}:
            message = _("The audience id “{id}” is taken.").format(id=audience.id)
            findings.error("audience.duplicate-id", message, _("Choose another id."), place)
        seen.add(audience.id)
        for name in (name for _text, names in audience.matters for name in names):
            if name not in facts:
                message = _("The fact “{name}” is not in facts.toml.").format(name=name)
                findings.error("audience.fact", message, suggestion(name, facts), text_place(source, f'"{name}"'))
        _check_targets(audience, pack, place, findings)
    return findings.all()


def _check_targets(audience: Audience, pack: Pack, place: Place, findings: FileFindings) -> None:
    known = [dimension.id for dimension in pack.model.dimensions]
    for name, level in audience.targets:
        if name not in known:
            message = _("The dimension “{name}” is not in dimensions.toml.").format(name=name)
            findings.error("audience.dimension", message, suggestion(name, known), place)
        elif level > len(pack.model.levels):
            message = _("{audience} has level {level} as a target, and there are {wanted}.").format(
                audience=audience.name, level=level, wanted=len(pack.model.levels)
            )
            findings.error("audience.target", message, _("Choose one of the levels in dimensions.toml."), place)


def _check_roles(pack: Pack, sources: Mapping[str, str]) -> Iterable[Finding]:
    findings = FileFindings(str(pack.folder / PACK_FILE))
    source, roles = sources.get(findings.path, ""), pack.roles
    units = {unit.id for unit in pack.units}
    audiences, tracks = {audience.id for audience in pack.audiences}, {unit.track for unit in pack.units}
    for names, known, message in (
        ((roles.leaders,) if roles.leaders else (), audiences, _("The audience “{name}” is not in audiences.toml.")),
        ((*roles.simulation_tracks, *roles.transfer_tracks), tracks, _("No unit has the track “{name}”.")),
        (
            (*roles.sensitive_units, *roles.rule_making_units, *roles.basics_of_rules),
            units,
            _("The unit “{name}” is not in this pack."),
        ),
    ):
        for name in names:
            if name not in known:
                place = text_place(source, f'"{name}"')
                findings.error("pack.checks", message.format(name=name), suggestion(name, known), place)
    return findings.all()


def _check_facts(pack: Pack, sources: Mapping[str, str], today: date | None) -> Iterable[Finding]:
    findings = FileFindings(str(pack.folder / "facts.toml"))
    source = sources.get(findings.path, "")
    seen: set[str] = set()
    for fact in pack.facts:
        place = text_place(source, f'id = "{fact.id}"')
        if fact.id in seen:
            message = _("The fact {id} is there twice.").format(id=fact.id)
            findings.error("fact.duplicate-id", message, _("Give one of them another id."), place)
        seen.add(fact.id)
        if is_law(fact) and not fact.jurisdiction:
            findings.error(
                "fact.jurisdiction",
                _("The fact {id} is a claim of law without a jurisdiction.").format(id=fact.id),
                _('Say where it holds, such as jurisdiction = "EU"; if it is no law, say kind = "research".'),
                place,
            )
        if today and fact.review_by and fact.review_by < today:
            findings.warning(
                "fact.stale",
                _("The fact {id} should have been looked up again by {date}.").format(
                    id=fact.id, date=fact.review_by
                ),
                _("Check its source, then set as_of and review_by."),
                place,
            )
    return findings.all()


def is_law(fact: Fact) -> bool:
    """Tell whether a fact claims what the law is: by its kind, else by the words of its source and claim."""
    if fact.kind:
        return fact.kind == "law"
    return bool(_LAW.search(fact.source) or _LAW.search(fact.claim))


def _check_deck(deck: CardDeck, pack: Pack, source: str, taken: set[str]) -> Iterable[Finding]:
    findings = FileFindings(deck.path, deck.id)
    units, audiences = {unit.id for unit in pack.units}, {audience.id for audience in pack.audiences}
    if deck.unit_id and deck.unit_id not in units:
        message = _("The deck is for the unit “{id}”, which is not in this pack.").format(id=deck.unit_id)
        findings.error("deck.unit", message, suggestion(deck.unit_id, units), text_place(source, "unit"))
    if deck.id in taken:
        message = _("The deck id {id} is taken.").format(id=deck.id)
        findings.error("deck.duplicate-id", message, _("Choose another id."), text_place(source, "id"))
    taken.add(deck.id)
    for name in dict.fromkeys(name for card in deck.cards for name in card.audiences):
        if name not in audiences and name != DEFAULT:
            message = _("The audience “{name}” is not in audiences.toml.").format(name=name)
            findings.error("deck.audience", message, suggestion(name, audiences), text_place(source, f'"{name}"'))
    return findings.all()


def _programme_ids(pack: Pack) -> Iterable[Finding]:
    seen: set[str] = set()
    for programme in pack.programmes:
        findings = FileFindings(programme.path, programme.id)
        if programme.id in seen:
            message = _("The programme id {id} is taken.").format(id=programme.id)
            findings.error("programme.duplicate-id", message, _("Choose another id."))
        seen.add(programme.id)
        yield from findings.all()
