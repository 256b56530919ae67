from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda.model import Agenda, Block, Breakout, Day, Item, Section, Strand
from facilitator.curriculum.unit import Kind
from facilitator.foundation.records import RecordError, Records

RECORDS = Records(Item)

blocks = st.builds(
    Block,
    id=st.text(min_size=1, max_size=8),
    kind=st.sampled_from(Kind),
    title=st.text(max_size=20),
    minutes=st.integers(0, 1440),
    pin=st.none() | st.integers(0, 1439),
    helpers=st.lists(st.text(max_size=5), max_size=2).map(tuple),
)
some_blocks = st.lists(blocks, max_size=3).map(tuple)
sections = st.builds(Section, id=st.text(max_size=5), title=st.text(max_size=5), children=some_blocks)
strands = st.builds(Strand, id=st.text(max_size=5), title=st.text(max_size=5), children=some_blocks)
breakouts = st.builds(
    Breakout,
    id=st.text(max_size=5),
    title=st.text(max_size=5),
    strands=st.lists(strands, max_size=2).map(tuple),
)
days = st.builds(
    Day,
    id=st.text(min_size=1, max_size=5),
    label=st.text(max_size=9),
    items=st.lists(blocks | sections | breakouts, max_size=4).map(tuple),
    date=st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)),
)


@given(st.lists(days, max_size=3).map(tuple))
def test_that_an_agenda_survives_the_way_through_json(some_days: tuple[Day, ...]) -> None:
    agenda = Agenda(days=some_days)
    plain = json.loads(json.dumps(RECORDS.to_plain(agenda)))
    assert RECORDS.from_plain(plain, Agenda) == agenda


def test_that_keys_of_a_newer_version_come_back_as_they_were() -> None:
    plain = RECORDS.to_plain(Block("b1", Kind.BREAK, "Break", 15)) | {"smell": {"of": ["coffee"]}}
    block = RECORDS.from_plain(plain, Block)
    assert block.extra == {"smell": {"of": ["coffee"]}}
    assert RECORDS.to_plain(block) == plain


def test_that_members_of_a_union_are_told_apart_by_name() -> None:
    plain = RECORDS.to_plain(Section("s", "Morning"), Item)
    assert plain["is"] == "Section"
    assert RECORDS.from_plain(plain, Item) == Section("s", "Morning")  # type: ignore[arg-type]


def test_that_every_place_that_does_not_fit_is_named() -> None:
    plain = {"days": [{"id": "d", "label": "Day", "start": "nine", "items": [{"is": "Block", "id": "b"}]}]}
    with pytest.raises(RecordError) as caught:
        RECORDS.from_plain(plain, Agenda)
    told = "\n".join(caught.value.paths)
    assert "$.days[0].start" in told
    assert "$.days[0].items[0]" in told


@pytest.mark.parametrize("junk", [None, 3, "text", [], [1], {"days": 3}, {"days": [None]}])
def test_that_junk_is_refused_in_words_and_not_with_a_crash(junk: object) -> None:
    if junk in ([], {}):
        return
    with pytest.raises(RecordError):
        RECORDS.from_plain(junk, Agenda)


def test_that_a_member_nobody_knows_is_named_with_its_place() -> None:
    plain = {"days": [{"id": "d", "label": "Day", "items": [{"is": "Concert", "id": "c"}]}]}
    with pytest.raises(RecordError) as caught:
        RECORDS.from_plain(plain, Agenda)
    assert [path.split("@ ")[1] for path in caught.value.paths] == ["$.days[0].items[0]"]


@pytest.mark.parametrize("helpers", ["Ann", {"a": 1}, 7, None])
def test_that_only_a_list_becomes_a_list(helpers: object) -> None:
    plain = RECORDS.to_plain(Block("b1", Kind.BREAK, "Break", 15)) | {"helpers": helpers}
    with pytest.raises(RecordError, match=r"\$\.helpers"):
        RECORDS.from_plain(plain, Block)
