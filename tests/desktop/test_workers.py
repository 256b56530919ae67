from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThread, QThreadPool

from facilitator.desktop.workers import Jobs, Progress, Report, UnexpectedError
from facilitator.foundation.errors import FacilitatorError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from facilitator.desktop.workers import Cancelled


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    pool = QThreadPool()
    yield Jobs(pool)
    assert pool.waitForDone(5000)


def test_that_the_result_arrives_on_the_windows_thread(jobs: Jobs, qtbot: QtBot, qapp: QApplication) -> None:
    threads: list[object] = []
    job = jobs.start(lambda _report, _cancelled: threads.append(QThread.currentThread()) or 42)
    job.succeeded.connect(lambda _: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(job.succeeded, timeout=3000) as done:
        pass
    assert done.args == [42]
    assert threads[1] is qapp.thread()
    assert threads[0] is not qapp.thread()


def test_that_sixty_jobs_all_end_once_while_memory_is_collected(jobs: Jobs, qtbot: QtBot) -> None:
    results: list[int] = []
    for number in range(60):
        job = jobs.start(lambda _report, _cancelled, number=number: number * number)
        job.succeeded.connect(results.append)
        if number % 10 == 0:
            gc.collect()
    qtbot.waitUntil(lambda: len(results) == 60, timeout=5000)
    assert sorted(results) == [number * number for number in range(60)]
    assert list(jobs) == []


def test_that_progress_comes_in_order_and_ends_with_the_whole(jobs: Jobs, qtbot: QtBot) -> None:
    def work(report: Report, _cancelled: Cancelled) -> None:
        for step in range(1, 501):
            report(step, 500, "slides")

    seen: list[Progress] = []
    job = jobs.start(work)
    job.progressed.connect(seen.append)
    with qtbot.waitSignal(job.succeeded, timeout=3000):
        pass
    assert [p.done for p in seen] == sorted(p.done for p in seen)
    assert seen[-1] == Progress(500, 500, "slides")
    assert len(seen) < 100


def test_that_a_cancelled_job_stops_and_says_so_and_nothing_else(jobs: Jobs, qtbot: QtBot) -> None:
    began = threading.Event()
    steps: list[int] = []

    def work(_report: Report, cancelled: Cancelled) -> None:
        began.set()
        while not cancelled():
            steps.append(1)
            threading.Event().wait(0.001)

    job = jobs.start(work)
    succeeded: list[object] = []
    job.succeeded.connect(succeeded.append)
    assert began.wait(3)
    with qtbot.waitSignal(job.cancelled, timeout=3000):
        job.cancel()
    assert steps
    assert succeeded == []


def test_that_a_job_cancelled_before_it_began_is_never_done(jobs: Jobs, qtbot: QtBot) -> None:
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    queue, gate, done = Jobs(pool), threading.Event(), []
    queue.start(lambda _r, _c: gate.wait(3))
    late = queue.start(lambda _r, _c: done.append(1))
    late.cancel()
    with qtbot.waitSignal(late.cancelled, timeout=3000):
        gate.set()
    assert done == []
    assert pool.waitForDone(3000)


def test_that_a_failure_the_user_can_act_on_arrives_as_it_is(jobs: Jobs, qtbot: QtBot) -> None:
    error = FacilitatorError("The disk is full.")

    def work(_report: Report, _cancelled: Cancelled) -> None:
        raise error

    job = jobs.start(work)
    with qtbot.waitSignal(job.failed, timeout=3000) as failed:
        pass
    assert failed.args == [error]


def test_that_a_bug_is_logged_and_told_in_a_plain_sentence(
    jobs: Jobs, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    job = jobs.start(lambda _report, _cancelled: 1 / 0)
    with qtbot.waitSignal(job.failed, timeout=3000) as failed:
        pass
    assert isinstance(failed.args[0], UnexpectedError)
    assert "division" not in str(failed.args[0])
    assert "ZeroDivisionError" in caplog.text


def test_that_stopping_all_waits_for_what_runs(jobs: Jobs, qtbot: QtBot) -> None:
    def work(_report: Report, cancelled: Cancelled) -> None:
        while not cancelled():
            threading.Event().wait(0.001)

    running = [jobs.start(work) for _ in range(3)]
    assert jobs.stop_all()
    qtbot.waitUntil(lambda: all(job.is_over for job in running), timeout=3000)
