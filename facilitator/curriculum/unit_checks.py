"""Checks of one unit that need nothing but the unit itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.curriculum.audience import DEFAULT, Profile
from facilitator.curriculum.choosing import choose
from facilitator.curriculum.lengths import DEBRIEF_SHARE, LONG_EXERCISE, debriefed
from facilitator.curriculum.places import key_place, lines_with
from facilitator.curriculum.text import plain, word_count
from facilitator.curriculum.unit import Kind, Minutes, Passage, Prompt, Reader, Slide, Slot, Timed, Unit
from facilitator.curriculum.values import Place
from facilitator.curriculum.variants import same_variants, slots_of
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.curriculum.file_findings import FileFindings
    from facilitator.curriculum.unit import FixedPart, Step

MANY_WORDS = 40
TOO_MANY_WORDS = 60
LONGEST_TITLE = 75
MOST_AUDIENCES = 60
SLOTS_OF_EVERY_UNIT = ("why", "case", "monday")
FACT_MARK = re.compile(r"\[([A-Z]{1,3}\d{1,4})\]")


def check_unit(unit: Unit, findings: FileFindings) -> None:
    """Report what is wrong with a unit in itself."""
    if not unit.steps:
        findings.error(
            "unit.no-steps",
            _("The unit has no steps."),
            _("Add a heading such as # The title {.input minutes=8}."),
        )
        return
    _check_sums(unit, findings)
    for step in unit.steps:
        _check_order(step, findings)
        _check_furnished(step, findings)
    _check_debriefs(unit, findings)
    _check_slots(unit, findings)
    _check_slides(unit, findings)
    _check_rooms(unit, findings)
    _check_fact_marks(unit, findings)
    if not unit.guide:
        findings.notice(
            "unit.no-guide",
            _("There is no trainer's guide."),
            _("Add # Trainer's guide {.guide} at the end."),
            Place(unit.source.count("\n") + 1),
        )


def audiences_with_variants(unit: Unit) -> dict[str, int]:
    """Give the audiences that have a variant anywhere, each with the line of its first one."""
    found: dict[str, int] = {}
    for step in unit.steps:
        for part in step.parts:
            for variant in part.variants if isinstance(part, Slot) else ():
                for audience in variant.audiences:
                    found.setdefault(audience, variant.line)
    return found


def fixed_parts(unit: Unit) -> Iterator[tuple[Step, FixedPart]]:
    """Walk every part of a unit, those in all variants as well, with its step."""
    for step in unit.steps:
        for part in step.parts:
            if isinstance(part, Slot):
                yield from ((step, inner) for variant in part.variants for inner in variant.parts)
            else:
                yield step, part


def _check_sums(unit: Unit, findings: FileFindings) -> None:
    for name in ("min", "typical", "max"):
        wanted, sum_ = getattr(unit.minutes, name), sum(getattr(step.minutes, name) for step in unit.steps)
        if sum_ != wanted:
            key = "minutes" if name == "typical" else name
            findings.error(
                "unit.minutes-sum",
                _(
                    "The steps add up to {sum} min, the unit says {name}: {wanted}; the difference is {difference}."
                ).format(sum=sum_, name=name, wanted=wanted, difference=f"{sum_ - wanted:+d}"),
                _("Change the “{key}” of the steps, or “{name}” of the unit.").format(key=key, name=name),
                key_place(unit.source, "minutes"),
            )


def _check_order(step: Step, findings: FileFindings) -> None:
    length = step.minutes
    if not length.min <= length.typical <= length.max:
        findings.error(
            "unit.step-order",
            _("The step's lengths {min}, {typical} and {max} are not in order.").format(
                min=length.min, typical=length.typical, max=length.max
            ),
            _("Let min be the shortest and max the longest."),
            Place(step.line),
        )


def _check_furnished(step: Step, findings: FileFindings) -> None:
    parts = [part for outer in step.parts for part in _inside(outer)]
    if step.kind is Kind.EXERCISE and not any(isinstance(part, Prompt) for part in parts):
        findings.warning(
            "unit.no-prompt",
            _("The exercise “{title}” has no prompt, so the room does not see its task.").format(title=step.title),
            _("Add ::: prompt with the task in one to three lines."),
            Place(step.line),
        )
    asks = any(isinstance(part, Passage) and part.reader is Reader.DEBRIEF for part in parts)
    if step.kind is Kind.DEBRIEF and not asks:
        findings.warning(
            "unit.no-questions",
            _("The debrief “{title}” asks nothing.").format(title=step.title),
            _("Add ::: debrief with a numbered list of questions."),
            Place(step.line),
        )


def _inside(part: FixedPart | Slot) -> tuple[FixedPart, ...]:
    if isinstance(part, Slot):
        return tuple(inner for variant in part.variants for inner in variant.parts)
    return (part,)


def _check_debriefs(unit: Unit, findings: FileFindings) -> None:
    for index, debrief in debriefed(unit.steps):
        exercise = unit.steps[index]
        if debrief is None:
            if exercise.minutes.max >= LONG_EXERCISE:
                findings.error(
                    "unit.debrief-missing",
                    _("The exercise “{title}” has no debrief before the next one.").format(title=exercise.title),
                    _("Add a step {.debrief} after it, of a quarter of its minutes or more."),
                    Place(exercise.line),
                )
            continue
        _check_debrief_share(exercise, unit.steps[debrief], findings)


def _check_debrief_share(exercise: Step, debrief: Step, findings: FileFindings) -> None:
    for name in ("min", "typical", "max"):
        long, short = _length(exercise.minutes, name), _length(debrief.minutes, name)
        if long >= LONG_EXERCISE and short < long * DEBRIEF_SHARE:
            findings.warning(
                "unit.debrief-short",
                _("At {name}, the debrief has {short} min for {long} min of exercise, less than a quarter.").format(
                    name=name, short=short, long=long
                ),
                _("Give it at least {wanted} min.").format(wanted=-(-long // 4)),
                Place(debrief.line),
            )


def _length(minutes: Minutes, name: str) -> int:
    return int(getattr(minutes, name))


def _check_slots(unit: Unit, findings: FileFindings) -> None:
    names = {slot.name for slot in slots_of(unit)}
    for name in SLOTS_OF_EVERY_UNIT:
        if name not in names:
            findings.warning(
                "unit.slot-missing",
                _("The slot “{name}” is missing, which belongs into every unit.").format(name=name),
                _('Add :::: {{.slot name="{name}"}} with a default.').format(name=name),
                Place(unit.steps[0].line),
            )
    held = audiences_with_variants(unit)
    for audience in unit.differs:
        if audience not in held:
            findings.error(
                "unit.differs",
                _("The unit says that it differs for {audience} and has no variant for it.").format(
                    audience=audience
                ),
                _('Add ::: {.for audience="…"} to a slot, or take it out of “differs”.'),
                key_place(unit.source, "differs"),
            )
    for slot, earlier, later in same_variants(unit):
        findings.warning(
            "unit.variants-alike",
            _("In the slot “{name}”, {audiences} get the same as those on line {line}.").format(
                name=slot.name, audiences=", ".join(later.audiences), line=earlier.line
            ),
            _("Write what is theirs, or name all of them in one variant."),
            Place(later.line),
        )


def _check_slides(unit: Unit, findings: FileFindings) -> None:
    for _step, part in fixed_parts(unit):
        if isinstance(part, Slide):
            _check_title_length(part, findings)
            _check_word_count(part, findings)
            _check_slide_marks(part, findings)


def _check_title_length(slide: Slide, findings: FileFindings) -> None:
    if len(slide.title) > LONGEST_TITLE:
        findings.warning(
            "unit.title-long",
            _("The title “{title}” has {number} characters; {limit} fill two lines.").format(
                title=slide.title, number=len(slide.title), limit=LONGEST_TITLE
            ),
            _("Shorten it; what it loses can be said."),
            Place(slide.line),
        )


def _check_word_count(slide: Slide, findings: FileFindings) -> None:
    words = word_count(slide.body)
    if words > MANY_WORDS:
        report = findings.warning if words > TOO_MANY_WORDS else findings.notice
        report(
            "unit.slide-words",
            _("The slide “{title}” has {words} words; about {limit} can be read.").format(
                title=slide.title, words=words, limit=MANY_WORDS
            ),
            _("Move the talking into ::: notes."),
            Place(slide.line),
        )


def _check_slide_marks(slide: Slide, findings: FileFindings) -> None:
    if marks := FACT_MARK.findall(plain(slide.body)):
        findings.warning(
            "unit.fact-on-slide",
            _("The slide “{title}” shows the mark [{fact}], which tells the room nothing.").format(
                title=slide.title, fact=marks[0]
            ),
            _("Put the mark behind the claim in the notes."),
            Place(slide.line),
        )


def _check_rooms(unit: Unit, findings: FileFindings) -> None:
    """Look at the unit as each audience gets it, at every length where something changes."""
    lengths = _telling_lengths(unit)
    audiences = dict.fromkeys((DEFAULT, *audiences_with_variants(unit)))
    for audience in list(audiences)[:MOST_AUDIENCES]:
        room = (Profile(audience if audience != DEFAULT else ""),)
        for minutes in lengths:
            titles: dict[str, int] = {}
            for step in unit.steps:
                parts = [each.part for each in choose(step.parts, room, minutes).parts]
                _check_titles(parts, titles, findings)
                _check_timed(step, parts, findings)


def _telling_lengths(unit: Unit) -> list[int]:
    found = {unit.minutes.min, unit.minutes.typical, unit.minutes.max}
    for part in (*(part for _step, part in fixed_parts(unit)), *slots_of(unit)):
        limits = (part.shown.from_minutes, part.shown.until_minutes)
        found.update(limit for limit in limits if limit is not None and unit.minutes.min <= limit <= unit.minutes.max)
    return sorted(found)


def _check_titles(parts: list[FixedPart], titles: dict[str, int], findings: FileFindings) -> None:
    for part in parts:
        if not isinstance(part, Slide):
            continue
        first = titles.setdefault(part.title.casefold(), part.line)
        if first != part.line:
            findings.error(
                "unit.title-twice",
                _("The title “{title}” is also that of the slide on line {line}.").format(
                    title=part.title, line=first
                ),
                _("Say what is new on this one."),
                Place(part.line),
            )


def _check_timed(step: Step, parts: list[FixedPart], findings: FileFindings) -> None:
    seconds = sum(part.seconds for part in parts if isinstance(part, Timed))
    if seconds > step.minutes.typical * 60:
        findings.error(
            "unit.timed-sum",
            _("The timed parts take {timed:g} min and the step has {step}.").format(
                timed=round(seconds / 60, 2), step=step.minutes.typical
            ),
            _("Shorten them, or lengthen the step; both are meant at the unit's typical length."),
            Place(step.line),
        )


def _check_fact_marks(unit: Unit, findings: FileFindings) -> None:
    for fact, place in lines_with(unit.source, FACT_MARK):
        if fact not in unit.facts:
            findings.warning(
                "unit.fact-unlisted",
                _("{fact} stands in the text and not among the unit's facts.").format(fact=fact),
                _("Add it to “facts” in the front matter."),
                place,
            )
