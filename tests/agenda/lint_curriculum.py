"""The whole curriculum in short: every unit as its flow, every programme as its blocks, for tests of the checks.

The units are those of the unit map; at other lengths than the usual one every step is scaled alike.
"""

from __future__ import annotations

import re
from pathlib import Path

from unit_map import MapRow, unit_map

from facilitator.curriculum.audience import Audience, AudienceLayer
from facilitator.curriculum.pack import CheckRoles, Pack
from facilitator.curriculum.programme import PlannedBlock, PlannedStrand, Programme, ProgrammePart
from facilitator.curriculum.programme_files import longest_strand
from facilitator.curriculum.unit import Kind, Minutes, Requirement, Step, Unit

AUDIENCES = {
    "EXE": "executives", "MGR": "managers", "LEG": "legal", "HRP": "hr", "ITS": "it", "FIN": "finance",
    "CSV": "service", "SAL": "sales", "PRD": "product", "PRC": "communications", "MKT": "marketing",
    "OPS": "operations", "GOV": "government", "NPO": "nonprofit", "EDU": "educators", "ALL": "all",
}  # fmt: skip
SECTORS = {"GOV", "NPO", "EDU"}
TRACKS = {
    "F": "foundations", "L": "leadership", "M": "measurement", "C": "community", "P": "policy", "D": "clinics",
    "S": "crisis", "K": "transfer",
}  # fmt: skip
STEPS = {"L": Kind.INPUT, "D": Kind.DEMO, "X": Kind.EXERCISE, "B": Kind.DEBRIEF, "Q": Kind.DISCUSSION}
FRAMES = {
    "OPEN": Kind.OPENING, "PRE": Kind.ASSESSMENT, "POST": Kind.ASSESSMENT, "RECAP": Kind.RECAP, "BRK": Kind.BREAK,
    "LUN": Kind.MEAL, "BUF": Kind.BUFFER, "CLOSE": Kind.CLOSING,
}  # fmt: skip

# D03 is left out of "everyone in their own clinic": it builds on P01, which no programme teaches
CLINICS = "D02/D04/D05/D06/D07/D08/D09/D10"

# id, clock | audiences | blocks; a/b are parallel, and D* is everyone in their own clinic
PROGRAMMES = """
G1 08:00 | EXE | OPEN:3 L02:15 D01:20 CLOSE:5 BUF:2
G2 09:00 | EXE | OPEN:3 F01:15 L01:20 M04:20 D01:20 BUF:5 CLOSE:7
G3 09:00 | PRC MKT | OPEN:10 PRE:10 C01:45 BRK:15 M02:55 BUF:5 BRK:10 D09:55 BUF:8 POST:10 K02:10 CLOSE:7
G4 13:00 | LEG HRP ITS | OPEN:8 L01:15 P02:45 BRK:15 P06:60 BUF:5 BRK:10 P07:60 BUF:7 K02:10 CLOSE:5
G5 08:30 | CSV SAL OPS | OPEN:8 F01:30 F06:30 BRK:15 D06/D07/D10:60 BUF:5 BRK:10 F05:45 BUF:10 K02:15 CLOSE:12
G6 09:00 | ALL | OPEN:15 PRE:10 F01:50 BRK:15 L01:40 C01:40 BUF:5 LUN:50 D*:60 BUF:5 BRK:15 P06:60 BUF:5 BRK:10 \
M04:25 K02:20 POST:10 CLOSE:10 BUF:5
G7 09:00 | ALL | OPEN:20 PRE:10 F01:50 BRK:15 F02:45 F03:35 BUF:5 LUN:60 F06:35 L01:45 BUF:5 BRK:15 F05:60 BRK:10 \
M01:50 CLOSE:10 BUF:10; RECAP:10 C01:40 M02:40 BRK:15 P06:65 BUF:5 LUN:55 S01:65 BUF:5 BRK:15 D*:55 BUF:10 BRK:10 \
K01:60 K02:10 POST:10 CLOSE:7 BUF:3
G8 08:30 | GOV LEG PRC OPS | OPEN:15 PRE:10 F01:45 BRK:15 L01:40 F06:40 BUF:5 LUN:50 D11:60 BUF:5 BRK:15 S04:60 \
BUF:5 BRK:10 P04:40 K02:12 POST:10 CLOSE:8 BUF:5
G9 09:00 | NPO PRD MKT | OPEN:10 PRE:8 C01:45 BUF:5 BRK:15 C03:50 BUF:7 BRK:10 C02:58 K02:15 POST:8 CLOSE:9
G10 09:00 | PRC CSV OPS FIN ITS EXE | OPEN:8 M04:30 P05:45 BRK:15 S01:60 BUF:9 BRK:10 S02:45 K02:10 CLOSE:6 BUF:2
G11-1 12:00 | MGR HRP | OPEN:5 F01:25 L01:40 BUF:5 K02:10 CLOSE:5
G11-2 12:00 | MGR HRP | RECAP:8 F06:30 F05:40 BUF:5 CLOSE:7
G11-3 12:00 | MGR HRP | RECAP:8 D02:60 BUF:5 K02:10 CLOSE:7
"""


