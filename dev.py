#!/usr/bin/env python3
"""Work on Facilitator: ``python3 dev.py run | demo | test | check | bench | shots | pictures | lock | build``.

Needs nothing but Python 3.11 or newer. It makes the project's own environment in ``.venv``, installs what the lock
file names when the lock changed, and sees to the system libraries Qt needs: as root on Debian and Ubuntu it
installs them, elsewhere it names them.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
LOCK = HERE / "requirements.lock"
STAMP = ENVIRONMENT / "installed-lock.txt"
WINDOWS = sys.platform == "win32"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")

# What Qt loads, and the Debian package that brings it
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
QT_FREE_ROOMS = ["foundation", "curriculum", "agenda", "people", "live", "workshop", "export"]
# The suite is cut in two so that the Qt-free rooms run once with PySide6 out of reach
QT_FREE_TESTS = [f"tests/{room}" for room in QT_FREE_ROOMS]
SPELLED = ["facilitator", "tests", "tools", "docs", "modules", "dev.py", "README.md", "CHANGELOG.md"]
QT_TESTS = ["tests/architecture", "tests/desktop", "tests/journeys", "tests/commands", "tests/package"]


class Stop(Exception):  # noqa: N818 -- it ends the command, it is no fault
    """Something only the person at the keyboard can do; the text says what."""


def say(text: str) -> None:
    """Print a line at once, so that it stands before what the next program prints."""
    print(text, flush=True)


def call(command: Sequence[str | Path], **changes: str) -> int:
    """Run a program in the project's folder with changed environment variables; give its exit status."""
    environment = {**os.environ, **changes}
    return subprocess.run([str(part) for part in command], cwd=HERE, env=environment, check=False).returncode


def is_missing(library: str) -> bool:
    """Tell whether the system's loader cannot find a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages when that is possible here; tell whether it worked."""
    if not packages or shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    say(f"Installing system packages: {' '.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return call(["apt-get", "update", "-qq"], **quiet) == 0 and call(install, **quiet) == 0


def ensure_system_libraries() -> None:
    """See to the shared libraries Qt needs on Linux, those of a window only where there is a display."""
    if not sys.platform.startswith("linux"):
        return
    wanted = QT_LIBRARIES | (X11_LIBRARIES if os.environ.get("DISPLAY") else {})
    packages = [package for library, package in wanted.items() if is_missing(library)]
    if packages and not apt_install(packages):
        raise Stop("Qt needs system libraries. Please run: sudo apt install " + " ".join(packages))


def ensure_environment() -> None:
    """Make ``.venv`` when there is none, and install the lock file when it changed."""
    if not PYTHON.exists():
        make_environment()
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text(encoding="ascii").strip() == digest:
        return
    say("Installing the libraries named in requirements.lock …")
    install = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # The lock names everything, so nothing is resolved again: a newer release must not change what is installed
    if call([*install, "--no-deps", "--require-hashes", "-r", LOCK]) != 0:
        raise Stop("The libraries could not be installed. Is there a network? The lines above say what went wrong.")
    STAMP.write_text(digest, encoding="ascii")


def make_environment() -> None:
    """Make the virtual environment; Debian keeps what that takes in a package of its own."""
    say("Making the project's own environment in .venv …")
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    command = [sys.executable, "-m", "venv", ENVIRONMENT]
    if call(command) == 0:
        return
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not WINDOWS and (apt_install([package]) or apt_install(["python3-venv"])) and call(command) == 0:
        return
    raise Stop(f"Python cannot make a virtual environment. Please run: sudo apt install {package}")


def has_display() -> bool:
    """Tell whether a window could be shown."""
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(rest: list[str]) -> int:
    """Open the app on the sample workshop; without a display make the sample's papers instead."""
    if has_display():
        return call([PYTHON, "-m", "facilitator", *(rest or ["--sample"])])
    say("There is no display here, so no window can open. Making the sample workshop's papers instead.")
    return demo(rest)


def demo(rest: list[str]) -> int:
    """Build the sample workshop, simulate its run and write its papers into exports/."""
    return call([PYTHON, "-m", "facilitator", "demo", *rest])


def check_steps() -> list[tuple[str, list[str | Path]]]:
    """Name the checks that run no tests, quickest first."""
    module: list[str | Path] = [PYTHON, "-m"]
    return [
        ("style", [*module, "ruff", "check", "--quiet", "."]),
        ("format", [*module, "ruff", "format", "--check", "--quiet", "."]),
        ("spelling", [*module, "codespell_lib", *SPELLED]),
        ("imports", [PYTHON.with_name("lint-imports" + PYTHON.suffix), "--no-logo"]),
        ("types", [*module, "mypy"]),
    ]


def in_turn(steps: Sequence[tuple[str, list[str | Path]]], **changes: str) -> int:
    """Run every step, each with its time; give 1 when any failed, after all have run."""
    failed = []
    for name, command in steps:
        began = time.monotonic()
        status = call(command, **changes)
        say(f"[{'ok' if status == 0 else 'FAILED'}] {name}: {time.monotonic() - began:.1f} s")
        if status != 0:
            failed.append(name)
    if failed:
        say("Failed: " + ", ".join(failed))
    return 1 if failed else 0


def check(_rest: list[str]) -> int:
    """Style, format, spelling, import directions, types."""
    return in_turn(check_steps())


def test(rest: list[str]) -> int:
    """All checks and all tests; with arguments, only pytest with them."""
    pytest: list[str | Path] = [PYTHON, "-m", "pytest"]
    environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE / "tests" / "plugins")}
    if rest:
        return call([*pytest, *rest], **environment)
    across = ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile"]
    without_qt = [*pytest, *across, "-p", "no:pytest-qt", "-p", "without_qt", *present(QT_FREE_TESTS)]
    steps = [
        *check_steps(),
        ("tests of the Qt-free rooms, PySide6 blocked", without_qt),
        ("tests of windows, commands and journeys", [*pytest, *across, *present(QT_TESTS)]),
    ]
    return in_turn(steps, **environment)


