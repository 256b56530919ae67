"""``facilitator check`` for a workshop: does it open, do its units read, does every day work out?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.agenda.model import Block, all_blocks, blocks_of
from facilitator.agenda.schedule import lay_out_all
from facilitator.agenda.slots import Trouble
from facilitator.cli.showing import counts_of, show_findings
from facilitator.cli.taken_in import taken_in
from facilitator.curriculum.unit_reader import read_unit
from facilitator.foundation.clocks import SystemClock
from facilitator.foundation.findings import Finding, Severity, has_errors
from facilitator.foundation.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from facilitator.agenda.model import Day
    from facilitator.agenda.slots import DaySchedule, Notice
    from facilitator.curriculum.unit import Unit
    from facilitator.workshop.model import Workshop
    from facilitator.workshop.reports import OpenReport


def check_workshop(path: Path) -> int:
    """Print what is wrong with a workshop file; give 1 when anything is an error.

    Raises:
        FacilitatorError: the file cannot be taken in.
    """
    with taken_in(path, SystemClock()) as (document, report):
        workshop = document.workshop
        findings = (*_opening_findings(report, path), *workshop_findings(workshop, str(path)))
    show_findings(findings)
    print(_summary(workshop, findings))
    return 1 if has_errors(findings) else 0


def _opening_findings(report: OpenReport, path: Path) -> Iterator[Finding]:
    for step in report.steps:
        yield Finding(Severity.NOTICE, "workshop.opened", step, "", str(path))
    if report.skipped:
        words = ngettext("{n} change could not be read.", "{n} changes could not be read.", report.skipped)
        way_out = _("Open it with the newest version of the app.")
        yield Finding(Severity.WARNING, "workshop.skipped", words.format(n=report.skipped), way_out, str(path))


def workshop_findings(workshop: Workshop, file: str) -> tuple[Finding, ...]:
    """Give everything that is wrong with a workshop; ``file`` is what the findings call it."""
    units, unread = _read_units(workshop, file)
    check = _Check(workshop, file, units)
    return (*unread, *check.blocks(), *check.days())


def _read_units(workshop: Workshop, file: str) -> tuple[Mapping[str, Unit], tuple[Finding, ...]]:
    units: dict[str, Unit] = {}
    findings: list[Finding] = []
    for copy in workshop.units:
        place = f"{file}/{copy.unit_id}.md"
        unit, found = read_unit(copy.source, place)
        findings += [finding for finding in found if finding.severity is Severity.ERROR]
        if unit is not None:
            units[copy.unit_id] = unit
        else:
            words = _("The workshop's copy of {unit} cannot be read.").format(unit=copy.unit_id)
            way_out = _("Take the unit from the library again.")
            findings.append(Finding(Severity.ERROR, "workshop.unit", words, way_out, file, subject=copy.unit_id))
    return units, tuple(findings)


class _Check:
    """Looks at the agenda of one workshop."""

    def __init__(self, workshop: Workshop, file: str, units: Mapping[str, Unit]) -> None:
        self._workshop = workshop
        self._file = file
        self._units = units
        self._titles = dict(_titles(workshop))

    def blocks(self) -> Iterator[Finding]:
        """Give blocks whose unit is missing, and those shorter or longer than it can be."""
        for block in all_blocks(self._workshop.agenda, parked=True):
            if not block.unit_id:
                continue
            unit = self._units.get(block.unit_id)
            if unit is not None:
                yield from self._length(block, unit)
            elif self._workshop.unit_copy(block.unit_id) is None:
                words = _("“{title}” teaches {unit}, which is not in the workshop.")
                way_out = _("Put the block in from the library again, or take its unit away.")
                yield self._found(Severity.ERROR, "workshop.no-unit", words, way_out, block.id, unit=block.unit_id)

    def days(self) -> Iterator[Finding]:
        """Give what the schedule noticed, overlaps, and days that end too late."""
        agenda = self._workshop.agenda
        for day, schedule in zip(agenda.days, lay_out_all(agenda), strict=True):
            yield from (self._noticed(notice) for notice in schedule.notices)
            yield from self._overlaps(schedule)
            if schedule.over is not None and schedule.over > 0:
                words = _("“{title}” ends {n} min after its target.")
                way_out = _("Shorten, park or take out a block, or set another end.")
                yield self._found(Severity.WARNING, "agenda.over", words, way_out, day.id, n=schedule.over)

    def _length(self, block: Block, unit: Unit) -> Iterator[Finding]:
        minutes = block.minutes - block.transition_minutes
        limits = unit.minutes
        if limits.min <= minutes <= limits.max:
            return
        words = _("“{title}” is taught in {n} min; {unit} takes {least} to {most}.")
        way_out = _("Give it a length between these, or choose another unit.")
        yield self._found(
            Severity.WARNING,
            "agenda.unit-minutes",
            words,
            way_out,
            block.id,
            n=minutes,
            unit=unit.id,
            least=limits.min,
            most=limits.max,
        )

    def _overlaps(self, schedule: DaySchedule) -> Iterator[Finding]:
        for slot in schedule.slots:
            if slot.overlap > 0:
                words = _("“{title}” starts {n} min before what comes before it is over.")
                way_out = _("Move the pin, or shorten what comes before.")
                yield self._found(Severity.WARNING, "agenda.overlap", words, way_out, slot.id, n=slot.overlap)

    def _noticed(self, notice: Notice) -> Finding:
        severity = Severity.ERROR if notice.trouble is Trouble.CORRUPT else Severity.WARNING
        words, way_out = _sentences(notice.trouble)
        return self._found(severity, f"agenda.{notice.trouble}", words, way_out, notice.item_id, n=notice.minutes)

    def _found(
        self, severity: Severity, code: str, words: str, way_out: str, item_id: str, **values: object
    ) -> Finding:
        message = words.format(title=self._titles.get(item_id, item_id), **values)
        return Finding(severity, code, message, way_out, self._file, subject=item_id)


def _titles(workshop: Workshop) -> Iterator[tuple[str, str]]:
    for day in workshop.agenda.days:
        yield day.id, day.label or day.id
        yield from _titles_in(day)
    for item in workshop.agenda.parked:
        yield item.id, item.title


def _titles_in(day: Day) -> Iterator[tuple[str, str]]:
    for item in day.items:
        yield item.id, item.title
        yield from ((strand.id, strand.title) for strand in getattr(item, "strands", ()))
        yield from ((block.id, block.title) for block in blocks_of(item))


def _sentences(trouble: Trouble) -> tuple[str, str]:
    """Say what the schedule noticed and what helps; who leads is left out, since it may be a participant."""
    pin = _("Move the pin.")
    words = {
        Trouble.BEFORE_START: (_("“{title}” is pinned {n} min before the day starts."), pin),
        Trouble.OUT_OF_ORDER: (_("“{title}” is pinned before what stands above it."), pin),
        Trouble.PEOPLE_CLASH: (
            _("Somebody leads two things at once for {n} min, one of them “{title}”."),
            _("Choose another lead."),
        ),
        Trouble.CROSS_DAY: (_("The day before runs {n} min into “{title}”."), _("Shorten it, or start later.")),
        Trouble.NO_SUCH_TIME: (_("“{title}” is pinned to a time that the clock change skips."), pin),
        Trouble.AMBIGUOUS_TIME: (_("“{title}” is pinned to a time that the clock change repeats."), pin),
        Trouble.CORRUPT: (
            _("“{title}” is damaged and is used as well as it can be."),
            _("Delete the block and put it in again."),
        ),
    }
    return words[trouble]


def _summary(workshop: Workshop, findings: tuple[Finding, ...]) -> str:
    agenda = workshop.agenda
    blocks = sum(1 for _block in all_blocks(agenda))
    return _("{title}: {days}, {blocks}, {units}; {counts}").format(
        title=workshop.brief.title or workshop.brief.client or _("Workshop"),
        days=ngettext("{n} day", "{n} days", len(agenda.days)).format(n=len(agenda.days)),
        blocks=ngettext("{n} block", "{n} blocks", blocks).format(n=blocks),
        units=ngettext("{n} unit", "{n} units", len(workshop.units)).format(n=len(workshop.units)),
        counts=counts_of(findings),
    )
