"""The unit map of the Social Media Boot Camp: what every one of its 44 units promises.

A row: id, minutes, flow (L input, D demo, X exercise, B debrief, Q discussion), core and optional audiences, what
must come before, what should, dimensions, and the audiences for which the unit is told differently.
"""

from __future__ import annotations

from dataclasses import dataclass

MAP = """
F01|15/45/60|Q5 L7 X18 B10 L5|ALL|-|-|-|ME LS|EXE HRP FIN OPS GOV NPO EDU
F02|30/45/75|L8 X20 B10 L3 Q4|MKT PRC PRD CSV|EXE LEG SAL EDU GOV NPO|-|F01|ME|EXE LEG CSV MKT GOV EDU
F03|20/40/60|L10 X16 B8 Q6|PRC MKT SAL NPO GOV|ALL|-|F01|ME VL|ITS SAL MKT OPS GOV NPO EDU
F04|40/60/90|L8 D5 X27 B12 L3 Q5|PRC MKT CSV SAL GOV NPO EDU|HRP OPS PRD MGR|-|F01|ME GP|HRP FIN CSV PRD OPS GOV NPO EDU
F05|40/60/90|L10 D5 X25 B12 L3 Q5|ALL|-|-|-|VL GP|HRP ITS FIN PRC MKT GOV EDU
F06|30/40/60|L7 X17 B8 L3 Q5|ALL|EXE|-|-|GP LS|EXE MGR GOV EDU HLT FSV
L01|15/45/60|L8 X20 B10 L2 Q5|EXE MGR LEG ITS HRP FIN GOV OPS|ALL|-|-|LS|EXE LEG HRP ITS FIN OPS GOV
L02|15/40/60|L7 X18 B9 L2 Q4|EXE MGR|PRC MKT FIN GOV NPO|-|-|LS EV|EXE FIN PRC MKT GOV NPO
L03|30/60/90|L10 D5 X27 B12 L2 Q4|EXE|MGR FIN GOV NPO EDU PRC|-|L01/L02|LS PB|MGR FIN GOV NPO EDU
L04|30/50/75|L6 X28 B11 Q5|ITS HRP LEG MGR EXE|OPS CSV GOV EDU|-|L01|LS GP|ITS OPS GOV EDU HLT FSV
M01|40/60/90|L10 D5 X27 B12 L2 Q4|PRC MKT CSV PRD|SAL HRP OPS GOV NPO FIN|-|F01|VL EV|LEG HRP FIN SAL PRD OPS GOV NPO
M02|40/60/90|L10 X28 B13 L3 Q6|PRC MKT FIN EXE|CSV SAL HRP GOV NPO PRD|-|F01|EV|HRP FIN CSV SAL PRD OPS GOV NPO
M03|40/60/90|L10 D5 X27 B12 Q6|MKT FIN PRD|PRC EXE SAL NPO GOV EDU|M02|-|EV|EXE HRP CSV MKT GOV NPO EDU
M04|20/45/75|L6 X22 B11 L2 Q4|EXE FIN PRC CSV OPS|MKT ITS GOV NPO MGR|-|-|EV VL|EXE ITS FIN CSV OPS GOV
C01|20/45/75|L10 X20 B10 Q5|PRC MKT NPO EXE|ALL|-|F01|PB|EXE LEG HRP SAL PRD OPS GOV NPO EDU
C02|45/75/90|L12 X35 B15 L4 Q9|NPO PRD MKT CSV|PRC SAL HRP EDU GOV|C01|-|PB EV|HRP CSV SAL PRD GOV NPO EDU
C03|40/60/90|L10 D5 X30 B10 Q5|NPO EXE PRC|MGR SAL HRP GOV EDU|-|-|PB LS|EXE HRP SAL GOV NPO EDU HLT
C04|40/60/75|L10 X28 B12 L4 Q6|CSV NPO GOV PRC|MKT EDU HRP LEG PRD|-|F01|PB GP|HRP CSV GOV NPO EDU
P01|40/60/90|L12 X26 B12 L4 Q6|LEG HRP ITS MGR|ALL|-|F01|GP|PRD MKT OPS GOV NPO EDU HLT FSV
P02|45/60/90|L12 X26 B12 L4 Q6|HRP LEG MGR|EXE ITS PRC|-|-|GP LS|ITS GOV EDU
P03|30/45/75|L10 X20 B9 L2 Q4|MKT SAL PRC HRP|CSV LEG EXE NPO|-|F06|GP PB|LEG HRP SAL MKT NPO EDU FSV
P04|40/60/90|L12 X25 B12 L4 Q7|LEG GOV FIN CSV HRP|ITS NPO EDU MKT OPS|-|-|GP|GOV NPO EDU HLT FSV
P05|40/60/90|L10 D4 X28 B12 Q6|ITS PRC FIN|EXE MKT GOV NPO EDU CSV|-|F05|GP VL|FIN SAL PRC OPS GOV NPO EDU
P06|60/90/120|L8 X22 B8 X28 B12 Q8 L4|LEG HRP ITS EXE PRC MGR|ALL|P01/P02/P04/L01|-|GP LS|EXE LEG GOV NPO EDU
P07|60/90/120|L6 X28 B8 X24 B12 Q8 L4|LEG HRP ITS EXE PRC MGR|ALL|P06|-|GP LS|GOV FSV
D01|20/45/75|L8 X20 B10 L2 Q5|EXE|FIN LEG GOV NPO|-|-|LS EV|NPO EXE
D02|45/60/90|L8 X30 B12 L3 Q7|HRP MGR|LEG EXE|-|F06/P02|GP LS|MGR HRP GOV EDU
D03|45/60/90|L8 X30 B12 L3 Q7|LEG|FIN HRP GOV|-|P01|GP LS|GOV HLT FSV
D04|45/60/90|L8 X30 B12 L3 Q7|ITS|LEG OPS GOV|-|L01/P05|GP LS|OPS GOV EDU HLT FSV
D05|45/60/90|L8 X30 B12 L3 Q7|FIN|EXE LEG PRC|-|L01/M02|GP EV|GOV NPO FSV FIN
D06|45/60/90|L8 X30 B12 L3 Q7|CSV|OPS SAL GOV|-|F04/F06|PB VL|SAL OPS GOV HLT FSV
D07|45/60/90|L8 X30 B12 L3 Q7|SAL|MKT CSV|-|F06|PB GP|NPO FSV SAL
D08|45/60/90|L8 X30 B12 L3 Q7|PRD|MKT CSV LEG OPS|-|L01/C01|PB LS|EDU PRD
D09|45/60/90|L8 X30 B12 L3 Q7|PRC MKT|EXE SAL NPO|-|C01|PB EV|PRC MKT NPO
D10|45/60/90|L8 X30 B12 L3 Q7|OPS|ITS CSV PRD|-|F01|VL GP|GOV OPS
D11|45/60/90|L8 X30 B12 L3 Q7|GOV|LEG PRC EDU|-|F06|GP PB|GOV
D12|45/60/90|L8 X30 B12 L3 Q7|NPO|PRC EDU GOV|-|C01|PB GP|NPO
D13|45/60/90|L8 X30 B12 L3 Q7|EDU|GOV NPO HRP|-|F06|GP VL|EDU
S01|60/90/120|L6 X40 B14 X15 B10 L5|PRC CSV OPS EXE LEG|ALL|-|F01|VL PB GP LS|FIN CSV PRC OPS GOV NPO EDU HLT
S02|45/75/90|L6 X35 B12 X12 B6 L4|FIN ITS EXE PRC|HRP LEG GOV EDU|-|F05/P05|VL GP|HRP FIN PRC GOV NPO EDU
S03|60/75/90|L6 X34 B14 X12 B6 L3|HRP MGR EXE LEG|PRC ITS|-|P02/F06|GP LS|-
S04|45/75/90|L6 X35 B12 X12 B6 L4|GOV OPS PRC|EDU NPO CSV ITS|-|F05|VL PB GP|GOV OPS EDU
K01|60/90/120|L5 X45 B12 X16 B8 L4|ALL|-|C01/L01 & D/P/S|-|ME VL PB EV GP LS|EXE GOV NPO EDU
K02|10/20/30|X12 B5 L3|ALL|-|-|-|LS|EXE MGR LEG ITS
"""  # noqa: E501 -- a row is a line


