"""Who a unit is told to: everybody in plenary, in a strand those for whom it is made."""

from __future__ import annotations

from dataclasses import replace

import pytest
from agenda_builders import agenda, block, day
from lint_days import unit

from facilitator.agenda.model import Agenda, Breakout, Strand
from facilitator.agenda.rooms import room_of
from facilitator.curriculum.audience import Profile

LEGAL, SERVICE, CITY = Profile("legal"), Profile("service"), Profile("it", sectors=("government",))
CLINIC = unit("D06", core=("service",))


def split_day() -> Agenda:
    strands = (Strand("s1", "Service", (block("in-strand", 60),)), Strand("s2", "Legal", (block("other", 60),)))
    return agenda(day(block("plenary", 30), Breakout("clinics", "Clinics", strands)))


@pytest.mark.parametrize(
    ("block_id", "core", "profiles", "room"),
    [
        ("plenary", ("service",), (LEGAL, SERVICE), (LEGAL, SERVICE)),
        ("in-strand", ("service",), (LEGAL, SERVICE), (SERVICE,)),
        ("in-strand", ("hr", "legal"), (LEGAL, SERVICE), (LEGAL,)),
        ("in-strand", ("government",), (LEGAL, CITY), (CITY,)),
        ("in-strand", ("finance",), (LEGAL, SERVICE), (LEGAL, SERVICE)),
        ("in-strand", ("all",), (LEGAL, SERVICE), (LEGAL, SERVICE)),
        ("in-strand", ("service",), (), (SERVICE,)),
        ("plenary", ("service",), (), ()),
    ],
)
def test_that_a_strand_is_told_to_those_it_is_made_for(
    block_id: str, core: tuple[str, ...], profiles: tuple[Profile, ...], room: tuple[Profile, ...]
) -> None:
    assert room_of(split_day(), block_id, replace(CLINIC, core=core), profiles) == room
