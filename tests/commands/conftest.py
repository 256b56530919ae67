"""The command line as somebody types it, with a home of its own; the sample and its files are made once."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from command_bench import Call, Demo, Run, Sample, save, start_of

from facilitator.cli import main
from facilitator.curriculum.library_files import read_library
from facilitator.foundation.folders import HOME_VARIABLE
from facilitator.foundation.resources import shipped
from facilitator.workshop.sample import make_sample
from facilitator.workshop.sample_run import clock_of, play, read_script
from facilitator.workshop.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.curriculum.library import Library


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing of these tests reaches the folders of whoever runs them."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command in this process and give what it said."""

    def run(*words: object) -> Run:
        status = main([str(word) for word in words])
        said = capsys.readouterr()
        return Run(status, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library((shipped("modules"),))


@pytest.fixture(scope="session")
def sample(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The sample workshop, and a copy of it with its people and its run."""
    numbers = itertools.count(1)
    workshop = make_sample(library, lambda: f"{next(numbers):032x}")
    clock = clock_of(workshop)
    folder = tmp_path_factory.mktemp("sample")
    document = Shelf(folder / "shelf", clock).create(workshop)
    play(document, clock, read_script())
    document.save_copy(folder / "sample.workshop", people=True)
    played = document.workshop
    document.close()
    return Sample(workshop, played, folder / "sample.workshop")


@pytest.fixture(scope="session")
def bare_copy(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy without people and without a run."""
    return save(sample.workshop, tmp_path_factory.mktemp("bare") / "bare.workshop", people=False)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """A demo in a process of its own, started in another folder."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    return Demo(start_of("demo", cwd=elsewhere, home=elsewhere / "home"), elsewhere)
