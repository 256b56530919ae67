"""Asks the system to keep the screen on while a run is on; best effort, and let go on every way out."""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)


class Mode(Protocol):
    """What was asked for; ``active`` tells whether the system agreed."""

    @property
    def active(self) -> bool:
        """Whether the system agreed."""
        ...


Asking = AbstractContextManager[Mode]


class Awake:
    """Holds the screen awake between :meth:`hold` and :meth:`release`, however often either is called.

    Args:
        ask: gives what asks the system when it is entered and lets go when it is left.
    """

    def __init__(self, ask: Callable[[], Asking] | None = None) -> None:
        self._ask = ask or _presenting
        self._asked: Asking | None = None
        self._agreed = False

    @property
    def is_held(self) -> bool:
        """Tell whether the system has agreed and holds still."""
        return self._agreed

    def hold(self) -> bool:
        """Ask, unless that was done already; tell whether the system agreed."""
        if self._asked is not None:
            return self._agreed
        try:
            asked = self._ask()
            self._agreed = asked.__enter__().active
            self._asked = asked
        except Exception as error:  # noqa: BLE001 -- whatever a desktop's service raises, the run goes on
            _log.warning("the system was not asked to stay awake: %s", type(error).__name__)
            self._agreed = False
        return self._agreed

    def release(self) -> None:
        """Let go, if anything is held."""
        asked, self._asked, self._agreed = self._asked, None, False
        if asked is None:
            return
        try:
            asked.__exit__(None, None, None)
        except Exception as error:  # noqa: BLE001 -- as above; the system lets go when the program ends
            _log.warning("the system was not told to sleep again: %s", type(error).__name__)


def _presenting() -> Asking:
    from wakepy import keep  # noqa: PLC0415 -- only a run needs it

    return keep.presenting(on_fail="pass")
