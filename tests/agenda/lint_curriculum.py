"""The whole curriculum in short: every unit as its flow, every programme as its blocks, for tests of the checks.

A flow is written as it is in a unit map: ``L8 X20 B10`` for eight minutes of lecture, twenty of exercise and ten of
debrief at the usual length; Q is open talk and D a demonstration. At other lengths every step is scaled alike.
"""

from __future__ import annotations

import re
from pathlib import Path

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

# id, shortest/usual/longest, flow | core and optional audiences | needs: ~ for soft, / for one of several
UNITS = """
F01 15/45/60 Q5 L7 X18 B10 L5 | ALL |
F02 30/45/75 L8 X20 B10 L3 Q4 | MKT PRC PRD CSV, EXE LEG SAL EDU GOV NPO | ~F01
F03 20/40/60 L10 X16 B8 Q6 | PRC MKT SAL NPO GOV, ALL | ~F01
F04 40/60/90 L8 D5 X27 B12 L3 Q5 | PRC MKT CSV SAL GOV NPO EDU, HRP OPS PRD MGR | ~F01
F05 40/60/90 L10 D5 X25 B12 L3 Q5 | ALL |
F06 30/40/60 L7 X17 B8 L3 Q5 | ALL, EXE |
L01 15/45/60 L8 X20 B10 L2 Q5 | EXE MGR LEG ITS HRP FIN GOV OPS, ALL |
L02 15/40/60 L7 X18 B9 L2 Q4 | EXE MGR, PRC MKT FIN GOV NPO |
L03 30/60/90 L10 D5 X27 B12 L2 Q4 | EXE, MGR FIN GOV NPO EDU PRC | ~L01/L02
L04 30/50/75 L6 X28 B11 Q5 | ITS HRP LEG MGR EXE, OPS CSV GOV EDU | ~L01
M01 40/60/90 L10 D5 X27 B12 L2 Q4 | PRC MKT CSV PRD, SAL HRP OPS GOV NPO FIN | ~F01
M02 40/60/90 L10 X28 B13 L3 Q6 | PRC MKT FIN EXE, CSV SAL HRP GOV NPO PRD | ~F01
M03 40/60/90 L10 D5 X27 B12 Q6 | MKT FIN PRD, PRC EXE SAL NPO GOV EDU | M02
M04 20/45/75 L6 X22 B11 L2 Q4 | EXE FIN PRC CSV OPS, MKT ITS GOV NPO MGR |
C01 20/45/75 L10 X20 B10 Q5 | PRC MKT NPO EXE, ALL | ~F01
C02 45/75/90 L12 X35 B15 L4 Q9 | NPO PRD MKT CSV, PRC SAL HRP EDU GOV | C01
C03 40/60/90 L10 D5 X30 B10 Q5 | NPO EXE PRC, MGR SAL HRP GOV EDU |
C04 40/60/75 L10 X28 B12 L4 Q6 | CSV NPO GOV PRC, MKT EDU HRP LEG PRD | ~F01
P01 40/60/90 L12 X26 B12 L4 Q6 | LEG HRP ITS MGR, ALL | ~F01
P02 45/60/90 L12 X26 B12 L4 Q6 | HRP LEG MGR, EXE ITS PRC |
P03 30/45/75 L10 X20 B9 L2 Q4 | MKT SAL PRC HRP, CSV LEG EXE NPO | ~F06
P04 40/60/90 L12 X25 B12 L4 Q7 | LEG GOV FIN CSV HRP, ITS NPO EDU MKT OPS |
P05 40/60/90 L10 D4 X28 B12 Q6 | ITS PRC FIN, EXE MKT GOV NPO EDU CSV | ~F05
P06 60/90/120 L8 X22 B8 X28 B12 Q8 L4 | LEG HRP ITS EXE PRC MGR, ALL | P01/P02/P04/L01
P07 60/90/120 L6 X28 B8 X24 B12 Q8 L4 | LEG HRP ITS EXE PRC MGR, ALL | P06
D01 20/45/75 L8 X20 B10 L2 Q5 | EXE, FIN LEG GOV NPO |
D02 45/60/90 L8 X30 B12 L3 Q7 | HRP MGR, LEG EXE | ~F06/P02
D03 45/60/90 L8 X30 B12 L3 Q7 | LEG, FIN HRP GOV | ~P01
D04 45/60/90 L8 X30 B12 L3 Q7 | ITS, LEG OPS GOV | ~L01/P05
D05 45/60/90 L8 X30 B12 L3 Q7 | FIN, EXE LEG PRC | ~L01/M02
D06 45/60/90 L8 X30 B12 L3 Q7 | CSV, OPS SAL GOV | ~F04/F06
D07 45/60/90 L8 X30 B12 L3 Q7 | SAL, MKT CSV | ~F06
D08 45/60/90 L8 X30 B12 L3 Q7 | PRD, MKT CSV LEG OPS | ~L01/C01
D09 45/60/90 L8 X30 B12 L3 Q7 | PRC MKT, EXE SAL NPO | ~C01
D10 45/60/90 L8 X30 B12 L3 Q7 | OPS, ITS CSV PRD | ~F01
D11 45/60/90 L8 X30 B12 L3 Q7 | GOV, LEG PRC EDU | ~F06
D12 45/60/90 L8 X30 B12 L3 Q7 | NPO, PRC EDU GOV | ~C01
D13 45/60/90 L8 X30 B12 L3 Q7 | EDU, GOV NPO HRP | ~F06
S01 60/90/120 L6 X40 B14 X15 B10 L5 | PRC CSV OPS EXE LEG, ALL | ~F01
S02 45/75/90 L6 X35 B12 X12 B6 L4 | FIN ITS EXE PRC, HRP LEG GOV EDU | ~F05/P05
S03 60/75/90 L6 X34 B14 X12 B6 L3 | HRP MGR EXE LEG, PRC ITS | ~P02/F06
S04 45/75/90 L6 X35 B12 X12 B6 L4 | GOV OPS PRC, EDU NPO CSV ITS | ~F05
K01 60/90/120 L5 X45 B12 X16 B8 L4 | ALL | C01/L01 D01/D02/D03/D04/D05/D06/D07/D08/D09/D10/D11/P06/S01
K02 10/20/30 X12 B5 L3 | ALL |
"""
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


