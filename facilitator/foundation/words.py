"""Words for people: the interface speaks the user's language, papers the workshop's.

Interface text goes through ``_`` and ``ngettext``; papers ask the catalogue they are handed. Catalogues live in
``assets/locale``; without one the English of the source is shown.
"""

from __future__ import annotations

import functools
import gettext
from typing import Protocol

from facilitator.foundation.resources import shipped

DOMAIN = "facilitator"
# gettext looks for its catalogue anew with every call; a window asks hundreds of times a second
_ = functools.cache(gettext.gettext)
ngettext = functools.lru_cache(maxsize=4096)(gettext.ngettext)


class Catalogue(Protocol):
    """Words in one language."""

    def gettext(self, message: str) -> str:
        """Give the text in this language."""
        ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Give the text for so many in this language."""
        ...


def speak_interface_language() -> None:
    """Let ``_`` use our catalogues in the user's language; called once, by the composition root."""
    gettext.bindtextdomain(DOMAIN, str(shipped("assets") / "locale"))
    gettext.textdomain(DOMAIN)
    _.cache_clear()
    ngettext.cache_clear()


def catalogue(language: str) -> Catalogue:
    """Give the words of papers in a language such as ``en`` or ``de``; English where there is no catalogue."""
    return gettext.translation(DOMAIN, shipped("assets") / "locale", [language], fallback=True)
