"""Every action there is: its words, its tooltip, its key. One file, so that no two of them quarrel over a key.

A place adds its actions here under its own scope and wires them with :meth:`facilitator.desktop.place.Place.act`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.desktop.theme.icons import IconName
from facilitator.foundation.words import _


class Scope(StrEnum):
    """Where an action and its key hold: everywhere, or in one place."""

    EVERYWHERE = "everywhere"
    START = "start"
    BRIEF = "brief"
    AGENDA = "agenda"
    PEOPLE = "people"
    LIVE = "live"
    PAPERS = "papers"
    LIBRARY = "library"
    SETTINGS = "settings"


class Act(StrEnum):
    """Every action by name."""

    UNDO = "undo"
    REDO = "redo"
    PALETTE = "palette"
    GO_HOME = "go-home"
    GO_BRIEF = "go-brief"
    GO_AGENDA = "go-agenda"
    GO_PEOPLE = "go-people"
    GO_LIVE = "go-live"
    GO_PAPERS = "go-papers"
    GO_LIBRARY = "go-library"
    GO_SETTINGS = "go-settings"
    OPEN_FILE = "open-file"
    SAVE_COPY = "save-copy"
    OPEN_SAMPLE = "open-sample"
    NEW_BLANK = "new-blank"
    NEW_FROM_PROGRAMME = "new-from-programme"
    NEW_BEST_FIT = "new-best-fit"
    QUIT = "quit"
    BRIEF_DONE = "brief-done"
    FIND_UNIT = "find-unit"
    MOVE_UP = "move-up"
    MOVE_DOWN = "move-down"
    RENAME = "rename"
    DUPLICATE = "duplicate"
    PARK = "park"
    PIN = "pin"
    ADD_BREAK = "add-break"
    RUN = "run"
    CHECK_IN = "check-in"
    PASTE_LIST = "paste-list"
    ADD_PERSON = "add-person"
    EXPORT_ALL = "export-all"
    RUN_START = "run-start"
    RUN_NEXT = "run-next"
    RUN_BACK = "run-back"
    RUN_PAUSE = "run-pause"
    RUN_LONGER = "run-longer"
    RUN_SHORTER = "run-shorter"
    RUN_BLACK = "run-black"
    RUN_WHITE = "run-white"
    RUN_MESSAGE = "run-message"
    RUN_UNDO = "run-undo"
    RUN_FINISH = "run-finish"
    RUN_AUDIENCE = "run-audience"
    RUN_SWAP = "run-swap"
    RUN_COUNTDOWN = "run-countdown"
    RUN_LARGER = "run-larger"
    RUN_SMALLER = "run-smaller"
    RUN_LEAVE = "run-leave"
    OPEN_FOLDER = "open-folder"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action as people see it.

    Attributes:
        keys: key sequences as Qt writes them, the first is shown; empty for an action without a key.
        needs_workshop: it can be used only while a workshop is open.
    """

    act: Act
    text: str
    tooltip: str
    keys: tuple[str, ...] = ()
    icon: IconName | None = None
    scope: Scope = Scope.EVERYWHERE
    needs_workshop: bool = False


def action_specs() -> tuple[ActionSpec, ...]:
    """Give all actions in the user's language, in the order of the palette."""
    return (*_journey(), *_workshops(), *_window(), *_brief(), *_agenda(), *_people(), *_live(), *_papers())


def spec_of(act: Act) -> ActionSpec:
    """Give one action."""
    return next(spec for spec in action_specs() if spec.act is act)


def _journey() -> tuple[ActionSpec, ...]:
    places = (
        (Act.GO_BRIEF, _("Brief"), _("Who it is for and how long you have"), "Ctrl+1", IconName.BRIEF),
        (Act.GO_AGENDA, _("Agenda"), _("What happens when, and whether it fits"), "Ctrl+2", IconName.LIST),
        (Act.GO_PEOPLE, _("People"), _("Who is coming, and who is here"), "Ctrl+3", IconName.PEOPLE),
        (Act.GO_LIVE, _("Live"), _("What now, what next, on time or not"), "Ctrl+4", IconName.LIVE),
        (Act.GO_PAPERS, _("Papers"), _("Everything you hand over"), "Ctrl+5", IconName.FILES),
    )
    return tuple(
        ActionSpec(act, text, tooltip, (key,), icon, needs_workshop=True) for act, text, tooltip, key, icon in places
    )