def unit_of(line: str) -> Unit:
    """Make a unit of a line such as ``F02 30/45/75 L8 X20 B10 L3 Q4 | MKT, EXE | ~F01``."""
    flow, audiences, needs = (part.strip() for part in line.split("|"))
    unit_id, span, *steps = flow.split()
    core, _, optional = audiences.partition(",")
    lengths = [int(step[1:]) for step in steps]
    made = [
        # The same weights at every length let the steps grow and shrink in proportion
        Step(f"{unit_id}, step {number}", STEPS[step[0]], Minutes(length, length, length))
        for number, (step, length) in enumerate(zip(steps, lengths, strict=True), 1)
    ]
    minutes = Minutes(*map(int, span.split("/")))
    assert sum(lengths) == minutes.typical, unit_id
    return Unit(
        unit_id,
        f"Unit {unit_id}",
        "",
        minutes,
        tuple(made),
        track=TRACKS[unit_id[0]],
        core=tuple(AUDIENCES[code] for code in core.split()),
        optional=tuple(AUDIENCES[code] for code in optional.split()),
        requires=tuple(Requirement(tuple(n.strip("~").split("/")), not n.startswith("~")) for n in needs.split()),
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
        units=tuple(map(unit_of, lines_of(UNITS))),
        audiences=tuple(Audience(name, code, name, name, layers[code]) for code, name in AUDIENCES.items()),
        programmes=tuple(map(programme_of, lines_of(PROGRAMMES))),
    )
