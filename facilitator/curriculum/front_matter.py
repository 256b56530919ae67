"""The front matter of a unit: found, bounded and read without YAML's traps.

Plain scalars stay text. Anchors, aliases, tags and merge keys are refused while the events go by, before
anything is built of them; the size is bounded first, because a scanner can be slow on hostile input.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from facilitator.curriculum.values import NOWHERE, Place, Value
from facilitator.foundation.limits import FRONT_MATTER_BYTES, FRONT_MATTER_LINES, KB
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.curriculum.file_findings import FileFindings

MOST_BRACKETS = 300
MOST_EVENTS = 1500
DEEPEST = 6
FENCE = "---"


@dataclass(frozen=True, slots=True)
class Divided:
    """A unit file cut in two.

    Attributes:
        head: the lines between the two ``---``.
        body: the Markdown, with one empty line for each line of the front matter, so that lines keep their number.
    """

    head: str
    body: str


class FrontMatterRefusedError(Exception):
    """The front matter cannot or will not be read; the finding says why."""

    def __init__(self, code: str, message: str, way_out: str, place: Place) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.way_out = way_out
        self.place = place


def divide(source: str) -> Divided:
    """Cut the front matter from the body.

    Raises:
        FrontMatterRefusedError: there is none, or it is not closed.
    """
    lines = source.split("\n")
    if lines[0].rstrip() != FENCE:
        raise FrontMatterRefusedError(
            "unit.no-front-matter",
            _("The file does not begin with front matter."),
            _("Begin with a line ---, then id, title, summary, minutes, audiences, objectives, then a line ---."),
            Place(1, 1),
        )
    for number in range(1, len(lines)):
        if lines[number].rstrip() == FENCE:
            body = "\n" * (number + 1) + "\n".join(lines[number + 1 :])
            return Divided("".join(line + "\n" for line in lines[1:number]), body)
    raise FrontMatterRefusedError(
        "unit.open-front-matter",
        _("The front matter is not closed."),
        _("Put a line with --- after the last key."),
        Place(1, 1),
    )


def read_front_matter(head: str, findings: FileFindings) -> Value | None:
    """Read the keys of front matter, every scalar as text; None, with a finding, where it is refused."""
    try:
        _refuse_oversize(head)
        return _Builder(events(head), findings).build()
    except FrontMatterRefusedError as refused:
        findings.error(refused.code, refused.message, refused.way_out, refused.place)
        return None


def events(head: str) -> Iterator[Any]:
    """Walk the YAML events of front matter, refusing what we do not take.

    Raises:
        FrontMatterRefusedError: anchors, aliases, tags, directives, or no YAML at all.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 -- heavy, and not needed where units come from a cache
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    try:
        for number, event in enumerate(YAML(typ="safe", pure=True).parse(head)):
            _refuse_trap(event)
            if number > MOST_EVENTS:
                raise _too_much(_place(event))
            yield event
    except YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        place = Place(mark.line + 2, mark.column + 1) if mark else Place(2, 1)
        reason = " ".join(str(getattr(problem, "problem", "") or _("it is no YAML")).split())
        raise FrontMatterRefusedError(
            "unit.front-matter",
            _("The front matter cannot be read: {reason}.").format(reason=reason),
            _("Check the indentation, and put a text that holds “: ” or “#” into quotes."),
            place,
        ) from problem


def _refuse_oversize(head: str) -> None:
    if len(head.encode("utf-8")) > FRONT_MATTER_BYTES or head.count("\n") > FRONT_MATTER_LINES:
        raise FrontMatterRefusedError(
            "unit.front-matter-size",
            _("The front matter is longer than {lines} lines or {size} kB.").format(
                lines=FRONT_MATTER_LINES, size=FRONT_MATTER_BYTES // KB
            ),
            _("Move explanations into the trainer's guide at the end of the file."),
            Place(FRONT_MATTER_LINES + 1, 1),
        )
    if "\t" in head:
        line = head[: head.index("\t")].count("\n")
        raise FrontMatterRefusedError(
            "unit.tab", _("There is a tab in the front matter."), _("Use spaces instead."), Place(line + 2, 1)
        )
    if sum(head.count(sign) for sign in "[{?") > MOST_BRACKETS:
        raise _too_much(Place(2, 1))


