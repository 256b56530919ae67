"""Names without case, accents and signs, for finding and for telling doubles."""

from __future__ import annotations

import unicodedata

# Letters that do not come apart into a plain one and an accent
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)
_JOINERS = frozenset("'’`´ʼ‘")


def folded(text: str) -> str:
    """Give a text in lower case without accents, apostrophes left out, other signs as spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    kept = (_kept(letter) for letter in decomposed.casefold() if not unicodedata.combining(letter))
    return " ".join("".join(kept).split())


def folded_parts(text: str) -> tuple[str, ...]:
    """Give the words of a folded text."""
    return tuple(folded(text).split())


def name_key(name: str) -> str:
    """Give what two spellings of one name share, whatever the order of its parts: ``doe jane``."""
    return " ".join(sorted(folded_parts(name)))


def _kept(letter: str) -> str:
    if letter.isalnum():
        return letter
    # Vowel signs of many scripts are marks that do not combine; they belong to the word
    return "" if letter in _JOINERS else letter if unicodedata.category(letter) == "Mc" else " "