@dataclass(frozen=True, slots=True)
class MapRow:
    """One unit of the map; audiences by their codes, requirements as sets of units one of which will do."""

    id: str
    minutes: tuple[int, int, int]
    flow: tuple[tuple[str, int], ...]
    core: tuple[str, ...]
    optional: tuple[str, ...]
    hard: tuple[frozenset[str], ...]
    soft: tuple[frozenset[str], ...]
    dimensions: frozenset[str]
    differs: frozenset[str]


def unit_map() -> tuple[MapRow, ...]:
    """Give the rows in order."""
    return tuple(_row([cell.strip() for cell in line.split("|")]) for line in MAP.strip().splitlines())


def _row(cells: list[str]) -> MapRow:
    unit_id, minutes, flow, core, optional, hard, soft, dimensions, differs = cells
    shortest, typical, longest = (int(number) for number in minutes.split("/"))
    return MapRow(
        id=unit_id,
        minutes=(shortest, typical, longest),
        flow=tuple((step[0], int(step[1:])) for step in flow.split()),
        core=tuple(core.split()),
        optional=_codes(optional),
        hard=_requirements(hard),
        soft=_requirements(soft),
        dimensions=frozenset(dimensions.split()),
        differs=frozenset(_codes(differs)),
    )


def _codes(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split())


def _requirements(cell: str) -> tuple[frozenset[str], ...]:
    """Read ``C01/L01 & D/P/S``; a lone letter means every unit of that track."""
    if cell == "-":
        return ()
    ids = [line.split("|")[0].strip() for line in MAP.strip().splitlines()]
    return tuple(
        frozenset(name for word in group.split("/") for name in ids if name.startswith(word.strip()))
        for group in cell.split("&")
    )