def unit_of(row: MapRow) -> Unit:
    """Make a unit of a row of the map; the same weights at every length let its steps grow and shrink alike."""
    made = [
        Step(f"{row.id}, step {number}", STEPS[kind], Minutes(length, length, length))
        for number, (kind, length) in enumerate(row.flow, 1)
    ]
    needs = [Requirement(tuple(sorted(any_of)), hard=True) for any_of in row.hard]
    needs += [Requirement(tuple(sorted(any_of)), hard=False) for any_of in row.soft]
    return Unit(
        row.id,
        f"Unit {row.id}",
        "",
        Minutes(*row.minutes),
        tuple(made),
        track=TRACKS[row.id[0]],
        core=tuple(AUDIENCES[code] for code in row.core),
        optional=tuple(AUDIENCES[code] for code in row.optional),
        requires=tuple(needs),
        access=("Every task can be done seated.",),
        content_note="Some of it may touch you; an observer's seat is free.",
    )


def programme_of(line: str) -> Programme:
    """Make a programme of a line such as ``G1 08:00 | EXE | OPEN:3 L02:15 CLOSE:5``; ``;`` begins another day."""
    head, audiences, days = (part.strip() for part in line.split("|"))
    programme_id, start = head.split()
    hours, minutes = map(int, start.split(":"))
    parts = []
    for number, day in enumerate(days.split(";"), 1):
        blocks = tuple(map(planned, day.split()))
        parts.append(ProgrammePart(f"Part {number}", hours * 60 + minutes, sum(b.minutes for b in blocks), blocks))
    names = tuple(AUDIENCES[code] for code in audiences.split())
    return Programme(programme_id, programme_id, "", names, tuple(parts))


def planned(word: str) -> PlannedBlock:
    name, _, length = word.replace("D*", CLINICS).partition(":")
    minutes = int(length)
    if name in FRAMES:
        return PlannedBlock(FRAMES[name], minutes, name)
    if "/" not in name:
        return PlannedBlock(Kind.UNIT, minutes, unit_id=name)
    strands = tuple(
        PlannedStrand(each, (PlannedBlock(Kind.UNIT, minutes, unit_id=each),)) for each in name.split("/")
    )
    return PlannedBlock(Kind.UNIT, longest_strand(strands), "Clinics", strands=strands)


def lines_of(table: str) -> list[str]:
    return [line for line in re.split(r"\n", table) if line]


def whole_pack() -> Pack:
    """Make a pack of all units and programmes."""
    layers = {code: AudienceLayer.SECTOR if code in SECTORS else AudienceLayer.FUNCTION for code in AUDIENCES}
    return Pack(
        "whole",
        "Whole",
        "1",
        Path("whole"),
        roles=CheckRoles(leaders="executives", simulation_tracks=("crisis",), transfer_tracks=("transfer",)),
        units=tuple(map(unit_of, unit_map())),
        audiences=tuple(Audience(name, code, name, name, layers[code]) for code, name in AUDIENCES.items()),
        programmes=tuple(map(programme_of, lines_of(PROGRAMMES))),
    )
