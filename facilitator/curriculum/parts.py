"""What stands under one heading of the flow: slides, fences and slots, in order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from facilitator.curriculum.audience import DEFAULT
from facilitator.curriculum.charts import read_chart
from facilitator.curriculum.mark_settings import Settings
from facilitator.curriculum.outline import CHART, FOR, Fence, Heading, Node, Words
from facilitator.curriculum.text import TextBlock
from facilitator.curriculum.unit import (
    ALWAYS,
    FixedPart,
    Kind,
    Part,
    Passage,
    Prompt,
    Reader,
    Shown,
    Slide,
    Slot,
    Timed,
    Variant,
)
from facilitator.curriculum.values import Place
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.curriculum.file_findings import FileFindings
    from facilitator.curriculum.text import Text

LAYOUTS = ("content", "statement", "two-columns", "quote")
PLACES = {
    "prompt": frozenset({Kind.EXERCISE, Kind.DISCUSSION}),
    "timed": frozenset({Kind.EXERCISE, Kind.DEBRIEF, Kind.DISCUSSION}),
    "instructions": frozenset({Kind.EXERCISE}),
    "key": frozenset({Kind.EXERCISE}),
    "debrief": frozenset({Kind.DEBRIEF}),
}


@dataclass(slots=True)
class _Draft:
    """A slide to which text and notes are still added."""

    slide: Slide
    body: list[TextBlock] = field(default_factory=list)
    notes: list[TextBlock] = field(default_factory=list)

    def done(self) -> Slide:
        return replace(self.slide, body=tuple(self.body), notes=tuple(self.notes))


class PartsReader:
    """Reads the parts of one step, or of one variant of a slot in it."""

    def __init__(self, findings: FileFindings, kind: Kind) -> None:
        self._findings = findings
        self._kind = kind
        self._parts: list[_Draft | Part] = []
        self._slide: _Draft | None = None
        self._has_strays = False

    def read(self, nodes: Iterable[Node]) -> tuple[Part, ...]:
        """Give the parts; text that belongs to no slide and no fence becomes a finding."""
        for node in nodes:
            match node:
                case Heading():
                    self._begin_slide(node)
                case Words():
                    self._words(node)
                case Fence(name=""):
                    pass
                case Fence(name="slot"):
                    self._slide = None
                    self._parts.append(_read_slot(node, self._findings, self._kind))
                case Fence(name="for"):
                    self._stray_variant(node)
                case Fence(name="chart"):
                    self._chart(node)
                case Fence():
                    self._fence(node)
        return tuple(part.done() if isinstance(part, _Draft) else part for part in self._parts)

    def _begin_slide(self, heading: Heading) -> None:
        settings = Settings(heading.attributes, heading.line, self._findings)
        layout = settings.choice("layout", LAYOUTS, "content")
        shown = settings.shown()
        settings.unknown()
        self._slide = _Draft(Slide(heading.title, layout=layout, shown=shown, line=heading.line))
        self._parts.append(self._slide)

    def _words(self, words: Words) -> None:
        if self._slide:
            self._slide.body.extend(words.text)
            return
        self._findings.error(
            "unit.loose-text",
            _("This text stands on no slide and in no fence, so nobody sees it."),
            _("Give it a heading ## of its own, or put ::: notes around it."),
            Place(words.line),
        )

    def _stray_variant(self, fence: Fence) -> None:
        if self._has_strays:  # one forgotten slot, so one finding
            return
        self._has_strays = True
        self._findings.error(
            "unit.stray-variant",
            _("A variant stands outside a slot."),
            _('Put :::: {.slot name="…"} around all variants.'),
            Place(fence.line),
        )

    def _chart(self, fence: Fence) -> None:
        if self._slide is None:
            _report_homeless(fence, self._findings)
        elif chart := read_chart(fence, self._findings):
            self._slide.body.append(chart)

    def _fence(self, fence: Fence) -> None:
        self._check_place(fence)
        for inner in fence.children:
            if isinstance(inner, Fence) and inner.name == CHART:
                _report_homeless(inner, self._findings)
        settings = Settings(fence.attributes, fence.line, self._findings)
        text, shown = text_of(fence.children), settings.shown()
        match fence.name:
            case "notes":
                self._notes(text, shown)
            case "prompt":
                self._parts.append(Prompt(text, shown))
            case "timed":
                title, seconds = settings.words("title"), settings.seconds()
                if seconds:
                    self._parts.append(Timed(title, seconds, text, shown))
            case _:
                self._parts.append(Passage(Reader(fence.name), text, shown))
        settings.unknown()
        if not text and fence.name != "timed":
            self._findings.warning(
                "unit.fence-empty",
                _("The fence “{name}” is empty.").format(name=fence.name),
                _("Fill it or take it out."),
                Place(fence.line),
            )

    def _notes(self, text: Text, shown: Shown) -> None:
        if self._slide and shown == ALWAYS:
            self._slide.notes.extend(text)
        else:
            self._parts.append(Passage(Reader.NOTES, text, shown))

    def _check_place(self, fence: Fence) -> None:
        allowed = PLACES.get(fence.name)
        if allowed and self._kind not in allowed:
            self._findings.error(
                "unit.fence-place",
                _("The fence “{name}” does not belong into a step of the kind {kind}.").format(
                    name=fence.name, kind=self._kind
                ),
                _("It may stand in: {kinds}.").format(kinds=", ".join(sorted(allowed))),
                Place(fence.line),
            )


def text_of(nodes: Iterable[Node]) -> Text:
    """Give the text among some nodes."""
    return tuple(block for node in nodes if isinstance(node, Words) for block in node.text)


def _report_homeless(chart: Fence, findings: FileFindings) -> None:
    findings.error(
        "unit.chart-place",
        _("This chart stands on no slide, so nobody sees it."),
        _("Put it under a heading ## and outside of notes, prompts, keys and other fences."),
        Place(chart.line),
    )


def _read_slot(fence: Fence, findings: FileFindings, kind: Kind) -> Slot:
    settings = Settings(fence.attributes, fence.line, findings)
    name = settings.words("name", required=True)
    for_each = settings.choice("mixed", ("each", "default"), "default") == "each"
    shown = settings.shown()
    settings.unknown()
    variants = tuple(_variants(fence, findings, kind))
    _check_variants(name, variants, fence.line, findings)
    return Slot(name, variants, for_each, shown, fence.line)


def _variants(fence: Fence, findings: FileFindings, kind: Kind) -> Iterable[Variant]:
    strays = []
    for node in fence.children:
        if isinstance(node, Fence) and node.name == FOR:
            if variant := _variant(node, findings, kind):
                yield variant
        elif not (isinstance(node, Fence) and node.name == ""):
            strays.append(node)
    if strays:  # one slip, so one finding, however much follows it
        findings.error(
            "unit.slot-content",
            _("Something stands in the slot but in none of its variants."),
            _('Put it into ::: {.for audience="…"}, or close the slot before it.'),
            Place(strays[0].line),
        )


def _variant(fence: Fence, findings: FileFindings, kind: Kind) -> Variant | None:
    settings = Settings(fence.attributes, fence.line, findings)
    audiences = tuple(settings.words("audience", required=True).split())
    shown = settings.shown()
    settings.unknown()
    parts = PartsReader(findings, kind).read(fence.children)
    fixed = tuple(_limited(part, shown) for part in parts if not isinstance(part, Slot))
    return Variant(audiences, fixed, fence.line) if audiences else None


def _limited(part: FixedPart, shown: Shown) -> FixedPart:
    """Narrow a part to the lengths for which its variant is there."""
    if shown == ALWAYS:
        return part
    begins = [limit for limit in (part.shown.from_minutes, shown.from_minutes) if limit is not None]
    ends = [limit for limit in (part.shown.until_minutes, shown.until_minutes) if limit is not None]
    return replace(part, shown=Shown(max(begins, default=None), min(ends, default=None)))


def _check_variants(name: str, variants: tuple[Variant, ...], line: int, findings: FileFindings) -> None:
    seen: set[str] = set()
    for variant in variants:
        for audience in variant.audiences:
            if audience in seen:
                findings.error(
                    "unit.variant-twice",
                    _("The slot “{name}” has two variants for {audience}.").format(name=name, audience=audience),
                    _("Keep one of them."),
                    Place(variant.line),
                )
            seen.add(audience)
    if DEFAULT not in seen:
        findings.error(
            "unit.slot-default",
            _("The slot “{name}” has no variant for everybody else.").format(name=name),
            _('Add ::: {.for audience="default"} with what all others get.'),
            Place(line),
        )