def _refuse_trap(event: Any) -> None:  # noqa: ANN401 -- ruamel's events share no typed base
    name = type(event).__name__
    trap = ""
    if name == "AliasEvent" or getattr(event, "anchor", None):
        trap = _("an anchor or alias (& or *)")
    elif getattr(event, "tag", None):
        trap = _("a tag (!)")
    elif name == "DocumentStartEvent" and (event.version or event.tags):
        trap = _("a directive (%)")
    if trap:
        raise FrontMatterRefusedError(
            "unit.yaml-trap",
            _("The front matter holds {trap}, which is not read.").format(trap=trap),
            _("Write the value out in full, in quotes where it is meant as text."),
            _place(event),
        )


def _too_much(place: Place) -> FrontMatterRefusedError:
    return FrontMatterRefusedError(
        "unit.front-matter",
        _("The front matter is nested too deeply or holds too much."),
        _("Write plain lists, and keep explanations for the trainer's guide."),
        place,
    )


def _place(event: Any) -> Place:  # noqa: ANN401
    return Place(event.start_mark.line + 2, event.start_mark.column + 1)


class _Builder:
    """Makes values of events; knows how deep it is."""

    def __init__(self, stream: Iterator[Any], findings: FileFindings) -> None:
        self._stream = stream
        self._findings = findings

    def build(self) -> Value:
        for event in self._stream:
            kind = type(event).__name__
            if kind == "DocumentEndEvent":
                break
            if kind == "MappingStartEvent":
                value = self._table(event, 1)
                self._expect_the_end()
                return value
            if kind in {"ScalarEvent", "SequenceStartEvent"}:
                break
        raise FrontMatterRefusedError(
            "unit.front-matter",
            _("The front matter is empty or no list of keys."),
            _("Write lines such as “title: The title”."),
            Place(1, 1),
        )

    def _expect_the_end(self) -> None:
        for event in self._stream:
            if type(event).__name__ == "DocumentStartEvent":
                raise FrontMatterRefusedError(
                    "unit.front-matter",
                    _("The front matter holds a second document."),
                    _("Take the line ... out."),
                    _place(event),
                )

    def _value(self, event: Any, depth: int) -> Value:  # noqa: ANN401
        if depth > DEEPEST:
            raise _too_much(_place(event))
        kind = type(event).__name__
        if kind == "MappingStartEvent":
            return self._table(event, depth)
        if kind == "SequenceStartEvent":
            return self._list(event, depth)
        return Value(str(event.value), _place(event))

    def _list(self, start: Any, depth: int) -> Value:  # noqa: ANN401
        items = []
        for event in self._stream:
            if type(event).__name__ == "SequenceEndEvent":
                break
            items.append(self._value(event, depth + 1))
        return Value(tuple(items), _place(start))

    def _table(self, start: Any, depth: int) -> Value:  # noqa: ANN401
        table: dict[str, Value] = {}
        for event in self._stream:
            if type(event).__name__ == "MappingEndEvent":
                break
            key, place = self._key(event)
            value = self._value(next(self._stream), depth + 1)
            if key in table:
                self._findings.error(
                    "unit.duplicate-key",
                    _("The key “{key}” is there twice.").format(key=key),
                    _("Keep one of them; the first one counts until then."),
                    place,
                )
            else:
                # a table or list of its own lines is best found by its key
                table[key] = Value(value.content, place if value.place.line != place.line else value.place)
        return Value(table, _place(start) if start else NOWHERE)

    def _key(self, event: Any) -> tuple[str, Place]:  # noqa: ANN401
        place = _place(event)
        if type(event).__name__ != "ScalarEvent" or event.value == "<<":
            raise FrontMatterRefusedError(
                "unit.yaml-trap",
                _("The front matter holds a merge key or a key that is no plain word."),
                _("Write every key out as one word."),
                place,
            )
        return str(event.value), place
