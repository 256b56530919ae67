"""Database and second log, brought to the same events: the longer one wins, and the difference is told."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Final

from facilitator.foundation.folders import made
from facilitator.foundation.words import _, ngettext
from facilitator.workshop.events import Entry, Kind
from facilitator.workshop.places import stamp
from facilitator.workshop.secondlog import Reading, SecondLog, read_log
from facilitator.workshop.store import last_seq, put_entries, read_events, transaction, units_of

if TYPE_CHECKING:
    import sqlite3

    from facilitator.workshop.places import Places
    from facilitator.workshop.reports import Notes

_DIGEST: Final = re.compile(r'"digest":"([0-9a-f]{64})"')


def reconcile(connection: sqlite3.Connection, places: Places, notes: Notes) -> SecondLog:
    """Give the second log, open, after both hold the same events.

    Events that only the log has go into the database; their private words are lost. Events that only the
    database has, one of them after a crash between the two, are appended to the log. A log with damaged lines,
    or with another history, is set aside and written anew.
    """
    reading = read_log(places.second_log)
    if reading.bad_lines or not _same_history(connection, reading):
        notes.add(_("The second log was damaged; it was set aside and written anew from the database."))
        _add_missing(connection, reading, notes)
        _set_aside(places, notes)
        reading = Reading()
    else:
        _add_missing(connection, reading, notes)
    second_log = SecondLog(places.second_log, reading)
    second_log.append(entries_of(connection, reading))
    return second_log


def replay(connection: sqlite3.Connection, reading: Reading) -> int:
    """Put the events of a second log that follow the database's last one into it; give how many."""
    entries = reading.after(last_seq(connection))
    with transaction(connection):
        put_entries(connection, entries)
    return len(entries)


def erasures(reading: Reading) -> list[tuple[str, int]]:
    """Give who was erased according to a second log, and at which event."""
    events = (entry.event for entry in reading.entries)
    return [(event.person_id, event.seq) for event in events if event.kind is Kind.ERASE]


def entries_of(connection: sqlite3.Connection, reading: Reading) -> list[Entry]:
    """Give what the database has beyond a second log, with units that the log has not brought yet."""
    seen = {copy.digest for entry in reading.entries for copy in entry.units}
    entries = []
    for event in read_events(connection, reading.last_seq):
        new = dict.fromkeys(digest for digest in _DIGEST.findall(event.body) if digest not in seen)
        seen.update(new)
        entries.append(Entry(event, units=units_of(connection, new)))
    return entries


def _add_missing(connection: sqlite3.Connection, reading: Reading, notes: Notes) -> None:
    if _same_history(connection, reading) and (count := replay(connection, reading)):
        sentence = ngettext(
            "{count} change was missing in the file and was taken from the second log.",
            "{count} changes were missing in the file and were taken from the second log.",
            count,
        )
        notes.add(sentence.format(count=count))


def _same_history(connection: sqlite3.Connection, reading: Reading) -> bool:
    last = last_seq(connection)
    common = [entry.event for entry in reading.entries if entry.event.seq <= last]
    if not common:
        return not reading.entries or last == 0
    return read_events(connection, common[-1].seq - 1)[0].utc == common[-1].utc


def _set_aside(places: Places, notes: Notes) -> None:
    target = made(places.aside) / f"{stamp(notes.moment)}-{places.second_log.name}"
    shutil.copyfile(places.second_log, target)
    places.second_log.unlink()
