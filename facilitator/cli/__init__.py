"""The command line: what the app does, without a window."""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from facilitator import __version__
from facilitator.foundation.errors import FacilitatorError
from facilitator.foundation.words import _, speak_interface_language

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("check", "variants", "cards", "demo", "export")
SAMPLE_WISH = "--sample"
FAILED, BUG, STOPPED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; without a command open the window.

    Exit status: 0 all went well; 1 something is wrong, told in one sentence or as findings; 2 a bug, told with the
    place of the log; 130 stopped by hand.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    speak_interface_language()
    _print_what_can_be_printed()
    try:
        status = _status_of(words)
        _flush()
    except BrokenPipeError:
        # Whoever reads has gone, such as head; Python would complain again while it closes the pipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return status


def _status_of(words: list[str]) -> int:
    try:
        return _do(words)
    except FacilitatorError as error:
        return _fail(str(error))
    except BrokenPipeError:
        raise
    except OSError as problem:
        return _fail(_("The system said no: {reason}.").format(reason=problem.strerror or type(problem).__name__))
    except KeyboardInterrupt:
        return STOPPED
    except Exception as bug:  # noqa: BLE001 -- the hook for bugs of the command line
        from facilitator.cli.bugs import tell_bug  # noqa: PLC0415 -- rarely needed

        tell_bug(bug)
        return BUG


def _do(words: list[str]) -> int:
    is_option = bool(words) and words[0].startswith("-") and words[0] != SAMPLE_WISH
    if is_option or (words and words[0] in COMMANDS):
        _keep_log_off_the_screen()
        return _command(parser().parse_args(words))
    from facilitator.cli.window import open_window  # noqa: PLC0415 -- Qt is not for the command line

    return open_window(words)


def _fail(sentence: str) -> int:
    _flush()
    print(sentence, file=sys.stderr)
    return FAILED


def _keep_log_off_the_screen() -> None:
    """Without any handler Python prints warnings; what a command has to say it says itself."""
    log = logging.getLogger("facilitator")
    if not log.handlers:
        log.addHandler(logging.NullHandler())


def _flush() -> None:
    """Let everything printed so far stand before what comes on the other stream; Windows has programs without one."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _print_what_can_be_printed() -> None:
    """Let a terminal of few letters show a question mark, rather than end the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


class _Parser(argparse.ArgumentParser):
    """A parser that fails in one sentence, as everything else does."""

    def error(self, message: str) -> NoReturn:
        raise FacilitatorError(
            f"{self.prog}: {message}.", way_out=_("{command} --help says how.").format(command=self.prog)
        )


def parser() -> argparse.ArgumentParser:
    """Give the parser of all commands."""
    top = _Parser(
        prog="facilitator",
        description=_("Plan, run and hand over workshops. Without a command the window opens."),
        epilog=_("facilitator FILE opens a workshop file in the window, facilitator --sample the sample workshop."),
    )
    top.add_argument("--version", action="version", version=f"facilitator {__version__}")
    commands = top.add_subparsers(dest="command")
    _add_check(commands)
    _add_variants(commands)
    _add_cards(commands)
    _add_demo(commands)
    _add_export(commands)
    return top


def _add_check(commands: argparse._SubParsersAction[_Parser]) -> None:
    check = commands.add_parser("check", help=_("list what is wrong with packs or workshops, with file and line"))
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help=_("a pack's folder or a workshop file; our packs if none")
    )
    check.add_argument("--on", default="", metavar="DAY", help=_("day on which facts must be fresh, or today"))


def _add_variants(commands: argparse._SubParsersAction[_Parser]) -> None:
    variants = commands.add_parser("variants", help=_("show which variant of a unit each audience gets"))
    variants.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=_("a pack's folder; our packs if none"))
    variants.add_argument("--unit", default="", metavar="ID", help=_("slot by slot for one unit, such as L01"))


def _add_cards(commands: argparse._SubParsersAction[_Parser]) -> None:
    cards = commands.add_parser("cards", help=_("write the cards and sheets of units as text and tables"))
    cards.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=_("a pack's folder; our packs if none"))
    cards.add_argument(
        "--unit", action="append", default=[], metavar="ID", help=_("a unit, such as L01; all if left out")
    )
    cards.add_argument(
        "--for",
        dest="audiences",
        action="append",
        default=[],
        metavar="AUDIENCE",
        help=_("audience id, such as legal; several are a mixed room; all cards if left out"),
    )
    cards.add_argument("--out", type=Path, default=Path("cards"), metavar="DIR", help=_("folder for the files"))


def _add_demo(commands: argparse._SubParsersAction[_Parser]) -> None:
    demo = commands.add_parser("demo", help=_("build the sample workshop, simulate its run, write its papers"))
    demo.add_argument("--out", type=Path, default=Path("exports"), metavar="DIR", help=_("folder for the papers"))


def _add_export(commands: argparse._SubParsersAction[_Parser]) -> None:
    export = commands.add_parser("export", help=_("write papers of a workshop"))
    export.add_argument("file", type=Path, metavar="FILE", help=_("a workshop file, made with Save a copy"))
    export.add_argument(
        "--paper",
        action="append",
        default=[],
        metavar="ID",
        help=_("deck, deck-participants, cards, keys or attendance; all if left out"),
    )
    export.add_argument(
        "--for", dest="audience", default="", metavar="AUDIENCE", help=_("audience id, such as legal")
    )
    export.add_argument("--out", type=Path, default=Path(), metavar="DIR", help=_("folder for the papers"))


def _command(chosen: argparse.Namespace) -> int:
    if chosen.command == "check":
        from facilitator.cli.check import check  # noqa: PLC0415 -- each command loads only what it needs

        return check(chosen.paths, chosen.on)
    if chosen.command == "variants":
        from facilitator.cli.variants import variants  # noqa: PLC0415

        return variants(chosen.paths, chosen.unit)
    if chosen.command == "cards":
        from facilitator.cli.cards import cards  # noqa: PLC0415

        return cards(chosen.paths, chosen.unit, chosen.audiences, chosen.out)
    if chosen.command == "demo":
        from facilitator.cli.demo import demo  # noqa: PLC0415

        return demo(chosen.out)
    if chosen.command is None:
        parser().error(_("a command is missing"))
    from facilitator.cli.export import export  # noqa: PLC0415

    return export(chosen.file, chosen.paper, chosen.audience, chosen.out)
