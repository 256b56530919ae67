"""Fitting: measured overflow, shrunk a little, else taken apart at list items, shrunk more, else said aloud. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.curriculum.text import Paragraph, Span, Table
from facilitator.export.deck.atoms import Atom, atoms_of, groups_of, jumps_of, shared_out, text_of
from facilitator.export.deck.chart_places import CHART_ROLES, STACKED, beside, words_and_charts
from facilitator.export.deck.metrics import LINE_HEIGHT, NUMBERED_INDENT_PT, LetterWidths
from facilitator.export.deck.slides import DeckPlan, DeckSection, Role, SlideSpec
from facilitator.export.deck.tables import SMALLEST_TABLE_PT, TABLE_SIZE_PT, table_grid
from facilitator.export.deck.template import Place, Template
from facilitator.export.deck.titles import unique_titles
from facilitator.foundation.findings import Finding, Severity
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from facilitator.curriculum.text import Text
    from facilitator.export.deck.template import Frame, LayoutFrames, Level

SPLIT = frozenset({Role.CONTENT, Role.EXERCISE, Role.DISCUSSION, Role.DEBRIEF, Role.AGENDA, Role.AGENDA_COLUMNS})
GENTLE = (95, 90, 85)  # nobody notices; two half-empty slides in place of one full one, everybody does
SHRUNK = (*GENTLE, 80, 75, 70)
SMALLEST_BODY_PT = 18.0
LINE_CUT = 10  # percentage points taken off the line spacing of shrunk text
SLACK_PT = 2.0  # rounding differences between programs


@dataclass(frozen=True, slots=True)
class Fitter:
    """Fits slides to the layouts of one template."""

    template: Template
    letters: LetterWidths

    def fit(self, plan: DeckPlan) -> DeckPlan:
        """Give the same deck with every slide fitted, titles told apart, and what would not fit as findings."""
        pages = {spec.id: tuple(self._pages(spec)) for spec in plan.slides}
        slides = unique_titles([page for spec in plan.slides for page in pages[spec.id]])
        fitted = [self._with_title(spec) for spec in slides]
        sections = tuple(
            DeckSection(section.title, tuple(page.id for spec_id in section.slide_ids for page in pages[spec_id]))
            for section in plan.sections
        )
        findings = tuple(finding for spec in fitted for finding in self.findings(spec))
        return replace(plan, slides=tuple(fitted), sections=sections, findings=(*plan.findings, *findings))

    def findings(self, spec: SlideSpec) -> Iterator[Finding]:
        """Say what still does not fit on a fitted slide."""
        layout = self.template.layouts[spec.role]
        if self._title_height(spec, layout, spec.title_percent) > _room(layout, Place.TITLE):
            yield _finding(
                "deck.title-overflow", _("The title of the slide “{title}” is too long for its place."), spec
            )
        if not self._fits(spec, layout, spec.body_percent):
            yield _finding("deck.overflow", _("The slide “{title}” holds more than fits on it."), spec)

    def _pages(self, spec: SlideSpec) -> Iterator[SlideSpec]:
        layout = self.template.layouts[spec.role]
        percent = self._percent(spec, layout, (100, *GENTLE))
        if percent:
            yield self._measured(replace(spec, body_percent=percent))
            return
        if spec.role is Role.CHART_BELOW:
            yield from self._pages(beside(spec))
            return
        for number, page in enumerate(self._split(spec, layout), 1):
            named = page if number == 1 else replace(page, id=f"{spec.id}~{number}", notes=())
            own = self.template.layouts[named.role]
            yield self._measured(replace(named, body_percent=self._percent(named, own, (100, *SHRUNK)) or 100))

    def _measured(self, spec: SlideSpec) -> SlideSpec:
        """Note how much room the words over a chart take."""
        if spec.role not in STACKED:
            return spec
        layout = self.template.layouts[spec.role]
        heights = [self._height(text, layout.frame(place), spec.body_percent) for place, text in _texts(spec)]
        return replace(spec, words_pt=max(heights) + SLACK_PT if any(heights) else 0.0)

    def _split_charts(self, spec: SlideSpec) -> Sequence[SlideSpec]:
        """Give words and charts slides of their own; words that are still too many are shared out."""
        words, *charts = words_and_charts(spec)
        layout = self.template.layouts[words.role]
        pages = [words] if self._percent(words, layout, (100, *GENTLE)) else self._split(words, layout)
        return [*pages, *charts]

    def _split(self, spec: SlideSpec, layout: LayoutFrames) -> Sequence[SlideSpec]:
        if spec.role in CHART_ROLES:
            return self._split_charts(spec)
        if spec.role is Role.TABLE:
            return self._split_table(spec, layout)
        frame = layout.frame(Place.BODY)
        if spec.role not in SPLIT or frame is None:
            return [spec]
        atoms = atoms_of((*spec.body, *spec.second), spec.jumps, spec.first_number)
        columns = shared_out(groups_of(atoms), lambda run: self._atoms_height(run, frame), frame.height_pt)
        per_page = 2 if spec.role is Role.AGENDA_COLUMNS else 1
        return [_page(spec, columns[at : at + per_page]) for at in range(0, len(columns), per_page)]

    def _split_table(self, spec: SlideSpec, layout: LayoutFrames) -> Sequence[SlideSpec]:
        frame = layout.frame(Place.TABLE)
        table = _table(spec)
        if frame is None or table is None:
            return [spec]
        grid = table_grid(table, frame.width_pt, TABLE_SIZE_PT, self.letters)
        room = frame.height_pt - grid.heights[0]
        height = dict(zip(range(len(table.rows)), grid.heights[1:], strict=True))
        runs = shared_out([(n,) for n in height], lambda run: sum(height[n] for n in run), room)
        return [replace(spec, body=(replace(table, rows=tuple(table.rows[n] for n in run)),)) for run in runs]

    def _percent(self, spec: SlideSpec, layout: LayoutFrames, percents: Iterable[int]) -> int:
        """Find the largest of some sizes at which it fits, not under the bounds; 0 where none does."""
        smallest_pt = self._smallest_pt(spec, layout)
        for percent in percents:
            if percent < 100 and smallest_pt * percent / 100 < _bound(spec) - 0.01:
                return 0
            if self._fits(spec, layout, percent):
                return percent
        return 0

    def _smallest_pt(self, spec: SlideSpec, layout: LayoutFrames) -> float:
        if spec.role is Role.TABLE:
            return TABLE_SIZE_PT
        frame = layout.frame(Place.BODY) or layout.frame(Place.SECOND)
        atoms = atoms_of((*spec.body, *spec.second), (), 1)
        return min((frame.levels[atom.style_level].size_pt for atom in atoms), default=99.0) if frame else 99.0

    def _with_title(self, spec: SlideSpec) -> SlideSpec:
        layout = self.template.layouts[spec.role]
        room = _room(layout, Place.TITLE)
        fitting = (p for p in (100, *SHRUNK) if self._title_height(spec, layout, p) <= room)
        return replace(spec, title_percent=next(fitting, 100))

    def _title_height(self, spec: SlideSpec, layout: LayoutFrames, percent: int) -> float:
        frame = layout.frame(Place.TITLE)
        return self._height((Paragraph((Span(spec.title),)),), frame, percent) if frame else 0.0

    def _fits(self, spec: SlideSpec, layout: LayoutFrames, percent: int) -> bool:
        if spec.role is Role.TABLE:
            frame, table = layout.frame(Place.TABLE), _table(spec)
            if frame is None or table is None:
                return True
            grid = table_grid(table, frame.width_pt, TABLE_SIZE_PT * percent / 100, self.letters)
            return grid.height <= frame.height_pt + SLACK_PT
        texts = _texts(spec)
        return all(
            self._height(text, layout.frame(place), percent) <= _room(layout, place) for place, text in texts if text
        )

    def _height(self, text: Text, frame: Frame | None, percent: int) -> float:
        return self._atoms_height(atoms_of(text, (), 1), frame, percent) if frame else 0.0

    def _atoms_height(self, atoms: Sequence[Atom], frame: Frame, percent: int = 100) -> float:
        """Add up the paragraphs in points; the space before the first one is none."""
        total = 0.0
        for number, atom in enumerate(atoms):
            level = frame.levels[atom.style_level]
            size = level.size_pt * percent / 100
            room = frame.width_pt - _margin_pt(atom, level)
            lines = self.letters.line_count(atom.measured_spans(), room, size, bold=level.bold)
            line_percent = level.line_percent - (LINE_CUT if percent < 100 else 0)
            total += lines * size * LINE_HEIGHT * line_percent / 100
            total += level.before_pt * percent / 100 if number else 0.0
        return total


def _margin_pt(atom: Atom, level: Level) -> float:
    if atom.number and not atom.level:
        return NUMBERED_INDENT_PT
    return level.margin_pt if atom.is_item else 0.0


def _texts(spec: SlideSpec) -> tuple[tuple[Place, Text], ...]:
    if spec.role is Role.PICTURE:
        return ((Place.BODY, spec.second),)
    return ((Place.BODY, spec.body), (Place.SECOND, spec.second))


def _room(layout: LayoutFrames, place: Place) -> float:
    frame = layout.frame(place)
    return frame.height_pt + SLACK_PT if frame else float("inf")


def _bound(spec: SlideSpec) -> float:
    return SMALLEST_TABLE_PT if spec.role is Role.TABLE else SMALLEST_BODY_PT


def _table(spec: SlideSpec) -> Table | None:
    return next((block for block in spec.body if isinstance(block, Table)), None)


def _page(spec: SlideSpec, columns: Sequence[Sequence[Atom]]) -> SlideSpec:
    body, second = columns[0], columns[1] if len(columns) > 1 else ()
    number = next((atom.number for atom in body if atom.number), 1)
    jumps = (*jumps_of(body), *jumps_of(second)) if spec.jumps else ()
    return replace(spec, body=text_of(body), second=text_of(second), jumps=jumps, first_number=number)


def _finding(code: str, message: str, spec: SlideSpec) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code=code,
        message=message.format(title=spec.title),
        way_out=_("Shorten it, or make it two slides."),
        subject=spec.block_id,
    )


def overfull(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Pick the findings about text that does not fit."""
    return tuple(finding for finding in findings if finding.code in {"deck.overflow", "deck.title-overflow"})
