"""Titles that tell slides apart: parts of one slide are counted, equal titles get a word more."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.export.deck.slides import SlideSpec


def unique_titles(slides: Sequence[SlideSpec]) -> tuple[SlideSpec, ...]:
    """Give the same slides with a title each that no other slide has.

    Neighbours that share title, block and step are parts of one slide and become ``Title (1/2)``, ``Title (2/2)``.
    Others that share a title get their label behind a dash, and a number where that is not enough. Big and small
    letters count as the same.
    """
    counted = _parts_counted(slides)
    labelled = _with_labels(counted)
    return _numbered(labelled)


def _parts_counted(slides: Sequence[SlideSpec]) -> list[SlideSpec]:
    made: list[SlideSpec] = []
    run: list[SlideSpec] = []
    for spec in slides:
        if run and not _are_parts(run[-1], spec):
            made += _count(run)
            run = []
        run.append(spec)
    return made + _count(run)


def _are_parts(first: SlideSpec, second: SlideSpec) -> bool:
    return (first.title, first.block_id, first.step) == (second.title, second.block_id, second.step)


def _count(run: list[SlideSpec]) -> list[SlideSpec]:
    if len(run) < 2:
        return run
    return [replace(spec, title=f"{spec.title} ({n}/{len(run)})") for n, spec in enumerate(run, 1)]


def _with_labels(slides: Sequence[SlideSpec]) -> list[SlideSpec]:
    times = Counter(spec.title.casefold() for spec in slides)
    seen: set[str] = set()
    made = []
    for spec in slides:
        key = spec.title.casefold()
        if times[key] > 1 and key in seen and spec.label and spec.label.casefold() != key:
            spec = replace(spec, title=f"{spec.title} – {spec.label}")  # noqa: PLW2901
        seen.add(key)
        made.append(spec)
    return made


def _numbered(slides: Sequence[SlideSpec]) -> tuple[SlideSpec, ...]:
    taken: set[str] = set()
    made = []
    for spec in slides:
        title, number = spec.title, 1
        while title.casefold() in taken:
            number += 1
            title = f"{spec.title} ({number})"
        taken.add(title.casefold())
        made.append(spec if title == spec.title else replace(spec, title=title))
    return tuple(made)
