"""The command line: what the app does, without a window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator import __version__
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _, speak_interface_language

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("check", "demo", "export")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; without a command open the window. Gives the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    speak_interface_language()
    try:
        if not words or (words[0] not in COMMANDS and words[0] not in {"-h", "--help", "--version"}):
            from facilitator.cli.window import open_window  # noqa: PLC0415 -- Qt is not for the command line

            return open_window(words)
        return _command(parser().parse_args(words))
    except FacilitatorError as error:
        print(str(error), file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """Give the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="facilitator",
        description=_("Plan, run and hand over workshops. Without a command the window opens."),
    )
    top.add_argument("--version", action="version", version=f"facilitator {__version__}")
    commands = top.add_subparsers(dest="command", required=True)
    _add_check(commands)
    _add_demo(commands)
    _add_export(commands)
    return top


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help=_("list what is wrong with packs or workshops, with file and line"))
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=_("a pack's folder or a workshop file"))


def _add_demo(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    demo = commands.add_parser("demo", help=_("build the sample workshop, simulate its run, write its papers"))
    demo.add_argument("--out", type=Path, default=Path("exports"), help=_("folder for the papers"))


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = commands.add_parser("export", help=_("write papers of a workshop"))
    export.add_argument("file", type=Path, help=_("a workshop file"))
    export.add_argument(
        "--paper", action="append", default=[], metavar="ID", help=_("deck or attendance; all if left out")
    )
    export.add_argument(
        "--for", dest="audience", default="", metavar="AUDIENCE", help=_("audience id, such as legal")
    )
    export.add_argument("--out", type=Path, default=Path(), help=_("folder for the papers"))


def _command(chosen: argparse.Namespace) -> int:
    if chosen.command == "check":
        from facilitator.cli.check import check  # noqa: PLC0415 -- each command loads only what it needs

        return check(chosen.paths)
    if chosen.command == "demo":
        from facilitator.cli.demo import demo  # noqa: PLC0415

        return demo(chosen.out)
    from facilitator.cli.export import export  # noqa: PLC0415

    return export(chosen.file, chosen.paper, chosen.audience, chosen.out)
