"""Open the window, or say in a sentence why that cannot be."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence


class NoWindowError(FacilitatorError):
    """A window cannot be opened here."""


def open_window(arguments: Sequence[str]) -> int:
    """Start the app with a workshop file, ``--sample`` or nothing.

    Raises:
        NoWindowError: there is no display, or Qt's libraries are missing.
    """
    if sys.platform.startswith("linux") and not has_display():
        raise NoWindowError(
            _("There is no display here, so no window can open."),
            way_out=_(
                "check, variants, cards, demo and export work without one: facilitator --help lists the commands."
            ),
        )
    try:
        from facilitator.app import run  # noqa: PLC0415 -- Qt is loaded only when a window is wanted
    except ImportError as problem:
        if (problem.name or "").startswith("facilitator"):
            raise  # a fault of ours, not of the system
        raise NoWindowError(
            _("Qt cannot be loaded: {reason}.").format(reason=problem),
            way_out=_("On Debian and Ubuntu the README names the packages it needs."),
        ) from problem
    return run(list(arguments))


def has_display() -> bool:
    """Tell whether Qt has somewhere to draw: X11, Wayland, or a platform chosen by hand."""
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
