"""Options in words, short enough to stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.foundation.words import _, ngettext
from facilitator.live.labels import span_words
from facilitator.live.offers import Way

if TYPE_CHECKING:
    from facilitator.live.labels import WallLabels
    from facilitator.live.offers import Option


def option_words(option: Option, labels: WallLabels) -> str:
    """Say what an option does and when the session then ends: ``Drop Energiser: 12:30``."""
    what = _what(option)
    return _("{what}: {time}").format(what=what, time=labels.minute(option.finish_s))


def _what(option: Option) -> str:
    seconds = abs(option.changes[0].seconds) if option.changes else 0.0
    values = {"title": option.title, "units": option.units, "span": span_words(seconds)}
    words = {
        Way.DROP: ngettext("Drop {title}", "Drop {units} units", option.units),
        Way.COMPRESS: ngettext("Shorten {title}", "Shorten {units} units", option.units),
        Way.BREAKS: ngettext("Shorten {title}", "Shorten {units} breaks", option.units),
        Way.CASCADE: ngettext("Change {title}", "Drop and shorten {units} units", option.units),
        Way.KEEP_ALL: _("Keep all"),
        Way.BRING_BACK: _("Bring back {title}"),
        Way.LENGTHEN: _("{title} {span} longer"),
        Way.LONGER_BREAK: _("{title} {span} longer"),
        Way.BACK_LATER: _("Back {span} later from {title}"),
    }
    return words[option.way].format(**values)
