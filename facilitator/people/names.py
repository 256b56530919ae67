"""Names as people write them, taken apart; letters, case and signs stay as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitator.people.folding import folded

_MAIL = re.compile(r"[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\"]+")
_MAIL_IN_TEXT = re.compile(rf"(?:mailto:)?[<(\[]?(?:mailto:)?({_MAIL.pattern})[>)\]]?", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-*•·–]|\d{1,4}[.)])\s+")
_PARTICLES = frozenset(
    {"van", "von", "vom", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le"}
    | {"ten", "ter", "zu", "zum", "zur", "af", "av", "al", "el", "bin", "ibn", "ben", "of", "y"}
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_DEGREES = _SUFFIXES | {"ma", "mba", "msc", "mphil", "phd", "ba", "bsc", "bed", "llm", "llb", "lld", "md", "dr"}


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name in its two parts, and a mail address that stood beside it; each may be ""."""

    given: str
    family: str
    mail: str = ""


def is_mail(text: str) -> bool:
    """Tell whether a text is one mail address and nothing else."""
    return _MAIL.fullmatch(text) is not None


def parts_of(text: str) -> NameParts:
    """Take ``Family, Given``, ``Given Family``, ``Name <mail>`` or an address alone apart.

    The last word is the family name, with the particles before it: ``Jan | van der Berg``. One word is a given name.
    """
    mail = ""
    if match := _MAIL_IN_TEXT.search(text):
        mail = match[1]
        text = f"{text[: match.start()]} {text[match.end() :]}"
    text = " ".join(_BULLET.sub("", text.strip(), count=1).strip(' ",;').split())
    if len(text) > 2 and text[0] == text[-1] == "'":
        text = text[1:-1].strip()
    if "," in text:
        return _listed(text, mail)
    given, family = _spoken(text)
    return NameParts(given, family, mail)


def _listed(text: str, mail: str) -> NameParts:
    family, given = (part.strip() for part in text.split(",", 1))
    words = folded(given).split()
    if words and all(word in _DEGREES for word in words) and " " in family:
        given, family = _spoken(family)
        return NameParts(given, f"{family}, {text.split(',', 1)[1].strip()}", mail)
    return NameParts(given, family, mail)


def _spoken(text: str) -> tuple[str, str]:
    words = text.split(" ")
    if len(words) == 1:
        return text, ""
    begin = len(words) - 1
    if folded(words[-1]) in _SUFFIXES and len(words) > 2:
        begin -= 1
    particles = [index for index, word in enumerate(words[:begin]) if word in _PARTICLES]
    begin = particles[0] if particles else begin
    return " ".join(words[:begin]), " ".join(words[begin:])