def _workshops() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            Act.NEW_BEST_FIT,
            _("Find the best fit"),
            _("Say who it is for and how long you have; the ready programmes are sorted by how well they fit"),
            ("Ctrl+N",),
            IconName.DRAFT,
        ),
        ActionSpec(
            Act.NEW_FROM_PROGRAMME,
            _("From a programme"),
            _("Begin with one of the ready programmes"),
            ("Ctrl+Shift+N",),
            IconName.PROGRAMME,
        ),
        ActionSpec(
            Act.NEW_BLANK,
            _("Blank agenda"),
            _("Begin with an empty day and your own blocks"),
            ("Ctrl+Alt+N",),
            IconName.SQUARE_PLUS,
        ),
        ActionSpec(Act.OPEN_FILE, _("Open…"), _("Open a workshop file somebody sent"), ("Ctrl+O",), IconName.FOLDER),
        ActionSpec(
            Act.SAVE_COPY,
            _("Save a copy…"),
            _("Write this workshop into a file to send, without the names of people"),
            ("Ctrl+Shift+S",),
            IconName.FILES,
            needs_workshop=True,
        ),
        ActionSpec(
            Act.OPEN_SAMPLE,
            _("Open the sample"),
            _("Look around in a finished workshop"),
            ("Ctrl+Shift+O",),
            IconName.BOOK,
        ),
    )


def _brief() -> tuple[ActionSpec, ...]:
    words, tooltip = _("Go to the agenda"), _("See what happens when")
    return (
        ActionSpec(Act.BRIEF_DONE, words, tooltip, ("Ctrl+Return",), IconName.LIST, Scope.BRIEF, needs_workshop=True),
    )


def _window() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            Act.UNDO, _("Undo"), _("Take back the last change"), ("Ctrl+Z",), IconName.UNDO, needs_workshop=True
        ),
        ActionSpec(
            Act.REDO,
            _("Redo"),
            _("Do again what was taken back"),
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            IconName.REDO,
            needs_workshop=True,
        ),
        ActionSpec(Act.GO_HOME, _("All workshops"), _("Back to the start page"), ("Ctrl+0",), IconName.LOGO),
        ActionSpec(Act.GO_LIBRARY, _("Library"), _("Units, audiences and programmes"), ("Ctrl+6",), IconName.LIBRARY),
        ActionSpec(
            Act.GO_SETTINGS,
            _("Settings"),
            _("How the app looks and where it keeps things"),
            ("Ctrl+,",),
            IconName.SETTINGS,
        ),
        ActionSpec(
            Act.PALETTE, _("Find an action"), _("Do anything by typing its name"), ("Ctrl+K",), IconName.SEARCH
        ),
        ActionSpec(Act.QUIT, _("Quit"), _("Close Facilitator; everything is kept"), ("Ctrl+Q",), IconName.CLOSE),
    )


def _agenda() -> tuple[ActionSpec, ...]:
    rows = (
        (Act.RUN, _("Run"), _("Go to the console and lead this workshop"), "F5", IconName.PLAY),
        (Act.FIND_UNIT, _("Find a unit"), _("Search the library beside the agenda"), "Ctrl+F", IconName.SEARCH),
        (Act.MOVE_UP, _("Move up"), _("Take the block one place up"), "Alt+Up", None),
        (Act.MOVE_DOWN, _("Move down"), _("Take the block one place down"), "Alt+Down", None),
        (Act.RENAME, _("Rename"), _("Change the title of the block"), "F2", None),
        (Act.DUPLICATE, _("Duplicate"), _("Put a copy behind the block, without its pin"), "Ctrl+D", None),
        (Act.PIN, _("Pin"), _("Fix the start of the block where it is now, or free it"), "Ctrl+P", IconName.PIN),
        (Act.PARK, _("Park"), _("Take the block out of the schedule and keep it"), "Ctrl+Backspace", IconName.PARKED),
        (Act.ADD_BREAK, _("Add a break"), _("Put a break behind the block"), "Ctrl+B", IconName.COFFEE),
    )
    return tuple(
        ActionSpec(act, text, tooltip, (key,), icon, Scope.AGENDA, needs_workshop=True)
        for act, text, tooltip, key, icon in rows
    )


