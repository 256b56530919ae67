"""A power cut at any moment loses nothing acknowledged; the same test catches settings that do lose."""

from __future__ import annotations

import random
import sqlite3
from typing import TYPE_CHECKING, Any, cast

import pytest
from faulty_disk import Disk, FaultyConnection, PowerCutError
from workshop_bench import StillClock

from facilitator.workshop.events import Entry, Kind, PrivateText, event_at
from facilitator.workshop.schema import DURABLE_WRITING, SAFE_READING, lay_tables
from facilitator.workshop.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

OURS = (*SAFE_READING, *DURABLE_WRITING)
FAST_AND_LOOSE = ("PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL")
TAPS = 12
CUTS = 150

# SQLite takes back what it can when a connection ends, and in the dark that fails as well
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


class MemoryLog:
    """A second log that never fails, to look at the database alone."""

    last_seq = 0

    def append(self, entries: Sequence[Entry]) -> None:
        self.last_seq = entries[-1].event.seq


def entry(seq: int) -> Entry:
    event = event_at(seq, StillClock().now(), Kind.RUN_EVENT, {"run": "r1", "event": {"n": seq, "pad": "x" * 300}})
    return Entry(event, (PrivateText(0, "p1", "y" * 50),))


def store_on(disk: Disk, pragmas: Sequence[str]) -> Store:
    return Store(cast("Any", FaultyConnection(disk, pragmas)), cast("Any", MemoryLog()))


@pytest.fixture(scope="module")
def empty_disks() -> dict[Sequence[str], Disk]:
    disks = {}
    for pragmas in (OURS, FAST_AND_LOOSE):
        disk = Disk()
        connection = FaultyConnection(disk, pragmas)
        lay_tables(cast("Any", connection))
        connection.close()
        for file in disk.files.values():
            file.sync()
        disks[pragmas] = disk.clone()
    return disks


def calls_needed(disk: Disk, pragmas: Sequence[str]) -> int:
    count = [0]

    def counting(_what: str) -> None:
        count[0] += 1

    disk.before_call = counting
    tap_until_dark(disk, pragmas)
    return count[0]


def tap_until_dark(disk: Disk, pragmas: Sequence[str]) -> int:
    """Keep taps one by one; give the number of the last one acknowledged."""
    acknowledged = 0
    try:
        store = store_on(disk, pragmas)
        for seq in range(1, TAPS + 1):
            store.keep([entry(seq)])
            acknowledged = seq
    except (sqlite3.Error, PowerCutError):
        pass
    return acknowledged


def lost_in_cuts(empty: Disk, pragmas: Sequence[str]) -> int:
    """Count the cuts after which something acknowledged was not there; a damaged database counts as well."""
    chance = random.Random(11)
    calls = calls_needed(empty.clone(), pragmas)
    return sum(loses(empty.clone(), pragmas, chance.randint(1, calls), chance) for _cut in range(CUTS))


def loses(disk: Disk, pragmas: Sequence[str], at_call: int, chance: random.Random) -> bool:
    left = [at_call]

    def cut(_what: str) -> None:
        left[0] -= 1
        if left[0] <= 0:
            raise PowerCutError

    disk.before_call = cut
    acknowledged = tap_until_dark(disk, pragmas)
    found = FaultyConnection(disk.after_cut(chance), pragmas)
    whole = found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    seqs = [row[0] for row in found.execute("SELECT seq FROM event ORDER BY seq")]
    found.close()
    assert seqs[acknowledged + 1 :] == []
    return not whole or seqs[:acknowledged] != list(range(1, acknowledged + 1))


def test_that_no_power_cut_loses_an_acknowledged_tap(empty_disks: dict[Sequence[str], Disk]) -> None:
    assert lost_in_cuts(empty_disks[OURS], OURS) == 0


def test_that_the_cuts_are_hard_enough_to_catch_looser_settings(empty_disks: dict[Sequence[str], Disk]) -> None:
    assert lost_in_cuts(empty_disks[FAST_AND_LOOSE], FAST_AND_LOOSE) > CUTS / 2
