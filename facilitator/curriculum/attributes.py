"""Attributes of headings and fences in Pandoc's notation: ``{.class key=value key="two words"}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NONE: Mapping[str, str] = MappingProxyType({})
_TRAILING = re.compile(r"(?:^|\s)\{((?:[^{}\"]|\"[^\"]*\")*)\}\s*$")
_LONGEST = 1000
_WORD = re.compile(
    r"""\s*(?:\.(?P<name>[\w-]+)
          |\#(?P<id>[\w:.-]+)
          |(?P<key>[\w-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"{}]+)))(?=\s|$)""",
    re.VERBOSE,
)
_FENCE = re.compile(r"(?:(?P<word>[\w-]+)|\{(?P<attributes>.*)\})\s*:*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Attributes:
    """The classes and the key-value pairs of one heading or fence."""

    classes: tuple[str, ...] = ()
    pairs: Mapping[str, str] = field(default_factory=lambda: NONE)


def parse_attributes(text: str) -> Attributes | None:
    """Read what stands between the braces; None when it is not all understood."""
    classes: list[str] = []
    pairs: dict[str, str] = {}
    position, end = 0, len(text.rstrip())
    while position < end:
        match = _WORD.match(text, position, end)
        if match is None:
            return None
        position = match.end()
        if match["name"]:
            classes.append(match["name"])
        elif match["key"]:
            pairs[match["key"]] = match["quoted"] if match["quoted"] is not None else match["bare"]
    return Attributes(tuple(classes), MappingProxyType(pairs))


def split_heading(text: str) -> tuple[str, Attributes | None]:
    """Cut the attributes from the end of a heading; None for them when they are not understood."""
    text = text.strip()
    words, tail = text[:-_LONGEST], text[-_LONGEST:]  # a bounded tail keeps hostile headings cheap
    match = _TRAILING.search(tail)
    if match is None:
        return text, Attributes()
    return (words + tail[: match.start()]).strip(), parse_attributes(match[1])


def parse_fence(text: str) -> Attributes | None:
    """Read what follows the colons of an opening fence: one word, or attributes in braces."""
    match = _FENCE.fullmatch(text.strip())
    if match is None:
        return None
    if match["word"]:
        return Attributes((match["word"],))
    return parse_attributes(match["attributes"])
