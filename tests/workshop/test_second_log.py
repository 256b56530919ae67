"""The second log: a line an event, each of them checked, torn ones left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.workshop.events import Entry, Event, Kind, from_line, to_line
from facilitator.workshop.model import UnitCopy
from facilitator.workshop.secondlog import Reading, SecondLog, read_log
from facilitator.workshop.texts import digest_of, json_text

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
JSON = st.none() | st.booleans() | st.integers() | TEXTS | st.lists(TEXTS, max_size=3)
COPIES = TEXTS.map(lambda source: UnitCopy("F01", "", "", source, digest_of(source)))
ENTRIES = st.builds(
    lambda seq, kind, person_id, body, units: Entry(
        Event(seq, "2027-01-15T08:00:00+00:00", 1, 2, "boot-1", kind, person_id, json_text(body)), (), units
    ),
    st.integers(1),
    st.sampled_from(Kind),
    TEXTS,
    st.dictionaries(TEXTS, JSON, max_size=4),
    st.lists(COPIES, max_size=2).map(tuple),
)


def entry(seq: int) -> Entry:
    return Entry(Event(seq, "2027-01-15T08:00:00+00:00", 1, 2, "boot-1", Kind.UNDO, "", "{}"))


@given(ENTRIES)
def test_that_any_entry_comes_back_from_its_line(made: Entry) -> None:
    line = to_line(made)
    assert line.count(b"\n") == 1
    assert from_line(line) == made
    assert json.loads(line)["event"]["seq"] == made.event.seq


@pytest.mark.parametrize("flip", [1, 32, 255])
def test_that_a_line_with_one_wrong_byte_is_not_believed(flip: int) -> None:
    line = to_line(entry(1))
    for at in range(len(line)):
        wrong = bytearray(line)
        wrong[at] ^= flip
        assert from_line(bytes(wrong)) is None, at


@pytest.mark.parametrize("cut", [1, 10, 50])
def test_that_a_torn_tail_is_cut_off_before_the_next_line(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(to_line(entry(1)) + to_line(entry(2))[:-cut])
    log = SecondLog(path, read_log(path))
    assert log.last_seq == 1
    log.append([entry(2), entry(3)])
    log.close()
    assert [kept.event.seq for kept in read_log(path).entries] == [1, 2, 3]


def test_that_what_is_there_already_is_not_written_twice(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    log = SecondLog(path, Reading())
    log.append([entry(1), entry(2)])
    log.append([entry(1), entry(2), entry(3)])
    log.close()
    assert [kept.event.seq for kept in read_log(path).entries] == [1, 2, 3]


def test_that_nothing_after_a_hole_is_put_in_place() -> None:
    reading = Reading((entry(1), entry(2), entry(4)))
    assert [kept.event.seq for kept in reading.after(0)] == [1, 2]
    assert reading.after(2) == ()
    assert reading.last_seq == 4
