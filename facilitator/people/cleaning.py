"""What is taken out of pasted text, and how long its parts may be."""

from __future__ import annotations

import re
import unicodedata

LONGEST_TEXT = 2_000_000
LONGEST_CELL = 1_000
LONGEST_NAME = 200
LONGEST_MAIL = 254
MOST_PEOPLE = 2_000
MOST_ROWS = 10_000
MOST_CELLS = MOST_PEOPLE + 1  # the recipients of a mail stand on one line

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# Controls but tab and line feed; marks that turn the direction of text; lone surrogates; byte order and soft hyphens
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u00ad"
    "\ud800-\udfff]"
)
# Our own CSV files put an apostrophe before what a spreadsheet would take for a formula
_GUARDED = re.compile(r"'(?=[=+\-@])")


def clean_text(text: str) -> str:
    """Give pasted text composed (NFC), with plain line ends and without unseen characters; tabs stay."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)))


def clean_cell(cell: str) -> str:
    """Give a cell on one line, trimmed, with single spaces and not too long; case and signs stay as they are."""
    line = " ".join(cell.strip()[:LONGEST_CELL].split())
    return line[1:] if _GUARDED.match(line) else line