def present(folders: Sequence[str]) -> list[str]:
    """Keep the folders that exist."""
    return [folder for folder in folders if (HERE / folder).is_dir()]


def bench(rest: list[str]) -> int:
    """Measure the budgets, each as a ratio against its baseline in the same run."""
    return call([PYTHON, "-m", "tests.bench", *rest], QT_QPA_PLATFORM="offscreen")


def shots(rest: list[str]) -> int:
    """Write pictures of every place and state into shots/."""
    return call([PYTHON, "-m", "tools.shots", *rest], QT_QPA_PLATFORM="offscreen")


def pictures(rest: list[str]) -> int:
    """Draw the pictures of the packs that are drawn from data beside them."""
    return call([PYTHON, "-m", "tools.draw_pictures", *rest], QT_QPA_PLATFORM="offscreen")


def lock(_rest: list[str]) -> int:
    """Work out requirements.lock anew, with hashes, for all systems."""
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    if call([*pip, "install", "uv"]) != 0:
        return 1
    index = subprocess.run(
        [str(PYTHON), "-m", "pip", "config", "get", "global.index-url"], capture_output=True, text=True, check=False
    ).stdout.strip()
    compile_ = [
        *[PYTHON, "-m", "uv", "pip", "compile", "--universal", "--generate-hashes", "--extra", "dev", "--quiet"],
        *["--no-header", "--no-emit-index-url", "--python-version", "3.11", "-o", LOCK, "pyproject.toml"],
    ]
    return call(compile_, **({"UV_INDEX_URL": index} if index else {}))


def build(_rest: list[str]) -> int:
    """Make a wheel in dist/."""
    return call([PYTHON, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist", "."])


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "demo": demo,
    "test": test,
    "check": check,
    "bench": bench,
    "shots": shots,
    "pictures": pictures,
    "lock": lock,
    "build": build,
}


def main(arguments: list[str]) -> int:
    """Set up what the command needs, then do it."""
    plain = argparse.RawTextHelpFormatter
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=plain)
    parser.add_argument("command", choices=COMMANDS, help="what to do")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on to the command")
    chosen = parser.parse_args(arguments)
    if sys.version_info < (3, 11):
        say("Facilitator needs Python 3.11 or newer.")
        return 1
    try:
        ensure_environment()
        ensure_system_libraries()
    except Stop as stop:
        say(str(stop))
        return 1
    return COMMANDS[chosen.command](chosen.rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
