"""The one thread that writes: it keeps entries in order, tries again when the disk says no, and does the chores.

The window puts entries in and goes on; it hears from here what is kept. Nothing is dropped while the process
lives: what cannot be kept waits in memory and is tried again every two seconds.
"""

from __future__ import annotations

import errno
import logging
import sqlite3
import threading
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from facilitator.foundation.words import _
from facilitator.workshop.store import KEEP_PROBLEMS, Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.workshop.events import Entry

log = logging.getLogger(__name__)
ResultT = TypeVar("ResultT")
ArgumentT = TypeVar("ArgumentT")
RETRY_S: Final = 2.0
CHORES_EVERY_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class KeptReport:
    """What the disk has.

    Attributes:
        seq: every event up to this number is in the database and in the second log.
        waiting: events that are in memory only.
        failure: why they wait, one sentence, or "".
    """

    seq: int
    waiting: int = 0
    failure: str = ""


class Writer:
    """Owns a store on a thread of its own."""

    def __init__(
        self, store: Store, seq: int, *, make_room: Callable[[], bool], chores: Callable[[Store], None]
    ) -> None:
        """Start the thread.

        Args:
            store: nobody else uses it from here on.
            seq: the last event that is kept already.
            make_room: gives back spare room on the disk; tells whether there was any.
            chores: what is done now and then between two writes, on the writer's thread.
        """
        self._store = store
        self._make_room = make_room
        self._chores = chores
        self._news = threading.Condition()
        self._waiting: deque[Entry] = deque()
        self._tasks: deque[tuple[Callable[[Store], Any], Future[Any]]] = deque()
        self._report = KeptReport(seq)
        self._heard: list[Callable[[KeptReport], None]] = []
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="workshop-writer", daemon=True)
        self._thread.start()

    def put(self, entry: Entry) -> None:
        """Queue an entry; it is kept after those before it."""
        with self._news:
            self._waiting.append(entry)
            self._news.notify_all()

    def ask(self, task: Callable[[Store], ResultT]) -> Future[ResultT]:
        """Do something with the store between two writes, after everything queued before is kept."""
        answer: Future[ResultT] = Future()
        with self._news:
            if self._thread.is_alive() and not self._stopping:
                self._tasks.append((task, answer))
            else:
                answer.cancel()
            self._news.notify_all()
        return answer

    def hear(self, heard: Callable[[KeptReport], None]) -> None:
        """Tell somebody each time more is kept or keeping fails; the call comes on the writer's thread."""
        self._heard.append(heard)

    @property
    def report(self) -> KeptReport:
        """What the disk has now."""
        return self._report

    def wait_kept(self, seq: int, timeout_s: float) -> bool:
        """Wait until an event is kept; tell whether it is."""
        with self._news:
            return self._news.wait_for(lambda: self._report.seq >= seq, timeout_s)

    def stop(self) -> int:
        """Keep what can be kept with one more try, let go of the store, and give the number of events lost."""
        with self._news:
            self._stopping = True
            self._news.notify_all()
        self._thread.join()
        return len(self._waiting)

    def _run(self) -> None:
        try:
            while self._turn():
                pass
        finally:
            if not self._stopping:  # an error of ours: nothing is kept from here on, and that must be seen
                sentence = _("Changes are no longer written. Save a copy, then open the workshop again.")
                self._tell(KeptReport(self._report.seq, len(self._waiting), sentence))
            self._store.close()
            with self._news:
                for _task, answer in self._tasks:
                    answer.cancel()
                self._tasks.clear()

    def _turn(self) -> bool:
        with self._news:
            self._news.wait_for(self._has_work, CHORES_EVERY_S)
            batch = tuple(self._waiting)
            task = self._tasks.popleft() if self._tasks and not batch else None
            stopping = self._stopping
        if batch:
            return self._keep(batch) or self._pause_after_failure(stopping=stopping)
        if task is not None:
            self._do(*task)
            return True
        if not stopping:
            _shielded(self._chores, self._store)
        return not stopping

    def _has_work(self) -> bool:
        return bool(self._waiting or self._tasks or self._stopping)

    def _keep(self, batch: tuple[Entry, ...]) -> bool:
        try:
            try:
                self._store.keep(batch)
            except KEEP_PROBLEMS:
                if not self._make_room():
                    raise
                self._store.keep(batch)
        except KEEP_PROBLEMS as problem:
            log.warning("%s events wait: %s", len(batch), name_of(problem))
            self._tell(KeptReport(self._report.seq, len(batch), sentence_for(problem)))
            return False
        with self._news:
            for _entry in batch:
                self._waiting.popleft()
            left = len(self._waiting)
        self._tell(KeptReport(batch[-1].event.seq, left))
        return True

    def _pause_after_failure(self, *, stopping: bool) -> bool:
        if stopping:
            return False
        with self._news:
            self._news.wait_for(lambda: self._stopping, RETRY_S)
        return True

    def _tell(self, report: KeptReport) -> None:
        with self._news:
            self._report = report
            self._news.notify_all()
        for heard in tuple(self._heard):
            _shielded(heard, report)

    def _do(self, task: Callable[[Store], Any], answer: Future[Any]) -> None:
        if not answer.set_running_or_notify_cancel():
            return
        try:
            answer.set_result(task(self._store))
        except Exception as problem:  # noqa: BLE001 -- it belongs to whoever asked
            answer.set_exception(problem)


def _shielded(call: Callable[[ArgumentT], object], argument: ArgumentT) -> None:
    """Call what is not ours; whatever goes wrong in it, the writing goes on."""
    try:
        call(argument)
    except Exception as problem:
        # Its text could hold what people typed, so the log gets its kind and its place in the code
        bare = RuntimeError(type(problem).__name__)
        log.error("a listener or a chore failed: %s", bare, exc_info=(RuntimeError, bare, problem.__traceback__))  # noqa: TRY400


def name_of(problem: BaseException) -> str:
    """Name a failure of the disk without any text of the user in it."""
    if isinstance(problem, sqlite3.Error):
        return getattr(problem, "sqlite_errorname", type(problem).__name__)
    if isinstance(problem, OSError) and problem.errno is not None:
        return errno.errorcode.get(problem.errno, str(problem.errno))
    return type(problem).__name__


def sentence_for(problem: BaseException) -> str:
    """Say why nothing can be kept now; all failures of the disk are treated alike, only the words differ."""
    name = name_of(problem)
    if name.startswith("SQLITE_FULL") or name in {"ENOSPC", "EDQUOT", "EFBIG"}:
        return _("The disk is full.")
    if name.startswith("SQLITE_READONLY") or name in {"EROFS", "EACCES", "EPERM"}:
        return _("The folder of the workshop may not be written.")
    if name.startswith("SQLITE_CANTOPEN"):
        return _("The folder of the workshop cannot be reached.")
    return _("The disk does not take the changes ({code}).").format(code=name)
