"""The flow of a unit: its steps with their minutes, and the trainer's guide after them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.curriculum.file_findings import FileFindings, suggestion
from facilitator.curriculum.mark_settings import Settings
from facilitator.curriculum.outline import Fence, Heading, Node, Words
from facilitator.curriculum.parts import PartsReader, text_of
from facilitator.curriculum.sharing import share
from facilitator.curriculum.unit import STEP_KINDS, GuideSection, Kind, Minutes, Step
from facilitator.curriculum.values import Place
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GROUPINGS = ("plenary", "alone", "pairs", "trios", "groups", "tables")
GUIDE = "guide"
_STEP_WORDS = frozenset(str(kind) for kind in STEP_KINDS)


@dataclass(frozen=True, slots=True)
class Flow:
    """The steps in order, and the sections of the guide."""

    steps: tuple[Step, ...]
    guide: tuple[GuideSection, ...]


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The minutes of one step as written; None where the author left them out."""

    shortest: int | None
    typical: int
    longest: int | None


def read_flow(nodes: Sequence[Node], minutes: Minutes, findings: FileFindings) -> Flow:
    """Make steps and guide of an outline; lengths left out are shared out from the typical ones."""
    steps: list[Step] = []
    bounds: list[_Bounds] = []
    guide: list[GuideSection] = []
    after_guide = False
    for heading, inside in _chapters(nodes, findings):
        if GUIDE in heading.attributes.classes:
            guide.extend(_guide(inside, findings))
            after_guide = True
            continue
        step, written = _step(heading, inside, findings)
        if after_guide:
            _report_late_step(heading, findings)
        steps.append(step)
        bounds.append(written)
    lengths = _complete(bounds, minutes)
    return Flow(
        tuple(replace(step, minutes=length) for step, length in zip(steps, lengths, strict=True)), tuple(guide)
    )


def _chapters(nodes: Sequence[Node], findings: FileFindings) -> Iterable[tuple[Heading, list[Node]]]:
    chapter: tuple[Heading, list[Node]] | None = None
    for node in nodes:
        if isinstance(node, Heading) and node.level == 1:
            if chapter:
                yield chapter
            chapter = (node, [])
        elif chapter:
            chapter[1].append(node)
        else:
            findings.error(
                "unit.loose-text",
                _("This stands before the first step, so nobody sees it."),
                _("Begin with a heading such as # The title {.input minutes=8}."),
                Place(node.line),
            )
    if chapter:
        yield chapter


def _step(heading: Heading, inside: list[Node], findings: FileFindings) -> tuple[Step, _Bounds]:
    kind = _kind(heading, findings)
    settings = Settings(heading.attributes, heading.line, findings)
    grouping, size = settings.choice("grouping", GROUPINGS, ""), settings.whole("size") or 0
    if not settings.words("minutes"):
        findings.error(
            "unit.step-minutes",
            _("The step “{title}” has no minutes.").format(title=heading.title),
            _("Add them to its heading, such as {.exercise minutes=20}."),
            Place(heading.line),
        )
    bounds = _Bounds(settings.whole("min"), settings.whole("minutes") or 0, settings.whole("max"))
    settings.unknown()
    parts = PartsReader(findings, kind).read(inside)
    return Step(heading.title, kind, Minutes(0, 0, 0), parts, grouping, size, heading.line), bounds


def _kind(heading: Heading, findings: FileFindings) -> Kind:
    for word in heading.attributes.classes:
        if word in _STEP_WORDS:
            return Kind(word)
    if heading.attributes.classes:
        word = heading.attributes.classes[0]
        message = _("“{word}” is no kind of step.").format(word=word)
        findings.error("unit.step-kind", message, suggestion(word, {*_STEP_WORDS, GUIDE}), Place(heading.line))
    else:
        findings.error(
            "unit.step-kind",
            _("The step “{title}” does not say what kind it is.").format(title=heading.title),
            _("Add its kind to the heading, such as {.input minutes=8}; slides have two signs: ##."),
            Place(heading.line),
        )
    return Kind.INPUT


def _complete(bounds: Sequence[_Bounds], minutes: Minutes) -> list[Minutes]:
    """Share out what the authors left open at the shortest and the longest."""
    typical = [step.typical for step in bounds]
    shortest = _shared([step.shortest for step in bounds], typical, minutes.min)
    longest = _shared([step.longest for step in bounds], typical, minutes.max)
    return [Minutes(*lengths) for lengths in zip(shortest, typical, longest, strict=True)]


def _shared(given: Sequence[int | None], weights: Sequence[int], total: int) -> list[int]:
    open_weights = [weight for number, weight in zip(given, weights, strict=True) if number is None]
    rest = iter(share(max(0, total - sum(number or 0 for number in given)), open_weights))
    return [next(rest) if number is None else number for number in given]


def _guide(nodes: Iterable[Node], findings: FileFindings) -> list[GuideSection]:
    sections: list[GuideSection] = []
    for node in nodes:
        if isinstance(node, Heading):
            sections.append(GuideSection(node.title, ()))
            continue
        text = node.text if isinstance(node, Words) else text_of(node.children)
        if not sections:
            sections.append(GuideSection("", ()))
        sections[-1] = replace(sections[-1], body=(*sections[-1].body, *text))
        if isinstance(node, Fence):
            findings.warning(
                "unit.guide-fence",
                _("A fence in the trainer's guide has no effect."),
                _("Take its lines of colons out; the guide is for the trainer anyway."),
                Place(node.line),
            )
    return sections


def _report_late_step(heading: Heading, findings: FileFindings) -> None:
    findings.error(
        "unit.guide-order",
        _("The step “{title}” stands after the trainer's guide.").format(title=heading.title),
        _("Move the guide to the end of the file."),
        Place(heading.line),
    )
