"""What leaves as a wheel: everything is in it, and the program runs from it, far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = sys.platform == "win32"
SHIPPED = ("modules", "assets")


def do(words: Sequence[str | Path], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, with nothing that points at the checkout."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    environment = {**kept, "PYTHONIOENCODING": "utf-8", **variables}
    command = [str(word) for word in words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel in it, and a folder to stand in."""

    programs: Path
    folder: Path

    def call(self, *words: str) -> subprocess.CompletedProcess[str]:
        program = self.programs / ("facilitator.exe" if WINDOWS else "facilitator")
        return do([program, *words], self.folder, FACILITATOR_HOME=str(self.folder / "home"))


@pytest.fixture(scope="module")
def sources() -> set[Path]:
    """What the checkout had before the wheel was built; somebody may be working in it."""
    return {path for name in ("facilitator", *SHIPPED) for path in (ROOT / name).rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def wheel(sources: set[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    assert sources
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT]
    done = do(build, folder)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("facilitator-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """A fresh environment with the wheel; the libraries are lent by this one, so nothing is downloaded."""
    top = tmp_path_factory.mktemp("installed")
    made = do([sys.executable, "-m", "venv", "--without-pip", top / "env"], top)
    if made.returncode != 0:
        pytest.skip("this Python cannot make virtual environments (on Debian: apt install python3-venv)")
    programs = top / "env" / ("Scripts" if WINDOWS else "bin")
    python = programs / ("python.exe" if WINDOWS else "python")
    install = ["-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel]
    done = do([sys.executable, *install], top)
    assert done.returncode == 0, done.stderr
    packages = do([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], top).stdout.strip()
    (Path(packages) / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    folder = top / "elsewhere"
    folder.mkdir()
    return Installed(programs, folder)


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as file:
        return set(file.namelist())


@pytest.mark.parametrize("name", SHIPPED)
def test_that_everything_shipped_is_in_the_wheel(name: str, wheel: Path, sources: set[Path]) -> None:
    below = [path for path in sources if path.is_relative_to(ROOT / name) and path.exists()]
    wanted = {f"facilitator/shipped/{path.relative_to(ROOT).as_posix()}" for path in below}
    assert wanted
    assert wanted - names_in(wheel) == set()


def test_that_every_module_is_in_the_wheel_and_no_test_is(wheel: Path, sources: set[Path]) -> None:
    names = names_in(wheel)
    modules = {path.relative_to(ROOT).as_posix() for path in sources if path.suffix == ".py" and path.exists()}
    assert len(modules) > 200
    assert modules - names == set()
    assert [name for name in names if name.startswith(("tests/", "tools/", "exports/"))] == []


def test_that_the_program_is_the_one_from_the_wheel(installed: Installed) -> None:
    python = installed.programs / ("python.exe" if WINDOWS else "python")
    done = do([python, "-c", "import facilitator; print(facilitator.__file__)"], installed.folder)
    assert Path(done.stdout.strip()).is_relative_to(installed.programs.parent), done.stderr


def test_that_the_shipped_pack_is_checked_from_the_wheel(installed: Installed) -> None:
    done = installed.call("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 errors" in done.stdout


def test_that_a_pack_beside_the_wheel_is_checked_by_its_path(installed: Installed) -> None:
    (installed.folder / "empty").mkdir()
    done = installed.call("check", "empty")
    assert done.returncode == 1
    assert "pack.toml" in done.stdout


def test_that_the_demo_makes_its_papers_from_the_wheel(installed: Installed) -> None:
    done = installed.call("demo", "--out", "papers")
    assert (done.returncode, done.stderr) == (0, "")
    papers = {path.suffix: path for path in (installed.folder / "papers").iterdir()}
    assert len(Presentation(str(papers[".pptx"])).slides) > 40
    assert "Presence" in openpyxl.load_workbook(papers[".xlsx"], read_only=True).sheetnames


def test_that_the_version_is_that_of_the_wheel(installed: Installed, wheel: Path) -> None:
    version = wheel.name.split("-")[1]
    assert installed.call("--version").stdout == f"facilitator {version}\n"
