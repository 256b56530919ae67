"""Checks of an assessment: its items can be answered, its forms can be scored, and everything it names is there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from facilitator.curriculum.file_findings import FileFindings, suggestion
from facilitator.curriculum.toml_values import toml_places
from facilitator.curriculum.values import NOWHERE, Place
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from facilitator.curriculum.assessment import Assessment, CompetenceModel, Form, Item
    from facilitator.curriculum.pack import Pack
    from facilitator.curriculum.toml_values import KeyPath
    from facilitator.foundation.findings import Finding


def check_model(model: CompetenceModel, path: str, source: str) -> tuple[Finding, ...]:
    """Give what is wrong with the dimensions: an id twice, or not one description for each level."""
    findings, places = FileFindings(path), toml_places(source)
    ids = (dimension.id for dimension in model.dimensions)
    _report_twice(ids, "dimension", _("The dimension {id} is there twice."), places, findings)
    for number, dimension in enumerate(model.dimensions):
        if len(dimension.levels) != len(model.levels):
            findings.error(
                "dimension.levels",
                _("{name} describes {number} levels, and there are {wanted}.").format(
                    name=dimension.name, number=len(dimension.levels), wanted=len(model.levels)
                ),
                _("Describe each level once, lowest first."),
                places.get(("dimension", number, "levels"), NOWHERE),
            )
    return findings.all()


def check_assessment(assessment: Assessment, pack: Pack, source: str) -> tuple[Finding, ...]:
    """Give what is wrong with an assessment of a pack; ``source`` is its file, for the lines."""
    return _Checks(assessment, pack, source).all()


def _report_twice(
    ids: Iterable[str], key: str, message: str, places: Mapping[KeyPath, Place], findings: FileFindings
) -> None:
    seen: set[str] = set()
    for number, name in enumerate(ids):
        if name in seen:
            place = places.get((key, number, "id"), NOWHERE)
            findings.error(f"{key}.duplicate-id", message.format(id=name), _("Give one of them another id."), place)
        seen.add(name)


class _Checks:
    """The checks of one assessment, with what they share."""

    def __init__(self, assessment: Assessment, pack: Pack, source: str) -> None:
        self._assessment = assessment
        self._model = pack.model
        self._facts = {fact.id for fact in pack.facts}
        self._findings = FileFindings(assessment.path, assessment.id)
        self._places = toml_places(source)

    def all(self) -> tuple[Finding, ...]:
        assessment = self._assessment
        for key, message, ids in (
            ("item", _("The item {id} is there twice."), (item.id for item in assessment.items)),
            ("form", _("The form {id} is there twice."), (form.id for form in assessment.forms)),
            ("confidence", _("The item {id} is there twice."), (item.id for item in assessment.confidence)),
        ):
            _report_twice(ids, key, message, self._places, self._findings)
        for number, item in enumerate(assessment.items):
            self._check_item(number, item)
        for number, confidence in enumerate(assessment.confidence):
            self._check_dimension(("confidence", number), confidence.dimension)
        for number, form in enumerate(assessment.forms):
            self._check_form(number, form)
        return self._findings.all()

    def _error(self, code: str, message: str, way_out: str, path: KeyPath) -> None:
        place = self._places.get(path) or self._places.get(path[:2], NOWHERE)
        self._findings.error(f"assessment.{code}", message, way_out, place)

    def _check_item(self, number: int, item: Item) -> None:
        path: KeyPath = ("item", number)
        self._check_dimension(path, item.dimension)
        letters = [option.letter for option in item.options]
        if item.key not in letters:
            message = _("The key of {id} is “{key}”, and there is no such option.").format(id=item.id, key=item.key)
            self._error("key", message, suggestion(item.key, letters), (*path, "key"))
        if len({option.text.casefold() for option in item.options}) < max(2, len(item.options)):
            message = _("{id} has two options that say the same, or only one.").format(id=item.id)
            self._error("options", message, _("Give it options that can be told apart."), (*path, "options"))
        if self._model.levels and item.level > len(self._model.levels):
            message = _("{id} asks for level {level}, and there are {wanted}.").format(
                id=item.id, level=item.level, wanted=len(self._model.levels)
            )
            self._error("level", message, _("Choose one of the levels in dimensions.toml."), (*path, "level"))
        for name in item.facts:
            if name not in self._facts:
                message = _("The fact “{name}” is not in facts.toml.").format(name=name)
                self._error("fact", message, suggestion(name, self._facts), (*path, "facts"))

    def _check_dimension(self, path: KeyPath, name: str) -> None:
        if self._model.dimension(name) is None:
            known = [dimension.id for dimension in self._model.dimensions]
            message = _("The dimension “{name}” is not in dimensions.toml.").format(name=name)
            self._error("dimension", message, suggestion(name, known), (*path, "dimension"))

    def _check_form(self, number: int, form: Form) -> None:
        path: KeyPath = ("form", number)
        items = {item.id: item for item in self._assessment.items}
        for name, times in Counter(form.items).items():
            if name not in items:
                message = _("The item “{name}” of the form {form} is not there.").format(name=name, form=form.id)
                self._error("form-item", message, suggestion(name, items), (*path, "items"))
            elif times > 1:
                message = _("The form {form} asks {name} twice.").format(form=form.id, name=name)
                self._error("form-item", message, _("Take one of them out."), (*path, "items"))
        counts = Counter(items[name].dimension for name in form.items if name in items)
        for name in (dimension.id for dimension in self._model.dimensions if form.bands):
            for gap in _gaps(form, counts[name]):
                self._error(
                    "bands",
                    _("In {form}, {right} right answers in {dimension} give {levels} levels.").format(
                        form=form.id, right=gap[0], dimension=name, levels=gap[1]
                    ),
                    _("Let the levels of the form cover every number of right answers once."),
                    (*path, "level"),
                )


def _gaps(form: Form, items: int) -> Iterator[tuple[int, int]]:
    """Give each number of right answers that does not lead to exactly one level, with the number it leads to.

    A level that also has to be observed stands above another and may share its numbers.
    """
    for right in range(items + 1):
        levels = sum(band.right_from <= right <= band.right_to for band in form.bands if not band.observed)
        if levels != 1:
            yield right, levels
