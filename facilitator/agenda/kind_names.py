"""What the kinds of blocks are called on screens and papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.curriculum.unit import Kind
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Callable


def kind_name(kind: Kind, words: Callable[[str], str] = _) -> str:
    """Give the name of a kind; papers hand in ``gettext`` of their own catalogue as ``words``."""
    names = {
        Kind.OPENING: words("Opening"),
        Kind.INPUT: words("Input"),
        Kind.DEMO: words("Demonstration"),
        Kind.EXERCISE: words("Exercise"),
        Kind.DEBRIEF: words("Debrief"),
        Kind.DISCUSSION: words("Discussion"),
        Kind.ENERGISER: words("Energiser"),
        Kind.ASSESSMENT: words("Assessment"),
        Kind.RECAP: words("Recap"),
        Kind.BREAK: words("Break"),
        Kind.MEAL: words("Lunch"),
        Kind.BUFFER: words("Buffer"),
        Kind.CLOSING: words("Closing"),
        Kind.ADMIN: words("Organisation"),
        Kind.NOTE: words("Note"),
        Kind.UNIT: words("Unit"),
    }
    return names[kind]