def _people() -> tuple[ActionSpec, ...]:
    rows = (
        (Act.CHECK_IN, _("Check in"), _("Type a name, press Enter, next"), "Ctrl+I", IconName.CIRCLE_CHECK),
        (Act.PASTE_LIST, _("Paste a list"), _("Take names from a list you copied"), "Ctrl+Shift+V", IconName.PASTE),
        (
            Act.ADD_PERSON,
            _("Add a person"),
            _("Somebody who is not on the list"),
            "Ctrl+Shift+P",
            IconName.ADD_PERSON,
        ),
    )
    return tuple(
        ActionSpec(act, text, tooltip, (key,), icon, Scope.PEOPLE, needs_workshop=True)
        for act, text, tooltip, key, icon in rows
    )


def _live() -> tuple[ActionSpec, ...]:
    rows = (
        (Act.RUN_START, _("Start"), _("Start the clock of the day"), "F5", IconName.PLAY),
        (Act.RUN_NEXT, _("Next"), _("Next slide, step or block; clickers send this key"), "PgDown", IconName.NEXT),
        (Act.RUN_BACK, _("Back"), _("One slide or step back"), "PgUp", IconName.PREVIOUS),
        (Act.RUN_PAUSE, _("Pause"), _("Stop the clock, or let it go on"), "P", IconName.PAUSE),
        (Act.RUN_LONGER, _("1 min"), _("Give this block one more minute"), "+", IconName.PLUS),
        (Act.RUN_SHORTER, _("1 min"), _("Take a minute from this block"), "-", IconName.MINUS),
        (Act.RUN_BLACK, _("Black"), _("Black screen for the room, and back"), "B", IconName.BLACK),
        (Act.RUN_WHITE, _("White"), _("White screen for the room, and back"), "W", None),
        (Act.RUN_MESSAGE, _("Message"), _("A short text over what the room sees"), "M", IconName.MESSAGE),
        (Act.RUN_UNDO, _("Undo"), _("Take the last command of the run back (Ctrl+Z too)"), "U", IconName.UNDO),
        (Act.RUN_FINISH, _("Finish"), _("End the run; it can be undone"), "Ctrl+Return", IconName.FLAG),
        (Act.RUN_AUDIENCE, _("Audience view"), _("Show or hide what the room sees"), "F6", IconName.SCREEN),
        (Act.RUN_SWAP, _("Swap screens"), _("Console and audience view change screens"), "F7", None),
        (Act.RUN_COUNTDOWN, _("Countdown"), _("When the room sees the countdown"), "C", IconName.CLOCK),
        (Act.RUN_LARGER, _("Larger notes"), _("Notes in larger letters"), "Ctrl++", None),
        (Act.RUN_SMALLER, _("Smaller notes"), _("Notes in smaller letters"), "Ctrl+-", None),
        (Act.RUN_LEAVE, _("Leave the console"), _("Back to the agenda; the clock goes on"), "F10", IconName.BACK),
    )
    return tuple(
        ActionSpec(act, text, tooltip, (key,), icon, Scope.LIVE, needs_workshop=True)
        for act, text, tooltip, key, icon in rows
    )


def _papers() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            Act.EXPORT_ALL,
            _("Export all"),
            _("Make every paper into the folder of this workshop"),
            ("Ctrl+E",),
            IconName.FILES,
            Scope.PAPERS,
            needs_workshop=True,
        ),
        ActionSpec(
            Act.OPEN_FOLDER,
            _("Open folder"),
            _("Show where the papers are"),
            ("Ctrl+Shift+E",),
            IconName.FOLDER,
            Scope.PAPERS,
            needs_workshop=True,
        ),
    )
