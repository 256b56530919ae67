"""What the console says in words. Free of Qt."""

from __future__ import annotations

from facilitator.desktop.widgets.kinds import kind_word
from facilitator.foundation.words import _, ngettext
from facilitator.live.labels import countdown_text
from facilitator.live.offers import Option, Way
from facilitator.live.plan import Cue, CueKind
from facilitator.live.view import RunStatus, RunView


def kind_words(view: RunView) -> str:
    """Say what is on: ``Exercise · part 2 of 3``, and the state where it is not running."""
    if view.status is RunStatus.FINISHED:
        return _("Finished")
    if view.unit is None:
        return ""
    if view.status is RunStatus.READY:
        return _("Ready · first: {kind}").format(kind=kind_word(view.unit.kind))
    kind = kind_word(view.step.kind if view.step else view.unit.kind)
    part = _("{n} of {m}").format(n=view.cue_number, m=view.cue_count) if view.cue_count > 1 else ""
    paused = _("paused") if view.status is RunStatus.PAUSED else ""
    return " · ".join(word for word in (kind, part, paused) if word)


def remaining_words(view: RunView) -> str:
    """Give the time that counts most now: of the timed part, else the step, else the block."""
    times = view.times
    if times is None:
        return "0:00"
    for seconds in (times.cue_remaining_s, times.step_remaining_s):
        if seconds is not None and view.status is not RunStatus.READY:
            return countdown_text(seconds)
    return view.words.remaining


def times_words(view: RunView) -> str:
    """Say what the digits are of, and when the block should end: ``of 14:00 for this part``."""
    if view.status is RunStatus.READY:
        return _("planned for {title}").format(title=view.unit.title) if view.unit else ""
    times = view.times
    if times is None or view.unit is None:
        return ""
    lines = []
    if view.cue is not None and view.cue.seconds is not None:
        lines.append(_("of {time} for this part").format(time=countdown_text(view.cue.seconds)))
    elif view.step is not None:
        lines.append(_("of {time} for this step").format(time=countdown_text(view.step.seconds)))
    lines.append(_("block: {time} left, ends about {due}").format(time=view.words.remaining, due=view.words.due))
    lines.extend(words for words in (view.words.paused, view.words.waiting) if words)
    return "\n".join(lines)


def next_words(view: RunView) -> tuple[str, str, str]:
    """Say what the next press brings, what that is, and which block comes after."""
    after = ""
    if view.next_unit is not None:
        after = _("then {title}, about {time}").format(title=view.words.next_title, time=view.words.next_start)
    if view.status is RunStatus.READY:
        return (view.unit.title if view.unit else "", _("Press Start when the room is ready."), after)
    if view.next_cue is not None:
        return (cue_title(view.next_cue), cue_kind_words(view.next_cue), after)
    if view.next_unit is not None:
        return (view.words.next_title, _("next block, about {time}").format(time=view.words.next_start), "")
    return (_("End of the day"), "", "")


def cue_title(cue: Cue) -> str:
    """Give what a cue is called: the prompt's first line where that says more than its title."""
    lines = cue.prompt_lines()
    return lines[0] if cue.kind is CueKind.PROMPT and lines else cue.title


def cue_kind_words(cue: Cue) -> str:
    """Say what a cue is."""
    words = {
        CueKind.SLIDE: _("slide"),
        CueKind.PROMPT: _("the task"),
        CueKind.DEBRIEF: _("debrief questions"),
        CueKind.STRANDS: _("parallel groups"),
        CueKind.STEP: _("step"),
    }
    if cue.kind is CueKind.TIMED:
        return _("timed part, {time}").format(time=countdown_text(cue.seconds or 0))
    return words[cue.kind]


def option_words(option: Option, end: str) -> str:
    """Say an option with its new end: ``Drop “Energiser”: ends 12:30``."""
    words = {
        Way.DROP: ngettext("Drop “{title}”", "Drop {n} blocks", option.units),
        Way.COMPRESS: ngettext("Shorten “{title}”", "Shorten {n} blocks", option.units),
        Way.BREAKS: ngettext("Shorten “{title}”", "Shorten {n} breaks", option.units),
        Way.CASCADE: ngettext("Drop or shorten “{title}”", "Drop and shorten {n} blocks", option.units),
        Way.KEEP_ALL: _("Keep everything"),
        Way.BRING_BACK: _("Bring “{title}” back"),
        Way.LENGTHEN: _("Stay longer with “{title}”"),
        Way.LONGER_BREAK: _("A longer “{title}”"),
        Way.BACK_LATER: _("Come back later from “{title}”"),
    }
    way = words[option.way].format(title=option.title, n=option.units)
    return _("{way}: ends {end}").format(way=way, end=end)
