"""File names that every system accepts, made from titles that people type."""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_NAME_BYTES = 80
NAMELESS = "untitled"
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"}
    | {f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"}
)


def safe_file_name(title: str, suffix: str, taken: Iterable[str] = (), *, ending: str = "") -> str:
    r"""Give a file name that looks like the title and works on Windows, macOS and Linux.

    Rules: composed Unicode; no control or invisible characters, none of ``<>:"/\\|?*``; no dot or space at
    either end; device names of Windows get an underscore; at most 80 bytes with the suffix; where the name is
    taken, big and small letters being the same, a number follows.

    Args:
        title: what a person called it; may be empty or hostile.
        suffix: with its dot, such as ``.pptx``; ours, so taken as it is.
        taken: names that are in the folder already.
        ending: what must stay at the end of a name that is cut, since it tells two files apart.
    """
    used = {_folded(name) for name in taken}
    stem, kept = _stem(title), f" - {_stem(ending)}" if ending else ""
    for number in itertools.count(1):
        counter = "" if number == 1 else f" {number}"
        tail = kept + counter + suffix
        name = _cut(stem, LONGEST_NAME_BYTES - len(tail.encode())) + tail
        if _folded(name) not in used:
            return name
    raise AssertionError  # the count has no end


def _stem(title: str) -> str:
    kept = "".join(_kept(character) for character in unicodedata.normalize("NFC", title))
    stem = unicodedata.normalize("NFC", " ".join(kept.split())).strip(" .")
    head, dot, rest = stem.partition(".")
    if head.strip().upper() in _DEVICES:
        stem = f"{head.strip()}_{dot}{rest}"
    return stem or NAMELESS


def _kept(character: str) -> str:
    if character in _FORBIDDEN or character.isspace() or unicodedata.category(character) in {"Cc", "Zl", "Zp"}:
        return " "
    return "" if unicodedata.category(character)[0] == "C" else character


def _cut(stem: str, most_bytes: int) -> str:
    return stem.encode()[:most_bytes].decode(errors="ignore").rstrip(" .") or NAMELESS


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
