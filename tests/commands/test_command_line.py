from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from command_bench import NO_WINDOW, Call, Sample, environment_for, start_of

from facilitator import __version__
from facilitator.cli import main
from facilitator.foundation import atomic

if TYPE_CHECKING:
    from pathlib import Path

SECRET = " ".join(("Selam", "Abebe"))


def break_check(*_arguments: object) -> int:
    return int({}[SECRET])


@pytest.mark.parametrize("command", ["check", "demo", "export"])
def test_that_help_says_what_each_command_does(command: str, capsys: pytest.CaptureFixture[str], call: Call) -> None:
    with pytest.raises(SystemExit):
        call("--help")
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert any(words[:1] == [command] and len(words) > 3 for words in lines)


def test_that_the_version_is_told(capsys: pytest.CaptureFixture[str], call: Call) -> None:
    with pytest.raises(SystemExit):
        call("--version")
    assert capsys.readouterr().out == f"facilitator {__version__}\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--sampel"], "facilitator: unrecognized arguments: --sampel. facilitator --help says how."),
        (
            ["export"],
            "facilitator export: the following arguments are required: FILE. facilitator export --help says how.",
        ),
    ],
)
def test_that_wrong_arguments_are_one_sentence_and_status_1(words: list[str], expected: str, call: Call) -> None:
    done = call(*words)
    assert (done.status, done.complaint) == (1, expected)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_that_without_a_display_the_commands_are_named(monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    for name in NO_WINDOW:
        monkeypatch.delenv(name, raising=False)
    done = call()
    assert done.status == 1
    assert "check, variants, cards, demo and export" in done.complaint


def test_that_a_bug_is_told_without_what_it_was_about(
    monkeypatch: pytest.MonkeyPatch, call: Call, home: Path
) -> None:
    monkeypatch.setattr("facilitator.cli.check.check", break_check)
    done = call("check")
    log = home / "logs" / "facilitator.log"
    assert done.status == 2
    assert str(log) in done.complaint
    logged = log.read_text(encoding="utf-8")
    assert "KeyError" in logged
    assert "in break_check" in logged
    assert SECRET not in done.complaint + logged


def test_that_a_bug_is_told_where_no_log_can_be_written(
    monkeypatch: pytest.MonkeyPatch, call: Call, home: Path
) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setattr("facilitator.cli.check.check", break_check)
    done = call("check")
    assert done.status == 2
    assert "cannot be written" in done.complaint


def test_that_a_program_without_a_terminal_has_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facilitator.cli.check.check", lambda _paths, _on: 0)
    monkeypatch.setattr(sys, "stdout", None)  # as pythonw on Windows has it
    assert main(["check"]) == 0


def test_that_stopping_by_hand_is_no_bug(monkeypatch: pytest.MonkeyPatch, call: Call, home: Path) -> None:
    def stop(*_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("facilitator.cli.check.check", stop)
    done = call("check")
    assert (done.status, done.err) == (130, "")
    assert not home.exists()


def test_that_a_full_disk_is_one_sentence_and_leaves_no_file(
    monkeypatch: pytest.MonkeyPatch, call: Call, sample: Sample, tmp_path: Path
) -> None:
    out = tmp_path / "papers"

    def full(path: Path) -> None:
        if path.parent == out:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic, "_sync_file", full)
    done = call("export", sample.file, "--paper", "attendance", "--out", out)
    assert done.status == 1
    assert done.complaint.startswith("The disk is full;")
    assert list(out.iterdir()) == []


def test_that_no_room_for_passing_files_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, call: Call, sample: Sample
) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("facilitator.cli.taken_in.tempfile.TemporaryDirectory", full)
    done = call("check", sample.file)
    assert done.status == 1
    assert "Make room on the disk" in done.complaint


@pytest.mark.slow
def test_that_a_reader_who_has_gone_is_no_trouble(home: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "facilitator", "check"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=tmp_path, env=environment_for(home), **pipes) as process:
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (1, b"")


@pytest.mark.slow
def test_that_the_log_does_not_talk_into_a_command(home: Path, tmp_path: Path) -> None:
    # The test run has handlers of its own, so it takes another process
    script = (
        "import logging, facilitator.cli.check as room\n"
        "room.check = lambda paths, on: logging.getLogger('facilitator.workshop').warning('1 event waits') or 0\n"
        "from facilitator.cli import main\n"
        "raise SystemExit(main(['check']))\n"
    )
    command, environment = [sys.executable, "-c", script], environment_for(home)
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.slow
def test_that_a_command_works_from_another_folder(home: Path, tmp_path: Path) -> None:
    done = start_of("check", cwd=tmp_path, home=home)
    assert (done.status, done.err) == (0, "")
    assert "0 errors, " in done.lines[-1]
    assert not home.exists()
