"""Work off the window's thread: plain functions in, signals out, always on the window's thread."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)
REPORT_EVERY_S = 0.05


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is; a total of 0 means that it is not known."""

    done: int
    total: int
    label: str = ""


Report: TypeAlias = Callable[[int, int, str], None]
Cancelled: TypeAlias = Callable[[], bool]
Work: TypeAlias = Callable[[Report, Cancelled], Any]


class UnexpectedError(FacilitatorError):
    """A job ran into a bug; the cause is in the log."""


class Job(QObject):
    """One piece of work that was handed to :class:`Jobs`.

    Signals, all on the window's thread, and one of the last three exactly once:
        progressed: a :class:`Progress`, at most twenty a second.
        succeeded: what the work returned.
        failed: a :class:`FacilitatorError` that says what happened.
        cancelled: it stopped because it was asked to.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._is_over = False

    @property
    def is_over(self) -> bool:
        """Tell whether its last signal has been sent."""
        return self._is_over

    def cancel(self) -> None:
        """Ask it to stop; it does so where the work next looks."""
        self._stop.set()

    def end(self, result: object, error: FacilitatorError | None) -> None:
        """Send the last signal; called by :class:`Jobs` on the window's thread."""
        self._is_over = True
        if self._stop.is_set():
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)


class _Wire(QObject):
    """The way from the pool's threads to the window's: one object that outlives every job.

    A runner that held its job could be the last to let go of it, on the wrong thread; so it holds this and a number.
    """

    reported = Signal(int, object)
    ended = Signal(int, object, object)


class _Runner(QRunnable):
    """Runs a plain function on a pool thread."""

    def __init__(self, wire: _Wire, number: int, work: Work, stop: threading.Event) -> None:
        super().__init__()
        self._wire = wire
        self._number = number
        self._work = work
        self._stop = stop
        self._last_report_s = 0.0

    def run(self) -> None:
        """Do the work and tell how it ended."""
        result: object = None
        error: FacilitatorError | None = None
        try:
            if not self._stop.is_set():
                result = self._work(self._report, self._stop.is_set)
        except FacilitatorError as problem:
            error = problem
        except Exception:  # noqa: BLE001 -- the one place where a bug in a job becomes a sentence
            _log.exception("a job ran into a bug")
            error = UnexpectedError(
                _("Something went wrong that should not have."),
                safe=_("Your workshop is kept."),
                way_out=_("Try again; the log has the details."),
            )
        self._wire.ended.emit(self._number, result, error)

    def _report(self, done: int, total: int, label: str = "") -> None:
        now_s = time.monotonic()
        if done < total and now_s - self._last_report_s < REPORT_EVERY_S:
            return
        self._last_report_s = now_s
        self._wire.reported.emit(self._number, Progress(done, total, label))


class Jobs(QObject):
    """Runs work on a pool of threads and keeps what runs alive until it is over.

    Lives as long as the app; call :meth:`stop_all` before letting it go.
    """

    def __init__(self, pool: QThreadPool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool or QThreadPool.globalInstance()
        self._running: dict[int, Job] = {}
        self._numbers = itertools.count(1)
        self._wire = _Wire()
        queued = Qt.ConnectionType.QueuedConnection
        self._wire.reported.connect(self._on_reported, queued)
        self._wire.ended.connect(self._on_ended, queued)

    def start(self, work: Work) -> Job:
        """Run ``work(report, cancelled) -> result`` and give its job to connect to.

        The work must touch no widget; it should look at ``cancelled()`` between its steps.
        """
        job = Job()
        number = next(self._numbers)
        self._running[number] = job
        self._pool.start(_Runner(self._wire, number, work, job._stop))  # noqa: SLF001 -- handed on, not looked at
        return job

    def __iter__(self) -> Iterator[Job]:
        return iter(tuple(self._running.values()))

    def stop_all(self, wait_ms: int = 3000) -> bool:
        """Ask everything to stop and wait; tell whether all of it did."""
        for job in self:
            job.cancel()
        return self._pool.waitForDone(wait_ms)

    @Slot(int, object)
    def _on_reported(self, number: int, progress: Progress) -> None:
        self._running[number].progressed.emit(progress)

    @Slot(int, object, object)
    def _on_ended(self, number: int, result: object, error: FacilitatorError | None) -> None:
        self._running.pop(number).end(result, error)
