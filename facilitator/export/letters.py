"""Text that any Office file can hold."""

from __future__ import annotations

import re

FORMULA_SIGNS = frozenset("=+-@\t\r＝＋－＠")  # a spreadsheet takes a text that begins with one for a formula
_NOT_XML = re.compile("[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """Give the text without characters that XML cannot hold; line breaks become spaces."""
    return _NOT_XML.sub("", _BREAKS.sub(" ", text))
