"""Checks of one unit against the rest of its pack: audiences, requirements, facts and pictures it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.curriculum.audience import DEFAULT, EVERYONE
from facilitator.curriculum.file_findings import FileFindings, suggestion
from facilitator.curriculum.places import key_place, text_place
from facilitator.curriculum.text import Picture
from facilitator.curriculum.unit import Passage, Prompt, Slide, Timed, Unit
from facilitator.curriculum.unit_checks import audiences_with_variants, fixed_parts
from facilitator.curriculum.values import Place
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.curriculum.pack import Pack
    from facilitator.curriculum.text import Text
    from facilitator.curriculum.unit import FixedPart
    from facilitator.foundation.findings import Finding

REMEMBERED = "K"


def check_references(unit: Unit, pack: Pack) -> tuple[Finding, ...]:
    """Give what a unit names and its pack does not hold."""
    findings = FileFindings(unit.path, unit.id)
    _check_audiences(unit, pack, findings)
    _check_dimensions(unit, pack, findings)
    _check_requirements(unit, pack, findings)
    _check_facts(unit, pack, findings)
    _check_pictures(unit, pack, findings)
    return findings.all()


def _check_audiences(unit: Unit, pack: Pack, findings: FileFindings) -> None:
    known = {audience.id for audience in pack.audiences}
    named = [("core", name) for name in unit.core] + [("optional", name) for name in unit.optional]
    named += [("differs", name) for name in unit.differs]
    for key, name in named:
        if name not in known and not (name == EVERYONE and key != "differs"):
            _report_audience(name, known, key_place(unit.source, key, name), findings)
    for name, line in audiences_with_variants(unit).items():
        if name not in known and name != DEFAULT:
            _report_audience(name, known, Place(line), findings)


def _report_audience(name: str, known: Iterable[str], place: Place, findings: FileFindings) -> None:
    message = _("The audience “{name}” is not in audiences.toml.").format(name=name)
    findings.error("unit.audience", message, suggestion(name, known), place)


def _check_dimensions(unit: Unit, pack: Pack, findings: FileFindings) -> None:
    known = [dimension.id for dimension in pack.model.dimensions]
    for name in unit.dimensions:
        if name not in known:
            message = _("The dimension “{name}” is not in dimensions.toml.").format(name=name)
            place = key_place(unit.source, "dimensions", name)
            findings.error("unit.dimension", message, suggestion(name, known), place)


def _check_requirements(unit: Unit, pack: Pack, findings: FileFindings) -> None:
    known = {other.id for other in pack.units}
    for name in dict.fromkeys(name for requirement in unit.requires for name in requirement.any_of):
        if name in known and name != unit.id:
            continue
        place = key_place(unit.source, "requires", name)
        if name == unit.id:
            findings.error("unit.requirement", _("The unit requires itself."), _("Take it out of “requires”."), place)
        else:
            message = _("The required unit “{name}” is not in this pack.").format(name=name)
            findings.error("unit.requirement", message, suggestion(name, known), place)


def _check_facts(unit: Unit, pack: Pack, findings: FileFindings) -> None:
    facts = {fact.id: fact for fact in pack.facts}
    for name in unit.facts:
        if name not in facts:
            message = _("The fact “{name}” is not in facts.toml.").format(name=name)
            findings.error("unit.fact", message, suggestion(name, facts), key_place(unit.source, "facts", name))
        elif facts[name].confidence == REMEMBERED:
            findings.error(
                "unit.fact-unverified",
                _("The fact {name} has confidence K: nobody has looked it up.").format(name=name),
                _("Look it up and raise its confidence, or take it out of the unit."),
                key_place(unit.source, "facts", name),
            )


def _check_pictures(unit: Unit, pack: Pack, findings: FileFindings) -> None:
    inside = pack.folder.resolve()
    for picture in dict.fromkeys(_pictures(unit)):
        file = (pack.folder / picture.path).resolve()
        if not file.is_relative_to(inside) or not file.is_file():
            findings.error(
                "unit.picture-missing",
                _("The picture {path} is not in the pack.").format(path=picture.path),
                _("Put the file there, or correct the path; it counts from the folder of the pack."),
                text_place(unit.source, picture.path),
            )


def _pictures(unit: Unit) -> Iterable[Picture]:
    texts = [text for _step, part in fixed_parts(unit) for text in _texts(part)]
    texts += [section.body for section in unit.guide]
    return (block for text in texts for block in text if isinstance(block, Picture))


def _texts(part: FixedPart) -> tuple[Text, ...]:
    match part:
        case Slide():
            return part.body, part.notes
        case Prompt() | Timed() | Passage():
            return (part.body,)
